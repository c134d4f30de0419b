"""Methods of a group's own, kept as the text of their file, so that the journal opens elsewhere with them."""

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.sharing_records import OwnMethod, Preparation
from journal.errors import MethodInUse
from journal.storage.entries import now


def sources(session: Session) -> tuple[str, ...]:
    """The text of every kept file, as it was read."""
    found = session.exec(select(OwnMethod).order_by(col(OwnMethod.method_id))).all()
    return tuple(method.source for method in found)


def is_used(session: Session, method_id: str) -> bool:
    """Whether a preparation leans on this method, also an earlier one."""
    return session.exec(select(Preparation.id).where(Preparation.method_id == method_id).limit(1)).first() is not None


@changes(Change.METHODS)
def keep(session: Session, method_id: str, source: str) -> None:
    """Keep the text of a method file that is known to be good; an earlier one with this id gives way."""
    kept = session.get(OwnMethod, method_id)
    if kept is None:
        session.add(OwnMethod(method_id=method_id, source=source, added_at=now(session)))
        return
    kept.source = source
    kept.added_at = now(session)
    session.add(kept)


@changes(Change.METHODS)
def remove(session: Session, method_id: str) -> None:
    """Let go of a method. MethodInUse when a preparation leans on it; nothing happens when there is none."""
    if is_used(session, method_id):
        raise MethodInUse(method_id)
    kept = session.get(OwnMethod, method_id)
    if kept is not None:
        session.delete(kept)
