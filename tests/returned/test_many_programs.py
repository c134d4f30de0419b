"""Remarks of every program come back: their words, their writers, and on the right fragment."""

import pytest

from journal.domain.returning import RemarkKind, Why
from journal.returned import added, matching, reading
from tests.returned.conftest import file

ANS, COR = "Ans de Boer", "Cor van Dam"
QUOTED_3 = "aan de tafel zelf bleef het stil"
PROGRAMS = ("acrobat", "firefox", "mupdf", "okular", "pdfium", "pdflib", "poppler", "preview", "pypdf")
SAID = {
    "Wat zou er gebeuren als je één keer géén verslag maakt?": ("K7-2", ANS),
    "Hier zit het voor mij.": ("K7-3", ANS),
    "Mooie vraag. Laat hem zo – €0 extra.": ("K7-4", ANS),
    "Durf je dat ook als Ines er is?": ("K7-6", ANS),
    "En wie kijkt er met je mee?": ("K7-6", COR),
    "k7 1: is dit jouw vraag, of die van je wethouder?": ("K7-1", ANS),
}
NOT_IN_FIREFOX = {"Hier zit het voor mij.", "En wie kijkt er met je mee?"}


@pytest.fixture(scope="module")
def sent():
    return reading.read_paper(file("sent.pdf"))


def come_home(name, paper, sent, password=""):
    read = reading.read_paper(file(f"{name}.pdf"), password=password)
    assert matching.which_paper(read.pages, [paper]) == paper.id
    return matching.propose([*read.remarks, *added.typed(read.pages, sent.pages)], [paper], paper.id)


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_remark_of_every_program_comes_back_on_its_fragment(program, paper, sent):
    remarks = come_home(program, paper, sent)

    said = {remark.text: remark for remark in remarks if remark.text}
    expected = set(SAID) - (NOT_IN_FIREFOX if program == "firefox" else set())
    assert set(said) == expected
    for text in expected:
        code, author = SAID[text]
        assert said[text].code == code, text
        assert said[text].author in (author, ""), text
        assert said[text].author or said[text].kind is RemarkKind.TYPED  # words in the page carry no name


@pytest.mark.parametrize("program", PROGRAMS)
def test_marked_words_come_back_too(program, paper, sent):
    remarks = come_home(program, paper, sent)

    bare = [remark for remark in remarks if remark.kind is RemarkKind.MARK]
    assert [remark.code for remark in bare][-1] == "K7-5"
    assert "jij praat over ons alsof wij er niet bij zijn" in bare[-1].quoted
    assert any(remark.code == "K7-3" and remark.quoted == QUOTED_3 for remark in remarks)


def test_a_code_in_the_words_goes_before_the_place(paper, sent):
    remark = next(remark for remark in come_home("pypdf", paper, sent) if "wethouder" in remark.text)

    assert (remark.page, remark.fragment, remark.why) == (2, "question", Why.CODE)


@pytest.mark.parametrize("program", ["pypdf", "acrobat", "mupdf"])
def test_a_reply_stands_after_what_it_answers(program):
    remarks = reading.read_paper(file(f"{program}.pdf")).remarks

    reply = next(remark for remark in remarks if remark.kind is RemarkKind.REPLY)
    assert remarks[reply.answers].text == "Durf je dat ook als Ines er is?"


def test_what_is_drawn_by_hand_is_told_with_its_page(paper, sent):
    drawn = [remark for remark in come_home("preview", paper, sent) if remark.kind is RemarkKind.HAND]

    assert [(remark.page, remark.code, remark.text) for remark in drawn] == [(1, "K7-2", "")]


def test_a_paper_with_a_password_opens_with_it(paper, sent):
    with pytest.raises(reading.NotRead) as trouble:
        reading.read_paper(file("locked.pdf"))
    assert trouble.value.reason is reading.Reason.LOCKED
    with pytest.raises(reading.NotRead):
        reading.read_paper(file("locked.pdf"), password="niet dit")

    assert len(come_home("locked", paper, sent, password="samen")) == len(SAID) + 1


def test_the_paper_as_it_was_sent_has_no_remarks(paper, sent):
    assert come_home("sent", paper, sent) == []
