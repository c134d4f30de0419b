"""Copies that a sync program makes beside a journal are known by their names; nothing else is."""

from pathlib import Path

import pytest

from journal.conflict_copies import beside

OURS = [
    "journal.db",
    "journal.db-journal",
    "journal.key",
    "journal.key.next",
    "journal.lock",
    "journal-before-0001-1.db",
]


@pytest.mark.parametrize(
    "name",
    [
        "journal (conflicted copy 2026-11-20).db",
        "journal (Marjan's conflicted copy).key",
        "journal-LAPTOP-4F2.db",
        "journal.sync-conflict-20261120-191400-ABCDEFG.db",
        "journal_conflict-20261120-191400.db",
        "journal (1).db",
        "Journal 2.DB",
        "journal (Konflikt).db",
        "journal-WERK.db-journal",
    ],
)
def test_a_conflict_copy_is_noticed(tmp_path: Path, name: str):
    for own in [*OURS, ".journal.part", "vakantie.jpg", "notes about my journal.txt"]:
        (tmp_path / own).write_bytes(b"x")
    assert beside(tmp_path) == []
    (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in beside(tmp_path)] == [name]


def test_a_folder_that_is_gone_has_none(tmp_path: Path):
    assert beside(tmp_path / "gone") == []
