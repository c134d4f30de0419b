"""The learning question: to meet it again, to let it move, and to lose nothing on the way."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel

from journal import guidance_files, text
from journal.storage import answers, entries, journeys, question_drafts, questions
from journal.storage.journeys import PlannedMeeting
from ui import theme
from ui.pages.question import QuestionPage
from ui.pages.question_guide import QuestionGuidePage
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.version_list import VersionList

MEETINGS = (
    PlannedMeeting("webinar-2", "webinar", dt.date(2026, 10, 20), dt.date(2026, 10, 20)),
    PlannedMeeting("two-day-2", "two_day", dt.date(2026, 11, 19), dt.date(2026, 11, 20)),
)

FIRST_WITHOUT_WORDS = "Je eerste versie. Je schreef er geen toelichting bij."


@pytest.fixture
def store(journal, clock):
    journey_id = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 19), meetings=MEETINGS)
    return Store(journal, guidance_files.for_journey("htc", None), journey_id, now=clock)


def ask(store, words, day="2026-09-19", **more):
    on = dt.date.fromisoformat(day)
    return store.do(questions.write_version, None, store.journey_id, words, on=on, **more)


@pytest.fixture
def page_of(qtbot, store):
    def show(kind=QuestionPage):
        page = kind(store)
        qtbot.addWidget(page)
        page.resize(1032, 800)
        page.show()
        QTest.qWaitForWindowActive(page)
        return page

    return show


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(page, name):
    QTest.mouseClick(find(page, QAbstractButton, name), Qt.MouseButton.LeftButton)


def rewrite(page, words):
    edit = find(page, AnswerEdit, "question.text")
    edit.selectAll()
    QTest.keyClicks(edit, words)


def rows(page):
    model = find(page, VersionList, "question.versions").model()
    return [model.data(model.index(number)) for number in range(model.rowCount())]


def versions(store):
    return [line.text for line in store.read(questions.versions, store.journey_id)]


def test_without_a_question_the_page_offers_help(page_of, qtbot):
    page = page_of()

    assert find(page, QLabel, "question.none").text() == "Je leervraag mag nog komen."
    with qtbot.waitSignal(page.guide_requested):
        click(page, "question.guide")


def test_a_first_version_stands_alone(page_of, store):
    ask(store, "Hoe krijg ik alle partijen mee?")
    page = page_of()

    assert find(page, QLabel, "question.shown").text() == "Hoe krijg ik alle partijen mee?"
    assert (
        find(page, QLabel, "question.caption").text() == "Eerste versie, geschreven op 19 september 2026 bij het begin"
    )
    assert find(page, QLabel, "question.first").isVisible()


def test_a_question_in_three_versions_shows_how_it_moved_and_by_what(page_of, store, qtbot):
    moment = store.do(
        entries.start, None, store.journey_id, "reflection", on=dt.date(2026, 11, 20), title="Wandeling met Henk"
    )
    ask(store, "Hoe krijg ik alle partijen mee?")
    ask(store, "Hoe breng ik partijen in beweging?", "2026-10-20", reason="Ik sta nu zelf in de vraag.")
    page = page_of()

    click(page, "question.write")
    rewrite(page, "Hoe maak ik ruimte?")
    click(page, "question.save")
    QTest.keyClicks(QApplication.focusWidget(), "Van bewegen naar ruimte maken.")
    link = find(page, QComboBox, "question.link")
    link.setCurrentIndex(link.findData(moment))
    click(page, "question.shift.done")

    assert find(page, QLabel, "question.shown").text() == "Hoe maak ik ruimte?"
    caption = find(page, QLabel, "question.caption").text()
    assert caption == "Derde versie, geschreven op 20 november 2026 tijdens tweedaagse 2"
    assert rows(page) == [
        "20 november, de versie hierboven. “Van bewegen naar ruimte maken.”. Enter opent: Wandeling met Henk",
        "20 oktober, na webinar 2. Hoe breng ik partijen in beweging?. “Ik sta nu zelf in de vraag.”",
        "19 september, bij het begin. Hoe krijg ik alle partijen mee?. " + FIRST_WITHOUT_WORDS,
    ]
    listed = find(page, VersionList, "question.versions")
    listed.setFocus()
    with qtbot.waitSignal(page.entry_requested) as opened:
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert opened.args == [moment]


def test_e_writes_a_new_version_and_ctrl_enter_keeps_it(page_of, store):
    ask(store, "Hoe krijg ik ze mee?")
    page = page_of()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_E)
    rewrite(page, "Hoe luister ik eerst?")
    QTest.keyClick(find(page, AnswerEdit, "question.text"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert versions(store) == ["Hoe luister ik eerst?", "Hoe krijg ik ze mee?"]


def test_improving_a_word_makes_no_version_and_keeps_the_earlier_wording(page_of, store):
    version = ask(store, "Hoe krijg ik aller partijen mee?")
    page = page_of()
    click(page, "question.improve")
    rewrite(page, "Hoe krijg ik alle partijen mee?")
    click(page, "question.save")

    assert versions(store) == ["Hoe krijg ik alle partijen mee?"]
    assert find(page, QLabel, "question.shown").text() == "Hoe krijg ik alle partijen mee?"
    (earlier,) = store.read(answers.versions, version, questions.TEXT)
    assert earlier.text == "Hoe krijg ik aller partijen mee?"


def test_an_unfinished_version_survives_leaving_and_does_not_count(page_of, store):
    ask(store, "Hoe krijg ik ze mee?")
    page = page_of()
    click(page, "question.write")
    rewrite(page, "Hoe laat ik")
    assert page.settle()
    page.close()

    assert versions(store) == ["Hoe krijg ik ze mee?"]
    again = page_of()
    assert find(again, QAbstractButton, "question.write").text() == "Verder met je nieuwe versie"
    click(again, "question.write")
    assert find(again, AnswerEdit, "question.text").text() == "Hoe laat ik"
    QTest.keyClicks(find(again, AnswerEdit, "question.text"), " los?")
    click(again, "question.save")
    assert versions(store) == ["Hoe laat ik los?", "Hoe krijg ik ze mee?"]
    assert store.read(question_drafts.draft, store.journey_id) is None


def test_an_unfinished_improvement_survives_too_and_stays_an_improvement(page_of, store):
    ask(store, "Hoe krijg ik aller mee?")
    page = page_of()
    click(page, "question.improve")
    rewrite(page, "Hoe krijg ik allen mee?")
    page.settle()
    page.close()
    again = page_of()
    click(again, "question.improve")
    click(again, "question.save")

    assert versions(store) == ["Hoe krijg ik allen mee?"]


def test_never_mind_leaves_the_question_as_it_was_and_its_text_can_be_fetched_back(page_of, store):
    ask(store, "Hoe krijg ik ze mee?")
    page = page_of()
    click(page, "question.write")
    rewrite(page, "Iets anders?")
    click(page, "question.cancel")

    assert find(page, QLabel, "question.shown").text() == "Hoe krijg ik ze mee?"
    (gone,) = store.read(entries.listed, store.journey_id, ["learning_question"], thrown_away=True)
    assert store.read(entries.whole, gone.id).answers[questions.TEXT].text == "Iets anders?"


def test_esc_closes_and_throws_nothing_away(page_of, store, qapp):
    ask(store, "Hoe krijg ik ze mee?")
    page = page_of()
    click(page, "question.write")
    rewrite(page, "Hoe laat ik los?")
    QTest.keyClick(find(page, AnswerEdit, "question.text"), Qt.Key.Key_Escape)

    qapp.processEvents()
    assert find(page, QLabel, "question.shown").isVisible()
    assert store.read(question_drafts.draft, store.journey_id).text == "Hoe laat ik los?"


def test_without_words_there_is_nothing_to_keep(page_of, store):
    ask(store, "Hoe krijg ik ze mee?")
    page = page_of()
    click(page, "question.write")
    find(page, AnswerEdit, "question.text").replace_text("")

    assert not find(page, QAbstractButton, "question.save").isEnabled()
    assert find(page, QLabel, "question.waits").text() == "Schrijf eerst een vraag."


def test_a_gentle_check_asks_back_and_does_not_stop_anybody(page_of, store, qtbot):
    ask(store, "Hoe krijg ik ze mee?")
    page = page_of()
    click(page, "question.write")
    find(page, AnswerEdit, "question.text").replace_text("Kan ik dit loslaten?")
    asked = find(page, QLabel, "question.check")
    qtbot.waitUntil(asked.isVisible, timeout=5_000)

    assert asked.text() == "Op deze vraag kun je ja of nee zeggen. Wat zou je echt willen weten?"
    click(page, "question.save")
    assert versions(store)[0] == "Kan ik dit loslaten?"


def test_sharpening_and_context_are_kept_as_they_are_typed(page_of, store):
    ask(store, "Hoe krijg ik ze mee?")
    page = page_of()
    for row, field, words in (
        ("question.sharpen.row.sharpen.yours", "question.sharpen.text.sharpen.yours", "Van mij."),
        (
            "question.question_context.row.context.why_now",
            "question.question_context.text.context.why_now",
            "Het regioplan loopt af.",
        ),
    ):
        find(page, QAbstractButton, row).click()
        QTest.keyClicks(find(page, AnswerEdit, field), words)
    assert page.settle()

    for form, prompt, words in (
        ("sharpen", "sharpen.yours", "Van mij."),
        ("question_context", "context.why_now", "Het regioplan loopt af."),
    ):
        (line,) = store.read(entries.listed, store.journey_id, [form])
        assert store.read(entries.whole, line.id).answers[prompt].text == words


def test_a_very_long_question_is_set_smaller(page_of, store):
    ask(store, "Hoe blijf ik " + "rustig en " * 20 + "open?")
    page = page_of()

    assert find(page, QLabel, "question.shown").font().pixelSize() == 28


def test_another_page_that_changes_the_question_is_seen(page_of, store):
    ask(store, "Hoe krijg ik ze mee?")
    page = page_of()

    ask(store, "Hoe luister ik?", "2026-11-20")

    assert find(page, QLabel, "question.shown").text() == "Hoe luister ik?"


def test_in_english_everything_is_said_in_english(page_of, store):
    text.use("en")
    ask(store, "How do I listen?", "2026-11-20")
    page = page_of()

    caption = find(page, QLabel, "question.caption").text()
    assert caption == "First version, written on 20 November 2026 during two-day session 2"


def test_at_two_hundred_per_cent_nothing_scrolls_sideways(page_of, store, qapp):
    theme.apply(qapp, scheme="light", factor=2.0)
    ask(store, "Hoe maak ik ruimte voor het gesprek dat ertoe doet?")
    ask(store, "Hoe maak ik ruimte voor het gesprek dat ertoe doet, ook als belangen botsen?", "2026-11-20")
    page = page_of()
    page.resize(960, 600)
    qapp.processEvents()
    click(page, "question.write")
    qapp.processEvents()

    assert page.widget().width() <= page.viewport().width()


def test_the_guide_can_be_walked_later_and_reads_back_what_was_written(page_of, store, qtbot):
    page = page_of(QuestionGuidePage)
    QTest.keyClicks(find(page, AnswerEdit, "guide.text.busy"), "Ik denk dan: waarom doe ik dit? Zo.")
    for _ in range(3):
        click(page, "guide.next")
    assert find(page, QLabel, "guide.quote").text() == "“Waarom doe ik dit?”"
    assert not find(page, QAbstractButton, "guide.next").isEnabled()
    click(page, "guide.starter.question.2")
    click(page, "guide.starter.question.1")
    assert find(page, AnswerEdit, "guide.text.question").text() == "Hoe krijg ik "
    QTest.keyClicks(find(page, AnswerEdit, "guide.text.question"), "lucht?")
    with qtbot.waitSignal(page.closed_requested):
        click(page, "guide.next")
    page.close()

    assert versions(store) == ["Hoe krijg ik lucht?"]
    again = page_of(QuestionGuidePage)
    assert find(again, AnswerEdit, "guide.text.busy").text() == "Ik denk dan: waarom doe ik dit? Zo."


def test_going_through_the_guide_without_a_change_makes_no_second_version(page_of, store):
    for _ in range(2):
        page = page_of(QuestionGuidePage)
        for _ in range(3):
            click(page, "guide.next")
        if not find(page, AnswerEdit, "guide.text.question").text():
            QTest.keyClicks(find(page, AnswerEdit, "guide.text.question"), "Hoe dan?")
        click(page, "guide.next")
        page.close()

    assert versions(store) == ["Hoe dan?"]


def test_from_the_page_without_a_question_the_guide_opens_and_leads_back(open_window):
    shell = open_window.shell
    shell.show_page("question")
    click(shell.current(), "question.guide")
    guide = shell.current()
    assert isinstance(guide, QuestionGuidePage)
    QTest.keyClicks(QApplication.focusWidget(), "Ik loop steeds vast.")
    click(guide, "guide.aside")

    page = shell.current()
    assert isinstance(page, QuestionPage)
    (line,) = open_window.store.read(entries.listed, open_window.store.journey_id, ["question_guide"])
    assert open_window.store.read(entries.whole, line.id).answers["guide.busy"].text == "Ik loop steeds vast."


def a_harvest(store) -> int:
    return store.do(entries.start, None, store.journey_id, "harvest", on=dt.date(2026, 11, 20))


def test_a_version_that_a_meeting_caused_starts_from_the_present_wording_and_keeps_its_cause(page_of, store):
    ask(store, "Hoe houd ik vol?")
    cause = a_harvest(store)
    page = page_of()
    page.write_from(cause)
    edit = find(page, AnswerEdit, "question.text")
    assert edit.text() == "Hoe houd ik vol?"
    edit.replace_text("Hoe laat ik los?")
    click(page, "question.save")
    now = store.read(questions.current, store.journey_id)
    assert (now.text, now.caused_by_id) == ("Hoe laat ik los?", cause)
    versions = find(page, VersionList, "question.versions")
    assert "Na de bijeenkomst" in str(versions.model().index(0, 0).data())


def test_wording_that_was_begun_before_the_meeting_is_not_lost(page_of, store):
    ask(store, "Hoe houd ik vol?")
    store.do(question_drafts.keep_draft, None, store.journey_id, "Hoe laat ik", on=store.today())
    page = page_of()
    page.write_from(a_harvest(store))
    assert find(page, AnswerEdit, "question.text").text() == "Hoe laat ik"


def test_without_a_first_version_nothing_can_shift(page_of, store):
    page = page_of()
    page.write_from(a_harvest(store))
    assert store.read(question_drafts.draft, store.journey_id) is None
    assert find(page, QAbstractButton, "question.guide").isVisible()
