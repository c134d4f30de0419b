"""The left column: head, three parts, names. In its compact form three tabs, of which the third is the preview."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.domain.guidance import Guidance
from journal.text import tr
from ui import theme
from ui.pages.intervisie.case_part import CasePart
from ui.pages.intervisie.head import Head
from ui.pages.intervisie.method_part import MethodPart
from ui.pages.intervisie.names_part import NamesPart
from ui.pages.intervisie.own_name import OwnName
from ui.pages.intervisie.share_part import SharePart
from ui.pages.intervisie.tabs import Tabs
from ui.widgets.paper_password import PasswordPart
from ui.widgets.words import button

_WIDEST, _MARGIN = 700, 32


class Preparing(QScrollArea):
    """All that is prepared. ``tab_chosen`` in the compact form."""

    tab_chosen = Signal(int)
    papers_requested = Signal()
    returned_requested = Signal()

    def __init__(self, guidance: Guidance, today: dt.date) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head = Head(today)
        self.case, self.method, self.share = CasePart(), MethodPart(guidance), SharePart(guidance)
        self.names, self.own_name = NamesPart(), OwnName()
        self.password = PasswordPart("intervisie")
        self.password.setContentsMargins(0 if theme.is_large() else theme.px(38), theme.px(12), 0, 0)
        self.tabs = Tabs(tr("Your case"), tr("What do you share?"), tr("Preview"), name="intervisie.tabs")
        self.tabs.currentChanged.connect(self.tab_chosen)
        self._preview: QWidget | None = None
        ground = QWidget()
        ground.setProperty("ground", "none")
        self._side = side = theme.px(_MARGIN) if not theme.is_large() else _MARGIN
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(side, theme.px(30), side, theme.px(24))
        self._column.setSpacing(0)
        ground.setMaximumWidth(2 * side + max(theme.px(_WIDEST), _WIDEST))
        for part in (
            self.head,
            self.tabs,
            self.case,
            self.method,
            self.share,
            self.names,
            self.own_name,
            self.password,
        ):
            self._column.addWidget(part)
        others = button(tr("Other papers"), "text", icon="files", name="intervisie.papers")
        others.clicked.connect(self.papers_requested)
        self._column.addSpacing(theme.px(16))
        self._column.addWidget(others, 0, Qt.AlignmentFlag.AlignLeft)
        answer = button(tr("Answer of your coach"), "text", icon="message-circle-question", name="intervisie.returned")
        answer.clicked.connect(self.returned_requested)
        self._column.addWidget(answer, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(ground)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def take_preview(self, preview: QWidget) -> None:
        """Take the preview in, as the third tab."""
        self._preview = preview
        self._column.insertWidget(self._column.count() - 1, preview)

    def _keep_width(self, _least: int, most: int) -> None:
        """A scroll bar stands in the margin: nothing moves when it comes."""
        bar = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        margins = self._column.contentsMargins()
        margins.setRight(self._side - min(bar, self._side))
        self._column.setContentsMargins(margins)

    def set_compact(self, compact: bool) -> None:
        """Tabs where there is no room, else everything under each other."""
        self.tabs.setVisible(compact)
        tab = self.tabs.currentIndex()
        tabs: tuple[tuple[QWidget, ...], ...] = (
            (self.case, self.method),
            (self.share, self.names, self.own_name, self.password),
        )
        for number, parts in enumerate(tabs):
            for part in parts:
                part.setVisible(not compact or tab == number)
        if compact and self._preview is not None:
            self._preview.setVisible(tab == 2)  # noqa: PLR2004 - the third tab
        self.share.tree.set_columns(1 if theme.is_large() else 2)
