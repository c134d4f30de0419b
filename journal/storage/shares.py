"""Papers that left the journal: when, for whom, what was on them, and the very file.

Every saving is remembered by itself, with its own moment; a file that is the same to the byte is kept once.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlmodel import Session, col, func, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.sharing import PaperKind, PlacedFragment, Recipient
from journal.domain.sharing_records import Remark, Returned, Share, SharedFragment, ShareFile
from journal.storage import entries


@dataclass(frozen=True)
class SharedPaper:
    """A paper in the list of what was shared.

    ``fragments``: ids of what was on it. ``returned``: how many times something came back about it; ``remarks``: how
    many remarks came with that. ``kept``: the file is here; papers from before files were kept have none.
    """

    share: Share
    fragments: tuple[str, ...]
    returned: int
    remarks: int
    kept: bool


@dataclass(frozen=True)
class SharedPiece:
    """One fragment that was on a paper: its code there, its name, and its words as they were printed."""

    code: str
    fragment: str
    title: str
    text: str


@changes(Change.SHARES)
def remember(
    session: Session,
    journey_id: int,
    *,
    preparation_id: int | None,
    kind: PaperKind,
    recipient: Recipient,
    recipient_name: str = "",
    code: str = "",
    file_name: str,
    pages: int,
    digest: str,
    locked: bool = False,
    fragments: Iterable[str],
    data: bytes = b"",
    placed: Sequence[PlacedFragment] = (),
) -> int:
    """Remember that a paper left the journal, and give its id.

    ``digest`` is of the bytes that were saved; ``data`` is the paper without password. Raises ValueError when a
    paper without password is not what the digest says: then something else was saved than is remembered.
    """
    if data and not locked and sha256(data).hexdigest() != digest:
        msg = "these are not the bytes that were saved"
        raise ValueError(msg)
    share = Share(
        journey_id=journey_id,
        preparation_id=preparation_id,
        kind=PaperKind(kind),
        recipient=Recipient(recipient),
        recipient_name=clean(recipient_name),
        code=code,
        shared_at=entries.now(session),
        file_name=clean(file_name),
        pages=pages,
        digest=digest,
        locked=locked,
        fragments=json.dumps(sorted(fragments)),
    )
    session.add(share)
    session.flush()
    assert share.id is not None
    if data and (locked or _holder(session, digest) is None):
        session.add(ShareFile(share_id=share.id, data=data))
    for each in placed:
        session.add(SharedFragment(share_id=share.id, **each.__dict__))
    return share.id


def listed(session: Session, journey_id: int) -> tuple[SharedPaper, ...]:
    """What was shared on this journey, newest first."""
    query = select(Share).where(Share.journey_id == journey_id)
    found = session.exec(query.order_by(col(Share.shared_at).desc(), col(Share.id).desc())).all()
    alive = (col(Returned.share_id).is_not(None), col(Returned.thrown_away_at).is_(None))
    returned = dict(
        session.exec(select(Returned.share_id, func.count()).where(*alive).group_by(col(Returned.share_id))).all()
    )
    remarks = dict(
        session.exec(
            select(Returned.share_id, func.count())
            .join(Remark, col(Remark.returned_id) == col(Returned.id))
            .where(*alive)
            .group_by(col(Returned.share_id))
        ).all()
    )
    kept = set(session.exec(select(Share.digest).join(ShareFile, col(ShareFile.share_id) == col(Share.id))))
    return tuple(
        SharedPaper(
            share,
            tuple(json.loads(share.fragments)),
            returned.get(share.id, 0),
            remarks.get(share.id, 0),
            share.digest in kept,
        )
        for share in found
    )


def file(session: Session, share_id: int) -> bytes:
    """The very paper; no bytes when it was shared before files were kept."""
    own = session.exec(select(ShareFile.data).where(ShareFile.share_id == share_id)).first()
    if own is not None:
        return own
    holder = _holder(session, session.get_one(Share, share_id).digest)
    return b"" if holder is None else session.exec(select(ShareFile.data).where(ShareFile.share_id == holder)).one()


def placed(session: Session, share_id: int) -> tuple[PlacedFragment, ...]:
    """Where the fragments stood on the paper, in reading order."""
    query = select(SharedFragment).where(SharedFragment.share_id == share_id).order_by(col(SharedFragment.id))
    return tuple(
        PlacedFragment(
            each.code, each.fragment, each.title, each.text, each.page, each.top, each.bottom, each.left, each.right
        )
        for each in session.exec(query)
    )


def what(session: Session, share_id: int) -> tuple[SharedPiece, ...]:
    """What was on a paper, in reading order; once, also what goes on over pages."""
    found: dict[str, SharedPiece] = {}
    for each in placed(session, share_id):
        found.setdefault(each.code, SharedPiece(each.code, each.fragment, each.title, each.text))
    return tuple(found.values())


def _holder(session: Session, digest: str) -> int | None:
    """The share without password with which a file of this digest is kept."""
    query = (
        select(Share.id)
        .join(ShareFile, col(ShareFile.share_id) == col(Share.id))
        .where(Share.digest == digest, Share.digest != "", col(Share.locked).is_(False))
    )
    return session.exec(query.order_by(col(Share.id)).limit(1)).first()
