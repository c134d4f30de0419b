"""How well names are found, measured on sentences in which they are marked: ``{p:Henk} werkt bij {o:GGD Zuid}.``

A name counts as found when all of its words are part of something that was found; what was found counts as right
when it lies on a marked name. Its kind is judged apart. Nothing that was confirmed before helps here.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from journal.domain.common_words import PARTICLES
from journal.domain.names_finding import mentions
from journal.domain.names_kinds import NameKind

FILE = Path(__file__).parents[1] / "data" / "names_nl.txt"
PARTS = ("tuned", "held out")
_KINDS = {"p": NameKind.PERSON, "o": NameKind.ORGANISATION, "l": NameKind.PLACE}
_MARK = re.compile(r"\{([pol]):([^}]*)\}")
_WORD = re.compile(r"[\w’'&]+")


@dataclass
class Measure:
    """Counts of one kind, or of all together (``kind`` None)."""

    kind: NameKind | None
    marked: int = 0
    seen: int = 0
    claimed: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.seen / self.marked if self.marked else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.claimed if self.claimed else 1.0

    def __str__(self) -> str:
        name = self.kind.value if self.kind else "all"
        recall, precision = f"{self.recall:6.3f} of {self.marked:4}", f"{self.precision:6.3f} of {self.claimed:4}"
        return f"{name:13} recall {recall}   precision {precision}"


def sentences(part: str) -> list[str]:
    """The sentences of one part of the file, with their marks."""
    found: dict[str, list[str]] = {}
    now = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            now = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            found.setdefault(now, []).append(line)
    return found[part]


def measure(marked: list[str]) -> dict[NameKind | None, Measure]:
    """Recall and precision: of all names whatever their kind, and of each kind where the kind must be right too."""
    result = {kind: Measure(kind) for kind in (None, *_KINDS.values())}
    for sentence in marked:
        text, spans = _read(sentence)
        found = [(each.start, each.end, each.kind) for each in mentions(text)]
        for kind, whole in result.items():
            kept = [span for span in spans if kind in {None, span[2]}]
            _count(whole, sentence, kept, [each for each in found if kind in {None, each[2]}])
    return result


def _count(
    into: Measure,
    sentence: str,
    spans: list[tuple[int, int, NameKind]],
    found: list[tuple[int, int, NameKind]],
) -> None:
    text, _ = _read(sentence)
    for start, end, _kind in spans:
        words = [m for m in _WORD.finditer(text, start, end) if m[0] not in PARTICLES]
        into.marked += 1
        if all(any(f <= m.start() < t for f, t, _ in found) for m in words):
            into.seen += 1
        else:
            into.missed.append(sentence)
    for f, t, _kind in found:
        into.claimed += 1
        if any(f < end and start < t for start, end, _ in spans):
            into.right += 1
        else:
            into.wrong.append(f"{text[f:t]}: {sentence}")


def _read(sentence: str) -> tuple[str, list[tuple[int, int, NameKind]]]:
    text, spans, end = "", [], 0
    for match in _MARK.finditer(sentence):
        text += sentence[end : match.start()]
        spans.append((len(text), len(text) + len(match[2]), _KINDS[match[1]]))
        text += match[2]
        end = match.end()
    return text + sentence[end:], spans
