"""The cards under the learning question: its versions, and forms as questions that open in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.storage import answers, entries
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets.accordion import Accordion
from ui.widgets.prose import Prose
from ui.widgets.version_list import Version, VersionList
from ui.widgets.words import card

LEAST_HEIGHT = 468


class VersionsCard(QWidget):
    """How the question changed."""

    cause_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame, column = _card(self, "question.card.versions")
        frame.setMinimumHeight(LEAST_HEIGHT)
        column.addWidget(Prose(tr("This is how your question changed"), "card_title"))
        column.addSpacing(theme.px(16))
        self._first = Prose(
            tr("This is your first version. At every change you see here what shifted."),
            "ui",
            "text2",
            name="question.first",
        )
        column.addWidget(self._first)
        self.list = VersionList()
        self.list.cause_requested.connect(self.cause_requested)
        column.addWidget(self.list)
        column.addStretch(1)

    def show_versions(self, versions: list[Version]) -> None:
        """With one version there is nothing to compare yet, and the card says so."""
        self._first.setVisible(len(versions) == 1)
        self.list.setVisible(len(versions) > 1)
        self.list.show_versions(versions)


class FormCard(QWidget):
    """A form that a journey has once, as an accordion in a card."""

    def __init__(self, store: Store, form_id: str, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._form_id = store, form_id
        self._form = store.guidance.form(form_id)
        frame, column = _card(self, f"question.card.{form_id}")
        frame.setMinimumHeight(LEAST_HEIGHT if form_id == "sharpen" else 0)
        column.addWidget(Prose(title, "card_title"))
        column.addSpacing(theme.px(3))
        column.addWidget(Prose(lead, "ui", "text2"))
        column.addSpacing(theme.px(15))
        texts = self._texts()
        items = [(p.id, say(p.ask), texts.get(p.id, ""), False, say(p.hint)) for p in self._form.prompts()]
        self.accordion = Accordion(items, self._save, compact=True, name=f"question.{form_id}")
        column.addWidget(self.accordion)
        column.addStretch(1)
        first = next((p.id for p in self._form.prompts() if texts.get(p.id)), "")
        if first and form_id == "sharpen":
            self.accordion.open(first, focus=False)

    def refresh(self) -> None:
        """Show what the journal has now."""
        texts = self._texts()
        for prompt in self._form.prompts():
            self.accordion.set_answer(prompt.id, texts.get(prompt.id, ""), settled=False)

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        return self.accordion.settle()

    def _texts(self) -> dict[str, str]:
        found = self._store.read(entries.listed, self._store.journey_id, [self._form_id])
        if not found:
            return {}
        whole = self._store.read(entries.whole, found[-1].id)
        return {prompt_id: answer.text for prompt_id, answer in whole.answers.items()}

    def _save(self, prompt_id: str, text: str) -> None:
        entry_id = self._store.do(entries.one_of, self, self._store.journey_id, self._form_id, on=self._store.today())
        self._store.do(answers.write, self, entry_id, prompt_id, text)


def _card(owner: QWidget, name: str) -> tuple[QFrame, QVBoxLayout]:
    frame = card(name)
    outside = QVBoxLayout(owner)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.addWidget(frame)
    column = QVBoxLayout(frame)
    column.setContentsMargins(theme.px(28), theme.px(24), theme.px(28), theme.px(28))
    column.setSpacing(0)
    return frame, column
