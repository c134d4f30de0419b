"""What came home: papers with remarks, pictures of them, e-mails. Taken in whole or not at all; nothing is deleted."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlmodel import Session, col, func, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.returning import ProposedRemark, RemarkKind, RemarkState, ReturnedKind
from journal.domain.sharing_records import Remark, Returned
from journal.storage import entries

MOST_BYTES = 50_000_000


@dataclass(frozen=True)
class TakenIn:
    """``already``: this very file was here before, and nothing was added."""

    returned_id: int
    already: bool


@dataclass(frozen=True)
class ReturnedPaper:
    """Something that came back, without its bytes. ``open``: remarks that wait for a yes or a no."""

    id: int
    share_id: int | None
    kind: ReturnedKind
    sender: str
    file_name: str
    came_at: dt.datetime
    open: int
    kept: int
    left: int


@dataclass(frozen=True)
class RemarkLine:
    """A remark as it stands now."""

    id: int
    kind: RemarkKind
    author: str
    text: str
    quoted: str
    page: int | None
    code: str
    fragment: str
    state: RemarkState


@dataclass(frozen=True)
class Choice:
    """What to do with a remark: its state, and the fragment that it stands beside (empty: the whole paper)."""

    remark_id: int
    state: RemarkState
    code: str
    fragment: str


@changes(Change.RETURNED)
def take_in(
    session: Session,
    journey_id: int,
    *,
    share_id: int | None,
    kind: ReturnedKind,
    sender: str,
    file_name: str,
    data: bytes,
    remarks: Iterable[ProposedRemark],
) -> TakenIn:
    """Keep what came back with all that was found in it. The same bytes are kept once; a thrown away one comes back."""
    if not data or len(data) > MOST_BYTES:
        msg = "empty, or larger than is ever read"
        raise ValueError(msg)
    digest = sha256(data).hexdigest()
    known = session.exec(
        select(Returned.id).where(Returned.journey_id == journey_id, Returned.digest == digest)
    ).first()
    if known is not None:
        fetch_back(session, known)
        return TakenIn(known, already=True)
    returned = Returned(
        journey_id=journey_id,
        share_id=share_id,
        kind=ReturnedKind(kind).value,
        sender=clean(sender).strip(),
        file_name=clean(file_name),
        digest=digest,
        data=data,
        came_at=entries.now(session),
    )
    session.add(returned)
    session.flush()
    assert returned.id is not None
    for remark in remarks:
        session.add(_record(returned.id, remark, RemarkState.PROPOSED))
        session.flush()  # so that they keep their order
    return TakenIn(returned.id, already=False)


@changes(Change.RETURNED)
def add(session: Session, returned_id: int, text: str, *, code: str = "", fragment: str = "") -> int:
    """A remark that the writer types over from a picture, or from memory; it is kept at once."""
    if not text.strip():
        msg = "a remark without words"
        raise ValueError(msg)
    proposed = ProposedRemark(RemarkKind.OWN, text.strip(), code=code, fragment=fragment)
    remark = _record(returned_id, proposed, RemarkState.KEPT)
    remark.decided_at = entries.now(session)
    session.add(remark)
    session.flush()
    assert remark.id is not None
    return remark.id


@changes(Change.RETURNED)
def decide(session: Session, choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Say yes or no to remarks, or let them wait again; gives how they stood before, to undo it with."""
    before = []
    for choice in choices:
        remark = session.get_one(Remark, choice.remark_id)
        before.append(Choice(choice.remark_id, RemarkState(remark.state), remark.code, remark.fragment))
        remark.state, remark.code, remark.fragment = choice.state.value, choice.code, choice.fragment
        remark.decided_at = None if choice.state is RemarkState.PROPOSED else entries.now(session)
    return tuple(before)


@changes(Change.RETURNED)
def set_sender(session: Session, returned_id: int, sender: str) -> None:
    """Who it is from, in the writer's own words."""
    session.get_one(Returned, returned_id).sender = clean(sender).strip()


@changes(Change.RETURNED)
def rename(session: Session, returned_id: int, name: str) -> None:
    """What it is called: the caption of a picture."""
    session.get_one(Returned, returned_id).file_name = clean(name).strip()


@changes(Change.RETURNED)
def throw_away(session: Session, returned_id: int) -> None:
    """Take it out of sight, with its remarks. ``fetch_back`` undoes it."""
    returned = session.get_one(Returned, returned_id)
    returned.thrown_away_at = returned.thrown_away_at or entries.now(session)


@changes(Change.RETURNED)
def fetch_back(session: Session, returned_id: int) -> None:
    """Put it back as it was."""
    session.get_one(Returned, returned_id).thrown_away_at = None


def listed(session: Session, journey_id: int, *, thrown_away: bool = False) -> tuple[ReturnedPaper, ...]:
    """What came back on this journey, newest first; or only what was thrown away."""
    table = Returned.__table__.c  # type: ignore[attr-defined]
    names = ("id", "share_id", "kind", "sender", "file_name", "came_at")
    gone = col(Returned.thrown_away_at)
    query = (
        select(*(table[name] for name in names))
        .where(Returned.journey_id == journey_id, gone.is_not(None) if thrown_away else gone.is_(None))
        .order_by(col(Returned.came_at).desc(), col(Returned.id).desc())
    )
    counted = select(Remark.returned_id, Remark.state, func.count()).group_by(
        col(Remark.returned_id), col(Remark.state)
    )
    counts = {(returned_id, state): count for returned_id, state, count in session.exec(counted)}
    return tuple(
        ReturnedPaper(
            id=row.id,
            share_id=row.share_id,
            kind=ReturnedKind(row.kind),
            sender=row.sender,
            file_name=row.file_name,
            came_at=row.came_at,
            open=counts.get((row.id, RemarkState.PROPOSED.value), 0),
            kept=counts.get((row.id, RemarkState.KEPT.value), 0),
            left=counts.get((row.id, RemarkState.LEFT.value), 0),
        )
        for row in session.exec(query)
    )


def remarks(session: Session, returned_id: int) -> tuple[RemarkLine, ...]:
    """All remarks of one paper, in the order of reading."""
    query = select(Remark).where(Remark.returned_id == returned_id).order_by(col(Remark.id))
    return tuple(
        RemarkLine(
            id=each.id or 0,
            kind=RemarkKind(each.kind),
            author=each.author,
            text=each.text,
            quoted=each.quoted,
            page=each.page,
            code=each.code,
            fragment=each.fragment,
            state=RemarkState(each.state),
        )
        for each in session.exec(query)
    )


def data(session: Session, returned_id: int) -> bytes:
    """The very bytes that came back."""
    return session.exec(select(Returned.data).where(Returned.id == returned_id)).one()


def _record(returned_id: int, remark: ProposedRemark, state: RemarkState) -> Remark:
    return Remark(
        returned_id=returned_id,
        kind=remark.kind.value,
        author=clean(remark.author),
        text=clean(remark.text),
        quoted=clean(remark.quoted),
        page=remark.page,
        code=remark.code,
        fragment=remark.fragment,
        state=state.value,
    )
