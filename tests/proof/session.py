"""A whole session in a process of its own: everything is written, shared, read in, and locked, stage by stage.

At each stage it says so and waits, so that whoever started it can look at every byte on the disk.
``python -m tests.proof.session``; everything it uses lies below ``HOME``.
"""

import datetime as dt
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit, QTextEdit

from journal import open_archive, paths, text
from journal.domain.backup_policy import Reason
from journal.domain.returning import ReturnedKind
from journal.elsewhere.notes import Note
from journal.export import locked, pdf
from journal.returned import matching, reading
from journal.settings import Settings
from journal.storage import (
    answers,
    attachments,
    backups,
    copies,
    database,
    entries,
    imports,
    journeys,
    merge,
    names,
    own_methods,
    preparations,
    questions,
    returned,
    search,
    shared_folder,
    shares,
)
from resources import folder as resources
from tests.conftest import CHEAP, ROOT
from tests.proof.traces import MARKERS as M
from tests.proof.traces import PASSPHRASE
from tests.storage.intervisie_story import a_share
from ui import theme
from ui.crash import CrashLog
from ui.main_window import MainWindow

HOME = Path(os.environ["HOME"])
CHOSEN = HOME / "chosen"
"""Where the writer saves papers and archives; only there may words be."""
ON = dt.date(2026, 11, 20)
RETURNED = Path(__file__).parents[1] / "data" / "returned"


def stage(name: str) -> None:
    """Say how far it is, and wait until it was looked at."""
    until(lambda: False, 0.1)
    sys.stdout.write(f"STAGE {name}\n")
    sys.stdout.flush()
    if sys.stdin.readline().strip() != "on":
        os._exit(1)


def until(there: Callable[[], object], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not there() and time.monotonic() < end:
        QTest.qWait(10)


def write(folder: Path) -> None:
    """All kinds of text, by storage."""
    with database.create(folder, PASSPHRASE, ROOT, cost=CHEAP) as journal:
        journey = journal.do(
            journeys.begin, "htc", own_name=M["own_name"], group_name=M["group"], edition=M["edition"], began_on=ON
        )
        note = journal.do(entries.start, journey, "note", on=ON, title=M["title"])
        journal.do(answers.write, note, "note.text", f"Eerst {M['version']} gezien. " * 20)
        journal.do(answers.write, note, "note.text", f"Met {M['person'].title()} over {M['text']}.")
        sheet = journal.do(attachments.add, note, "drawing", b'{"format": 1, "strokes": []}', width=4, height=3)
        journal.do(answers.write, note, attachments.prompt_of(sheet, "caption"), M["caption"])
        journal.do(names.print_as, journey, M["person"].title(), M["replaced_by"])
        journal.do(questions.write_version, journey, f"Hoe {M['question']}?", on=ON)
        prepared = journal.do(preparations.prepare, journey, on=ON, method_id="incident")
        case = journal.read(preparations.whole, prepared).preparation.case_entry_id
        journal.do(answers.write, case, "case.matter", f"Het gaat om {M['case']}.")
        source = (resources("methods") / "incident.toml").read_text("utf-8").replace("Incidentmethode", M["method"])
        journal.do(own_methods.keep, "own", source)
        share = a_share(prepared, file_name=f"{M['share_file']}.pdf", recipient_name=M["recipient"])
        journal.do(shares.remember, journey, **share, code="K7", data=b"", placed=())
        journal.do(imports.read_in, journey, "jrnl", [Note(ON, "dag", M["diary"], "1")])
        assert journal.read(search.find, journey, M["text"])


def open_window(folder: Path) -> MainWindow:
    window = MainWindow(Settings(theme="light"), folder=folder, settings_file=paths.settings_file())
    window.begin()
    window.show()
    unlock(window)
    return window


def unlock(window: MainWindow) -> None:
    page = window.centralWidget().currentWidget()
    field = page.unlock_form.field
    field.clear()
    QTest.keyClicks(field, PASSPHRASE)
    done: list[bool] = []
    window.unlocked.connect(lambda: done.append(True))
    QTest.keyClick(field, "\r")
    until(lambda: done)
    assert window.store is not None


def field_of(window: MainWindow) -> QTextEdit:
    found = window.shell.current().findChild(QTextEdit, "reflection.text.note.text")
    assert isinstance(found, QTextEdit)
    return found


def share(window: MainWindow) -> None:
    """A preview of everything; saved by the dialog of Qt; with a password; printed into a file."""
    window.show_page("intervisie")
    page = window.shell.current()
    for box in page.findChildren(QCheckBox):
        if box.objectName().startswith("intervisie.tick.") and not box.isChecked():
            box.click()
    until(lambda: page.preview.paper is not None and page.preview.paper.pages and page._maker.is_fresh())
    stage("preview")
    QTimer.singleShot(300, lambda: answer_dialog(CHOSEN / f"{M['share_file']}.pdf"))
    page._sharing.ask_where(page._preparation)
    assert (CHOSEN / f"{M['share_file']}.pdf").exists(), (page.export.note(), list(CHOSEN.iterdir()))
    pdf.save(locked.locked(page.paper().data, M["password"]), CHOSEN / "locked.pdf")
    print_it(page.paper().data)
    stage("shared")


def answer_dialog(target: Path) -> None:
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(target))
    dialog.accept()


