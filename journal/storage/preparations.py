"""Preparations of intervisie meetings: the case, the method, what is ticked, how names print, what was shared."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.sharing_records import Preparation, Share
from journal.storage import entries
from journal.storage.fragment_ticks import Ticks, tick, tick_all, ticks, ticks_among

__all__ = [
    "CASE_FORM",
    "OWN_NAME_STYLES",
    "CaseWords",
    "Ticks",
    "WholePreparation",
    "before",
    "case_words",
    "current",
    "of_case",
    "prepare",
    "set_initials",
    "set_meeting_on",
    "set_method",
    "set_own_name_style",
    "tick",
    "tick_all",
    "ticks",
    "ticks_among",
    "whole",
]

OWN_NAME_STYLES = ("full", "first", "initials")
CASE_FORM = "case"


@dataclass(frozen=True)
class CaseWords:
    """What the page shows of the case. ``begun``: something stands in its form."""

    title: str
    question: str
    begun: bool


@dataclass(frozen=True)
class WholePreparation:
    """A preparation and the shares of the journey, newest first. For ticks: ``ticks``; for names: ``names.rules``."""

    preparation: Preparation
    shares: tuple[Share, ...]


@changes(Change.PREPARATION | Change.ENTRIES)
def prepare(
    session: Session, journey_id: int, *, on: dt.date, meeting_on: dt.date | None = None, method_id: str = ""
) -> int:
    """Begin a preparation with an empty case and nothing ticked; give its id. Name style and switch carry over."""
    before = current(session, journey_id)
    preparation = Preparation(
        journey_id=journey_id,
        case_entry_id=entries.start(session, journey_id, CASE_FORM, on=on),
        meeting_on=meeting_on,
        method_id=method_id,
        own_name_style=before.own_name_style if before else "full",
        created_at=entries.now(session),
    )
    session.add(preparation)
    session.flush()
    assert preparation.id is not None
    return preparation.id


def current(session: Session, journey_id: int) -> Preparation | None:
    """The preparation that was begun last."""
    query = select(Preparation).where(Preparation.journey_id == journey_id).order_by(col(Preparation.id).desc())
    return session.exec(query.limit(1)).first()


def before(session: Session, preparation_id: int) -> Preparation | None:
    """The preparation that came before this one on the same journey."""
    this = session.get_one(Preparation, preparation_id)
    query = (
        select(Preparation)
        .where(Preparation.journey_id == this.journey_id, col(Preparation.id) < preparation_id)
        .order_by(col(Preparation.id).desc())
    )
    return session.exec(query.limit(1)).first()


def of_case(session: Session, entry_id: int) -> Preparation | None:
    """The preparation that this case belongs to."""
    return session.exec(select(Preparation).where(Preparation.case_entry_id == entry_id)).first()


def whole(session: Session, preparation_id: int) -> WholePreparation:
    """A preparation with all that its page shows."""
    preparation = session.get_one(Preparation, preparation_id)
    shares = (
        select(Share)
        .where(Share.journey_id == preparation.journey_id)
        .order_by(col(Share.shared_at).desc(), col(Share.id).desc())
    )
    return WholePreparation(
        preparation,
        tuple(session.exec(shares)),
    )


def case_words(session: Session, preparation_id: int) -> CaseWords:
    """Title and question of the case of a preparation."""
    case = entries.whole(session, session.get_one(Preparation, preparation_id).case_entry_id)
    texts = {id_: answer.text.strip() for id_, answer in case.answers.items()}
    return CaseWords(texts.get("case.title", ""), texts.get("case.question", ""), any(texts.values()))


@changes(Change.PREPARATION)
def set_method(session: Session, preparation_id: int, method_id: str) -> None:
    """Choose the way in which the meeting is held."""
    session.get_one(Preparation, preparation_id).method_id = method_id


@changes(Change.PREPARATION)
def set_meeting_on(session: Session, preparation_id: int, meeting_on: dt.date | None) -> None:
    """Set the day on which the group meets."""
    session.get_one(Preparation, preparation_id).meeting_on = meeting_on


@changes(Change.PREPARATION)
def set_initials(session: Session, preparation_id: int, initials: bool) -> None:  # noqa: FBT001
    """Choose whether names of others print as initials."""
    session.get_one(Preparation, preparation_id).initials = initials


@changes(Change.PREPARATION)
def set_own_name_style(session: Session, preparation_id: int, style: str) -> None:
    """Choose how the writer's own name prints: ``full``, ``first`` or ``initials``."""
    if style not in OWN_NAME_STYLES:
        raise ValueError(style)
    session.get_one(Preparation, preparation_id).own_name_style = style
