"""The small open file with days: tiny, without a word of the diary, and harmless when it is broken."""

import datetime as dt
import json

import pytest

from journal import reminder_file
from journal.domain.reminders import Kind
from journal.reminder_file import Day, Days

WEBINAR = Day(Kind.SESSION, dt.date(2026, 12, 1), "webinar 4")
GROUP = Day(Kind.INTERVISIE, dt.date(2026, 12, 8))


def test_what_is_written_is_read_and_only_days_and_words_stand_in_it(tmp_path):
    file = tmp_path / "reminders.json"
    reminder_file.write(file, [WEBINAR, GROUP], {WEBINAR.key, "session.2020-01-01.old"})
    assert reminder_file.read(file) == Days((WEBINAR, GROUP), frozenset({WEBINAR.key}))
    content = json.loads(file.read_text("utf-8"))
    assert content["days"][0] == {"kind": "session", "day": "2026-12-01", "words": "webinar 4"}
    assert set(content) == {"format", "days", "told"}


def test_each_thing_is_due_once_in_its_own_time():
    found = Days((WEBINAR, GROUP))
    assert found.due(dt.date(2026, 11, 27)) is None
    assert found.due(dt.date(2026, 11, 30)) == WEBINAR
    assert Days((WEBINAR, GROUP), frozenset({WEBINAR.key})).due(dt.date(2026, 11, 30)) == GROUP
    assert Days((WEBINAR, GROUP), frozenset({WEBINAR.key, GROUP.key})).due(dt.date(2026, 12, 1)) is None
    assert found.due(dt.date(2026, 12, 9)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"[1]",
        b"null",
        b'{"format": 2}',
        b'{"format": 1, "days": 3, "told": []}',
        b'{"format": 1, "days": [{"kind": "party", "day": "2026-12-01", "words": ""}], "told": []}',
        b'{"format": 1, "days": [{"kind": "session", "day": "soon", "words": ""}], "told": []}',
        b"[" * 50_000,
        b" " * 10_000_000,
        b"\xff\xfe",
    ],
    ids=lambda data: repr(data[:30]),
)
def test_a_broken_file_says_nothing(tmp_path, data):
    file = tmp_path / "reminders.json"
    file.write_bytes(data)
    assert reminder_file.read(file) == Days()


def test_no_file_says_nothing_and_can_be_taken_away_twice(tmp_path):
    file = tmp_path / "reminders.json"
    reminder_file.remove(file)
    assert reminder_file.read(file) == Days()


def test_strange_signs_in_a_name_do_no_harm(tmp_path):
    file = tmp_path / "reminders.json"
    reminder_file.write(file, [Day(Kind.SESSION, dt.date(2026, 12, 1), "half \ud83d")], ())
    assert reminder_file.read(file).days[0].words == "half ?"
