"""Ways to hold an intervisie meeting, as data: steps, roles, what the case form asks, and what the paper prints."""

from typing import Literal

from pydantic import Field

from journal.domain.guidance_parts import Id, Part, Words

SheetId = Literal[
    "open-questions",
    "rate-questions",
    "facts",
    "own-choice",
    "touches-me",
    "associations",
    "key-question",
    "module",
    "notes",
    "core",
    "new-question",
    "advice",
    "strengths",
    "success-factors",
    "heat-point",
    "own-versions",
    "values",
    "quadrant",
    "take-along",
]
"""What the paper can print to write on during a meeting. A method chooses from these; it cannot draw its own."""

FEWEST_PEOPLE = 2
QUESTION, TITLE = "case.question", "case.title"
QUADRANT = ("case.quality", "case.pitfall", "case.challenge", "case.allergy")
"""The four sides of a core quadrant, in the order in which they are thought through."""


class MethodRole(Part):
    """Somebody's part in a meeting: the one who brings the case, the one who leads, the others."""

    id: Id
    name: Words
    explain: Words


class MethodStep(Part):
    """A part of an intervisie method."""

    id: Id
    name: Words
    minutes: int = Field(ge=0, le=240)
    explain: Words
    who: tuple[Id, ...] = ()
    """Roles that do something in this step; empty: all do."""
    reveals: tuple[Id, ...] = ()
    """Prompts of ``Method.apart`` that the group hears in this step."""


class Method(Part):
    """A way to hold an intervisie meeting."""

    id: Id
    name: Words
    summary: Words
    fits: Words | None = None
    """When it is a good choice."""
    least_people: int = Field(default=3, ge=FEWEST_PEOPLE, le=30)
    """With the one who brings the case."""
    roles: tuple[MethodRole, ...] = Field(default=(), max_length=8)
    steps: tuple[MethodStep, ...] = Field(min_length=1, max_length=20)
    asks: tuple[Id, ...] = ()
    """Prompts of the case form in the order that suits this method. With the question first, it prints on top."""
    apart: tuple[Id, ...] = ()
    """Prompts that print on a last page of their own, to be handed out later."""
    sheets: tuple[SheetId, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes of all steps together."""
        return sum(step.minutes for step in self.steps)

    def role(self, role_id: str) -> MethodRole:
        """The role with this id. KeyError when there is none."""
        for role in self.roles:
            if role.id == role_id:
                return role
        raise KeyError(role_id)

    def doing(self, step: MethodStep) -> tuple[MethodRole, ...]:
        """Who does something in this step; nobody in particular when all do."""
        return tuple(role for role in self.roles if role.id in step.who)
