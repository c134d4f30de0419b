"""``--diagnose``: versions and places for a helpdesk, and no content."""

import platform
import sys
from importlib import metadata

from journal import __version__, paths
from journal.settings import Settings

_LIBRARIES = (
    "PySide6-Essentials",
    "sqlmodel",
    "SQLAlchemy",
    "sqlcipher3",
    "alembic",
    "argon2-cffi",
    "cryptography",
    "typst",
)


def run() -> None:
    """Print what a helpdesk may want to know."""
    settings = Settings.read()
    rows = [
        ("reisgezel", __version__),
        ("python", sys.version.split()[0]),
        ("system", platform.platform()),
        *((name, _version(name)) for name in _LIBRARIES),
        ("settings", str(paths.settings_file())),
        ("journal", str(settings.journal_folder)),
        ("journal there", "yes" if paths.is_journal(settings.journal_folder) else "no"),
        ("cache", str(paths.cache())),
        ("logs", str(paths.logs())),
    ]
    for name, value in rows:
        print(f"{name + ':':<20}{value}")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"
