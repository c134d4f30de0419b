"""The colours keep the contrast that they were chosen for."""

import re

import pytest

from ui.tokens import COLOURS

TEXT = """text/bg text/surface text/nav text/soft text2/bg text2/surface text2/nav text3/bg text3/surface text3/nav
text3/map2 accent/bg accent/surface accent/nav accent/map2 on_accent/accent on_accent/accent_h on_accent/accent_p
on_soft/soft err/surface err/bg err/err_soft text/err_soft warn/warn_soft text/warn_soft text/map0 text/map3
text2/map3 bg/text""".split()
PARTS = """control/bg control/surface control/nav control/map1 accent/bg accent/surface accent/soft accent/nav
accent/map0 accent/map3 accent/mappath err_line/surface err_line/bg control/map2 control/map3 control/mappath""".split()
SAMPLES = {"text/bg": (14.17, 14.35), "text3/map2": (4.78, 5.81), "control/map3": (3.25, 3.66)}


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(pair: str, theme: int) -> float:
    one, other = (luminance(COLOURS[name][theme]) for name in pair.split("/"))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT)
def test_text_can_be_read(pair: str, theme: int):
    assert contrast(pair, theme) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PARTS)
def test_edges_and_signs_can_be_seen(pair: str, theme: int):
    assert contrast(pair, theme) >= 3


@pytest.mark.parametrize("pair", SAMPLES)
def test_the_figures_are_those_of_the_design(pair: str):
    assert [round(contrast(pair, theme), 2) for theme in (0, 1)] == list(SAMPLES[pair])


def test_every_colour_is_written_in_full():
    for both in COLOURS.values():
        assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in both)
