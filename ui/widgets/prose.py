"""A label with the line height of its role, and the few liberties that a mock-up takes with a role."""

from ui import theme
from ui.widgets.lines import Lines


class Prose(Lines):
    """Plain wrapped text. ``size`` and ``line`` (at 100 %) take the place of the role's own when given."""

    def __init__(
        self, text: str = "", role: str = "ui", ink: str = "text", *, size: int = 0, line: int = 0, name: str = ""
    ) -> None:
        super().__init__(text, role)
        self._line_height = theme.px(line) if line else theme.line_height(role)
        if size:
            font = theme.font(role)
            font.setPixelSize(theme.px(size))
            self.setFont(font)
        self.setProperty("ink", ink)
        self.setObjectName(name)

    def _line(self) -> int:
        return self._line_height
