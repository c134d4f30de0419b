"""The guide to a learning question: four questions, one at a time, ending in a first version."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journal.errors import JournalError
from journal.storage import answers, entries, questions
from journal.text import tr
from ui import theme
from ui.store import Store
from ui.widgets.guide_question import GuideQuestion
from ui.widgets.progress_dots import ProgressDots
from ui.widgets.start_footer import Footing

FORM = "question_guide"


class QuestionGuide(QWidget):
    """Content without footer: show ``footing()`` and connect the footer to ``advance``, ``back`` and ``put_off``.

    Every answer is saved as it is typed, as the entry of the form ``question_guide``.
    ``taken(entry_id)``: a version was written. ``left()``: back from the first question. ``later()``: put off.
    """

    changed = Signal()
    taken = Signal(int)
    left = Signal()
    later = Signal()

    def __init__(self, store: Store, *, before: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._before = store, before
        self._entry_id: int | None = None
        self._form = store.guidance.form(FORM)
        self._dots = ProgressDots(len(self._form.steps))
        self._stack = QStackedWidget()
        self._pages: list[GuideQuestion] = []
        texts = self._saved()
        for step in self._form.steps:
            page = GuideQuestion(
                store.guidance,
                step,
                texts.get(step.prompts[0].id, ""),
                self._save,
                is_last=step is self._form.steps[-1],
            )
            page.advance_requested.connect(self.advance)
            page.back_requested.connect(self.back)
            page.edit.textChanged.connect(self.changed)
            self._pages.append(page)
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._dots)
        column.addSpacing(theme.px(10))
        column.addWidget(self._stack, 1)
        self._show(0)

    def arrive(self) -> None:
        """Put the caret in the present question."""
        edit = self._page().edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def footing(self) -> Footing:
        """What the footer says at the present question."""
        place = self._stack.currentIndex()
        back = self._before if place == 0 else tr("Previous question")
        if place < len(self._pages) - 1:
            return Footing(tr("Next question"), back=back, aside=tr("Do this later"))
        waits = tr("Write a question first.") if self._page().edit.is_empty() else ""
        hint = tr("You can always change it")
        return Footing(tr("Take this question along"), back=back, aside=tr("Do this later"), hint=hint, waits=waits)

    def advance(self) -> None:
        """The next question; past the last one it becomes a version."""
        if not self.settle():
            return
        place = self._stack.currentIndex()
        if place < len(self._pages) - 1:
            self._show(place + 1)
            self.arrive()
        elif not self._page().edit.is_empty():
            self._take()

    def back(self) -> None:
        """The previous question, or out of the guide."""
        self.settle()
        place = self._stack.currentIndex()
        if place:
            self._show(place - 1)
            self.arrive()
        else:
            self.left.emit()

    def put_off(self) -> None:
        """Later: what was written stays."""
        if self.settle():
            self.later.emit()

    def settle(self) -> bool:
        """Save what is unsaved. True when everything is in the journal."""
        saved = [page.edit.settle() for page in self._pages]  # every page, also after one that failed
        return all(saved)

    def _page(self) -> GuideQuestion:
        return self._pages[self._stack.currentIndex()]

    def _show(self, place: int) -> None:
        if place == len(self._pages) - 1:
            self._pages[place].quote(self._pages[0].edit.text())
        for page in self._pages:  # a hidden question must not keep the shown one as high as itself
            shown = page is self._pages[place]
            policy = page.sizePolicy()
            policy.setVerticalPolicy(policy.Policy.Preferred if shown else policy.Policy.Ignored)
            page.setSizePolicy(policy)
        self._stack.setCurrentIndex(place)
        self._dots.show_place(place)
        self.changed.emit()

    def _take(self) -> None:
        text = self._page().edit.text().strip()
        now = self._store.read(questions.current, self._store.journey_id)
        if now is not None and now.text == text:
            self.taken.emit(now.entry_id)  # nothing new to keep
            return
        try:
            entry_id = self._store.do(
                questions.write_version, self, self._store.journey_id, text, on=self._store.today()
            )
        except JournalError:
            return  # the store has said so; the text stands in the field
        self.taken.emit(entry_id)

    def _saved(self) -> dict[str, str]:
        found = self._store.read(entries.listed, self._store.journey_id, [FORM], limit=1)
        if not found:
            return {}
        self._entry_id = found[0].id
        whole = self._store.read(entries.whole, self._entry_id)
        return {prompt_id: answer.text for prompt_id, answer in whole.answers.items()}

    def _save(self, prompt_id: str, text: str) -> None:
        if self._entry_id is None:  # only who writes something gets an entry
            made = self._store.do(entries.one_of, self, self._store.journey_id, FORM, on=self._store.today())
            self._entry_id = made
        self._store.do(answers.write, self, self._entry_id, prompt_id, text)
