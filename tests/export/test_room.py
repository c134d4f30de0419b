"""The first page is enough by itself: the question to the group is always on it."""

from dataclasses import replace

import pytest

from journal.domain.snapshot import Case, Piece, SinceLastTime
from journal.export import room
from tests.export.papers import marjan
from tests.export.reading import opened, paper

QUESTION = "Mijn vraag aan de groep"
SENTENCE = "Daarna was het stil, en ik keek naar mijn handen. "


def first_page(snapshot, guidance):
    return " ".join(opened(paper(snapshot, guidance).data).pages[0].extract_text().split())


def telling(method_id, sentences, rows):
    pieces = [Piece("case.matter", SENTENCE * sentences)]
    pieces += [Piece(id_, SENTENCE * 2) for id_ in ("case.role", "case.felt", "case.tried", "case.help")[:rows]]
    return Case("De stilte", tuple(pieces), "Wat doe ik waardoor het stil blijft?", method_id)


@pytest.mark.parametrize("sentences", [2, 6, 8, 10, 12, 16, 40])
@pytest.mark.parametrize("rows", [0, 2, 4])
def test_however_long_the_case_is_the_question_is_on_the_first_page(guidance, sentences, rows):
    told = replace(marjan(), case=telling("tietze", sentences, rows))
    assert QUESTION in first_page(told, guidance)


def test_a_short_case_stands_before_its_question_when_the_method_wants_it_so(guidance):
    read = first_page(replace(marjan(), case=telling("tietze", 4, 0)), guidance)
    assert read.index("De casus") < read.index(QUESTION)


@pytest.mark.parametrize("sentences", [8, 16, 22, 26, 30])
def test_without_a_map_there_is_more_room_and_still_the_question_is_there(guidance, sentences):
    told = replace(marjan(), places=None, case=telling("ten-steps", sentences, 2))
    assert QUESTION in first_page(told, guidance)


def test_what_stands_above_takes_room():
    full = marjan()
    assert (
        room.above(full) > room.above(replace(full, places=None)) > room.above(replace(full, places=None, question=()))
    )
    longer = replace(full, since=SinceLastTime(None, SENTENCE * 6))
    assert room.above(longer) > room.above(full) > room.above(replace(full, since=None))
    assert room.story([SENTENCE * 9], [], []) > room.story([SENTENCE], [], [])
    assert room.story([SENTENCE], [], [[SENTENCE]] * 4) > room.story([SENTENCE], [], [])
