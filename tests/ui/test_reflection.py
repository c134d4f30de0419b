"""Writing a reflection, as its writer does it."""

import datetime as dt
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget
from sqlalchemy import text as sql

from journal import guidance_files, text
from journal.domain.records import Depth, Who
from journal.errors import CannotWrite
from journal.storage import answers, entries, experiments, journeys, marks, places, questions
from journal.storage.database import OpenJournal
from tests.conftest import Clock
from ui import theme
from ui.pages.reflection import ReflectionPage
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GUIDANCE = guidance_files.guidance_for(guidance_files.shipped()[0])
TRIALS = [prompt.id for prompt in GUIDANCE.stage("trials").prompts]


class Writer:
    """Somebody with an open journal, two two-day sessions behind them, and a page to write on."""

    def __init__(self, journal: OpenJournal, clock: Clock, qtbot) -> None:
        self.journal, self.qtbot = journal, qtbot
        planned = [
            journeys.PlannedMeeting("two-day-1", "two_day", dt.date(2026, 9, 24), dt.date(2026, 9, 25)),
            journeys.PlannedMeeting("two-day-2", "two_day", dt.date(2026, 11, 19), dt.date(2026, 11, 20)),
        ]
        journey = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 19), meetings=planned)
        self.store = Store(journal, GUIDANCE, journey, now=clock)
        self.meetings = [meeting.id for meeting in journal.read(journeys.meetings, journey)]
        self.pages: list[ReflectionPage] = []

    def start(self, depth: Depth | None = Depth.STEPS, form: str = "reflection", meeting: int | None = 1) -> int:
        meeting_id = None if meeting is None else self.meetings[meeting]
        return self.journal.do(
            entries.start, self.store.journey_id, form, on=self.store.today(), meeting_id=meeting_id, depth=depth
        )

    def page(self, entry_id: int, width: int = 1280) -> ReflectionPage:
        page = ReflectionPage(self.store, entry_id)
        self.pages.append(page)
        page.resize(width, 800)
        page.show()
        QTest.qWaitForWindowActive(page)
        return page

    def whole(self, page: ReflectionPage) -> entries.WholeEntry:
        return self.journal.read(entries.whole, page.written.entry_id)

    def saved(self, page: ReflectionPage) -> dict[str, str]:
        return {id_: answer.text for id_, answer in self.whole(page).answers.items() if answer.text}

    def leave(self) -> None:
        for page in self.pages:
            if shiboken6.isValid(page):
                page.close()
                page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def writer(journal: OpenJournal, clock: Clock, qtbot) -> Iterator[Writer]:
    somebody = Writer(journal, clock, qtbot)
    yield somebody
    somebody.leave()


def find(page: QWidget, name: str) -> QWidget:
    QApplication.processEvents()
    return next(widget for widget in page.findChildren(QWidget, name) if widget.isVisible())


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, name), Qt.MouseButton.LeftButton)


def choose(page: QWidget, stage: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    stop = find(page, f"map.{stage}")
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton, keys, stop._centre.toPoint())  # type: ignore[attr-defined]


def field(page: QWidget, name: str) -> AnswerEdit:
    found = find(page, name if name.startswith("reflection.") else f"reflection.text.{name}")
    assert isinstance(found, AnswerEdit)
    return found


def trace(page: ReflectionPage, step: str) -> str:
    return page.findChild(QAbstractButton, f"reflection.rail.step.{step}").trace()  # type: ignore[attr-defined]


def type_here(words: str) -> QWidget:
    here = QApplication.focusWidget()
    assert isinstance(here, QTextEdit), here
    QTest.keyClicks(here, words)
    return here


def on(modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Return, modifiers)


