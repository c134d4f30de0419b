"""What is wrong with a programme or method file, in words for the person who made it."""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Final

from pydantic_core import ErrorDetails

from journal.domain import guidance, guidance_methods
from journal.domain.guidance_parts import LONGEST_TEXT
from journal.domain.guidance_rules import Broken
from journal.text import tr
from journal.toml_lines import Lines, Place

Problem = tuple[int, str, str]
"""Line from 1, key, reason."""

_MOST: Final = 20
"""More problems than this help nobody; the first ones come first."""

_NEAR: Final = 0.66
"""How alike a word has to be before it is suggested."""

_PARTS: Final = (
    *(guidance.Programme, guidance.Session, guidance.Theme, guidance.Stage),
    *(guidance.Form, guidance.Step, guidance.Prompt, guidance.Option),
    *(guidance_methods.Method, guidance_methods.MethodRole, guidance_methods.MethodStep),
)

_VALUES: Final[dict[str, Callable[[str], str]]] = {
    "missing": lambda key: tr("‘{key}’ is missing", key=key),
    "no_dutch": lambda _: tr("the Dutch words are missing: add a line that ends in .nl"),
    "empty_text": lambda _: tr("this text is empty"),
    "long_text": lambda _: tr("this text is longer than {n} signs", n=LONGEST_TEXT),
    "tag": lambda _: tr("there is a tag in this text; only plain words are shown"),
    "control": lambda _: tr("there is an invisible sign in this text"),
    "string_type": lambda _: tr("this has to be text between quotation marks"),
    "string_too_long": lambda _: tr("this id is too long"),
    "string_pattern_mismatch": lambda _: tr(
        "an id starts with a small letter, and has only small letters, digits, and single dots, dashes and underscores"
    ),
    "int_type": lambda _: tr("this has to be a whole number"),
    "int_parsing": lambda _: tr("this has to be a whole number"),
    "int_from_float": lambda _: tr("this has to be a whole number"),
    "dict_type": lambda key: tr("words stand per language: {key}.nl and {key}.en", key=key),
    "model_type": lambda key: tr("this has to be a part of its own, under [{key}]", key=key),
    "tuple_type": lambda key: tr("this has to be a list, or parts that each start with [[{key}]]", key=key),
    "bool_type": lambda _: tr("this can only be true or false"),
    "bool_parsing": lambda _: tr("this can only be true or false"),
    "date_type": lambda _: tr("this has to be a day, without quotation marks: 2026-09-24"),
    "date_from_datetime_inexact": lambda _: tr("this has to be a day, without quotation marks: 2026-09-24"),
    "date_from_datetime_parsing": lambda _: tr("this has to be a day, without quotation marks: 2026-09-24"),
    "date_parsing": lambda _: tr("this has to be a day, without quotation marks: 2026-09-24"),
    "too_short": lambda _: tr("at least one is needed here"),
    "too_long": lambda _: tr("there are too many of these"),
}

_RULES: Final[dict[str, Callable[[str], str]]] = {
    "twice": lambda id_: tr("this id stands twice: {id}", id=id_),
    "prompt_id": lambda id_: tr("the id of this question has to be {id}", id=id_),
    "prompt_start": lambda id_: tr("the id of this question has to start with {id}", id=id_),
    "lost_prompt": lambda id_: tr(
        "this form takes the place of a common one and misses its question {id}; "
        "rewording is fine, leaving out is not, because journals may hold answers to it",
        id=id_,
    ),
    "no_options": lambda id_: tr("the question {id} needs at least two options to choose from", id=id_),
    "needless_options": lambda id_: tr("only a choice or a checklist has options, and {id} is none", id=id_),
    "only_text": lambda id_: tr("the question {id} can only be answered in words", id=id_),
    "unknown_form": lambda id_: tr("there is no form {id}", id=id_),
    "unknown_session": lambda id_: tr("there is no session {id}", id=id_),
    "circle": lambda id_: tr("these sessions wait for each other in a circle: {id}", id=id_),
    "no_map": lambda id_: tr("this programme has no map, so ‘{id}’ has no place in it", id=id_),
    "taken_method": lambda id_: tr("{id} is a method that comes with Reisgezel; take another id", id=id_),
    "long_name": lambda most: tr("this name is longer than {n} signs", n=most),
    "unknown_prompt": lambda id_: tr("the case form has no question {id}", id=id_),
    "unknown_role": lambda id_: tr("there is no role {id}", id=id_),
    "not_apart": lambda id_: tr("{id} belongs on the first page and cannot stand apart", id=id_),
    "nothing_apart": lambda id_: tr("only what is named under ‘apart’ can be revealed, and {id} is not", id=id_),
    "no_minutes": lambda _: tr("the steps together take no time: give at least one of them minutes"),
}


