"""Words as search finds them."""

import pytest

from journal.domain.finding import all_in, excerpt, fold, spans, words_of


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Het café werd stil.", "cafe", ["café"]),
        ("CAFE of café", "Café", ["CAFE", "café"]),
        ("Stilte is geen weerstand; stil", "stil", ["Stil", "stil"]),
        ("windstilte", "stil", []),
        ("één overleg", "een overleg", ["één", "overleg"]),
        ("e\u0301e\u0301n", "een", ["e\u0301e\u0301n"]),
        ("我们一起走", "一起", ["一起"]),
        ("een zaadje 🌱", "🌱", ["🌱"]),
        ("(haakje", "(haak", ["haak"]),
        ("ﬁets", "fiets", ["ﬁets"]),
    ],
)
def test_where_words_stand_in_a_text(text, typed, found):
    assert [text[begin:end] for begin, end in spans(text, words_of(typed))] == found


def test_all_words_must_begin_somewhere():
    has_all = all_in(words_of("stil cafe"))
    assert has_all("Het café werd stil")
    assert not has_all("Het café werd windstil")


def test_an_excerpt_stands_around_the_first_word_and_says_where_it_was_cut():
    text = "voor " * 50 + "overal stilte " + "na " * 200
    part = excerpt(text, ["stilte"])
    assert part.startswith("…voor")
    assert part.endswith("na…")
    assert "overal stilte" in part
    assert excerpt("Kort en stil", ["stil"]) == "Kort en stil"
    assert excerpt("Over twee\nregels", ["twee"]) == "Over twee regels"


def test_folding_takes_case_and_accents_away():
    assert fold("ÉÉN Café") == "een cafe"
