"""A coach's answer comes home by the page: dropped or pasted; a yes per remark; one sentence for what is strange."""

from hashlib import sha256

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from journal.domain.returning import RemarkState, ReturnedKind
from journal.domain.sharing import PaperKind, Recipient
from journal.guidance_files import for_journey
from journal.storage import journeys, remarks, returned, shares
from tests.returned.conftest import file, placed
from ui.pages.returned import ReturnedPage
from ui.store import Store


@pytest.fixture
def store(journal, clock) -> Store:
    journey_id = journal.do(journeys.begin, "htc", began_on=clock.today(), meetings=[])
    return Store(journal, for_journey("htc", None), journey_id, now=clock)


@pytest.fixture
def share_id(store) -> int:
    return share(store)


def share(store, code="K7", data=None) -> int:
    data = data or file("sent.pdf")
    here = [each for each in placed() if code == "K7"]
    return store.do(
        shares.remember,
        None,
        store.journey_id,
        preparation_id=None,
        kind=PaperKind.COACH,
        recipient=Recipient.COACH,
        recipient_name="Ans",
        code=code,
        file_name="Voor Ans.pdf",
        pages=2,
        digest=sha256(data).hexdigest(),
        fragments=[each.fragment for each in here],
        data=data,
        placed=here,
    )


@pytest.fixture
def page(store, share_id, qtbot) -> ReturnedPage:
    assert share_id
    made = ReturnedPage(store)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def on_disk(tmp_path, name, data=None):
    target = tmp_path / name
    target.write_bytes(data if data is not None else file(name))
    return target


def press(page, name) -> None:
    QTest.qWait(1)  # what was shown before goes
    found = page.findChild(QPushButton, name)
    assert found is not None, name
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def papers(store):
    return store.read(returned.listed, store.journey_id)


def come(page, qtbot, *files) -> None:
    before = len(papers(page._store))
    page.coming.take(list(files))
    qtbot.waitUntil(lambda: len(papers(page._store)) > before, timeout=30_000)


def drop(page, *files) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    event = QDropEvent(
        QPointF(500, 700), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)
    assert event.isAccepted()


def test_a_dropped_paper_shows_its_remarks_and_a_yes_puts_one_beside_its_fragment(page, store, qtbot, tmp_path):
    drop(page, on_disk(tmp_path, "pypdf.pdf"))
    qtbot.waitUntil(lambda: bool(papers(store)), timeout=30_000)

    first = page.papers.cards[0].rows[0]
    assert first.remark.text.startswith("Wat zou er gebeuren")
    combo = page.findChild(QComboBox, f"returned.beside.{first.remark.id}")
    assert combo.currentText() == "K7-2  Waar gaat het over?"
    press(page, f"returned.yes.{first.remark.id}")

    (kept,) = store.read(remarks.beside, store.journey_id, ["piece.3.case.matter"])
    assert (kept.author, kept.text) == ("Ans", first.remark.text)
    assert page.focusWidget().objectName().startswith("returned.yes.")
    press(page, "returned.undo")
    assert store.read(remarks.beside, store.journey_id, ["piece.3.case.matter"]) == ()


def test_words_typed_into_the_page_come_too_and_another_fragment_can_be_chosen(page, store, qtbot, tmp_path):
    come(page, qtbot, on_disk(tmp_path, "pdflib.pdf"))

    row = next(row for row in page.papers.cards[0].rows if row.remark.text.startswith("Mooie vraag"))
    combo = page.findChild(QComboBox, f"returned.beside.{row.remark.id}")
    combo.choose("K7-6", "piece.9.next.will")
    press(page, f"returned.yes.{row.remark.id}")

    assert [each.text for each in store.read(remarks.beside, store.journey_id, ["piece.9.next.will"])] == [
        row.remark.text
    ]


def test_yes_to_all_and_undo(page, store, qtbot, tmp_path):
    come(page, qtbot, on_disk(tmp_path, "acrobat.pdf"))
    returned_id = papers(store)[0].id
    press(page, f"returned.no.{page.papers.cards[0].rows[0].remark.id}")

    press(page, f"returned.all_yes.{returned_id}")
    assert (papers(store)[0].open, papers(store)[0].kept, papers(store)[0].left) == (0, 6, 1)
    press(page, "returned.undo")
    assert (papers(store)[0].open, papers(store)[0].kept) == (6, 0)


def test_the_same_file_twice_is_said(page, store, qtbot, tmp_path):
    come(page, qtbot, on_disk(tmp_path, "pypdf.pdf"))
    page.coming.take([on_disk(tmp_path, "pypdf.pdf")])

    qtbot.waitUntil(lambda: "niets dubbel" in page.drop.said.text(), timeout=30_000)
    assert len(papers(store)) == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("brief.docx", b"PK\x03\x04 een brief", "geen pdf en geen foto"),
        ("half.pdf", b"%PDF-1.7\n1 0 obj << /Type", "beschadigd"),
        ("leeg.pdf", b"", "leeg"),
    ],
)
def test_a_strange_file_gives_one_clear_sentence_and_nothing_comes_in(page, qtbot, tmp_path, name, data, said):  # noqa: PLR0917
    page.coming.take([on_disk(tmp_path, name, data)])

    qtbot.waitUntil(lambda: said in page.drop.said.text(), timeout=30_000)
    assert papers(page._store) == ()


