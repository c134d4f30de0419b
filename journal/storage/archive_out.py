"""Writes the tables of a journal into an open archive: texts as one JSON file, pictures and papers as files."""

import json
import zipfile
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from journal.steps import Steps
from journal.storage.archive_schema import schema
from journal.storage.archive_tables import (
    FORMAT,
    JOURNAL,
    KIND,
    KIND_TEXT,
    SCHEMA,
    Row,
    as_json,
    is_bytes,
    path_of,
    tables,
)

_THEN = (1980, 1, 1, 0, 0, 0)
"""The same journal gives the same archive, byte for byte."""
_HEAD_BYTES = 8
_AT_ONCE = 200


Held = tuple[str, sa.Table, sa.Column[Any], tuple[Any, ...]]
"""A file of the archive: its name, and the table, column and key of its bytes."""


def write(session: Session, box: zipfile.ZipFile, steps: Steps) -> list[Held]:
    """The kind, ``journal.json``, its schema, and a file for every picture and paper. One of these is in memory."""
    held = list(files(session))
    names = {(table.name, column.name, key): name for name, table, column, key in held}
    add(box, KIND, KIND_TEXT, pressed=False)
    with box.open(_info(JOURNAL, pressed=True), "w", force_zip64=True) as file:
        file.write(f'{{"format": {FORMAT}, "app": "Reisgezel", "tables": {{'.encode())
        for number, table in enumerate(tables()):
            file.write(f"{',' if number else ''}\n{json.dumps(table.name)}: [".encode())
            for at, row in enumerate(_rows(session, table, names)):
                file.write(b",\n" if at else b"\n")
                file.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
            file.write(b"]")
        file.write(b"\n}}\n")
    add(box, SCHEMA, (json.dumps(schema(), indent=2) + "\n").encode())
    _write_files(session, box, held, steps)
    return held


def add(box: zipfile.ZipFile, name: str, data: bytes, *, pressed: bool = True) -> None:
    """A file in the archive. What is pressed already is not ``pressed`` again."""
    box.writestr(_info(name, pressed=pressed), data)


def files(session: Session) -> Iterator[Held]:
    """Every file that the tables become: its name, and where its bytes are."""
    for table in tables():
        for column in (column for column in table.columns if is_bytes(column)):
            keys = list(table.primary_key.columns)
            head = sa.func.substr(column, 1, _HEAD_BYTES)
            for row in session.connection().execute(sa.select(*keys, head).order_by(*keys)).all():
                names = dict(zip([key.name for key in keys], row, strict=False))
                path = path_of(table.name, names, column.name, row[-1])
                if path:
                    yield path, table, column, tuple(row[:-1])


def _write_files(session: Session, box: zipfile.ZipFile, found: list[Held], steps: Steps) -> None:
    for number, (path, table, column, key) in enumerate(found):
        steps.at(number, len(found))
        mine = [part == value for part, value in zip(table.primary_key.columns, key, strict=True)]
        data = session.connection().execute(sa.select(column).where(*mine)).scalar_one()
        add(box, path, data, pressed=path.endswith((".json", ".bin")))
    steps.at(len(found), len(found))


def _rows(session: Session, table: sa.Table, names: dict[tuple[str, str, tuple[Any, ...]], str]) -> Iterator[Row]:
    """Rows in the order of their keys, with the names of files in place of bytes."""
    columns = [column for column in table.columns if not is_bytes(column)]
    keys = [column.name for column in table.primary_key.columns]
    query = sa.select(*columns).order_by(*table.primary_key.columns)
    for row in session.connection().execution_options(yield_per=_AT_ONCE).execute(query).mappings():
        key = tuple(row[name] for name in keys)
        yield {
            column.name: names.get((table.name, column.name, key), "")
            if is_bytes(column)
            else as_json(row[column.name])
            for column in table.columns
        }


def _info(name: str, *, pressed: bool) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _THEN)
    info.compress_type = zipfile.ZIP_DEFLATED if pressed else zipfile.ZIP_STORED
    info.external_attr = 0o600 << 16
    return info
