"""The bin: thirty days to come back whole, and erased means gone from every page of the file."""

import datetime as dt
import hashlib

import pytest
from sqlmodel import select

from journal.domain.changes import Change, changes
from journal.domain.returning import ProposedRemark, RemarkKind, RemarkState, ReturnedKind
from journal.domain.sharing import PaperKind, PlacedFragment, Recipient
from journal.domain.sharing_records import TickedFragment
from journal.storage import (
    answers,
    attachments,
    entries,
    marks,
    places,
    preparations,
    remarks,
    returned,
    search,
    shares,
    trash,
)
from journal.storage.archive import archive
from journal.storage.database import OpenJournal
from journal.storage.health import check
from journal.storage.trash import ThrownKind
from tests.conftest import ROOT
from tests.storage.beginnings import TODAY, a_journey, a_reflection
from tests.storage.pages import plain_pages

PAPER = b"%PDF wegverhaal op papier"
DRAWING = b'{"format": 1, "strokes": []}'


@pytest.fixture
def told(journal: OpenJournal, clock):
    """Two reflections full of words that stand nowhere else; the first is the one to go."""
    journey_id = a_journey(journal)
    made = []
    for mark in ("weg", "blijft"):
        entry_id = a_reflection(journal, journey_id)
        journal.do(answers.write, entry_id, "moment.story", f"{mark}verhaal eerste " * 40)
        clock.later(minutes=30)
        journal.do(answers.write, entry_id, "moment.story", f"{mark}verhaal tweede " * 40)
        journal.do(answers.write, entry_id, "moment.name", f"{mark}naam")
        journal.do(entries.set_title, entry_id, f"{mark}titel")
        journal.do(places.place, entry_id, "me", ["trials"])
        journal.do(places.notice, entry_id, "me", "trials", f"{mark}teken")
        journal.do(answers.write, entry_id, "theme.leadership", f"{mark}thema")
        journal.do(marks.mark, entry_id, "leadership", 3)
        made.append(entry_id)
    return journey_id, *made


def test_what_is_thrown_away_lies_there_for_thirty_days_and_comes_back_whole(journal: OpenJournal, told):
    _, gone, _ = told
    before = journal.read(archive)
    journal.do(entries.throw_away, gone)
    thrown = journal.read(trash.listed)
    assert [(each.kind, each.id, each.title) for each in thrown] == [(ThrownKind.ENTRY, gone, "wegtitel")]
    assert thrown[0].stays_until - thrown[0].thrown_at == dt.timedelta(days=30)
    journal.do(trash.fetch_back, ThrownKind.ENTRY, gone)
    assert journal.read(archive) == before


def test_what_was_not_thrown_away_cannot_be_erased(journal: OpenJournal, told):
    _, gone, _ = told
    with pytest.raises(ValueError, match="thrown away"):
        journal.do(trash.erase, ThrownKind.ENTRY, gone)
    assert "wegtitel" in str(journal.read(archive))


def test_erased_is_gone_from_every_page_of_the_file_and_the_rest_stays(journal: OpenJournal, told):
    _, gone, stays = told
    journal.do(entries.throw_away, gone)
    journal.do(trash.erase, ThrownKind.ENTRY, gone)
    assert journal.read(trash.listed) == []
    assert check(journal).problems == ()
    assert journal.read(search.find, told[0], "wegverhaal") == []
    assert {hit.entry_id for hit in journal.read(search.find, told[0], "blijftverhaal")} == {stays}
    journal.close()
    pages = plain_pages(journal.database, ROOT)
    for word in ("verhaal eerste", "verhaal tweede", "naam", "titel", "teken", "thema"):
        assert f"blijft{word}".encode() in pages
        assert f"weg{word}".encode() not in pages
    assert b"wegverhaal" not in pages


def test_the_papers_it_stood_on_go_and_that_it_was_shared_stays_known(journal: OpenJournal, told):
    journey_id, gone, _ = told
    prepared = journal.do(preparations.prepare, journey_id, on=TODAY, method_id="incident")
    fragment = f"piece.{gone}.moment.story"
    placed = PlacedFragment("K7-1", fragment, "Eén moment", "wegverhaal op papier", 1, 10, 20, 30, 40)
    journal.do(
        shares.remember,
        journey_id,
        preparation_id=prepared,
        kind=PaperKind.PREPARATION,
        recipient=Recipient.GROUP,
        recipient_name="",
        code="K7",
        file_name="A.pdf",
        pages=1,
        digest=hashlib.sha256(PAPER).hexdigest(),
        locked=False,
        fragments=[fragment],
        data=PAPER,
        placed=[placed],
    )
    journal.do(entries.throw_away, gone)
    journal.do(trash.erase, ThrownKind.ENTRY, gone)
    assert [paper.share.file_name for paper in journal.read(shares.listed, journey_id)] == ["A.pdf"]
    journal.close()
    assert b"wegverhaal" not in plain_pages(journal.database, ROOT)


def test_a_drawing_is_erased_with_its_name_and_its_earlier_drawings(journal: OpenJournal, told, clock):
    _, _, stays = told
    made = journal.do(attachments.add, stays, "drawing", DRAWING, width=10, height=10)
    clock.later(minutes=30)
    journal.do(answers.write, stays, f"attachment.{made}.caption", "wegbijschrift")
    journal.do(attachments.throw_away, made)
    assert [(each.kind, each.what, each.title) for each in journal.read(trash.listed)] == [
        (ThrownKind.ATTACHMENT, "drawing", "wegbijschrift")
    ]
    assert journal.do(trash.empty) == 1
    assert check(journal).problems == ()
    journal.close()
    assert b"wegbijschrift" not in plain_pages(journal.database, ROOT)


