"""Once round: a case, its paper for group and coach, the meeting, their answers, and the paper after that.

In the real window, by what a participant clicks and types. Only the dialogs of the system are answered for them.
"""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLabel, QTextEdit

from journal import text
from journal.domain.sharing import Recipient
from journal.settings import Settings
from journal.storage import answers, database, entries, experiments, journeys, preparations, questions, returned, shares
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tools.demo import coach
from tools.demo.hand import Hand
from ui import theme
from ui.main_window import MainWindow

BEFORE, AFTER = dt.datetime(2026, 12, 1, 19, 0, tzinfo=dt.UTC), dt.datetime(2026, 12, 9, 19, 0, tzinfo=dt.UTC)
FIRST, SECOND = "Joris van Dam legde zijn pen neer.", "Daarna belde ik thuis en huilde ik."
CASE = {
    "case.title": "De pen op tafel",
    "case.matter": f"{FIRST} {SECOND}",
    "case.moment": "Maandag om half tien, punt vier van de agenda.",
    "case.question": "Hoe kan ik stil blijven als iemand zijn pen neerlegt?",
}
MOMENT = "In de kring zei Joris niets, en dat bleef ik horen."


@pytest.fixture
def hand(qapp, journal_folder, tmp_path, clock, monkeypatch) -> Iterator[Hand]:
    """A hand at the window, on the journal of somebody who has looked back once."""
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    clock.moment = BEFORE
    with database.create(journal_folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP) as journal:
        _look_back(journal)
    theme.load_fonts()
    text.use("nl")
    theme.apply(qapp, scheme="light", factor=1.0)
    settings = Settings(language="nl", theme="light", less_motion=True)
    window = MainWindow(settings, folder=journal_folder, settings_file=tmp_path / "settings.toml", now=clock)
    window.resize(1280, 800)
    window.begin()
    window.show()
    made = Hand(window, tmp_path / "pictures")
    made.write("lock.passphrase", PASSPHRASE)
    made.press(Qt.Key.Key_Return)
    made.find("journey")
    yield made
    window.lock(anyway=True)
    window.hide()
    window.deleteLater()
    made.settle()


def _look_back(journal: database.OpenJournal) -> None:
    journey_id = journal.do(journeys.begin, "htc", own_name="Noor Bakker", began_on=dt.date(2026, 9, 20))
    journal.do(questions.write_version, journey_id, "Hoe laat ik een stilte bestaan?", on=dt.date(2026, 9, 20))
    entry_id = journal.do(entries.start, journey_id, "reflection", on=dt.date(2026, 9, 25), depth="steps")
    journal.do(answers.write, entry_id, "moment.story", MOMENT)
    journal.do(entries.finish, entry_id)


def page_of(hand: Hand, number: int) -> None:
    """Ctrl and the number of a page."""
    hand.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)


def prepare(hand: Hand) -> None:
    page_of(hand, 5)
    hand.click("intervisie.begin")
    hand.click("intervisie.meeting")
    hand.write("intervisie.group", "Groep Kade")
    hand.write("intervisie.coach", "Ellis")
    day = hand.find("intervisie.day")
    assert isinstance(day, QDateEdit)
    day.setFocus()
    for _ in range(7):
        QTest.keyClick(day, Qt.Key.Key_Up)
    hand.click("intervisie.meeting.done")
    hand.choose("intervisie.method", "Roddelmethode")
    hand.click("intervisie.case")
    for name, words in CASE.items():
        hand.write(name, words)
    hand.click("case.ready")


def shown_paper(hand: Hand):
    """What the preview shows, once it is about what is ticked now."""
    page = hand.find("intervisie")
    hand.wait(hand.find("intervisie.save").isEnabled, "a paper")
    hand.wait(page._maker.is_fresh, "the paper of now")
    return page.preview.paper


def save(hand: Hand, target: Path) -> str:
    """Save the paper; its words. What is saved is what was shown, to the byte."""
    shown = shown_paper(hand)
    with hand.naming(target):
        hand.click("intervisie.save")
    hand.wait(target.exists, "the file")
    assert target.read_bytes() == shown.data
    assert f"Bewaard als {target.name}" in hand.find("intervisie.shared").text()
    return words_of(target)


