"""Story: "two laptops". A copy goes to the other one, both write, and nothing of either side is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from journal.storage import closing, differences
from tests.conftest import PASSPHRASE, Clock
from tests.stories.hands import Hands, answers

FIRST, WORK, HOME = "Zo begon het.", "Op het werk zag ik het zo.", "Thuis zag ik het heel anders."
FIELD = "reflection.text.note.text"


def uses_the_folder(hands: Hands, folder: Path, name: str, monkeypatch) -> None:
    """In the settings: this folder between the laptops, and what this one is called."""
    answers(monkeypatch, folder=lambda: folder)
    hands.press("navigation.settings")
    hands.press("settings.moving")
    hands.types(name, "moving.folder.device", instead=True)
    hands.press("moving.folder.choose")
    hands.waits_for(str(folder))


def writes_over(hands: Hands, text: str) -> None:
    hands.goes_to(2)
    hands.press("reflections.write")
    hands.types(text, FIELD, instead=True)
    assert hands.window.settle()
    hands.goes_to(2)


def locks(hands: Hands) -> None:
    hands.window.lock()
    closing.wait(hands.window.folder)


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    """A folder that both laptops see."""
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    return folder


@pytest.fixture
def work(make_window, locked_journal: Path, qtbot, synced: Path, monkeypatch) -> Hands:
    """The laptop of the work: a note was written, and the folder between laptops is chosen."""
    hands = Hands(make_window(locked_journal), qtbot)
    hands.unlocks(PASSPHRASE)
    hands.writes_note(FIRST)
    uses_the_folder(hands, synced, "laptop werk", monkeypatch)
    return hands


@pytest.fixture
def home(work: Hands, make_window, tmp_path: Path, synced: Path, monkeypatch) -> Hands:
    """The laptop at home, where the journal came as a copy in one file."""
    copy = tmp_path / "kopie.reisgezel"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_n: (str(copy), ""))
    work.press("navigation.settings")
    work.press("Kopie maken…")
    work.qtbot.waitUntil(copy.exists, timeout=30_000)
    hands = Hands(make_window(tmp_path / "thuis" / "journal"), work.qtbot)
    answers(monkeypatch, opens=lambda: copy)
    hands.press("Ik heb al een dagboek")
    hands.press("existing.copy")
    hands.waits_for("Dit is je kopie.")
    hands.unlocks(PASSPHRASE)
    uses_the_folder(hands, synced, "laptop thuis", monkeypatch)
    return hands


@pytest.fixture
def both_wrote(work: Hands, home: Hands, clock: Clock) -> Hands:
    """Both wrote over the same note, and each a note of their own; home locked first, work is opened again."""
    clock.later(hours=1)
    writes_over(work, WORK)
    locks(work)
    clock.later(hours=1)
    writes_over(home, HOME)
    home.writes_note("Dit staat alleen thuis.")
    locks(home)
    clock.later(hours=1)
    work.unlocks(PASSPHRASE)
    work.waits_for("Er staat een nieuwere kopie van ‘laptop thuis’")
    return work


def test_it_is_offered_merged_put_off_and_chosen_later(both_wrote: Hands):
    # when the offer is taken
    work = both_wrote
    work.press("copy_offer.merge")
    work.waits_for("Samengevoegd")

    # then what was only there is here, and of the text that differs both are shown
    work.goes_to(2)
    work.chooses(0)
    work.waits_for("Dit staat alleen thuis.")
    work.press("navigation.settings")
    work.press("settings.moving")
    work.waits_for("1 tekst verschilt. Beide zijn bewaard.")
    work.press("moving.merge.differences")
    assert work.sees("Op het werk")
    assert work.sees("uit ‘laptop thuis’")

    # and choosing can wait, also until after the lock
    work.press("Later kiezen")
    locks(work)
    work.unlocks(PASSPHRASE)
    work.waits_for("1 tekst verschilt. Beide zijn bewaard.")
    work.press("moving.merge.differences")
    work.press("differences.other_one")
    work.waits_for("Er verschilt niets meer")
    work.press("Later kiezen")
    assert not work.sees("1 tekst verschilt")
    store = work.window.store
    assert store.read(differences.count) == 0

    # and what was not chosen is still there as an earlier text
    work.goes_to(2)
    work.chooses(1)
    work.waits_for(WORK)
    work.press("reflections.versions.note.text")
    work.waits_for(HOME)


def test_not_now_asks_again_at_the_next_opening_and_loses_nothing(both_wrote: Hands):
    work = both_wrote
    work.press("copy_offer.not_now")
    work.goes_to(2)
    work.waits_for(WORK)
    locks(work)
    work.unlocks(PASSPHRASE)
    work.waits_for("Er staat een nieuwere kopie van ‘laptop thuis’")


def test_the_way_back_brings_both_laptops_together_again(both_wrote: Hands, home: Hands, clock: Clock):
    work = both_wrote
    work.press("copy_offer.merge")
    work.waits_for("Samengevoegd")
    clock.later(hours=1)
    locks(work)
    home.unlocks(PASSPHRASE)
    home.waits_for("Er staat een nieuwere kopie van ‘laptop werk’")
    home.press("copy_offer.merge")
    home.waits_for("Samengevoegd")
    home.goes_to(2)
    home.chooses(0)
    home.waits_for("Dit staat alleen thuis.")