def of_syntax(error: Exception, text: str) -> Problem:
    """Why this is no TOML."""
    message = str(error)
    found = re.search(r"at line (\d+)", message)
    line = int(found[1]) if found else text.rstrip().count("\n") + 1
    if text.lstrip().startswith("<"):
        return 1, "", tr("this is a web page, not a file for Reisgezel")
    if not isinstance(error, tomllib.TOMLDecodeError):
        return line, "", tr("this is too tangled to read")
    if re.search("Cannot (overwrite|declare|mutate)|Duplicate", message):
        return line, "", tr("this already stands higher up in the same part")
    if not found:
        return line, "", tr("the file ends too early: a quotation mark or bracket is not closed")
    return line, "", tr("this line cannot be read: a quotation mark, bracket or equals sign may be missing")


def of_values(errors: Sequence[ErrorDetails], lines: Lines) -> list[Problem]:
    """What the models say, each on the line of its key."""
    around = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    # A list of which every part is wrong is not also too short, though pydantic says so.
    placed = [
        (lines.of(_place(error)), _place(error), error)
        for error in errors
        if not (error["type"] == "too_short" and error["loc"] in around)
    ]
    first = sorted(placed, key=lambda problem: problem[0])[: 2 * _MOST]
    return _in_order((line, _key(place), _why(error, place)) for line, place, error in first)


def of_rules(broken: Iterable[Broken], lines: Lines) -> list[Problem]:
    """What does not fit together, each on the line where it shows."""
    return _in_order((lines.of(rule.place), _key(rule.place), _RULES[rule.rule](rule.id)) for rule in broken)


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(problems))[:_MOST]


def _place(error: ErrorDetails) -> Place:
    place = tuple(part for part in error["loc"] if part != "[key]")
    # A wrong word in a list of words is told at the key of that list.
    return place[:-1] if isinstance(place[-1], int) and isinstance(error["input"], str) else place


def _key(place: Place) -> str:
    """The names at the end of the place, as they stand on the line: ``name.nl``."""
    names: list[str] = []
    for part in reversed(place):
        if isinstance(part, int):
            break
        names.insert(0, part)
    return ".".join(names)


def _why(error: ErrorDetails, place: Place) -> str:
    kind, context = error["type"], error.get("ctx", {})
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    if kind == "extra_forbidden":
        return _unknown(key)
    if kind == "literal_error":
        return tr("this can only be {choices}", choices=str(context["expected"]).replace(" or ", ", "))
    if kind in {"less_than_equal", "greater_than_equal"}:
        return tr("this number goes past its limit: {limit}", limit=context.get("le", context.get("ge")))
    say = _VALUES.get(kind)
    return say(key) if say else tr("this is not what is expected here")


def _unknown(key: str) -> str:
    known = {name for part in _PARTS for name in part.model_fields}
    near = get_close_matches(key, known, n=1, cutoff=_NEAR)
    if near:
        return tr("‘{key}’ is not known here; do you mean ‘{near}’?", key=key, near=near[0])
    return tr("‘{key}’ is not known here", key=key)
