"""What can be going on when a laptop dies: every kind of work on a journal, over and over, telling what was saved."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journal import open_archive
from journal.domain.backup_policy import Reason
from journal.elsewhere.notes import Note
from journal.errors import JournalError
from journal.storage import (
    answers,
    backup_files,
    backups,
    copies,
    database,
    entries,
    imports,
    merge,
    new_root,
    restoring,
)
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.storage.beginnings import TODAY, text_of
from tests.storage.random_journals import everything
from tests.storage.two_copies import base, copy_of

Say = Callable[[str], None]
LONG = "een lang verhaal over het wad " * 2_000
OTHER = "een heel andere zin voortaan"
RELEASED = Path(__file__).parents[1] / "data" / "journals"
RELEASED_PASSPHRASE = "vier gele fietsen"
NOTES, AT_HOME = 300, 40
STORY = "note.text"


@dataclass(frozen=True)
class Work:
    """``once(journal, place, number)`` is done between two saves. ``made``: names that it may leave in the place."""

    once: Callable[[OpenJournal, Path, int], object]
    made: frozenset[str] = frozenset()


def begun(place: Path) -> Path:
    """The place of all kinds: a journal with backup, archive, copy, and a copy that went its own way."""
    base(place / "journal")
    with copy_of(place / "journal", place / "other", Clock()) as other:
        for number in range(AT_HOME):
            other.do(entries.start, 1, "note", on=TODAY, title=f"thuis {number}")
        copies.write_copy(other, place / "thuis.reisgezel")
    shutil.rmtree(place / "other")
    with database.unlock(place / "journal", PASSPHRASE) as journal:
        journal.do(answers.write, 2, STORY, LONG)
        journal.do(answers.write, 1, STORY, "0 " + LONG)
        backups.make(journal, Reason.CLOSE)
        open_archive.write(journal, place / "archive.zip")
    return place


def opened(folder: Path) -> OpenJournal:
    """With the passphrase from before or after."""
    try:
        return database.unlock(folder, PASSPHRASE)
    except JournalError:
        return database.unlock(folder, OTHER)


def saving(_journal: OpenJournal, _place: Path, _number: int) -> None:
    """Nothing but the saves."""


def backing_up(journal: OpenJournal, _place: Path, _number: int) -> None:
    backups.make(journal, Reason.ASKED, anyway=True)


def restoring_one(journal: OpenJournal, place: Path, _number: int) -> None:
    _away(place / "journal-2")
    restoring.put_back(backups.of_folder(journal.folder)[-1].path, journal.folder)


def _away(folder: Path) -> None:
    """In one step, so that a kill of the test's own clearing away leaves no half folder."""
    if folder.exists():
        gone = folder.parent / "gone"
        gone.mkdir(exist_ok=True)
        folder.rename(gone / f"{folder.name} {len(list(gone.iterdir()))}")


def rekeying(journal: OpenJournal, _place: Path, number: int) -> None:
    phrase = PASSPHRASE if _opens(journal, PASSPHRASE) else OTHER
    new_root.renew(journal, bytes([number % 256] * 20), phrase, cost=CHEAP)


def _opens(journal: OpenJournal, phrase: str) -> bool:
    from journal.storage import key_file  # only here

    try:
        return bool(key_file.read(journal.folder / "journal.key").root(phrase))
    except JournalError:
        return False


def changing_the_passphrase(journal: OpenJournal, _place: Path, number: int) -> None:
    backups.before(journal, Reason.PASSPHRASE)
    journal.set_passphrase((OTHER, PASSPHRASE)[number % 2], cost=CHEAP)


def copying(journal: OpenJournal, place: Path, _number: int) -> None:
    copies.write_copy(journal, place / "copy.reisgezel")


def archiving(journal: OpenJournal, place: Path, _number: int) -> None:
    open_archive.write(journal, place / "new.zip")


def reading_in_an_archive(_journal: OpenJournal, place: Path, _number: int) -> None:
    _away(place / "there")
    open_archive.read_in(place / "archive.zip", place / "there", PASSPHRASE, ROOT, cost=CHEAP)


