import math

from journal.export.journey_map import GAP_AHEAD, PAPER_BOTTOM, PAPER_TOP, STEP, journey_map, label_lines


def test_the_stops_lie_on_the_path_at_their_distance():
    land = journey_map()
    for stop in land.stops:
        x, y, _ = land.point_at(stop.distance)
        assert math.hypot(x - stop.x, y - stop.y) < 0.2
    assert [stop.stage_id for stop in land.stops] == [
        *("call", "refusal", "mentor", "threshold"),
        *("trials", "ordeal", "return", "guardian"),
    ]
    assert 1571 < land.path_length < 1573


def test_footsteps_go_left_and_right_in_turn_up_to_the_furthest_place():
    land = journey_map()
    until = land.stop("trials").distance
    steps = land.footsteps(until)
    assert len(steps) == 56
    assert [step.side for step in steps[:4]] == [-1, 1, -1, 1]
    assert math.hypot(steps[-1].x - 552, steps[-1].y - 232) < STEP + 5
    assert land.footsteps(0) == []


def test_dots_begin_past_the_place_where_one_stands_and_reach_the_edge():
    land = journey_map()
    dots = land.dots(land.stop("trials").distance + GAP_AHEAD)
    assert math.hypot(dots[0][0] - 552, dots[0][1] - 232) > 25
    assert dots[-1][0] > land.view_box[0]


def test_a_distance_beyond_the_path_stays_at_its_end():
    land = journey_map()
    assert land.point_at(-50)[:2] == (-16, 268)
    assert math.isclose(land.point_at(99999)[0], 986)


def test_names_break_into_two_lines_before_small_words():
    assert label_lines("De weigering") == ("De weigering",)
    assert label_lines("De roep tot avontuur") == ("De roep", "tot avontuur")
    assert label_lines("Beproevingen, bondgenoten en belangen") == ("Beproevingen, bondgenoten", "en belangen")
    assert label_lines("De beproeving: het moment van waarheid") == ("De beproeving: het", "moment van waarheid")
    assert label_lines("De hoeder van de reis") == ("De hoeder", "van de reis")
    assert label_lines("Onbeschrijfelijkheden") == ("Onbeschrijfelijkheden",)


def test_a_programme_with_other_stages_walks_the_same_land():
    land = journey_map()
    renamed = land.for_stages([f"s{number}" for number in range(8)])
    assert (renamed.stop("s4").x, renamed.stop("s4").y) == (552, 232)
    fewer = land.for_stages(["build", "grow", "embed"])
    assert [stop.number for stop in fewer.stops] == [1, 2, 3]
    assert fewer.stops[0].x < fewer.stops[1].x < fewer.stops[2].x
    assert all(PAPER_TOP < stop.y < PAPER_BOTTOM for stop in fewer.stops)
    assert [stop.number for stop in land.for_stages(["only"]).stops] == [1]


def test_every_height_encloses_its_ground_with_closed_loops():
    for level in journey_map().levels:
        assert level.areas
        for loop in level.areas:
            assert math.dist(loop[0][:2], loop[-1][6:]) < 0.01
    assert len(journey_map().contours) == sum(len(level.lines) for level in journey_map().levels) == 26
