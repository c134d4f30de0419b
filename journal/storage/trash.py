"""What was thrown away: listed while it can be fetched back, and erased for good.

Erased is gone from every table, from the search index, and from the papers that were kept; that something was shared,
and when, stays known. Backups: ``backups.renew``.
"""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, delete, func, select, update

from journal.domain.changes import Change, changes
from journal.domain.records import (
    Answer,
    AnswerVersion,
    Attachment,
    AttachmentData,
    AttachmentVersion,
    Difference,
    Entry,
    Experiment,
    Placement,
    ThemeMark,
    WorryMark,
)
from journal.domain.sharing_records import (
    Advice,
    Preparation,
    Remark,
    Returned,
    Share,
    SharedFragment,
    ShareFile,
    TickedFragment,
)
from journal.storage import attachments, entries, erased, returned

STAYS_DAYS = 30
_STAYS = dt.timedelta(days=STAYS_DAYS)
_EVERYTHING = ~Change.NOTHING


class ThrownKind(StrEnum):
    """What kinds of things can lie in the bin."""

    ENTRY = "entry"
    ATTACHMENT = "attachment"
    RETURNED = "returned"


@dataclass(frozen=True)
class Thrown:
    """Something in the bin. ``what``: the form of an entry, the kind of an attachment or of a returned paper."""

    kind: ThrownKind
    id: int
    what: str
    title: str
    thrown_at: dt.datetime

    @property
    def stays_until(self) -> dt.datetime:
        """Until then it lies there for sure."""
        return self.thrown_at + _STAYS


def listed(session: Session) -> list[Thrown]:
    """Everything in the bin, of all journeys, what was thrown away last first."""
    found = [
        Thrown(ThrownKind.ENTRY, entry.id or 0, entry.form_id, entry.title, entry.thrown_away_at)
        for entry in session.exec(select(Entry).where(col(Entry.thrown_away_at).is_not(None)))
        if entry.thrown_away_at
    ]
    alone = (
        select(Attachment.id, Attachment.kind, Attachment.thrown_away_at)
        .join(Entry, col(Entry.id) == col(Attachment.entry_id))
        .where(col(Attachment.thrown_away_at).is_not(None), col(Entry.thrown_away_at).is_(None))
    )
    for id_, kind, moment in session.exec(alone):
        if id_ is not None and moment is not None:
            found.append(Thrown(ThrownKind.ATTACHMENT, id_, kind, attachments.one(session, id_).caption, moment))
    for paper in session.exec(select(Returned).where(col(Returned.thrown_away_at).is_not(None))):
        if paper.thrown_away_at:
            name = paper.sender or paper.file_name
            found.append(Thrown(ThrownKind.RETURNED, paper.id or 0, paper.kind, name, paper.thrown_away_at))
    return sorted(found, key=lambda thrown: (thrown.thrown_at, thrown.id), reverse=True)


@changes(_EVERYTHING)
def fetch_back(session: Session, kind: ThrownKind, id_: int) -> None:
    """Put it back as it was."""
    put_back: dict[ThrownKind, Callable[[Session, int], None]] = {
        ThrownKind.ENTRY: entries.fetch_back,
        ThrownKind.ATTACHMENT: attachments.fetch_back,
        ThrownKind.RETURNED: returned.fetch_back,
    }
    put_back[kind](session, id_)


@changes(_EVERYTHING)
def erase(session: Session, kind: ThrownKind, id_: int) -> None:
    """Let nothing of it be left in the journal. Only what was thrown away can be erased."""
    _erase(session, kind, id_)
    _forget_in_index(session)


@changes(_EVERYTHING)
def empty(session: Session) -> int:
    """Erase everything in the bin; gives how much it was."""
    return _erase_all(session, listed(session))


@changes(_EVERYTHING)
def clear_old(session: Session) -> int:
    """Erase what has been in the bin for its thirty days; gives how much it was.

    The clock alone is not believed: something must also have been written in this journal after those days.
    """
    old = [thrown for thrown in listed(session) if thrown.stays_until <= entries.now(session)]
    if not old:
        return 0
    last = session.exec(select(func.max(Answer.updated_at))).one()
    return _erase_all(session, [thrown for thrown in old if last is not None and thrown.stays_until <= last])


def _erase_all(session: Session, all_of_it: list[Thrown]) -> int:
    for thrown in all_of_it:
        _erase(session, thrown.kind, thrown.id)
    if all_of_it:
        _forget_in_index(session)
    return len(all_of_it)


def _erase(session: Session, kind: ThrownKind, id_: int) -> None:
    if kind is ThrownKind.ENTRY:
        entry = session.get_one(Entry, id_)
        _refuse_kept(entry.thrown_away_at)
        _erase_entry(session, entry)
    elif kind is ThrownKind.ATTACHMENT:
        attachment = session.get_one(Attachment, id_)
        _refuse_kept(attachment.thrown_away_at)
        _erase_papers(session, f"attachment.{id_}")
        erased.remember(session, attachment.uid)
        _erase_attachments(session, [id_])
        _erase_answers(session, attachment.entry_id, f"attachment.{id_}.")
    else:
        _refuse_kept(session.get_one(Returned, id_).thrown_away_at)
        session.exec(delete(Remark).where(col(Remark.returned_id) == id_))
        session.exec(delete(Returned).where(col(Returned.id) == id_))
    session.flush()