def words_of(target: Path) -> str:
    pages = pypdf.PdfReader(io.BytesIO(target.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u200b", "").split())


def share_with_the_group(hand: Hand, case_id: int, target: Path) -> None:
    """One sentence of two, the name as a role; nothing was ticked before."""
    assert hand.find("intervisie.count").text().startswith("0 van ")
    matter = f"piece.{case_id}.case.matter"
    hand.click("intervisie.tick.question")
    hand.click("intervisie.open.case")
    for prompt in ("title", "moment", "question"):
        hand.click(f"intervisie.tick.piece.{case_id}.case.{prompt}")
    hand.click(f"intervisie.open.{matter}")
    hand.click(f"intervisie.tick.{matter}#1")
    hand.click("intervisie.tick.harvest")
    shown_paper(hand)
    hand.click("intervisie.names.look")
    at = next(n for n in range(9) if "Joris van Dam" in hand.find(f"intervisie.name.{n}.how").accessibleName())
    hand.choose(f"intervisie.name.{at}.how", "een bestuurder")
    words = save(hand, target)
    assert "een bestuurder legde zijn pen neer." in words.lower()
    assert "Joris" not in words
    assert "huilde" not in words
    assert "kring" not in words


def share_with_the_coach(hand: Hand, case_id: int, target: Path) -> None:
    """The coach gets ticks, and a paper, of their own."""
    hand.turn("intervisie.reader", 1)
    assert hand.find("intervisie.count").text().startswith("0 van ")
    hand.click("intervisie.open.case")
    hand.click(f"intervisie.tick.piece.{case_id}.case.matter")
    words = save(hand, target)
    assert "huilde" in words
    assert "Ellis" in words
    hand.turn("intervisie.reader", 0)


def harvest(hand: Hand) -> None:
    """After the meeting: what it yielded, an advice that is used, and an experiment from what one will do."""
    page_of(hand, 1)
    hand.click("next_step.harvest")
    hand.write("harvest.did", "We roddelden een kwartier en ik zweeg.")
    hand.write("harvest.will", "Ik tel tot tien.")
    hand.click("advice.add")
    field = QApplication.focusWidget()
    assert isinstance(field, QTextEdit)
    name = field.objectName().removesuffix(".advice.text")
    hand.write(f"{name}.advice.text", "Leg je eigen pen ook neer.")
    hand.write(f"{name}.advice.giver", "een wijkverpleegkundige")
    hand.click(f"{name}.state.2")
    hand.write(f"{name}.advice.came_of_it", "Hij keek op en lachte.")
    hand.click("meeting.experiment")
    store = hand.window.store
    made = store.read(experiments.listed, store.journey_id)[0].entry_id
    hand.write(f"experiment.{made}.text.experiment.saw", "Bij zeven zei hij wat hem dwarszat.")


def listed_papers(hand: Hand):
    store = hand.window.store
    return [each.share for each in store.read(shares.listed, store.journey_id)]


def _prompt(fragment: str) -> str:
    """``piece.7.case.matter#1`` is about ``case.matter``."""
    return ".".join(fragment.partition("#")[0].split(".")[2:]) or fragment


def bring_home(hand: Hand, paper: Path, tmp_path: Path) -> None:
    """Three readers, each with a program of their own, and a yes per remark."""
    store = hand.window.store
    sent = next(
        each.share for each in store.read(shares.listed, store.journey_id) if each.share.file_name == paper.name
    )
    code = {_prompt(each.fragment): each.code for each in store.read(shares.placed, sent.id)}
    readers = (
        (coach.with_notes, "Ellis", {code["case.matter"]: "En jouw pen, waar lag die?"}),
        (coach.with_typed_words, "Wim", {code["case.moment"]: "Punt vier, alweer."}),
        (coach.with_marks, "Fenna", {code["case.question"]: "Een vraag om te houden."}),
    )
    page_of(hand, 5)
    hand.click("intervisie.returned")
    for number, (write, who, said) in enumerate(readers, 1):
        back = tmp_path / f"terug van {who}.pdf"
        back.write_bytes(write(paper.read_bytes(), who, said))
        with hand.naming(back):
            hand.click("returned.choose")
        hand.wait(lambda n=number: len(store.read(returned.listed, store.journey_id)) == n, f"the answer of {who}")
        (remark,) = store.read(returned.remarks, store.read(returned.listed, store.journey_id)[0].id)
        box = hand.find(f"returned.beside.{remark.id}")
        assert isinstance(box, QComboBox)
        assert box.currentText().startswith(next(iter(said)))
        hand.click(f"returned.yes.{remark.id}")


def read_beside(hand: Hand) -> None:
    """The answers stand beside the words that they are about, and not in them."""
    page_of(hand, 5)
    hand.click("intervisie.case")
    for name, who, said in (
        ("case.matter", "Ellis", "En jouw pen, waar lag die?"),
        ("case.moment", "Wim", "Punt vier, alweer."),
        ("case.question", "Fenna", "Een vraag om te houden."),
    ):
        labels = [label.text() for label in hand.find(f"{name}.remarks").findChildren(QLabel)]
        assert said in labels
        assert any(who in label for label in labels)
        field = hand.find(name)
        assert isinstance(field, QTextEdit)
        assert field.toPlainText() == CASE[name]
    hand.press(Qt.Key.Key_Escape)


def prepare_again(hand: Hand, target: Path) -> str:
    """The next preparation takes over what came of the last; its paper opens with that."""
    hand.click("intervisie.new")
    hand.click("intervisie.case")
    for name in ("promised", "done", "since_effect", "advice_used"):
        hand.click(f"case.{name}.take")
    hand.click("case.ready")
    hand.click("intervisie.tick.since")
    hand.click("intervisie.tick.question")
    return save(hand, target)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # what no screen has to say about windows
def test_from_the_case_to_the_answer_and_the_next_paper(hand, clock, tmp_path):
    # given somebody who prepares a meeting a week ahead
    prepare(hand)
    store = hand.window.store
    case_id = store.read(preparations.current, store.journey_id).case_entry_id

    # when she shares one sentence with the group, and more with her coach
    share_with_the_group(hand, case_id, tmp_path / "groep.pdf")
    share_with_the_coach(hand, case_id, tmp_path / "coach.pdf")
    assert [each.recipient for each in listed_papers(hand)] == [Recipient.COACH, Recipient.GROUP]

    # and after the meeting writes its harvest, and brings three answers home
    clock.moment = AFTER
    harvest(hand)
    bring_home(hand, tmp_path / "groep.pdf", tmp_path)

    # then they stand beside her words, and the next paper opens with what came of it
    read_beside(hand)
    words = prepare_again(hand, tmp_path / "volgende.pdf")
    told = [
        "Sinds 8 december",
        "Ik tel tot tien.",
        "Bij zeven zei hij wat hem dwarszat.",
        "Leg je eigen pen ook neer. (een wijkverpleegkundige)",
        "Hoe laat ik een stilte bestaan?",
    ]
    assert [words.index(each) for each in told] == sorted(words.index(each) for each in told)
    assert "En jouw pen" not in words, "an answer is not shared by itself"
