"""What programme files say, frozen: programme, sessions, stages, themes, forms, prompts, methods, checks.

Ids are for ever: answers refer to them. Words stand beside the thing that they name, per language.
Read by ``journal/guidance_files.py``.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, TypeVar

from pydantic import Field

from journal.domain.guidance_checks import Check
from journal.domain.guidance_methods import Method
from journal.domain.guidance_parts import Id, Part, Words

FORMAT = 1


class Option(Part):
    """Something that can be chosen; its id is what the answer keeps."""

    id: Id
    name: Words
    hint: Words | None = None


PromptKind = Literal["text", "line", "date", "choice", "checklist", "curve"]


class Prompt(Part):
    """One question, and how it is answered.

    The answer is always text: of ``choice`` and ``checklist`` the chosen ids, one a line; of ``curve`` one line a
    thing (``journal/domain/answer_words.py``).
    """

    id: Id
    ask: Words
    label: Words | None = None
    """Short name of the answer, for a list or the paper."""
    hint: Words | None = None
    placeholder: Words | None = None
    starters: tuple[Words, ...] = ()
    about: Literal["me", "us", "body"] | None = None
    kind: PromptKind = "text"
    options: tuple[Option, ...] = Field(default=(), max_length=40)


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


SessionKind = Literal["two_day", "webinar", "closing", "intervisie", "workshop"]


class Session(Part):
    """A meeting that the programme plans; dates are kept in the journal."""

    id: Id
    kind: SessionKind
    name: Words
    topic: Words | None = None
    assignment: Words | None = None
    week: int = Field(default=0, ge=0, le=520)
    """Usual distance from the first session, in weeks: a proposal for a date."""
    after: Id | None = None
    """With this the weeks are counted from another session."""
    days: int = Field(default=1, ge=1, le=14)
    starts_on: dt.date | None = None
    """The day itself, in the file of an edition; it goes before ``week``."""
    activity: Literal["tribune", "arena"] | None = None
    """Whether one watches or does."""
    form: Id | None = None
    """The form to look back with; else the one of ``Programme.look_back`` for this kind."""


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


class LookBack(Part):
    """The form to look back with, per kind of session."""

    two_day: Id | None = None
    webinar: Id | None = None
    closing: Id | None = None
    intervisie: Id | None = None
    workshop: Id | None = None

    def given(self) -> dict[str, str]:
        """Form ids by kind, as far as the programme says."""
        found = {kind: getattr(self, kind) for kind in type(self).model_fields}
        return {kind: form_id for kind, form_id in found.items() if form_id}


class Earlier(Part):
    """What earlier versions of a programme had: nothing is asked any more, and all that was written keeps its words."""

    sessions: tuple[Session, ...] = ()
    themes: tuple[Theme, ...] = ()
    stages: tuple[Stage, ...] = ()
    forms: tuple[Form, ...] = ()


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
    look_back: LookBack = LookBack()
    """``reflection`` for the kinds of which nothing is said."""
    map: bool = True
    """Without a map nobody is asked for a place on the journey."""
    rank: int = Field(default=100, ge=0, le=1000)
    """Where it stands in the list of programmes; low comes first."""
    earlier: Earlier = Earlier()


LOOKED_BACK_ON = frozenset({"two_day", "workshop"})
NOT_LOOKED_BACK_ON = frozenset({"webinar", "closing", "intervisie"})
"""Kinds of sessions that have their own page, or need no looking back, unless the programme says so."""


class Guidance(Part):
    """A programme together with the common guidance: all that the screen and the paper need."""

    programme: Programme
    stages: tuple[Stage, ...]
    forms: tuple[Form, ...]
    replaced: Earlier = Earlier()
    """Common forms and stages of which the programme has its own."""
    methods: tuple[Method, ...]
    checks: tuple[Check, ...]
    marks: tuple[Words, ...]
    """The five words of the line, from far away to by itself; level 1 is ``marks[0]``."""

    def stage(self, stage_id: str) -> Stage:
        """The stage with this id; also one that an earlier version had. KeyError when there never was one."""
        return _with_id((*self.stages, *self.programme.earlier.stages, *self.replaced.stages), stage_id)

    def stage_number(self, stage_id: str) -> int:
        """Number on the map, from 1."""
        return 1 + next(i for i, stage in enumerate(self.stages) if stage.id == stage_id)

    def form(self, form_id: str) -> Form:
        """The form with this id; also one that an earlier version had."""
        return _with_id((*self.forms, *self.programme.earlier.forms), form_id)

    def form_of(self, session_id: str, kind: str) -> Form | None:
        """The form to look back on a session with; None when there is nothing to look back on."""
        session = next((found for found in self.programme.sessions if found.id == session_id), None)
        named = (session.form if session else None) or self.programme.look_back.given().get(kind)
        if named is None and kind in NOT_LOOKED_BACK_ON:
            return None
        return self.form(named or "reflection")

    def looked_back_kinds(self) -> frozenset[str]:
        """Kinds of sessions on which one is invited to look back; webinars have their own page."""
        return (LOOKED_BACK_ON | self.programme.look_back.given().keys()) - {"webinar"}

    def reflection_ids(self) -> tuple[str, ...]:
        """Ids of the forms with which one looks back on a session, the common one first."""
        named = [*self.programme.look_back.given().values(), *(session.form for session in self.programme.sessions)]
        return tuple(dict.fromkeys(["reflection", *(id_ for id_ in named if id_ and id_ != "webinar")]))

    def own_forms(self) -> tuple[Form, ...]:
        """The forms that only this programme has, and that can be filled in at any time."""
        common = {form.id for form in self.replaced.forms}
        return tuple(form for form in self.programme.forms if form.id not in common)

    def prompt(self, prompt_id: str) -> Prompt:
        """The prompt with this id, wherever it stands; as it was last asked when it is asked no more."""
        return _with_id(tuple(self.prompts()), prompt_id)

    def prompts(self) -> Iterator[Prompt]:
        """All prompts: of the forms, the stages and the themes; then the ones that are asked no more."""
        seen: set[str] = set()
        for prompt in self._ever_asked():
            if prompt.id not in seen:
                seen.add(prompt.id)
                yield prompt

    def option_names(self, prompt_id: str) -> dict[str, Words]:
        """Names of what could ever be chosen under a prompt, by id."""
        found: dict[str, Words] = {}
        for prompt in self._ever_asked():
            if prompt.id == prompt_id:
                found = {option.id: option.name for option in prompt.options} | found
        return found

    def _ever_asked(self) -> Iterator[Prompt]:
        now = Earlier(themes=self.programme.themes, stages=self.stages, forms=self.forms)
        for source in (now, self.programme.earlier, self.replaced):
            yield from _prompts(source)

    def method(self, method_id: str) -> Method:
        """The method with this id."""
        return _with_id(self.methods, method_id)

    def session(self, session_id: str) -> Session:
        """The session with this id; also one that an earlier version had."""
        return _with_id((*self.programme.sessions, *self.programme.earlier.sessions), session_id)

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id; also one that an earlier version had."""
        return _with_id((*self.programme.themes, *self.programme.earlier.themes), theme_id)


def _prompts(source: Earlier) -> Iterator[Prompt]:
    for form in source.forms:
        yield from form.prompts()
    for stage in source.stages:
        yield stage.notice
        yield from stage.prompts
    for theme in source.themes:
        yield theme.prompt


T = TypeVar("T", bound=Part)


def _with_id(parts: tuple[T, ...], id_: str) -> T:
    for part in parts:
        if getattr(part, "id", None) == id_:
            return part
    raise KeyError(id_)
