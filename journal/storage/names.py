"""What the writer decided about names: how they print, what they are, and which words are no names."""

from collections.abc import Iterable

from sqlmodel import Session, select

from journal.clean_text import clean
from journal.domain.changes import Change, changes
from journal.domain.names_kinds import NameKind, Rule
from journal.domain.sharing_records import NameRule
from journal.domain.snapshot import NameChoice


def rules(session: Session, journey_id: int) -> dict[str, Rule]:
    """All that was decided on this journey, by name."""
    found = session.exec(select(NameRule).where(NameRule.journey_id == journey_id))
    return {rule.name: Rule(rule.replacement, rule.kind) for rule in found}


def people(session: Session, journey_id: int) -> dict[str, str | None]:
    """How people print, by name; without what is an organisation, a place or no name."""
    person = {"", NameKind.PERSON}
    return {name: rule.replacement for name, rule in rules(session, journey_id).items() if rule.kind in person}


@changes(Change.PREPARATION)
def print_as(session: Session, journey_id: int, name: str, replacement: str | None, kind: str = "") -> None:
    """Let a name print as these words; as it is (the name itself); or as its kind does (None)."""
    rule = _rule(session, journey_id, name)
    rule.replacement = (clean(replacement).strip() or None) if replacement else None
    rule.kind = kind or rule.kind


@changes(Change.PREPARATION)
def print_all_as(session: Session, journey_id: int, names: Iterable[str], replacement: str, kind: str) -> None:
    """The same words for several names at once."""
    for name in names:
        print_as(session, journey_id, name, replacement, kind)


@changes(Change.PREPARATION)
def call(session: Session, journey_id: int, name: str, kind: NameKind) -> None:
    """Say what a name is; ``NONE`` keeps the word from being taken for a name again. How it printed is let go."""
    rule = _rule(session, journey_id, name)
    rule.kind, rule.replacement = kind.value, None


@changes(Change.PREPARATION)
def confirm(session: Session, journey_id: int, choices: Iterable[NameChoice]) -> None:
    """Remember names that were looked over, with what they are: from now on they are found wherever they stand."""
    known = rules(session, journey_id)
    for choice in choices:
        if choice.name not in known:
            session.add(NameRule(journey_id=journey_id, name=choice.name, kind=choice.kind))


def _rule(session: Session, journey_id: int, name: str) -> NameRule:
    name = " ".join(clean(name).split())
    rule = session.exec(select(NameRule).where(NameRule.journey_id == journey_id, NameRule.name == name)).first()
    if rule is None:
        rule = NameRule(journey_id=journey_id, name=name)
        session.add(rule)
    return rule
