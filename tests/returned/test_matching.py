"""Codes as people write them, words that were marked, and e-mails."""

import time
from dataclasses import replace

import pytest

from journal.domain.returning import Box, FoundRemark, PageRead, RemarkKind, Why, Word
from journal.returned import added, mail, matching
from journal.returned.codes import codes_in
from journal.returned.matching import SentPaper
from tests.returned.conftest import placed

CODES = {f"K7-{n}" for n in range(1, 7)}


@pytest.mark.parametrize("written", ["K7-2", "k7-2", "K7 - 2", "k7 2", "K7.2", "K7–2", "K 7-2", "(K7-2)", "K7-2: mooi"])
def test_a_code_is_known_however_it_is_written(written):
    assert [found.code for found in codes_in(written, CODES)] == ["K7-2"]


@pytest.mark.parametrize("written", ["K7-22", "K8-2", "OK7-2", "K7-2-3", "K7", "2 K7", "k72", "K7.2.5"])
def test_what_only_looks_like_a_code_is_none(written):
    assert not list(codes_in(written, CODES))


def found(text="", **named):
    return FoundRemark(RemarkKind.NOTE, text, **named)


def test_marked_words_win_when_the_page_was_printed_anew(paper):
    remark = found("Ja", quoted="een stilte van twee minuten", page=2, box=Box(60, 45, 200, 60))

    proposed = matching.propose([remark], [paper], paper.id)[0]

    assert (proposed.code, proposed.why) == ("K7-6", Why.WORDS)


def test_a_remark_far_from_everything_belongs_to_the_whole_paper(paper):
    proposed = matching.propose([found("Mooi", page=2, box=Box(60, 700, 80, 720))], [paper], paper.id)[0]

    assert (proposed.code, proposed.fragment, proposed.why) == ("", "", Why.NOTHING)


def test_a_reply_goes_where_its_question_is(paper):
    first = found("k7-4 goed", page=1)
    reply = FoundRemark(RemarkKind.REPLY, "Vind ik ook", page=1, answers=0)

    assert [each.code for each in matching.propose([first, reply], [paper], paper.id)] == ["K7-4", "K7-4"]


def test_a_code_may_be_of_an_earlier_paper(paper):
    earlier = SentPaper(3, tuple(replace(each, code=each.code.replace("K7", "B2")) for each in placed()))

    proposed = matching.propose([found("B2-5, daar ging het over")], [paper, earlier], paper.id)[0]

    assert (proposed.code, proposed.fragment) == ("B2-5", "piece.9.moment.story")


def test_the_newest_of_two_equal_papers_is_meant_and_a_strange_paper_is_none(paper):
    words = [PageRead(tuple(Word(word, Box(0, 0, 1, 1)) for each in placed() for word in each.text.split()))]

    assert matching.which_paper(words, [replace(paper, id=9), paper]) == 9
    assert matching.which_paper([PageRead(())], [paper]) is None


def page(*lines):
    words = [
        Word(text, Box(50 + 40 * at, 20 * row, 85 + 40 * at, 20 * row + 12))
        for row, line in enumerate(lines)
        for at, text in enumerate(line.split())
    ]
    return PageRead(tuple(words))


def test_typed_lines_that_stand_together_are_one_remark():
    sent = page("een twee drie", "", "", "vier vijf zes", "zeven acht negen tien")
    back = page("een twee drie", "goed gezegd", "dank je", "vier vijf zes", "zeven acht negen tien")

    assert [each.text for each in added.typed([back], [sent])] == ["goed gezegd\ndank je"]


def test_another_page_is_not_offered_as_typed_words():
    assert added.typed([page("heel iets anders dan er stond")], [page("een twee drie")]) == []


def test_words_that_only_changed_their_order_are_not_new():
    assert added.typed([page("drie een twee vier")], [page("een twee drie vier")]) == []


MAIL = """Van: Ans de Boer
Onderwerp: Re: Intervisie

Hoi Sanne,

Dank voor je stuk. Ik las het in de trein.

K7-2: wat als je één keer niets opschrijft?
Echt niets.
Bij k7 4 dacht ik: dit is de vraag. K7-6 vind ik dapper.

Hartelijke groet,
Ans

Op 1 december schreef Sanne:
> K7-2 Sinds het voorjaar trek ik een overleg
"""


def test_an_email_falls_apart_by_its_codes():
    read = mail.split(MAIL, CODES)

    assert [remark.text for remark in read.remarks] == [
        "Dank voor je stuk. Ik las het in de trein.",
        "K7-2: wat als je één keer niets opschrijft?\nEcht niets.",
        "Bij k7 4 dacht ik: dit is de vraag.",
        "K7-6 vind ik dapper.",
    ]
    for gone in ("Van: Ans", "Hoi Sanne", "Hartelijke groet", "> K7-2", "Op 1 december"):
        assert gone in read.left_out


def test_what_was_left_out_of_an_email_can_be_taken_in():
    texts = " ".join(remark.text for remark in mail.split(MAIL, CODES, whole=True).remarks)

    assert "Hartelijke groet" in texts
    assert "Sinds het voorjaar" in texts


def test_an_answer_under_a_repeated_line_is_about_that_line(paper):
    text = "> K7-2 Sinds het voorjaar\n> en verder\nDat herken ik.\n> K7-3 Ik belde\nMooi. K7-4 raakte me.\n"

    remarks = matching.propose(mail.split(text, CODES).remarks, [paper], paper.id)

    assert [(each.text, each.code) for each in remarks] == [
        ("Dat herken ik.", "K7-2"),
        ("Mooi.", "K7-3"),
        ("K7-4 raakte me.", "K7-4"),
    ]


def test_an_empty_email_says_nothing():
    assert mail.split("  \n\n", CODES).remarks == ()


@pytest.mark.parametrize("sign", ["-", "_", "- original "])
def test_a_line_of_dashes_in_an_email_takes_no_time(sign):
    line = sign * (100_000 // len(sign)) + "x"
    began = time.process_time()
    assert mail.split(f"K7-2: mooi\n{line}", CODES).remarks[0].text.startswith("K7-2: mooi")
    assert time.process_time() - began < 5  # it grew with the square of the line: minutes


def test_an_email_of_nothing_but_codes_takes_no_time():
    began = time.process_time()
    assert len(mail.split("K7-2. " * 60_000, CODES).remarks) > 1
    assert time.process_time() - began < 10
