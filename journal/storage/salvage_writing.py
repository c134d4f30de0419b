"""From what was salvaged to a whole journal: a new one, or a backup that is brought up to where the damage began."""

import datetime as dt
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from journal.domain.changes import Change, changes
from journal.domain.record import new_uid
from journal.errors import CannotWrite, JournalError
from journal.files import new_folder
from journal.paths import DATABASE, KEY_FILE
from journal.storage import backup_check, connection, key_file, keys, schema
from journal.storage.database import OpenJournal
from journal.storage.salvage import Salvaged, Table

_VERSION = "alembic_version"
_FORMS = {
    "moment": "reflection", "place": "reflection", "stage": "reflection", "theme": "reflection", "next": "reflection",
    "short": "reflection", "free": "reflection", "question": "learning_question", "context": "question_context",
    "guide": "question_guide", "sharpen": "sharpen", "case": "case", "experiment": "experiment",
    "harvest": "harvest", "advice": "advice",
}  # fmt: skip
_DEPTHS = {"short": "short", "free": "free"}
_NOWHERE = dt.date(1970, 1, 1)


def write(salvaged: Salvaged, folder: Path) -> int:
    """Make a new whole journal of what was salvaged, in a folder where nothing is. Gives the rows that found no place.

    It opens as the damaged one did. Texts whose entry is lost get an entry again. Raises JournalExists, CannotWrite.
    """
    key = keys.database_key(salvaged.root)
    with new_folder(folder) as stage:
        with suppress(JournalError):
            if key_file.read(salvaged.folder / KEY_FILE).fingerprint == keys.fingerprint(salvaged.root):
                shutil.copyfile(salvaged.folder / KEY_FILE, stage / KEY_FILE)
        database = stage / DATABASE
        try:
            engine = connection.engine_of(database, key, "rwc")
            try:
                schema.migrate(engine, salvaged.version)
            finally:
                engine.dispose()
            opened = connection.connect(database, key, "rw")
            try:
                homeless = _fill(opened, salvaged)
            finally:
                opened.close()
        except (connection.DriverError, DBAPIError) as error:
            raise connection.trouble(error, database, writing=True) or error from error
        backup_check.check(database, key)
    return homeless


def bring_after(salvaged: Salvaged, journal: OpenJournal) -> bool:
    """Add what was written after a backup to the journal that was made of it. False when that cannot be done.

    The damaged journal went on from the backup, so its rows are the later ones. Of a table without damage all is taken
    over, also what is no longer there; of one with damage only what is there. One transaction: all of it or nothing.
    """
    try:
        return journal.do(_merge, salvaged)
    except CannotWrite:
        raise
    except (JournalError, connection.DriverError):
        return False


def _fill(opened: Any, salvaged: Salvaged) -> int:
    opened.execute("PRAGMA foreign_keys = OFF")
    opened.execute("BEGIN")
    wanted = 0
    for name, table in salvaged.tables.items():
        if name != _VERSION:
            _insert(opened.execute, table)
            wanted += len(table.rows)
    homeless = wanted - _rows(opened.execute, salvaged)
    homeless += _mend(opened.execute, salvaged)
    opened.execute("COMMIT")
    opened.execute("PRAGMA foreign_keys = ON")
    return homeless


