"""Gentle checks of a question: the learning question, and the one to the group."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from journal.domain.guidance_parts import Id, Part, Words


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


LEARNING_QUESTION, GROUP_QUESTION = "question.text", "case.question"


class Check(Part):
    """A gentle check of a question: it asks back and never blocks."""

    id: Id
    ask: Words
    prompts: tuple[Id, ...] = (LEARNING_QUESTION,)
    """Where it listens: at the learning question, at the question to the group, or both."""
    pattern: Patterns = Field(default_factory=dict)
    """A regular expression per language; the check speaks when it is found (case-insensitive)."""
    unless: Patterns = Field(default_factory=dict)
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
