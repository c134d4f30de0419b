"""How something that came back comes in: read beside the screen, tied to its paper, kept in one step."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from journal.domain.returning import FoundRemark, PageRead, ProposedRemark, ReturnedKind
from journal.domain.sharing import Recipient
from journal.errors import JournalError
from journal.returned import added, mail, matching
from journal.returned.matching import SentPaper
from journal.returned.reading import NobodyWaits, NotRead, Reason, contents, read_paper
from journal.storage import journeys, returned, shares
from ui import jobs
from ui.photos import Source, UnreadablePhoto, take_in
from ui.store import Store

_LOOK = 1024


@dataclass(frozen=True)
class Incoming:
    """Something that was read and is not in the journal yet."""

    kind: ReturnedKind
    name: str
    data: bytes
    pages: tuple[PageRead, ...] = ()
    remarks: tuple[FoundRemark, ...] = ()
    share_id: int | None = None
    password: str = ""


class ComingIn(QObject):
    """One thing at a time, the others wait. Nothing is in the journal before ``taken``."""

    busy = Signal(bool)
    refused = Signal(object)
    """NotRead or UnreadablePhoto."""
    password_wanted = Signal(str, bool)
    """The name of the file; whether a password was tried already."""
    paper_wanted = Signal(str)
    taken = Signal(int, bool, int)
    """Its id, whether it was here already, how many remarks were found."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._waiting: list[Source] = []
        self._locked: Incoming | None = None
        self._unknown: Incoming | None = None
        self._running = 0
        self._active = False
        self.share_id: int | None = None
        """The paper that it is an answer to, as far as its writer said so."""

    def papers(self) -> list[SentPaper]:
        """What was shared, newest first, with what stood where."""
        store = self._store
        listed = store.read(shares.listed, store.journey_id)
        return [SentPaper(each.share.id or 0, store.read(shares.placed, each.share.id or 0)) for each in listed]

    def take(self, sources: Sequence[Source]) -> bool:
        """Read these files or pictures, one after the other."""
        self._waiting += sources
        self._next()
        return bool(sources)

    def divided(self, text: str, *, whole: bool = False) -> mail.Mail:
        """What an e-mail says, by the codes of all papers."""
        known = {code for paper in self.papers() for code in paper.codes}
        return mail.split(text, known, whole=whole)

    def take_mail(self, text: str, found: mail.Mail) -> None:
        """Take in what an e-mail says."""
        self._tie(Incoming(ReturnedKind.MAIL, "", text.encode("utf-8", "replace"), remarks=found.remarks))

    def try_password(self, password: str) -> None:
        """Read the file that is locked with this password."""
        if self._locked is not None:
            again, self._locked = replace(self._locked, password=password), None
            papers = self.papers()
            self._run(lambda wanted: _read(again, papers, wanted), again)

    def choose_paper(self, share_id: int | None) -> None:
        """The paper that it belongs to; None: none of these."""
        if self._unknown is not None:
            known, self._unknown = replace(self._unknown, share_id=share_id), None
            self._keep(known)

    def leave(self) -> None:
        """Do not take in what is asked about; on to what waits."""
        self._locked = self._unknown = None
        self._next()

    def stop(self) -> None:
        """Leave it all; what was not taken in is not in the journal."""
        self._running += 1  # what still runs sees that nobody waits
        self._waiting, self._locked, self._unknown = [], None, None
        self._idle()

    def _next(self) -> None:
        if not self._waiting or self._active or self._locked or self._unknown:
            return
        source = self._waiting.pop(0)
        name = source.name if isinstance(source, Path) else ""
        papers = self.papers()
        self._run(lambda wanted: _opened(source, name, papers, wanted), Incoming(ReturnedKind.PDF, name, b""))

    def _run(self, work: Callable[[Callable[[], bool]], Incoming], given: Incoming) -> None:
        self._running += 1
        mine = self._running
        self._active = True
        self.busy.emit(True)
        jobs.run(
            self,
            lambda: work(lambda: self._running == mine),
            lambda found: self._read_well(mine, found),
            lambda error: self._read_badly(mine, error, given),
        )

    def _read_well(self, mine: int, found: Incoming) -> None:
        if mine == self._running:
            self._idle()
            self._tie(found)

    def _read_badly(self, mine: int, error: Exception, given: Incoming) -> None:
        if mine != self._running or isinstance(error, NobodyWaits):
            return
        self._idle()
        if isinstance(error, _Locked):
            self._locked = error.paper
            self.password_wanted.emit(error.paper.name, bool(given.password))
        elif isinstance(error, NotRead | UnreadablePhoto):
            self.refused.emit(error)
            self._next()
        else:
            raise error

    def _tie(self, found: Incoming) -> None:
        papers = self.papers()
        share_id = found.share_id or _by_codes(found, papers) or self.share_id
        if share_id is None and papers:
            self._unknown = found
            self.paper_wanted.emit(found.name)
            return
        self._keep(replace(found, share_id=share_id))

    def _keep(self, found: Incoming) -> None:
        papers = self.papers()
        if not found.pages:
            self._take_in(found, matching.propose(found.remarks, papers, found.share_id))
            return
        sent = self._store.read(shares.file, found.share_id) if found.share_id else b""
        self._running += 1
        mine = self._running
        self._active = True
        self.busy.emit(True)
        jobs.run(
            self,
            lambda: _proposed(found, sent, papers, lambda: self._running == mine),
            lambda proposed: self._tied(mine, found, proposed),
            lambda error: self._read_badly(mine, error, found),
        )

    def _tied(self, mine: int, found: Incoming, proposed: list[ProposedRemark]) -> None:
        if mine == self._running:
            self._idle()
            self._take_in(found, proposed)

    def _take_in(self, found: Incoming, proposed: Sequence[ProposedRemark]) -> None:
        store = self._store
        try:
            kept = store.do(
                returned.take_in,
                self,
                store.journey_id,
                share_id=found.share_id,
                kind=found.kind,
                sender=self._sender(found),
                file_name=found.name,
                data=found.data,
                remarks=proposed,
            )
        except JournalError:
            return  # the store has told; nothing of it is in the journal
        self.taken.emit(kept.returned_id, kept.already, len(proposed))
        self._next()

    def _sender(self, found: Incoming) -> str:
        store = self._store
        listed = store.read(shares.listed, store.journey_id)
        share = next((each.share for each in listed if each.share.id == found.share_id), None)
        signed = ", ".join(dict.fromkeys(remark.author for remark in found.remarks if remark.author))
        if signed and share is not None and share.recipient == Recipient.GROUP:
            return signed  # a group does not write; one of its people does
        if share is not None and share.recipient_name:
            return share.recipient_name
        journey = store.read(journeys.current)
        if journey is not None and share is not None and share.recipient == Recipient.COACH and journey.coach_name:
            return journey.coach_name
        return signed

    def _idle(self) -> None:
        self._active = False
        self.busy.emit(False)


