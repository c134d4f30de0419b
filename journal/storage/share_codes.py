"""What the visible codes on a paper begin with: ``K7``. The same choices give the same code, so the same bytes."""

import datetime as dt
import hmac
import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from hashlib import sha256

from sqlmodel import Session, select

from journal.domain.records import Journey
from journal.domain.sharing import PaperKind
from journal.domain.sharing_records import Share
from journal.domain.snapshot import Snapshot

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which look like figures."""
_NUMBERS = 99


def code_for(
    session: Session, journey: Journey, snapshot: Snapshot, kind: PaperKind, preparation_id: int | None
) -> str:
    """The code of this paper; empty when nothing is on it.

    It comes from a digest of what is on the paper. Codes of earlier papers with other fragments, for another reader
    or of another kind are passed over, so that a code always leads to one list of fragments.
    """
    if not snapshot.fragments:
        return ""
    assert journey.id is not None
    this = (kind, snapshot.recipient, preparation_id, list(snapshot.fragments))
    taken = {
        share.code
        for share in session.exec(select(Share).where(Share.journey_id == journey.id))
        if (share.kind, share.recipient, share.preparation_id, json.loads(share.fragments)) != this
    }
    many = len(LETTERS) * _NUMBERS
    first = int(content_digest(snapshot, journey.uid)[:12], 16)
    codes = (_code((first + step) % many) for step in range(many))
    return next((code for code in codes if code not in taken), _code(first % many))


def content_digest(snapshot: Snapshot, secret: str) -> str:
    """Tells one paper from another by what stands on it, without the ids that never print.

    With a secret of the journal in it: else a reader could try which name hides behind an initial gives this code.
    """
    told = json.dumps([_plain(getattr(snapshot, name)) for name in _ON_PAPER])
    return hmac.new(secret.encode(), told.encode(), sha256).hexdigest()


_ON_PAPER: Sequence[str] = tuple(
    field.name
    for field in fields(Snapshot)
    if not field.name.endswith("fragment") and field.name not in {"code", "fragments"}
)


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return [_plain(getattr(value, each.name)) for each in fields(value) if not each.name.endswith("fragment")]
    return value


def _code(number: int) -> str:
    letter, count = divmod(number, _NUMBERS)
    return f"{LETTERS[letter]}{count + 1}"
