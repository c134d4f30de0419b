"""Drawings, models and photos with an entry. What they are made of is read only when somebody looks at one.

Captions and descriptions are answers of the entry (``prompt_of``), so they have versions and search finds them.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Attachment, AttachmentData, AttachmentKind, AttachmentVersion, Entry, Meeting
from journal.storage.answers import KEEP_AFTER_MINUTES
from journal.storage.entries import now

PREFIX = "attachment."
"""Prompt ids under it belong to attachments and to no form."""
MOST_BYTES = 30_000_000

_KEEP_AFTER = dt.timedelta(minutes=KEEP_AFTER_MINUTES)
_BLANK = 64
"""Fewer bytes than any drawing with a stroke and any model with a box; nobody wants an empty sheet back."""
_SHOWS = Change.ATTACHMENTS | Change.ENTRIES


@dataclass(frozen=True)
class AttachmentLine:
    """An attachment without its contents. ``made_on`` is the day by the writer's own calendar."""

    id: int
    entry_id: int
    kind: AttachmentKind
    width: int
    height: int
    made_on: dt.date
    changed_at: dt.datetime
    caption: str
    description: str
    session_id: str | None
    thrown_away: bool


@dataclass(frozen=True)
class Edition:
    """An earlier drawing or model; ``kept_at`` is when it was last drawn on."""

    id: int
    kept_at: dt.datetime


def prompt_of(attachment_id: int, part: str) -> str:
    """The prompt id of its ``caption`` or ``description``."""
    return f"{PREFIX}{attachment_id}.{part}"


@changes(_SHOWS)
def add(
    session: Session,
    entry_id: int,
    kind: AttachmentKind,
    data: bytes,
    *,
    width: int,
    height: int,
    thumbnail: bytes = b"",
) -> int:
    """Put something with an entry and give its id."""
    _check(data)
    moment = now(session)
    attachment = Attachment(
        entry_id=entry_id,
        kind=AttachmentKind(kind).value,
        width=width,
        height=height,
        thumbnail=thumbnail,
        added_at=moment,
        changed_at=moment,
    )
    session.add(attachment)
    session.flush()
    assert attachment.id is not None
    session.add(AttachmentData(attachment_id=attachment.id, data=data))
    return attachment.id


def data(session: Session, attachment_id: int) -> bytes:
    """What it is: JSON of a drawing or model, or a JPEG."""
    return session.exec(select(AttachmentData.data).where(AttachmentData.attachment_id == attachment_id)).one()


def thumbnail(session: Session, attachment_id: int) -> bytes:
    """Its small picture; empty while none was made."""
    return session.exec(select(Attachment.thumbnail).where(Attachment.id == attachment_id)).one()


@changes(Change.NOTHING)
def set_thumbnail(session: Session, attachment_id: int, thumbnail: bytes) -> None:
    """Keep a small picture that was made later; nothing that anybody sees changes."""
    session.get_one(Attachment, attachment_id).thumbnail = thumbnail


@changes(_SHOWS)
def update(session: Session, attachment_id: int, data: bytes, *, thumbnail: bytes = b"") -> dt.datetime:
    """Save a drawing or model and give the time of it. What could be missed of the earlier one stays as a version."""
    _check(data)
    attachment = session.get_one(Attachment, attachment_id)
    held, moment = session.get_one(AttachmentData, attachment_id), now(session)
    if held.data == data:
        return moment
    if _worth_keeping(session, attachment, held.data, data, moment):
        session.add(AttachmentVersion(attachment_id=attachment_id, data=held.data, kept_at=attachment.changed_at))
    held.data, attachment.changed_at, attachment.thumbnail = data, moment, thumbnail
    return moment


@changes(_SHOWS | Change.ANSWERS)
def throw_away(session: Session, attachment_id: int) -> None:
    """Take it out of sight, with its caption: out of lists, search and papers. ``fetch_back`` undoes it."""
    attachment = session.get_one(Attachment, attachment_id)
    attachment.thrown_away_at = attachment.thrown_away_at or now(session)


@changes(_SHOWS | Change.ANSWERS)
def fetch_back(session: Session, attachment_id: int) -> None:
    """Put it back as it was."""
    session.get_one(Attachment, attachment_id).thrown_away_at = None


def one(session: Session, attachment_id: int) -> AttachmentLine:
    """A single attachment, also when it was thrown away."""
    entry_id = session.get_one(Attachment, attachment_id).entry_id
    found = [*of_entry(session, entry_id), *of_entry(session, entry_id, thrown_away=True)]
    return next(line for line in found if line.id == attachment_id)


def of_entry(session: Session, entry_id: int, *, thrown_away: bool = False) -> list[AttachmentLine]:
    """What stands with an entry, in the order in which it was added; or only what was thrown away."""
    return _lines(session, [entry_id], thrown_away=thrown_away)


