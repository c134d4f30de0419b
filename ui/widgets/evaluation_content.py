"""All that will be in the evaluation file, in plain words, before it is saved."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from journal.domain.evaluation import Evaluation
from journal.domain.guidance import Guidance
from journal.text import say, tr
from ui import theme
from ui.widgets.prose import Prose
from ui.widgets.words import clear


class EvaluationContent(QFrame):
    """``show_content`` says it anew."""

    def __init__(self, guidance: Guidance) -> None:
        super().__init__()
        self._guidance = guidance
        self._told: list[str] = []
        self.setObjectName("evaluation.content")
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(18))
        column.setSpacing(0)

    def show_content(self, found: Evaluation | None) -> None:
        """Say what is in it; None when nothing is ticked yet."""
        clear(self)
        self._told.clear()
        self._add(Prose(tr("This will be in the file"), "card_title"))
        rows = self._rows(found) if found else [("", tr("Nothing yet. Tick what you want to give."))]
        for label, text in rows:
            self._space(10)
            if label:
                self._add(Prose(label, "caption_bold", "text2"))
            self._add(Prose(text, "ui", "text"))
        self.setAccessibleName(self.told())

    def told(self) -> str:
        """All of it as one text."""
        return "\n".join(self._told)

    def _rows(self, found: Evaluation) -> list[tuple[str, str]]:
        guidance = self._guidance
        programme = say(guidance.programme.name)
        rows = [
            (tr("Programme"), f"{programme}, {found.edition}" if found.edition else programme),
            (tr("Session"), session_name(guidance, found.session)),
        ]
        for said in found.themes:
            parts = [tr("“{words}”", words=said.words)] if said.words else []
            if said.mark is not None:
                parts.append(tr("On the line: {mark}", mark=say(guidance.marks[said.mark - 1])))
            rows.append((say(guidance.theme(said.theme).name), "\n".join(parts)))
        rows.append((tr("Name"), found.name or tr("none")))
        number = tr("{number}, drawn at random, so that the same file is not counted twice", number=found.id[:8])
        rows.append((tr("Number"), f"{number}. {tr('And a checksum, so that damage is noticed.')}"))
        rows.append(("", tr("Nothing else: no date, no other texts.")))
        return rows

    def _add(self, widget: Prose) -> None:
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)
        self._told.append(widget.text())

    def _space(self, pixels: int) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addSpacing(theme.px(pixels))


def session_name(guidance: Guidance, session_id: str) -> str:
    """What a session is called, or its id when the programme does not have it any more."""
    try:
        return say(guidance.session(session_id).name)
    except KeyError:
        return session_id
