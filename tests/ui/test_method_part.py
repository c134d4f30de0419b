"""The method on the intervisie page: when it fits, who does what, and methods of a group's own by file."""

import re
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QWidget

from journal import text
from journal.storage import own_methods, preparations
from tests.storage.intervisie_story import Story, tell
from ui.pages.intervisie.method_part import MethodPart
from ui.pages.intervisie.own_methods import OwnMethods
from ui.store import Store

HANDBOOK = (Path(__file__).parents[2] / "docs/method-file.md").read_text("utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", HANDBOOK, re.DOTALL)[1]


@pytest.fixture
def story(journal) -> Story:
    return tell(journal)


@pytest.fixture
def store(story, clock) -> Store:
    return Store(story.journal, story.guidance, story.journey_id, now=clock)


@pytest.fixture
def part(store, story, qtbot) -> MethodPart:
    made = MethodPart(store.guidance)
    qtbot.addWidget(made)
    made.resize(548, 700)
    made.show()
    made.show_method("gossip")

    def choose(method_id: str) -> None:
        store.do(preparations.set_method, None, story.preparation_id, method_id)
        made.show_method(method_id)

    made.own = OwnMethods(store, made, choose)
    return made


@pytest.fixture
def file(tmp_path) -> Path:
    made = tmp_path / "wandelen.toml"
    made.write_text(EXAMPLE, "utf-8")
    return made


def find(page: QWidget, name: str):
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(page: QWidget, name: str) -> None:
    button = find(page, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def seen(page: QWidget) -> str:
    QTest.qWait(0)
    return " | ".join(re.sub("<[^>]*>", "", label.text()) for label in page.findChildren(QLabel) if label.isVisible())


def choices(part: MethodPart) -> list[str]:
    combo = part.findChild(QComboBox, "intervisie.method")
    return [combo.itemText(at) for at in range(combo.count()) if combo.itemText(at)]


def kept(store) -> int:
    return len(store.read(own_methods.sources))


def test_more_about_a_method_opens_and_closes(part):
    assert "Gespreksleider" not in seen(part)
    assert "Roddelen, 15 minuten. Jij draait je stoel om en schrijft mee. Samen 60 minuten." in seen(part)
    click(part, "intervisie.method.about")
    told = seen(part)
    assert "Past: Als je vastzit" in told
    assert "Voor: een groep vanaf 4 mensen, 60 minuten." in told
    assert "Gespreksleider: Bewaakt de stappen en de tijd" in told
    assert "wat raakt me" in told
    click(part, "intervisie.method.about")
    assert "Gespreksleider" not in seen(part)


def test_the_incident_method_says_that_something_prints_apart(part):
    part.open_more()
    part.show_method("incident")
    assert "wat je werkelijk deed komt op een eigen, laatste pagina." in seen(part)


def test_a_method_of_ones_own_is_opened_chosen_and_told(part, store, story, file, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    click(part, "intervisie.method.about")
    click(part, "intervisie.method.open")
    assert choices(part)[-1] == "Wandelmethode"
    assert part.current_id() == "walk"
    assert "Twee aan twee lopen" in seen(part)
    assert "Meeloper" in seen(part)
    assert story.journal.read(preparations.current, story.journey_id).method_id == "walk"
    assert store.guidance.method("walk").minutes == 50


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("minutes = 10", "minutes = 1000"), "Regel 50, minutes: dit getal"),
        (('id = "walk"', 'id = "balint"'), "balint is een werkwijze die bij Reisgezel hoort"),
        (("format = 1", "<html>"), "dit is een webpagina"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line_and_nothing_changes(part, store, file, line, told):
    file.write_text(EXAMPLE.replace(*line), "utf-8")
    part.open_more()
    assert not part.own.take(file)
    words = part.more.trouble.words
    assert words.startswith("Dit bestand wordt niet gebruikt, en er is niets veranderd. wandelen.toml.")
    assert told in words
    assert kept(store) == 0
    assert part.current_id() == "gossip"


def test_a_method_goes_again_when_nothing_uses_it(part, store, story, file):
    part.open_more()
    part.own.take(file)
    click(part, "intervisie.method.remove.walk")
    assert "Deze werkwijze blijft: een voorbereiding gebruikt hem." in part.more.trouble.words
    assert kept(store) == 1
    store.do(preparations.set_method, None, story.preparation_id, "gossip")
    part.show_method("gossip")
    click(part, "intervisie.method.remove.walk")
    assert kept(store) == 0
    assert "Wandelmethode" not in choices(part)
    assert part.current_id() == "gossip"
    assert not part.more.trouble.isVisible()


def test_a_newer_file_takes_the_place_of_the_earlier_one(part, store, file):
    part.own.take(file)
    file.write_text(EXAMPLE.replace("Wandelmethode", "Wandelen"), "utf-8")
    part.own.take(file)
    assert kept(store) == 1
    assert choices(part)[-1] == "Wandelen"


def test_a_method_with_the_longest_names_stays_within_the_column(part, file):
    long = EXAMPLE.replace("Wandelmethode", "Wandelen met wie je niet kent, een uur " + "en nog een" * 2)
    long = long.replace('name.nl = "Heen"', f'name.nl = "{"Heenlopenmetzijntweeen" * 2}"')
    file.write_text(long, "utf-8")
    assert part.own.take(file), part.more.trouble.words
    part.open_more()
    assert part.minimumSizeHint().width() <= 548
    assert find(part, "intervisie.method").toolTip().startswith("Wandelen met wie")


def test_a_method_that_is_not_there_any_more_says_so(part):
    part.show_method("vanished")
    assert "Deze werkwijze staat niet meer in je dagboek." in seen(part)
    assert part.findChild(QComboBox, "intervisie.method").currentIndex() == -1
    part.show_method("gossip")
    assert "Jij luistert." in seen(part)


def test_the_choice_goes_back_when_it_was_not_kept_and_a_chosen_step_stays_chosen(part):
    click(part, "intervisie.step.bring")
    combo = part.findChild(QComboBox, "intervisie.method")
    combo.setCurrentIndex(combo.findData("balint"))
    part.show_method("gossip")
    assert combo.currentText() == "Roddelmethode"
    assert "Inbreng, 10 minuten." in seen(part)


def test_the_meeting_can_be_led_from_here(part, qtbot):
    with qtbot.waitSignal(part.session_requested):
        click(part, "intervisie.session")


def test_it_all_is_there_in_english(store, qtbot):
    text.use("en")
    part = MethodPart(store.guidance)
    qtbot.addWidget(part)
    part.show()
    part.show_method("ten-steps")
    part.open_more()
    assert "Fits: When there is time" in seen(part)
    assert "Less about this method" in find(part, "intervisie.method.about").text()
