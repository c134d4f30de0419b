"""Search: results while one types, filters with counts, and back to where one was."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from journal.answer_words import not_written, readable
from journal.domain.finding import words_of
from journal.storage import search
from journal.storage.search import Found
from journal.text import tr, trn
from ui import theme
from ui.pages.search.field import SearchField
from ui.pages.search.refine import Refine
from ui.pages.search.results import Results
from ui.store import Store
from ui.widgets.flow import Flow
from ui.widgets.words import button, icon_beside, words

REST_MS = 200
MOST = 100
_WIDEST, _LIST, _SIDE, _GAP, _MARGIN = 968, 720, 224, 24, 32
_ONE_UNDER = 860


class SearchPage(QWidget):
    """``hit_requested(entry id, prompt id, words)``; ``left_requested`` on Esc: back to where one was."""

    hit_requested = Signal(int, str, str)
    left_requested = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._kind = ""
        self._one, self._unfolded = False, False
        self.setObjectName("search")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.refresh)
        guidance = store.guidance
        self._chosen = search.Chosen(not_written(guidance), lambda id_, text: readable(guidance, id_, text))
        self._lay_out()

    def refresh(self) -> None:
        """Search again, for what stands in the field."""
        self._rest.stop()
        typed = self.field.text().strip()
        narrowed = self._refine.narrowed(self._kind, self._store.today())
        found = Found()
        if typed:
            found = self._store.read(
                search.look, self._store.journey_id, typed, narrowed, limit=MOST, chosen=self._chosen
            )
        self.results.show_hits(found.hits, words_of(typed))
        self._show_counts(found, typed)
        self._arrange()

    def settle(self) -> bool:
        """Nothing is written on this page."""
        return True

    def begin(self) -> None:
        """Ready to type; what was searched before is chosen, so that typing replaces it."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        self._one = theme.is_large() or self.width() < _ONE_UNDER
        self._arrange()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, theme.px(30), _MARGIN, 0)
        whole.setSpacing(0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(theme.px(16))
        self._title = words(tr("Looking back"), "question")
        self.field = SearchField()
        self.field.textChanged.connect(self._typed)
        self.field.down.connect(self._into_results)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.field, 1)
        top = QWidget()
        top.setLayout(self._head)
        self._head.setContentsMargins(0, 0, 0, 0)
        top.setMaximumWidth(max(_WIDEST, theme.px(_WIDEST)))
        whole.addWidget(top)
        whole.addSpacing(theme.px(22))
        whole.addWidget(self._make_chips())
        self._more = button(tr("Refine"), "text", icon="chevron-down", name="search.unfold")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        whole.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addSpacing(theme.px(16))
        self._said = words("", "caption", "text3", name="search.said")
        whole.addWidget(self._said)
        whole.addSpacing(theme.px(9))
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(_GAP)
        self.results = Results(self._store.guidance)
        self.results.opened.connect(self._open)
        self.results.left.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self._refine = Refine(self._store.guidance)
        self._refine.changed.connect(self.refresh)
        self._across.addWidget(self.results, 1)
        self._across.addWidget(self._refine, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addStretch(0)
        whole.addLayout(self._across, 1)

    def _make_chips(self) -> QWidget:
        line = QWidget()
        line.setMaximumWidth(max(_WIDEST, theme.px(_WIDEST)))
        flow = Flow(line, spacing=theme.px(10))
        self._chips = QButtonGroup(self)
        for number, kind in enumerate(("", *search.KINDS)):
            chip = button("", "chip", name=f"search.kind.{kind or 'all'}")
            chip.setCheckable(True)
            chip.setChecked(not kind)
            chip.setProperty("kind_of_hit", kind)
            self._chips.addButton(chip, number)
            flow.addWidget(chip)
        self._chips.buttonClicked.connect(lambda chip: self._choose(chip.property("kind_of_hit")))
        self._show_counts(None, "")
        return line

    def _choose(self, kind: str) -> None:
        self._kind = kind
        self.refresh()

    def _show_counts(self, found: Found | None, typed: str) -> None:
        counts = found.counts if found else {}
        said = {
            "": tr("Everything"),
            search.REFLECTIONS: tr("Reflections"),
            search.EXPERIMENTS: tr("Experiments"),
            search.QUESTION: tr("Learning question"),
            search.INTERVISIE: tr("Intervisie"),
        }
        for chip in self._chips.buttons():
            kind = chip.property("kind_of_hit")
            chip.setText(f"{said[kind]} ({counts[kind]})" if kind in counts else said[kind])
            chip.setIcon(icon_beside("check", "on_soft", 16) if chip.isChecked() else QIcon())
            chip.setIconSize(QSize(theme.px(21), theme.px(16)))
            chip.setFont(theme.font("ui_bold" if chip.isChecked() else "ui"))
            chip.updateGeometry()
        if found is not None:
            self._say(found, typed)

    def _say(self, found: Found, typed: str) -> None:
        count = found.counts.get(self._kind, 0) if self._kind else sum(found.counts.values())
        if not typed:
            said = tr("Type a word, or the beginning of one. Accents and capitals do not matter.")
        elif not count:
            said = tr("Nothing found for ‘{words}’. Try a part of the word.", words=typed)
        else:
            said = trn("{n} place found, newest first", "{n} places found, newest first", count)
        if count > MOST:
            said += ". " + tr("You see the first {n}.", n=MOST)
        self._said.setText(said)
        self._said.setFont(theme.font("caption" if count or not typed else "ui"))

    def _arrange(self) -> None:
        way = QBoxLayout.Direction.TopToBottom if self._one else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)
        self._more.setVisible(self._one)
        self._refine.setVisible(not self._one or self._unfolded)
        self._across.setDirection(QBoxLayout.Direction.BottomToTop if self._one else QBoxLayout.Direction.LeftToRight)
        self._refine.setMinimumWidth(theme.px(_SIDE))
        self._refine.setMaximumWidth(16_777_215 if self._one else theme.px(_SIDE))
        self.results.setMaximumWidth(16_777_215 if self._one else max(_LIST, theme.px(_LIST)))

    def _unfold(self, on: bool) -> None:
        self._unfolded = on
        self._arrange()

    def _typed(self) -> None:
        self._rest.start()

    def _into_results(self) -> None:
        if self._rest.isActive():
            self.refresh()
        if self.results.hits():
            self.results.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, row: int) -> None:
        hit = self.results.hits()[row]
        self.hit_requested.emit(hit.entry_id, hit.prompt_id, self.field.text())
