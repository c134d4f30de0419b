"""The names on the last paper, as they will print on the next one: what was just decided shows at once."""

from collections.abc import Mapping, Sequence

from journal.domain.names_kinds import Found, NameKind, Rule
from journal.domain.pseudonyms import printing
from journal.domain.snapshot import NameChoice


def by_now(choices: Sequence[NameChoice], rules: Mapping[str, Rule]) -> tuple[NameChoice, ...]:
    """The choices with the rules of now, without what was said to be no name."""
    kinds = {name: rule.kind for name, rule in rules.items() if rule.kind}
    found = [Found(each.name, NameKind(kinds.get(each.name, each.kind)), each.count) for each in choices]
    return printing([each for each in found if each.kind is not NameKind.NONE], rules)
