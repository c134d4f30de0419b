"""The form of a case: everything may stay empty, everything saves itself, and the method comes first."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.clean_text import shortened
from journal.domain.case_takeover import Piece
from journal.domain.guidance_methods import Method
from journal.domain.pseudonyms import found_names
from journal.errors import JournalError
from journal.storage import cases, entries, preparations
from journal.storage.cases import Taken
from journal.text import say, tr
from ui import theme
from ui.pages.case.body import Body
from ui.pages.case.rail import Rail, TopBar
from ui.pages.case.start_from import StartFrom
from ui.pages.case.taken_over import TakenOver
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.prose import Prose
from ui.widgets.reading_order import in_reading_order
from ui.widgets.step_rail import RailStep
from ui.widgets.words import button

_WIDTH, _MARGIN = 640, 40
_BESIDE_FROM = 900
_REST_MS = 900
_LOOKED_AT, _TRACE = 20_000, 40


class CasePage(QWidget):
    """The case of one preparation. ``closed_requested`` when the writer is done.

    ``harvest_requested(preparation id)``: what the meeting before yielded was not written down yet.
    """

    closed_requested = Signal()
    harvest_requested = Signal(int)

    def __init__(self, store: Store, entry_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case")
        self._store, self._entry_id = store, entry_id
        self._preparation = store.read(preparations.of_case, entry_id)
        self._here = ""
        self._start: StartFrom | None = None
        self._taken: Taken | None = None
        self.body = Body(store, entry_id, self._method(), self._texts())
        self.edits: dict[str, AnswerEdit] = {id_: field.edit for id_, field in self.body.fields.items()}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        title = say(store.guidance.form("case").name)
        self._rail, self._bar = Rail(store), TopBar(store)
        self._lay_out(title)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the texts as they are in the journal; what is not saved yet stays."""
        texts = self._texts()
        for prompt_id, edit in self.edits.items():
            if not edit.is_dirty() and edit.text() != texts.get(prompt_id, ""):
                edit.show_text(texts.get(prompt_id, ""))
        if any(texts.get(id_, "").strip() for id_ in self.body.folded):
            self.body.unfold(on=True)
        self._lead.setVisible(not any(text.strip() for text in texts.values()))
        self._look()

    def settle(self) -> bool:
        """Save all that is unsaved. False when something could not be saved; it stays on the screen."""
        unsaved = [edit for edit in self.edits.values() if not edit.settle()]
        return not unsaved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what is open, then goes back; nothing is thrown away."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._start is not None:
            self._shut_start()
        else:
            self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The rail follows the field that one writes in."""
        if event.type() == QEvent.Type.FocusIn:
            self._here = watched.objectName()
            self._show_steps()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail beside the form where there is room."""
        super().resizeEvent(event)
        beside = not theme.is_large() and self.width() >= _BESIDE_FROM
        self._rail.setVisible(beside)
        self._bar.setVisible(not beside)

    def start_from(self) -> None:
        """Choose what to start from; a second time closes it."""
        if self._start is not None:
            self._shut_start()
        elif self.settle():
            self._start = StartFrom(self._store, self._texts())
            self._start.chosen.connect(self._take_over)
            self._start.left.connect(self._shut_start)
            self._start.laid_out.connect(self._order)
            self._slot.addWidget(self._start)
            self._start.show()  # a layout shows it later, and only what shows takes the keyboard
            self._start.show_sources()

    def _method(self) -> Method | None:
        wanted = self._preparation.method_id if self._preparation else ""
        return next((method for method in self._store.guidance.methods if method.id == wanted), None)

    def _texts(self) -> dict[str, str]:
        found = self._store.read(entries.whole, self._entry_id).answers
        return {prompt_id: answer.text for prompt_id, answer in found.items()}

    def _take_over(self, source_id: int, pieces: list[Piece]) -> None:
        try:
            self._taken = self._store.do(cases.take_over, self, self._entry_id, source_id, pieces)
        except JournalError:
            return  # the store has told the window; the choice stays
        self._shut_start()
        self.refresh()
        note = tr("Taken over. Change the words until they are those of your case.")
        self._over.say(note, can_undo=True)
        first = next(iter(self._taken.after), "")
        if first in self.edits:
            self.edits[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        if self._taken is None or not self.settle():
            return
        try:
            whole = self._store.do(cases.take_back, self, self._taken)
        except JournalError:
            return  # the store has told the window
        self._taken = None
        kept = tr("Undone. What you changed since then stays as it is.")
        self._over.say(tr("Undone.") if whole else kept, can_undo=False)
        self.refresh()
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut_start(self) -> None:
        if self._start is not None:
            self._start.hide()
            self._start.deleteLater()
            self._start = None
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """What helps while writing: names that could be roles, earlier texts, traces in the rail."""
        kept = self._store.read(cases.earlier_texts, self._entry_id)
        known, decided = self._store.read(cases.open_names, self._store.journey_id)
        seen = set(decided)
        for prompt_id, field in self.body.fields.items():
            found = found_names([field.edit.text()[:_LOOKED_AT]], known) if not field.edit.is_empty() else []
            names = [name for name in found if name not in seen]
            seen |= set(names)
            field.look(names, earlier=prompt_id in kept)
        self._show_steps()

    def _show_steps(self) -> None:
        stops = self.body.stops()
        steps = [
            RailStep(
                stop.id,
                stop.title,
                next((shortened(self.edits[id_].text(), _TRACE) for id_ in stop.prompts if self._has(id_)), ""),
                done=any(map(self._has, stop.prompts)),
            )
            for stop in stops
        ]
        here = next((stop.id for stop in stops if self._here in stop.prompts), stops[0].id)
        self._rail.show_steps(steps, here)
        self._bar.show_steps(steps, here)

    def _has(self, prompt_id: str) -> bool:
        return not self.edits[prompt_id].is_empty()

    def _go(self, prompt_id: str) -> None:
        self.edits[prompt_id].setFocus(Qt.FocusReason.TabFocusReason)
        field = self.body.fields[prompt_id]
        self._scroll.ensureWidgetVisible(field, 0, theme.px(40))

    def _move(self, prompt_id: str, by: int) -> None:
        order = self.body.shown()
        at = order.index(prompt_id) + by
        if 0 <= at < len(order):
            self._go(order[at])
        elif by > 0:
            self._close()

    def _close(self) -> None:
        if self.settle():
            self.closed_requested.emit()

    def _ask_harvest(self) -> None:
        now = self._preparation.id if self._preparation else None
        before = self._store.read(preparations.before, now) if now else None
        if before is not None and self.settle():
            self.harvest_requested.emit(before.id)

    def _order(self) -> None:
        in_reading_order(self._scroll)

    def _connect(self) -> None:
        self._over.undo_requested.connect(self._take_back)
        self.body.moved.connect(self._move)
        self.body.harvest_requested.connect(self._ask_harvest)
        self.body.fold.toggled.connect(self._show_steps)
        for way in (self._rail, self._bar):
            way.closed_requested.connect(self._close)
            way.steps.step_requested.connect(self._go)
        for field in self.body.fields.values():
            field.laid_out.connect(self._order)
        for edit in self.edits.values():
            edit.installEventFilter(self)
            edit.textChanged.connect(self._rest.start)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout()
        side = theme.px(_MARGIN) if not theme.is_large() else 32
        column.setContentsMargins(side, theme.px(31), side, theme.px(40))
        column.setSpacing(0)
        column.addWidget(Prose(title, "question"))
        hints = [say(step.hint) for step in self._store.guidance.form("case").steps if step.id == "case"]
        for hint in hints:
            column.addSpacing(theme.px(4))
            column.addWidget(Prose(hint, "ui", "text2"))
        column.addSpacing(theme.px(12))
        self._lead = Prose(tr("Rather begin with something that you wrote before?"), "ui")
        column.addWidget(self._lead)
        self._begin = button(
            tr("Start from a reflection or experiment"), "link", icon="notebook-pen", name="case.start"
        )
        self._begin.setMinimumHeight(theme.px(40))
        self._begin.clicked.connect(self.start_from)
        column.addSpacing(theme.px(6))
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, theme.px(10), 0, 0)
        column.addLayout(self._slot)
        self._over = TakenOver()
        column.addWidget(self._over)
        column.addSpacing(theme.px(24))
        column.addWidget(self.body)
        done = button(tr("Done"), "primary", name="case.ready")
        done.clicked.connect(self._close)
        column.addSpacing(theme.px(28))
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        ground = QWidget()
        ground.setProperty("ground", "none")
        ground.setLayout(column)
        ground.setMaximumWidth(theme.px(_WIDTH) + 2 * side)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(ground)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._bar)
        right.addWidget(self._scroll, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._rail)
        whole.addLayout(right, 1)
