"""What must be known before the journal opens: language, look, idle time, where the journal is.

A small TOML file that a person can read. A wrong or missing value is its default; an unreadable file is
left alone until the user changes a setting. No diary content, ever.
"""

import contextlib
import os
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

from journal import paths
from journal.errors import CannotWrite

THEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
IDLE_LOCK_MINUTES = (1, 5, 10, 20, 30, 60)

UNSEEN = ("idle_minutes", "journal", "reminders", "remember_device", "screen_shield", "backup_place", "synced_told")


@dataclass(frozen=True)
class Settings:
    """One set of choices. ``text_size`` in per cent, ``idle_minutes`` until the journal locks itself."""

    language: str = "nl"
    theme: str = "system"
    text_size: int = 100
    idle_minutes: int = 10
    journal: str = ""
    map_as_list: bool = False
    less_motion: bool = False
    remember_device: bool = False
    """The recovery code lies in the system's keystore; this only says that it does."""
    screen_shield: bool = True
    """Windows stay out of screen captures, where the system can."""
    shared_folder: str = ""
    """A folder that something else carries between laptops; empty when there is none."""
    device_name: str = ""
    """How this device is called in that folder; empty: as the computer calls itself."""
    backup_place: str = ""
    """A second folder for backups, which need not be there all the time."""
    synced_told: str = ""
    """The synced folder of which somebody was told that a journal does not belong there."""
    reminders: bool = False
    """Also while the window is closed, from the system tray; then days of the programme stand outside the journal."""

    @property
    def journal_folder(self) -> Path:
        """The folder of the journal that opens at start."""
        return Path(self.journal) if self.journal else paths.default_journal()

    @classmethod
    def read(cls, file: Path | None = None) -> Self:
        """The saved settings, with defaults for all that is missing or wrong."""
        given: dict[str, object] = {}
        # ValueError: not TOML, not UTF-8, or a number without end; RecursionError: brackets without end.
        with contextlib.suppress(OSError, ValueError, RecursionError):
            given = tomllib.loads((file or paths.settings_file()).read_text(encoding="utf-8"))
        return replace(cls(language=system_language()), **cls._good(given))

    @classmethod
    def _good(cls, given: dict[str, object]) -> dict[str, Any]:
        allowed = {
            "language": ("nl", "en"),
            "theme": THEMES,
            "text_size": TEXT_SIZES,
            "idle_minutes": IDLE_LOCK_MINUTES,
        }
        good: dict[str, Any] = {}
        for field in fields(cls):
            value = given.get(field.name)
            if type(value) is type(field.default) and value in allowed.get(field.name, (value,)):
                good[field.name] = value
        return good

    def looks_other_than(self, before: "Settings") -> bool:
        """Whether what is on screen must be made anew; some choices are not seen."""
        return replace(before, **{name: getattr(self, name) for name in UNSEEN}) != self

    def write(self, file: Path | None = None) -> None:
        """Save. Raises CannotWrite; the earlier file then stays."""
        from journal import files  # only for writing, and the first picture waits for this module

        file = file or paths.settings_file()
        lines = [f"{name} = {_toml(value)}" for name, value in asdict(self).items()]
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(file, error.strerror or "") from error
        files.save(("\n".join(lines) + "\n").encode(), file)


def system_language() -> str:
    """Dutch on a Dutch system, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "nl" if os.environ[name].lower().startswith("nl") else "en"
    import locale  # seldom needed, and the first picture waits for this module

    given = locale.getlocale()[0] or ""
    return "nl" if given.lower().startswith(("nl", "dutch")) else "en"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    import json  # as above: only for writing

    return json.dumps(str(value), ensure_ascii=False)  # a JSON string is a TOML basic string too
