"""About what the paper is, for whom, and how one's own name prints."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from journal.domain.sharing import Recipient
from journal.storage.preparations import OWN_NAME_STYLES
from journal.text import tr
from ui import theme
from ui.pages.papers.kinds import Kind, reader_words
from ui.widgets.segments import Segments


class Options(QWidget):
    """``changed`` when it is about another session or for another reader; ``named(recipient, name)`` after a name.

    ``reworded`` when only names on the paper are others.
    """

    changed = Signal()
    reworded = Signal()
    named = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._readers: tuple[Recipient, ...] = (Recipient.SELF,)
        self._names: dict[Recipient, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.sessions = self._box("papers.session", tr("Which reflection?"))
        self.sessions.activated.connect(lambda _index: self.changed.emit())
        self._holder = QVBoxLayout()
        self._column.addLayout(self._holder)
        self.readers: Segments | None = None
        self._label = self._say(tr("Name of the reader, at the foot of every page"))
        self.name = QLineEdit()
        self.name.setObjectName("papers.reader.name")
        self.name.setFont(theme.font("ui"))
        self.name.setMaxLength(120)
        self.name.setAccessibleName(self._label.text())
        self._label.setBuddy(self.name)
        self.name.editingFinished.connect(self._written)
        self._column.addWidget(self.name)
        self.styles = self._box("papers.style", tr("How your name prints"))
        self.styles.addItems([tr("In full"), tr("First name"), tr("Initials")])
        self.styles.activated.connect(lambda _index: self.reworded.emit())

    def show_kind(
        self, kind: Kind, sessions: Sequence[tuple[int, str]], names: dict[Recipient, str], *, session: int = 0
    ) -> None:
        """Show what can be chosen for this kind. ``sessions``: (entry id, words); empty when it is about none."""
        self.sessions.clear()
        for entry_id, told in sessions:
            self.sessions.addItem(told, entry_id)
        if session:
            self.sessions.setCurrentIndex(max(self.sessions.findData(session), 0))
        self._seen(self.sessions, bool(sessions))
        self._readers, self._names = kind.readers, dict(names)
        if self.readers is not None:
            self.readers.hide()
            self.readers.deleteLater()
        self.readers = Segments([reader_words(each) for each in kind.readers], name="papers.reader")
        self.readers.setAccessibleName(tr("Who is it for?"))
        self.readers.set_current(0)
        self.readers.chosen.connect(self._turned)
        self._holder.addWidget(self.readers)
        self.readers.setVisible(len(kind.readers) > 1)
        self._show_name()

    def recipient(self) -> Recipient:
        """For whom it is."""
        return self._readers[max(self.readers.current(), 0)] if self.readers is not None else self._readers[0]

    def recipient_name(self) -> str:
        """Their name, when it is for somebody else."""
        return "" if self.recipient() is Recipient.SELF else " ".join(self.name.text().split())

    def entry_id(self) -> int:
        """The reflection that it is about; 0 for none."""
        return int(self.sessions.currentData() or 0)

    def style_name(self) -> str:
        """How one's own name prints."""
        return str(OWN_NAME_STYLES[max(self.styles.currentIndex(), 0)])

    def settle(self) -> None:
        """Pass on a name that was typed and not yet left."""
        self._written()

    def _turned(self, _index: int) -> None:
        self._show_name()
        self.changed.emit()

    def _show_name(self) -> None:
        other = self.recipient() is not Recipient.SELF
        self.name.setText(self._names.get(self.recipient(), "") if other else "")
        self.name.setVisible(other)
        self._label.setVisible(other)

    def _written(self) -> None:
        who, name = self.recipient(), self.recipient_name()
        if who is not Recipient.SELF and name != self._names.get(who, ""):
            self._names[who] = name
            self.named.emit(who, name)
            self.reworded.emit()

    def _box(self, name: str, told: str) -> QComboBox:
        label = self._say(told)
        box = QComboBox()
        box.setObjectName(name)
        box.setFont(theme.font("ui"))
        box.setAccessibleName(told)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.setProperty("label", label)
        label.setBuddy(box)
        self._column.addWidget(box)
        return box

    def _say(self, told: str) -> QLabel:
        label = QLabel(told)
        label.setFont(theme.font("ui_bold"))
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label

    @staticmethod
    def _seen(box: QComboBox, seen: bool) -> None:
        box.setVisible(seen)
        label = box.property("label")
        if isinstance(label, QLabel):
            label.setVisible(seen)
