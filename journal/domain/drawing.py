"""A drawing: strokes as vectors on a sheet of fixed size, and the curves by which screen and paper draw them."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any

FORMAT = 1
WIDTH, HEIGHT = 1104, 616
"""The logical sheet; screen and paper scale it."""
WIDTHS = (2, 4, 8)
"""Thin, ordinary, thick."""
MOST_STROKES, MOST_POINTS = 5_000, 200_000
MOST_BYTES = 4_000_000
_OUTSIDE = 100
"""A pen may leave the sheet by so much before a stroke is no longer believed."""

Point = tuple[float, float]
Quad = tuple[float, float, float, float]
"""A quadratic curve from where the one before ended: handle and end."""
Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class DrawingError(ValueError):
    """These bytes are no drawing."""


class Pen(StrEnum):
    """The three pens; on a black-and-white printer they stay apart as three greys."""

    INK = "ink"
    GREEN = "green"
    OCHRE = "ochre"


COLOURS = {Pen.INK: "#22302D", Pen.GREEN: "#1D6156", Pen.OCHRE: "#B87A1E"}
SHEET = "#FDFEFC"
"""The ground of a drawing, also in the dark: it looks the same everywhere."""


@dataclass(frozen=True)
class Stroke:
    """One line from where the pen came down to where it was lifted."""

    pen: Pen
    width: int
    points: tuple[Point, ...]
    bounds: Bounds = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        half = self.width / 2
        object.__setattr__(self, "bounds", (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half))

    def touches(self, point: Point, reach: float) -> bool:
        """Whether a rubber of this reach meets the line."""
        left, top, right, bottom = self.bounds
        x, y = point
        if not (left - reach <= x <= right + reach and top - reach <= y <= bottom + reach):
            return False
        near = reach + self.width / 2
        ends = self.points[1:] or self.points
        return any(_distance(point, one, other) <= near for one, other in zip(self.points, ends, strict=False))


@dataclass(frozen=True)
class Drawing:
    """Strokes in the order in which they were drawn."""

    strokes: tuple[Stroke, ...] = ()

    @property
    def bounds(self) -> Bounds | None:
        """Around everything that is drawn; None for an empty sheet."""
        if not self.strokes:
            return None
        lefts, tops, rights, bottoms = zip(*(stroke.bounds for stroke in self.strokes), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def curve(points: Sequence[Point]) -> tuple[Point, tuple[Quad, ...]]:
    """Where the line begins, and smooth quadratic curves through the midpoints of what the hand drew.

    A single point becomes a curve of no length: with round ends it is a dot.
    """
    first, last = points[0], points[-1]
    if len(points) < 3:  # noqa: PLR2004
        return first, ((*first, *last),)
    middles = [middle(one, other) for one, other in pairwise(points)]
    quads = [(*first, *middles[0])]
    quads += [(*points[at], *middles[at]) for at in range(1, len(middles))]
    return first, (*quads, (*last, *last))


def middle(one: Point, other: Point) -> Point:
    """Halfway between two points."""
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def write(drawing: Drawing) -> bytes:
    """The drawing as JSON, the same bytes for the same strokes; a tenth of a pixel is fine enough."""
    strokes = [
        {"pen": stroke.pen.value, "width": stroke.width, "points": [round(at, 1) for xy in stroke.points for at in xy]}
        for stroke in drawing.strokes
    ]
    told = {"format": FORMAT, "width": WIDTH, "height": HEIGHT, "strokes": strokes}
    return json.dumps(told, separators=(",", ":"), sort_keys=True).encode()


def read(data: bytes) -> Drawing:
    """The drawing in these bytes. Raises DrawingError for anything that ``write`` could not have made."""
    if len(data) > MOST_BYTES:
        raise DrawingError("too large")
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as trouble:
        raise DrawingError("not JSON") from trouble
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise DrawingError("not a drawing of a known format")
    strokes = told.get("strokes")
    if not isinstance(strokes, list) or len(strokes) > MOST_STROKES:
        raise DrawingError("no strokes, or too many")
    drawing = Drawing(tuple(_stroke(stroke) for stroke in strokes))
    if sum(len(stroke.points) for stroke in drawing.strokes) > MOST_POINTS:
        raise DrawingError("too many points")
    return drawing


def _stroke(told: Any) -> Stroke:
    if not isinstance(told, dict) or told.get("pen") not in list(Pen):
        raise DrawingError("a stroke without a known pen")
    width, flat = told.get("width"), told.get("points")
    if type(width) is not int or width not in WIDTHS:
        raise DrawingError("a stroke of unknown width")
    if not isinstance(flat, list) or not flat or len(flat) % 2 or len(flat) > 2 * MOST_POINTS:
        raise DrawingError("a stroke without points")
    points = tuple(zip(map(_place, flat[::2]), map(_place, flat[1::2]), strict=True))
    return Stroke(Pen(told["pen"]), width, points)


def _place(value: Any) -> float:
    if type(value) not in (int, float) or not -_OUTSIDE <= value <= WIDTH + _OUTSIDE:  # also refuses NaN
        raise DrawingError("a point that is nowhere near the sheet")
    return float(value)


def _distance(point: Point, one: Point, other: Point) -> float:
    """From a point to a piece of a straight line."""
    (x, y), (ax, ay), (bx, by) = point, one, other
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if not length else min(max(((x - ax) * dx + (y - ay) * dy) / length, 0.0), 1.0)
    return math.hypot(x - ax - along * dx, y - ay - along * dy)
