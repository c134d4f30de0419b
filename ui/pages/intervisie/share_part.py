"""Part 3: what is shared. Everything begins unticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from journal.domain.guidance import Guidance
from journal.storage.fragments import FragmentGroup
from journal.text import tr
from ui import theme
from ui.pages.intervisie import titles
from ui.pages.intervisie.numbered import Numbered
from ui.widgets.fragment_tree import FragmentTree
from ui.widgets.prose import Prose
from ui.widgets.words import button


class SharePart(Numbered):
    """``ticked(ids, on)`` when the writer ticks; ``earlier_requested`` when they look for an older reflection."""

    ticked = Signal(list, bool)
    earlier_requested = Signal()

    def __init__(self, guidance: Guidance) -> None:
        super().__init__(3, tr("What do you share?"), above=13, below=13)
        self._guidance = guidance
        self._count = Prose("", "caption", "text3", name="intervisie.count")
        self.head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        self.tree = FragmentTree()
        self.tree.ticked.connect(self.ticked)
        promise = tr("Everything begins unticked. Only what is on here gets into the pdf.")
        self.content.addSpacing(theme.px(4))
        self.content.addWidget(Prose(promise, "ui", "text2"))
        self.content.addSpacing(theme.px(6))
        self.content.addWidget(self.tree)
        self._asks = Prose("", "caption", "text2", name="intervisie.recognisable")
        self.content.addSpacing(theme.px(4))
        self.content.addWidget(self._asks)
        self._earlier = button(tr("Show earlier reflections"), "text", name="intervisie.earlier")
        self._earlier.clicked.connect(self.earlier_requested)
        self.content.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fragments(self, groups: Sequence[FragmentGroup], ticked: frozenset[str], *, earlier: bool) -> None:
        """Show what can be shared and what is. ``earlier``: there are older reflections than these."""
        self._earlier.setVisible(earlier)
        self.tree.show_groups(titles.tree(groups, self._guidance), ticked)
        self._asks.setText(titles.asks(groups, ticked, self._guidance))
        self._asks.setVisible(bool(self._asks.text()))
        self._count.setText(tr("{n} of {many} ticked", n=self.tree.ticked_groups(), many=self.tree.groups()))