class _Locked(Exception):
    def __init__(self, paper: Incoming) -> None:
        super().__init__()
        self.paper = paper


def _opened(source: Source, name: str, papers: Sequence[SentPaper], wanted: Callable[[], bool]) -> Incoming:
    """Runs in a thread, as the two below."""
    if isinstance(source, QImage):
        return Incoming(ReturnedKind.PICTURE, name, take_in(source).data)
    data = contents(source)
    if b"%PDF-" in data[:_LOOK]:
        return _read(Incoming(ReturnedKind.PDF, name, data), papers, wanted)
    try:
        return Incoming(ReturnedKind.PICTURE, source.stem, take_in(source).data)
    except UnreadablePhoto as error:
        if error.heic:
            raise
        raise NotRead(Reason.FOREIGN) from error


def _read(paper: Incoming, papers: Sequence[SentPaper], wanted: Callable[[], bool]) -> Incoming:
    try:
        read = read_paper(paper.data, password=paper.password, wanted=wanted)
    except NotRead as error:
        if error.reason is Reason.LOCKED:
            raise _Locked(paper) from error
        raise
    share_id = matching.which_paper(read.pages, papers)
    return replace(paper, pages=read.pages, remarks=read.remarks, share_id=share_id)


def _proposed(
    found: Incoming, sent: bytes, papers: Sequence[SentPaper], wanted: Callable[[], bool]
) -> list[ProposedRemark]:
    remarks = [*found.remarks]
    if sent:
        with suppress(NotRead):  # without what was typed in the page, the other remarks still come home
            remarks += added.typed(found.pages, read_paper(sent, wanted=wanted).pages)
    return matching.propose(remarks, papers, found.share_id)


def _by_codes(found: Incoming, papers: Sequence[SentPaper]) -> int | None:
    """The paper whose codes are in the words of an e-mail."""
    known = {proposed.code for proposed in matching.propose(found.remarks, papers, None) if proposed.code}
    return next((paper.id for paper in papers if paper.codes & known), None)
