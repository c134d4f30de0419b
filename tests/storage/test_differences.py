"""Two texts in one place: chosen between when their writer likes, and neither is ever gone."""

from pathlib import Path

import pytest

from journal.storage import answers, differences, entries, merge
from journal.storage.database import OpenJournal
from journal.storage.differences import Kept
from tests.conftest import Clock
from tests.storage.beginnings import text_of
from tests.storage.two_copies import base, copy_of, texts


@pytest.fixture
def pair(tmp_path: Path):
    """Mine after merging, theirs, and the entry with a title and an answer that differ."""
    begun, clock, their_clock = base(tmp_path / "base"), Clock(), Clock()
    with copy_of(begun, tmp_path / "mine", clock) as mine, copy_of(begun, tmp_path / "theirs", their_clock) as theirs:
        entry = mine.read(lambda s: min(s.connection().exec_driver_sql("SELECT id FROM entry").scalars()))
        clock.later(hours=1)
        their_clock.later(hours=2)
        for journal, text in ((mine, "zo zag ik het"), (theirs, "heel anders bekeken")):
            journal.do(answers.write, entry, "note.text", text)
            journal.do(entries.set_title, entry, f"titel: {text}")
        clock.later(hours=2)
        mine.do(merge.merge, theirs, "laptop thuis")
        yield mine, theirs, entry


def _lines(journal: OpenJournal) -> dict[str, differences.DifferenceLine]:
    return {line.prompt_id: line for line in journal.read(differences.listed)}


def test_every_text_that_differs_is_told_with_where_it_came_from(pair):
    mine, _, _ = pair
    assert mine.read(differences.count) == 2
    line = _lines(mine)["note.text"]
    assert (line.standing, line.other) == ("heel anders bekeken", "zo zag ik het")
    assert (line.came_from, line.other_is_theirs) == ("laptop thuis", False)
    assert _lines(mine)["aside.title"].other == "titel: zo zag ik het"


@pytest.mark.parametrize(
    ("kept", "text", "title"),
    [
        (Kept.STANDING, "heel anders bekeken", "titel: heel anders bekeken"),
        (Kept.OTHER, "zo zag ik het", "titel: zo zag ik het"),
        (Kept.BOTH, "heel anders bekeken\n\nzo zag ik het", "titel: heel anders bekeken / titel: zo zag ik het"),
    ],
)
def test_after_choosing_the_chosen_text_stands_and_the_other_is_a_version(pair, kept, text, title):
    mine, theirs, entry = pair
    before = texts(mine)
    for line in mine.read(differences.listed):
        mine.do(differences.decide, line.id, kept)
        mine.do(differences.decide, line.id, Kept.OTHER)
    assert text_of(mine, entry, "note.text") == text
    assert mine.read(entries.whole, entry).entry.title == title
    assert before <= texts(mine)
    assert mine.read(differences.count) == 0
    assert mine.do(merge.merge, theirs, "laptop thuis").differences == 0
    theirs.do(merge.merge, mine, "laptop werk")
    assert theirs.read(differences.count) == 0
    assert text_of(theirs, entry, "note.text") == text


def test_a_text_of_something_thrown_away_does_not_ask(pair):
    mine, _, entry = pair
    mine.do(entries.throw_away, entry)
    assert mine.read(differences.count) == 0
    mine.do(entries.fetch_back, entry)
    assert mine.read(differences.count) == 2