def test_a_paper_with_a_password(page, store, qtbot, tmp_path):
    page.coming.take([on_disk(tmp_path, "locked.pdf")])
    qtbot.waitUntil(page.drop.password.isVisible, timeout=30_000)

    QTest.keyClicks(page.drop.password, "fout")
    QTest.keyClick(page.drop.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "past niet" in page.drop.said.text(), timeout=30_000)
    QTest.keyClicks(page.drop.password, "samen")
    QTest.keyClick(page.drop.password, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(papers(store)), timeout=30_000)
    assert papers(store)[0].open == 7
    assert page.drop.password.text() == ""


def test_reading_can_be_stopped(page, store, qtbot, tmp_path):
    page.coming.take([on_disk(tmp_path, "pypdf.pdf"), on_disk(tmp_path, "acrobat.pdf")])
    page.drop.stopped.emit()

    qtbot.waitUntil(page.drop.choose.isEnabled, timeout=5_000)
    qtbot.wait(700)
    assert papers(store) == ()


def test_a_paper_that_does_not_show_what_it_answers_asks(page, store, qtbot, tmp_path, share_id):
    blank = QImage(300, 200, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    blank.save(str(tmp_path / "scan.png"))
    page.coming.take([tmp_path / "scan.png"])
    qtbot.waitUntil(page.ask.isVisible, timeout=30_000)

    press(page, "returned.ask.take")

    (paper,) = papers(store)
    assert (paper.kind, paper.share_id, paper.file_name) == (ReturnedKind.PICTURE, share_id, "scan")
    own = page.papers.cards[0].own
    own.edit.replace_text("k7-5: Dit raakte me.")
    assert own.fragment.chosen() == ("K7-5", "piece.9.moment.story")
    press(page, f"returned.own_add.{paper.id}")
    assert [each.text for each in store.read(remarks.beside_entry, store.journey_id, 9)] == ["k7-5: Dit raakte me."]


def test_a_caption_and_a_sender_are_kept(page, store, qtbot, tmp_path):
    come(page, qtbot, on_disk(tmp_path, "pypdf.pdf"))
    paper_id = papers(store)[0].id
    field = page.findChild(QLineEdit, f"returned.sender.{paper_id}")
    field.selectAll()
    QTest.keyClicks(field, "Ans, mijn coach")

    assert page.settle()
    assert papers(store)[0].sender == "Ans, mijn coach"


def test_a_pasted_email_is_divided_by_its_codes_and_what_was_left_out_can_come_along(page, store):
    press(page, "returned.paste")
    page.drop.mail.replace_text("Hoi Sanne,\n\nK7-2: schrijf eens niets op.\nK7-6 dapper.\n\nGroet,\nAns")
    press(page, "returned.mail.split")

    (paper,) = papers(store)
    assert [row.remark.code for row in page.papers.cards[0].rows] == ["K7-2", "K7-6"]
    assert paper.kind is ReturnedKind.MAIL
    press(page, f"returned.whole_mail.{paper.id}")
    assert "Groet,\nAns" in page.findChild(QLabel, f"returned.mail_text.{paper.id}").text()
    press(page, "returned.all")
    texts = " ".join(row.remark.text for row in page.papers.cards[0].rows)
    assert "Groet," in texts
    assert len(papers(store)) == 1


def test_an_email_without_codes_belongs_to_the_whole_paper(page, store):
    page.begin(papers_id := store.read(shares.listed, store.journey_id)[0].share.id)
    page.drop.open_mail("Wat een mooi stuk.")
    press(page, "returned.mail.split")

    (row,) = page.papers.cards[0].rows
    assert (row.remark.text, row.remark.fragment) == ("Wat een mooi stuk.", "")
    press(page, f"returned.yes.{row.remark.id}")
    assert [each.text for each in store.read(remarks.of_share, papers_id)] == ["Wat een mooi stuk."]


def test_thrown_away_and_fetched_back(page, store, qtbot, tmp_path):
    come(page, qtbot, on_disk(tmp_path, "pypdf.pdf"))
    paper_id = papers(store)[0].id
    press(page, f"returned.throw.{paper_id}")
    assert papers(store) == ()

    press(page, f"returned.fetch.{paper_id}")
    assert papers(store)[0].open == 7


def test_a_remark_can_be_chosen_again(page, store, qtbot, tmp_path):
    come(page, qtbot, on_disk(tmp_path, "pypdf.pdf"))
    first = page.papers.cards[0].rows[0].remark.id
    press(page, f"returned.no.{first}")
    press(page, f"returned.again.{first}")

    assert store.read(returned.remarks, papers(store)[0].id)[0].state is RemarkState.PROPOSED


def test_every_control_has_a_name(page, qtbot, tmp_path):
    come(page, qtbot, on_disk(tmp_path, "preview.pdf"))

    for kind in (QPushButton, QComboBox, QLineEdit):
        for each in page.findChildren(kind):
            assert each.objectName(), each
            assert each.accessibleName() or getattr(each, "text", str)(), each.objectName()
    assert all(isinstance(each, QWidget) for each in page.papers.cards)


def test_an_answer_to_the_paper_of_a_group_is_from_who_wrote_it(qtbot, store, tmp_path):
    here = placed()
    data = file("sent.pdf")
    store.do(
        shares.remember,
        None,
        store.journey_id,
        preparation_id=None,
        kind=PaperKind.PREPARATION,
        recipient=Recipient.GROUP,
        recipient_name="Groep Oost",
        code="K7",
        file_name="Intervisie.pdf",
        pages=2,
        digest=sha256(data).hexdigest(),
        fragments=[each.fragment for each in here],
        data=data,
        placed=here,
    )
    made = ReturnedPage(store)
    qtbot.addWidget(made)
    made.show()

    come(made, qtbot, on_disk(tmp_path, "preview.pdf"))

    assert papers(store)[0].sender == "Ans de Boer, Cor van Dam"
