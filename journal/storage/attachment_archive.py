"""Drawings, models and photos as plain data: strokes and boxes as JSON, photos as JPEG in base64."""

import base64
import datetime as dt
import json
from typing import Any

from sqlmodel import Session, col, select

from journal.domain.records import Attachment, AttachmentData, AttachmentKind, AttachmentVersion, Entry

Row = dict[str, Any]


def archived_attachments(session: Session, journey_id: int, *, pictures: bool = True) -> dict[int, list[Row]]:
    """All of a journey by entry, also what was thrown away, with earlier versions. One is read at a time."""
    mine = select(Attachment.id).join(Entry, col(Entry.id) == col(Attachment.entry_id))
    ids = session.exec(mine.where(Entry.journey_id == journey_id).order_by(col(Attachment.id))).all()
    found: dict[int, list[Row]] = {}
    for id_ in ids:
        attachment = session.get_one(Attachment, id_)
        found.setdefault(attachment.entry_id, []).append(_row(session, attachment, pictures=pictures))
        session.expunge(attachment)
    return found


def _row(session: Session, attachment: Attachment, *, pictures: bool) -> Row:
    told = {
        "id": attachment.id,
        "kind": attachment.kind,
        "width": attachment.width,
        "height": attachment.height,
        "added_at": attachment.added_at.isoformat(),
        "changed_at": attachment.changed_at.isoformat(),
        "thrown_away_at": _iso(attachment.thrown_away_at),
    }
    if not pictures:
        return told
    versions = session.exec(
        select(AttachmentVersion)
        .where(AttachmentVersion.attachment_id == attachment.id)
        .order_by(col(AttachmentVersion.id))
    )
    data = session.exec(select(AttachmentData.data).where(AttachmentData.attachment_id == attachment.id)).one()
    return {
        **told,
        **_content(attachment.kind, data),
        "versions": [
            {"kept_at": version.kept_at.isoformat(), **_content(attachment.kind, version.data)} for version in versions
        ],
    }


def _content(kind: str, data: bytes) -> Row:
    if kind != AttachmentKind.PHOTO:
        try:
            return {"content": json.loads(data)}
        except (ValueError, RecursionError):
            pass  # nothing may be left out of an archive, also not what nobody can read
    return {"base64": base64.b64encode(data).decode()}


def _iso(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
