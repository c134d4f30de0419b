"""A drawing is strokes: small to keep, sharp at any size, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import drawing
from journal.domain.drawing import Drawing, DrawingError, Pen, Stroke

PLACES = st.tuples(st.floats(0, drawing.WIDTH), st.floats(0, drawing.HEIGHT)).map(
    lambda at: (round(at[0], 1), round(at[1], 1))
)
STROKES = st.builds(
    Stroke, st.sampled_from(Pen), st.sampled_from(drawing.WIDTHS), st.lists(PLACES, min_size=1, max_size=20).map(tuple)
)


def a_line(*points, width=4):
    return Stroke(Pen.INK, width, tuple(points))


@given(st.lists(STROKES, max_size=8))
def test_what_was_drawn_comes_back_as_it_was(strokes):
    drawn = Drawing(tuple(strokes))
    assert drawing.read(drawing.write(drawn)) == drawn
    assert drawing.write(drawing.read(drawing.write(drawn))) == drawing.write(drawn)


@given(st.lists(PLACES, min_size=1, max_size=30))
def test_a_smooth_line_begins_and_ends_where_the_hand_did(points):
    start, quads = drawing.curve(points)
    assert start == points[0]
    assert quads[-1][2:] == points[-1]


def test_a_smooth_line_goes_through_the_midpoints():
    _, quads = drawing.curve([(0, 0), (10, 0), (10, 10)])
    assert [quad[2:] for quad in quads] == [(5, 0), (10, 5), (10, 10)]


def test_a_dot_is_a_line_of_no_length():
    assert drawing.curve([(3, 4)]) == ((3, 4), ((3, 4, 3, 4),))


def test_the_rubber_takes_the_stroke_that_it_touches():
    stroke = a_line((10, 10), (110, 10))
    assert stroke.touches((60, 15), 4)
    assert not stroke.touches((60, 30), 4)
    assert a_line((10, 10)).touches((12, 12), 4)


def test_bounds_hold_the_width_of_the_pen():
    drawn = Drawing((a_line((10, 20), (30, 40), width=8), a_line((100, 5))))
    assert drawn.bounds == (6, 3, 102, 44)
    assert Drawing().bounds is None


GOOD = {"format": 1, "strokes": [{"pen": "ink", "width": 4, "points": [1, 2, 3, 4]}]}


@pytest.mark.parametrize(
    "told",
    [
        [],
        {**GOOD, "format": 2},
        {**GOOD, "strokes": None},
        {**GOOD, "strokes": [7]},
        {**GOOD, "strokes": [{"pen": "red", "width": 4, "points": [1, 2]}]},
        {**GOOD, "strokes": [{"pen": [], "width": 4, "points": [1, 2]}]},
        {**GOOD, "strokes": [{"pen": "ink", "width": 3, "points": [1, 2]}]},
        {**GOOD, "strokes": [{"pen": "ink", "width": True, "points": [1, 2]}]},
        {**GOOD, "strokes": [{"pen": "ink", "width": 4, "points": []}]},
        {**GOOD, "strokes": [{"pen": "ink", "width": 4, "points": [1, 2, 3]}]},
        {**GOOD, "strokes": [{"pen": "ink", "width": 4, "points": [1, "2"]}]},
        {**GOOD, "strokes": [{"pen": "ink", "width": 4, "points": [1, 1e9]}]},
        {**GOOD, "strokes": [{"pen": "ink", "width": 4, "points": [1, float("nan")]}]},
        {**GOOD, "strokes": GOOD["strokes"] * (drawing.MOST_STROKES + 1)},
    ],
)
def test_what_is_no_drawing_is_refused(told):
    with pytest.raises(DrawingError):
        drawing.read(json.dumps(told).encode())


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"[" * 100_000, b" " * (drawing.MOST_BYTES + 1)])
def test_other_bytes_are_refused(data):
    with pytest.raises(DrawingError):
        drawing.read(data)