def test_a_whole_reflection_by_keyboard_alone(writer: Writer) -> None:
    page = writer.page(writer.start())
    type_here("Ik liep naast Henk.")
    on()
    type_here("Wandeling met Henk")
    on()
    assert page.step_id() == "place"
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    on()
    assert page.step_id() == "stage"
    for words in ("Het botste over geld.", "Henk.", "Mijn eigen haast."):
        type_here(words)
        on()
    assert page.step_id() == "themes"
    for theme_id in ("transformation", "cooperation", "leadership"):
        type_here(f"Over {theme_id}")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        for _ in range(2):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        for _ in range(3):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    page.show_step("next")
    for words in ("Ik bel Henk.", "dinsdag", "Als het stil mag zijn.", "Lopen helpt."):
        type_here(words)
        on()
    assert page.step_id() == "end"
    whole = writer.whole(page)
    assert whole.entry.finished_at is not None
    assert whole.entry.title == "Wandeling met Henk"
    assert [placed.stage_id for placed in whole.placements] == ["trials"]
    assert whole.marks == {"transformation": 3, "cooperation": 3, "leadership": 3}
    assert whole.answers["next.closing"].text == "Lopen helpt."
    assert [writer.saved(page)[id_] for id_ in TRIALS] == ["Het botste over geld.", "Henk.", "Mijn eigen haast."]
    with writer.qtbot.waitSignal(page.closed_requested, timeout=1000):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def test_a_reflection_by_mouse(writer: Writer) -> None:
    page = writer.page(writer.start(depth=None))
    click(page, "reflection.time.steps")
    QTest.keyClicks(field(page, "moment.story"), "Het werd stil.")
    click(page, "reflection.next")
    choose(page, "trials")
    QTest.keyClicks(field(page, "reflection.notice"), "Ik schuif.")
    click(page, "reflection.who.2")
    choose(page, "threshold")
    click(page, "reflection.next")
    click(page, f"reflection.row.{TRIALS[2]}")
    QTest.keyClicks(field(page, TRIALS[2]), "Ruimte.")
    click(page, "reflection.next")
    QTest.keyClicks(field(page, "theme.cooperation"), "Meer vertrouwen.")
    click(page, "reflection.mark.cooperation.4")
    click(page, "reflection.next")
    QTest.keyClicks(field(page, "next.will"), "Ik bel Fatima.")
    click(page, "reflection.experiment")
    click(page, "reflection.finish")
    assert page.step_id() == "end"
    whole = writer.whole(page)
    assert {(placed.who, placed.stage_id, placed.evidence) for placed in whole.placements} == {
        ("me", "trials", "Ik schuif."),
        ("us", "threshold", ""),
    }
    assert whole.marks == {"cooperation": 4}
    begun = writer.journal.read(experiments.listed, writer.store.journey_id)
    assert [line.title for line in begun] == ["Ik bel Fatima."]
    with writer.qtbot.waitSignal(page.question_requested, timeout=1000):
        click(page, "reflection.refine")


def test_the_rail_tells_what_i_did_at_each_step(writer: Writer) -> None:
    entry = writer.start()
    for prompt_id, words in (("moment.story", "x"), ("moment.name", "Wandeling met Henk"), (TRIALS[0], "y")):
        writer.journal.do(answers.write, entry, prompt_id, words)
    writer.journal.do(places.place, entry, Who.ME, ["trials"])
    page = writer.page(entry)
    assert page.step_id() == "stage"
    assert trace(page, "moment") == "Wandeling met Henk"
    assert trace(page, "place") == "plek 5 van 8"
    assert trace(page, "stage") == "1 van 3 beantwoord"
    assert trace(page, "themes") == ""
    page.findChild(QAbstractButton, f"reflection.peace.{TRIALS[1]}").click()
    assert trace(page, "stage") == "2 van 3 beantwoord"
    assert find(page, "reflection.rail.step.stage").accessibleName() == (
        "Stap 3 van 5: Vragen bij die plek, 2 van 3 beantwoord, je bent hier"
    )


def test_every_step_can_be_reached_at_any_time_and_back_again(writer: Writer) -> None:
    page = writer.page(writer.start())
    for step in ("next", "themes", "stage", "place", "moment"):
        click(page, f"reflection.rail.step.{step}")
        assert page.step_id() == step
    click(page, "reflection.rail.step.next")
    click(page, "reflection.back")
    assert page.step_id() == "themes"
    for _ in GUIDANCE.programme.themes:  # one comes back at the last field
        on(CONTROL | SHIFT)
    assert page.step_id() == "stage"


