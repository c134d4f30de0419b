"""What belongs together, and a picture that points at nobody."""

import itertools

from journal.domain.evaluation import Evaluation, Said
from journal.domain.evaluation_group import LeftOut, Quotation, Reason, picture, sort_out, themes_said


def given(number: int, words: str = "", mark: int | None = 3, **other: object) -> Evaluation:
    said = (Said(theme="transformation", words=words, mark=mark),)
    return Evaluation(**{"id": f"{number:032x}", "programme": "htc", "session": "two-day-2", "themes": said, **other})


def files(*evaluations: Evaluation) -> list[tuple[str, Evaluation]]:
    return [(f"file {number}", each) for number, each in enumerate(evaluations)]


def reasons(kept) -> dict[str, Reason]:
    return {out.file: out.reason for out in kept.left_out}


def test_files_of_another_session_programme_or_edition_are_named_and_left_out():
    kept = sort_out(
        files(
            given(1, edition="Najaar 2026"),
            given(2, edition="najaar  2026"),
            given(3, session="two-day-1"),
            given(4, programme="netwerkteam"),
            given(5, edition="voorjaar 2025"),
            given(6),
        )
    )
    assert [name for name, _ in kept.files] == ["file 0", "file 1", "file 5"]
    assert reasons(kept) == {
        "file 2": Reason.OTHER_SESSION,
        "file 3": Reason.OTHER_PROGRAMME,
        "file 4": Reason.OTHER_EDITION,
    }


def test_the_session_that_was_asked_for_goes_before_the_one_of_most_files():
    kept = sort_out(files(given(1), given(2), given(3, session="two-day-1")), session="two-day-1")
    assert [name for name, _ in kept.files] == ["file 2"]


def test_a_double_counts_once_and_the_file_that_stays_is_named():
    kept = sort_out(files(given(1, "Het kantelt."), given(2, "Anders."), given(1, "Het kantelt.")))
    assert kept.left_out == (LeftOut("file 2", Reason.DOUBLE, "file 0"),)


def test_who_saved_the_same_words_twice_counts_once():
    words = "Vorige keer zei ik nog dat het aan de anderen lag."
    kept = sort_out(files(given(1, words), given(2, words.upper() + "\n")))
    assert reasons(kept) == {"file 1": Reason.DOUBLE}


def test_short_words_and_equal_marks_make_no_double():
    assert len(sort_out(files(given(1, "Rust."), given(2, "Rust."), given(3), given(4))).files) == 4


def test_a_theme_that_the_programme_does_not_have_keeps_a_file_out():
    kept = sort_out(files(given(1), given(2)), themes={"leadership"})
    assert not kept.files
    assert set(reasons(kept).values()) == {Reason.OTHER_THEMES}


def test_no_spread_is_drawn_of_fewer_than_five_marks():
    four = [given(n, mark=n) for n in range(1, 5)]
    without_mark = given(9, "Alleen woorden.", mark=None)
    assert picture([*four, without_mark], ["transformation"])[0].spread is None
    assert picture([*four, given(5, mark=3)], ["transformation"])[0].spread == (1, 1, 2, 1, 0)


def test_the_order_is_the_same_however_the_files_are_given_and_is_not_the_order_of_files():
    people = [given(n, f"Woorden van {n}.") for n in range(1, 9)]
    first = picture(people, ["transformation"])
    for order in itertools.islice(itertools.permutations(people), 0, 5000, 500):
        assert picture(order, ["transformation"]) == first
    assert [each.words for each in first[0].quotations] != [f"Woorden van {n}." for n in range(1, 9)]


def test_the_order_of_one_theme_tells_nothing_about_another():
    themes = ("transformation", "cooperation", "leadership")
    people = [given(n, themes=tuple(Said(theme=theme, words=f"Nummer {n}.") for theme in themes)) for n in range(1, 13)]
    orders = {tuple(each.words for each in found.quotations) for found in picture(people, themes)}
    assert len(orders) == 3


def test_one_more_file_shuffles_all_anew():
    people = [given(n, f"Nummer {n}.") for n in range(1, 13)]
    before = [each.words for each in picture(people[:-1], ["transformation"])[0].quotations]
    after = [each.words for each in picture(people, ["transformation"])[0].quotations if each.words != "Nummer 12."]
    assert before != after


def test_a_name_stands_only_beside_the_words_of_who_gave_one():
    found = picture([given(1, "Met naam.", name="Marjan"), given(2, "Zonder naam.")], ["transformation"])[0]
    assert set(found.quotations) == {Quotation("Met naam.", "Marjan"), Quotation("Zonder naam.")}


def test_a_programme_that_is_not_known_has_the_themes_that_people_spoke_of():
    assert themes_said([given(1), given(2, themes=(Said(theme="arena", mark=1),))]) == ("arena", "transformation")
