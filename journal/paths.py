"""Where things live on this computer: local places, not roaming ones. Imports nothing heavy."""

from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path, user_log_path

APP = "Reisgezel"
DATABASE = "journal.db"
KEY_FILE = "journal.key"
NEXT_KEY_FILE = "journal.key.next"
"""Only there while the journal takes another root."""
LOCK_FILE = "journal.lock"
COPY_SUFFIX = ".reisgezel"
"""A journal is a folder with the database and the key file; a copy is one file with both."""


def default_journal() -> Path:
    """The folder of the journal when nobody chose another."""
    return user_data_path(APP, appauthor=False, roaming=False) / "journal"


def is_journal(folder: Path) -> bool:
    """Whether a journal seems to be here. Looks at names only; opening tells the rest."""
    try:
        return (folder / DATABASE).is_file()
    except OSError:
        return False


def backups(folder: Path) -> Path:
    """Where the backups of the journal in this folder are: beside it, never in it."""
    return folder.absolute().parent / "Reisgezel-backups"


def settings_file() -> Path:
    """Settings that are needed before unlocking; no diary content in it."""
    return user_config_path(APP, appauthor=False, roaming=False) / "settings.toml"


def cache() -> Path:
    """Things that can be made again."""
    return user_cache_path(APP, appauthor=False)


def logs() -> Path:
    """Where crashes are written down, without diary content."""
    return user_log_path(APP, appauthor=False)
