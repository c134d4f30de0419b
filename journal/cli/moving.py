"""``archive``, ``open-archive``, ``merge`` and ``read-in``: the whole journal out, and what comes into it."""

import getpass
import sys
from pathlib import Path

from journal import open_archive
from journal.cli import opening
from journal.domain.backup_policy import Reason
from journal.domain.passphrase import strength
from journal.elsewhere import reading
from journal.elsewhere.notes import Note
from journal.storage import backups, database, imports, journeys, keys, merge
from journal.text import tr, trn


def archive(folder: Path, target: Path, passphrase_file: Path | None) -> int:
    """Write the open archive."""
    if target.suffix.lower() != open_archive.SUFFIX:
        print(tr("The file must end in .zip."), file=sys.stderr)
        return 2
    with opening.unlocked(folder, passphrase_file) as journal:
        open_archive.write(journal, target)
    print(tr("Saved: {target}", target=target))
    print(tr("An archive is not locked. Whoever has the file can read everything in it."))
    return 0


def open_it(file: Path, folder: Path, passphrase_file: Path | None) -> int:
    """Make a journal of an archive, with the passphrase that is given for it."""
    passphrase = opening.passphrase_given(passphrase_file)
    if passphrase is None:
        passphrase = getpass.getpass(tr("New passphrase: "))
    if not strength(passphrase).is_enough:
        print(tr("Choose a passphrase of four or more words first"), file=sys.stderr)
        return 2
    root = keys.new_root()
    open_archive.read_in(file, folder, passphrase, root)
    print(tr("The journal is in {folder}.", folder=folder))
    print(tr("Its recovery code, which you see only now: {code}", code=keys.recovery_code(root)))
    return 0


def merge_it(folder: Path, copy: Path, passphrase_file: Path | None) -> int:
    """Merge a copy that went its own way."""
    with opening.unlocked(folder, passphrase_file) as journal:
        found = merge.merge_copy(journal, copy, copy.stem)
    if found.nothing_new:
        print(tr("There was nothing new in that copy."))
        return 0
    print(tr("Merged. Nothing was lost."))
    for name, count in (
        (tr("new entries"), found.entries),
        (tr("new or newer texts"), found.texts),
        (tr("new pictures"), found.pictures),
        (tr("texts that differ"), found.differences),
        (tr("thrown away"), found.thrown_away),
        (tr("no longer ticked"), found.unticked),
    ):
        print(f"  {name + ':':<24}{count:>8}")
    return 0


def read_in(folder: Path, source: Path, passphrase_file: Path | None, *, only_look: bool) -> int:
    """Read in a diary of another program, or only say what is in it."""
    found = reading.read(source)
    for each in found.unread:
        name = "".join(sign if sign.isprintable() else "\ufffd" for sign in each.name)
        print(tr("Left out: {name} ({why})", name=name, why=each.why.name.lower()), file=sys.stderr)
    if not found.notes:
        print(tr("There is nothing in it that can be read in."), file=sys.stderr)
        return 1
    with opening.unlocked(folder, passphrase_file) as journal:
        fresh = journal.read(imports.fresh, found.program, found.notes)
        print(trn("{n} note is new.", "{n} notes are new.", len(fresh)))
        return 0 if only_look or not fresh else _take(journal, found.program, fresh)


def _take(journal: database.OpenJournal, program: str, notes: list[Note]) -> int:
    journey = journal.read(journeys.current)
    if journey is None or journey.id is None:
        print(tr("This journal has no journey yet. Open it in Reisgezel first."), file=sys.stderr)
        return 1
    backups.before(journal, Reason.IMPORT)
    batch = journal.do(imports.read_in, journey.id, program, notes)
    print(trn("{n} note is read in.", "{n} notes are read in.", batch.notes))
    return 0
