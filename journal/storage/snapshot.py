"""Take what was ticked out of the journal, for a paper: nothing else ever gets into a snapshot."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

from sqlmodel import Session, col, select

from journal.domain import fragment_ids, model, pseudonyms
from journal.domain.guidance import Guidance
from journal.domain.names_kinds import Rule
from journal.domain.records import Journey, Meeting
from journal.domain.sharing import PaperKind, Recipient
from journal.domain.sharing_records import Preparation
from journal.domain.snapshot import AttachmentNow, NameChoice, Snapshot
from journal.storage import fragments, names, preparations, share_codes, snapshot_parts
from journal.storage.archive import archive
from journal.storage.snapshot_choice import chosen_of

__all__ = ["archive", "take"]

_LOOKED_BACK_ON = ("two_day", "workshop")


def take(
    session: Session,
    preparation_id: int,
    guidance: Guidance,
    *,
    on: dt.date,
    recipient: Recipient = Recipient.GROUP,
    kind: PaperKind = PaperKind.PREPARATION,
) -> Snapshot:
    """The frozen input of the paper: only what is ticked for this reader, and how the names in it print.

    ``kind`` only matters for the code: two papers with other contents never have the same one.
    """
    preparation = session.get_one(Preparation, preparation_id)
    journey = session.get_one(Journey, preparation.journey_id)
    groups = fragments.offered(session, preparation_id, guidance, recipient=recipient)
    chosen = chosen_of(groups, preparations.ticks_among(session, preparation_id, recipient, groups))
    step = chosen.first(fragment_ids.NEXT_STEP)
    taken = Snapshot(
        made_on=on,
        writer=pseudonyms.styled(journey.own_name, preparation.own_name_style),
        edition=journey.edition,
        group_name=journey.group_name if recipient is Recipient.GROUP else "",
        recipient=recipient,
        recipient_name=_name(journey, recipient),
        meeting_on=preparation.meeting_on,
        after_session_id=_after(session, preparation.journey_id, on),
        initials=preparation.initials,
        since=snapshot_parts.since(session, preparation, chosen),
        question=snapshot_parts.question(session, preparation.journey_id, chosen),
        context=chosen.pieces(fragment_ids.CONTEXT),
        places=snapshot_parts.places_of(session, preparation.journey_id, guidance, chosen),
        case=snapshot_parts.case(preparation, chosen),
        reflections=snapshot_parts.reflections(session, chosen),
        themes=snapshot_parts.themes(session, preparation.journey_id, guidance, chosen),
        experiments=snapshot_parts.tried(chosen),
        attachments=snapshot_parts.attached(session, chosen),
        next_step=step.text if step else "",
        next_step_fragment=step.fragment if step else "",
        notes=snapshot_parts.notes(session, chosen),
        harvest=fragment_ids.HARVEST in chosen,
        fragments=chosen.ids(),
    )
    rules = names.rules(session, preparation.journey_id)
    named = replace(taken, names=names_on(taken, journey.own_name, preparation, rules))
    return replace(named, code=share_codes.code_for(session, journey, named, kind, preparation_id))


def _name(journey: Journey, recipient: Recipient) -> str:
    return {Recipient.GROUP: journey.group_name, Recipient.COACH: journey.coach_name}.get(recipient, "")


def names_on(
    taken: Snapshot, own_name: str, preparation: Preparation, rules: Mapping[str, Rule]
) -> tuple[NameChoice, ...]:
    """How the names in what is shown print: the own name in its style, others by their rule or as their kind does."""
    own = pseudonyms.own_choices(own_name, preparation.own_name_style)
    if not preparation.initials:
        return own
    found = pseudonyms.found(
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
    others = [each for each in found if not pseudonyms.is_of(each.name, own_name)]
    return (*pseudonyms.printing(others, rules), *own)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            if not field.name.endswith(("_id", "fragment")):
                yield from _texts(getattr(value, field.name))


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