def of_journey(
    session: Session, journey_id: int, *, many: int | None = None, besides: Collection[int] = ()
) -> list[AttachmentLine]:
    """What stands with the entries of a journey, oldest first: all, or the newest so many and ``besides`` these."""
    query = (
        select(Attachment.id, Attachment.entry_id)
        .join(Entry, col(Entry.id) == col(Attachment.entry_id))
        .where(Entry.journey_id == journey_id, col(Entry.thrown_away_at).is_(None))
        .where(col(Attachment.thrown_away_at).is_(None))
        .order_by(col(Attachment.id).desc())
    )
    rows = [*session.exec(query.limit(many))]
    if besides:
        rows += session.exec(query.where(col(Attachment.id).in_(besides)))
    chosen = {id_ for id_, _ in rows}
    found = _lines(session, {entry_id for _, entry_id in rows})
    return sorted((line for line in found if line.id in chosen), key=lambda line: line.id)


def versions(session: Session, attachment_id: int) -> list[Edition]:
    """Earlier drawings or models, newest first, without what they are made of."""
    query = select(AttachmentVersion.id, AttachmentVersion.kept_at)
    mine = query.where(AttachmentVersion.attachment_id == attachment_id).order_by(col(AttachmentVersion.id).desc())
    return [Edition(id_, kept_at) for id_, kept_at in session.exec(mine) if id_ is not None]


@changes(_SHOWS)
def bring_back(session: Session, version_id: int) -> bytes:
    """Make an earlier drawing or model the present one, and give it. What stood there becomes a version."""
    version = session.get_one(AttachmentVersion, version_id)
    attachment = session.get_one(Attachment, version.attachment_id)
    held = session.get_one(AttachmentData, version.attachment_id)
    if held.data != version.data:
        if len(held.data) > _BLANK:
            kept = AttachmentVersion(attachment_id=version.attachment_id, data=held.data, kept_at=attachment.changed_at)
            session.add(kept)
        held.data, attachment.changed_at, attachment.thumbnail = version.data, now(session), b""
    return version.data


def _check(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        msg = "larger than the screen ever makes them"
        raise ValueError(msg)


def _worth_keeping(session: Session, attachment: Attachment, old: bytes, new: bytes, moment: dt.datetime) -> bool:
    """Whether the old one could be missed: it stood for minutes, or much of it went and no version holds it."""
    if len(old) <= _BLANK:
        return False
    if moment - attachment.changed_at >= _KEEP_AFTER:
        return True
    if (len(old) - len(new)) * 3 <= len(old):
        return False
    query = select(AttachmentVersion.data).where(AttachmentVersion.attachment_id == attachment.id)
    return session.exec(query.order_by(col(AttachmentVersion.id).desc()).limit(1)).first() != old


def _lines(session: Session, entry_ids: Iterable[int], *, thrown_away: bool = False) -> list[AttachmentLine]:
    """Column by column: whole records would bring the thumbnails along."""
    ids, gone = list(entry_ids), col(Attachment.thrown_away_at)
    found: list[AttachmentLine] = []
    for first in range(0, len(ids), 500):
        some = ids[first : first + 500]
        table = Attachment.__table__.c  # type: ignore[attr-defined]
        query = (
            select(  # type: ignore[call-overload]
                *(table[name] for name in ("id", "entry_id", "kind", "width", "height", "added_at", "changed_at")),
                Meeting.session_id,
            )
            .join(Entry, col(Entry.id) == col(Attachment.entry_id))
            .outerjoin(Meeting, col(Meeting.id) == col(Entry.meeting_id))
            .where(col(Attachment.entry_id).in_(some), gone.is_not(None) if thrown_away else gone.is_(None))
            .order_by(col(Attachment.id))
        )
        texts = _texts(session, some)
        found += [_line(row, texts, thrown_away=thrown_away) for row in session.exec(query)]
    return found


def _line(row: Any, texts: dict[str, str], *, thrown_away: bool) -> AttachmentLine:
    return AttachmentLine(
        id=row.id,
        entry_id=row.entry_id,
        kind=AttachmentKind(row.kind),
        width=row.width,
        height=row.height,
        made_on=row.added_at.astimezone().date(),
        changed_at=row.changed_at,
        caption=texts.get(prompt_of(row.id, "caption"), ""),
        description=texts.get(prompt_of(row.id, "description"), ""),
        session_id=row.session_id,
        thrown_away=thrown_away,
    )


def _texts(session: Session, entry_ids: list[int]) -> dict[str, str]:
    query = select(Answer.prompt_id, Answer.text).where(
        col(Answer.entry_id).in_(entry_ids), col(Answer.prompt_id).startswith(PREFIX)
    )
    return {prompt_id: text.strip() for prompt_id, text in session.exec(query)}
