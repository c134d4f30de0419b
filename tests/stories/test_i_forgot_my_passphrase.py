"""Story: "I forgot my passphrase". The code on paper opens it, and after that there is a new one of each."""

import shutil
from pathlib import Path

import pytest

from journal.storage import backups, closing, keys
from tests.conftest import PASSPHRASE, ROOT
from tests.stories.hands import Hands, Key, answers
from tests.stories.test_unlocking import is_open
from ui.lock import LockPage
from ui.widgets.new_code import NewCode
from ui.widgets.recovery_code import RecoveryCode

NEW = "zeven blauwe fietsen in de regen"
CODE = keys.recovery_code(ROOT)


@pytest.fixture
def hands(make_window, locked_journal: Path, qtbot) -> Hands:
    """Somebody before the lock, who wrote something last week."""
    hands = Hands(make_window(locked_journal), qtbot)
    hands.unlocks(PASSPHRASE)
    hands.writes_note("Wat ik niet wil vergeten.")
    hands.window.lock()
    closing.wait(locked_journal)
    return hands


def asks_for_the_code(hands: Hands) -> None:
    hands.tries("was het dan misschien deze zin")
    hands.waits_for("Deze wachtzin past niet.")
    hands.press("Openen met je herstelcode")


def opens_with(hands: Hands, code: str) -> None:
    hands.types(code, "lock.code", instead=True)
    hands.key(Key.Key_Return)


def everything_is_there(hands: Hands) -> None:
    hands.goes_to(2)
    hands.waits_for("Wat ik niet wil vergeten.")


def test_after_misses_the_code_opens_it_and_a_new_passphrase_is_chosen(hands: Hands):
    # given five misses in a row
    lock = hands.window.centralWidget().currentWidget()
    assert isinstance(lock, LockPage)
    lock._pause_ms = 300
    for number in range(5):
        hands.tries(f"misschien was het deze zin {number}")
        hands.waits_for("Even wachten" if number == 4 else "Er is niets verloren")
    hands.qtbot.waitUntil(lock.unlock_form.field.isEnabled, timeout=10_000)

    # when the code is copied from the paper: once with a slip, then in small letters and without dashes
    hands.press("Openen met je herstelcode")
    opens_with(hands, CODE.replace(CODE[3], "7" if CODE[3] != "7" else "8", 1))
    hands.waits_for("Deze code klopt niet helemaal.")
    assert hands.sees("niets verloren")
    opens_with(hands, CODE.replace("-", " ").replace("\n", " ").lower())
    hands.waits_for("Kies een nieuwe wachtzin")

    # then a new passphrase is asked twice; a slip says so
    hands.types(NEW, "lock.new")
    hands.types(NEW + "n", "lock.new_again")
    hands.press("Deze wachtzin bewaren")
    hands.waits_for("Nog niet hetzelfde.")
    hands.types(NEW, "lock.new", instead=True)
    hands.types(NEW, "lock.new_again", instead=True)
    with hands.qtbot.waitSignal(hands.window.unlocked, timeout=20_000):
        hands.press("Deze wachtzin bewaren")
    everything_is_there(hands)

    # and from now on the new one opens it, and the old one does not
    hands.window.lock()
    hands.tries(PASSPHRASE)
    hands.waits_for("Deze wachtzin past niet.")
    hands.unlocks(NEW)
    everything_is_there(hands)


def test_the_code_of_another_journal_is_told_apart_from_a_slip(hands: Hands):
    asks_for_the_code(hands)
    opens_with(hands, keys.recovery_code(bytes(20)))
    hands.waits_for("Deze code hoort bij een ander dagboek.")
    hands.press("Terug naar de wachtzin")
    hands.unlocks(PASSPHRASE)


def test_after_that_a_new_recovery_code_for_the_paper_that_is_used_up(hands: Hands, qtbot):
    asks_for_the_code(hands)
    opens_with(hands, CODE)
    hands.waits_for("Kies een nieuwe wachtzin")
    hands.types(NEW, "lock.new")
    hands.types(NEW, "lock.new_again")
    with qtbot.waitSignal(hands.window.unlocked, timeout=20_000):
        hands.press("Deze wachtzin bewaren")

    # when they take a new code in the settings
    hands.press("navigation.settings")
    hands.press("Nieuwe herstelcode…")
    part = hands.window.shell.current().findChild(NewCode)
    assert part is not None
    fresh = part.code.findChild(RecoveryCode).code
    hands.types(NEW, "settings.new_code.passphrase")
    hands.press("settings.new_code.take")
    hands.waits_for("Vink eerst aan")
    hands.press("settings.new_code.kept")
    hands.press("settings.new_code.take")
    hands.waits_for("Vanaf nu opent je nieuwe herstelcode je dagboek.")

    # then the old one opens the journal no more, and the new one does
    hands.window.lock()
    closing.wait(hands.window.folder)
    asks_for_the_code(hands)
    opens_with(hands, CODE)
    hands.waits_for("Deze code hoort bij een ander dagboek.")
    opens_with(hands, fresh)
    hands.waits_for("Kies een nieuwe wachtzin")
    with qtbot.waitSignal(hands.window.unlocked, timeout=20_000):
        hands.press("lock.not_now")
    everything_is_there(hands)


def test_an_old_backup_says_that_it_wants_the_passphrase_of_then(hands: Hands, qtbot, tmp_path: Path, monkeypatch):
    # given a backup from before the passphrase was changed, on a stick
    stick = tmp_path / "usb-stick"
    stick.mkdir()
    (first,) = backups.of_folder(hands.window.folder)
    shutil.copy(first.path, stick)
    hands.unlocks(PASSPHRASE)
    hands.press("navigation.settings")
    hands.press("settings.change_passphrase")
    for name, text in (("present", PASSPHRASE), ("new", NEW), ("again", NEW)):
        hands.types(text, f"settings.{name}")
    hands.key(Key.Key_Return)
    qtbot.waitUntil(lambda: hands.sees("Vanaf nu gaat je dagboek open met je nieuwe wachtzin."), timeout=20_000)
    hands.window.lock()
    closing.wait(hands.window.folder)

    # when that backup is put back from the lock
    hands.tries("deze was het zeker niet geweest")
    hands.press("Een reservekopie terugzetten")
    assert hands.sees("met de wachtzin van toen")
    answers(monkeypatch, opens=lambda: stick / first.path.name)
    hands.press("restore.other")
    hands.press("restore.go")
    hands.waits_for("Ze gaat open met de wachtzin of de herstelcode van toen.")

    # then the new passphrase does not fit, that still stands there, and the old one opens it
    hands.tries(NEW)
    hands.waits_for("Deze wachtzin past niet.")
    assert hands.sees("de wachtzin of de herstelcode van toen")
    hands.unlocks(PASSPHRASE)
    everything_is_there(hands)


def test_who_walks_away_after_the_code_leaves_nothing_open(hands: Hands):
    asks_for_the_code(hands)
    opens_with(hands, CODE)
    hands.waits_for("Kies een nieuwe wachtzin")
    lock = hands.window.centralWidget().currentWidget()
    assert isinstance(lock, LockPage)
    lock.put_away()
    assert not is_open(hands.window.folder)
    assert hands.sees("Je dagboek is op slot")
    hands.unlocks(PASSPHRASE)
