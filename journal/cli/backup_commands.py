"""What ``backup``, ``restore`` and ``salvage`` can be asked. Imports nothing heavy before one of them runs."""

import argparse
from collections.abc import Callable
from pathlib import Path

from journal.text import tr


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    add_passphrase: Callable[[argparse.ArgumentParser], None],
) -> None:
    """The three commands."""
    backup = commands.add_parser("backup", help=tr("make a backup of a journal, or list those that there are"))
    backup.add_argument("journal", type=Path, metavar="JOURNAL")
    backup.add_argument("--list", action="store_true", dest="only_list", help=tr("only list; needs no passphrase"))
    backup.add_argument("--also-to", type=Path, metavar="DIR", help=tr("a second place, when it is there"))
    add_passphrase(backup)
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help=tr("lay a backup down as a journal in a new folder"))
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--to", type=Path, required=True, metavar="DIR", dest="folder")
    restore.set_defaults(run=_restore)
    told = tr("show what of a damaged journal can be read, and save it as a new one")
    saved = commands.add_parser("salvage", help=told)
    saved.add_argument("journal", type=Path, metavar="JOURNAL")
    saved.add_argument("--to", type=Path, metavar="DIR", dest="folder", help=tr("without it, it is only shown"))
    saved.add_argument("--recovery-code", metavar="CODE", help=tr("instead of the passphrase"))
    add_passphrase(saved)
    saved.set_defaults(run=_salvage)


def _backup(given: argparse.Namespace) -> int:
    from journal.cli.backups import backup

    return backup(given.journal, given.passphrase_file, given)


def _restore(given: argparse.Namespace) -> int:
    from journal.cli.backups import restore

    return restore(given.file, given.folder)


def _salvage(given: argparse.Namespace) -> int:
    from journal.cli.backups import save_readable

    return save_readable(given.journal, given.passphrase_file, given)
