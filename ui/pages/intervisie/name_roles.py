"""What can stand in the place of a name: roles to pick from, by kind."""

from journal.domain.names_kinds import NameKind
from journal.text import tr


def roles(kind: NameKind) -> tuple[str, ...]:
    """Roles that fit a kind of name; the first is the neutral one."""
    if kind is NameKind.ORGANISATION:
        return (
            tr("an organisation"),
            tr("a care organisation"),
            tr("a welfare organisation"),
            tr("a municipality"),
            tr("an insurer"),
            tr("a hospital"),
            tr("a housing corporation"),
            tr("a school"),
        )
    if kind is NameKind.PLACE:
        return (
            tr("a place"),
            tr("a town"),
            tr("a village"),
            tr("a neighbourhood"),
            tr("a municipality"),
            tr("a region"),
        )
    return (
        tr("a colleague"),
        tr("a resident"),
        tr("an alderman"),
        tr("a general practitioner"),
        tr("a team leader"),
        tr("a director"),
        tr("a project leader"),
        tr("a client"),
        tr("a member of the family"),
        tr("somebody"),
    )


def section(kind: NameKind) -> str:
    """What a list of such names is called."""
    return {NameKind.ORGANISATION: tr("Organisations"), NameKind.PLACE: tr("Places")}.get(kind, tr("People"))


def said(kind: NameKind) -> str:
    """How the writer says what a word is."""
    return {
        NameKind.PERSON: tr("This is a person"),
        NameKind.ORGANISATION: tr("This is an organisation"),
        NameKind.PLACE: tr("This is a place"),
        NameKind.NONE: tr("This is no name"),
    }[kind]
