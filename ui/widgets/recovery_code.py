"""The recovery code: to read, to copy for a minute, to print."""

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from journal.text import tr
from ui import theme

CLEAR_AFTER_MS = 60_000
_IN_A_ROW = 4


class RecoveryCode(QFrame):
    """Eight groups of five in two rows; one selectable text, spelled out for a screen reader."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start.code.panel")
        self.code = code
        groups = code.split("-")
        self._rows = [groups[at : at + _IN_A_ROW] for at in range(0, len(groups), _IN_A_ROW)]
        self._labels: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for number, row in enumerate(self._rows):
            label = QLabel(" ".join(row))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setObjectName(f"start.code.{number + 1}")
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(tr("Recovery code, row {number} of 2", number=number + 1))
            label.setAccessibleDescription(". ".join(" ".join(group) for group in row))
            label.setMinimumWidth(1)
            self._labels.append(label)
            grid.addWidget(label, number, 0)
        self._space()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the groups over the row."""
        super().resizeEvent(event)
        self._space()

    def sizeHint(self) -> QSize:
        """Two rows."""
        return QSize(theme.px(600), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("bg"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()

    def _space(self) -> None:
        inside = self.width() - 2 * theme.px(28)
        for label, groups in zip(self._labels, self._rows, strict=True):
            font = theme.font("ui_bold")
            font.setPixelSize(theme.px(20))
            font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, theme.px(2))
            label.setFont(font)
            free = inside - label.fontMetrics().horizontalAdvance(" ".join(groups))
            font.setWordSpacing(max(0.0, free / (len(groups) - 1) - 1))
            label.setFont(font)


_ON_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_SECRET = {
    _ON_WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\0\0\0\0",
    _ON_WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _ON_WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}
"""What tells systems and their helpers to keep this out of a history of copied things, and out of a cloud."""


def copy_for_a_minute(text: str) -> QTimer:
    """Put a secret on the clipboard, and take it off again after a minute when it is still there."""
    told = QMimeData()
    told.setText(text)
    for kind, value in _SECRET.items():
        told.setData(kind, value)
    QGuiApplication.clipboard().setMimeData(told)
    timer = QTimer(QCoreApplication.instance())  # outlives the page, so that locking or closing it forgets nothing
    timer.setSingleShot(True)
    timer.setInterval(CLEAR_AFTER_MS)
    timer.timeout.connect(lambda: _forget(text))
    timer.timeout.connect(timer.deleteLater)
    timer.start()
    return timer


def _forget(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear()


def print_code(device: QPagedPaintDevice, code: str) -> None:
    """Draw the paper for the safe place: what it is, the code in large signs, where it helps."""
    painter = QPainter(device)
    unit = device.width() / 800
    painter.scale(unit, unit)
    painter.setPen(Qt.GlobalColor.black)
    groups = code.split("-")
    lines = [" ".join(groups[at : at + _IN_A_ROW]) for at in range(0, len(groups), _IN_A_ROW)]
    top = 40
    for text, role, size in (
        (tr("Recovery code of your Reisgezel journal"), "card_title", 26),
        *((line, "ui_bold", 30) for line in lines),
        (tr("With this code you open your journal when you have forgotten your passphrase."), "ui", 16),
        (tr("Keep this paper in a safe place, not beside your laptop."), "ui", 16),
    ):
        font = theme.font(role)
        font.setPixelSize(size)
        if role == "ui_bold":
            font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 3)
        painter.setFont(font)
        painter.drawText(QPoint(20, top + size), text)
        top += round(size * 1.8)
    painter.end()
