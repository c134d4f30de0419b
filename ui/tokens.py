"""Colours and type of the design, one table each. Values are held against contrast in tests/ui/test_tokens.py."""

from typing import Final

COLOURS: Final[dict[str, tuple[str, str]]] = {
    # name, then light and dark
    "bg": ("#F3F5F2", "#151B1A"),
    "surface": ("#FDFEFC", "#1C2322"),
    "nav": ("#E9EDE8", "#101514"),
    "line": ("#D6DDD7", "#303A38"),
    "control": ("#6E7B76", "#7D8B86"),
    "text": ("#1C2624", "#E6EAE6"),
    "text2": ("#46524F", "#BAC4BF"),
    "text3": ("#5A6663", "#9BA7A2"),
    "accent": ("#1D6156", "#84C7B5"),
    "accent_h": ("#174E45", "#9AD5C5"),
    "accent_p": ("#113D36", "#6FB5A2"),
    "on_accent": ("#FFFFFF", "#0B2620"),
    "soft": ("#DCEAE4", "#22403A"),
    "on_soft": ("#144A40", "#C4E6DC"),
    "err": ("#97291F", "#F2A99F"),
    "err_line": ("#B5463B", "#D9796C"),
    "err_soft": ("#F9EAE7", "#3A2320"),
    "warn": ("#6F4C00", "#E5C584"),
    "warn_soft": ("#F6EFDD", "#342C1B"),
    "map0": ("#EEF2EC", "#182120"),
    "map1": ("#E8EDE7", "#1B2625"),
    "map2": ("#E0E8E1", "#1F2C2A"),
    "map3": ("#D5E0D8", "#253431"),
    "mapline": ("#B9C7BE", "#3C4D48"),
    "mapwater": ("#A9BFC2", "#3F5A60"),
    "mappath": ("#FDFEFC", "#2B3735"),
}

SERIF: Final = "Source Serif 4"
SANS: Final = "Source Sans 3"

ROLES: Final[dict[str, tuple[str, int, int, int, bool]]] = {
    # role: (family, size, line height, weight, italic); sizes in logical pixels at 100 %
    "welcome": (SERIF, 40, 50, 400, False),
    "question_xl": (SERIF, 36, 48, 400, False),
    "question": (SERIF, 28, 36, 400, False),
    "prompt": (SERIF, 24, 32, 400, False),
    "card_title": (SERIF, 20, 28, 600, False),
    "write": (SERIF, 19, 32, 400, False),
    "read": (SERIF, 17, 28, 400, False),
    "read_italic": (SERIF, 17, 24, 400, True),
    "read_s": (SERIF, 16, 25, 400, False),
    "margin_note": (SERIF, 15, 23, 400, True),
    "input": (SANS, 16, 22, 400, False),
    "ui": (SANS, 15, 22, 400, False),
    "ui_bold": (SANS, 15, 22, 600, False),
    "label": (SANS, 14, 17, 600, False),
    "caption": (SANS, 13, 18, 400, False),
    "caption_bold": (SANS, 13, 18, 600, False),
}
