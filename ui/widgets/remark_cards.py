"""What readers said, as quiet cards beside the text that it is about; never inside it."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal import dates
from journal.domain import fragment_ids
from journal.domain.returning import RemarkKind
from journal.storage.remarks import KeptRemark
from journal.text import tr
from ui import theme
from ui.widgets.words import clear, words


class RemarkCard(QFrame):
    """One remark: who, when, and plain words."""

    def __init__(self, remark: KeptRemark) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(f"remark.{remark.id}")
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, theme.px(10), side, theme.px(12))
        column.setSpacing(theme.px(4))
        who = remark.author or tr("A reader")
        head = tr("{who}, {day}", who=who, day=dates.full(remark.came_on))
        column.addWidget(words(head, "caption_bold", "text2"))
        if remark.quoted and remark.kind is not RemarkKind.MAIL:
            column.addWidget(words(f"“{remark.quoted}”", "caption", "text3"))
        said = remark.text or _without_words(remark)
        column.addWidget(words(said, "read_s"))
        self.setAccessibleName(f"{head}: {said}")


class RemarkCards(QWidget):
    """Cards under each other; gone when there are none."""

    def __init__(self, remarks: Sequence[KeptRemark] = (), *, name: str = "remarks") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("What readers said"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(8), 0, 0)
        self._column.setSpacing(theme.px(8))
        self.show_remarks(remarks)

    def show_remarks(self, remarks: Sequence[KeptRemark]) -> None:
        """Show these, oldest first."""
        clear(self)
        for remark in remarks:
            self._column.addWidget(RemarkCard(remark))
        self.setVisible(bool(remarks))


def by_prompt(remarks: Iterable[KeptRemark]) -> dict[str, list[KeptRemark]]:
    """Remarks by the question whose answer they are about; under "" what is about no single answer."""
    found: dict[str, list[KeptRemark]] = {}
    for remark in remarks:
        found.setdefault(fragment_ids.prompt_of(remark.fragment), []).append(remark)
    return found


def _without_words(remark: KeptRemark) -> str:
    if remark.kind is RemarkKind.HAND:
        return tr("Written by hand, on page {page} of the paper that came back.", page=remark.page)
    return tr("Marked this, without words.")