def test_without_a_place_the_questions_say_where_to_choose_one(writer: Writer) -> None:
    page = writer.page(writer.start())
    page.show_step("stage")
    click(page, "reflection.to_place")
    assert page.step_id() == "place"


def test_on_two_places_i_get_the_questions_of_both(writer: Writer) -> None:
    page = writer.page(writer.start())
    page.show_step("place")
    choose(page, "trials")
    choose(page, "mentor", CONTROL)
    assert find(page, "reflection.two_places").text() == "Je staat op twee plekken."  # type: ignore[attr-defined]
    assert trace(page, "place") == "plek 3 en 5 van 8"
    page.show_step("stage")
    for stage in ("trials", "mentor"):
        assert find(page, f"reflection.row.stage.{stage}.me")


def test_when_i_and_we_differ_it_asks_what_that_tells(writer: Writer) -> None:
    page = writer.page(writer.start())
    page.show_step("place")
    choose(page, "trials")
    click(page, "reflection.who.2")
    choose(page, "trials")
    assert not page.findChildren(QLabel, "reflection.differ")
    choose(page, "threshold")
    assert "andere plek" in find(page, "reflection.differ").text()  # type: ignore[attr-defined]


def test_choosing_another_place_loses_nothing_and_can_be_undone(writer: Writer) -> None:
    page = writer.page(writer.start())
    page.show_step("place")
    choose(page, "trials")
    QTest.keyClicks(field(page, "reflection.notice"), "Ik schuif.")
    choose(page, "call")
    assert trace(page, "place") == "plek 1 van 8"
    find(page, "map.call").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert trace(page, "place") == "plek 5 van 8"
    assert field(page, "reflection.notice").text() == "Ik schuif."
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CONTROL)
    assert trace(page, "place") == "plek 1 van 8"


def test_the_line_opens_with_my_words_and_the_same_word_again_clears_it(writer: Writer) -> None:
    earlier = writer.start(meeting=0)
    writer.journal.do(answers.write, earlier, "theme.leadership", "Ik trek te hard.")
    writer.journal.do(marks.mark, earlier, "leadership", 2)
    page = writer.page(writer.start())
    page.show_step("themes")
    assert not find(page, "reflection.mark.leadership").isEnabled()
    note = find(page, "reflection.mark.leadership.note").accessibleName()
    assert note.startswith("De lijn komt beschikbaar")
    assert note.endswith("Na tweedaagse 1: zoekend")
    QTest.keyClicks(field(page, "theme.leadership"), "Rustiger")
    click(page, "reflection.mark.leadership.3")
    assert writer.whole(page).marks == {"leadership": 3}
    assert find(page, "reflection.mark.leadership.note").accessibleName() == "Na tweedaagse 1: zoekend"
    click(page, "reflection.mark.leadership.3")
    assert writer.whole(page).marks == {}


def test_a_word_on_the_line_never_stays_without_words_of_my_own(writer: Writer) -> None:
    page = writer.page(writer.start())
    page.show_step("themes")
    QTest.keyClicks(field(page, "theme.leadership"), "Rustiger")
    click(page, "reflection.mark.leadership.3")
    field(page, "theme.leadership").replace_text("")
    page.show_step("next")
    assert writer.whole(page).marks == {}


@pytest.mark.parametrize(("depth", "prompt"), [(Depth.SHORT, "short.what"), (Depth.FREE, "free.text")])
def test_five_minutes_and_free_writing(writer: Writer, depth: Depth, prompt: str) -> None:
    page = writer.page(writer.start(depth=None))
    click(page, f"reflection.time.{depth}")
    QTest.keyClicks(field(page, prompt), "Vandaag.")
    page.settle()
    assert writer.saved(page) == {prompt: "Vandaag."}
    while page.step_id() != "end":
        name = (
            "reflection.finish"
            if page.findChild(QAbstractButton, "reflection.finish").isVisible()
            else "reflection.next"
        )
        click(page, name)
    assert writer.whole(page).entry.finished_at is not None


