"""``backup``, ``restore`` and ``salvage``: what the window does with backups and a damaged journal."""

import argparse
from pathlib import Path

from journal.cli import opening
from journal.domain.backup_policy import Reason
from journal.errors import NoJournal
from journal.paths import KEY_FILE, is_journal
from journal.storage import backups as made
from journal.storage import copies, database, key_file, keys, salvage, salvage_writing, second_place
from journal.text import tr


def backup(folder: Path, passphrase_file: Path | None, given: argparse.Namespace) -> int:
    """Make one, or list them."""
    if given.only_list:
        for one in made.of_folder(folder):
            print(f"{one.made_at:%Y-%m-%d %H:%M:%S}Z  {one.bytes:>12}  {one.reason:<10}  {one.path}")
        return 0
    journal = opening.unlocked(folder, passphrase_file)
    try:
        fresh = made.make(journal, Reason.ASKED)
        print(tr("Backup: {path}", path=fresh.path))
        if given.also_to is not None:
            there = second_place.bring(fresh, given.also_to, database.utc_now())
            said = tr("Also in {path}") if there else tr("{path} is not there now.")
            print(said.format(path=given.also_to))
    finally:
        journal.close()
    return 0


def restore(file: Path, folder: Path) -> int:
    """Lay one down where nothing is."""
    copies.open_copy(file, folder)
    print(tr("The journal is in {path}. It opens with the passphrase of when the backup was made.", path=folder))
    return 0


def save_readable(folder: Path, passphrase_file: Path | None, given: argparse.Namespace) -> int:
    """Say what can be read; with a folder, save it there."""
    if not is_journal(folder):
        raise NoJournal(folder)
    if given.recovery_code:
        root = keys.root_of(given.recovery_code)
    else:
        root = key_file.read(folder / KEY_FILE).root(opening.asked(passphrase_file))
    found = salvage.read(folder, root)
    print(tr("{whole} of {all} parts are whole.", whole=found.whole, all=len(found.parts)))
    for part in found.missing:
        what = f"{part.texts - part.texts_lost}/{part.texts}"
        print(f"  {part.on or '?':<10}  {part.form_id or '?':<20}  {what}")
    if not found.sealed:
        print(tr("The start of the file is gone; nobody can prove that every word is right."))
    if given.folder is None:
        return 0
    salvage_writing.write(found, given.folder)
    print(tr("What can be read is a journal in {path}. The damaged one is as it was.", path=given.folder))
    return 0
