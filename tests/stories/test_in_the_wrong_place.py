"""Story: "I spilled it all in the wrong place". Overwritten, thrown away, ticked: all of it can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog

from journal.domain.backup_policy import Reason
from journal.storage import backups, closing, search, shares, trash
from tests.conftest import PASSPHRASE, Clock
from tests.stories.hands import CONTROL, Hands, Key
from ui.widgets.compared_text import ComparedText

STORY = "Gisteren zei ik eindelijk tegen Henk wat ik al weken dacht."
FIELD = "reflection.text.note.text"


@pytest.fixture
def hands(make_window, locked_journal: Path, qtbot) -> Hands:
    """Somebody who wrote about Henk, in their own journal."""
    hands = Hands(make_window(locked_journal), qtbot)
    hands.unlocks(PASSPHRASE)
    hands.writes_note(STORY)
    return hands


def opens_the_note(hands: Hands) -> None:
    hands.goes_to(2)
    hands.press("reflections.write")


def test_overwritten_a_moment_ago_ctrl_z_in_the_text_brings_it_back(hands: Hands):
    opens_the_note(hands)
    hands.types("boodschappen", FIELD, instead=True)
    assert not hands.sees("al weken dacht")
    while not hands.sees("al weken dacht"):
        hands.key(Key.Key_Z, CONTROL)
    assert hands.window.settle()
    hands.key(Key.Key_Escape)
    hands.goes_to(2)
    hands.waits_for(STORY)


def test_overwritten_yesterday_the_earlier_version_shows_what_differs_and_comes_back(hands: Hands, clock: Clock):
    # given a text that was written over, and left
    clock.later(days=1)
    opens_the_note(hands)
    hands.types("Gisteren zei ik niets tegen Henk.", FIELD, instead=True)
    hands.key(Key.Key_Escape)
    hands.goes_to(2)
    hands.waits_for("zei ik niets tegen Henk")

    # when its earlier versions are opened
    hands.press("reflections.versions.note.text")
    hands.waits_for(STORY)
    hands.press("Wat is nu anders?")
    compared = hands.window.shell.findChild(ComparedText)
    assert "eindelijk" in compared.accessibleDescription()
    assert "niets" in compared.accessibleDescription()

    # then it is put back, and what stood there became a version itself
    hands.press("Terugzetten")
    hands.waits_for(STORY)
    hands.press("reflections.versions.note.text")
    hands.waits_for("zei ik niets tegen Henk")


def test_the_wrong_one_thrown_away_comes_back_with_ctrl_z_or_days_later_from_the_bin(hands: Hands, clock: Clock):
    hands.goes_to(2)
    hands.press("Weggooien")
    assert not hands.sees("al weken dacht")
    hands.key(Key.Key_Z, CONTROL)
    hands.waits_for("Teruggedraaid: weggooien van")
    assert hands.sees(STORY)

    # and without the keys, twenty days later
    hands.press("Weggooien")
    clock.later(days=20)
    hands.press("navigation.settings")
    hands.press("settings.trash")
    hands.press("Terughalen")
    hands.waits_for("Terug op zijn plek")
    hands.goes_to(2)
    hands.waits_for(STORY)


def test_wiped_for_good_nothing_of_it_is_left_in_index_bin_or_backups(hands: Hands):
    # given a backup that holds it
    store = hands.window.store
    before = backups.make(store.journal, Reason.ASKED, anyway=True)
    assert store.read(search.find, store.journey_id, "Henk")
    hands.goes_to(2)
    hands.press("Weggooien")

    # when it is wiped in the bin, after a second yes
    hands.press("navigation.settings")
    hands.press("settings.trash")
    hands.press("Echt wissen…")
    hands.waits_for("Dan is het voorgoed weg")
    hands.press("Echt wissen")
    hands.waits_for("Er is een verse reservekopie gemaakt; de oudere zijn opgeruimd.")

    # then search, bin and backups know nothing of it, and Ctrl Z does not bring it back
    assert store.read(search.find, store.journey_id, "Henk") == []
    assert store.read(trash.listed) == []
    assert not before.path.exists()
    hands.key(Key.Key_Z, CONTROL)
    hands.goes_to(2)
    assert not hands.sees("Henk")
    folder = hands.window.folder
    hands.window.lock()
    closing.wait(folder)
    kept = [file.read_bytes() for file in folder.parent.rglob("*") if file.is_file()]
    assert not any(b"Henk" in data or "Henk".encode("utf-16-le") in data for data in kept)


def test_ticked_too_much_is_unticked_and_the_list_says_what_was_shared(hands: Hands, tmp_path: Path, monkeypatch):
    # given a preparation in which more was ticked than was meant
    hands.goes_to(5)
    hands.press("intervisie.begin")
    box = next(
        each
        for each in hands.window.findChildren(QCheckBox)
        if each.objectName().startswith("intervisie.tick.") and each.isVisibleTo(hands.window) and each.isEnabled()
    )
    name = box.objectName()
    hands.press(name)
    hands.waits_for("1 van")

    # when Ctrl Z is pressed
    hands.key(Key.Key_Z, CONTROL)
    hands.waits_for("Teruggedraaid: wat je aanvinkte")
    assert hands.sees("0 van") or not hands.window.findChild(QCheckBox, name).isChecked()

    # and what was ticked after all and saved stands in the list, also after it was unticked again
    hands.press(name)
    hands.qtbot.waitUntil(lambda: _can_save(hands), timeout=30_000)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_n: (str(tmp_path / "paper.pdf"), ""))
    hands.press("intervisie.save")
    hands.qtbot.waitUntil((tmp_path / "paper.pdf").exists, timeout=30_000)
    hands.press("intervisie.clear")
    hands.press("intervisie.shared.before")
    hands.waits_for("paper.pdf")
    store = hands.window.store
    assert len(store.read(shares.listed, store.journey_id)) == 1


def _can_save(hands: Hands) -> bool:
    found = hands.window.findChild(object, "intervisie.save")
    return bool(found.isEnabled())
