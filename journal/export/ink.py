"""The writer's words on their way to paper: names replaced first, then cleaned. And words of guidance by id."""

from collections.abc import Callable, Sequence

from journal.domain.guidance import Guidance, Session, Stage, Theme
from journal.domain.guidance_methods import Method
from journal.domain.pseudonyms import replace
from journal.domain.snapshot import NameChoice
from journal.export import paper_text
from journal.text import say


class Ink:
    """Turns what was written into what prints."""

    def __init__(self, names: Sequence[NameChoice]) -> None:
        self._names = tuple(names)

    def line(self, text: str) -> str:
        """One line, for a title."""
        return paper_text.line(self._replaced(text))

    def paragraphs(self, text: str) -> list[str]:
        """Paragraphs, one for every written line."""
        return paper_text.paragraphs(self._replaced(text))

    def quoted(self, text: str) -> str:
        """One line between quotation marks, or nothing."""
        words = self.line(text).strip("“”\"'„‘’ ")
        return f"“{words}”" if words else ""

    def _replaced(self, text: str) -> str:
        return replace(text, self._names) if self._names else text


def heading_of(guidance: Guidance, prompt_id: str) -> str:
    """The short name of an answer as guidance has it, else the question itself, else nothing."""
    for prompt in guidance.prompts():
        if prompt.id == prompt_id:
            return paper_text.line(say(prompt.label or prompt.ask))
    return ""


def name_of(find: Callable[[str], Stage | Theme | Session | Method], id_: str | None) -> str:
    """The name that guidance gives to an id, or nothing when the programme no longer has it."""
    try:
        return paper_text.line(say(find(id_).name)) if id_ else ""
    except KeyError:
        return ""


def lowered(name: str) -> str:
    """A name of guidance inside a sentence: "Tweedaagse 2" becomes "tweedaagse 2", "HTC-dag" stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
