"""What Reisgezel promises, and where that ends. The words are data: ``resources/promises.toml``."""

import tomllib
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from journal.text import say, tr
from resources import folder
from ui import theme
from ui.icons import pixmap
from ui.store import Store
from ui.widgets.arrow_button import back_button
from ui.widgets.words import card, top_column, words

_WIDEST = 720
_SIGNS = ("lock", "notebook-pen", "users", "map")


class PromisesPage(QScrollArea):
    """``settings_requested`` goes back to where it was opened from."""

    settings_requested = Signal()

    def __init__(self, _store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("promises")
        self.setAccessibleName(tr("What Reisgezel promises"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(theme.px(_WIDEST + 64))
        column = self._column = top_column(inside)
        column.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(32))
        column.setSpacing(theme.px(16))
        back = back_button(tr("Settings"), name="promises.back")
        back.clicked.connect(self.settings_requested)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words(tr("What Reisgezel promises"), "question", name="promises.title"))
        told = tomllib.loads((folder("") / "promises.toml").read_text(encoding="utf-8"))
        for sign, group in zip(_SIGNS, told["groups"], strict=True):
            self._add(group, sign)
        self._add(told["limits"], "eye")
        self.setWidget(inside)

    def refresh(self) -> None:
        """Nothing here comes from the journal."""

    def settle(self) -> bool:
        """Nothing is written here."""
        return True

    def _add(self, group: dict[str, Any], sign: str) -> None:
        frame = card(f"promises.{sign}")
        column = QVBoxLayout(frame)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(10))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        picture = QLabel()
        picture.setPixmap(pixmap(sign, "accent", 20))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(say(group["name"]), "card_title"), 1)
        column.addLayout(head)
        if "intro" in group:
            column.addWidget(words(say(group["intro"]), "ui", "text2"))
        for promise in group["promises"]:
            column.addWidget(words(say(promise["text"]), "read_s"))
        self._column.addWidget(frame)
