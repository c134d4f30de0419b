"""Says that the journal locks soon, while there is still time to put it off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journal.text import tr, trn
from ui import theme
from ui.widgets.speak import announce
from ui.widgets.words import button, words

_FOOT = 24


class LockWarning(QFrame):
    """``warn(seconds)`` shows it at the foot of the window. Any key, any movement and its button put the lock off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._row: QHBoxLayout | None = None
        self.setObjectName("lock_warning")
        self.setProperty("kind", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def warn(self, seconds: int) -> None:
        """Show how long there is left. It is spoken once, not at every count."""
        new = self.isHidden()
        if self._row is None or new:
            self._build()
        text = trn(
            "Your journal locks in {n} second. All is saved.",
            "Your journal locks in {n} seconds. All is saved.",
            seconds,
        )
        self.label.setText(text)
        self.adjustSize()
        self.setMaximumWidth(self._window.width() - 2 * _FOOT)
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - _FOOT)
        self.show()
        self.raise_()
        if new:
            announce(self, text)

    def _build(self) -> None:
        """Made when it shows, in the language and size of now."""
        if self._row is not None:
            QWidget().setLayout(self._row)
        for child in self.findChildren(QWidget):
            child.deleteLater()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), theme.px(9), theme.px(9), theme.px(9))
        self._row.setSpacing(theme.px(16))
        self.label = words("", "ui", "bg", wrap=theme.is_large(), name="lock_warning.words")
        self.keep = button(tr("Keep it open"), name="lock_warning.keep")
        self.keep.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a key anywhere does the same, and the caret stays
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.keep)