def test_after_thirty_days_of_writing_it_goes_by_itself(journal: OpenJournal, told, clock):
    _, gone, stays = told
    journal.do(entries.throw_away, gone)
    clock.later(days=29)
    journal.do(answers.write, stays, "moment.name", "bijna")
    assert journal.do(trash.clear_old) == 0
    clock.later(days=2)
    assert journal.do(trash.clear_old) == 0  # nothing was written after the thirty days yet
    journal.do(answers.write, stays, "moment.name", "later")
    assert journal.do(trash.clear_old) == 1


def test_a_clock_that_jumps_ahead_erases_nothing(journal: OpenJournal, told, clock):
    _, gone, _ = told
    journal.do(entries.throw_away, gone)
    clock.later(days=4000)
    assert journal.do(trash.clear_old) == 0
    clock.later(days=-9000)
    assert journal.do(trash.clear_old) == 0
    assert len(journal.read(trash.listed)) == 1


def test_what_came_from_it_stays_when_it_is_erased(journal: OpenJournal, told):
    journey_id, gone, _ = told
    later = journal.do(entries.start, journey_id, "experiment", on=TODAY, caused_by_id=gone)
    journal.do(entries.throw_away, gone)
    journal.do(trash.erase, ThrownKind.ENTRY, gone)
    assert journal.read(entries.whole, later).entry.caused_by_id is None
    assert check(journal).problems == ()


def erased(journal: OpenJournal, entry_id: int) -> None:
    journal.do(entries.throw_away, entry_id)
    journal.do(trash.erase, ThrownKind.ENTRY, entry_id)


def shared(journal: OpenJournal, journey_id: int, *fragments: str) -> int:
    named = {"preparation_id": None, "kind": PaperKind.SESSION, "recipient": Recipient.COACH, "file_name": "A.pdf"}
    digest = hashlib.sha256(PAPER).hexdigest()
    placed = [PlacedFragment("K7-1", each, "", "wegverhaal", 1, 10, 20, 30, 40) for each in fragments]
    return journal.do(
        shares.remember, journey_id, pages=1, digest=digest, fragments=fragments, data=PAPER, placed=placed, **named
    )


def test_what_is_written_after_an_erasure_inherits_no_share_and_no_remark(journal: OpenJournal, told):
    journey_id, *_ = told
    gone = a_reflection(journal, journey_id)
    fragment = f"piece.{gone}.moment.story"
    share = shared(journal, journey_id, fragment)
    said = ProposedRemark(RemarkKind.NOTE, "mooi gezien", quoted="wegverhaal", code="K7-1", fragment=fragment)
    came = {"share_id": share, "kind": ReturnedKind.PDF, "sender": "", "file_name": "B.pdf", "data": b"%PDF wegverhaal"}
    taken = journal.do(returned.take_in, journey_id, remarks=[said], **came)
    (line,) = journal.read(returned.remarks, taken.returned_id)
    journal.do(returned.decide, [returned.Choice(line.id, RemarkState.KEPT, line.code, line.fragment)])
    erased(journal, gone)
    fresh = a_reflection(journal, journey_id)
    journal.do(answers.write, fresh, "moment.story", "iets heel anders")
    assert fresh == gone  # the number is given anew
    assert journal.read(remarks.beside_entry, journey_id, fresh) == ()
    assert [paper.fragments for paper in journal.read(shares.listed, journey_id)] == [("piece.0.moment.story",)]
    assert [each.text for each in journal.read(remarks.of_share, share)] == ["mooi gezien"]


def test_an_email_about_what_is_erased_keeps_no_word_of_it(journal: OpenJournal, told):
    journey_id, gone, _ = told
    said = ProposedRemark(
        RemarkKind.MAIL, "mooi", quoted="wegverhaal eerste", code="K7-1", fragment=f"piece.{gone}.moment.story"
    )
    came = {"share_id": None, "kind": ReturnedKind.MAIL, "sender": "", "file_name": "", "data": b"> wegverhaal eerste"}
    taken = journal.do(returned.take_in, journey_id, remarks=[said], **came)
    erased(journal, gone)
    assert journal.read(returned.data, taken.returned_id) == b""
    journal.close()
    assert b"wegverhaal" not in plain_pages(journal.database, ROOT)


def test_erasing_one_drawing_unticks_no_other(journal: OpenJournal, told):
    journey_id, _, stays = told
    prepared = journal.do(preparations.prepare, journey_id, on=TODAY, method_id="incident")
    first, *_, twelfth = [journal.do(attachments.add, stays, "drawing", DRAWING, width=9, height=9) for _ in range(12)]

    @changes(Change.PREPARATION)
    def tick(session):
        for number in (first, twelfth):
            tick = TickedFragment(preparation_id=prepared, recipient="group", fragment=f"attachment.{number}")
            session.add(tick)

    journal.do(tick)
    journal.do(attachments.throw_away, first)
    journal.do(trash.erase, ThrownKind.ATTACHMENT, first)
    left = journal.read(lambda session: list(session.exec(select(TickedFragment.fragment))))
    assert (first, left) == (1, ["attachment.12"])
