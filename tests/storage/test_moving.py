"""A journal moves: copied, compared, then used; the old one stays."""

import pytest

from journal.errors import AlreadyOpen, CannotWrite, JournalExists, NoJournal
from journal.storage import answers, backup_files, database, moving
from journal.storage.database import OpenJournal
from tests.conftest import PASSPHRASE
from tests.storage.beginnings import a_reflection, contents, text_of


def test_a_moved_journal_opens_there_and_the_old_one_stays(journal: OpenJournal, tmp_path):
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "mee")
    with pytest.raises(AlreadyOpen):
        moving.move(journal.folder, tmp_path / "there")
    journal.close()
    before = contents(journal.folder)
    moving.move(journal.folder, tmp_path / "there" / "journal")
    with database.unlock(tmp_path / "there" / "journal", PASSPHRASE) as moved:
        assert text_of(moved, entry_id) == "mee"
    assert contents(journal.folder) == before
    with pytest.raises(JournalExists):
        moving.move(journal.folder, tmp_path / "there" / "journal")
    with pytest.raises(NoJournal):
        moving.move(tmp_path / "nothing", tmp_path / "elsewhere")


def test_a_copy_that_differs_is_never_used(journal: OpenJournal, tmp_path, monkeypatch):
    journal.close()
    monkeypatch.setattr(backup_files, "same", lambda *_files: False)
    with pytest.raises(CannotWrite):
        moving.move(journal.folder, tmp_path / "there")
    assert not (tmp_path / "there").exists()
