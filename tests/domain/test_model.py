"""Boxes and arrows: changed without surprises, kept as plain data, tidied so that nothing overlaps."""

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain import model, model_layout
from journal.domain.model import BOX_WIDTH, HEIGHT, WIDTH, Arrow, Box, Model, ModelError


def three() -> Model:
    made = Model()
    for number, text in enumerate(("Ik", "Henk", "De tafel")):
        made, _ = model.add_box(made, 150 + 300 * number, 300, text)
    return model.connect(model.connect(made, 1, 2), 2, 3)


@st.composite
def models(draw):
    made = Model()
    for _ in range(draw(st.integers(0, model.MOST_BOXES))):
        text = draw(st.text(max_size=90))
        made, _ = model.add_box(made, draw(st.floats(-50, 1200)), draw(st.floats(-50, 700)), text)
    ids = [box.id for box in made.boxes]
    if len(ids) > 1:
        for start, end in draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=40)):
            made = model.connect(made, start, end)
    return made


@given(models())
@settings(max_examples=60, deadline=None)
def test_what_was_made_comes_back_as_it_was(made):
    kept = model.write(made)
    assert model.write(model.read(kept)) == kept
    assert model.read(kept).arrows == made.arrows


@given(models())
@settings(max_examples=60, deadline=None)
def test_tidy_keeps_everything_on_the_sheet_and_apart(made):
    tidied = model_layout.tidy(made)
    assert tidied.arrows == made.arrows
    assert [(box.id, box.text) for box in tidied.boxes] == [(box.id, box.text) for box in made.boxes]
    for box in tidied.boxes:
        assert BOX_WIDTH / 2 <= box.x <= WIDTH - BOX_WIDTH / 2
        assert box.height / 2 <= box.y <= HEIGHT - box.height / 2
    for one, other in itertools.combinations(tidied.boxes, 2):
        apart = abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= (one.height + other.height) / 2
        assert apart, (one, other)


def test_tidy_lets_arrows_lead_to_the_right():
    tidied = model_layout.tidy(three())
    assert [box.x for box in tidied.boxes] == sorted(box.x for box in tidied.boxes)
    assert len({box.y for box in tidied.boxes}) == 1


def test_tidy_leads_an_arrow_past_a_box_instead_of_behind_it():
    made = model.connect(three(), 1, 3)
    tidied = model_layout.tidy(made)
    (_, start), (_, end) = model_layout.line_of(tidied, Arrow(1, 3))
    between = tidied.box(2)
    assert abs((start + end) / 2 - between.y) > between.height / 2


def test_tidy_takes_circles_as_they_come():
    round_about = model.connect(three(), 3, 1)
    assert len({box.x for box in model_layout.tidy(round_about).boxes}) == 3


def test_an_arrow_goes_from_edge_to_edge():
    start, end = model_layout.line_of(three(), Arrow(1, 2))
    assert start == (150 + BOX_WIDTH / 2 + 3, 300)
    assert end == (450 - BOX_WIDTH / 2 - 3, 300)


def test_arrows_there_and_back_lie_apart():
    both = model.connect(three(), 2, 1)
    (_, there), (_, back) = (model_layout.line_of(both, arrow)[0] for arrow in (Arrow(1, 2), Arrow(2, 1)))
    assert abs(there - back) == 18


def test_a_box_that_goes_takes_its_arrows_along():
    left = model.delete_box(three(), 2)
    assert ([box.id for box in left.boxes], left.arrows) == ([1, 3], ())


def test_no_arrow_to_itself_and_none_twice():
    made = three()
    assert model.connect(made, 1, 1) == made
    assert model.connect(made, 1, 2) == made


def test_a_box_stays_on_the_sheet():
    box = model.move_box(three(), 1, -500, 5000).box(1)
    assert box.x > BOX_WIDTH / 2
    assert box.y + box.height / 2 < HEIGHT


def test_a_full_sheet_takes_no_more_boxes():
    made = Model()
    for _ in range(model.MOST_BOXES):
        made, _ = model.add_box(made, 0, 0)
    assert model.add_box(made, 0, 0) == (made, 0)


def test_long_words_break_and_long_texts_end_in_an_ellipsis():
    assert all(model.wide(line) * model.FONT_SIZE <= BOX_WIDTH for line in model.lines_of("w" * 60))
    assert model.lines_of("lang genoeg voor meer dan vier regels " * 3)[-1].endswith("…")
    assert Box(1, 0, 0, "").height == Box(1, 0, 0, "een regel").height


GOOD = {"format": 1, "boxes": [{"id": 1, "x": 5, "y": 5, "text": ""}, {"id": 2, "x": 5, "y": 5, "text": ""}]}
WRONG = [
    None,
    {**GOOD, "arrows": []} | {"format": 9},
    {**GOOD, "arrows": None},
    {**GOOD, "arrows": [3]},
    {**GOOD, "boxes": {}, "arrows": []},
    {**GOOD, "boxes": ["box"], "arrows": []},
    {**GOOD, "boxes": [{"id": "1", "x": 5, "y": 5, "text": ""}], "arrows": []},
    {**GOOD, "boxes": [{"id": 1, "x": -5, "y": 5, "text": ""}], "arrows": []},
    {**GOOD, "boxes": [{"id": 1, "x": float("nan"), "y": 5, "text": ""}], "arrows": []},
    {**GOOD, "boxes": [{"id": 1, "x": 5, "y": 5, "text": "x" * 81}], "arrows": []},
    {**GOOD, "boxes": [*GOOD["boxes"], GOOD["boxes"][0]], "arrows": []},
    {**GOOD, "arrows": [{"from": 1, "to": 3, "text": ""}]},
    {**GOOD, "arrows": [{"from": 1, "to": 1, "text": ""}]},
    {**GOOD, "arrows": [{"from": 1, "to": 2, "text": ""}] * 2},
]


@pytest.mark.parametrize("told", WRONG)
def test_what_is_no_model_is_refused(told):
    with pytest.raises(ModelError):
        model.read(json.dumps(told).encode())


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"{" * 100_000, b" " * (model.MOST_BYTES + 1)])
def test_other_bytes_are_refused(data):
    with pytest.raises(ModelError):
        model.read(data)


def test_six_of_the_highest_boxes_fit_under_each_other():
    made = Model()
    for _ in range(6):
        made, _ = model.add_box(made, 500, 300, "een tekst die vier regels nodig heeft om er helemaal in te passen")
    ends = [(box.y - box.height / 2, box.y + box.height / 2) for box in model_layout.tidy(made).boxes]
    assert made.boxes[0].height == 98
    assert all(bottom <= top for (_, bottom), (top, _) in itertools.pairwise(ends))
