"""The ring around what has the focus, for who uses the keyboard: two pixels, two pixels away."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui import theme
from ui.input_watch import InputWatch

_AWAY, _WIDTH = 2, 2
_RADIUS = 8
_OWN_EDGE = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QAbstractItemView, QAbstractScrollArea)
"""These thicken their own edge, or show the focus in their own rows."""


class FocusRing(QObject):
    """Follows the focus of the whole application. ``ring`` = ``own`` as a property keeps a widget out of it.

    A fresh frame for each focus: it lives among the widget's neighbours, so it scrolls and goes away with them.
    """

    def __init__(self, watch: InputWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self._frame: _Frame | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def widget(self) -> QWidget | None:
        """The widget that has the ring now."""
        frame = self._frame
        return frame.around if frame is not None and isValid(frame) and isValid(frame.around) else None

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None
        own = isinstance(new, _OWN_EDGE) and type(new) is not QScrollArea
        if new is None or not self._watch.by_keyboard or own or new.property("ring") == "own":
            return
        if new.isWindow() or new.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return
        self._frame = _Frame(new)


class _Frame(QWidget):
    def __init__(self, around: QWidget) -> None:
        room = _room_for(around)
        super().__init__(room)
        self.around, self._room = around, room
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        watched: QWidget | None = around
        while watched is not None and watched is not self.parentWidget():
            watched.installEventFilter(self)
            watched = watched.parentWidget()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Follow the widget when it or something around it moves."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), _WIDTH))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(_radius(self.around) + _AWAY + _WIDTH, inside.height() / 2)
        painter.drawRoundedRect(inside, radius, radius)
        painter.end()

    def _follow(self) -> None:
        if not isValid(self.around):
            return
        room = self._room
        place = QRect(self.around.mapTo(room, self.around.rect().topLeft()), self.around.size())
        self.setGeometry(_grown(place))
        self.setVisible(self.around.isVisibleTo(room))
        self.raise_()


def _grown(place: QRect) -> QRect:
    more = _AWAY + _WIDTH
    return place.adjusted(-more, -more, more, more)


def _room_for(widget: QWidget) -> QWidget:
    """The nearest widget around it in which the whole ring has room; never beyond what scrolls."""
    room = widget.parentWidget()
    while room is not None:
        above = room.parentWidget()
        place = _grown(QRect(widget.mapTo(room, widget.rect().topLeft()), widget.size()))
        scrolls = above is not None and isinstance(above.parentWidget(), QAbstractScrollArea)
        if room.isWindow() or above is None or scrolls or room.rect().contains(place):
            return room
        room = above
    return widget.window()


def _radius(widget: QWidget) -> int:
    given = widget.property("ring_radius")
    if isinstance(given, int):
        return given
    if widget.property("kind") == "chip":
        return widget.height() // 2
    return 5 if isinstance(widget, (QCheckBox, QRadioButton)) else _RADIUS
