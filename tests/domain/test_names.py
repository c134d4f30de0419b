"""Names of people, organisations and places: how well they are found, what is proposed, and how a sentence reads on."""

import pytest

from journal.domain.names_kinds import NameKind, Rule
from journal.domain.pseudonyms import found, printing, replace
from journal.domain.snapshot import NameChoice
from tests.domain.names_measured import PARTS, measure, sentences

RECALL, PRECISION = 0.95, 0.90


def listed(*texts: str, rules: dict[str, Rule] | None = None) -> dict[str, str]:
    return {each.name: each.kind.value for each in found(texts, rules)}


def printed(text: str, rules: dict[str, Rule] | None = None) -> str:
    return replace(text, printing(found([text], rules), rules or {}))


@pytest.mark.parametrize("part", PARTS)
def test_of_invented_dutch_sentences_nearly_all_names_are_found_and_little_else(part, capsys):
    measured = measure(sentences(part))
    with capsys.disabled():
        print(f"\nnames, {part}")
        print(*measured.values(), sep="\n")
    assert measured[None].recall >= RECALL
    assert measured[None].precision >= PRECISION
    assert measured[NameKind.PERSON].recall >= RECALL


def test_the_set_is_large_and_has_each_kind_in_both_parts():
    assert sum(len(sentences(part)) for part in PARTS) >= 300
    assert all(measure(sentences(part))[kind].marked >= 20 for part in PARTS for kind in (None, *list(NameKind)[:3]))


def test_each_name_comes_with_its_kind_and_how_often_it_stands_there():
    text = "Henk van der Meer werkt bij GGD Utrecht. Ik belde Henk, en Van der Meer was er niet. Henk woont in Zeist."
    assert [(each.name, each.kind.value, each.count) for each in found([text])] == [
        ("Henk van der Meer", "person", 1),
        ("GGD Utrecht", "organisation", 1),
        ("Henk", "person", 2),
        ("Van der Meer", "person", 1),
        ("Zeist", "place", 1),
    ]


def test_people_become_initials_and_the_rest_stays_until_its_writer_chooses():
    text = "Fatima van GGD Utrecht woont in Zeist."
    assert printed(text) == "F. van GGD Utrecht woont in Zeist."
    rules = {"GGD Utrecht": Rule("een organisatie"), "Zeist": Rule("een stad")}
    assert printed(text, rules) == "F. van een organisatie woont in een stad."


def test_a_word_that_is_no_name_does_not_come_back():
    assert listed("Ik dacht aan Zonnehof.") == {"Zonnehof": "person"}
    assert listed("Ik dacht aan Zonnehof.", rules={"Zonnehof": Rule(kind="none")}) == {}


def test_the_writer_says_what_a_name_is():
    rules = {"Zonnehof": Rule(kind="organisation")}
    assert listed("Zonnehof is klein.", rules=rules) == {"Zonnehof": "organisation"}
    assert printed("Ik dacht aan Zonnehof.", rules) == "Ik dacht aan Zonnehof."


def test_a_name_in_capitals_and_its_possessive_are_the_same_name():
    text = "HENK zei niets. Henks plan lag er. Ik vroeg Henk, en Henk's broer."
    assert [(each.name, each.count) for each in found([text])] == [("Henk", 4)]
    assert printed(text) == "H. zei niets. H.’s plan lag er. Ik vroeg H., en H.’s broer."


def test_one_choice_holds_for_every_form_of_a_name():
    rules = {"Henk": Rule("een collega")}
    text = "Henk van Dijk belde. Ik sprak HENK, en later Henk weer."
    assert printed(text, rules) == "Een collega belde. Ik sprak een collega, en later een collega weer."


def test_with_two_of_the_same_first_name_a_choice_for_one_says_nothing_of_the_other():
    rules = {"Jan Bos": Rule("een buurman"), "Jan Smit": Rule("een oom")}
    assert printed("Ik zag Jan Bos en Jan Smit, en toen Jan.", rules) == "Ik zag een buurman en een oom, en toen J."


def test_initials_that_collide_get_a_second_letter():
    assert printed("Ik zag Henk, Hanna en Fatima.") == "Ik zag He., Ha. en F."


@pytest.mark.parametrize(
    ("text", "name", "role", "reads"),
    [
        ("De GGD Utrecht belde.", "GGD Utrecht", "een organisatie", "Een organisatie belde."),
        ("Bij de GGD Utrecht is het druk.", "GGD Utrecht", "een organisatie", "Bij een organisatie is het druk."),
        ("Onze GGD Utrecht is klein.", "GGD Utrecht", "een organisatie", "Onze organisatie is klein."),
        ("In de wijk Overvecht woont zij.", "Overvecht", "een wijk", "In een wijk woont zij."),
        ("De gemeente Zeist wil niet.", "Zeist", "een gemeente", "Een gemeente wil niet."),
        ("De oude GGD Utrecht is weg.", "GGD Utrecht", "een organisatie", "De oude organisatie is weg."),
        ("Mijn collega Henk lacht.", "Henk", "een collega", "Mijn collega lacht."),
        ("Henks plan en Henk's idee.", "Henk", "een bewoner", "Een bewoners plan en een bewoners idee."),
        ("Dat was, o.a. Henk, iedereen.", "Henk", "een collega", "Dat was, o.a. een collega, iedereen."),
        ("Eerst dit. Henk kwam.", "Henk", "een collega", "Eerst dit. Een collega kwam."),
    ],
)
def test_a_role_takes_its_place_so_that_the_sentence_still_reads(text, name, role, reads):
    assert replace(text, [NameChoice(name, role)]) == reads


def test_nobody_hides_in_the_name_of_an_organisation_that_stays():
    names = [NameChoice("Stichting Henk Bos", "Stichting Henk Bos", kind="organisation"), NameChoice("Henk", "H.")]
    assert replace("Stichting Henk Bos belde.", names) == "Stichting H. Bos belde."
    stays = [NameChoice("Henk Bos", "Henk Bos"), NameChoice("Henk", "H.")]
    assert replace("Henk Bos en Henk", stays) == "Henk Bos en H."
