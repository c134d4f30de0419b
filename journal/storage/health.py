"""Whether a journal is whole: every page, every table, every reference, the search index."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from journal.domain.record import Record
from journal.errors import DamagedJournal
from journal.storage.database import OpenJournal

_MOST_PROBLEMS = 20


@dataclass(frozen=True)
class Health:
    """What a look at everything gave. ``problems`` name pages and tables, never diary text."""

    schema: str
    versions: dict[str, str]
    """Of SQLite and of the cipher."""
    counts: dict[str, int]
    """Rows a table."""
    problems: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check(journal: OpenJournal) -> Health:
    """Read the whole journal and say how it is; about a second for 300 MB. Damage is told, not raised."""
    try:
        return journal.read(_look, read_only=journal.read_only)
    except DamagedJournal as error:
        return Health("", {}, {}, (error.detail or "unreadable",))


def _look(session: Session, *, read_only: bool) -> Health:
    problems = [f"page: {found}" for found in _all(session, "PRAGMA cipher_integrity_check")]
    schema, versions = "", {}
    counts: dict[str, int] = {}
    if not problems:
        problems += [f"table: {found}" for found in _all(session, "PRAGMA integrity_check") if found != "ok"]
        problems += [f"reference: {found}" for found in _all(session, "PRAGMA foreign_key_check")]
        # Looking at the index is asked for with an INSERT, which a read-only place refuses.
        problems += [] if read_only else _search_problems(session)
        schema = str(_all(session, "SELECT version_num FROM alembic_version")[0])
        counts = {table.name: _count(session, table.name) for table in Record.metadata.sorted_tables}
        versions = {
            "sqlite": str(_all(session, "SELECT sqlite_version()")[0]),
            "cipher": str(_all(session, "PRAGMA cipher_version")[0]),
        }
    return Health(schema, versions, counts, tuple(problems[:_MOST_PROBLEMS]))


def _all(session: Session, statement: str) -> list[Any]:
    return [row[0] for row in session.connection().exec_driver_sql(statement)]


def _count(session: Session, table: str) -> int:
    return int(_all(session, f'SELECT count(*) FROM "{table}"')[0])  # noqa: S608 - a name of our own


def _search_problems(session: Session) -> list[str]:
    try:
        session.connection().execute(sql("INSERT INTO answer_fts(answer_fts, rank) VALUES ('integrity-check', 1)"))
    except DBAPIError as error:
        return [f"search index: {getattr(error.orig, 'sqlite_errorname', error.orig)}"]
    return []
