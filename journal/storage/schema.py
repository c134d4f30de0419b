"""The version of the tables: a fast look, and the move to the newest, in one transaction.

Alembic is imported only when there is something to move.
"""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from journal.errors import DamagedJournal, NewerJournal

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0003"
"""The newest version; equal to Alembic's head (a test looks)."""

_one_at_a_time = threading.Lock()
"""Alembic keeps what it is doing in its modules, for one thread."""

MIGRATIONS = Path(__file__).parent / "migrations"


def version(engine: Engine, database: Path) -> str:
    """The version of an opened database. Raises DamagedJournal when it was never one of ours."""
    with engine.connect() as connection:
        try:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
        except OperationalError as error:
            if "no such table" not in str(error.orig):
                raise
            found = []
    if len(found) != 1:
        raise DamagedJournal(database, "no version")
    return str(found[0])


def refuse_newer(found: str, database: Path) -> None:
    """Raise NewerJournal when this Reisgezel does not know the version."""
    if found not in known_versions():
        raise NewerJournal(database, f"schema {found}")


def known_versions() -> set[str]:
    """All versions that this Reisgezel can read."""
    from alembic.script import ScriptDirectory  # slow, and seldom needed

    return {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}


def migrate(engine: Engine, to: str = "head") -> None:
    """Move from whatever is there, also nothing, to the newest version: as a whole or not at all."""
    from alembic import command  # slow, and seldom needed

    with _one_at_a_time, engine.connect() as connection:
        # Rebuilding a table drops the old one; with foreign keys on that would take its children along.
        _outside(connection, "PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                move = config()
                move.attributes["connection"] = connection
                command.upgrade(move, to)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    msg = f"the migration breaks foreign keys: {broken[:3]}"
                    raise RuntimeError(msg)
        finally:
            _outside(connection, "PRAGMA foreign_keys = ON")


def config() -> "Config":
    """Alembic's configuration, without an ini file."""
    from alembic.config import Config  # slow, and seldom needed

    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    return made


def _outside(connection: Connection, sql: str) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(sql)