def reading_in_a_diary(journal: OpenJournal, _place: Path, number: int) -> None:
    notes = [Note(dt.date(2020, 1, 1), f"dag {n}", "tekst " * 50, f"{number} {n}") for n in range(NOTES)]
    journal.do(imports.read_in, 1, "jrnl", notes)


def merging(journal: OpenJournal, place: Path, _number: int) -> None:
    merge.merge_copy(journal, place / "thuis.reisgezel", "thuis")


WORKS = {
    "saving": Work(saving),
    "backing up": Work(backing_up),
    "putting back": Work(restoring_one, frozenset({"journal-2"})),
    "a new recovery code": Work(rekeying),
    "another passphrase": Work(changing_the_passphrase),
    "a copy": Work(copying, frozenset({"copy.reisgezel"})),
    "an archive out": Work(archiving, frozenset({"new.zip"})),
    "an archive in": Work(reading_in_an_archive, frozenset({"there"})),
    "a diary in": Work(reading_in_a_diary),
    "merging": Work(merging),
}


def over_and_over(work: Work, place: Path, say: Say) -> None:
    """Save, say so, do the work; until the end."""
    journal = opened(place / "journal")
    say("begun")
    number = int(text_of(journal, 1, STORY).split()[0])
    while True:
        number += 1
        journal.do(answers.write, 1, STORY, f"{number} {LONG}")
        say(f"saved {number}")
        work.once(journal, place, number)
        say("done")


def look(place: Path, said: list[str]) -> None:
    """Everything that was said to be saved is there; all that stands there is whole."""
    saved = [int(line.split()[1]) for line in said if line.startswith("saved")]
    with opened(place / "journal") as journal:
        assert check(journal).problems == ()
        number, text = text_of(journal, 1, STORY).split(" ", 1)
        assert text == LONG
        assert int(number) in ((saved[-1], saved[-1] + 1) if saved else (0, 1))
        assert text_of(journal, 2, STORY) == LONG
        notes = journal.read(entries.listed, 1, ["note"])
        assert sum(line.title.startswith("dag ") for line in notes) % NOTES == 0
        assert sum(line.title.startswith("thuis ") for line in notes) in (0, AT_HOME)
        code = journal.recovery_code()
        journal.do(answers.write, 1, "note.after", "daarna")
    with database.unlock_with_recovery(place / "journal", code) as journal:
        assert text_of(journal, 1, "note.after") == "daarna"
    for backup in backups.of_folder(place / "journal"):
        backup_files.look_whole(backup.path)
    for name in ("journal-2", "there"):
        if (place / name).exists():
            with opened(place / name) as journal:
                assert check(journal).problems == ()
                assert text_of(journal, 2, STORY) == LONG
    if (place / "copy.reisgezel").exists():
        backup_files.look_whole(place / "copy.reisgezel")


def left_over(place: Path, work: Work) -> list[str]:
    """What is there that nobody asked for."""
    known = {"gone", "journal", "Reisgezel-backups", "thuis.reisgezel", "archive.zip", *work.made}
    found = [path.name for path in place.iterdir() if path.name not in known]
    ours = {"journal.db", "journal.key", "journal.lock"}
    for folder in ("journal", "journal-2", "there"):
        if (place / folder).exists():
            found += [path.name for path in (place / folder).iterdir() if path.name not in ours]
    found += [path.name for path in (place / "Reisgezel-backups").iterdir() if path.suffix != ".reisgezel"]
    return found


def released(place: Path) -> dict[str, list[object]]:
    """What is in the journal of the first release, once it has moved to the tables of today."""
    copies.open_copy(RELEASED / "0001.reisgezel", place)
    with database.unlock(place, RELEASED_PASSPHRASE) as journal:
        return {name: [without_uid(row) for row in rows] for name, rows in everything(journal).items()}


def without_uid(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(value for value in row if not (isinstance(value, str) and len(value) == 16 and value.isalnum()))
