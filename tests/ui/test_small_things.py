"""Jobs, crash notes, sentences for trouble, icons and the stylesheet."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel

from journal import errors
from journal.text import tr
from ui import jobs, notices, theme
from ui.crash import CrashLog, technical, without_words
from ui.tokens import COLOURS
from ui.widgets.words import words


def test_work_is_done_beside_the_screen_and_its_result_comes_back_on_it(qtbot):
    owner, found = QObject(), []

    jobs.run(owner, threading.get_ident, lambda result: found.append((result, threading.get_ident())))

    qtbot.waitUntil(lambda: bool(found), timeout=5_000)
    assert found[0][0] != threading.get_ident()
    assert found[0][1] == threading.get_ident()


def test_an_error_in_a_job_comes_back_too(qtbot):
    owner, found = QObject(), []

    def work() -> None:
        raise errors.WrongPassphrase

    jobs.run(owner, work, found.append, found.append)

    qtbot.waitUntil(lambda: bool(found), timeout=5_000)
    assert isinstance(found[0], errors.WrongPassphrase)


def test_what_is_written_down_of_a_crash_holds_no_words_of_a_diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", None)
    log = CrashLog(tmp_path / "logs")
    error = RuntimeError("ook geheim")
    error.__cause__ = ValueError("mijn diepste geheim")
    log.write(error)
    told = technical(error)

    written = log.path.read_text()
    assert "geheim" not in written + told
    assert "RuntimeError" in written
    assert "ValueError" in written


def test_a_log_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path):
    (tmp_path / "logs").write_text("")

    CrashLog(tmp_path / "logs").write(None)

    assert (tmp_path / "logs").read_text() == ""


def test_technical_details_name_the_kind_of_trouble():
    error = errors.DamagedJournal(Path("x"), "page 3")

    assert "DamagedJournal" in without_words(error)
    assert "page 3" in technical(error)


@pytest.mark.parametrize(
    "kind", [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.FileTrouble)]
)
def test_every_trouble_with_a_file_has_a_sentence_and_a_heading(kind: type[errors.FileTrouble]):
    error = kind(Path("x"))

    assert notices.sentence(error).endswith((".", "?"))
    assert notices.title(error)


@pytest.mark.parametrize("factor", [1.0, 1.15, 1.3, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_look_can_be_taken_on_at_every_text_size(qapp: QApplication, scheme: str, factor: float):
    theme.apply(qapp, scheme=scheme, factor=factor)

    assert "@" not in qapp.styleSheet().replace("@2x", "")
    assert theme.font("ui").pixelSize() == round(15 * factor)


@pytest.mark.parametrize(("role", "lines"), [("ui", 22), ("question", 36), ("read", 28)])
def test_lines_of_text_stand_as_far_apart_as_their_role_says(qtbot, role: str, lines: int):
    label = words("een\ntwee\ndrie", role)
    qtbot.addWidget(label)

    assert label.heightForWidth(400) == 3 * lines
    assert isinstance(label, QLabel)
    assert label.text() == "een\ntwee\ndrie"


def test_qt_speaks_dutch_too(make_window, tmp_path: Path):
    make_window(tmp_path / "leeg")

    assert QApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
    assert tr("Settings") == "Instellingen"


def test_high_contrast_uses_the_colours_of_the_system_and_no_others(qapp: QApplication, monkeypatch):
    monkeypatch.setattr(theme, "_wants_contrast", lambda: True)
    theme.apply(qapp)
    try:
        system = {qapp.palette().window().color().name(), qapp.palette().windowText().color().name()}
        system |= {qapp.palette().highlight().color().name(), qapp.palette().highlightedText().color().name()}
        assert {theme.colour_name(token) for token in COLOURS} == system
    finally:
        monkeypatch.undo()
        theme.apply(qapp, scheme="light")
