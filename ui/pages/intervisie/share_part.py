"""Part 3: what is shared, for the group and for the coach apart. Everything begins unticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from journal.domain.guidance import Guidance
from journal.domain.sharing import Recipient
from journal.storage.fragments import FragmentGroup
from journal.storage.preparations import Ticks
from journal.text import tr
from ui import theme
from ui.pages.intervisie import titles
from ui.pages.intervisie.numbered import Numbered
from ui.widgets.fragment_tree import FragmentTree
from ui.widgets.mixed import Mixed
from ui.widgets.prose import Prose
from ui.widgets.tab_row import TabRow
from ui.widgets.waiting import Waiting
from ui.widgets.words import button

READERS = (Recipient.GROUP, Recipient.COACH)


class SharePart(Numbered):
    """``ticked(ids, on)`` when the writer ticks; ``earlier_requested`` when they look for an older reflection.

    ``reader_chosen(Recipient)``; ``cleared`` when all is to be unticked; ``undo_requested`` after that;
    ``again_requested`` when what lapsed is to be ticked anew.
    """

    ticked = Signal(list, bool)
    earlier_requested = Signal()
    reader_chosen = Signal(object)
    cleared = Signal()
    undo_requested = Signal()
    again_requested = Signal()

    def __init__(self, guidance: Guidance) -> None:
        super().__init__(3, tr("What do you share?"), above=13, below=13)
        self._guidance = guidance
        self._groups: tuple[FragmentGroup, ...] | None = None
        self._reader = Recipient.GROUP
        self._count = Prose("", "caption", "text3", name="intervisie.count")
        self.head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        self.tree = FragmentTree()
        self.tree.ticked.connect(self.ticked)
        promise = tr("Everything begins unticked. Only what is on here gets into the pdf.")
        self.content.addSpacing(theme.px(4))
        self.content.addWidget(Prose(promise, "ui", "text2"))
        self.content.addSpacing(theme.px(8))
        self.content.addLayout(self._make_readers())
        self._lapsed = Mixed(role="caption", name="intervisie.lapsed")
        self._again = button(tr("Tick again"), "link", name="intervisie.again")
        self._again.setFont(theme.font("caption_bold"))
        self._again.clicked.connect(self.again_requested)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self._lapsed, 1)
        line.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addSpacing(theme.px(6))
        self.content.addLayout(line)
        self._waiting = Waiting("intervisie")
        self._waiting.wanted.connect(lambda ids: self.ticked.emit(ids, True))
        self.content.addWidget(self._waiting)
        self.content.addWidget(self.tree)
        self._asks = Prose("", "caption", "text2", name="intervisie.recognisable")
        self.content.addSpacing(theme.px(4))
        self.content.addWidget(self._asks)
        self._earlier = button(tr("Show earlier reflections"), "text", name="intervisie.earlier")
        self._earlier.clicked.connect(self.earlier_requested)
        self.content.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fragments(
        self,
        groups: tuple[FragmentGroup, ...],
        ticks: Ticks,
        *,
        reader: Recipient,
        earlier: bool,
        may_undo: bool,
    ) -> None:
        """Show what can be shared and what is. ``earlier``: there are older reflections than these."""
        self._earlier.setVisible(earlier)
        if groups != self._groups:
            self._nodes, self._groups = titles.tree(groups, self._guidance), groups
        self._readers.setCurrentIndex(READERS.index(reader))
        self.tree.show_groups(self._nodes, ticks.held, ticks.lapsed, anew=reader != self._reader)
        self._reader = reader
        self._asks.setText(titles.asks(groups, ticks.held, self._guidance))
        self._asks.setVisible(bool(self._asks.text()))
        on = self.tree.ticked_groups()
        self._count.setText(tr("{n} of {many} ticked", n=on, many=self.tree.groups()))
        self._undo.setVisible(not on and may_undo)
        self._clear.setVisible(bool(on))
        self._show_lapsed(groups, ticks)
        self._waiting.show_waiting(groups, ticks.held)

    def _make_readers(self) -> QHBoxLayout:
        self._readers = TabRow(tr("For the group"), tr("For the coach"), name="intervisie.reader")
        self._readers.setAccessibleName(tr("Who is it for?"))
        self._readers.currentChanged.connect(lambda index: self.reader_chosen.emit(READERS[index]))
        self._clear = button(tr("Untick everything"), "text", name="intervisie.clear")
        self._clear.clicked.connect(self.cleared)
        self._undo = button(tr("Undo"), "text", icon="undo-2", name="intervisie.undo")
        self._undo.clicked.connect(self.undo_requested)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._readers, 1, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._clear)
        row.addWidget(self._undo)
        return row

    def _show_lapsed(self, groups: Sequence[FragmentGroup], ticks: Ticks) -> None:
        changed = titles.lapsed(groups, ticks.lapsed, self._guidance)
        self._lapsed.setVisible(bool(changed))
        self._again.setVisible(bool(changed))
        if changed:
            told = tr("You changed this after you ticked it, so it is not in the pdf: {titles}.", titles=changed)
            self._lapsed.say((told, "warn", False))
