"""The whole journey: attachments, worries that come back, letters, own meetings, the beginning seen anew."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns where they are new; a table is rebuilt only where its rule changes."""
    _flag("journey", "intervisie_only")
    op.add_column("journey", sa.Column("ended_on", sa.Date(), nullable=True))
    _flag("meeting", "added")
    op.add_column("meeting", sa.Column("own_name", sa.String(), nullable=True))
    op.add_column("entry", sa.Column("opens_on", sa.Date(), nullable=True))
    with op.batch_alter_table("theme_mark") as table:
        table.add_column(sa.Column("beginning", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.drop_constraint("uq_theme_mark_entry_id_theme_id", type_="unique")
        table.create_unique_constraint(
            "uq_theme_mark_entry_id_theme_id_beginning", ["entry_id", "theme_id", "beginning"]
        )
    _attachments()
    _worries()


def _flag(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))


def _attachments() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("entry.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("thumbnail", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("thrown_away_at", sa.DateTime(), nullable=True),
    )
    op.create_table(
        "attachment_data",
        sa.Column("attachment_id", sa.Integer(), sa.ForeignKey("attachment.id"), primary_key=True, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "attachment_version",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("attachment_id", sa.Integer(), sa.ForeignKey("attachment.id"), nullable=False, index=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
    )


def _worries() -> None:
    op.create_table(
        "worry",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("journey_id", sa.Integer(), sa.ForeignKey("journey.id"), nullable=False, index=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("left_at", sa.DateTime(), nullable=True),
    )
    op.create_table(
        "worry_mark",
        sa.Column("worry_id", sa.Integer(), sa.ForeignKey("worry.id"), primary_key=True, nullable=False),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("entry.id"), primary_key=True, nullable=False),
        sa.Column("marked_at", sa.DateTime(), nullable=False),
    )
