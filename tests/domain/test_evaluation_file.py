"""The evaluation file: what is in it, and what is refused."""

import json

import pytest
from pydantic import ValidationError

from journal.domain import evaluation
from journal.domain.evaluation import ChangedEvaluation, Evaluation, NewerEvaluation, NoEvaluation, Said
from journal.domain.evaluation_names import unrecognisable

FULL = Evaluation(
    id="0123456789abcdef" * 2,
    programme="htc",
    edition="najaar 2026",
    session="two-day-2",
    name="Marjan",
    themes=(Said(theme="transformation", words="Het kantelt, één straat.", mark=3), Said(theme="leadership", mark=5)),
)


def changed(**what: object) -> bytes:
    """The file with other contents and a checksum that fits them."""
    content = {**json.loads(evaluation.write(FULL)), **what}
    content.pop("checksum")
    return json.dumps({**content, "checksum": evaluation._checksum(content)}).encode()


def test_what_was_saved_is_read_back_to_the_letter():
    assert evaluation.read(evaluation.write(FULL)) == FULL


def test_the_file_holds_what_was_chosen_and_nothing_else():
    content = json.loads(evaluation.write(FULL.model_copy(update={"name": None})))
    assert set(content) == {"format", "id", "programme", "edition", "session", "name", "themes", "checksum"}
    assert content["name"] is None
    assert content["themes"][1] == {"theme": "leadership", "words": "", "mark": 5}


def test_a_mail_program_may_have_changed_the_line_ends():
    assert evaluation.read(b"\xef\xbb\xbf" + evaluation.write(FULL).replace(b"\n", b"\r\n")) == FULL


def test_two_files_never_get_the_same_number():
    assert len({evaluation.new_id() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("old", "new"), [("Het kantelt", "Het zakt in"), ('"mark": 3', '"mark": 1'), ("two-day-2", "two-day-1")]
)
def test_a_file_that_was_changed_afterwards_is_noticed(old, new):
    tampered = evaluation.write(FULL).replace(old.encode(), new.encode())
    with pytest.raises(ChangedEvaluation):
        evaluation.read(tampered)


def test_a_newer_file_asks_for_a_newer_reisgezel():
    with pytest.raises(NewerEvaluation):
        evaluation.read(changed(format=2, colours=["green"]))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"3",
        b"<!doctype html><html><body>Evaluatie</body></html>",
        b"\x00\xff\xfe\x01" * 50,
        b"[" * 200_000,
        b'{"a":' * 40_000,
        b'{"format": 1, "checksum": "x"}',
        b'{"format": ' + b"9" * 6000 + b"}",
        b'{"format": 1, "format": 1}',
        b" " * 10_000_000,
        evaluation.write(FULL) * 2,
        evaluation.write(FULL)[:-30],
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_no_evaluation_is_refused(data):
    with pytest.raises(NoEvaluation):
        evaluation.read(data)


@pytest.mark.parametrize(
    "what",
    [
        {"themes": []},
        {"themes": "transformation"},
        {"themes": [{"theme": "transformation"}]},
        {"themes": [{"theme": "transformation", "words": "  ", "mark": None}]},
        {"themes": [{"theme": "transformation", "mark": 0}]},
        {"themes": [{"theme": "transformation", "mark": 6}]},
        {"themes": [{"theme": "transformation", "mark": True}]},
        {"themes": [{"theme": "transformation", "mark": 3.0}]},
        {"themes": [{"theme": "transformation", "mark": "3"}]},
        {"themes": [{"theme": "transformation", "mark": 3}] * 2},
        {"themes": [{"theme": "../../etc", "mark": 3}]},
        {"themes": [{"theme": "transformation\n", "mark": 3}]},
        {"themes": [{"theme": "transformation", "words": "x" * 8001}]},
        {"themes": [{"theme": "transformation", "words": "half \ud83d"}]},
        {"themes": [{"theme": "transformation", "words": "nul \x00"}]},
        {"name": ""},
        {"name": "n" * 81},
        {"name": 3},
        {"id": "mine"},
        {"id": "A" * 32},
        {"programme": None},
        {"email": "marjan@example.org"},
        {"format": True},
        {"format": 1.0},
    ],
    ids=lambda what: repr(what)[:50],
)
def test_a_checksum_that_fits_does_not_make_a_wrong_file_good(what):
    with pytest.raises(NoEvaluation):
        evaluation.read(changed(**what))


def test_a_theme_of_which_nothing_is_said_cannot_be_given():
    with pytest.raises(ValidationError):
        Said(theme="transformation", words=" ")


def test_names_of_others_become_initials_and_ones_own_name_is_left_out():
    texts = {"a": "Ik liep met Henk Jansen.", "b": "Volgens Henk luistert Marjan nu beter, zei Fatima."}
    found = unrecognisable(texts, "Marjan de Wit", {"Fatima": "mijn collega"})
    assert found == {"a": "Ik liep met H. J.", "b": "Volgens H. luistert … nu beter, zei mijn collega."}


def test_a_name_that_may_stand_for_a_coach_does_not_stand_here():
    assert unrecognisable({"a": "Dat zei Henk ook."}, "", {"Henk": "Henk"}) == {"a": "Dat zei H. ook."}
