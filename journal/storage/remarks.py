"""Remarks that were kept, to show beside what they are about."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from journal.domain import fragment_ids
from journal.domain.returning import RemarkKind, RemarkState
from journal.domain.sharing import Recipient
from journal.domain.sharing_records import Remark, Returned, Share


@dataclass(frozen=True)
class KeptRemark:
    """A remark with who said it (as the writer calls them) and when it came. ``fragment``: a whole answer."""

    id: int
    fragment: str
    kind: RemarkKind
    author: str
    text: str
    quoted: str
    page: int | None
    code: str
    came_on: dt.date


def beside(session: Session, journey_id: int, fragments: Collection[str]) -> tuple[KeptRemark, ...]:
    """What readers said about these fragments, or about sentences of them; oldest first."""
    wanted = {fragment_ids.answer_of(fragment) for fragment in fragments}
    found: list[ColumnElement[bool]] = [col(Remark.fragment).in_(wanted)]
    found += [col(Remark.fragment).startswith(f"{fragment}#", autoescape=True) for fragment in sorted(wanted)]
    return _kept(session, journey_id, or_(*found)) if wanted else ()


def beside_entry(session: Session, journey_id: int, entry_id: int) -> tuple[KeptRemark, ...]:
    """What readers said about anything that was written in an entry."""
    pieces = col(Remark.fragment).startswith(f"{fragment_ids.piece(entry_id, '')}", autoescape=True)
    whole = col(Remark.fragment) == fragment_ids.experiment(entry_id)
    return _kept(session, journey_id, or_(pieces, whole))


def of_share(session: Session, share_id: int) -> tuple[KeptRemark, ...]:
    """What readers said about a paper that was shared, and about all that is on it."""
    share = session.get_one(Share, share_id)
    return _kept(session, share.journey_id, col(Returned.share_id) == share_id)


def _kept(session: Session, journey_id: int, which: ColumnElement[bool]) -> tuple[KeptRemark, ...]:
    query: Any = (
        select(Remark, Returned.sender, Returned.came_at, Share.recipient)
        .join(Returned, col(Returned.id) == col(Remark.returned_id))
        .outerjoin(Share, col(Share.id) == col(Returned.share_id))
        .where(Returned.journey_id == journey_id, col(Returned.thrown_away_at).is_(None))
        .where(Remark.state == RemarkState.KEPT.value, which)
        .order_by(col(Returned.came_at), col(Remark.id))
    )
    return tuple(
        KeptRemark(
            id=remark.id,
            fragment=fragment_ids.answer_of(remark.fragment),
            kind=RemarkKind(remark.kind),
            author=_name(remark.author, sender, recipient),
            text=remark.text,
            quoted=remark.quoted,
            page=remark.page,
            code=remark.code,
            came_on=came_at.astimezone().date(),
        )
        for remark, sender, came_at, recipient in session.exec(query)
    )


def _name(author: str, sender: str, recipient: str | None) -> str:
    """A coach is called as the writer calls them; of a group each by their own name."""
    return author or sender if recipient == Recipient.GROUP else sender or author
