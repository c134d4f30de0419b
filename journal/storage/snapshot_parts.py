"""The parts of a snapshot. Each takes its words from what was chosen; the journal only gives their order and days."""

from collections.abc import Collection
from dataclasses import replace

from sqlmodel import Session

from journal.domain import fragment_ids, jpeg
from journal.domain.guidance import Guidance
from journal.domain.records import AttachmentKind, Entry, Meeting, Who
from journal.domain.sharing_records import Preparation
from journal.domain.snapshot import (
    AttachmentNow,
    Case,
    ExperimentNow,
    Piece,
    PlaceNow,
    Places,
    QuestionVersion,
    Reflection,
    SinceLastTime,
    ThemeNow,
    Themes,
)
from journal.storage import attachments, experiments, fragment_groups, journeys, places, preparations, questions
from journal.storage.attachments import AttachmentLine
from journal.storage.fragment_pieces import FragmentGroup, FragmentPiece
from journal.storage.snapshot_choice import Chosen


def since(session: Session, preparation: Preparation, chosen: Chosen) -> SinceLastTime | None:
    """The loop on top, with the day of the meeting before."""
    told = chosen.pieces(fragment_ids.SINCE)
    if not told:
        return None
    assert preparation.id is not None
    before = preparations.before(session, preparation.id)
    whole = next((piece for piece in told if piece.prompt_id == fragment_groups.SINCE), None)
    return SinceLastTime(
        since=before.meeting_on if before else None,
        text=whole.text if whole else "",
        fragment=whole.fragment if whole else "",
        parts=tuple(piece for piece in told if piece is not whole),
    )


def question(session: Session, journey_id: int, chosen: Chosen) -> tuple[QuestionVersion, ...]:
    """The learning question as it is now, and what was ticked of how it became so; newest first."""
    now = chosen.first(fragment_ids.QUESTION)
    if now is None:
        return ()
    told = chosen.by_id()
    found: list[QuestionVersion] = []
    for line in questions.versions(session, journey_id):
        wording = fragment_ids.piece(line.entry_id, questions.TEXT) if found else fragment_ids.QUESTION
        shift = told.get(fragment_ids.piece(line.entry_id, questions.REASON))
        if line.text.strip() and wording in chosen:
            found.append(
                QuestionVersion(
                    text=line.text.strip(),
                    written_on=line.written_on,
                    shift=shift.text if shift else "",
                    fragment=wording,
                    shift_fragment=shift.fragment if shift else "",
                )
            )
    return tuple(found)


def places_of(session: Session, journey_id: int, guidance: Guidance, chosen: Chosen) -> Places | None:
    """The places on the map, and what was ticked of the words beside them."""
    if fragment_ids.PLACES not in chosen:
        return None
    walked = places.walked(session, journey_id)
    known = {stage.id for stage in guidance.stages}
    told = chosen.by_id()
    now: dict[Who, list[PlaceNow]] = {Who.ME: [], Who.US: []}
    for note in fragment_groups.places_now(walked):
        if note.stage_id in known:
            noticed = told.get(fragment_ids.place(note.entry_id, note.who, note.stage_id))
            words = (noticed.text, noticed.fragment) if noticed else ("", "")
            now[note.who].append(PlaceNow(note.stage_id, *words))
    visited = tuple(dict.fromkeys(note.stage_id for note in walked.notes if note.who is Who.ME))
    days = {each.session_id: each.starts_on for each in journeys.meetings(session, journey_id)}
    return Places(
        me=tuple(now[Who.ME]),
        us=tuple(now[Who.US]),
        visited=tuple(id_ for id_ in visited if id_ in known),
        furthest=max((id_ for id_ in visited if id_ in known), key=guidance.stage_number, default=None),
        dates=tuple(sorted({day for note in walked.notes if (day := days.get(note.session_id or ""))})),
        fragment=fragment_ids.PLACES,
    )


def case(preparation: Preparation, chosen: Chosen) -> Case | None:
    """The case, in the order of its form."""
    told = chosen.pieces(fragment_ids.CASE)
    if not told:
        return None
    nothing = Piece("", "")
    title = next((piece for piece in told if piece.prompt_id == fragment_groups.CASE_TITLE), nothing)
    asked = next((piece for piece in told if piece.prompt_id == fragment_groups.CASE_QUESTION), nothing)
    return Case(
        title=title.text,
        parts=tuple(piece for piece in told if piece not in (title, asked)),
        question=asked.text,
        method_id=preparation.method_id,
        title_fragment=title.fragment,
        question_fragment=asked.fragment,
    )


