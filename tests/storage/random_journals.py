"""Journals that Hypothesis makes up: every table, strange signs, pictures. For archives and for merging."""

import datetime as dt
import json
from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as st
from sqlmodel import Session

from journal.domain.changes import Change, changes
from journal.domain.record import UtcTime
from journal.storage.archive_tables import ALLOWED, is_bytes, kind_of, tables
from journal.storage.database import OpenJournal

NOW = dt.datetime(2026, 11, 20, 19, 14, tzinfo=dt.UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20)
MOMENTS = st.integers(0, 300_000_000).map(lambda n: dt.datetime(2020, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=n))
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))
BYTES = st.one_of(
    st.just(b""),
    st.binary(max_size=30),
    st.binary(max_size=30).map(lambda tail: b"\xff\xd8" + tail),
    st.just(b'{"format": 1, "strokes": []}'),
)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Rows for every table, with references that lead somewhere."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in tables():
        made: list[dict[str, Any]] = []
        for number in range(draw(st.integers(1 if table.name in ("journey", "entry") else 0, 3))):
            row = {column.name: _value(draw, column, number, found) for column in table.columns}
            if None not in [row[column.name] for column in table.columns if not column.nullable]:
                made.append(row)
        found[table.name] = _apart(table, made)
    return found


def _value(draw: st.DrawFn, column: sa.Column[Any], number: int, found: dict[str, list[dict[str, Any]]]) -> Any:
    name = f"{column.table.name}.{column.name}"
    for key in column.foreign_keys:
        there = [row[key.column.name] for row in found.get(key.column.table.name, [])]
        if column.nullable:
            there.append(None)
        return draw(st.sampled_from(there)) if there else None
    if column.name == "id":
        return number * 7 + 1
    if column.name == "uid":
        return f"{number:016x}"
    return _free(draw, column, name)


def _free(draw: st.DrawFn, column: sa.Column[Any], name: str) -> Any:
    special = {
        "journey.programme_id": st.just("htc"),
        "journey.programme_source": st.none(),
        "share.fragments": st.lists(WORDS, max_size=3).map(json.dumps),
    }
    if name in special:
        return draw(special[name])
    allowed = ALLOWED.get((column.table.name, column.name))
    if allowed:
        return draw(st.sampled_from(allowed))
    if column.nullable and draw(st.booleans()):
        return None
    return draw(_of_kind(column))


def _of_kind(column: sa.Column[Any]) -> st.SearchStrategy[Any]:
    if is_bytes(column):
        return BYTES
    if isinstance(column.type, UtcTime):
        return MOMENTS
    kinds: dict[type, st.SearchStrategy[Any]] = {
        dt.date: DAYS,
        bool: st.booleans(),
        int: st.integers(0, 10_000),
        float: st.integers(0, 10_000).map(lambda tenth: tenth / 8),
    }
    return kinds.get(kind_of(column), WORDS)


def _apart(table: sa.Table, made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without rows that a key or a unique constraint forbids."""
    uniques = [[column.name for column in table.primary_key.columns]]
    uniques += [[c.name for c in each.columns] for each in table.constraints if isinstance(each, sa.UniqueConstraint)]
    for names in uniques:
        made = list({tuple(row[name] for name in names): row for row in made}.values())
    return made


@changes(Change.NOTHING)
def put(session: Session, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Write rows as they are."""
    for table in tables():
        if rows.get(table.name):
            session.connection().execute(sa.insert(table), rows[table.name])


def everything(journal: OpenJournal) -> dict[str, list[tuple[Any, ...]]]:
    """All that is in a journal."""
    return journal.read(
        lambda session: {
            table.name: [
                tuple(row)
                for row in session.connection().execute(sa.select(table).order_by(*table.primary_key.columns))
            ]
            for table in tables()
        }
    )
