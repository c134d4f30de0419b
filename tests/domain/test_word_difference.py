"""What differs between two versions of a text."""

import hypothesis
from hypothesis import strategies as st

from journal.domain.word_difference import MOST_WORDS, Kind, Run, compare, without

WORDS = st.lists(st.sampled_from(["ik", "wij", " ", "\n", "durf", "’s", "morgen", ".", "  ", "-"])).map("".join)


def test_one_word_changed_shows_as_one_word():
    assert compare("Ik wacht af.", "Ik vraag af.") == (
        Run(Kind.SAME, "Ik "),
        Run(Kind.GONE, "wacht"),
        Run(Kind.NEW, "vraag"),
        Run(Kind.SAME, " af."),
    )


def test_words_changed_beside_each_other_read_as_one_change():
    assert compare("Ik wacht nu af.", "Ik vraag straks af.") == (
        Run(Kind.SAME, "Ik "),
        Run(Kind.GONE, "wacht nu"),
        Run(Kind.NEW, "vraag straks"),
        Run(Kind.SAME, " af."),
    )


def test_each_side_can_be_read_by_itself():
    runs = compare("We liepen langs het wad.", "We liepen snel langs de zee.")
    mine, other = without(runs, Kind.NEW), without(runs, Kind.GONE)
    assert "".join(run.text for run in mine) == "We liepen langs het wad."
    assert [run.text.strip() for run in mine if run.kind is Kind.GONE] == ["het wad"]
    assert [run.text.strip() for run in other if run.kind is Kind.NEW] == ["snel", "de zee"]


def test_equal_texts_differ_in_nothing():
    assert compare("Alles bleef.", "Alles bleef.") == (Run(Kind.SAME, "Alles bleef."),)
    assert compare("", "") == ()


@hypothesis.given(WORDS, WORDS)
def test_no_letter_is_lost_on_either_side(before: str, after: str):
    runs = compare(before, after)
    assert "".join(run.text for run in runs if run.kind is not Kind.NEW) == before
    assert "".join(run.text for run in runs if run.kind is not Kind.GONE) == after


def test_very_long_texts_are_compared_by_paragraph():
    before = "\n".join(f"alinea {number} met wat woorden" for number in range(MOST_WORDS))
    after = before.replace("alinea 7 met", "alinea 7 zonder")
    changed = [run for run in compare(before, after) if run.kind is not Kind.SAME]
    assert changed == [Run(Kind.GONE, "alinea 7 met wat woorden"), Run(Kind.NEW, "alinea 7 zonder wat woorden")]
