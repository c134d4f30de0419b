"""The JSON Schema of ``journal.json``, made from the tables, so that it cannot fall behind them."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from journal.domain.record import UtcTime
from journal.storage.archive_tables import ALLOWED, FILE_PATTERN, FORMAT, is_bytes, kind_of, tables

Part = dict[str, Any]


def schema() -> Part:
    """What a ``journal.json`` of today's format looks like."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reisgezel: open archive, journal.json",
        "description": "Every row of a journal. Times are UTC, days are the writer's own. docs/archive.md tells more.",
        "type": "object",
        "required": ["format", "tables"],
        "properties": {
            "format": {"const": FORMAT},
            "app": {"type": "string"},
            "tables": {
                "type": "object",
                "additionalProperties": False,
                "properties": {table.name: {"type": "array", "items": _row(table)} for table in tables()},
            },
        },
    }


def _row(table: sa.Table) -> Part:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [column.name for column in table.columns if column.primary_key],
        "properties": {column.name: _value(column) for column in table.columns},
    }


def _value(column: sa.Column[Any]) -> Part:
    allowed = ALLOWED.get((column.table.name, column.name))
    if allowed:
        return {"enum": list(allowed)}
    found = _kind(column)
    refers = [f"{key.column.table.name}.{key.column.name}" for key in column.foreign_keys]
    if refers:
        found["description"] = f"refers to {refers[0]}"
    return {"anyOf": [found, {"type": "null"}]} if column.nullable else found


def _kind(column: sa.Column[Any]) -> Part:
    if is_bytes(column):
        return {"type": "string", "pattern": f"{FILE_PATTERN}|^$", "description": "a file of the archive"}
    if isinstance(column.type, UtcTime):
        return {"type": "string", "format": "date-time"}
    kinds: dict[type, Part] = {
        dt.date: {"type": "string", "format": "date"},
        bool: {"type": "boolean"},
        float: {"type": "number"},
        int: {"type": "integer", "minimum": 0},
    }
    return dict(kinds.get(kind_of(column), {"type": "string"}))
