"""Whether a copied database is good: every page, every table, and as many rows as the journal has."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlmodel import Session

from journal.errors import DamagedJournal
from journal.storage import connection

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'answer_fts%' ORDER BY name"


def check(database: Path, key: bytes) -> dict[str, int]:
    """Rows a table of a copy that is whole; opened for reading only. Raises DamagedJournal."""
    try:
        opened = connection.connect(database, key, "ro")
        try:
            wrong = [row[0] for row in opened.execute("PRAGMA cipher_integrity_check")]
            wrong += [row[0] for row in opened.execute("PRAGMA quick_check") if row[0] != "ok"]
            if wrong:
                raise DamagedJournal(database, "copy not whole")
            return _counts(lambda sql: opened.execute(sql).fetchall())
        finally:
            opened.close()
    except connection.DriverError as error:
        raise DamagedJournal(database, getattr(error, "sqlite_errorname", "") or "copy not whole") from error


def counts(session: Session) -> dict[str, int]:
    """Rows a table of the open journal."""
    return _counts(lambda sql: session.connection().exec_driver_sql(sql).all())


def _counts(ask: Callable[[str], Any]) -> dict[str, int]:
    names = [row[0] for row in ask(_TABLES)]
    return {name: int(ask(f'SELECT count(*) FROM "{name}"')[0][0]) for name in names}  # noqa: S608 - our own names
