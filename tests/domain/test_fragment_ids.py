"""The names of what can be shared are made and read in one place; old ones stay readable."""

import pytest

from journal.domain import fragment_ids as ids


def test_what_is_made_is_read_back():
    answer = ids.piece(7, "case.matter")
    assert answer == "piece.7.case.matter"
    sentence = ids.sentence(answer, 3)
    assert sentence == "piece.7.case.matter#3"
    for each in (answer, sentence):
        assert (ids.entry_of(each), ids.prompt_of(each), ids.answer_of(each)) == (7, "case.matter", answer)
    assert (ids.sentence_number(sentence), ids.sentence_number(answer)) == (3, None)
    assert ids.place(7, "me", "trials") == "piece.7.place.me.trials"
    assert ids.prompt_of(ids.mark(7, "leadership")) == "mark.leadership"
    assert (ids.entry_of(ids.experiment(8)), ids.prompt_of(ids.experiment(8))) == (8, "")
    assert (ids.attachment_of(ids.attachment(9)), ids.entry_of(ids.attachment(9))) == (9, None)


@pytest.mark.parametrize("whole", ["question", "question.earlier", "case", "since", "places", "themes", "harvest"])
def test_what_is_no_answer_has_no_entry(whole):
    assert (ids.entry_of(whole), ids.prompt_of(whole), ids.attachment_of(whole)) == (None, "", None)
    assert ids.answer_of(whole) == whole


@pytest.mark.parametrize(
    "strange", ["", "#", "piece", "piece.", "piece.x.y", "piece.²3.y", "attachment.-1", "x#y#2", "#1"]
)
def test_strange_ids_are_nothing_and_break_nothing(strange):
    assert (ids.entry_of(strange), ids.attachment_of(strange), ids.prompt_of(strange)) == (None, None, "")
    ids.sentence_number(strange)
