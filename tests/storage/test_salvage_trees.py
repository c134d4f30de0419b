"""B-trees that were made to mislead: reading them ends, and gives nothing that is not there."""

from journal.storage.database import OpenJournal
from journal.storage.keys import database_key
from journal.storage.salvage_pages import USABLE, Pages
from journal.storage.salvage_trees import leaf, walk
from tests.conftest import ROOT


def test_pages_that_point_in_a_circle_end(journal: OpenJournal, monkeypatch):
    journal.close()
    page = bytearray(USABLE)
    page[0], page[3:5], page[8:10] = 0x0D, (1).to_bytes(2, "big"), (100).to_bytes(2, "big")
    page[100:110] = b"\xbf" + b"\xff" * 7 + b"\x7f" + b"\x01"  # one row, longer than any disk
    circle = (bytes(3) + b"\x03").ljust(USABLE, b"\0")
    pages = Pages(journal.database, database_key(ROOT))
    monkeypatch.setattr(pages, "read", lambda number: bytes(page) if number == 2 else circle)
    tree = leaf(pages, 2)
    assert not tree.complete
    assert not tree.rows


def test_a_branch_that_is_its_own_child_ends(journal: OpenJournal, monkeypatch):
    journal.close()
    branch = bytearray(USABLE)
    branch[0], branch[8:12] = 0x05, (2).to_bytes(4, "big")
    pages = Pages(journal.database, database_key(ROOT))
    monkeypatch.setattr(pages, "read", lambda _number: bytes(branch))
    tree = walk(pages, 2)
    assert not tree.complete
    assert tree.pages == {2}
