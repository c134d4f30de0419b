"""What programme files say, frozen: programme, sessions, stages, themes, forms, prompts, methods, checks.

Ids are for ever: answers refer to them. Words stand beside the thing that they name, per language.
Read by ``journal/guidance_files.py``.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

FORMAT = 1

_ID = r"^[a-z][a-z0-9]*([._-][a-z0-9]+)*$"
Id = Annotated[str, Field(pattern=_ID, max_length=64)]


LONGEST_TEXT = 2000
_TAG = re.compile(r"<\s*[/!]?\s*[a-zA-Z][^<>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _plain(words: dict[str, str]) -> dict[str, str]:
    if "nl" not in words:
        raise PydanticCustomError("no_dutch", "needs at least Dutch words (nl)")
    for text in words.values():
        if not text.strip():
            raise PydanticCustomError("empty_text", "has an empty text")
        if len(text) > LONGEST_TEXT:
            raise PydanticCustomError("long_text", "has a text that is too long")
        if _TAG.search(text):
            raise PydanticCustomError("tag", "has a tag in a text; texts are plain words")
        if _CONTROL.search(text):
            raise PydanticCustomError("control", "has a sign that nobody can see")
    return words


Words = Annotated[dict[Literal["nl", "en"], str], AfterValidator(_plain)]
"""One text per language; Dutch is always there."""


class Part(BaseModel):
    """Base of everything that guidance consists of."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Prompt(Part):
    """One question, and how it is answered."""

    id: Id
    ask: Words
    label: Words | None = None
    """Short name of the answer, for a list or the paper."""
    hint: Words | None = None
    placeholder: Words | None = None
    starters: tuple[Words, ...] = ()
    about: Literal["me", "us", "body"] | None = None
    kind: Literal["text", "line", "date"] = "text"


class Stage(Part):
    """One of the places on the journey."""

    id: Id
    name: Words
    card: Words
    """Two or three sentences: what it is like to be here."""
    feeling: Words | None = None
    travel_advice: Words | None = None
    notice: Prompt
    """By what one notices that one is here."""
    prompts: tuple[Prompt, ...]


class Theme(Part):
    """A theme on which the participant develops, in own words first."""

    id: Id
    name: Words
    prompt: Prompt


class Session(Part):
    """A meeting that the programme plans; dates are kept in the journal."""

    id: Id
    kind: Literal["two_day", "webinar", "closing", "intervisie", "workshop"]
    name: Words
    topic: Words | None = None
    assignment: Words | None = None
    week: int = Field(default=0, ge=0, le=520)
    """Usual distance from the first session, in weeks: a proposal for a date."""
    days: int = Field(default=1, ge=1, le=14)


class Step(Part):
    """One step of a form. ``kind`` says which part of the screen it takes."""

    id: Id
    title: Words
    ask: Words
    hint: Words | None = None
    kind: Literal["prompts", "placement", "stage_prompts", "themes"] = "prompts"
    prompts: tuple[Prompt, ...] = ()


class Form(Part):
    """Something to fill in, step by step."""

    id: Id
    name: Words
    hint: Words | None = None
    minutes: int | None = None
    steps: tuple[Step, ...] = Field(min_length=1)

    def prompts(self) -> tuple[Prompt, ...]:
        """All prompts of all steps, in order."""
        return tuple(prompt for step in self.steps for prompt in step.prompts)


class MethodStep(Part):
    """A part of an intervisie method."""

    id: Id
    name: Words
    minutes: int = Field(ge=0, le=240)
    explain: Words


class Method(Part):
    """A way to hold an intervisie meeting."""

    id: Id
    name: Words
    summary: Words
    steps: tuple[MethodStep, ...] = Field(min_length=1)
    asks: tuple[Id, ...] = ()
    """Prompts of the case form that this method leans on."""

    @property
    def minutes(self) -> int:
        """Minutes of all steps together."""
        return sum(step.minutes for step in self.steps)


def _compiled(patterns: dict[str, str]) -> dict[str, str]:
    for pattern in patterns.values():
        try:
            re.compile(pattern, re.IGNORECASE)
        except re.error as error:
            raise PydanticCustomError("pattern", "is no regular expression") from error
    return patterns


Patterns = Annotated[dict[str, str], AfterValidator(_compiled)]


_LOOKED_AT = 1000
"""A check runs while somebody types: of a pasted book it reads the start."""


class Check(Part):
    """A gentle check of a learning question: it asks back and never blocks."""

    id: Id
    ask: Words
    pattern: Patterns = {}
    """A regular expression per language; the check speaks when it is found (case-insensitive)."""
    unless: Patterns = {}
    """The check stays silent when this is found too."""
    over_words: int | None = None
    """The check speaks when the question has more words than this."""

    def speaks(self, question: str, language: str) -> bool:
        """Whether this check has something to ask about the question."""
        if self.over_words is not None and len(question.split()) > self.over_words:
            return True
        pattern, unless = self.pattern.get(language), self.unless.get(language)
        start = question[:_LOOKED_AT]
        if not pattern or not re.search(pattern, start, re.IGNORECASE):
            return False
        return not (unless and re.search(unless, start, re.IGNORECASE))


class Programme(Part):
    """A programme file: what is planned, and what it adds to the common guidance."""

    format: Literal[1]
    id: Id
    version: str
    name: Words
    summary: Words
    sessions: tuple[Session, ...] = Field(min_length=1)
    themes: tuple[Theme, ...] = ()
    stages: tuple[Stage, ...] = Field(default=(), max_length=8)
    """Takes the place of the common stages when not empty. At most eight: the map has eight places."""
    forms: tuple[Form, ...] = ()
    """A form with the id of a common one takes its place."""


class Guidance(Part):
    """A programme together with the common guidance: all that the screen and the paper need."""

    programme: Programme
    stages: tuple[Stage, ...]
    forms: tuple[Form, ...]
    methods: tuple[Method, ...]
    checks: tuple[Check, ...]
    marks: tuple[Words, ...]
    """The five words of the line, from far away to by itself; level 1 is ``marks[0]``."""

    def stage(self, stage_id: str) -> Stage:
        """The stage with this id."""
        return _with_id(self.stages, stage_id)

    def stage_number(self, stage_id: str) -> int:
        """Number on the map, from 1."""
        return 1 + next(i for i, stage in enumerate(self.stages) if stage.id == stage_id)

    def form(self, form_id: str) -> Form:
        """The form with this id."""
        return _with_id(self.forms, form_id)

    def prompt(self, prompt_id: str) -> Prompt:
        """The prompt with this id, wherever it stands."""
        return _with_id(tuple(self.prompts()), prompt_id)

    def prompts(self) -> Iterator[Prompt]:
        """All prompts: of the forms, the stages and the themes."""
        for form in self.forms:
            yield from form.prompts()
        for stage in self.stages:
            yield stage.notice
            yield from stage.prompts
        for theme in self.programme.themes:
            yield theme.prompt

    def method(self, method_id: str) -> Method:
        """The method with this id."""
        return _with_id(self.methods, method_id)

    def session(self, session_id: str) -> Session:
        """The session with this id."""
        return _with_id(self.programme.sessions, session_id)

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id."""
        return _with_id(self.programme.themes, theme_id)


T = TypeVar("T", bound=Part)


def _with_id(parts: tuple[T, ...], id_: str) -> T:
    for part in parts:
        if getattr(part, "id", None) == id_:
            return part
    raise KeyError(id_)
