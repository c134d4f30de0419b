"""What I shared: when, for whom, which words, the very file, and the way to its answers."""

import datetime as dt
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QWidget

from journal.domain.sharing import PaperKind, PlacedFragment, Recipient
from journal.storage import preparations, shares
from journal.synced_folders import Synced, Why
from tests.storage.intervisie_story import Story, tell
from ui.pages.intervisie.paper import make
from ui.pages.shared import SharedPage
from ui.store import Store
from ui.widgets.paper_large import LargePreview


@pytest.fixture
def story(journal) -> Story:
    return tell(journal)


@pytest.fixture
def store(story, clock) -> Store:
    clock.moment = dt.datetime(2026, 12, 1, 19, 0, tzinfo=dt.UTC)
    return Store(story.journal, story.guidance, story.journey_id, now=clock)


@pytest.fixture
def show(qtbot, store):
    kept: list[QWidget] = []

    def make_page() -> SharedPage:
        window = QMainWindow()
        qtbot.addWidget(window)
        page = SharedPage(store)
        window.setCentralWidget(page)
        window.resize(1032, 800)
        window.show()
        kept.append(window)
        return page

    return make_page


def share(story: Story, data: bytes = b"%PDF-1.7 x", *, recipient: Recipient = Recipient.COACH, **other) -> int:
    placed = (
        PlacedFragment("K7-1", "question", "Leervraag", "Hoe krijg ik ruimte?", 1, 10, 20, 50, 300),
        PlacedFragment("K7-2", "piece.3.next.will", "Volgende stap", "Ik bel H.", 1, 30, 40, 50, 300),
    )
    told = {
        "preparation_id": story.preparation_id,
        "kind": PaperKind.COACH,
        "recipient_name": "Ellis",
        "code": "K7",
        "file_name": "Voor Ellis.pdf",
        "pages": 2,
        "digest": sha256(data).hexdigest(),
        "fragments": ["question", "piece.3.next.will"],
        "data": data,
        "placed": placed,
    } | other
    return story.journal.do(shares.remember, story.journey_id, recipient=recipient, **told)


def said(page: QWidget) -> str:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return " | ".join(label.accessibleName() or label.text() for label in labels)


def find(page: QWidget, name: str, kind: type = QPushButton):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def test_before_anything_was_shared_it_says_what_will_stand_here(show, qtbot):
    page = show()
    assert "Als je een papier bewaart of afdrukt, staat het hier" in said(page)
    with qtbot.waitSignal(page.intervisie_requested):
        find(page, "shared.begin").click()


def test_each_paper_says_when_for_whom_and_which_words(show, story):
    share(story)
    page = show()
    told = said(page)
    assert "Samenvatting voor de coach, voor Ellis" in told
    assert "1 december 2026" in told
    assert "Voor Ellis.pdf · 2 pagina’s · K7" in told
    assert told.index("K7-1  Leervraag") < told.index("Hoe krijg ik ruimte?") < told.index("K7-2  Volgende stap")
    assert "Nog niets terug" in told


def test_a_paper_without_a_meeting_and_one_for_oneself_are_listed_too(show, story):
    share(story, recipient=Recipient.SELF, preparation_id=None, kind=PaperKind.JOURNAL, recipient_name="")
    assert "Hele dagboek, voor mezelf" in said(show())


def test_the_newest_is_open_and_others_open_with_a_click(show, story):
    first = share(story, b"%PDF-1.7 een")
    share(story, b"%PDF-1.7 twee")
    page = show()
    assert [card.is_open() for card in page.cards.values()] == [True, False]
    find(page, f"shared.{first}.open").click()
    assert page.cards[first].is_open()


def test_the_very_paper_is_shown_in_the_window(show, story, store):
    ticked = ["question"]
    store.do(preparations.tick_all, None, story.preparation_id, ticked, True, guidance=story.guidance)
    paper = make(store, story.preparation_id)
    id_ = share(story, paper.data, pages=paper.pages)
    page = show()
    find(page, f"shared.{id_}.view").click()
    large = page.window().findChild(LargePreview)
    assert large is not None
    assert large.isVisible()
    QTest.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()
    assert page.window().focusWidget() is find(page, f"shared.{id_}.view")


def test_the_file_is_saved_again_to_the_byte_and_that_is_remembered_too(show, story, tmp_path):
    id_ = share(story)
    page = show()
    page.offer(id_, tmp_path / "Nog eens.pdf")
    assert (tmp_path / "Nog eens.pdf").read_bytes() == b"%PDF-1.7 x"
    assert "Bewaard als Nog eens.pdf" in said(page)
    assert [each.share.file_name for each in story.journal.read(shares.listed, story.journey_id)] == [
        "Nog eens.pdf",
        "Voor Ellis.pdf",
    ]
    assert len(page.cards) == 2


def test_a_paper_with_a_password_is_saved_again_without_and_says_so(show, story, tmp_path):
    id_ = share(story, locked=True, digest="a" * 64)
    page = show()
    page.offer(id_, tmp_path / "a.pdf")
    assert "Deze kopie heeft geen wachtwoord." in said(page)
    newest = story.journal.read(shares.listed, story.journey_id)[0].share
    assert not newest.locked


def test_a_synced_folder_is_told_of_here_as_well(show, story, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.pages.shared.page.kind_of", {tmp_path: Synced("nas", Why.NETWORK)}.get)
    id_ = share(story)
    page = show()
    page.offer(id_, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
    assert "Deze map staat op het netwerk (nas)." in said(page)
    find(page, "shared.synced.anyway").click()
    assert (tmp_path / "a.pdf").exists()


def test_a_paper_from_before_files_were_kept_says_so(show, story):
    id_ = share(story, b"", digest="b" * 64, placed=())
    page = show()
    assert "Het papier zelf werd toen nog niet bewaard." in said(page)
    assert "Welke woorden erop stonden, werd toen nog niet bewaard." in said(page)
    assert page.findChild(QPushButton, f"shared.{id_}.view") is None


def test_its_answers_are_one_click_away(show, story, qtbot):
    id_ = share(story)
    page = show()
    with qtbot.waitSignal(page.returned_requested) as wish:
        find(page, f"shared.{id_}.answers").click()
    assert wish.args == [id_]


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        (PaperKind.JOURNAL, b"", "Je hele dagboek wordt niet nog eens in zichzelf bewaard."),
        (PaperKind.HARVEST, b"%PDF-1.7 lijnen", "Er staat niets uit je dagboek op."),
    ],
)
def test_a_paper_without_words_to_tell_of_says_why(show, story, kind, data, told):
    share(story, data, kind=kind, recipient=Recipient.SELF, placed=(), fragments=[])
    page = show()
    assert told in said(page)
    assert "werd toen nog niet bewaard" not in said(page)
    assert "Nog niets terug" not in said(page), "a copy for oneself asks for no answer"
