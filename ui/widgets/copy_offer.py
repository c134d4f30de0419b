"""Offers at the foot of the window to merge a copy that another laptop laid down. It never takes the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.speak import announce
from ui.widgets.words import button, words

_FOOT = 24


class CopyOffer(QFrame):
    """``offer(sentence)`` shows it; ``taken`` or ``put_off`` when somebody chose. Reached with Tab, after the page."""

    taken = Signal()
    put_off = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("copy_offer")
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(12), theme.px(12), theme.px(12))
        row.setSpacing(theme.px(12))
        self.label = words("", "ui", wrap=True, name="copy_offer.words")
        self.yes = button(tr("Merge"), "primary", name="copy_offer.merge")
        self.no = button(tr("Not now"), "text", name="copy_offer.not_now")
        row.addWidget(self.label, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.yes.clicked.connect(self.taken)
        self.no.clicked.connect(self.put_off)
        self.hide()

    def offer(self, sentence: str) -> None:
        """Show it, and tell it to a screen reader."""
        self.label.setText(sentence)
        wide = min(self._window.width() - 2 * _FOOT, theme.px(640))
        layout = self.layout()
        assert layout is not None
        self.setFixedSize(wide, max(layout.heightForWidth(wide), layout.sizeHint().height()))
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - _FOOT)
        self.show()
        self.raise_()
        announce(self, sentence)
