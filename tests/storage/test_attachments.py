"""Drawings, models and photos: kept with their entry, found by caption, never lost by a slip of the hand."""

import pytest

from journal.domain import drawing
from journal.domain.changes import Change, changed_by
from journal.domain.drawing import Drawing, Pen, Stroke
from journal.domain.records import AttachmentKind
from journal.storage import answers, attachments, entries, journeys, search
from tests.storage.beginnings import TODAY, a_journey, a_reflection


def drawn(strokes: int) -> bytes:
    line = Stroke(Pen.INK, 4, tuple((10.0 + step, 20.0) for step in range(20)))
    return drawing.write(Drawing((line,) * strokes))


def put(journal, entry_id, data=b"", kind=AttachmentKind.DRAWING, **named):
    return journal.do(
        attachments.add, entry_id, kind, data or drawn(3), width=drawing.WIDTH, height=drawing.HEIGHT, **named
    )


@pytest.fixture
def entry_id(journal):
    return a_reflection(journal)


def kept(journal, attachment_id):
    return journal.read(attachments.data, attachment_id)


def test_a_drawing_stands_with_its_entry_with_caption_and_description(journal, entry_id, clock):
    first = put(journal, entry_id, thumbnail=b"small")
    second = put(journal, entry_id, b"\xff\xd8jpeg", AttachmentKind.PHOTO)
    journal.do(answers.write, entry_id, attachments.prompt_of(first, "caption"), "De lege stoel ")
    journal.do(answers.write, entry_id, attachments.prompt_of(first, "description"), "Een tafel met een lege stoel.")
    lines = journal.read(attachments.of_entry, entry_id)
    assert [(line.id, line.kind, line.caption) for line in lines] == [
        (first, AttachmentKind.DRAWING, "De lege stoel"),
        (second, AttachmentKind.PHOTO, ""),
    ]
    assert lines[0].description == "Een tafel met een lege stoel."
    assert (lines[0].width, lines[0].height, lines[0].made_on) == (1104, 616, clock.today())
    assert journal.read(attachments.thumbnail, first) == b"small"
    assert kept(journal, second) == b"\xff\xd8jpeg"


def test_search_finds_a_caption_until_the_drawing_is_thrown_away(journal, entry_id):
    journey_id = journal.read(journeys.current).id
    made = put(journal, entry_id)
    journal.do(answers.write, entry_id, attachments.prompt_of(made, "caption"), "De lege stoel")
    assert [hit.entry_id for hit in journal.read(search.find, journey_id, "stoel")] == [entry_id]
    journal.do(attachments.throw_away, made)
    assert journal.read(search.find, journey_id, "stoel") == []
    assert journal.read(attachments.of_entry, entry_id) == []
    assert [line.id for line in journal.read(attachments.of_entry, entry_id, thrown_away=True)] == [made]
    assert journal.read(attachments.one, made).thrown_away
    journal.do(attachments.fetch_back, made)
    assert [hit.entry_id for hit in journal.read(search.find, journey_id, "stoel")] == [entry_id]
    assert [line.id for line in journal.read(attachments.of_entry, entry_id)] == [made]


def test_drawing_on_keeps_no_version_of_every_stroke(journal, entry_id, clock):
    made = put(journal, entry_id, drawn(1))
    for strokes in range(2, 20):
        clock.later(seconds=3)
        journal.do(attachments.update, made, drawn(strokes))
    assert journal.read(attachments.versions, made) == []


def test_what_stood_for_minutes_is_kept_and_can_be_brought_back(journal, entry_id, clock):
    made = put(journal, entry_id, drawn(3))
    stood = clock.moment
    clock.later(minutes=6)
    journal.do(attachments.update, made, drawn(4))
    edition = journal.read(attachments.versions, made)[0]
    assert edition.kept_at == stood
    assert journal.do(attachments.bring_back, edition.id) == drawn(3) == kept(journal, made)
    assert len(journal.read(attachments.versions, made)) == 2
    assert journal.read(attachments.thumbnail, made) == b""


def test_clearing_the_sheet_keeps_what_was_on_it_once(journal, entry_id, clock):
    made = put(journal, entry_id, drawn(5))
    for strokes in (0, 5, 0, 5, 0):
        clock.later(seconds=2)
        journal.do(attachments.update, made, drawn(strokes))
    assert len(journal.read(attachments.versions, made)) == 1


def test_an_empty_sheet_is_never_a_version(journal, entry_id, clock):
    made = put(journal, entry_id, drawn(0))
    clock.later(minutes=30)
    journal.do(attachments.update, made, drawn(1))
    assert journal.read(attachments.versions, made) == []


def test_the_same_drawing_again_changes_nothing(journal, entry_id, clock):
    made = put(journal, entry_id)
    clock.later(minutes=30)
    journal.do(attachments.update, made, drawn(3))
    assert journal.read(attachments.versions, made) == []


def test_what_belongs_to_a_thrown_away_entry_goes_along_and_comes_back(journal):
    journey_id = a_journey(journal)
    entry_id = a_reflection(journal, journey_id)
    made = put(journal, entry_id)
    journal.do(entries.throw_away, entry_id)
    assert journal.read(attachments.of_journey, journey_id) == []
    journal.do(entries.fetch_back, entry_id)
    assert [line.id for line in journal.read(attachments.of_journey, journey_id)] == [made]


def test_an_attachment_knows_the_meeting_of_its_entry(journal):
    journey_id = a_journey(journal)
    meeting_id = journal.read(journeys.meetings, journey_id)[0].id
    entry_id = journal.do(entries.start, journey_id, "reflection", on=TODAY, meeting_id=meeting_id)
    put(journal, entry_id)
    assert journal.read(attachments.of_entry, entry_id)[0].session_id == "two-day-1"


def test_something_monstrous_is_not_taken_in(journal, entry_id):
    with pytest.raises(ValueError, match="larger"):
        put(journal, entry_id, b"x" * (attachments.MOST_BYTES + 1))
    assert journal.read(attachments.of_entry, entry_id) == []


def test_a_small_picture_made_later_disturbs_nobody(journal, entry_id):
    made = put(journal, entry_id)
    before = journal.read(attachments.one, made)
    journal.do(attachments.set_thumbnail, made, b"small")
    assert journal.read(attachments.one, made) == before
    assert journal.read(attachments.thumbnail, made) == b"small"
    assert changed_by(attachments.set_thumbnail) is Change.NOTHING
