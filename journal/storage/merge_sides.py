"""Two copies of one journal while they are merged: rows by table, and which row here is which row there.

Rows are known by their ``uid``, or by what makes them one of a kind (an answer: its entry and its prompt).
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from journal.domain.record import Record
from journal.storage import erased
from journal.storage.archive_tables import is_bytes

Row = dict[str, Any]
LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

_PARENTS = ("entry", "answer", "attachment")
_OF_ATTACHMENT = re.compile(r"^attachment\.(\d+)(.*)$", re.DOTALL)
_OF_ENTRY = re.compile(r"^(piece|experiment)\.(\d+)(.*)$", re.DOTALL)


def table(name: str) -> sa.Table:
    """A table by its name."""
    return Record.metadata.tables[name]


def rows(session: Session, name: str) -> list[Row]:
    """All rows of a table, without pictures and papers."""
    found = table(name)
    columns = [column for column in found.columns if not is_bytes(column)]
    query = sa.select(*columns).order_by(*found.primary_key.columns)
    return [{str(key): value for key, value in row.items()} for row in session.connection().execute(query).mappings()]


def by(found: Iterable[Row], *names: str) -> dict[tuple[Any, ...], Row]:
    """Rows by the values of these columns."""
    return {tuple(row[name] for name in names): row for row in found}


def grouped(found: Iterable[Row], name: str) -> dict[Any, list[Row]]:
    """Rows with the same value of a column together."""
    groups: dict[Any, list[Row]] = {}
    for row in found:
        groups.setdefault(row[name], []).append(row)
    return groups


class Two:
    """My journal, which changes, and theirs, which is only read. ``called``: the name of the copy.

    ``ids[table]`` says which id of mine an id of theirs is. ``writes`` counts what was changed here.
    """

    def __init__(self, mine: Session, theirs: Session, called: str, now: dt.datetime) -> None:
        self.mine, self.theirs, self.called, self.now = mine, theirs, called, now
        self.ids: dict[str, dict[int, int]] = {}
        self.writes = 0
        self._here, self._there = _latest(mine), _latest(theirs)
        self._gone: dict[str, set[int]] = {name: set() for name in _PARENTS}
        self._leave_out_erased()

    def both(self, name: str) -> tuple[list[Row], list[Row]]:
        """The rows of a table: mine, theirs. Of theirs without what was erased here."""
        return rows(self.mine, name), [row for row in rows(self.theirs, name) if not self._is_gone(name, row)]

    def tells_of_erased(self, fragments: Iterable[str]) -> bool:
        """Whether something of theirs that was erased here is among these fragments of theirs."""
        for fragment in fragments:
            if (found := _OF_ENTRY.match(fragment)) and int(found[2]) in self._gone["entry"]:
                return True
            if (found := _OF_ATTACHMENT.match(fragment)) and int(found[1]) in self._gone["attachment"]:
                return True
        return False

    def _leave_out_erased(self) -> None:
        """What was erased here does not come back, unless something was written in it there after that day."""
        known = erased.days(self.mine)
        if not known:
            return
        written = {row["id"]: _aware(row["created_at"]) for row in rows(self.theirs, "entry")}
        for row in rows(self.theirs, "answer"):
            written[row["entry_id"]] = max(written[row["entry_id"]], _aware(row["updated_at"]))
        for row in rows(self.theirs, "entry"):
            day = known.get(row["uid"])
            if day is not None and written[row["id"]].astimezone().date() <= day:
                self._gone["entry"].add(row["id"])
        for row in rows(self.theirs, "attachment"):
            day = known.get(row["uid"])
            if day is not None and _aware(row["changed_at"]).astimezone().date() <= day:
                self._gone["attachment"].add(row["id"])
        for name in ("answer", "attachment"):
            self._gone[name] |= {row["id"] for row in rows(self.theirs, name) if self._is_gone(name, row)}

    def _is_gone(self, name: str, row: Row) -> bool:
        if name in self._gone and row["id"] in self._gone[name]:
            return True
        if name == "answer" and (found := _OF_ATTACHMENT.match(row["prompt_id"])):
            return int(found[1]) in self._gone["attachment"] or row["entry_id"] in self._gone["entry"]
        return any(row.get(f"{parent}_id") in ids for parent, ids in self._gone.items())

    def id_of(self, name: str, theirs: int | None) -> int | None:
        """My id of a row of theirs."""
        return None if theirs is None else self.ids.get(name, {}).get(theirs)

    def same(self, name: str, theirs: int, mine: int) -> None:
        """These are one and the same row."""
        self.ids.setdefault(name, {})[theirs] = mine

    def insert(self, name: str, row: Row) -> int:
        """Add a row; an ``id`` of theirs is left out, and the id that it gets here is given."""
        found = table(name)
        own = "id" in found.columns
        values = {key: value for key, value in row.items() if key != "id" or not own}
        self.writes += 1
        result = self.mine.connection().execute(sa.insert(found).values(**values))
        return int(result.inserted_primary_key[0]) if own and result.inserted_primary_key else 0

    def update(self, name: str, row: Row, **values: object) -> None:
        """Change a row of mine, as far as it is not so already."""
        new = {key: value for key, value in values.items() if row[key] != value}
        if new:
            self.writes += 1
            self.mine.connection().execute(sa.update(table(name)).where(*_this(name, row)).values(**new))
            row.update(new)

    def delete(self, name: str, row: Row) -> None:
        """Take a row of mine away."""
        self.writes += 1
        self.mine.connection().execute(sa.delete(table(name)).where(*_this(name, row)))

    def bytes_of(self, session: Session, name: str, column: str, row: Row) -> bytes:
        """A picture or a paper, one at a time."""
        query = sa.select(table(name).c[column]).where(*_this(name, row))
        return bytes(session.connection().execute(query).scalar_one())

    def theirs_is_newer(self, mine: Row, theirs: Row, *names: str) -> bool:
        """Of what has no time of its own: whether theirs is the journal that was written in last.

        Both copies decide alike, whichever is merged into which.
        """
        return newer(self._there, [theirs[name] for name in names], self._here, [mine[name] for name in names])

    def newer_of(self, mine: Row, theirs: Row, *names: str) -> Row:
        """These columns as the newer journal has them; what is empty gives way to what is not."""
        first, other = (theirs, mine) if self.theirs_is_newer(mine, theirs, *names) else (mine, theirs)
        return {name: other[name] if first[name] in (None, "") else first[name] for name in names}

    def prompt(self, prompt_id: str) -> str:
        """A prompt of theirs by my ids: captions of pictures carry the id of the picture."""
        found = _OF_ATTACHMENT.match(prompt_id)
        return self._with("attachment.", "attachment", found[1], found[2]) if found else prompt_id

    def fragment(self, fragment: str) -> str:
        """A fragment of theirs by my ids. What is not here has id 0, which is nobody's."""
        found = _OF_ENTRY.match(fragment)
        if found is None:
            return self.prompt(fragment)
        rest = found[3]
        if found[1] == "piece" and rest.startswith("."):
            rest = f".{self.prompt(rest[1:])}"
        return self._with(f"{found[1]}.", "entry", found[2], rest)

    def _with(self, start: str, name: str, theirs: str, rest: str) -> str:
        return f"{start}{self.ids.get(name, {}).get(int(theirs), 0)}{rest}"


def newer(at: dt.datetime, values: object, than: dt.datetime, others: object) -> bool:
    """Whether the one is newer than the other; of equal age the same one wins everywhere."""
    return (at, repr(values)) > (than, repr(others))


def _this(name: str, row: Mapping[str, Any]) -> list[sa.ColumnElement[bool]]:
    return [column == row[column.name] for column in table(name).primary_key.columns]


def _latest(session: Session) -> dt.datetime:
    """When something was last written in this journal."""
    columns = [("answer", "updated_at"), ("entry", "created_at"), ("attachment", "changed_at")]
    columns += [("placement", "placed_at"), ("theme_mark", "marked_at"), ("preparation", "created_at")]
    columns += [("share", "shared_at"), ("returned", "came_at")]
    found = [session.connection().execute(sa.select(sa.func.max(table(t).c[c]))).scalar() for t, c in columns]
    return max((_aware(moment) for moment in found if moment is not None), default=LONG_AGO)


def _aware(moment: dt.datetime | str) -> dt.datetime:
    found = dt.datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
