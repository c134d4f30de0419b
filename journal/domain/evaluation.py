"""The evaluation file: what one participant gives to the group after a session, and nothing besides.

Format 1 is a small JSON object in UTF-8, see docs/evaluation.md. Its checksum tells damage and careless changes;
it is no signature: who wants to forge a file can.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from journal.clean_text import clean

FORMAT = 1
SUFFIX = ".reisgezel-evaluatie"
LARGEST = 256_000
"""Bytes. No honest file comes near; a larger one is not read."""
LEVELS = 5
MOST_WORDS = 8_000
MOST_NAME = 80
_GIVEN_AFTER = frozenset({"two_day", "workshop"})

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.-]{0,79}$")]
FileId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class NoEvaluation(Exception):
    """Bytes that are not an evaluation file."""


class NewerEvaluation(NoEvaluation):
    """Of a later format than this one."""


class ChangedEvaluation(NoEvaluation):
    """The checksum does not fit: damaged, or changed after it was saved."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Said(_Part):
    """What is given about one theme: words, a mark of 1 to 5, or both."""

    theme: Id
    words: str = Field(default="", max_length=MOST_WORDS)
    mark: Annotated[int, Field(ge=1, le=LEVELS)] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Said":
        if not self.words.strip() and self.mark is None:
            raise ValueError("nothing is said about this theme")
        return self


class Evaluation(_Part):
    """All that is in the file. ``id`` is random and only tells that two files are the same one."""

    id: FileId
    programme: Id
    edition: str = Field(default="", max_length=200)
    session: Id
    name: str | None = Field(default=None, min_length=1, max_length=MOST_NAME)
    themes: Annotated[tuple[Said, ...], Field(min_length=1, max_length=20, strict=False)]

    @model_validator(mode="after")
    def _is_clean(self) -> "Evaluation":
        names = [said.theme for said in self.themes]
        if len(set(names)) != len(names):
            raise ValueError("a theme stands here twice")
        texts = (self.edition, self.name or "", *(said.words for said in self.themes))
        if any(clean(text) != text for text in texts):
            raise ValueError("signs that no text can hold")
        return self


def may_give(session_kind: str, *, said: bool) -> bool:
    """Whether there is something to give: after a session that one lives through, when a theme was thought about."""
    return said and session_kind in _GIVEN_AFTER


def new_id() -> str:
    """A random number for a file; it tells nothing about who saved it."""
    return secrets.token_hex(16)


def write(evaluation: Evaluation) -> bytes:
    """The file. The same evaluation gives the same bytes."""
    content = _content(evaluation)
    return (json.dumps({**content, "checksum": _checksum(content)}, ensure_ascii=False, indent=2) + "\n").encode()


def read(data: bytes) -> Evaluation:
    """The evaluation in a file. Raises NoEvaluation, NewerEvaluation or ChangedEvaluation."""
    if len(data) > LARGEST:
        raise NoEvaluation("too large")
    content = _object(data)
    given = content.pop("format", None)
    if type(given) is int and given > FORMAT and "checksum" in content:
        raise NewerEvaluation(str(given))
    checksum = content.pop("checksum", None)
    if type(given) is not int or given != FORMAT or not isinstance(checksum, str):
        raise NoEvaluation("another kind of file")
    # First whether it is one at all: only then can it have been changed.
    if not {"id", "programme", "session", "themes"} <= content.keys():
        raise NoEvaluation("something is missing")
    if _checksum({"format": given, **content}) != checksum:
        raise ChangedEvaluation("checksum")
    try:
        return Evaluation.model_validate(content)
    except (ValidationError, RecursionError) as error:
        raise NoEvaluation("not as the format asks") from error


def _content(evaluation: Evaluation) -> dict[str, Any]:
    return {"format": FORMAT, **evaluation.model_dump(mode="json")}


def _checksum(content: dict[str, Any]) -> str:
    try:
        plain = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    except (ValueError, RecursionError) as error:
        raise NoEvaluation("not as the format asks") from error
    return "sha256:" + hashlib.sha256(plain.encode("ascii")).hexdigest()


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, a number of a million digits, too deep
        raise NoEvaluation("no JSON") from error
    if not isinstance(found, dict):
        raise NoEvaluation("no object")
    return found


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise NoEvaluation(f"{key} stands there twice")
        found[key] = value
    return found
