"""Merging drawings, models and photos: the newer one stays, the other becomes an earlier one."""

import datetime as dt
import hashlib

from journal.domain.records import AttachmentKind
from journal.storage.merge_sides import Row, Two, by, grouped, newer, rows

_Known = set[tuple[dt.datetime, str]]


def attachments(two: Two) -> int:
    """All of theirs, one in memory at a time; gives how many are new here."""
    mine, theirs = two.both("attachment")
    here, new = by(mine, "uid"), 0
    for row in theirs:
        found = here.get((row["uid"],))
        if found is None:
            new += 1
            thumbnail = two.bytes_of(two.theirs, "attachment", "thumbnail", row)
            own = {**row, "entry_id": two.id_of("entry", row["entry_id"]), "thumbnail": thumbnail}
            two.same("attachment", row["id"], two.insert("attachment", own))
            two.insert(
                "attachment_data", {"attachment_id": two.id_of("attachment", row["id"]), "data": _data(two, row)}
            )
        else:
            two.same("attachment", row["id"], found["id"])
            _newer(two, found, row)
            _throw_away(two, found, row)
    _versions(two)
    return new


def _newer(two: Two, mine: Row, theirs: Row) -> None:
    if mine["kind"] == AttachmentKind.PHOTO:
        return  # a photo never changes
    own, other = _data(two, mine, ours=True), _data(two, theirs)
    if own == other:
        return
    known = _known(two, mine["id"])
    if newer(theirs["changed_at"], other, mine["changed_at"], own):
        _keep(two, mine["id"], own, mine["changed_at"], known)
        two.update("attachment_data", {"attachment_id": mine["id"], "data": own}, data=other)
        thumbnail = two.bytes_of(two.theirs, "attachment", "thumbnail", theirs)
        before = {**mine, "thumbnail": two.bytes_of(two.mine, "attachment", "thumbnail", mine)}
        two.update("attachment", before, thumbnail=thumbnail, changed_at=theirs["changed_at"])
    else:
        _keep(two, mine["id"], other, theirs["changed_at"], known)


def _throw_away(two: Two, mine: Row, theirs: Row) -> None:
    """As with entries: drawn on after the other side had it, it stays."""
    gone, their_gone = mine["thrown_away_at"], theirs["thrown_away_at"]
    if their_gone and not gone and mine["changed_at"] <= theirs["changed_at"]:
        two.update("attachment", mine, thrown_away_at=their_gone)
    elif gone and not their_gone and theirs["changed_at"] > mine["changed_at"]:
        two.update("attachment", mine, thrown_away_at=None)


def _versions(two: Two) -> None:
    _, theirs = two.both("attachment_version")
    for attachment_id, found in grouped(theirs, "attachment_id").items():
        own = two.ids["attachment"][attachment_id]
        known = _known(two, own)
        for row in found:
            data = two.bytes_of(two.theirs, "attachment_version", "data", row)
            _keep(two, own, data, row["kept_at"], known)


def _keep(two: Two, attachment_id: int, data: bytes, at: dt.datetime, known: _Known) -> None:
    if (at, _digest(data)) not in known:
        known.add((at, _digest(data)))
        two.insert("attachment_version", {"attachment_id": attachment_id, "data": data, "kept_at": at})


def _known(two: Two, attachment_id: int) -> _Known:
    mine = [row for row in rows(two.mine, "attachment_version") if row["attachment_id"] == attachment_id]
    return {(row["kept_at"], _digest(two.bytes_of(two.mine, "attachment_version", "data", row))) for row in mine}


def _data(two: Two, row: Row, *, ours: bool = False) -> bytes:
    return two.bytes_of(two.mine if ours else two.theirs, "attachment_data", "data", {"attachment_id": row["id"]})


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
