"""What all of guidance is made of: ids, words per language, and the base of its models."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

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
