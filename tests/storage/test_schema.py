"""Tables by migrations: from nothing to today, and from an older journal to a newer one."""

import shutil
import signal
import textwrap
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from journal.domain.changes import Change, changes
from journal.domain.record import Record
from journal.domain.records import Answer
from journal.errors import NewerJournal
from journal.paths import DATABASE
from journal.storage import answers, backups, connection, copies, database, entries, journeys, keys, schema, search
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.storage.beginnings import Child, a_reflection, contents, text_of

NEWEST = schema.HEAD
LATER = """
from alembic import op
import sqlalchemy as sa

revision, down_revision = "9001", "{head}"

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
    newest = schema.HEAD
    monkeypatch.setattr(schema, "HEAD", "9001")

    def with_end(then: str) -> int:
        (tmp_path / "migrations" / "versions" / "9001_later.py").write_text(
            textwrap.dedent(LATER).format(then=then, head=newest)
        )
        return entry_id

    return with_end


def test_an_older_journal_moves_on_with_everything_in_it_and_a_copy_from_before(journal: OpenJournal, older):
    entry_id = older("pass")
    with database.unlock(journal.folder, PASSPHRASE) as moved:
        assert text_of(moved, entry_id) == "blijft"
        assert len(moved.read(search.find, 1, "blijft")) == 1
        assert check(moved).good
        assert moved.read(lambda s: s.connection().exec_driver_sql("SELECT colour FROM entry").scalar()) == "green"
    assert sorted(contents(journal.folder)) == ["journal.db", "journal.key"]
    assert [made.reason for made in backups.of_folder(journal.folder)] == ["migration"]


def test_the_copy_from_before_is_a_journal_of_that_version(journal: OpenJournal, older, monkeypatch):
    entry_id = older("pass")
    database.unlock(journal.folder, PASSPHRASE).close()
    (backup,) = backups.of_folder(journal.folder)
    copies.open_copy(backup.path, journal.folder.with_name("before"))
    monkeypatch.undo()
    with database.unlock(journal.folder.with_name("before"), PASSPHRASE) as before:
        assert text_of(before, entry_id) == "blijft"


def test_where_no_backup_can_be_made_the_bare_copy_from_before_stays(journal: OpenJournal, older):
    older("pass")
    (journal.folder.parent / "Reisgezel-backups").write_text("a file is in the way")
    database.unlock(journal.folder, PASSPHRASE).close()
    assert sorted(contents(journal.folder)) == [f"journal-before-{NEWEST}-1.db", "journal.db", "journal.key"]


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


OLD_ROWS = """
INSERT INTO journey (id, programme_id, edition, own_name, group_name, began_on)
    VALUES (1, 'htc', '', '', '', '2026-09-19');
INSERT INTO meeting (id, journey_id, session_id, kind, starts_on, skipped, moved)
    VALUES (1, 1, 'two-day-1', 'two_day', '2026-09-24', 0, 1);
INSERT INTO entry (id, journey_id, form_id, meeting_id, title, written_on, created_at)
    VALUES (1, 1, 'reflection', 1, 'Eerste', '2026-09-25', '2026-09-25 18:00:00');
INSERT INTO answer (id, entry_id, prompt_id, text, settled, updated_at)
    VALUES (1, 1, 'moment.story', 'Het was stil', 0, '2026-09-25 18:00:00');
INSERT INTO theme_mark (id, entry_id, theme_id, level, marked_at) VALUES (1, 1, 'leadership', 2, '2026-09-25 18:00:00');
"""


def test_a_journal_of_the_first_tables_keeps_every_row(journal_folder: Path, clock):
    with database.create(journal_folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP):
        pass
    with engine_at(journal_folder, "0001") as connection_:
        for statement in OLD_ROWS.strip().split(";\n"):
            connection_.exec_driver_sql(statement)
    with database.unlock(journal_folder, PASSPHRASE) as moved:
        assert check(moved).good
        assert moved.read(journeys.meetings, 1)[0].moved
        assert not moved.read(journeys.meetings, 1)[0].added
        assert moved.read(entries.whole, 1).marks == {"leadership": 2}
        assert text_of(moved, 1) == "Het was stil"
        assert len(moved.read(search.find, 1, "stil")) == 1


@contextmanager
def engine_at(folder: Path, version: str):
    """A connection to the journal of this folder, begun anew at an earlier version of the tables."""
    (folder / DATABASE).unlink()
    engine = connection.engine_of(folder / DATABASE, keys.database_key(ROOT), "rwc")
    try:
        schema.migrate(engine, version)
        with engine.begin() as opened:
            yield opened
    finally:
        engine.dispose()
