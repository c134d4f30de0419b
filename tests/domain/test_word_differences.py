from hypothesis import given
from hypothesis import strategies as st

from journal.domain.word_differences import compared


def test_words_that_only_one_text_has_are_marked():
    one, other = compared("We liepen langs het wad.", "We liepen snel langs de zee.")
    assert [run.text for run in one if run.only_here] == ["het", "wad"]
    assert [run.text for run in other if run.only_here] == ["snel ", "de", "zee"]


@given(one=st.text(max_size=60), other=st.text(max_size=60))
def test_both_texts_stay_whole(one: str, other: str):
    left, right = compared(one, other)
    assert "".join(run.text for run in left) == one
    assert "".join(run.text for run in right) == other


def test_long_texts_are_compared_by_line():
    left, _ = compared("regel een\n" * 4_000 + "anders", "regel een\n" * 4_000)
    assert [run.text for run in left if run.only_here] == ["anders"]
