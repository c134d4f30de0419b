"""The first journal: all tables, and the search index with the triggers that keep it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SEARCH = (
    """CREATE VIRTUAL TABLE answer_fts USING fts5(
        text, content='answer', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER answer_fts_insert AFTER INSERT ON answer BEGIN
        INSERT INTO answer_fts(rowid, text) VALUES (new.id, new.text);
    END""",
    """CREATE TRIGGER answer_fts_delete AFTER DELETE ON answer BEGIN
        INSERT INTO answer_fts(answer_fts, rowid, text) VALUES ('delete', old.id, old.text);
    END""",
    """CREATE TRIGGER answer_fts_update AFTER UPDATE OF text ON answer WHEN old.text IS NOT new.text BEGIN
        INSERT INTO answer_fts(answer_fts, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO answer_fts(rowid, text) VALUES (new.id, new.text);
    END""",
)


def upgrade() -> None:
    """Make everything, from nothing."""
    _journey()
    _entries()
    _answers()
    _placements()
    _experiment()
    _preparation()
    for statement in _SEARCH:
        op.execute(statement)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True, nullable=False)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _refers(name: str, to: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[int]:
    reference = sa.ForeignKey(f"{to}.id")
    return sa.Column(name, sa.Integer(), reference, nullable=nullable, primary_key=primary_key)


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _indexes(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _journey() -> None:
    op.create_table(
        "journey",
        _id(),
        _text("programme_id"),
        _text("programme_source", nullable=True),
        _text("edition"),
        _text("own_name"),
        _text("group_name"),
        _day("began_on"),
    )
    op.create_table(
        "meeting",
        _id(),
        _refers("journey_id", "journey"),
        _text("session_id"),
        _text("kind"),
        _day("starts_on", nullable=True),
        _day("ends_on", nullable=True),
        _flag("skipped"),
        _flag("moved"),
        sa.UniqueConstraint("journey_id", "session_id"),
    )
    _indexes("meeting", "journey_id")
    op.create_table("postponed", sa.Column("key", sa.String(), primary_key=True, nullable=False), _day("until"))


def _entries() -> None:
    op.create_table(
        "entry",
        _id(),
        _refers("journey_id", "journey"),
        _text("form_id"),
        _refers("meeting_id", "meeting", nullable=True),
        _refers("caused_by_id", "entry", nullable=True),
        _text("title"),
        _text("depth", nullable=True),
        _day("written_on"),
        _time("created_at"),
        _time("finished_at", nullable=True),
        _time("thrown_away_at", nullable=True),
    )
    _indexes("entry", "meeting_id")
    op.create_index("ix_entry_journey_id_form_id_written_on", "entry", ["journey_id", "form_id", "written_on"])


def _answers() -> None:
    op.create_table(
        "answer",
        _id(),
        _refers("entry_id", "entry"),
        _text("prompt_id"),
        _text("text"),
        _flag("settled"),
        _time("updated_at"),
        sa.UniqueConstraint("entry_id", "prompt_id"),
    )
    _indexes("answer", "prompt_id")
    op.create_table("answer_version", _id(), _refers("answer_id", "answer"), _text("text"), _time("kept_at"))
    _indexes("answer_version", "answer_id")


def _placements() -> None:
    op.create_table(
        "placement",
        _id(),
        _refers("entry_id", "entry"),
        _text("who"),
        _text("stage_id"),
        _text("evidence"),
        _time("placed_at"),
        sa.UniqueConstraint("entry_id", "who", "stage_id"),
    )
    _indexes("placement", "entry_id")
    op.create_table(
        "theme_mark",
        _id(),
        _refers("entry_id", "entry"),
        _text("theme_id"),
        sa.Column("level", sa.Integer(), nullable=False),
        _time("marked_at"),
        sa.UniqueConstraint("entry_id", "theme_id"),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name="level"),
    )
    _indexes("theme_mark", "entry_id")


def _experiment() -> None:
    op.create_table(
        "experiment",
        _refers("entry_id", "entry", primary_key=True),
        _text("state"),
        _day("first_on", nullable=True),
        _day("until_on", nullable=True),
    )


def _preparation() -> None:
    op.create_table(
        "preparation",
        _id(),
        _refers("journey_id", "journey"),
        _refers("case_entry_id", "entry"),
        _day("meeting_on", nullable=True),
        _text("method_id"),
        _flag("initials"),
        _text("own_name_style"),
        _time("created_at"),
    )
    _indexes("preparation", "journey_id")
    op.create_table(
        "ticked_fragment",
        _refers("preparation_id", "preparation", primary_key=True),
        sa.Column("fragment", sa.String(), primary_key=True, nullable=False),
    )
    op.create_table(
        "name_rule",
        _id(),
        _refers("journey_id", "journey"),
        _text("name"),
        _text("replacement", nullable=True),
        sa.UniqueConstraint("journey_id", "name"),
    )
    _indexes("name_rule", "journey_id")
    op.create_table(
        "share",
        _id(),
        _refers("preparation_id", "preparation"),
        _time("shared_at"),
        _text("file_name"),
        sa.Column("pages", sa.Integer(), nullable=False),
        _text("digest"),
        _text("fragments"),
    )
    _indexes("share", "preparation_id")
