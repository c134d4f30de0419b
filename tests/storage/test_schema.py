"""Tables by migrations: from nothing to today, and from an older journal to a newer one."""

import shutil
import signal
import textwrap
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from beginnings import PASSPHRASE, Child, a_reflection, contents, text_of

from journal.domain.changes import Change, changes
from journal.domain.records import Answer, Record
from journal.errors import NewerJournal
from journal.storage import answers, database, schema, search
from journal.storage.database import OpenJournal
from journal.storage.health import check

LATER = """
from alembic import op
import sqlalchemy as sa

revision, down_revision = "9001", "0001"

def upgrade():
    with op.batch_alter_table("entry") as table:
        table.add_column(sa.Column("colour", sa.String(), nullable=False, server_default="green"))
    {then}
"""


def test_the_known_head_is_the_newest_migration():
    assert ScriptDirectory.from_config(schema.config()).get_heads() == [schema.HEAD]


def test_the_migrations_make_what_the_records_describe(journal: OpenJournal):
    def compare(session):
        def ours(_thing, name, kind, _reflected, _compared):
            return kind != "table" or not name.startswith("answer_fts")

        options = {"include_object": ours, "compare_type": True, "compare_server_default": True}
        return compare_metadata(MigrationContext.configure(session.connection(), opts=options), Record.metadata)

    assert journal.read(compare) == []


def test_references_hold(journal: OpenJournal):
    @changes(Change.ANSWERS)
    def stray(session):
        answers.write(session, 4711, "note.text", "van niemand")

    with pytest.raises(Exception, match="FOREIGN KEY"):
        journal.do(stray)
    assert check(journal).good


@pytest.fixture
def older(journal: OpenJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A closed journal with text, and a Reisgezel that has one more migration; gives a way to end it."""
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "blijft")
    journal.close()
    shutil.copytree(schema.MIGRATIONS, tmp_path / "migrations")
    monkeypatch.setattr(schema, "MIGRATIONS", tmp_path / "migrations")
    monkeypatch.setattr(schema, "HEAD", "9001")

    def with_end(then: str) -> int:
        (tmp_path / "migrations" / "versions" / "9001_later.py").write_text(textwrap.dedent(LATER).format(then=then))
        return entry_id

    return with_end


def test_an_older_journal_moves_on_with_everything_in_it_and_a_copy_from_before(journal: OpenJournal, older):
    entry_id = older("pass")
    with database.unlock(journal.folder, PASSPHRASE) as moved:
        assert text_of(moved, entry_id) == "blijft"
        assert len(moved.read(search.find, 1, "blijft")) == 1
        assert check(moved).good
        assert moved.read(lambda s: s.connection().exec_driver_sql("SELECT colour FROM entry").scalar()) == "green"
    assert sorted(contents(journal.folder)) == ["journal-before-0001-1.db", "journal.db", "journal.key"]


def test_the_copy_from_before_is_a_journal_of_that_version(journal: OpenJournal, older, monkeypatch):
    entry_id = older("pass")
    database.unlock(journal.folder, PASSPHRASE).close()
    (journal.folder / "journal-before-0001-1.db").replace(journal.database)
    monkeypatch.undo()
    with database.unlock(journal.folder, PASSPHRASE) as before:
        assert text_of(before, entry_id) == "blijft"


def test_a_migration_that_fails_changes_nothing(journal: OpenJournal, older):
    older("raise ZeroDivisionError")
    before = contents(journal.folder)
    with pytest.raises(ZeroDivisionError):
        database.unlock(journal.folder, PASSPHRASE)
    assert contents(journal.folder) == before


def test_a_migration_that_breaks_references_is_taken_back(journal: OpenJournal, older):
    older('op.execute("DELETE FROM entry")')
    before = contents(journal.folder)
    with pytest.raises(RuntimeError, match="foreign keys"):
        database.unlock(journal.folder, PASSPHRASE)
    assert contents(journal.folder) == before


def test_killed_in_the_middle_of_a_migration_it_starts_afresh(journal: OpenJournal, older):
    entry_id = older(f"import os; os.kill(os.getpid(), {signal.SIGKILL:d})")
    assert Child(lambda _say: database.unlock(journal.folder, PASSPHRASE)).rest() == []
    older("pass")
    with database.unlock(journal.folder, PASSPHRASE) as moved:
        assert text_of(moved, entry_id) == "blijft"
        assert check(moved).problems == ()


def test_an_older_reisgezel_leaves_a_newer_journal_alone(journal: OpenJournal, older, monkeypatch):
    older("pass")
    database.unlock(journal.folder, PASSPHRASE).close()
    monkeypatch.undo()
    before = contents(journal.folder)
    with pytest.raises(NewerJournal):
        database.unlock(journal.folder, PASSPHRASE)
    assert contents(journal.folder) == before


def test_times_without_a_zone_are_refused(journal: OpenJournal, clock):
    entry_id = a_reflection(journal)

    @changes(Change.ANSWERS)
    def naive(session):
        session.add(Answer(entry_id=entry_id, prompt_id="x", updated_at=clock.moment.replace(tzinfo=None)))

    with pytest.raises(Exception, match="without a zone"):
        journal.do(naive)
