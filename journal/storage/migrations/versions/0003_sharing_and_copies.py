"""Papers that are kept, ticks for a reader and a text, what comes home, and names that two copies share."""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NAMED = {"journey": "began_on", "entry": "created_at", "attachment": "added_at", "preparation": "created_at"}
"""Tables whose rows get a ``uid``, and what it is made of beside the id: copies made before agree on it."""


def upgrade() -> None:
    """Add columns where they are new; ticks and shares get tables of their new shape."""
    for table, began in _NAMED.items():
        _uid(table, began)
    _added_text("journey", "coach_name")
    _added_text("entry", "imported_from")
    _added_text("answer_version", "origin")
    _added_text("name_rule", "kind")
    named = "CONSTRAINT fk_preparation_harvest_entry_id_entry REFERENCES entry (id)"
    op.execute(f"ALTER TABLE preparation ADD COLUMN harvest_entry_id INTEGER {named}")
    _ticks()
    _shares()
    _came_home()
    _rest()


def _uid(table: str, began: str) -> None:
    _added_text(table, "uid")
    rows = op.get_bind().exec_driver_sql(f"SELECT id, {began} FROM {table}").all()  # noqa: S608
    for id_, moment in rows:
        uid = hashlib.sha256(f"{table} {id_} {moment}".encode()).hexdigest()[:16]
        op.get_bind().exec_driver_sql(f"UPDATE {table} SET uid = ? WHERE id = ?", (uid, id_))  # noqa: S608
    op.create_index(f"ix_{table}_uid", table, ["uid"], unique=True)


def _ticks() -> None:
    op.rename_table("ticked_fragment", "ticked_before")
    op.create_table(
        "ticked_fragment",
        _refers("preparation_id", "preparation", primary_key=True),
        sa.Column("recipient", sa.String(), primary_key=True, nullable=False),
        sa.Column("fragment", sa.String(), primary_key=True, nullable=False),
        _text("digest", nullable=True),
    )
    op.execute(
        "INSERT INTO ticked_fragment (preparation_id, recipient, fragment)"
        " SELECT preparation_id, 'group', fragment FROM ticked_before"
    )
    op.drop_table("ticked_before")


def _shares() -> None:
    op.drop_index("ix_share_preparation_id", "share")
    op.rename_table("share", "share_before")
    op.create_table(
        "share",
        _id(),
        _text("uid", server_default=sa.text("''")),
        _refers("journey_id", "journey", index=True),
        _refers("preparation_id", "preparation", nullable=True, index=True),
        *[_text(name) for name in ("kind", "recipient", "recipient_name", "code")],
        _time("shared_at"),
        _text("file_name"),
        sa.Column("pages", sa.Integer(), nullable=False),
        _text("digest"),
        sa.Column("locked", sa.Boolean(), nullable=False),
        _text("fragments"),
    )
    op.execute(
        "INSERT INTO share SELECT s.id, '', p.journey_id, s.preparation_id, 'preparation', 'group', '', '',"
        " s.shared_at, s.file_name, s.pages, s.digest, 0, s.fragments"
        " FROM share_before s JOIN preparation p ON p.id = s.preparation_id"
    )
    op.drop_table("share_before")
    rows = op.get_bind().exec_driver_sql("SELECT id, shared_at FROM share").all()
    for id_, moment in rows:
        uid = hashlib.sha256(f"share {id_} {moment}".encode()).hexdigest()[:16]
        op.get_bind().exec_driver_sql("UPDATE share SET uid = ? WHERE id = ?", (uid, id_))
    op.create_index("ix_share_uid", "share", ["uid"], unique=True)
    op.create_table(
        "share_file",
        _refers("share_id", "share", primary_key=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "shared_fragment",
        _id(),
        _refers("share_id", "share", index=True),
        *[_text(name) for name in ("code", "fragment", "title", "text")],
        sa.Column("page", sa.Integer(), nullable=False),
        *[sa.Column(name, sa.Float(), nullable=False) for name in ("top", "bottom", "left", "right")],
    )


def _came_home() -> None:
    op.create_table(
        "returned",
        _id(),
        _text("uid", server_default=sa.text("''"), unique=True, index=True),
        _refers("journey_id", "journey", index=True),
        _refers("share_id", "share", nullable=True, index=True),
        *[_text(name) for name in ("kind", "sender", "file_name", "digest")],
        sa.Column("data", sa.LargeBinary(), nullable=False),
        _time("came_at"),
        _time("thrown_away_at", nullable=True),
    )
    op.create_table(
        "remark",
        _id(),
        _text("uid", server_default=sa.text("''"), unique=True, index=True),
        _refers("returned_id", "returned", index=True),
        *[_text(name) for name in ("kind", "author", "text", "quoted")],
        sa.Column("page", sa.Integer(), nullable=True),
        _text("code"),
        _text("fragment", index=True),
        _text("state"),
        _time("decided_at", nullable=True),
    )
    op.create_table(
        "advice",
        _refers("entry_id", "entry", primary_key=True),
        _text("state"),
        _refers("experiment_id", "entry", nullable=True),
    )


def _rest() -> None:
    op.create_table(
        "own_method",
        sa.Column("method_id", sa.String(), primary_key=True, nullable=False),
        _text("source"),
        _time("added_at"),
    )
    op.create_table(
        "difference",
        _id(),
        _refers("answer_id", "answer", index=True),
        _refers("version_id", "answer_version"),
        _text("came_from"),
        _time("found_at"),
        _time("decided_at", nullable=True),
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True, nullable=False)


def _text(name: str, *, nullable: bool = False, **named: object) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable, **named)  # type: ignore[arg-type]


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _refers(name: str, to: str, *, nullable: bool = False, **named: bool) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{to}.id"), nullable=nullable, **named)  # type: ignore[arg-type]


def _added_text(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.String(), nullable=False, server_default=sa.text("''")))
