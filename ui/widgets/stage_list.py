"""The journey as a list: the same places, states and signals as the map, for narrow windows and large letters."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from journal.domain.guidance import Stage
from journal.text import say, tr
from ui.widgets.journey_map_state import MapState, spoken
from ui.widgets.stage_list_row import STAGE, STATE, StageRow

_USUAL_WIDTH = 640
_Index = QModelIndex | QPersistentModelIndex


class _Stages(QAbstractListModel):
    def __init__(self, stages: Sequence[Stage], parent: QObject) -> None:
        super().__init__(parent)
        self.stages = stages
        self.state = MapState()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.stages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        stage = self.stages[index.row()]
        return {
            Qt.ItemDataRole.DisplayRole: say(stage.name),
            Qt.ItemDataRole.AccessibleTextRole: spoken(self.state, index.row() + 1, stage),
            STAGE: stage,
            STATE: self.state,
        }.get(role)


class StageList(QListView):
    """A vertical line with a row for every place; as high as its rows, so that its page scrolls.

    Signals as those of ``JourneyMap``.
    """

    stage_activated = Signal(str)
    also_requested = Signal(str)
    entry_activated = Signal(int)

    def __init__(
        self,
        stages: Sequence[Stage],
        state: MapState | None = None,
        *,
        picker: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = _Stages(stages, self)
        self._row = StageRow(self, picker=picker)
        self._picker = picker
        self.setModel(self._model)
        self.setItemDelegate(self._row)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setObjectName("map.list")
        self.setAccessibleName(tr("Map of your journey, as a list"))
        self.set_state(state or MapState())

    def set_state(self, state: MapState) -> None:
        """Show another state; the chosen row stays."""
        self._model.state = state
        last = self._model.index(self._model.rowCount() - 1)
        self._model.dataChanged.emit(self._model.index(0), last)
        if self._model.stages and not self.currentIndex().isValid():
            self._go_to(next(iter(state.me), self._model.stages[0].id))
        self._fit()

    def focus_stage(self, stage_id: str = "") -> None:
        """Give the keyboard to a place; without one to where I am, else to the first."""
        self._go_to(stage_id or next(iter(self._model.state.me), self._model.stages[0].id))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place_of(self, stage_id: str) -> QRect:
        """Where the row of a place is."""
        number = [stage.id for stage in self._model.stages].index(stage_id)
        return self.visualRect(self._model.index(number))

    def _go_to(self, stage_id: str) -> None:
        for number, stage in enumerate(self._model.stages):
            if stage.id == stage_id:
                self.setCurrentIndex(self._model.index(number))

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(320, self._rows_height())

    def minimumSizeHint(self) -> QSize:
        """The same: a list in a page does not scroll by itself."""
        return QSize(200, self._rows_height())

    def _rows_height(self) -> int:
        width = self.viewport().width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else _USUAL_WIDTH
        return sum(self._row.height(stage, self._model.state, width) for stage in self._model.stages)

    def _fit(self) -> None:
        self.setFixedHeight(self._rows_height())
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower rows may be higher."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl with the space bar chooses a second place; the list itself knows the arrows."""
        stage = self._stage(self.currentIndex())
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if stage and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not ctrl:
            self.stage_activated.emit(stage.id)
        elif stage and event.key() == Qt.Key.Key_Space:
            (self.also_requested if ctrl else self.stage_activated).emit(stage.id)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a place, or the entry whose date was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        stage = self._stage(index)
        if stage is None or event.button() != Qt.MouseButton.LeftButton:
            return
        entry = self._row.entry_at(stage, self._model.state, self.visualRect(index), event.position().toPoint())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.also_requested.emit(stage.id)
        elif entry is not None and not self._picker:
            self.entry_activated.emit(entry)
        else:
            self.stage_activated.emit(stage.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row the keyboard is at."""
        super().focusInEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """A hand where there is something to open."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            over = self.indexAt(event.position().toPoint()).isValid()
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)

    def _stage(self, index: QModelIndex) -> Stage | None:
        return self._model.stages[index.row()] if index.isValid() else None
