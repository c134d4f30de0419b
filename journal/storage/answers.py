"""Answers, and every earlier text of them that could be missed."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session, col, select

from journal.clean_text import clean, first_line
from journal.domain.changes import Change, changes
from journal.domain.records import Answer, AnswerVersion, Entry
from journal.storage.entries import now

KEEP_AFTER_MINUTES = 5
"""A text that stood this long is kept as a version before it changes."""
KEEP_WHEN_LOST_SIGNS = 40
"""A change that takes away more than this keeps the text from before it, however young."""
TITLE_PROMPTS = frozenset({"moment.name", "case.title", "experiment.title"})
"""What is answered here is also the title of the entry."""

_KEEP_AFTER = dt.timedelta(minutes=KEEP_AFTER_MINUTES)
_THERE = sa.select(col(Answer.id), col(Answer.text), col(Answer.updated_at)).where(
    col(Answer.entry_id) == sa.bindparam("entry"), col(Answer.prompt_id) == sa.bindparam("prompt")
)
_REPLACE = (
    sa.update(Answer)
    .where(col(Answer.id) == sa.bindparam("answer"))
    .values(text=sa.bindparam("new"), updated_at=sa.bindparam("moment"))
)


@changes(Change.ANSWERS | Change.ENTRIES)
def write(session: Session, entry_id: int, prompt_id: str, text: str) -> dt.datetime:
    """Save the text of an answer and give the time of it. What it takes away stays as a version.

    Every pause in typing comes here, so it goes past the object mapper, which costs more than the disk does.
    """
    text, moment = clean(text), now(session)
    session.flush()
    connection = session.connection()
    there = connection.execute(_THERE, {"entry": entry_id, "prompt": prompt_id}).first()
    if there is None:
        session.add(Answer(entry_id=entry_id, prompt_id=prompt_id, text=text, updated_at=moment))
    elif there.text != text:
        if worth_keeping(session, there.id, there.text, text, since=there.updated_at, moment=moment):
            keep(session, there.id, there.text, there.updated_at)
        connection.execute(_REPLACE, {"answer": there.id, "new": text, "moment": moment})
        loaded = session.identity_map.get(identity_key(Answer, there.id))
        if loaded is not None:
            session.expire(loaded)
    else:
        return moment
    _retitle(session, entry_id, prompt_id, text)
    return moment


@changes(Change.ANSWERS)
def settle(session: Session, entry_id: int, prompt_id: str, settled: bool) -> None:  # noqa: FBT001
    """Close a question in peace with "I do not know", or open it again. Its text stays."""
    answer = find(session, entry_id, prompt_id)
    if answer is None:
        answer = Answer(entry_id=entry_id, prompt_id=prompt_id, updated_at=now(session))
    answer.settled = settled
    session.add(answer)


def versions(session: Session, entry_id: int, prompt_id: str) -> list[AnswerVersion]:
    """Earlier texts, newest first; ``kept_at`` is when that text was last written."""
    query = (
        select(AnswerVersion)
        .join(Answer, col(Answer.id) == col(AnswerVersion.answer_id))
        .where(Answer.entry_id == entry_id, Answer.prompt_id == prompt_id)
        .order_by(col(AnswerVersion.kept_at).desc(), col(AnswerVersion.id).desc())
    )
    return list(session.exec(query))


def added_only(old: str, new: str) -> bool:
    """Whether the new text has all of the old one, with signs added in one place."""
    return not _lost(old, new)


@changes(Change.ANSWERS | Change.ENTRIES)
def bring_back(session: Session, version_id: int) -> str:
    """Make an earlier text the answer again, and give it. The text that stood there becomes a version."""
    version = session.get_one(AnswerVersion, version_id)
    answer = session.get_one(Answer, version.answer_id)
    if answer.text != version.text:
        if answer.text.strip():
            keep(session, answer.id, answer.text, answer.updated_at)
        answer.text, answer.updated_at = version.text, now(session)
        _retitle(session, answer.entry_id, answer.prompt_id, version.text)
    return version.text


def replace(session: Session, answer: Answer, text: str) -> None:
    """Let another text stand; keeping the earlier one is up to the caller."""
    answer.text, answer.updated_at = clean(text), now(session)
    session.add(answer)
    _retitle(session, answer.entry_id, answer.prompt_id, answer.text)


def find(session: Session, entry_id: int, prompt_id: str) -> Answer | None:
    """The answer under this prompt of the entry."""
    return session.exec(select(Answer).where(Answer.entry_id == entry_id, Answer.prompt_id == prompt_id)).first()


def worth_keeping(
    session: Session, answer_id: int, old: str, new: str, *, since: dt.datetime, moment: dt.datetime
) -> bool:
    """Whether the old text could be missed after the change; ``since``: from when it stood there.

    Autosave writes every two seconds, so not every difference is worth a version. Kept is a text that stood for
    some minutes; one that loses much at once, unless the newest version already holds it (a key held down on
    Backspace); and one that loses anything when nothing was kept in the last minutes.
    """
    if not old.strip():
        return False
    if moment - since >= _KEEP_AFTER:
        return True
    lost = _lost(old, new)
    if not lost:
        return False
    newest = newest_version(session, answer_id)
    if newest is None or moment - newest.kept_at >= _KEEP_AFTER:
        return True
    much = lost > KEEP_WHEN_LOST_SIGNS or lost * 2 > len(old)
    return much and _lost(old, newest.text) > 0


def keep(session: Session, answer_id: int | None, text: str, since: dt.datetime) -> None:
    """Add a version."""
    assert answer_id is not None
    session.add(AnswerVersion(answer_id=answer_id, text=text, kept_at=since))


def newest_version(session: Session, answer_id: int | None) -> AnswerVersion | None:
    """The version that was kept last."""
    query = select(AnswerVersion).where(AnswerVersion.answer_id == answer_id)
    newest_first = (col(AnswerVersion.kept_at).desc(), col(AnswerVersion.id).desc())
    return session.exec(query.order_by(*newest_first).limit(1)).first()


def _lost(old: str, new: str) -> int:
    """How many signs of the old text a single edit took away; 0 when signs were only added in one place."""
    start = _shared(old, new)
    return len(old) - start - _shared(old[start:][::-1], new[start:][::-1])


def _shared(one: str, other: str) -> int:
    """Length of the common beginning, by halving: comparing slices is much faster than comparing signs."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _retitle(session: Session, entry_id: int, prompt_id: str, text: str) -> None:
    if prompt_id in TITLE_PROMPTS:
        session.get_one(Entry, entry_id).title = first_line(text)
