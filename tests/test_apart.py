"""Work in a process of its own: its answer comes back, and whatever goes wrong there stays there."""

import threading
import time

import pytest

from journal import apart

USUAL = {"seconds": 20.0, "memory_bytes": 1 << 30, "answer_bytes": 1000}


def test_bytes_go_in_and_come_out():
    assert apart.run_apart("journal.apart_trials:echo", b"\0\xff tekst", **USUAL) == b"\0\xff tekst"


def test_a_megabyte_does_not_block_the_pipes():
    given = bytes(range(256)) * 8000
    assert apart.run_apart("journal.apart_trials:echo", given, **USUAL | {"answer_bytes": 10_000_000}) == given


def test_what_hangs_is_ended():
    begun = time.monotonic()
    with pytest.raises(apart.TookTooLong):
        apart.run_apart("journal.apart_trials:hang", b"", **USUAL | {"seconds": 1.5})
    assert time.monotonic() - begun < 5


def test_what_crashes_leaves_this_process_unharmed():
    with pytest.raises(apart.Ended):
        apart.run_apart("journal.apart_trials:crash", b"", **USUAL)


def test_a_file_that_wants_all_memory_gets_none():
    with pytest.raises(apart.ApartTrouble):
        apart.run_apart("journal.apart_trials:grow", b"", **USUAL)


def test_a_flood_of_an_answer_is_refused():
    with pytest.raises(apart.TooMuch):
        apart.run_apart("journal.apart_trials:flood", b"", **USUAL)


def test_an_error_over_there_is_told_by_its_name_only():
    with pytest.raises(apart.Raised, match=r"^KeyError$"):
        apart.run_apart("journal.apart_trials:stumble", b"geheim", **USUAL)


def test_nobody_waits_any_more():
    left = threading.Event()
    threading.Timer(0.3, left.set).start()
    with pytest.raises(apart.Stopped):
        apart.run_apart("journal.apart_trials:hang", b"", **USUAL, wanted=lambda: not left.is_set())


def test_what_is_printed_there_does_not_come_between():
    assert apart.run_apart("journal.apart_trials:chatter", b"antwoord", **USUAL) == b"antwoord"


def test_only_functions_of_the_journal_run():
    with pytest.raises(apart.Raised, match=r"^ValueError$"):
        apart.run_apart("os:listdir", b"", **USUAL)
