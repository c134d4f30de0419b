"""After the lock: no word of the diary in any widget, model, document, undo stack, title, setting or clipboard.

What Python itself may still hold is counted and printed: strings that are no longer used cannot be wiped.
"""

import gc
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QObject, QSettings, Qt
from PySide6.QtGui import QAction, QClipboard, QGuiApplication, QTextDocument, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from shiboken6 import isValid

from journal.domain import model
from journal.storage import answers, attachments, journeys, preparations, questions
from tests.ui.conftest import note, writing_field
from ui.main_window import MainWindow
from ui.navigation import ROWS

WORD = "ZEEGRASKWELDER".lower()
"""Made here, so that no constant of this file holds it."""
ROLES = [role for role in Qt.ItemDataRole if role.value < 32]


def tell(window: MainWindow) -> int:
    """The word in every kind of place; gives a note."""
    store = window.store
    entry_id = note(window, f"Eerst {WORD} en meer. " * 30)
    store.do(answers.write, None, entry_id, "note.text", f"Daarna {WORD}, met Henk.")
    sheet = store.do(attachments.add, None, entry_id, "drawing", b'{"format": 1, "strokes": []}', width=4, height=3)
    store.do(answers.write, None, entry_id, attachments.prompt_of(sheet, "caption"), f"bij {WORD}")
    boxes, _ = model.add_box(model.Model(), 300, 300, f"doos {WORD}")
    store.do(attachments.add, None, entry_id, "model", model.write(boxes), width=1104, height=616)
    assert model.lines_of(f"doos {WORD}")
    store.do(questions.write_version, None, store.journey_id, f"Hoe {WORD}?", on=store.today())
    prepared = store.do(preparations.prepare, None, store.journey_id, on=store.today(), method_id="incident")
    case = store.read(preparations.whole, prepared).preparation.case_entry_id
    store.do(answers.write, None, case, "case.title", WORD)
    store.do(answers.write, None, case, "case.matter", f"Over {WORD}.")
    store.do(journeys.set_names, None, store.journey_id, own_name=f"Marjan {WORD}", group_name=WORD)
    return entry_id


def use(qtbot, window: MainWindow, entry_id: int) -> None:
    """Every page, a preview, typing with its undo, copying, throwing away and back."""
    for name in (*(row.name for row in ROWS), "search", "settings", "trash", "papers", "moving", "promises"):
        window.show_page(name)
        QTest.qWait(30)
    window.show_page("intervisie")
    page = window.shell.current()
    for box in page.findChildren(QCheckBox):
        if box.objectName().startswith("intervisie.tick.") and box.isEnabled() and not box.isChecked():
            box.click()
    qtbot.waitUntil(lambda: page.preview.paper is not None and page.preview.paper.pages > 0, timeout=20_000)
    window.open_entry(entry_id)
    field = writing_field(window)
    field.setFocus()
    QTest.keyClicks(field, f"nog {WORD} erbij")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert WORD in QGuiApplication.clipboard().text()


def settled(window: MainWindow) -> None:
    window.lock(anyway=True)
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QTest.qWait(100)
        gc.collect()


def told_by(thing: QObject) -> Iterator[tuple[str, object]]:
    """Everything that an object can say about itself."""
    if not isValid(thing):
        return
    about = thing.metaObject()
    for number in range(about.propertyCount()):
        yield about.property(number).name(), _property(thing, about.property(number).name())
    for name in thing.dynamicPropertyNames():
        yield bytes(name.data()).decode(), _property(thing, bytes(name.data()).decode())
    yield "name", thing.objectName()
    if isinstance(thing, QTextDocument):
        yield "text", thing.toPlainText()
        yield "html", thing.toHtml()
    if isinstance(thing, QUndoStack):
        yield "undo", [thing.text(number) for number in range(thing.count())]
    if isinstance(thing, QAction):
        yield "action", (thing.text(), thing.toolTip(), thing.statusTip())
    if isinstance(thing, QAbstractItemModel):
        yield "model", list(_cells(thing, QModelIndex()))


def _property(thing: QObject, name: str) -> object:
    try:
        return thing.property(name)
    except RuntimeError:  # of a kind that Python does not know: no text
        return None


def _cells(model: QAbstractItemModel, parent: QModelIndex, deep: int = 0) -> Iterator[object]:
    for row in range(min(model.rowCount(parent), 200)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (model.data(index, role) for role in ROLES)
            if deep < 3 and not isinstance(model, QAbstractListModel):
                yield from _cells(model, index, deep + 1)


def living() -> list[QObject]:
    """Every object of Qt that Python or the application can reach."""
    roots: list[QObject] = [QApplication.instance(), *QApplication.allWidgets(), *QApplication.topLevelWidgets()]
    roots += [each for each in gc.get_objects() if isinstance(each, QObject)]
    found: dict[int, QObject] = {}
    for root in roots:
        for each in (root, *root.findChildren(QObject)) if isValid(root) else ():
            found.setdefault(id(each), each)
    return list(found.values())


def held_by_python() -> list[str]:
    """The kinds of living Python objects that hold a string with the word; frames of this test are none."""
    found = []
    for holder in gc.get_objects():
        if isinstance(holder, FrameType) or holder is globals():
            continue
        found += [type(holder).__name__ for each in gc.get_referents(holder) if _has(each)]
    return found


def _has(value: object) -> bool:
    if isinstance(value, str):
        return value is not WORD and WORD in value
    return isinstance(value, bytes) and WORD.encode() in value


def in_memory() -> int:
    """How often the word stands anywhere in the memory of this process, in use or not."""
    wanted = WORD.encode(), WORD.encode("utf-16-le")
    count = 0
    with Path("/proc/self/mem").open("rb", 0) as memory:
        for line in Path("/proc/self/maps").read_text().splitlines():
            place, rights, *_ = line.split()
            if rights.startswith("rw"):
                start, end = (int(each, 16) for each in place.split("-"))
                try:
                    memory.seek(start)
                    data = memory.read(end - start)
                except (OSError, ValueError, OverflowError):
                    continue
                count += sum(data.count(each) for each in wanted)
    return count


def test_nothing_of_the_diary_is_left_in_the_window(qtbot, open_window: MainWindow, tmp_path: Path, capsys):
    use(qtbot, open_window, tell(open_window))
    told = sum(WORD in str(value) for each in living() for _, value in told_by(each))
    before = in_memory() if Path("/proc/self/mem").exists() else 0
    assert told > 10, "while it is open the search finds it"

    settled(open_window)

    looked = living()
    left = [f"{type(each).__name__}.{name}" for each in looked for name, value in told_by(each) if WORD in str(value)]
    assert left == []
    board = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        assert WORD not in board.text(mode)
        assert WORD not in board.text("html", mode)[0]
    assert all(WORD not in widget.windowTitle() + widget.accessibleName() for widget in QApplication.allWidgets())
    qt = QSettings("QtProject", "QtProject")
    assert all(WORD not in str(qt.value(key)) for key in qt.allKeys())
    assert all(WORD.encode() not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    held = held_by_python()
    after = in_memory() if Path("/proc/self/mem").exists() else 0
    with capsys.disabled():
        print(
            f"\n{told} places say the word while it is open; after the lock 0 of {len(looked)} objects of Qt and"
            f" {len(held)} living objects of Python ({sorted(set(held))});"
            f" memory not yet used anew holds it {after} times ({before} before)"
        )
    assert held == []
    assert not model.lines_of.cache_info().currsize, "texts in a cache are seen by no search"
    assert isinstance(open_window, QWidget)
