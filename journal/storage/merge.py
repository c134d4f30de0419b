"""Brings a copy of this journal that went its own way into it. Nothing that was written on either side is lost.

Decisions and their reasons: ``docs/decisions/0040-merging.md``.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from journal.domain.backup_policy import Reason
from journal.domain.changes import Change, changes
from journal.errors import FileTrouble
from journal.storage import backups, copies, merge_entries, merge_pictures, merge_sharing
from journal.storage.database import OpenJournal
from journal.storage.entries import now
from journal.storage.merge_sides import Two
from journal.storage.merge_texts import Texts
from journal.storage.scratch import scratch

_EVERYTHING = ~Change.NOTHING


@dataclass(frozen=True)
class Merged:
    """What merging brought. ``kept``: thrown away on one side, and written in on the other."""

    entries: int = 0
    texts: int = 0
    pictures: int = 0
    papers: int = 0
    differences: int = 0
    thrown_away: int = 0
    kept: int = 0
    unticked: int = 0
    writes: int = 0

    @property
    def nothing_new(self) -> bool:
        """Whether the copy held nothing that was not here."""
        return not self.writes


def merge_copy(journal: OpenJournal, file: Path, called: str) -> Merged:
    """Merge one sealed copy, after a backup; ``called`` is how its writer knows it. All in one step, or nothing.

    Raises OtherJournal, and as ``copies.open_copy`` and ``database.unlock`` do; the copy itself is never changed.
    """
    with scratch(journal) as place:
        folder = place / "copy"
        copies.open_copy(file, folder)
        try:
            theirs = journal.twin(folder)
        except FileTrouble as error:
            raise type(error)(file, error.detail) from error  # the folder is nobody's; the copy has a name
        with theirs:
            backups.before(journal, Reason.MERGE)
            return journal.do(merge, theirs, called)


@changes(_EVERYTHING)
def merge(session: Session, theirs: OpenJournal, called: str) -> Merged:
    """Merge an opened copy of this journal."""
    return theirs.read(_merge, session, called)


def _merge(theirs: Session, mine: Session, called: str) -> Merged:
    two = Two(mine, theirs, called, now(mine))
    merge_entries.journeys(two)
    entries = merge_entries.Entries(two)
    entries.merge()
    pictures = merge_pictures.attachments(two)
    texts = Texts(two)
    entries.throw_away(texts)
    texts.merge()
    entries.settle(texts)
    merge_entries.parts(two, entries, texts)
    texts.merge_differences()
    unticked = merge_sharing.preparations(two)
    merge_sharing.names(two)
    papers = merge_sharing.shares(two)
    merge_sharing.returned(two)
    merge_sharing.rest(two)
    return Merged(
        entries=entries.new,
        texts=texts.changed,
        pictures=pictures,
        papers=papers,
        differences=texts.differences,
        thrown_away=entries.thrown_away,
        kept=entries.kept,
        unticked=unticked,
        writes=two.writes,
    )
