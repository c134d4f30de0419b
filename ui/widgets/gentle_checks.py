"""The gentle check of a question: it asks back under the field and never stops anybody."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from journal.domain.guidance import Guidance
from journal.domain.guidance_checks import LEARNING_QUESTION
from journal.text import language, say
from ui import theme
from ui.icons import pixmap
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.prose import Prose

_REST_MS = 900
"""It waits until the writer does: a question back in the middle of a word disturbs."""


class GentleCheck(QWidget):
    """Hidden while there is nothing to ask. The first check that speaks is enough."""

    def __init__(
        self,
        guidance: Guidance,
        edit: AnswerEdit,
        *,
        name: str,
        prompt_id: str = LEARNING_QUESTION,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._checks, self._edit = [check for check in guidance.checks if prompt_id in check.prompts], edit
        self._asks = Prose("", "ui", "text2", name=name)
        picture = QLabel()
        picture.setPixmap(pixmap("message-circle-question", "accent", 18))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(10), 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._asks, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        edit.textChanged.connect(self._rest.start)
        self.hide()
        self.look()

    def look(self) -> None:
        """Look at the question now."""
        question = self._edit.text().strip()
        is_begun = len(question.split()) > 2 or question.endswith("?")  # noqa: PLR2004
        speaking = (check for check in self._checks if is_begun and check.speaks(question, language()))
        check = next(speaking, None)
        asks = say(check.ask) if check else ""
        if asks != self._asks.text():
            self._asks.setText(asks)
            self.setVisible(bool(asks))
            if asks:
                QAccessible.updateAccessibility(QAccessibleEvent(self._asks, QAccessible.Event.Alert))

    def asks(self) -> str:
        """What it asks now; empty when nothing."""
        return self._asks.text()
