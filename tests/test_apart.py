"""Work in a process of its own: its answer comes back, and whatever goes wrong there stays there."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from journal import apart
from journal.returned import reading

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


@pytest.mark.skipif("REISGEZEL_BUNDLE" not in os.environ, reason="the bundle was not built")
@pytest.mark.parametrize("program", ["reisgezel", "reisgezel-cli"])
def test_in_the_bundle_too_a_returned_paper_is_read_apart(monkeypatch, program):
    ending = ".exe" if sys.platform == "win32" else ""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path(os.environ["REISGEZEL_BUNDLE"]) / f"{program}{ending}"))

    assert apart.run_apart("journal.apart_trials:echo", b"tekst", **USUAL) == b"tekst"
    read = reading.read_paper((Path(__file__).parent / "data/returned/acrobat.pdf").read_bytes())
    assert len(read.remarks) == 7
    locked = (Path(__file__).parent / "data/returned/locked.pdf").read_bytes()
    assert len(reading.read_paper(locked, password="samen").remarks) == 7
