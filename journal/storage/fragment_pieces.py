"""What there is to tick, as data: groups, the pieces in them, and what of each is compared when it is ticked."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from journal.domain import fragment_ids, sentences

LONGEST = 60_000
"""Of an answer of more signs than this nobody picks sentences: it is ticked as a whole."""


@dataclass(frozen=True)
class FragmentPiece:
    """One thing to tick, and what it opens into.

    Three shapes. An answer with ``parts`` that are its sentences: ticking the answer is ticking all of them. An
    answer without parts, that is ticked as a whole. And one that is nothing but its ``parts`` (``gathers``).
    ``title`` prints along when all of it is ticked; a sentence by itself brings no title.
    """

    id: str
    prompt_id: str
    text: str
    title: str = ""
    digest: str = ""
    """Of the words as they are now; a tick holds for these. Empty when it ``gathers``."""
    gathered: tuple["FragmentPiece", ...] = ()
    opens: bool = False

    @cached_property
    def parts(self) -> tuple["FragmentPiece", ...]:
        """What it opens into. Sentences are only counted when somebody asks: most answers are never opened."""
        return self.gathered or (tuple(_sentences(self)) if self.opens else ())

    @property
    def gathers(self) -> bool:
        """Whether it is nothing but its parts, each of which is a piece of its own."""
        return not self.digest

    def answers(self) -> Iterator["FragmentPiece"]:
        """Itself, or when it gathers the pieces in it: all that is ticked under a name of its own."""
        if not self.gathers:
            yield self
            return
        for part in self.parts:
            yield from part.answers()


@dataclass(frozen=True)
class FragmentGroup:
    """Pieces that belong together. ``kind`` names what they are; the screen gives it its words."""

    id: str
    kind: str
    entry_id: int | None
    session_id: str | None
    title: str
    pieces: tuple[FragmentPiece, ...]

    def answers(self) -> Iterator[FragmentPiece]:
        """All in it that is ticked under a name of its own."""
        for piece in self.pieces:
            yield from piece.answers()


def digest(*words: str) -> str:
    """Tells one text from another. White space does not matter, as it does not on paper."""
    same = "\x1f".join("\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip()) for text in words)
    return hashlib.sha256(same.encode("utf-8", "surrogatepass")).hexdigest()


def answer(
    id_: str, prompt_id: str, text: str, *, title: str = "", shown: str | None = None, opens: bool = True
) -> FragmentPiece:
    """A piece of what was written. ``shown``: how it reads, when it was chosen rather than written."""
    words = text if shown is None else shown
    may_open = opens and words == text and len(text) <= LONGEST
    return FragmentPiece(id_, prompt_id, words, title, digest(text, title), opens=may_open)


def group(id_: str, pieces: Iterable[FragmentPiece]) -> FragmentGroup:
    """A group of which the kind is its name."""
    return FragmentGroup(id_, id_, None, None, "", tuple(pieces))


def _sentences(answer: FragmentPiece) -> Iterator[FragmentPiece]:
    told = sentences.split(answer.text)
    if not 1 < len(told) <= sentences.MOST:
        return
    for number, sentence in enumerate(told, start=1):
        part = fragment_ids.sentence(answer.id, number)
        yield FragmentPiece(part, answer.prompt_id, sentence.text, digest=digest(sentence.text))
