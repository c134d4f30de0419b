"""What paper is wanted, and the making of it."""

from dataclasses import dataclass

from journal.domain import pseudonyms
from journal.domain.sharing import PaperKind, Recipient
from journal.domain.snapshot import Snapshot
from journal.export import compose, pdf
from journal.storage import journeys, paper_snapshots, snapshot
from ui.store import Store
from ui.widgets.paper import Paper
from ui.widgets.pdf_preview import page_count


@dataclass(frozen=True)
class Wanted:
    """A kind of paper with its options. ``chosen``: ids of what is on it."""

    kind: PaperKind
    recipient: Recipient = Recipient.SELF
    recipient_name: str = ""
    style: str = "full"
    entry_id: int = 0
    preparation_id: int = 0
    chosen: frozenset[str] = frozenset()


def make(store: Store, wanted: Wanted) -> Paper:
    """The paper as it is now; without pages when nothing is chosen. Any thread may ask."""
    taken = _taken(store, wanted)
    if not taken.fragments and wanted.kind is not PaperKind.HARVEST:
        return Paper(taken, kind=wanted.kind)
    document = compose.document(taken, store.guidance, wanted.kind)
    data = pdf.render(document, made_on=taken.made_on)
    return Paper(taken, data, page_count(data), document, wanted.kind)


def own(store: Store, wanted: Wanted) -> Snapshot:
    """A snapshot with nothing on it but whose it is."""
    journey = store.read(journeys.current)
    name = journey.own_name if journey else ""
    return Snapshot(
        made_on=store.today(),
        writer=pseudonyms.styled(name, wanted.style),
        edition=journey.edition if journey else "",
        recipient=wanted.recipient,
        initials=False,
    )


def _taken(store: Store, wanted: Wanted) -> Snapshot:
    guidance = store.guidance
    wishes = paper_snapshots.Wishes(store.today(), wanted.recipient, wanted.recipient_name, wanted.style)
    match wanted.kind:
        case PaperKind.COACH if wanted.preparation_id:
            return store.read(
                snapshot.take,
                wanted.preparation_id,
                guidance,
                on=store.today(),
                recipient=Recipient.COACH,
                kind=PaperKind.COACH,
            )
        case PaperKind.SESSION if wanted.entry_id:
            return store.read(paper_snapshots.one_session, wanted.entry_id, guidance, wishes, wanted.chosen)
        case PaperKind.ONE_PAGE:
            return store.read(paper_snapshots.one_page, store.journey_id, guidance, wishes, wanted.chosen)
        case _:
            return own(store, wanted)
