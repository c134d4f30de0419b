"""A field for a passphrase: hidden until its writer looks, and then in the serif, where I, l and 1 differ."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from journal.domain.passphrase import MOST_SIGNS
from journal.text import tr
from ui import theme
from ui.icons import icon
from ui.widgets.prose import Prose


class PassphraseField(QWidget):
    """Label, field of 44 high, and a line under it that says what is the matter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _TallEdit()
        self.edit.setObjectName(name)
        self.edit.setFont(theme.font("input"))
        self.edit.setMaxLength(MOST_SIGNS)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self._add_eye(name)
        above = QLabel(label)
        above.setFont(theme.font("ui_bold"))
        above.setBuddy(self.edit)
        self.edit.setAccessibleName(label)
        self._under = Prose("", "caption", "text3", name=f"{name}.says")
        self._strong = QLabel()
        self._strong.setFont(theme.font("caption_bold"))
        self._strong.setProperty("ink", "accent")
        says = QHBoxLayout()
        says.setSpacing(3)
        says.addWidget(self._strong)
        says.addWidget(self._under, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addSpacing(theme.px(8))
        column.addWidget(self.edit)
        column.addSpacing(theme.px(6))
        column.addLayout(says)
        self._show(shown=False)

    def text(self) -> str:
        """The passphrase."""
        return self.edit.text()

    def say(self, words: str, *, strong: str = "") -> None:
        """What stands under the field, after a strong word or two; a screen reader hears it with the field."""
        self._under.setText(words)
        self._strong.setText(strong)
        self._strong.setVisible(bool(strong))
        self.edit.setAccessibleDescription(f"{strong} {words}".strip())

    def _add_eye(self, name: str) -> None:
        self._eye_button = QToolButton()  # of its own, for Qt's button in a field cannot have the focus
        self._eye_button.setObjectName(f"{name}.eye")
        self._eye_button.setDefaultAction(self._eye)
        self._eye_button.setAutoRaise(True)
        self._eye_button.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._eye_button.setFixedSize(theme.px(32), theme.px(32))
        self._eye_button.setStyleSheet("QToolButton { border: none; background: transparent; }")
        self._eye_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.edit.setTextMargins(0, 0, theme.px(32), 0)
        inside = QHBoxLayout(self.edit)
        inside.setContentsMargins(0, 0, theme.px(8), 0)
        inside.addStretch(1)
        inside.addWidget(self._eye_button)

    def _show(self, shown: bool) -> None:  # noqa: FBT001
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        font = theme.font("read" if shown else "input")
        font.setPixelSize(theme.px(16))
        self.edit.setFont(font)
        words = tr("Hide what I type") if shown else tr("Show what I type")
        self._eye.setIcon(icon("eye-off" if shown else "eye", "text2", 18))
        self._eye.setToolTip(words)
        self._eye.setText(words)
        self._eye_button.setAccessibleName(words)


class _TallEdit(QLineEdit):
    """44 high: this field is the main thing on its page."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
