"""What can still be read of a damaged journal, and what is missing. Reads only; the damaged files stay as they are."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from journal.errors import CannotWrite, DamagedJournal
from journal.paths import DATABASE
from journal.storage import closing, connection, keys, salvage_shapes, schema
from journal.storage.salvage_pages import Pages
from journal.storage.salvage_report import Part, parts
from journal.storage.salvage_shapes import Shape
from journal.storage.salvage_trees import TABLE_LEAF, Tree, Value, leaf, walk

_SCHEMA_COLUMNS = 5

__all__ = ["Part", "Salvaged", "Table", "read"]


@dataclass
class Table:
    """The rows of a table by their number. ``complete``: no page of it is damaged, so these are all there were."""

    shape: Shape
    rows: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    complete: bool = False

    def named(self) -> dict[int, dict[str, Value]]:
        """The rows by the names of their columns."""
        return {number: self.shape.named(number, values) for number, values in self.rows.items()}


@dataclass(frozen=True)
class Salvaged:
    """A damaged journal as far as it can be read. ``sealed`` False: nobody can tell whether every word is right."""

    folder: Path
    root: bytes
    version: str
    tables: dict[str, Table]
    parts: tuple[Part, ...]
    pages: int
    bad_pages: int
    sealed: bool

    @property
    def whole(self) -> int:
        """How many parts have all that is known of them."""
        return sum(part.whole for part in self.parts)

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts of which something is missing, newest first."""
        return tuple(
            sorted((part for part in self.parts if not part.whole), key=lambda part: part.on or "", reverse=True)
        )

    @property
    def may_miss_more(self) -> bool:
        """Whether parts may be gone of which nothing is left to tell."""
        return not (self.tables["entry"].complete and self.tables["answer"].complete) and not self._indexed

    @property
    def _indexed(self) -> bool:
        return all(part.counted for part in self.parts) and bool(self.parts)


def read(folder: Path, root: bytes) -> Salvaged:
    """Read every row that stands on whole pages. Raises DamagedJournal when there is none, CannotRead."""
    closing.wait(folder)
    database = folder / DATABASE
    pages = Pages(database, keys.database_key(root))
    listed = walk(pages, 1)
    trees = {
        (str(row[0]), str(row[1])): walk(pages, row[3])
        for row in listed.rows.values()
        if len(row) == _SCHEMA_COLUMNS and isinstance(row[3], int) and row[3]
    }
    version = _version(pages, trees)
    try:
        shapes = salvage_shapes.of_version(version)
    except (OSError, connection.DriverError, DBAPIError) as error:  # it is made for a moment, in the temporary folder
        raise CannotWrite(Path(tempfile.gettempdir()), str(getattr(error, "strerror", "") or "")) from error
    tables = {name: Table(shape) for name, shape in shapes.items()}
    for name, table in tables.items():
        tree = trees.get(("table", name))
        if tree is not None:
            table.rows.update({number: row for number, row in tree.rows.items() if table.shape.fits(row)})
            table.complete = tree.complete and listed.complete and len(table.rows) == len(tree.rows)
    seen = listed.pages.union(*(tree.pages for tree in trees.values()))
    _adopt(pages, seen, tables)
    if not any(table.rows for name, table in tables.items() if name != "alembic_version"):
        raise DamagedJournal(database, "nothing readable")
    indexes = {name: tree for (kind, name), tree in trees.items() if kind == "index"}
    found = parts({name: table.named() for name, table in tables.items()}, shapes, indexes)
    return Salvaged(folder, root, version, tables, found, pages.count, pages.bad, pages.sealed)


def _version(pages: Pages, trees: dict[tuple[str, str], Tree]) -> str:
    """The version of the tables; where its own table is gone, the one that fits: an opened journal is at the newest."""
    tree = trees.get(("table", "alembic_version"))
    found = [row[0] for row in tree.rows.values()] if tree else []
    if not found:
        alone = (leaf(pages, number).rows for number, kind in pages.kinds.items() if kind == TABLE_LEAF)
        found = [row[0] for rows in alone if len(rows) == 1 for row in rows.values() if len(row) == 1]
    known = schema.known_versions()
    return next((version for version in found if isinstance(version, str) and version in known), schema.HEAD)


def _adopt(pages: Pages, seen: set[int], tables: dict[str, Table]) -> None:
    """Leaves of which the page above is damaged: theirs is the one table with a hole in it that all their rows fit."""
    open_ones = [table for table in tables.values() if not table.complete]
    for number in sorted(number for number, kind in pages.kinds.items() if kind == TABLE_LEAF and number not in seen):
        tree = leaf(pages, number)
        fitting = [
            table
            for table in open_ones
            if tree.rows
            and all(table.shape.fits(row) for row in tree.rows.values())
            and not table.rows.keys() & tree.rows.keys()
        ]
        exactly = [
            table for table in fitting if all(len(row) == len(table.shape.columns) for row in tree.rows.values())
        ]
        for found in (fitting, exactly):  # a row may lack columns of later; where two tables fit, the full one is meant
            if len(found) == 1:
                found[0].rows.update(tree.rows)
                break
