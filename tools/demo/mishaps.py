"""What one hopes not to need: another laptop that wrote too, a damaged journal, and a backup that is put back."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from journal import sample
from journal.storage import answers, copies, database, entries
from tools.demo.hand import Hand
from ui.main_window import MainWindow

Opened = Callable[[Path, dt.datetime], MainWindow]
LOOKS = {"light": ("light", 100), "dark": ("dark", 100), "large": ("light", 200)}
"""The looks of a picture: theme and size of the letters."""
_HERE = "In de gang zei Fatima dat ze liever met de bewoners begint dan met het plan. Ik heb niets opgeschreven."
_THERE = "In de gang zei Fatima dat ze liever met de bewoners begint. Ik heb geluisterd en niets beloofd."
_BROKEN_AT, _PAGE = 8, 4096


def look(window: MainWindow, name: str) -> None:
    """Show the window in one of ``LOOKS``."""
    theme, size = LOOKS[name]
    window.take_settings(replace(window.settings, theme=theme, text_size=size))


def write_on_two_laptops(hand: Hand, place: Path) -> None:
    """One note that both laptops wrote on; the copy of the other is merged on the page In en uit."""
    store = hand.window.store  # type: ignore[attr-defined]
    start, home = place / "start.reisgezel", place / "thuis.reisgezel"
    entry_id = store.do(entries.start, None, store.journey_id, "note", on=store.today(), title="In de gang")
    copies.write_copy(store.journal, start)
    copies.open_copy(start, place / "laptop thuis")
    later = hand.window.now() + dt.timedelta(minutes=20)  # type: ignore[attr-defined]
    with database.unlock(place / "laptop thuis", sample.PASSPHRASE, now=lambda: later) as other:
        other.do(answers.write, entry_id, "note.text", _THERE)
        copies.write_copy(other, home)
    store.do(answers.write, None, entry_id, "note.text", _HERE)
    hand.window.shell.show_page("moving")  # type: ignore[attr-defined]
    with hand.naming(home):
        hand.click("moving.merge.choose")
    hand.find("moving.merge.differences")


def throw_something_away(hand: Hand) -> None:
    """A note for the page of what was thrown away."""
    store = hand.window.store  # type: ignore[attr-defined]
    entry_id = store.do(entries.start, None, store.journey_id, "note", on=store.today(), title="Boodschappen")
    store.do(answers.write, None, entry_id, "note.text", "Havermelk, drie peren, stekkerdoos.")
    store.do(entries.throw_away, None, entry_id)


def damaged(journal: Path, moment: dt.datetime, place: Path, opened: Opened, done_with: Callable[..., None]) -> None:
    """08c and putting a backup back, of a copy of a journal in which some signs are no longer right."""
    folder = place / "beschadigd" / "journal"
    shutil.copytree(journal, folder)
    backups = journal.parent / "Reisgezel-backups"
    if backups.exists():
        shutil.copytree(backups, folder.parent / backups.name)
    data = bytearray((folder / "journal.db").read_bytes())
    at = _BROKEN_AT * _PAGE
    data[0:_PAGE] = bytes(_PAGE)
    data[at : at + _PAGE] = bytes(_PAGE)
    (folder / "journal.db").write_bytes(data)
    window = opened(folder, moment)
    hand = Hand(window, place / "screens")
    for name in LOOKS:
        look(window, name)
        hand.write("lock.passphrase", sample.PASSPHRASE)
        hand.click("lock.open")
        hand.find("trouble.title")
        hand.settle(1.0)  # what is whole is being looked up
        hand.picture(f"trouble-{name}")
        window.begin()
        hand.find("lock.passphrase")
    window.begin()
    for name in LOOKS:
        look(window, name)
        hand.find("lock.passphrase")
        hand.write("lock.passphrase", "een andere zin")
        hand.click("lock.open")
        hand.click("lock.restore")
        hand.find("restore.title")
        hand.settle(0.3)
        hand.picture(f"restore-{name}")
        window.begin()
    done_with(window)
