"""What every table rests on: one naming convention, aware times, and a name that two copies of a journal share.

Times are aware UTC, dates are the writer's own calendar.
"""

import datetime as dt
import secrets
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, false, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


NO = {"server_default": false()}
"""For a flag that came with a later version: rows from before have it off."""

EMPTY = {"server_default": text("''")}
"""For a text that came with a later version: rows from before have none."""


class UtcTime(TypeDecorator[dt.datetime]):
    """Aware UTC in and out; SQLite itself keeps no zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Refuse naive times: nobody could say later what they meant."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = "a time without a zone"
            raise ValueError(msg)
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Give back aware UTC."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


def new_uid() -> str:
    """A name for a row that no other row in any journal has: 16 hexadecimal signs."""
    return secrets.token_hex(8)


def uid_field() -> Any:
    """The column for ``new_uid``: ids are counted in each copy apart, this is the same in all of them."""
    return Field(default_factory=new_uid, index=True, unique=True, sa_column_kwargs=EMPTY)


class Record(SQLModel):
    """Base of the tables, with one naming convention for constraints."""

    metadata = MetaData(naming_convention=NAMING)
