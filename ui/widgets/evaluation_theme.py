"""One theme of the evaluation file: its words and its mark, each to be ticked, and the words to be changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from journal.domain.evaluation import Said
from journal.text import tr
from ui import theme
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.prose import Prose
from ui.widgets.writing_box import WritingBox


class EvaluationTheme(QFrame):
    """``changed`` when something is ticked or typed. Nothing is ticked at first; what is changed here stays here."""

    changed = Signal()

    def __init__(self, theme_id: str, name: str, text: str, level: int | None, mark: str) -> None:
        super().__init__()
        self._theme, self._level = theme_id, level
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(18))
        column.setSpacing(theme.px(8))
        column.addWidget(Prose(name, "card_title"))
        self.words: QCheckBox | None = None
        self.mark: QCheckBox | None = None
        self.edit: AnswerEdit | None = None
        if text.strip():
            self.words = self._box(tr("Give these words"), f"{name}. {tr('Give these words')}", "words")
            column.addWidget(self.words)
            self.edit = AnswerEdit(lambda _text: None, text.strip(), role="read_s", min_lines=1)
            self.edit.setObjectName(f"evaluation.text.{theme_id}")
            self.edit.setAccessibleName(tr("{theme}: the words as they will stand in the file", theme=name))
            self.edit.textChanged.connect(self.changed)
            column.addWidget(WritingBox(self.edit, 0, padding=(16, 10)))
        if level is not None:
            label = tr("Give the word “{mark}” from the line", mark=mark)
            self.mark = self._box(label, f"{name}. {label}", "mark")
            column.addWidget(self.mark)

    def said(self) -> Said | None:
        """What is ticked, or None. ValueError (of pydantic) when the words are too long."""
        words = self.edit.text().strip() if self.words is not None and self.words.isChecked() and self.edit else ""
        level = self._level if self.mark is not None and self.mark.isChecked() else None
        return Said(theme=self._theme, words=words, mark=level) if words or level else None

    def _box(self, text: str, spoken: str, name: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(f"evaluation.{name}.{self._theme}")
        box.setAccessibleName(spoken)
        box.setFont(theme.font("ui"))
        box.toggled.connect(self.changed)
        return box
