"""The frozen input of the papers that belong to no meeting. Only what is in ``chosen`` ever gets in.

Nothing of this choice is kept: it is made for one paper, and everything begins unchosen for any reader but oneself.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sqlmodel import Session

from journal.domain import pseudonyms
from journal.domain.guidance import Guidance
from journal.domain.records import Entry, Journey
from journal.domain.sharing import PaperKind, Recipient
from journal.domain.sharing_records import Preparation
from journal.domain.snapshot import Snapshot
from journal.storage import names, paper_offers, share_codes, snapshot_parts
from journal.storage import snapshot as taking
from journal.storage.fragment_pieces import FragmentGroup
from journal.storage.fragment_ticks import Ticks
from journal.storage.snapshot_choice import Chosen, chosen_of


@dataclass(frozen=True)
class Wishes:
    """How a paper is wanted: for whom, on which day, and how names print."""

    on: dt.date
    recipient: Recipient = Recipient.SELF
    recipient_name: str = ""
    own_name_style: str = "full"
    initials: bool = True


def one_session(
    session: Session, entry_id: int, guidance: Guidance, wishes: Wishes, chosen: Collection[str] | None = None
) -> Snapshot:
    """One reflection. ``chosen`` None: all of it, which is only for oneself."""
    groups = paper_offers.of_session(session, entry_id, guidance)
    held = _held(groups, _asked(groups, wishes, chosen))
    journey = session.get_one(Journey, session.get_one(Entry, entry_id).journey_id)
    shown = replace(
        _begun(journey, wishes),
        places=paper_offers.places_of(session, entry_id, guidance, held.held),
        reflections=snapshot_parts.reflections(session, held),
        attachments=snapshot_parts.attached(session, held),
        fragments=held.ids(),
    )
    return _finished(session, journey, shown, wishes, PaperKind.SESSION)


def one_page(
    session: Session, journey_id: int, guidance: Guidance, wishes: Wishes, chosen: Collection[str]
) -> Snapshot:
    """The journey in one page. Of ``chosen`` the sentences stand with their session."""
    groups = paper_offers.of_journey(session, journey_id, guidance)
    held = _held(groups, chosen)
    journey = session.get_one(Journey, journey_id)
    shown = replace(
        _begun(journey, wishes),
        question=snapshot_parts.question(session, journey_id, held),
        places=snapshot_parts.places_of(session, journey_id, guidance, held),
        reflections=snapshot_parts.reflections(session, held),
        themes=snapshot_parts.themes(session, journey_id, guidance, held),
        fragments=held.ids(),
    )
    return _finished(session, journey, shown, wishes, PaperKind.ONE_PAGE)


def all_of(groups: Iterable[FragmentGroup]) -> frozenset[str]:
    """Everything that is offered."""
    return frozenset(answer.id for group in groups for answer in group.answers())


def _asked(groups: Iterable[FragmentGroup], wishes: Wishes, chosen: Collection[str] | None) -> Collection[str]:
    if chosen is not None:
        return chosen
    return all_of(groups) if wishes.recipient is Recipient.SELF else ()


def _held(groups: tuple[FragmentGroup, ...], chosen: Collection[str]) -> Chosen:
    """An answer of which all sentences are chosen is chosen itself, and the other way round."""
    held: set[str] = set()
    for answer in (answer for group in groups for answer in group.answers()):
        parts = {part.id for part in answer.parts}
        if answer.id in chosen or (parts and parts <= set(chosen)):
            held |= {answer.id, *parts}
        else:
            held |= parts & set(chosen)
    return chosen_of(groups, Ticks(frozenset(held), frozenset()))


def _begun(journey: Journey, wishes: Wishes) -> Snapshot:
    return Snapshot(
        made_on=wishes.on,
        writer=pseudonyms.styled(journey.own_name, wishes.own_name_style),
        edition=journey.edition,
        group_name=journey.group_name if wishes.recipient is Recipient.GROUP else "",
        recipient=wishes.recipient,
        recipient_name=wishes.recipient_name,
        initials=wishes.initials and wishes.recipient is not Recipient.SELF,
    )


def _finished(session: Session, journey: Journey, shown: Snapshot, wishes: Wishes, kind: PaperKind) -> Snapshot:
    """With the names as they print, and the code."""
    assert journey.id is not None
    how = Preparation(
        journey_id=journey.id,
        case_entry_id=0,
        own_name_style=wishes.own_name_style,
        initials=shown.initials,
        created_at=dt.datetime.combine(wishes.on, dt.time(), dt.UTC),
    )
    named = replace(shown, names=taking.names_on(shown, journey.own_name, how, names.rules(session, journey.id)))
    return replace(named, code=share_codes.code_for(session, journey, named, kind, None))
