"""The sheet that a step is written on: it scrolls, and carries the aside beside or under the words."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from ui import theme
from ui.pages.reflection.aside import Aside
from ui.pages.reflection.rail import ground
from ui.pages.reflection.stage_step import StageStep
from ui.pages.reflection.step import WIDEST, StepView
from ui.pages.reflection.written import Written
from ui.photos import Source

_MARGIN, _GAP = 40, 68


class Sheet(QScrollArea):
    """Holds one view. ``fit`` after the window changed. ``opened(kind, id)`` comes from the aside."""

    opened = Signal(str, int)

    def __init__(self, view: QWidget, written: Written) -> None:
        super().__init__()
        self.view = view
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = ground(QWidget(), "surface")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._row.setSpacing(0)
        self._before, self._after = QWidget(), QWidget()
        self._row.addWidget(self._before, 1)
        self._row.addWidget(view, 1000)
        self._aside = Aside(written, about_place=isinstance(view, StageStep)) if _has_aside(view) else None
        if isinstance(view, StepView):
            view.top_requested.connect(self._scroll_soon)
        if self._aside is not None:
            self._aside.opened.connect(self.opened)
            self._gap = QWidget()
            self._gap.setFixedSize(_GAP, theme.px(24))
            self._row.addWidget(self._gap)
            self._row.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignTop)
        elif isinstance(view, StepView):
            view.setMaximumWidth(max(WIDEST, theme.px(WIDEST)))
        self._row.addWidget(self._after, 1)
        self._row.addStretch(0)
        self.setWidget(holder)

    def take_pictures(self, sources: list[Source]) -> bool:
        """Put photos with the entry; False where nothing stands beside the words."""
        return self._aside is not None and self._aside.strip.take_pictures(sources)

    def refresh(self) -> None:
        """Show what the journal has now."""
        for part in (self.view, self._aside):
            again = getattr(part, "refresh", None)
            if again is not None:
                again()

    def _scroll_soon(self, part: QWidget) -> None:
        # after the layout has given the opened question its place
        QTimer.singleShot(0, part, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        inside = self.widget()
        assert inside is not None
        self.verticalScrollBar().setValue(part.mapTo(inside, QPoint()).y())

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self.view.settle() if isinstance(self.view, StepView) else True

    def focus_text(self, *, last: bool) -> None:
        """Put the caret where one writes."""
        self.view.focus_text(last=last)  # type: ignore[attr-defined]

    def fit(self, *, wide: bool, centred: bool) -> None:
        """``wide``: the aside beside the words, else under them. ``centred``: nothing but the words."""
        self._before.setVisible(centred)
        self._after.setVisible(centred)
        if self._aside is None:
            return
        self._aside.setVisible(not centred and not theme.is_large())
        self._gap.setVisible(self._aside.isVisibleTo(self))
        upright = not wide and not centred
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)


def _has_aside(view: QWidget) -> bool:
    return isinstance(view, StepView) and view.has_aside
