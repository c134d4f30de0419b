"""The field in which the text of a box or an arrow is written, and how both are told in words."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.domain.model import MOST_SIGNS, Arrow, Model
from journal.text import tr
from ui import theme


class ModelEditor(QLineEdit):
    """Lies over the box. Enter, Esc and leaving all keep what was written; ``written(text)`` when it changed."""

    written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = ""
        self.setObjectName("model.text")
        self.setAccessibleName(tr("Text"))
        self.setMaxLength(MOST_SIGNS)
        self.setFont(theme.font("ui"))
        self.hide()

    def open(self, place: QRectF, text: str) -> None:
        """Write here."""
        self._before = text
        self.setText(text)
        width = max(round(place.width()), theme.px(160))
        high = max(self.sizeHint().height(), theme.px(40))
        self.setGeometry(round(place.center().x() - width / 2), round(place.center().y() - high / 2), width, high)
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Done writing."""
        if self.isHidden():
            return
        had_focus, parent = self.hasFocus(), self.parentWidget()
        self.hide()
        if had_focus and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.text() != self._before:
            self.written.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end the writing; nothing is thrown away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere is done."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()


def told(made: Model, thing: int | Arrow) -> str:
    """A box with where its arrows lead, or an arrow, in words."""
    if isinstance(thing, Arrow):
        start, end = _name(made, thing.start), _name(made, thing.end)
        said = tr("arrow from {start} to {end}", start=start, end=end)
        return f"{said}: {thing.text}" if thing.text else said
    ends = [_name(made, arrow.end) for arrow in made.arrows if arrow.start == thing]
    name = _name(made, thing)
    return tr("{box}, arrow to {ends}", box=name, ends=", ".join(ends)) if ends else name


def _name(made: Model, box_id: int) -> str:
    return made.box(box_id).text or tr("empty box")
