"""How the app looks now: colours, fonts and sizes of the chosen theme and text size.

The look is a property of the one QApplication, as its palette and stylesheet are; so it is kept here
and read where something is built or painted. Changing it rebuilds the pages (``MainWindow``).
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import folder
from ui.style import stylesheet
from ui.tokens import COLOURS, ROLES

_GROUNDS = "bg surface nav soft err_soft warn_soft map0 map1 map2 map3 mappath".split()
_ACCENTS = "accent accent_h accent_p".split()
_CONTRAST = {
    **dict.fromkeys(_GROUNDS, QPalette.ColorRole.Window),
    **dict.fromkeys(_ACCENTS, QPalette.ColorRole.Highlight),
    "on_accent": QPalette.ColorRole.HighlightedText,
}
"""What stands for a token when the system asks for high contrast; all others are WindowText."""


@dataclass
class _Look:
    dark: bool = False
    factor: float = 1.0
    other_fonts: list[Path] | None = None
    system: QPalette | None = None
    """The system's own colours, when it asks for high contrast; then these are used and no others."""


_look = _Look()


def load_fonts(*, first: bool = False) -> None:
    """Load the two families of the design; with ``first`` only what the lock shows, without italics.

    Other scripts follow in ``load_other_fonts``.
    """
    for file in sorted(folder("fonts").glob("Source*.ttf")):
        if not (first and file.stem.endswith("-It")):
            QFontDatabase.addApplicationFont(str(file))


def load_italics() -> None:
    """Load what ``load_fonts(first=True)`` left out."""
    for file in sorted(folder("fonts").glob("Source*-It.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def load_other_fonts() -> None:
    """Load the fonts for emoji and other scripts, one a turn of the event loop: once there is time."""
    if _look.other_fonts is None:
        _look.other_fonts = [f for f in sorted(folder("fonts").glob("*.ttf")) if not f.name.startswith("Source")]
    if _look.other_fonts:
        QFontDatabase.addApplicationFont(str(_look.other_fonts.pop()))
        QTimer.singleShot(0, load_other_fonts)


def apply(app: QApplication, *, scheme: str = "system", factor: float = 1.0) -> None:
    """Take on a look. ``scheme``: ``system``, ``light`` or ``dark``; ``factor``: the text size, 1.0 to 2.0."""
    asked_by_system = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    _look.dark = scheme == "dark" or (scheme == "system" and asked_by_system)
    _look.factor = factor
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    _look.system = None
    if _wants_contrast():
        app.setPalette(QPalette())
        _look.system = QPalette(app.palette())
    app.setPalette(_palette())
    app.setFont(font("ui"))
    app.setStyleSheet(stylesheet(colour_name, px))


def colour_name(token: str) -> str:
    """``#RRGGBB`` of a token in the present theme."""
    if _look.system is not None:
        return _look.system.color(_CONTRAST.get(token, QPalette.ColorRole.WindowText)).name()
    return COLOURS[token][1 if _look.dark else 0]


def color(token: str) -> QColor:
    """The colour of a token in the present theme."""
    return QColor(colour_name(token))


def is_dark() -> bool:
    """Whether the present theme is dark."""
    return _look.dark


def factor() -> float:
    """The text size, 1.0 to 2.0."""
    return _look.factor


def is_large() -> bool:
    """Whether the text is so large that pages take their one-column form."""
    return _look.factor >= 1.5  # noqa: PLR2004


def px(size: float) -> int:
    """A size that goes along with the text."""
    return round(size * _look.factor)


def font(role: str) -> QFont:
    """The font of a role of ``tokens.ROLES``, at the present text size."""
    family, size, _line, weight, italic = ROLES[role]
    made = QFont(family)
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    return made


def line_height(role: str) -> int:
    """The line height of a role in pixels, at the present text size."""
    return px(ROLES[role][2])


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # before Qt 6.10 nobody can tell
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "bg"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "bg"),
        (roles.Text, "text"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.PlaceholderText, "text3"),
        (roles.Link, "accent"),
        (roles.LinkVisited, "accent"),
        (roles.ToolTipBase, "text"),
        (roles.ToolTipText, "bg"),
        (roles.Mid, "line"),
        (roles.Dark, "control"),
        (roles.Accent, "accent"),
    ):
        palette.setColor(role, color(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("text3"))
    return palette