def _refuse_kept(thrown_away_at: dt.datetime | None) -> None:
    if thrown_away_at is None:
        msg = "only what was thrown away can be erased"
        raise ValueError(msg)


def _erase_entry(session: Session, entry: Entry) -> None:
    id_ = entry.id or 0
    for start in (f"piece.{id_}.", f"experiment.{id_}"):
        _erase_papers(session, start)
    mine = session.exec(select(Attachment.id).where(Attachment.entry_id == id_)).all()
    for attachment_id in mine:
        _erase_papers(session, f"attachment.{attachment_id}")
    _erase_attachments(session, [each for each in mine if each is not None])
    _erase_answers(session, id_, "")
    for table in (Placement, ThemeMark, WorryMark, Experiment, Advice):
        session.exec(delete(table).where(col(table.entry_id) == id_))
    session.exec(update(Advice).where(col(Advice.experiment_id) == id_).values(experiment_id=None))
    session.exec(update(Entry).where(col(Entry.caused_by_id) == id_).values(caused_by_id=None))
    session.exec(update(Preparation).where(col(Preparation.harvest_entry_id) == id_).values(harvest_entry_id=None))
    if session.exec(select(Preparation.id).where(Preparation.case_entry_id == id_)).first() is None:
        erased.remember(session, entry.uid)
        session.exec(delete(Entry).where(col(Entry.id) == id_))
    else:  # a preparation rests on it: its words go, its place stays
        entry.title, entry.thrown_away_at = "", None


def _erase_answers(session: Session, entry_id: int, start: str) -> None:
    under = col(Answer.prompt_id).startswith(start, autoescape=True)
    ids = session.exec(select(Answer.id).where(Answer.entry_id == entry_id, under)).all()
    session.exec(delete(Difference).where(col(Difference.answer_id).in_(ids)))
    session.exec(delete(AnswerVersion).where(col(AnswerVersion.answer_id).in_(ids)))
    session.exec(delete(Answer).where(col(Answer.id).in_(ids)))


def _erase_attachments(session: Session, ids: list[int]) -> None:
    session.exec(delete(AttachmentVersion).where(col(AttachmentVersion.attachment_id).in_(ids)))
    session.exec(delete(AttachmentData).where(col(AttachmentData.attachment_id).in_(ids)))
    session.exec(delete(Attachment).where(col(Attachment.id).in_(ids)))


def _erase_papers(session: Session, start: str) -> None:
    """The kept files on which a fragment stands that begins so, and what readers quoted of them, go along.

    Its id may be given to something else later, so what stays calls it by id 0, which is nobody's.
    """
    session.exec(delete(TickedFragment).where(_under(col(TickedFragment.fragment), start)))
    for share in session.exec(select(Share)).all():
        fragments = json.loads(share.fragments)
        if not any(_begins(fragment, start) for fragment in fragments):
            continue
        session.exec(delete(ShareFile).where(col(ShareFile.share_id) == share.id))
        session.exec(delete(SharedFragment).where(col(SharedFragment.share_id) == share.id))
        _forget_words(session, col(Returned.share_id) == share.id)
        share.fragments = json.dumps([_nobodys(each) if _begins(each, start) else each for each in fragments])
    for remark in session.exec(select(Remark).where(_under(col(Remark.fragment), start))).all():
        _forget_words(session, col(Returned.id) == remark.returned_id)  # an e-mail belongs to no paper
        remark.fragment, remark.quoted = _nobodys(remark.fragment), ""
    session.flush()


def _forget_words(session: Session, which: sa.ColumnElement[bool]) -> None:
    """What came back stays known with its remarks, without its file and without what it quotes."""
    came = select(Returned.id).where(which)
    session.exec(update(Remark).where(col(Remark.returned_id).in_(came)).values(quoted=""))
    session.exec(update(Returned).where(which).values(data=b""))


def _under(column: Any, start: str) -> sa.ColumnElement[bool]:
    inside = column.startswith(start if start.endswith(".") else f"{start}.", autoescape=True)
    return sa.or_(column == start, inside)


def _nobodys(fragment: str) -> str:
    kind, _, rest = fragment.partition(".")
    _number, dot, prompt = rest.partition(".")
    return f"{kind}.0{dot}{prompt}"


def _begins(fragment: str, start: str) -> bool:
    return fragment == start or fragment.startswith(start if start.endswith(".") else f"{start}.")


def _forget_in_index(session: Session) -> None:
    # The index keeps the words of deleted rows until its parts are merged; this merges them all.
    session.flush()
    session.connection().execute(sa.text("INSERT INTO answer_fts(answer_fts) VALUES ('optimize')"))
