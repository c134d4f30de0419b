"""A kept remark stands beside the text that it is about, with its writer and day, and never inside it."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journal.domain.returning import ProposedRemark, RemarkKind, RemarkState, ReturnedKind
from journal.domain.sharing import PaperKind, PlacedFragment, Recipient
from journal.guidance_files import for_journey
from journal.storage import answers, entries, journeys, preparations, questions, returned, shares
from journal.storage.returned import Choice
from ui.pages.case import CasePage
from ui.pages.question import QuestionPage
from ui.pages.reflections.reading import Reading
from ui.pages.shared import SharedPage
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit


@pytest.fixture
def store(journal, clock) -> Store:
    journey_id = journal.do(journeys.begin, "htc", began_on=clock.today(), meetings=[])
    return Store(journal, for_journey("htc", None), journey_id, now=clock)


def keep(store, fragment, text, share_id=None) -> None:
    taken = store.do(
        returned.take_in,
        None,
        store.journey_id,
        share_id=share_id,
        kind=ReturnedKind.MAIL,
        sender="Ans",
        file_name="",
        data=text.encode(),
        remarks=[ProposedRemark(RemarkKind.MAIL, text, fragment=fragment)],
    )
    (line,) = store.read(returned.remarks, taken.returned_id)
    store.do(returned.decide, None, [Choice(line.id, RemarkState.KEPT, "", fragment)])


def said(page, name) -> str:
    cards = page.findChild(QWidget, name)
    return " | ".join(each.text() for each in cards.findChildren(QLabel)) if cards and not cards.isHidden() else ""


def test_beside_a_reflection_that_is_read_back(store, qtbot):
    entry_id = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth="steps")
    store.do(answers.write, None, entry_id, "moment.story", "We liepen zwijgend terug.")
    keep(store, f"piece.{entry_id}.moment.story#1", "<b>Prachtig</b> begin.")
    reading = Reading(store)
    qtbot.addWidget(reading)

    (line,) = store.read(entries.listed, store.journey_id, ("reflection",))
    reading.show_entry(line, thrown_away=False)

    assert said(reading, "remarks.moment.story") == "Ans, 20 november 2026 | <b>Prachtig</b> begin."
    assert reading.findChild(AnswerEdit, "reflections.text.moment.story").text() == "We liepen zwijgend terug."


def test_a_remark_on_what_is_no_longer_there_is_shown_too(store, qtbot):
    entry_id = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth="steps")
    keep(store, f"piece.{entry_id}.next.will", "Ga ervoor.")
    reading = Reading(store)
    qtbot.addWidget(reading)

    (line,) = store.read(entries.listed, store.journey_id, ("reflection",))
    reading.show_entry(line, thrown_away=False)

    assert "Ga ervoor." in said(reading, "remarks.rest")


def test_beside_the_learning_question_in_any_version(store, qtbot):
    store.do(questions.write_version, None, store.journey_id, "Hoe blijf ik vragen stellen?", on=store.today())
    page = QuestionPage(store)
    qtbot.addWidget(page)
    assert said(page, "question.remarks") == ""

    keep(store, "question", "Wiens vraag is dit?")
    page.refresh()

    assert said(page, "question.remarks") == "Ans, 20 november 2026 | Wiens vraag is dit?"


def test_beside_the_fields_of_a_case(store, qtbot):
    preparation_id = store.do(preparations.prepare, None, store.journey_id, on=store.today(), method_id="incident")
    case_id = store.read(preparations.whole, preparation_id).preparation.case_entry_id
    keep(store, f"piece.{case_id}.case.matter", "Hier herken ik mezelf.")
    page = CasePage(store, case_id)
    qtbot.addWidget(page)

    assert "Hier herken ik mezelf." in said(page, "case.matter.remarks")
    assert page.edits["case.matter"].text() == ""


def test_from_the_intervisie_page_one_goes_to_the_answers_and_back(open_window):
    open_window.show_page("intervisie")
    shell = open_window.shell
    shell.current().findChild(QPushButton, "intervisie.answer").click()

    page = shell.current()
    assert (shell.name, page.objectName()) == ("returned", "returned")
    assert page.findChild(QLabel, "returned.none").isVisible()
    page.findChild(QPushButton, "returned.back").click()
    assert shell.name == "intervisie"


def test_in_the_list_of_papers_beside_what_was_on_them(store, qtbot):
    share_id = store.do(
        shares.remember,
        None,
        store.journey_id,
        preparation_id=None,
        kind=PaperKind.COACH,
        recipient=Recipient.COACH,
        file_name="Voor Ans.pdf",
        pages=1,
        digest="",
        fragments=["question"],
        placed=[PlacedFragment("K7-1", "question", "Mijn leervraag", "Hoe blijf ik vragen?", 1, 40, 60, 56, 540)],
    )
    for fragment, text in (("question", "Wiens vraag is dit?"), ("", "Wat een mooi blad.")):
        keep(store, fragment, text, share_id)
    page = SharedPage(store)
    qtbot.addWidget(page)

    assert said(page, f"shared.{share_id}.remarks.K7-1") == "Ans, 20 november 2026 | Wiens vraag is dit?"
    assert "Wat een mooi blad." in said(page, f"shared.{share_id}.remarks")

    keep(store, "question", "En nu?", share_id)
    page.refresh()
    QTest.qWait(1)  # what was shown before goes
    assert "En nu?" in said(page, f"shared.{share_id}.remarks.K7-1")
