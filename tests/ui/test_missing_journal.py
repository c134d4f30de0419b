"""A journal that was chosen before and is not there now: on a stick that is out, or in a folder that was moved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from journal import paths
from journal.settings import Settings
from tests.ui.conftest import lock_page
from ui.main_window import MainWindow
from ui.trouble import TroublePage


def button(window: MainWindow, name: str) -> QPushButton:
    return next(found for found in window.findChildren(QPushButton, name) if found.isVisible())


@pytest.fixture
def settings(tmp_path: Path, locked_journal: Path) -> Settings:
    """Settings that know a journal, as they were written when it was chosen."""
    known = Settings(theme="light", journal=str(locked_journal))
    known.write(tmp_path / "settings.toml")
    return known


def test_a_journal_that_is_missed_is_told_and_no_new_one_is_begun(make_window, settings, locked_journal: Path):
    away = locked_journal.rename(locked_journal.with_name("moved"))
    window = make_window(locked_journal, settings)

    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Hier is geen dagboek" in said
    assert any("Is het verplaatst, of ontbreekt er een schijf?" in words for words in said), said

    away.rename(locked_journal)
    button(window, "trouble.again").click()
    assert lock_page(window)


def test_who_misses_a_journal_can_still_begin_a_new_one(make_window, settings, locked_journal: Path, tmp_path: Path):
    locked_journal.rename(locked_journal.with_name("moved"))
    window = make_window(locked_journal, settings)
    assert isinstance(window.centralWidget().currentWidget(), TroublePage)

    button(window, "trouble.new").click()

    assert button(window, "start.next")
    assert window.folder == paths.default_journal()
    assert Settings.read(tmp_path / "settings.toml").journal == ""


def test_a_folder_that_is_only_named_at_the_start_begins_a_journal_there(make_window, tmp_path: Path):
    window = make_window(tmp_path / "new", Settings(theme="light", journal=str(tmp_path / "new")))

    assert button(window, "start.next")
