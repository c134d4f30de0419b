"""On top of a drawing, model or photo: the way back, the learning question, and when it was saved."""

import datetime as dt

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journal.storage import questions
from journal.text import tr
from ui import theme
from ui.store import Store
from ui.widgets.arrow_button import back_button
from ui.widgets.saved_state import SavedState
from ui.widgets.words import words


class AttachmentBand(QWidget):
    """``way``: the name of what one goes back to. ``saved_at``: when this was last saved, if ever."""

    def __init__(self, store: Store, way: str, name: str, saved_at: dt.datetime | None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(32, theme.px(7), 24, theme.px(7))
        row.setSpacing(theme.px(12))
        self.back = back_button(way, name=f"{name}.back")
        row.addWidget(self.back)
        line = QFrame()
        line.setFixedSize(1, theme.px(24))
        line.setStyleSheet(f"background: {theme.colour_name('line')};")
        row.addSpacing(theme.px(8))
        row.addWidget(line)
        label = words(tr("My learning question"), "caption", "text3", wrap=False)
        label.setHidden(theme.is_large())
        row.addWidget(label)
        found = store.read(questions.current, store.journey_id)
        text = found.text.strip() if found else tr("Your learning question may still come.")
        row.addWidget(words(text, "read_italic", "text" if found else "text3", name=f"{name}.question"), 1)
        saved = SavedState()
        if saved_at is not None:
            saved.saved(saved_at)
        store.saved.connect(saved.saved)
        store.failed.connect(saved.failing)
        row.addWidget(saved)
        self.setMinimumHeight(63 if not theme.is_large() else theme.px(38))