def reflections(session: Session, chosen: Chosen) -> tuple[Reflection, ...]:
    """What was ticked of reflections, oldest first."""
    return _by_entry(session, [group for group in chosen.groups if group.kind == "reflection"], chosen)


def notes(session: Session, chosen: Chosen) -> tuple[Reflection, ...]:
    """What was ticked of notes, oldest first."""
    return _by_entry(session, [group for group in chosen.groups if group.kind == "notes"], chosen)


def _by_entry(session: Session, groups: Collection[FragmentGroup], chosen: Chosen) -> tuple[Reflection, ...]:
    by_entry: dict[int, list[FragmentPiece]] = {}
    for answer in (answer for group in groups for answer in group.answers()):
        entry_id = fragment_ids.entry_of(answer.id)
        if entry_id is not None and chosen.text(answer):
            by_entry.setdefault(entry_id, []).append(answer)
    return tuple(_entry(session, entry_id, told, chosen) for entry_id, told in by_entry.items())


def _entry(session: Session, entry_id: int, told: list[FragmentPiece], chosen: Chosen) -> Reflection:
    """The days are those of the session; the day of writing is nobody's business."""
    meeting_id = session.get_one(Entry, entry_id).meeting_id
    meeting = session.get(Meeting, meeting_id) if meeting_id else None
    return Reflection(
        title=next((answer.title for answer in told if answer.title and answer.id in chosen), ""),
        session_id=meeting.session_id if meeting else None,
        starts_on=meeting.starts_on if meeting else None,
        ends_on=meeting.ends_on if meeting else None,
        pieces=tuple(Piece(answer.prompt_id, chosen.text(answer), answer.id) for answer in told),
    )


def themes(session: Session, journey_id: int, guidance: Guidance, chosen: Chosen) -> Themes | None:
    """What was ticked of the themes, with the word on the line when that was ticked too."""
    told = chosen.by_id()
    lines, now, earlier = [], "", ""
    for note, before in fragment_groups.themes_now(session, journey_id, guidance):
        words = told.get(fragment_ids.piece(note.entry_id, f"theme.{note.theme_id}"))
        if words is None:
            continue
        line = ThemeNow(note.theme_id, words.text, fragment=words.fragment)
        if fragment_ids.mark(note.entry_id, note.theme_id) in chosen:
            line = replace(line, level=note.level, earlier=before.level if before else None)
            now, earlier = note.session_id or now, (before.session_id if before else "") or earlier
        lines.append(line)
    return Themes(tuple(lines), now or None, earlier or None) if lines else None


def tried(chosen: Chosen) -> tuple[ExperimentNow, ...]:
    """What was ticked of experiments, newest first."""
    found = []
    for holder in (piece for group in chosen.groups if group.kind == "experiments" for piece in group.pieces):
        told = [Piece(each.prompt_id, text, each.id) for each in holder.answers() if (text := chosen.text(each))]
        if not told:
            continue
        title = next((piece for piece in told if piece.prompt_id == experiments.TITLE), Piece("", ""))
        found.append(
            ExperimentNow(
                title=title.text,
                parts=tuple(piece for piece in told if piece is not title),
                fragment=holder.id,
                title_fragment=title.fragment,
            )
        )
    return tuple(found)


def attached(session: Session, chosen: Chosen) -> tuple[AttachmentNow, ...]:
    """The ticked drawings, models and photos. The day on which one was made stays in the journal."""
    ids = [fragment_ids.attachment_of(group.id) for group in chosen.groups if group.id in chosen]
    lines = [attachments.one(session, id_) for id_ in ids if id_ is not None]
    return tuple(
        AttachmentNow(
            kind=line.kind.value,
            caption=line.caption,
            description=line.description,
            data=_contents(session, line),
            width=line.width,
            height=line.height,
            session_id=line.session_id,
            fragment=fragment_ids.attachment(line.id),
        )
        for line in lines
    )


def _contents(session: Session, line: AttachmentLine) -> bytes:
    data = attachments.data(session, line.id)
    return jpeg.without_notes(data) if line.kind is AttachmentKind.PHOTO else data
