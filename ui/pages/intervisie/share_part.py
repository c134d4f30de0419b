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


class SharePart(Numbered):
    """``ticked(ids, on)`` when the writer ticks."""

    ticked = Signal(list, bool)

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

    def show_fragments(self, groups: Sequence[FragmentGroup], ticked: frozenset[str]) -> None:
        """Show what can be shared and what is."""
        self.tree.show_groups(titles.tree(groups, self._guidance), ticked)
        self._count.setText(tr("{n} of {many} ticked", n=self.tree.ticked_groups(), many=self.tree.groups()))
