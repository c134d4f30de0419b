"""Names of others: found, kept apart, and replaced everywhere."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.pseudonyms import choices, found_names, initial, is_of, own_choices, replace, styled
from journal.domain.snapshot import NameChoice

HENK = [NameChoice("Henk", "H.")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ik liep een stuk met Henk.", ["Henk"]),
        ("Henk zei niets.", ["Henk"]),
        ("Hasna zei niets.", ["Hasna"]),
        ("Ze vroeg aan Fatima en Henk of het kon.", ["Fatima", "Henk"]),
        ("Gisteren belde Aad op ’t Veld mij.", ["Aad op ’t Veld"]),
        ("Ik sprak Henk van der Berg. Henk was moe.", ["Henk van der Berg", "Henk"]),
        ("We spraken met mevrouw De Vries en dr. Bakker.", ["De Vries", "Bakker"]),
        ("Ik hoorde van Henks plan en Fatima’s idee, en van Henk.", ["Henk", "Fatima"]),
        ("Erbij waren:\n- Tariq Aziz\n- Jan-Willem", ["Tariq Aziz", "Jan-Willem"]),
        ("I walked with Henk on Monday.", ["Henk"]),
    ],
)
def test_names_are_found_by_their_capital(text, names):
    assert found_names([text]) == names


@pytest.mark.parametrize(
    "text",
    [
        "Ik woon in Utrecht en werk op Maandag in Teams.",
        "De GGD en de Zorgalliantie doen mee. Stilte is goed.",
        "Fijn. Mooi! Echt? “Goed zo.” Dat was het.",
        "Wij lazen het Nederlands rapport van gemeente Xanten over MijnGezondheid.",
        "Niemand zei iets. Iedereen keek weg.",
        "I think English is hard in December.",
        "",
        "We tekenden de X-curve, en E-health kwam er ook op.",
    ],
)
def test_other_capitals_are_nobodys_name(text):
    assert found_names([text]) == []


def test_a_confirmed_name_is_found_at_the_start_of_a_sentence_too():
    assert found_names(["Roos mag het weten."]) == []
    assert found_names(["Roos mag het weten."], ["Roos"]) == ["Roos"]


@pytest.mark.parametrize(
    ("name", "short"),
    [("Henk", "H."), ("Marjan de Wit", "M. de W."), ("Jan-Willem", "J.-W."), ("IJsbrand", "IJ."), ("Émile", "É.")],
)
def test_initials_read_as_people_write_them(name, short):
    assert initial(name) == short


def test_two_people_with_the_same_initial_stay_apart():
    told = {each.name: each.replacement for each in choices(["Henk", "Hanna", "Fatima", "Jan", "Janneke"], {})}
    assert told == {"Henk": "He.", "Hanna": "Ha.", "Fatima": "F.", "Jan": "J.", "Janneke": "J.2"}


def test_a_name_follows_the_rule_of_the_writer():
    told = choices(["Henk", "Fatima", "Hanna"], {"Henk": "collega van de GGD", "Fatima": "Fatima", "Hanna": None})
    assert [each.replacement for each in told] == ["collega van de GGD", "Fatima", "H."]
    assert replace("Henk belde Fatima en Hanna.", told) == "Collega van de GGD belde Fatima en H."


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ik sprak Henk. En toen?", "Ik sprak H. En toen?"),
        ("Henks plan, Henk's plan, Henk’s plan", "H.’s plan, H.’s plan, H.’s plan"),
        ("Henkie en Schenk en henk en Henk-Jan", "Henkie en Schenk en henk en Henk-Jan"),
        ("(Henk), “Henk”: Henk!", "(H.), “H.”: H.!"),
        ("Henk\nHenk", "H.\nH."),
    ],
)
def test_a_name_is_replaced_as_a_whole_word(text, printed):
    assert replace(text, HENK) == printed


def test_the_longest_name_goes_first():
    told = choices(["Henk", "Henk van der Berg"], {})
    assert replace("Henk van der Berg en Henk", told) == "H. van der B. en H."


def test_a_name_is_found_however_its_accents_are_written():
    decomposed = unicodedata.normalize("NFD", "Ik sprak José vandaag.")
    assert replace(decomposed, choices(["José"], {})) == "Ik sprak J. vandaag."
    assert replace("José en Jose", choices(["Jose"], {})) == "José en J."


def test_the_own_name_prints_as_its_owner_wants():
    assert [styled("Marjan de Wit", style) for style in ("full", "first", "initials")] == [
        "Marjan de Wit",
        "Marjan",
        "M. de W.",
    ]
    assert styled("", "first") == ""
    assert (
        replace("Marjan de Wit, zei hij. Marjan!", own_choices("Marjan de Wit", "initials")) == "M. de W., zei hij. M.!"
    )
    assert is_of("Marjan", "Marjan de Wit")
    assert not is_of("Henk", "Marjan de Wit")


@pytest.mark.parametrize("gap", ["  ", "\xa0", "\n", "\x0b "])
def test_a_name_is_replaced_whatever_stands_between_its_parts(gap):
    told = choices([f"Henk{gap}Aarts"], {})
    assert "Henk" not in replace(f"Toen belde Henk{gap}Aarts mij, en Henk Aarts ook.", told)


@given(st.text(max_size=200), st.sampled_from(["Henk", "Fatima", "IJsbrand", "José"]), st.text(max_size=200))
def test_no_text_is_too_odd(before, name, after):
    text = f"{before} {name} {after}"
    told = choices(found_names([text], [name]), {})
    printed = replace(text, told)
    assert name not in found_names([printed], [name])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mijn vraag is Hoe krijg ik Henk mee", ["Henk"]),
        ("Thuis (En dat is waar) zag ik Fatima", ["Fatima"]),
        ("Gisteren sprak ik Will over Per en over Marjan de Wit", ["Will", "Per", "Marjan de Wit"]),
    ],
)
def test_a_capital_without_a_full_stop_before_it_makes_no_name_of_an_ordinary_word(text, names):
    assert found_names([text]) == names


def test_ones_own_family_name_is_shortened_too_where_it_stands_alone():
    told = "Mevrouw De Wit kwam binnen. Marjan de Wit, dus. De Wits jas."
    by_initials = replace(told, own_choices("Marjan de Wit", "initials"))
    assert "Wit" not in by_initials
    assert "Marjan" not in by_initials
    by_first = replace(told, own_choices("Marjan  de Wit", "first"))
    assert "Wit" not in by_first
    assert "Marjan, dus." in by_first


def test_a_family_name_that_is_a_word_stays_a_word():
    assert replace("Het Bos was stil.", own_choices("Els Bos", "initials")) == "Het Bos was stil."
