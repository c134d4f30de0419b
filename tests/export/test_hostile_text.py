import time
from dataclasses import replace

import pytest

from journal.domain.snapshot import Piece
from journal.export import pdf
from journal.export.paper_text import BOX, breakable, clean, line, paragraphs
from tests.export.papers import marjan, saying
from tests.export.reading import RIGHT_MARGIN, is_accessible, paper, rightmost, words

HOSTILE = {
    "typst": '#set page(fill: red) #panic("x") $x$ @ref `code` *b* _i_ = Kop // c /* d */ #{',
    "html": "<b>vet</b> &amp; <script>alert(1)</script>",
    "templates": "{{ naam }} {% raw %} ${PATH} %s",
    "backslashes": r"C:\nieuw\tekst \\ \u{feff} \"",
    "emoji": "Blij 😀 👨‍👩‍👧 ❤️ 1️⃣ 🇳🇱 👍🏽 einde",
    "chinese": "你好，世界。" * 40,
    "symbols": "∑ ⇒ ≥ → ✓ ☐ ⚠ € 5",
    "accents": "Eén, twee, façade, über, naïef, Łódź, coöperatie, ﬁ",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_text_that_looks_like_markup_prints_as_it_was_written(guidance, kind):
    made = paper(saying(HOSTILE[kind]), guidance)
    assert made.strict, made.detail
    assert is_accessible(made.data)
    assert _without_spaces(HOSTILE[kind]) in _without_spaces(words(made.data))


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا بالعالم و hello",
        "שלום עולם",
        "\u202eomgekeerd\u202c \u2066iso\u2069",
        "a\u200bb\u200cc\u200dd\ufeffe\u2060f\u00adg",
        "a\x00b\x01c\x1bd\x7fe\x85f\u2028g\th\r\ni\rj\x0c",
        "kapot \ud83d en \ude00 en \ud83d\ude00",
        "x\ufffey\uffff z\U0001ffff \ufdd0 \ue000 \U000f0000 \U0010ffff",
        "ไทย नमस्ते",
        "e" + "\u0301" * 300,
        "   \n \t ",
        "regel\n\n\n" * 300,
        "w" * 5000,
        "😀" * 3000,
    ],
)
def test_signs_of_any_kind_give_a_strict_paper(guidance, text):
    made = paper(saying(text), guidance)
    assert made.strict, made.detail
    assert is_accessible(made.data)


def test_a_word_of_five_thousand_signs_stays_inside_its_page(guidance):
    made = paper(replace(marjan(), next_step="w" * 5000), guidance)
    assert words(made.data).count("w") >= 5000
    assert rightmost(made.data) <= RIGHT_MARGIN


ANSWER = ("Dit is een zin van gemiddelde lengte met gewone woorden. " * 17600)[:1_000_000]


@pytest.mark.parametrize(
    "text", [ANSWER, ANSWER.replace("woorden. Dit", "woorden.\nDit")], ids=["one line", "many lines"]
)
def test_an_answer_of_a_million_signs_is_a_paper_within_half_a_minute(guidance, text):
    case = replace(marjan().case, parts=(Piece("case.matter", text),))
    began = time.monotonic()
    made = paper(replace(marjan(), case=case), guidance)
    assert time.monotonic() - began < 30
    assert made.strict, made.detail
    assert pdf.pages(made.data) > 200


def test_a_title_of_a_million_signs_is_set_as_text(guidance):
    made = paper(replace(marjan(), case=replace(marjan().case, title=ANSWER)), guidance)
    assert made.strict, made.detail


def test_a_very_long_name_and_title_give_a_strict_paper(guidance):
    made = paper(replace(marjan(), writer="Wilhelmina-Antoinette van " * 40, edition="najaar" * 60), guidance)
    assert rightmost(made.data) <= RIGHT_MARGIN
    assert made.strict, made.detail
    assert is_accessible(made.data)


def test_cleaning_keeps_what_can_be_shown_and_boxes_what_cannot():
    assert clean("Gewoon: één, €\u00a05… “zo” 😀 漢 ש ك") == "Gewoon: één, €\u00a05… “zo” 😀 漢 ש ك"
    assert clean("a\x00\ufeff\ufffe\ufdd0b") == "ab"
    assert clean("\ue000ไ") == BOX * 2
    assert clean("half \ud83d, heel \ud83d\ude00") == f"half {BOX}, heel 😀"
    assert paragraphs("een\r\ntwee\rdrie\u2028vier\n\n") == ["een", "twee", "drie", "vier"]
    assert line("  twee\n regels ") == "twee regels"


def test_long_words_may_break_where_no_sign_is_torn_apart():
    assert breakable("arbeidsongeschiktheidsverzekering") == "arbeidsongeschiktheidsverzekering"
    assert breakable("漢" * 100) == "漢" * 100
    family = "👨‍👩‍👧" * 20
    for piece in breakable(family).split("\u200b"):
        assert not piece.startswith("\u200d")
        assert not piece.endswith("\u200d")
    accents = "e\u0301" * 60
    assert not any(piece.startswith("\u0301") for piece in breakable(accents).split("\u200b"))


def _without_spaces(text: str) -> str:
    return "".join(text.split())
