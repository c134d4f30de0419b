"""Take what was ticked out of the journal, for a paper: nothing else ever gets into a snapshot."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from sqlmodel import Session, col, select

from journal.domain import model, pseudonyms
from journal.domain.guidance import Guidance
from journal.domain.records import Journey, Meeting, Who
from journal.domain.sharing_records import Preparation
from journal.domain.snapshot import (
    AttachmentNow,
    Case,
    ExperimentNow,
    NameChoice,
    PlaceNow,
    Places,
    QuestionVersion,
    Reflection,
    ReflectionPiece,
    SinceLastTime,
    Snapshot,
    ThemeNow,
    Themes,
)
from journal.storage import attachments, entries, experiments, fragments, marks, places, preparations, questions
from journal.storage.archive import archive
from journal.storage.fragments import CASE_QUESTION, CASE_TITLE, SINCE, FragmentGroup, FragmentPiece

__all__ = ["archive", "take"]

_LOOKED_BACK_ON = ("two_day", "workshop")


def take(session: Session, preparation_id: int, guidance: Guidance, *, on: dt.date) -> Snapshot:
    """The frozen input of the paper: only the ticked fragments, and how the names in them print."""
    prepared = preparations.whole(session, preparation_id)
    preparation = prepared.preparation
    journey = session.get_one(Journey, preparation.journey_id)
    offered = fragments.offered(session, preparation_id, guidance)
    ticked = {piece.id for group in offered for piece in group.pieces} & prepared.ticked
    pieces = {piece.id: piece for group in offered for piece in group.pieces if piece.id in ticked}
    taken = Snapshot(
        made_on=on,
        writer=pseudonyms.styled(journey.own_name, preparation.own_name_style),
        edition=journey.edition,
        group_name=journey.group_name,
        meeting_on=preparation.meeting_on,
        after_session_id=_after(session, preparation.journey_id, on),
        initials=preparation.initials,
        since=_since(session, preparation) if "since" in ticked else None,
        question=_question(session, preparation.journey_id) if "question" in ticked else (),
        context=_context(session, preparation.journey_id, guidance) if "context" in ticked else (),
        places=_places(session, preparation.journey_id, guidance) if "places" in ticked else None,
        case=_case(session, preparation, guidance) if "case" in ticked else None,
        reflections=_with_pieces(session, preparation.journey_id, [fragments.REFLECTION_FORM], pieces),
        themes=_themes(session, preparation.journey_id, guidance) if "themes" in ticked else None,
        experiments=_experiments(session, preparation.journey_id, guidance, ticked),
        attachments=_attachments(session, offered, ticked),
        next_step=pieces["next_step"].text if "next_step" in ticked else "",
        notes=_with_pieces(session, preparation.journey_id, fragments.note_forms(guidance), pieces),
        harvest="harvest" in ticked,
        fragments=tuple(sorted(ticked)),
    )
    return replace(taken, names=_names(taken, journey.own_name, preparation, prepared.rules))


def _names(
    taken: Snapshot, own_name: str, preparation: Preparation, rules: dict[str, str | None]
) -> tuple[NameChoice, ...]:
    own = pseudonyms.own_choices(own_name, preparation.own_name_style)
    if not preparation.initials:
        return own
    found = pseudonyms.found_names(
        _texts(
            (
                taken.since,
                taken.question,
                taken.context,
                taken.places,
                taken.case,
                taken.reflections,
                taken.themes,
                taken.experiments,
                [(each.caption, each.description, _words_in(each)) for each in taken.attachments],
                taken.next_step,
                taken.notes,
            )
        ),
        rules,
    )
    others = [name for name in found if not pseudonyms.is_of(name, own_name)]
    return (*pseudonyms.choices(others, rules), *own)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            if not field.name.endswith("_id"):
                yield from _texts(getattr(value, field.name))


def _attachments(session: Session, offered: tuple[FragmentGroup, ...], ticked: set[str]) -> tuple[AttachmentNow, ...]:
    chosen = [fragments.attachment_of(group.id) for group in offered if group.id in ticked]
    lines = [attachments.one(session, id_) for id_ in chosen if id_ is not None]
    return tuple(
        AttachmentNow(
            kind=line.kind.value,
            caption=line.caption,
            description=line.description,
            data=attachments.data(session, line.id),
            width=line.width,
            height=line.height,
            session_id=line.session_id,
            made_on=line.made_on,
        )
        for line in lines
    )


def _words_in(found: AttachmentNow) -> tuple[str, ...]:
    """What is written in a model; a drawing and a photo are not searched."""
    if found.kind != "model":
        return ()
    try:
        made = model.read(found.data)
    except model.ModelError:
        return ()
    return (*(box.text for box in made.boxes), *(arrow.text for arrow in made.arrows))


def _after(session: Session, journey_id: int, on: dt.date) -> str | None:
    query = (
        select(Meeting.session_id)
        .where(
            Meeting.journey_id == journey_id, col(Meeting.kind).in_(_LOOKED_BACK_ON), col(Meeting.skipped).is_(False)
        )
        .where(col(Meeting.starts_on) <= on)
        .order_by(col(Meeting.starts_on).desc())
    )
    return session.exec(query.limit(1)).first()


def _since(session: Session, preparation: Preparation) -> SinceLastTime:
    assert preparation.id is not None
    before = preparations.before(session, preparation.id)
    text = fragments.text_of(entries.whole(session, preparation.case_entry_id), SINCE)
    return SinceLastTime(before.meeting_on if before else None, text)


def _question(session: Session, journey_id: int) -> tuple[QuestionVersion, ...]:
    return tuple(
        QuestionVersion(line.text, line.written_on, line.reason) for line in questions.versions(session, journey_id)
    )


def _context(session: Session, journey_id: int, guidance: Guidance) -> tuple[ReflectionPiece, ...]:
    return tuple(ReflectionPiece(id_, text) for id_, text in fragments.context_of(session, journey_id, guidance))


def _places(session: Session, journey_id: int, guidance: Guidance) -> Places:
    walked = places.walked(session, journey_id)
    known = {stage.id for stage in guidance.stages}
    latest = {(note.who, note.stage_id): note.evidence for note in walked.notes}  # the newest comes last
    visited = tuple(dict.fromkeys(note.stage_id for note in walked.notes if note.who is Who.ME))
    return Places(
        me=tuple(PlaceNow(id_, latest[Who.ME, id_]) for id_ in walked.me if id_ in known),
        us=tuple(PlaceNow(id_, latest[Who.US, id_]) for id_ in walked.us if id_ in known),
        visited=tuple(id_ for id_ in visited if id_ in known),
        furthest=max((id_ for id_ in visited if id_ in known), key=guidance.stage_number, default=None),
        dates=tuple(sorted({note.on for note in walked.notes})),
    )


def _case(session: Session, preparation: Preparation, guidance: Guidance) -> Case:
    case = entries.whole(session, preparation.case_entry_id)
    apart = {CASE_TITLE, CASE_QUESTION, SINCE}
    told = ((prompt.id, fragments.text_of(case, prompt.id)) for prompt in guidance.form("case").prompts())
    return Case(
        title=fragments.text_of(case, CASE_TITLE),
        parts=tuple((id_, text) for id_, text in told if text and id_ not in apart),
        question=fragments.text_of(case, CASE_QUESTION),
        method_id=preparation.method_id,
    )


def _with_pieces(
    session: Session, journey_id: int, forms: list[str], pieces: dict[str, FragmentPiece]
) -> tuple[Reflection, ...]:
    """The ticked pieces by entry, oldest first. A piece brings the title of its entry only when it carries it."""
    by_entry: dict[int, list[FragmentPiece]] = {}
    for id_, piece in pieces.items():
        entry_id = fragments.entry_of(id_)
        if entry_id is not None:
            by_entry.setdefault(entry_id, []).append(piece)
    found = []
    for line in reversed(entries.listed(session, journey_id, forms, only=by_entry)):
        mine = by_entry[line.id]
        meeting = session.get(Meeting, line.meeting_id) if line.meeting_id else None
        starts_on, ends_on = line.written_on, None
        if meeting is not None and meeting.starts_on is not None:
            starts_on, ends_on = meeting.starts_on, meeting.ends_on
        found.append(
            Reflection(
                title=next((piece.title for piece in mine if piece.title), ""),
                session_id=line.session_id,
                starts_on=starts_on,
                ends_on=ends_on,
                pieces=tuple(ReflectionPiece(piece.prompt_id, piece.text) for piece in mine),
            )
        )
    return tuple(found)


def _themes(session: Session, journey_id: int, guidance: Guidance) -> Themes:
    """The newest words of every theme, and the word chosen then and the time before."""
    history = marks.history(session, journey_id)
    lines, now, earlier = [], "", ""
    for theme in guidance.programme.themes:
        told = [note for note in history if note.theme_id == theme.id and note.text.strip()]
        if not told:
            continue
        marked = [note for note in told[:-1] if note.level is not None]
        before = marked[-1] if marked and told[-1].level is not None else None
        lines.append(ThemeNow(theme.id, told[-1].text, told[-1].level, before.level if before else None))
        now, earlier = told[-1].session_id or now, (before.session_id if before else "") or earlier
    return Themes(tuple(lines), now or None, earlier or None)


def _experiments(session: Session, journey_id: int, guidance: Guidance, ticked: set[str]) -> tuple[ExperimentNow, ...]:
    order = [prompt.id for prompt in guidance.form(experiments.FORM).prompts() if prompt.id != experiments.TITLE]
    return tuple(
        ExperimentNow(
            title=line.title,
            parts=tuple((id_, line.answers[id_]) for id_ in order if id_ in line.answers),
            state=line.state,
            until_on=line.until_on,
        )
        for line in experiments.listed(session, journey_id)
        if f"experiment.{line.entry_id}" in ticked
    )