def test_another_amount_of_time_later_keeps_every_answer(writer: Writer) -> None:
    page = writer.page(writer.start(depth=Depth.SHORT))
    QTest.keyClicks(field(page, "short.what"), "Het werd stil.")
    click(page, "reflection.depth")
    click(page, "reflection.time.free")
    QTest.keyClicks(field(page, "free.text"), "Nog meer.")
    click(page, "reflection.depth")
    click(page, "reflection.time.short")
    page.show_step("what")
    assert field(page, "short.what").text() == "Het werd stil."
    page.settle()
    assert writer.saved(page) == {"short.what": "Het werd stil.", "free.text": "Nog meer."}


def test_writing_something_down_has_a_name_and_a_text(writer: Writer) -> None:
    page = writer.page(writer.start(depth=None, form="note", meeting=None))
    type_here("Niet vergeten.")
    QTest.keyClicks(field(page, "reflection.title"), "Op de fiets")
    with writer.qtbot.waitSignal(page.closed_requested, timeout=1000):
        click(page, "reflection.finish")
    whole = writer.whole(page)
    assert (whole.entry.title, whole.answers["note.text"].text) == ("Op de fiets", "Niet vergeten.")


def test_a_page_on_which_nothing_was_written_leaves_nothing_behind(writer: Writer) -> None:
    page = writer.page(writer.start(depth=None, form="note", meeting=None))
    with writer.qtbot.waitSignal(page.closed_requested, timeout=1000):
        click(page, "reflection.close")
    assert writer.journal.read(entries.listed, writer.store.journey_id, ["note"]) == []


def test_when_the_app_is_killed_what_was_saved_stands_there_again(writer: Writer, qapp: QApplication) -> None:
    entry = writer.start()
    page = writer.page(entry)
    story = field(page, "moment.story")
    with writer.qtbot.waitSignal(story.written, timeout=3000):
        QTest.keyClicks(story, "Bewaard")
    page.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    writer.store.do(answers.write, None, entry, "moment.name", "na de dood van de bladzijde")  # nobody listens any more
    again = writer.page(entry)
    again.show_step("moment")
    assert field(again, "moment.story").text() == "Bewaard"


def test_locking_in_between_saves_half_a_sentence(writer: Writer) -> None:
    entry = writer.start()
    page = writer.page(entry)
    type_here("Een halve zi")
    assert page.settle()
    writer.journal.close()
    assert page.settle()  # nothing more to save; the journal may be closed


