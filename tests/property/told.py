"""Random journals, drawn as plans. Every sentence holds a word that stands nowhere else, to be found wherever it is."""

import datetime as dt
import itertools
import re
from dataclasses import dataclass, field

from hypothesis import strategies as st

ON = dt.date(2026, 12, 1)
FIRST = dt.date(2026, 9, 24)
NAME = "Wilhelmqa"
"""A name that was confirmed before, so it is found wherever it stands."""
UNIQUE = re.compile(r"zq[a-z]+x")

_SENTENCES = (
    "Er was {} bij ons.",
    "Bijv. {} kwam o.a. om 3.5 uur, zei dhr. H. de Boer.",
    "“Wat {}? Ja.” Daarna bleef het {} stil!",
    f"Ik zag {{}} met {NAME}.",
    "\n- {} was het eerste",
    "\n1. {} telt mee.",
    "\n2. {} telt ook.",
    "Toen (dat is {}. Echt.) niets…",
    "Is {} er nog?",
)
_STAGES = ("call", "refusal", "trials", "ordeal")
_THEMES = ("transformation", "cooperation")
_REFLECTED = tuple(
    "moment.story moment.name stage.trials.me next.closing next.will theme.transformation theme.cooperation".split()
)
_CASE = tuple(
    f"case.{part}"
    for part in "title matter moment did question help promised done since_effect advice_used since".split()
)
_TRIED = ("experiment.title", "experiment.suspicion", "experiment.action", "experiment.saw")
_CONTEXT = ("context.why_now", "context.inside")


@dataclass(frozen=True)
class Told:
    """One entry: its form, its answers, and for a reflection where its writer stood and what they chose."""

    key: str
    form: str
    texts: dict[str, str]
    day: int
    session: str = ""
    title: str = ""
    places: tuple[tuple[str, str], ...] = ()
    levels: dict[str, int] = field(default_factory=dict)
    gone: bool = False
    kind: str = ""
    """Of what is attached: "drawing", "model" or nothing."""


@dataclass(frozen=True)
class Plan:
    """A journal that can be written."""

    entries: tuple[Told, ...]
    versions: tuple[tuple[str, str, int], ...]
    case: dict[str, str]
    method: int
    earlier_meeting: bool


def _word(numbers: "itertools.count[int]") -> str:
    number, letters = next(numbers), ""
    for _ in range(4):
        number, letter = divmod(number, 26)
        letters = chr(97 + letter) + letters
    return f"zq{letters}x"


class Hand:
    """Draws the parts of a plan."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.numbers = itertools.count()

    def maybe(self) -> bool:
        return self.draw(st.booleans())

    def many(self, least: int, most: int) -> range:
        return range(self.draw(st.integers(least, most)))

    def line(self) -> str:
        return f"Iets met {_word(self.numbers)} erin"

    def text(self) -> str:
        shapes = self.draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3))
        made = (shape.format(*(_word(self.numbers) for _ in range(shape.count("{}")))) for shape in shapes)
        return " ".join(made).strip()

    def some(self, prompts: tuple[str, ...]) -> dict[str, str]:
        chosen = self.draw(st.sets(st.sampled_from(prompts), min_size=1, max_size=5))
        return {
            id_: self.line() if id_.endswith(("title", "name")) else self.text() for id_ in prompts if id_ in chosen
        }

    def stood(self) -> tuple[tuple[str, str], ...]:
        stages = self.draw(st.lists(st.sampled_from(_STAGES), unique=True, max_size=2))
        return tuple((stage, self.text() if self.maybe() else "") for stage in stages)

    def reflection(self, number: int) -> Told:
        texts = self.some(_REFLECTED)
        themes = [theme for theme in _THEMES if f"theme.{theme}" in texts and self.maybe()]
        return Told(
            f"r{number}",
            "reflection",
            texts,
            number,
            self.draw(st.sampled_from(["", "two-day-1"])),
            places=self.stood(),
            levels={theme: self.draw(st.integers(1, 5)) for theme in themes},
            gone=self.draw(st.integers(0, 5)) == 0,
        )

    def note(self, number: int) -> Told:
        title = self.line() if self.maybe() else ""
        return Told(f"n{number}", "note", {"note.text": self.text()}, number, title=title, gone=self.maybe())

    def attached(self, number: int) -> Told:
        kind = self.draw(st.sampled_from(["drawing", "model"]))
        texts = {"caption": self.line(), "description": self.line(), "box": _word(self.numbers)}
        return Told(f"a{number}", "attached", texts, number, kind=kind)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of a journal with a few entries of every kind."""
    hand = Hand(draw)
    told = [
        *(hand.reflection(number) for number in hand.many(1, 3)),
        *(hand.note(number) for number in hand.many(0, 2)),
        *(Told(f"e{number}", "experiment", hand.some(_TRIED), number) for number in hand.many(0, 2)),
        Told("c0", "question_context", hand.some(_CONTEXT), 0),
        *(hand.attached(number) for number in hand.many(0, 2)),
    ]
    versions = tuple((hand.line(), hand.text() if hand.maybe() else "", day) for day in hand.many(1, 3))
    return Plan(tuple(told), versions, hand.some(_CASE), draw(st.integers(0, 9)), hand.maybe())
