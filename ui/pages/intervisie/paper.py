"""The paper of a preparation, for the group or for the coach, made beside the screen."""

from journal.domain.sharing import PaperKind, Recipient
from journal.export import compose, pdf
from journal.storage import snapshot
from ui import paper_maker
from ui.store import Store
from ui.widgets.paper import Paper
from ui.widgets.pdf_preview import page_count


def make(store: Store, preparation_id: int, recipient: Recipient = Recipient.GROUP) -> Paper:
    """The paper of a preparation as it is now. The coach gets a summary. Any thread may ask."""
    on = store.today()
    kind = PaperKind.COACH if recipient is Recipient.COACH else PaperKind.PREPARATION
    taken = store.read(snapshot.take, preparation_id, store.guidance, on=on, recipient=recipient, kind=kind)
    if not taken.fragments:
        return Paper(taken, kind=kind)
    document = compose.document(taken, store.guidance, kind)
    data = pdf.render(document, made_on=on)
    return Paper(taken, data, page_count(data), document, kind)


class PaperMaker(paper_maker.PaperMaker):
    """Makes the paper of a preparation; see ``ui/paper_maker.py``."""

    def ask(
        self, store: Store, preparation_id: int, *, soon: bool = False, recipient: Recipient = Recipient.GROUP
    ) -> None:
        """Make it anew after a rest; with ``soon`` at the next moment."""
        self.make_soon(lambda: make(store, preparation_id, recipient), at_once=soon)
