"""A hand on the sheets, and the pages of drawings in a window on a real journal."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journal.domain.records import Depth
from journal.storage import entries
from ui.main_window import MainWindow
from ui.store import Store


def a_reflection(store: Store) -> int:
    return store.do(entries.start, None, store.journey_id, "reflection", on=dt.date(2026, 11, 20), depth=Depth.STEPS)


def shown(window: MainWindow, page: QWidget, size: tuple[int, int] = (1280, 800)) -> Any:
    """The page over the whole window, as when it was asked for."""
    window.resize(*size)
    assert window.shell is not None
    window.shell.show_full(page, 1)
    QTest.qWait(1)
    return page


def draw(pad: QWidget, *points: tuple[float, float]) -> None:
    """Press, move and lift over these places of the widget."""
    first, *rest = (QPoint(round(x), round(y)) for x, y in points)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for point in rest:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=[first, *rest][-1])


def press(widget: QWidget, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(widget, key, held)


def picture(width: int, height: int, marks: Sequence[tuple[QPointF, str]] = ()) -> QImage:
    """A white picture with squares of colour."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    for place, colour in marks:
        painter.fillRect(round(place.x()), round(place.y()), width // 4, height // 4, colour)
    painter.end()
    return made
