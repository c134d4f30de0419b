"""Names of others become initials, or words that the writer chose.

People, organisations and places are found by their capitals and by the words around them (``names_finding``).
No rule finds all names, so the writer is always shown what was found, and reads the paper once more.
A person becomes an initial; an organisation or a place stays until its writer chooses something else.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from journal.domain.common_words import FIRST_WORDS, PARTICLES
from journal.domain.names_finding import mentions
from journal.domain.names_first import FIRST_NAMES, UNSURE
from journal.domain.names_initials import apart, initial, shortened
from journal.domain.names_kinds import Found, NameKind, Rule
from journal.domain.names_matching import key, pattern
from journal.domain.names_reading import is_ordinary, words
from journal.domain.names_replacing import replace
from journal.domain.snapshot import NameChoice

__all__ = [
    "choices",
    "found",
    "found_names",
    "initial",
    "is_of",
    "own_choices",
    "own_parts",
    "printing",
    "replace",
    "styled",
]


def found(texts: Iterable[str], rules: Mapping[str, Rule] | None = None) -> list[Found]:
    """Names in the texts, in order of appearance. A name with a rule is found wherever it stands, or never."""
    read = [unicodedata.normalize("NFC", text) for text in texts]
    known = {key(name): (name, rule) for name, rule in (rules or {}).items()}
    votes: dict[str, Counter[NameKind]] = {}
    for name, rule in known.values():
        if rule.kind != NameKind.NONE:
            votes[" ".join(name.split())] = Counter({NameKind(rule.kind or NameKind.PERSON): 1 if rule.kind else 0})
    for text in read:
        for mention in mentions(text):
            if key(mention.name) not in known:
                votes.setdefault(mention.name, Counter())[mention.kind] += 1
            elif known[key(mention.name)][1].kind == "":
                votes[known[key(mention.name)][0]][mention.kind] += 1
    for name in [name for name, kinds in votes.items() if _kind(kinds) is NameKind.PERSON]:
        for part in _parts(name):
            if key(part) not in known:
                votes.setdefault(part, Counter())[NameKind.PERSON] += 1
    return _counted(_joined(votes), read)


def found_names(texts: Iterable[str], known: Iterable[str] = ()) -> list[str]:
    """Names of people in the texts, in order of appearance. ``known`` are found wherever they stand."""
    rules = {name: Rule(kind=NameKind.PERSON) for name in known}
    return [each.name for each in found(texts, rules) if each.kind is NameKind.PERSON]


def printing(names: Sequence[Found], rules: Mapping[str, Rule]) -> tuple[NameChoice, ...]:
    """How each name prints: by its rule, by the rule of a longer or shorter form of it, else as its kind does."""
    by_key = {key(name): rule.replacement for name, rule in rules.items() if rule.replacement}
    decided = {each.name: by_key.get(key(each.name)) for each in names}
    people = [each.name for each in names if each.kind is NameKind.PERSON]
    for name in people:
        if decided[name] is None:
            decided[name] = _of_kin(name, by_key)
    initials = apart([name for name in people if decided[name] is None])
    return tuple(
        NameChoice(
            each.name,
            decided[each.name] or initials.get(each.name, each.name),
            kind=each.kind.value,
            count=each.count,
        )
        for each in names
    )


def choices(names: Sequence[str], rules: Mapping[str, str | None]) -> tuple[NameChoice, ...]:
    """How the names of people print. Two of them never get the same initial."""
    people = [Found(name, NameKind.PERSON) for name in names]
    return printing(people, {name: Rule(replacement) for name, replacement in rules.items()})


def styled(own_name: str, style: str) -> str:
    """Give the writer's own name as they want it: ``full``, ``first`` or ``initials``."""
    if style == "initials":
        return shortened(own_name, 1)
    first, _, _ = own_name.strip().partition(" ")
    return first if style == "first" else own_name


def own_choices(own_name: str, style: str) -> tuple[NameChoice, ...]:
    """How the writer's own name prints in the running text."""
    whole = " ".join(own_name.split())
    if style == "full" or not whole:
        return ()
    first = whole.partition(" ")[0]
    others = [part for part in (first, *_parts(whole)) if part != first or style == "initials"]
    found = {whole: styled(whole, style), **{part: shortened(part, 1) for part in others if part != whole}}
    return tuple(NameChoice(name, put) for name, put in found.items())


def own_parts(own_name: str) -> frozenset[str]:
    """What the writer may be called in the running text: in full, by their first name, by their family name."""
    return frozenset(choice.name for choice in own_choices(own_name, "initials"))


def is_of(name: str, own_name: str) -> bool:
    """Whether a found name is the writer's own, or a part of it."""
    return set(name.casefold().split()) <= set(own_name.casefold().split())


def _kind(votes: Counter[NameKind]) -> NameKind:
    """What it is called most; when that is even, a person, for that is the safest."""
    most = max(votes.values(), default=0)
    if votes[NameKind.PERSON] == most:
        return NameKind.PERSON
    return max(votes, key=lambda kind: votes[kind])


def _parts(name: str) -> list[str]:
    """What somebody may be called as well: Henk, Van der Berg and Berg, of Henk van der Berg."""
    parts = name.split()
    if len(parts) == 1:
        return []
    family = [" ".join(parts[at:]) for at in range(1, len(parts))]
    able = [part for part in (*parts, *family) if not all(word.lower() in PARTICLES for word in part.split())]
    return [part for part in dict.fromkeys(able) if _stands_alone(part)]


def _stands_alone(part: str) -> bool:
    if len(part.rstrip(".")) < 3 or "." in part or part in UNSURE:  # noqa: PLR2004
        return False
    alone = words(part)
    return part in FIRST_NAMES or (part.lower() not in FIRST_WORDS and bool(alone) and not is_ordinary(alone[-1]))


def _joined(votes: Mapping[str, Counter[NameKind]]) -> dict[str, Counter[NameKind]]:
    """One row for a name that was written as Henk, HENK and Henks, or as de Wit and De Wit."""
    result: dict[str, Counter[NameKind]] = {}
    rows: dict[str, str] = {}
    for name, kinds in votes.items():
        row = rows.setdefault(key(name), name)
        result.setdefault(row, Counter()).update(kinds)
    for name in list(result):
        base = rows.get(key(name)[:-1]) if name.endswith("s") and name not in FIRST_NAMES else None
        if base in result:
            result[base].update(result.pop(name))
    return result


def _counted(votes: Mapping[str, Counter[NameKind]], texts: Sequence[str]) -> list[Found]:
    rows = {key(name): name for name in votes}
    counts: Counter[str] = Counter()
    if votes:
        sought = pattern(votes)
        for text in texts:
            counts.update(rows[key(match[1])] for match in sought.finditer(text))
    return [Found(name, _kind(votes[name]), count) for name, count in counts.items()]


def _of_kin(name: str, decided: Mapping[str, str]) -> str | None:
    """What was chosen for Henk holds for Henk van der Berg, and the other way, when only one can be meant."""
    parts = set(key(name).split())
    kin = {
        replacement
        for other, replacement in decided.items()
        if key(replacement) != other and (parts < set(other.split()) or set(other.split()) < parts)
    }
    return kin.pop() if len(kin) == 1 else None
