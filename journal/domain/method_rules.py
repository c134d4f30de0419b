"""What must hold inside a method: ids that stand once, and nothing that points to what is not there."""

from collections.abc import Collection, Iterable, Iterator

from journal.domain.guidance_methods import QUESTION, TITLE, Method
from journal.domain.guidance_rules import Broken

LONGEST_NAME = 60
"""A longer name fits neither a list nor the head of a page."""


def broken_method_rules(method: Method, case_prompts: Collection[str], taken: Collection[str] = ()) -> list[Broken]:
    """All rules that this method breaks. ``taken``: ids of methods that it may not use."""
    return [
        *_taken(method, taken),
        *_twice((("roles", number, "id"), role.id) for number, role in enumerate(method.roles)),
        *_twice((("steps", number, "id"), step.id) for number, step in enumerate(method.steps)),
        *(_long_names(method)),
        *_wrong_prompts(method, case_prompts),
        *_wrong_apart(method),
        *_wrong_steps(method),
        *_no_time(method),
        *_twice((("sheets",), sheet) for sheet in method.sheets),
    ]


_Placed = tuple[tuple[str | int, ...], str]


def _taken(method: Method, taken: Collection[str]) -> Iterator[Broken]:
    if method.id in taken:
        yield Broken(("id",), "taken_method", method.id)


def _twice(ids: Iterable[_Placed]) -> Iterator[Broken]:
    seen: set[str] = set()
    for place, id_ in ids:
        if id_ in seen:
            yield Broken(place, "twice", id_)
        seen.add(id_)


def _long_names(method: Method) -> Iterator[Broken]:
    named = (
        (("name",), method.name),
        *((("roles", number, "name"), role.name) for number, role in enumerate(method.roles)),
        *((("steps", number, "name"), step.name) for number, step in enumerate(method.steps)),
    )
    for place, words in named:
        if any(len(text) > LONGEST_NAME for text in words.values()):
            yield Broken(place, "long_name", str(LONGEST_NAME))


def _wrong_prompts(method: Method, case_prompts: Collection[str]) -> Iterator[Broken]:
    for key in ("asks", "apart"):
        given: tuple[str, ...] = getattr(method, key)
        for id_ in given:
            if id_ not in case_prompts:
                yield Broken((key,), "unknown_prompt", id_)
        yield from _twice(((key,), id_) for id_ in given)


def _wrong_apart(method: Method) -> Iterator[Broken]:
    for id_ in (QUESTION, TITLE):
        if id_ in method.apart:
            yield Broken(("apart",), "not_apart", id_)


def _wrong_steps(method: Method) -> Iterator[Broken]:
    roles = {role.id for role in method.roles}
    for number, step in enumerate(method.steps):
        for id_ in step.who:
            if id_ not in roles:
                yield Broken(("steps", number, "who"), "unknown_role", id_)
        for id_ in step.reveals:
            if id_ not in method.apart:
                yield Broken(("steps", number, "reveals"), "nothing_apart", id_)


def _no_time(method: Method) -> Iterator[Broken]:
    if method.minutes == 0:
        yield Broken(("steps", 0, "minutes"), "no_minutes", "")
