"""The page large, over the whole window: it is part of the window, Esc closes it, and nothing else can be reached."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.paper import Paper
from ui.widgets.pdf_preview import page_image
from ui.widgets.words import button, words

_WIDEST = 920
_MARGIN = 24
_SCROLL = 60


class LargePreview(QWidget):
    """Lies over ``window``. ``closed(page, grey)`` tells where the reader stopped."""

    closed = Signal(int, bool)

    def __init__(self, window: QWidget, paper: Paper, page: int, *, grey: bool) -> None:
        super().__init__(window)
        self._paper, self._page = paper, page
        self.setObjectName("intervisie.large")
        self.setProperty("ground", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("How your pdf will look"))
        self._where = words("", "ui", "text2", wrap=False)
        self._back = button(tr("Previous page"), icon="arrow-left", name="intervisie.large.back")
        self._on = button(tr("Next page"), icon="arrow-right", name="intervisie.large.next")
        self._grey = button(tr("View in black and white"), "text", name="intervisie.large.grey")
        self._grey.setCheckable(True)
        self._grey.setChecked(grey)
        self._close = button(tr("Close"), "primary", name="intervisie.large.close")
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        self._grey.toggled.connect(self._draw)
        self._close.clicked.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sheet.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._sheet)
        column.addWidget(self._scroll, 1)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._draw()

    def turn(self, by: int) -> None:
        """Turn so many pages on."""
        self._page = max(0, min(self._page + by, self._paper.pages - 1))
        self._scroll.verticalScrollBar().setValue(0)
        self._draw()

    def leave(self) -> None:
        """Close, and say where the reader was."""
        self.hide()
        self.closed.emit(self._page, self._grey.isChecked())
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Page Up and Down turn, the arrows scroll."""
        bar = self._scroll.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_PageDown:
                self.turn(1)
            case Qt.Key.Key_PageUp:
                self.turn(-1)
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + _SCROLL)
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - _SCROLL)
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        stops = [each for each in (self._back, self._on, self._grey, self._close) if each.isEnabled()]
        at = next((i for i, each in enumerate(stops) if each.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it for the new width."""
        super().resizeEvent(event)
        self._draw()

    def _bar(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("ground", "bg")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        row.setSpacing(theme.px(8))
        buttons: list[QPushButton] = [self._back, self._on]
        for each in buttons:
            row.addWidget(each)
        row.addSpacing(theme.px(12))
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(self._grey)
        row.addWidget(self._close)
        return holder

    def _draw(self) -> None:
        room = max(self.width() - 2 * _MARGIN - 20, 200)
        ratio = max(self.devicePixelRatioF(), 1.0)
        width = round(min(room, _WIDEST) * ratio)
        picture = page_image(self._paper.data, self._page, width, grey=self._grey.isChecked())
        picture.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(QPixmap.fromImage(picture))
        where = tr("page {page} of {pages}", page=self._page + 1, pages=self._paper.pages)
        self._where.setText(where)
        self._sheet.setAccessibleName(where)
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page + 1 < self._paper.pages)
