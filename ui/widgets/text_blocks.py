"""Text in the type of a role, set in lines of that role's height, for delegates that paint it themselves."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from ui import theme

_LINES = {"quote": ("read_s", 23)}
"""Roles of lists only: the role they are derived from, and their line height at 100 %; a quotation is italic."""


@dataclass(frozen=True)
class Block:
    """A paragraph: its text, role and token of colour."""

    text: str
    role: str
    ink: str


def block_height(block: Block, width: float) -> int:
    """Height in pixels at this width."""
    return _set(block, width)[1]


def draw_block(painter: QPainter, block: Block, at: QPointF, width: float) -> int:
    """Draw it with its upper left corner there; gives its height."""
    layout, height = _set(block, width)
    painter.setPen(theme.color(block.ink))
    layout.draw(painter, at)
    return height


def _set(block: Block, width: float) -> tuple[QTextLayout, int]:
    base, line_height = _LINES.get(block.role, (block.role, 0))
    font = QFont(theme.font(base))
    font.setItalic(font.italic() or block.role == "quote")
    step = theme.px(line_height) if line_height else theme.line_height(base)
    layout = QTextLayout(block.text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height + (step - line.height()) / 2))
        height += step
    layout.endLayout()
    return layout, height
