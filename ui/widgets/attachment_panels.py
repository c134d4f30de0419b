"""Small panels above the name of a drawing: what is to be seen in words, and what it was before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal import dates
from journal.storage.attachments import Edition
from journal.text import tr
from ui import theme
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.popover import Popover
from ui.widgets.words import button, words
from ui.widgets.writing_box import WritingBox

_MOST = 6


class DescriptionPanel(Popover):
    """``save`` writes the description and may raise JournalError."""

    def __init__(self, parent: QWidget, text: str, save: Callable[[str], object]) -> None:
        super().__init__(parent, "attachment.description.panel")
        self.column.addWidget(words(tr("Describe in words"), "ui_bold"))
        self.column.addSpacing(theme.px(4))
        hint = tr("What is there to see? This is read out to who cannot see it, also in a pdf.")
        self.column.addWidget(words(hint, "caption", "text3"))
        self.column.addSpacing(theme.px(12))
        self.edit = AnswerEdit(save, text, role="read_s", grows=False, min_lines=4)
        self.edit.setObjectName("attachment.description")
        self.edit.setAccessibleName(tr("Describe in words"))
        self.edit.setAccessibleDescription(hint)
        self.edit.setFixedHeight(theme.line_height("read_s") * 5)
        self.column.addWidget(WritingBox(self.edit, 0, padding=(12, 8)))
        self.column.addSpacing(theme.px(12))
        done = button(tr("Done"), name="attachment.description.done")
        done.clicked.connect(lambda: self.shut() if self.settle() else None)
        self.column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.settle)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self.edit.settle()


class VersionsPanel(Popover):
    """``chosen(version id)`` when its maker wants one back."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, found: Sequence[Edition]) -> None:
        super().__init__(parent, "attachment.versions.panel")
        self.column.addWidget(words(tr("Earlier versions"), "ui_bold"))
        self.column.addSpacing(theme.px(8))
        if not found:
            self.column.addWidget(words(tr("There are no earlier versions yet."), "ui", "text2"))
        for edition in found[:_MOST]:
            kept = edition.kept_at.astimezone()
            when = tr("Of {day}, {time}", day=dates.full(kept.date()), time=dates.clock(kept))
            back = button(when, "text", icon="undo-2", name=f"attachment.version.{edition.id}")
            back.setAccessibleName(f"{tr('Put back')}, {when}")
            back.clicked.connect(lambda _on=False, id_=edition.id: self._choose(id_))
            self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, version_id: int) -> None:
        self.shut()
        self.chosen.emit(version_id)
