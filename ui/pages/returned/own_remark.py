"""A remark typed over by the writer: from a picture, from handwriting, or as it was said."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.returned.codes import codes_in
from journal.storage.shares import SharedPiece
from journal.text import tr
from ui import theme
from ui.pages.returned.fragment_choice import FragmentChoice
from ui.widgets.plain_edit import PlainEdit
from ui.widgets.words import button, words


class OwnRemark(QWidget):
    """``typed(text, code, fragment)``. A code in the text chooses its fragment."""

    typed = Signal(str, str, str)

    def __init__(self, pieces: Sequence[SharedPiece], paper_id: int) -> None:
        super().__init__()
        self._pieces = {piece.code: piece.fragment for piece in pieces}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(words(tr("Type over what is written there"), "caption_bold", "text2"))
        self.edit = PlainEdit("", role="read_s", one_line=False)
        self.edit.setObjectName(f"returned.own.{paper_id}")
        self.edit.setAccessibleName(tr("Type over what is written there"))
        self.edit.setFixedHeight(theme.px(84))
        self.edit.setProperty("kind", "field")
        self.edit.textChanged.connect(self._look_for_code)
        column.addWidget(self.edit)
        self.fragment = FragmentChoice(pieces, "", "", name=f"returned.own_beside.{paper_id}")
        column.addWidget(self.fragment)
        add = button(tr("Put it there"), name=f"returned.own_add.{paper_id}")
        add.clicked.connect(self._add)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _look_for_code(self) -> None:
        found = next(codes_in(self.edit.text()[:400], self._pieces.keys()), None)
        if found is not None:
            self.fragment.choose(found.code, self._pieces[found.code])

    def _add(self) -> None:
        text = self.edit.text().strip()
        if not text:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        code, fragment = self.fragment.chosen()
        self.edit.replace_text("")
        self.typed.emit(text, code, fragment)