def print_it(data: bytes) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from ui.widgets.paper_printing import draw, for_paper

    printer = for_paper(M["title"])
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(CHOSEN / "printed.pdf"))
    draw(printer, data, 1, 2)


def come_home(window: MainWindow) -> None:
    """A paper comes back, read in a process of its own; remarks are kept."""
    data = (RETURNED / "pypdf.pdf").read_bytes()
    read = reading.read_paper(data)
    found = window.store.do(
        returned.take_in,
        None,
        window.store.journey_id,
        share_id=None,
        kind=ReturnedKind.PDF,
        sender=M["sender"],
        file_name=f"{M['share_file']}.pdf",
        data=data,
        remarks=matching.propose(read.remarks, [], None),
    )
    window.store.do(returned.add, None, found.returned_id, M["remark"])
    for name in ("returned", "reflections", "search", "settings", "question"):
        window.show_page(name)
        until(lambda: False, 0.2)
    stage("returned")


def move(window: MainWindow, folder: Path) -> None:
    """Out and in: backup, archive, copies in the folder between laptops, merging."""
    journal = window.store.journal
    backups.make(journal, Reason.ASKED, anyway=True)
    open_archive.write(journal, CHOSEN / "archive.zip")
    (HOME / "shared").mkdir()
    shared_folder.lay_down(journal, HOME / "shared", "laptop")
    copies.write_copy(journal, HOME / "shared" / "copy.reisgezel")
    copies.open_copy(HOME / "shared" / "copy.reisgezel", HOME / "other")
    with database.unlock(HOME / "other", PASSPHRASE) as other:
        made = other.do(entries.start, window.store.journey_id, "note", on=ON, title=M["theirs"])
        other.do(answers.write, made, "note.text", M["theirs"])
        copies.write_copy(other, HOME / "shared" / "copy.reisgezel")
    merge.merge_copy(journal, HOME / "shared" / "copy.reisgezel", "laptop")
    open_archive.read_in(CHOSEN / "archive.zip", HOME / "read in", PASSPHRASE, ROOT, cost=CHEAP)
    assert (folder / "journal.db").exists()
    stage("moved")


def crash() -> None:
    """Errors with diary text in their messages, causes and locals, on every way they can fall out."""

    def fall() -> None:
        diary = M["local"]
        try:
            int(M["message"])
        except ValueError as error:
            error.add_note(M["text"])
            raise RuntimeError(f"while saving {diary}") from error

    thread = threading.Thread(target=fall)
    thread.start()
    thread.join()
    try:
        fall()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)  # as Qt does with what falls out of a slot

    class Falls:
        def __del__(self) -> None:
            fall()

    falls = Falls()
    del falls
    assert "RuntimeError" in (paths.logs() / "crash.log").read_text()
    stage("crashed")


def main() -> None:
    app = QApplication([])
    theme.load_fonts()
    text.use("nl")
    theme.apply(app, scheme="light", factor=1.0)
    CrashLog(paths.logs()).install()
    folder = HOME / "journal"
    CHOSEN.mkdir()
    write(folder)
    stage("written")
    window = open_window(folder)
    note = entries_of(window)
    window.open_entry(note)
    QTest.keyClicks(field_of(window), f" en {M['typed']}")
    until(lambda: not field_of(window).is_dirty())
    QTest.keyClicks(field_of(window), f" dan {M['unsaved']}")
    stage("typed")
    app.clipboard().setText(M["text"])
    share(window)
    come_home(window)
    move(window, folder)
    crash()
    window.lock(anyway=True)
    until(lambda: False, 2)
    stage("locked")
    unlock(window)
    window.open_entry(note)
    QTest.keyClicks(field_of(window), f" weer {M['unsaved']}")
    stage("to be killed")
    window.close()
    until(lambda: False, 2)


def entries_of(window: MainWindow) -> int:
    lines = window.store.read(entries.listed, window.store.journey_id, ["note"])
    return next(line.id for line in lines if line.title == M["title"])


if __name__ == "__main__":
    main()
