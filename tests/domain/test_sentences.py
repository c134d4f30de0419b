"""A text opens into its sentences, and a choice of them is a text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import sentences


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences.split(text)]


@pytest.mark.parametrize(
    "told",
    [
        ["Sinds het voorjaar werk ik door.", "Iedereen zegt ja!", "En nu?", "Ja."],
        ["Dhr. H. de Vries zei bijv. dat het o.a. 3.5 was.", "Toen ging hij, d.w.z. later.", "Om 9.30 uur."],
        ["Mw. M.J. van der Berg en dr. J.-W. Jansen kwamen i.v.m. art. 4.", "Dat was op 3 sept. 2026."],
        ["Fatima vroeg: “En wat weet je nog niet? Of wel?”", "Daar had ik geen antwoord op."],
        ['"Ga zitten. Praat." zei ze.', "Ik ging."],
        ["'Zin een. Zin twee,' zei ze.", "Foto's van Hans' boek."],
        ["’s Avonds was het stil.", "‘s Morgens ook.", "Auto's reden voorbij."],
        ["Hij zei (echt waar. Ja.) niets.", "Punt."],
        ["Wat...", "Nee.", "En toen…", "Niets."],
        ["Mr. Smith met Dr. Jones, e.g. on Monday.", "They left at 5 p.m. sharp.", "Why?"],
        ["Zie www.voorbeeld.nl of mail jan@voorbeeld.nl.", "Versie 2.0 is er."],
        ["We hadden 20 pct. meer.", "2026 wordt beter."],
        ["“Mooi.”", "“Ja?”", "Stilte."],
    ],
)
def test_dutch_and_english_texts_open_into_their_sentences(told):
    assert split(" ".join(told)) == told


def test_every_line_of_a_list_stands_by_itself():
    text = "Drie dingen:\n\n- eerst dit. En dat.\n- dan dat\n• en zo\n\n1. Een\n2) Twee.  Meer.\r\n3. Drie"
    assert split(text) == [
        "Drie dingen:", "- eerst dit.", "En dat.", "- dan dat", "• en zo", "1. Een", "2) Twee.", "Meer.", "3. Drie",
    ]  # fmt: skip


def test_who_never_writes_a_capital_has_sentences_too():
    assert split("ik was boos. bijv. op mezelf. toen niet meer!") == [
        "ik was boos.",
        "bijv. op mezelf.",
        "toen niet meer!",
    ]


def test_a_choice_is_joined_without_a_trace_of_the_rest():
    text = "Een. Twee.  Drie.\n\nVier. Vijf."
    assert sentences.chosen(text, {1, 3}) == "Een. Drie."
    assert sentences.chosen(text, {2, 5}) == "Twee.\nVijf."
    assert sentences.chosen(text, {4}) == "Vier."
    assert sentences.chosen(text, {1, 2, 3, 4, 5}) == "Een. Twee. Drie.\nVier. Vijf."
    assert sentences.chosen(text, set()) == ""


@pytest.mark.parametrize(
    ("text", "kept", "shown"),
    [
        ("1. Een\n2. Twee. En meer.\n3. Drie", {1, 4}, "1. Een\n2. Drie"),
        ("1. Een\n2. Twee\n3. Drie", {2, 3}, "1. Twee\n2. Drie"),
        ("Ik wil:\na) rust\nb) tijd\nc) geld", {1, 4}, "Ik wil:\na) geld"),
        ("5) vijf\n6) zes\nTekst.\n1) een\n2) twee", {2, 3, 5}, "5) zes\nTekst.\n1) twee"),
        ("1. Een\n2. Twee", {1, 2}, "1. Een\n2. Twee"),
        ("- een\n- twee\n- drie", {1, 3}, "- een\n- drie"),
        ("1. Een\nuitleg\n2. Twee\n3. Drie", {1, 2, 4}, "1. Een\nuitleg\n2. Drie"),
        ("3.5 is veel. Dat was 2.", {1}, "3.5 is veel."),
    ],
)
def test_a_numbered_list_has_no_gap_in_its_numbers(text, kept, shown):
    assert sentences.chosen(text, kept) == shown


def test_a_very_long_answer_opens_into_its_paragraphs():
    text = "\n".join("Zin een. Zin twee." for _ in range(100))
    assert split(text) == ["Zin een. Zin twee."] * 100


LETTERS = st.text(st.sampled_from("aB1 .?!…\n\"'“”‘’()-\t•,éH\u00a0\u2028\r\x0c"), max_size=60)


def bare(text: str) -> str:
    return "".join(text.split())


@given(LETTERS | st.text(max_size=80))
def test_splitting_and_joining_never_loses_a_letter(text):
    found = sentences.split(text)
    assert bare("".join(sentence.text for sentence in found)) == bare(text)
    assert bare(sentences.join(found)) == bare(text)
    assert all(sentence.text == sentence.text.strip() and sentence.text for sentence in found)


@given(LETTERS, st.sets(st.integers(1, 12)))
def test_a_choice_holds_the_chosen_sentences_and_nothing_else(text, numbers):
    found = sentences.split(text)
    kept = [sentence.text for number, sentence in enumerate(found, start=1) if number in numbers]
    shown = sentences.chosen(text, numbers)
    figures = str.maketrans("", "", "0123456789aB")
    assert bare(shown).translate(figures) == bare("".join(kept)).translate(figures)
    assert "  " not in shown.replace("\t", " ") or any("  " in each for each in kept)