def _rows(run: Any, salvaged: Salvaged) -> int:
    names = [name for name in salvaged.tables if name != _VERSION]
    return sum(run(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)  # noqa: S608 - our own names


def _insert(run: Any, table: Table) -> None:
    for row in table.named().values():
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        into = f'INSERT OR IGNORE INTO "{table.shape.name}" ({names})'
        run(f"{into} VALUES ({marks})", tuple(row.values()))


def _mend(run: Any, salvaged: Salvaged) -> int:
    """Give texts without an entry an entry, and let go of other rows of which the parent is lost."""
    known = {part.entry_id: part for part in salvaged.parts}
    _give_journey(run)
    lost = run(
        "SELECT entry_id, min(prompt_id), min(updated_at) FROM answer"
        " WHERE entry_id NOT IN (SELECT id FROM entry) GROUP BY entry_id"
    ).fetchall()
    for entry_id, prompt_id, moment in lost:
        part, kind = known[entry_id], prompt_id.partition(".")[0]
        form = part.form_id or _FORMS.get(kind, "note")
        depth = _DEPTHS.get(kind, "steps") if form == "reflection" else None
        run(
            "INSERT INTO entry (id, journey_id, form_id, title, depth, written_on, created_at)"
            " SELECT ?, coalesce((SELECT id FROM journey WHERE id = ?), min(id)), ?, '', ?, ?, ? FROM journey",
            (entry_id, part.journey_id, form, depth, part.on or moment[:10], moment),
        )
        with suppress(connection.DriverError):  # journals of before have no such names
            run("UPDATE entry SET uid = ? WHERE id = ?", (new_uid(), entry_id))
    gone = 0
    while broken := run("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_reference in {row[:2]: row for row in broken}.values():
            run(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608 - our own names
            gone += 1
    return gone


def _give_journey(run: Any) -> None:
    if run("SELECT count(*) FROM journey").fetchone()[0]:
        return
    first = run("SELECT min(written_on) FROM entry").fetchone()[0] or _NOWHERE.isoformat()
    known = run("SELECT min(journey_id) FROM entry").fetchone()[0] or 1
    columns = {row[1] for row in run("PRAGMA table_info(journey)").fetchall()}
    row = {"id": known, "programme_id": "htc", "edition": "", "own_name": "", "group_name": "", "began_on": first}
    row |= {"intervisie_only": 0, "uid": new_uid()}
    row = {name: value for name, value in row.items() if name in columns}
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    run(f"INSERT INTO journey ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608 - our own names
    run("UPDATE entry SET journey_id = ? WHERE journey_id NOT IN (SELECT id FROM journey)", (known,))


@changes(Change.ENTRIES | Change.ANSWERS)
def _merge(session: Session, salvaged: Salvaged) -> bool:
    opened: Any = session.connection().connection.driver_connection
    run = opened.execute
    if run(f"SELECT version_num FROM {_VERSION}").fetchone()[0] != salvaged.version:  # noqa: S608
        return False
    if not salvaged.sealed or not _same_line(run, salvaged):
        return False
    run("PRAGMA defer_foreign_keys = ON")
    tables = [table for name, table in salvaged.tables.items() if name != _VERSION]
    for table in tables:
        if table.complete:
            run(f'CREATE TEMP TABLE kept AS SELECT rowid AS n FROM "{table.shape.name}" LIMIT 0')  # noqa: S608
            opened.executemany("INSERT INTO kept VALUES (?)", [(number,) for number in table.rows])
            run(f'DELETE FROM "{table.shape.name}" WHERE rowid NOT IN (SELECT n FROM kept)')  # noqa: S608
            run("DROP TABLE kept")
    if not salvaged.tables["answer_version"].complete:
        _keep_texts(run, salvaged)
    for table in tables:
        _take_over(run, table)
    _mend(run, salvaged)
    return True


def _take_over(run: Any, table: Table) -> None:
    name = table.shape.name
    for number, row in table.named().items():
        there = run(f'SELECT 1 FROM "{name}" WHERE rowid = ?', (number,)).fetchone()  # noqa: S608
        names = [column for column in row if not any(c.is_rowid and c.name == column for c in table.shape.columns)]
        if there and names:
            sets = ", ".join(f'"{column}" = ?' for column in names)
            run(f'UPDATE "{name}" SET {sets} WHERE rowid = ?', (*(row[column] for column in names), number))  # noqa: S608
        elif not there:
            columns = ", ".join(["rowid", *(f'"{column}"' for column in names)])
            marks = ", ".join("?" * (len(names) + 1))
            values = (number, *(row[column] for column in names))
            run(f'INSERT INTO "{name}" ({columns}) VALUES ({marks})', values)  # noqa: S608


def _keep_texts(run: Any, salvaged: Salvaged) -> None:
    """What the backup said stays as a version, where the versions of after it may be lost."""
    for number, row in salvaged.tables["answer"].named().items():
        run(
            "INSERT INTO answer_version (answer_id, text, kept_at)"
            " SELECT id, text, updated_at FROM answer WHERE id = ? AND text IS NOT ? AND text <> ''",
            (number, row["text"]),
        )


def _same_line(run: Any, salvaged: Salvaged) -> bool:
    """Whether these are the same entries under the same numbers."""
    for name in ("journey", "entry"):
        there = dict(run(f"SELECT id, uid FROM {name}").fetchall())  # noqa: S608
        for number, row in salvaged.tables[name].named().items():
            if number in there and there[number] != row.get("uid"):
                return False
    return True
