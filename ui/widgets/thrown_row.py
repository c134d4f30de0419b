"""One thing in the bin: what it is, how long it stays, fetch back, erase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journal import dates
from journal.domain.guidance import Guidance
from journal.storage.trash import Thrown, ThrownKind
from journal.text import say, tr
from ui import theme
from ui.widgets.words import button, card, words


def name_of(thrown: Thrown, guidance: Guidance) -> str:
    """What it is called: its own name, else what kind of thing it is."""
    return thrown.title.strip() or kind_of(thrown, guidance)


def kind_of(thrown: Thrown, guidance: Guidance) -> str:
    """A reflection, a drawing, an answer that came back ..."""
    if thrown.kind is ThrownKind.RETURNED:
        return tr("An answer that came back")
    if thrown.kind is ThrownKind.ATTACHMENT:
        return {"drawing": tr("Drawing"), "model": tr("Model")}.get(thrown.what, tr("Photo"))
    return next((say(form.name) for form in guidance.forms if form.id == thrown.what), tr("Written"))


class ThrownRow(QWidget):
    """``fetch_requested``; ``erase_requested`` after a second yes, asked for in the row itself."""

    fetch_requested = Signal()
    erase_requested = Signal()

    def __init__(self, thrown: Thrown, guidance: Guidance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thrown = thrown
        id_ = f"trash.{thrown.kind}.{thrown.id}"
        name = name_of(thrown, guidance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        frame = card(id_)
        column.addWidget(frame)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(*[theme.px(16)] * 4)
        inside.setSpacing(theme.px(8))
        row = QBoxLayout(_direction())
        row.setSpacing(theme.px(12))
        told = QVBoxLayout()
        told.setSpacing(theme.px(2))
        told.addWidget(words(name, "ui_bold"))
        told.addWidget(words(_when(thrown, guidance, name), "caption", "text2"))
        row.addLayout(told, 1)
        self.fetch = button(tr("Fetch back"), icon="undo-2", name=f"{id_}.fetch")
        self.fetch.setAccessibleName(f"{tr('Fetch back')}: {name}")
        self.erase = button(tr("Erase for good…"), "text", name=f"{id_}.erase")
        self.erase.setAccessibleName(f"{tr('Erase for good…')}: {name}")
        for each in (self.fetch, self.erase):
            row.addWidget(each)
        inside.addLayout(row)
        self.question = self._make_question(id_)
        self.question.hide()
        inside.addWidget(self.question)
        self.fetch.clicked.connect(self.fetch_requested)
        self.erase.clicked.connect(self._ask)

    def _make_question(self, id_: str) -> QWidget:
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(8))
        text = tr(
            "Then it is gone for good: the text, its earlier versions, what is with it, and the papers that Reisgezel "
            "kept of it. That you once shared it stays in your list."
        )
        column.addWidget(words(text, "ui", "text2"))
        row = QHBoxLayout()
        self.keep = button(tr("Keep it after all"), name=f"{id_}.keep")
        self.yes = button(tr("Erase for good"), "primary", name=f"{id_}.yes")
        row.addWidget(self.keep)
        row.addWidget(self.yes)
        row.addStretch(1)
        column.addLayout(row)
        self.keep.clicked.connect(self._never_mind)
        self.yes.clicked.connect(self.erase_requested)
        return question

    def _ask(self) -> None:
        self.question.show()
        self.keep.setFocus()

    def _never_mind(self) -> None:
        self.question.hide()
        self.erase.setFocus()


def _when(thrown: Thrown, guidance: Guidance, name: str) -> str:
    days = thrown.thrown_at.astimezone().date(), thrown.stays_until.astimezone().date()
    text = tr(
        "Thrown away on {day}; stays at least until {until}.", day=dates.middle(days[0]), until=dates.middle(days[1])
    )
    kind = kind_of(thrown, guidance)
    return text if kind == name else f"{kind}. {text}"


def _direction() -> QBoxLayout.Direction:
    return QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
