"""Words for the evaluation file: names of others become initials, as on paper; the writer's own name is left out."""

from collections.abc import Mapping

from journal.domain import pseudonyms
from journal.domain.snapshot import NameChoice

_SELF = "…"


def unrecognisable(texts: Mapping[str, str], own_name: str, rules: Mapping[str, str | None]) -> dict[str, str]:
    """The texts with every name that was found replaced: by its rule, else by an initial.

    A rule that lets a name stand was made for a coach who is known; here it becomes an initial all the same.
    """
    strict = {name: replacement if replacement != name else None for name, replacement in rules.items()}
    found = pseudonyms.found_names(texts.values(), [*strict, *_parts(own_name)])
    mine = [name for name in found if own_name.strip() and pseudonyms.is_of(name, own_name)]
    others = [name for name in found if name not in mine]
    choices = (*pseudonyms.choices(others, strict), *(NameChoice(name, _SELF) for name in mine))
    return {key: pseudonyms.replace(text, choices) for key, text in texts.items()}


def _parts(own_name: str) -> list[str]:
    name = " ".join(own_name.split())
    return list(dict.fromkeys(part for part in (name, name.partition(" ")[0]) if part))
