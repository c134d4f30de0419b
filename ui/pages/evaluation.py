"""The evaluation for the group: a small file with only what its writer ticks, and nothing that leaves by itself."""

import re
from pathlib import Path

from pydantic import ValidationError
from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFileDialog, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from journal.clean_text import clean
from journal.domain import evaluation
from journal.domain.evaluation import MOST_NAME, SUFFIX, Evaluation
from journal.domain.evaluation_names import unrecognisable
from journal.errors import CannotWrite
from journal.files import save
from journal.storage import evaluations
from journal.text import say, tr
from ui import theme
from ui.store import Store
from ui.widgets import speak
from ui.widgets.evaluation_content import EvaluationContent, session_name
from ui.widgets.evaluation_theme import EvaluationTheme
from ui.widgets.prose import Prose
from ui.widgets.words import button, set_ink

_WIDTH, _MARGIN = 640, 32
_IN_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class EvaluationPage(QWidget):
    """What one entry says of the themes, to be ticked. ``done_requested`` when its writer goes back."""

    done_requested = Signal()

    def __init__(self, store: Store, entry_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluation")
        found = store.read(evaluations.material, entry_id)
        assert found is not None  # the way to this page stands only at entries on a session
        self._guidance, self._material = store.guidance, found
        self._id = evaluation.new_id()
        self._saved: Path | None = None
        self.themes: dict[str, EvaluationTheme] = {}
        self.content = EvaluationContent(store.guidance)
        self.save = button(tr("Save file…"), "primary", icon="file-down", name="evaluation.save")
        self._note = Prose("", "ui", "text2", name="evaluation.note")
        self._folder = button(tr("Open folder"), "link", name="evaluation.folder")
        self._lay_out()
        self._show()

    def refresh(self) -> None:
        """What is ticked stays; the words were taken over when this page was opened."""

    def settle(self) -> bool:
        """Nothing on this page belongs to the journal."""
        return True

    def chosen(self) -> Evaluation | None:
        """What the file would hold now; None when nothing is ticked. ValidationError when words are too long."""
        said = tuple(each for each in (card.said() for card in self.themes.values()) if each is not None)
        if not said:
            return None
        name = " ".join(clean(self.name.text()).split()) if self.with_name.isChecked() else ""
        return Evaluation(
            id=self._id,
            programme=self._material.programme_id,
            edition=self._material.edition.strip()[:200],
            session=self._material.session_id,
            name=name or None,
            themes=said,
        )

    def save_to(self, target: Path) -> bool:
        """Save what is ticked. False, with a sentence on the page, when it does not succeed."""
        found = self.chosen()
        if found is None:
            return False
        try:
            save(evaluation.write(found), target)
        except CannotWrite:
            self._tell(tr("Saving does not work here. Choose another folder."), "err")
            speak.alert(self._note, self._note.text())
            return False
        self._saved = target
        self._tell(tr("Saved as {name}. You yourself send it to who makes the programme.", name=target.name), "text2")
        self._folder.show()
        speak.announce(self._note, self._note.text())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.done_requested.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        side = theme.px(_MARGIN) if not theme.is_large() else _MARGIN
        ground = QWidget()
        ground.setProperty("ground", "none")
        ground.setMaximumWidth(theme.px(_WIDTH) + 2 * side)
        column = QVBoxLayout(ground)
        column.setContentsMargins(side, theme.px(22), side, theme.px(32))
        column.setSpacing(0)
        back = button(tr("Back"), "text", icon="arrow-left", name="evaluation.back")
        back.clicked.connect(self.done_requested)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(8))
        column.addWidget(Prose(tr("Evaluation for the group"), "question"))
        column.addWidget(Prose(session_name(self._guidance, self._material.session_id), "ui", "text2"))
        column.addSpacing(theme.px(12))
        column.addWidget(Prose(_lead(), "ui", "text2"))
        self._add_themes(column)
        self._add_name(column)
        column.addSpacing(theme.px(20))
        column.addWidget(self.content)
        column.addSpacing(theme.px(20))
        self._add_foot(column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _add_themes(self, column: QVBoxLayout) -> None:
        told = self._material
        texts = unrecognisable({id_: said.text for id_, said in told.said.items()}, told.own_name, told.rules)
        for known in (*self._guidance.programme.themes, *self._guidance.programme.earlier.themes):
            said = told.said.get(known.id)
            if said is None or known.id in self.themes:
                continue
            mark = say(self._guidance.marks[said.level - 1]) if said.level else ""
            card = EvaluationTheme(known.id, say(known.name), texts[known.id], said.level, mark)
            card.changed.connect(self._show)
            self.themes[known.id] = card
            column.addSpacing(theme.px(16))
            column.addWidget(card)

    def _add_name(self, column: QVBoxLayout) -> None:
        self.with_name = QCheckBox(tr("Put a name to it"))
        self.with_name.setObjectName("evaluation.with_name")
        self.with_name.setFont(theme.font("ui"))
        self.name = QLineEdit(self._material.own_name[:MOST_NAME])
        self.name.setObjectName("evaluation.name")
        self.name.setAccessibleName(tr("The name in the file"))
        self.name.setMaxLength(MOST_NAME)
        self.name.setFont(theme.font("input"))
        self.name.setEnabled(False)
        self.with_name.toggled.connect(self.name.setEnabled)
        self.with_name.toggled.connect(self._show)
        self.name.textChanged.connect(self._show)
        column.addSpacing(theme.px(20))
        column.addWidget(self.with_name)
        column.addSpacing(theme.px(6))
        column.addWidget(self.name)
        column.addSpacing(theme.px(4))
        hint = tr("Without a name your words stand among those of the others. With one, it stands beside them.")
        column.addWidget(Prose(hint, "caption", "text3"))

    def _add_foot(self, column: QVBoxLayout) -> None:
        self.save.clicked.connect(self._ask_where)
        self._folder.clicked.connect(self._open_folder)
        self._folder.hide()
        large = theme.is_large()
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(16))
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._note, 1)
        column.addLayout(row)
        column.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self) -> None:
        try:
            found, trouble = self.chosen(), ""
        except ValidationError:
            found, trouble = None, tr("These words are too long for the file. Make them shorter here.")
        self.content.show_content(found)
        self.save.setEnabled(found is not None)
        self._folder.hide()
        self._tell(trouble or ("" if found else tr("Tick first what you want to give.")), "err" if trouble else "text2")

    def _tell(self, text: str, ink: str) -> None:
        self._note.setText(text)
        set_ink(self._note, ink)

    def _ask_where(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = f"{tr('Evaluation')} (*{SUFFIX} *.json)"
        title = tr("Evaluation for the group")
        given, _ = QFileDialog.getSaveFileName(self, title, str(Path(place) / self.file_name()), kinds)
        if given:
            target = Path(given)
            self.save_to(target if target.suffix.lower() in {SUFFIX, ".json"} else Path(given + SUFFIX))

    def file_name(self) -> str:
        """A name that says which session, and nothing of who; the number keeps the files of a group apart."""
        session = _IN_NO_NAME.sub(" ", session_name(self._guidance, self._material.session_id)).strip(" .")[:60]
        return f"{tr('Evaluation')} {session} {self._id[:6]}{SUFFIX}"

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))


def _lead() -> str:
    return " ".join(
        (
            tr("Here you choose what the makers of your programme may know. Nothing is ticked by itself."),
            tr("Names of others are initials already; change what you like, your journal stays as it is."),
            tr("The file is not locked, and Reisgezel sends nothing."),
        )
    )
