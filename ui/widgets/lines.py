"""A label whose lines stand as far apart as its role asks; Qt's own label knows only the font's natural height."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import theme

_LONGEST_HINT = 80
"""A label that may be as wide as it likes asks for about this many signs."""
_MANY = 16
"""A layout asks for the height of the same few widths over and over."""


class Lines(QLabel):
    """Plain wrapped text in a role of the type table, with that role's line height."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text)
        self._role = role
        self._counted: dict[tuple[object, ...], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(theme.px(40))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        what = (self.text(), inside, self.font().key())
        if what not in self._counted:
            if len(self._counted) >= _MANY:
                self._counted.clear()
            self._counted[what] = self._laid_out(inside)[1]
        return self._counted[what] * self._line() + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """As wide as the text, up to some eighty signs."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0) + 2
        margins = self.contentsMargins()
        width = min(widest, metrics.averageCharWidth() * _LONGEST_HINT) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, one line."""
        margins = self.contentsMargins()
        return QSize(super().minimumSizeHint().width(), self._line() + margins.top() + margins.bottom())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, each in the middle of its own height."""
        inside = self.contentsRect()
        layout, lines = self._laid_out(inside.width())
        spare = max(inside.height() - lines * self._line(), 0)  # too long for its place: the beginning stays
        top = inside.top() + (spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(inside.left(), top))
        painter.end()

    def _line(self) -> int:
        return max(theme.line_height(self._role), 1)

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        option.setAlignment(across)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        layout.setTextOption(option)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, count * self._line() + (self._line() - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, max(count, 1)
