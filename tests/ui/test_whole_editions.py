"""After a whole edition the pages show what its programme asked for, and nothing that it never asked."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from journal import guidance_files, sample
from journal.storage import database, journeys, webinars
from tests.conftest import CHEAP
from ui.pages.lookback import LookbackPage
from ui.pages.lookback.theme_chart import ThemeChart
from ui.pages.webinars import WebinarsPage
from ui.pages.webinars.standing import lines
from ui.store import Store
from ui.widgets.fragment_tree import FragmentTree, Node
from ui.widgets.text_link import TextLink


@pytest.fixture
def lived(tmp_path):
    """A whole edition of a programme, as its invented participant left it."""
    opened = []

    def open_story(name) -> Store:
        moment = sample.write_sample(tmp_path / name, story=name, cost=CHEAP)
        journal = database.unlock(tmp_path / name, sample.PASSPHRASE, now=lambda: moment)
        opened.append(journal)
        journey = journal.read(journeys.current)
        return Store(journal, guidance_files.for_journey(journey.programme_id, None), journey.id, now=lambda: moment)

    yield open_story
    for journal in opened:
        journal.close()


def shown(page, qtbot) -> str:
    qtbot.addWidget(page)
    page.resize(1032, 800)
    page.show()
    page.refresh()
    QApplication.processEvents()
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_terugblik_shows_all_marks_of_a_long_programme_with_its_closing_day(lived, qtbot):
    page = LookbackPage(lived("aisha"))
    shown(page, qtbot)
    chart = page.findChild(ThemeChart, "lookback.chart.labour")
    assert [point.name for point in chart._points if point.level] == [
        "het begin, van nu af gezien", "Leerdag 1", "Leerdag 8", "Slotdag",
    ]  # fmt: skip


def test_terugblik_shows_the_heroes_that_a_programme_asks_for(lived, qtbot):
    page = LookbackPage(lived("hanneke"))
    assert "Gijs, de badmeester" in shown(page, qtbot)


def test_terugblik_has_no_card_that_a_programme_can_never_fill(lived, qtbot):
    page = LookbackPage(lived("petra"))
    said = shown(page, qtbot)
    assert "Zo veranderde je vraag" in said
    assert "Helden en helpers" not in said
    assert "Mijn les in één zin" not in said


def test_a_workshop_on_which_was_looked_back_with_its_own_form_is_done(lived):
    store = lived("hanneke")
    been = store.read(webinars.webinars, store.journey_id, store.guidance.reflection_ids())
    found = lines(been, [], store.guidance, store.today())
    assert {line.status for line in found} == {"teruggekeken"}


def test_the_words_of_a_link_break_between_words(qtbot):
    link = TextLink("Ik verstop me erachter, en de anderen achter mij.", 1, name="link")
    qtbot.addWidget(link)
    one_line = link.sizeHint().width()
    assert link.heightForWidth(one_line - 4) == link.heightForWidth(one_line // 2 + 40)
    assert link.heightForWidth(20) > link.heightForWidth(one_line // 2)


def test_names_that_do_not_fit_beside_each_other_stand_under_each_other(qtbot):
    def group(title: str) -> Node:
        ids = [f"{title}.{number}" for number in range(12)]
        return Node(title, title, children=tuple(Node(id_, "stuk", ticks=(id_,)) for id_ in ids), counted=True)

    tree = FragmentTree()
    qtbot.addWidget(tree)
    tree.resize(510, 400)
    tree.show()
    tree.show_groups([group("Plek"), group("Casus")], frozenset())
    tops = [tree.findChild(object, f"intervisie.tick.{name}").parentWidget().y() for name in ("Plek", "Casus")]
    assert tops[0] == tops[1]
    tree.show_groups([group("Reflectie netwerkgesprek 1"), group("Reflectie netwerkgesprek 2")], frozenset())
    QApplication.processEvents()
    rows = [tree._rows[f"Reflectie netwerkgesprek {number}"] for number in (1, 2)]
    assert rows[0].y() < rows[1].y()
    assert rows[0].words.height() == rows[1].words.height() < 2 * rows[0].words.fontMetrics().height() + 12


def test_what_was_written_about_a_workshop_is_one_click_away(lived, qtbot):
    page = WebinarsPage(lived("hanneke"))
    shown(page, qtbot)
    link = next(each for each in page.findChildren(QPushButton) if each.objectName().startswith("webinars.written."))
    assert "Wat er verschoof" in link.text()
    with qtbot.waitSignal(page.entry_requested) as asked:
        link.click()
    assert asked.args == [int(link.objectName().rpartition(".")[2])]


@pytest.mark.parametrize(("story", "tab"), [("jeroen", "Webinars"), ("petra", "Bijeenkomsten")])
def test_a_programme_without_webinars_does_not_speak_of_them(lived, qtbot, story, tab):
    page = WebinarsPage(lived(story))
    shown(page, qtbot)
    assert page.tabs.tabText(0) == tab
