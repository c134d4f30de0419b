"""Story: "my laptop died". What was written is on the USB stick, and comes back on another laptop."""

import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from journal.storage import closing
from tests.conftest import PASSPHRASE
from tests.stories.conftest import XScreen
from tests.stories.hands import Hands, answers
from tests.stories.test_unlocking import is_open, wait_until


def newest(stick: Path) -> Path:
    return max(stick.glob("*.reisgezel"), key=lambda file: file.name)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "usb-stick"
    place.mkdir()
    return place


@pytest.fixture
def hands(make_window, locked_journal: Path, qtbot) -> Hands:
    """Somebody before the lock of their laptop."""
    return Hands(make_window(locked_journal), qtbot)


@pytest.fixture
def died(hands: Hands, stick: Path, monkeypatch, locked_journal: Path) -> Path:
    """They wrote, chose a second place, wrote more and locked; then the laptop died, with everything on it."""
    answers(monkeypatch, folder=lambda: stick)
    hands.unlocks(PASSPHRASE)
    hands.writes_note("Langs het wad was het eindelijk stil in mijn hoofd.")
    hands.press("navigation.settings")
    hands.press("backups.choose_second")
    hands.waits_for("Die is er nu.")
    hands.qtbot.waitUntil(lambda: any(stick.glob("*.reisgezel")), timeout=30_000)
    hands.writes_note("Woensdag zei ik het toch hardop.")
    hands.window.lock()
    closing.wait(locked_journal)
    hands.window.hide()
    shutil.rmtree(locked_journal)
    shutil.rmtree(locked_journal.parent / "Reisgezel-backups")
    assert hands.window.folder == locked_journal
    return stick


def everything_is_there(hands: Hands) -> None:
    hands.goes_to(2)
    hands.waits_for("Woensdag zei ik het toch hardop.")
    hands.chooses(1)
    hands.waits_for("eindelijk stil in mijn hoofd")


def test_on_a_new_laptop_the_backup_of_the_stick_opens(died: Path, make_window, qtbot, tmp_path, monkeypatch):
    # given a new laptop, where Reisgezel starts for the first time
    hands = Hands(make_window(tmp_path / "nieuwe laptop" / "journal"), qtbot)
    assert hands.sees("Ik heb al een dagboek")

    # when the newest file of the stick is chosen
    answers(monkeypatch, opens=lambda: newest(died))
    hands.press("Ik heb al een dagboek")
    assert hands.sees("reservekopie")
    hands.press("existing.copy")

    # then the lock says what this is, and with the passphrase of then everything is there
    hands.waits_for("Dit is de reservekopie van")
    assert hands.sees("de wachtzin of de herstelcode van toen")
    hands.unlocks(PASSPHRASE)
    everything_is_there(hands)
    hands.press("Iets opschrijven")
    hands.types("En verder op de nieuwe.", "reflection.text.note.text")
    assert hands.window.settle()


def test_who_chooses_the_stick_itself_gets_the_newest_backup_of_it(
    died: Path, make_window, qtbot, tmp_path, monkeypatch
):
    hands = Hands(make_window(tmp_path / "nieuwe laptop" / "journal"), qtbot)
    answers(monkeypatch, folder=lambda: died)
    hands.press("Ik heb al een dagboek")
    hands.press("existing.folder")
    hands.waits_for("Dit is de reservekopie van")
    hands.unlocks(PASSPHRASE)
    everything_is_there(hands)


def test_a_stick_with_something_else_on_it_says_so_and_lets_one_choose_again(
    make_window, qtbot, tmp_path, stick: Path, monkeypatch
):
    (stick / "vakantie.reisgezel").write_bytes(b"dit is geen dagboek")
    hands = Hands(make_window(tmp_path / "nieuw" / "journal"), qtbot)
    answers(monkeypatch, opens=lambda: stick / "vakantie.reisgezel", folder=lambda: stick)
    hands.press("Ik heb al een dagboek")
    hands.press("existing.copy")
    hands.waits_for("Het bestand is door iets anders gemaakt")
    hands.press("existing.folder")
    hands.waits_for("In die map staat geen dagboek")
    hands.press("Terug")
    assert hands.sees("Ik heb al een dagboek")


@pytest.mark.screen
def test_killed_while_writing_the_next_start_says_up_to_when_it_is_saved(
    x_screen: XScreen, locked_journal: Path, make_window, qtbot, program: list[str]
):
    # given somebody who writes a note in the real app, by keyboard
    app = subprocess.Popen([*program, "--journal", str(locked_journal)], env=x_screen.environment)
    window = x_screen.tool("search", "--sync", "--onlyvisible", "--name", "^Reisgezel$").splitlines()[-1]
    x_screen.tool("windowfocus", "--sync", window)
    x_screen.tool("type", "--delay", "20", PASSPHRASE)
    x_screen.tool("key", "Return")
    wait_until(lambda: is_open(locked_journal), 60)
    time.sleep(3)  # De reis is on screen
    x_screen.tool("key", "--clearmodifiers", "ctrl+2")
    time.sleep(1)
    x_screen.tool("key", "space")  # Iets opschrijven
    time.sleep(3)
    x_screen.tool("type", "--delay", "20", "De sleutel lag onder de mat")
    time.sleep(4)  # a rest of four hundred milliseconds saves it

    # when the power goes
    app.send_signal(signal.SIGKILL)
    assert app.wait(timeout=30) == -signal.SIGKILL

    # then the next start says up to when everything is saved, and it is
    hands = Hands(make_window(locked_journal), qtbot)
    hands.unlocks(PASSPHRASE)
    hands.waits_for("De vorige keer stopte Reisgezel onverwacht. Alles tot")
    hands.goes_to(2)
    hands.waits_for("De sleutel lag onder de mat")