def test_when_the_disk_is_full_the_text_stays_and_a_panel_says_so(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    page = writer.page(writer.start())
    do = writer.journal.do

    def full(*_args: object, **_named: object) -> object:
        raise CannotWrite(writer.journal.folder, "full")

    monkeypatch.setattr(writer.journal, "do", full)
    type_here("Niet kwijtraken")
    assert not page.settle()
    panel = find(page, "save_trouble")
    assert "Je tekst staat nog hier" in " ".join(label.text() for label in panel.findChildren(QLabel))
    page.show_step("place")
    choose(page, "trials")
    assert trace(page, "place") in ("", "Kies een plek")
    click(page, "save_trouble.copy")
    assert qapp.clipboard().text() == "Niet kwijtraken"
    click(page, "reflection.close")
    assert page.isVisible()
    monkeypatch.setattr(writer.journal, "do", do)
    click(page, "save_trouble.retry")
    assert not panel.isVisible()
    assert writer.saved(page) == {"moment.story": "Niet kwijtraken"}


def test_a_full_journal_file_is_met_in_the_same_way(writer: Writer) -> None:
    page = writer.page(writer.start())

    def pages(session, count: int) -> None:
        session.connection().execute(sql(f"PRAGMA max_page_count = {count}"))

    writer.journal.read(pages, 1)
    field(page, "moment.story").replace_text("woord " * 40_000)
    assert not page.settle()
    writer.journal.read(pages, 1_000_000)
    assert page.settle()
    assert len(writer.saved(page)["moment.story"]) == 240_000


def test_it_says_when_it_was_saved(writer: Writer, clock: Clock) -> None:
    page = writer.page(writer.start())
    type_here("Dag")
    page.settle()
    assert dt.datetime(2026, 11, 20, 19, 14, tzinfo=dt.UTC) == clock()
    said = [label.text() for label in page.findChildren(QLabel, "saved_state.words")]
    assert all(words.startswith("Bewaard om ") for words in said)


def test_the_learning_question_is_always_in_sight(writer: Writer) -> None:
    page = writer.page(writer.start())
    assert find(page, "reflection.question").text() == "Je leervraag mag nog komen."  # type: ignore[attr-defined]
    writer.store.do(
        questions.write_version, None, writer.store.journey_id, "Hoe maak ik ruimte?", on=writer.store.today()
    )
    assert find(page, "reflection.question").text() == "Hoe maak ik ruimte?"  # type: ignore[attr-defined]


def test_f6_walks_the_parts_and_f11_leaves_only_the_words(writer: Writer) -> None:
    page = writer.page(writer.start())
    story = field(page, "moment.story")
    QTest.keyClick(story, Qt.Key.Key_F6)
    assert find(page, "reflection.rail.step.moment").hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert story.hasFocus()
    QTest.keyClick(story, Qt.Key.Key_F11)
    assert not page.findChild(QWidget, "reflection.rail").isVisible()
    assert not page.findChild(QLabel, "reflection.names").isVisible()
    QApplication.processEvents()
    middle = story.mapTo(page, story.rect().center()).x()
    assert abs(middle - page.width() / 2) < 8
    QTest.keyClick(story, Qt.Key.Key_F11)
    assert page.findChild(QWidget, "reflection.rail").isVisible()


def test_what_i_noticed_here_before_stands_beside_the_questions(writer: Writer) -> None:
    before = writer.start(meeting=0)
    writer.journal.do(places.place, before, Who.ME, ["trials"])
    writer.journal.do(places.notice, before, Who.ME, "trials", "Ik hield mijn mond.")
    now = writer.start()
    writer.journal.do(places.place, now, Who.ME, ["trials"])
    page = writer.page(now)
    page.show_step("stage")
    assert any(label.text() == "Ik hield mijn mond." for label in page.findChildren(QLabel))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("factor", "width"), [(1.0, 1280), (1.0, 960), (1.3, 1280), (2.0, 1280), (2.0, 960)])
def test_in_any_size_and_language_nothing_is_cut_off(
    writer: Writer, qapp: QApplication, language: str, factor: float, width: int
) -> None:
    text.use(language)
    theme.apply(qapp, scheme="light", factor=factor)
    entry = writer.start()
    writer.journal.do(places.place, entry, Who.ME, ["trials", "call"])
    page = writer.page(entry, width)
    for step in ("time", "moment", "place", "stage", "themes", "next", "end"):
        page.show_step(step)
        qapp.processEvents()
        assert page.width() == width, step
        sheet = page._sheets[step]
        inside = sheet.widget()
        assert inside.width() <= sheet.viewport().width(), step
        assert inside.minimumSizeHint().width() <= sheet.viewport().width(), step


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_everything_that_can_be_used_has_a_name(writer: Writer, qapp: QApplication, factor: float) -> None:
    theme.apply(qapp, scheme="light", factor=factor)
    entry = writer.start()
    writer.journal.do(places.place, entry, Who.ME, ["trials"])
    page = writer.page(entry)
    for step in ("time", "moment", "place", "stage", "themes", "next", "end"):
        page.show_step(step)
    for widget in [*page.findChildren(QAbstractButton), *page.findChildren(QTextEdit)]:
        spoken = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if widget.isVisibleTo(page):
            assert spoken, widget
            assert widget.objectName(), widget
