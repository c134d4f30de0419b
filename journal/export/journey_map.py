"""Geometry of the journey map for screen and paper: where everything is, never how it looks.

All numbers are in the map's own units (968 wide, 356 high, y downwards); the painter scales.
A cubic is ``(x0, y0, x1, y1, x2, y2, x3, y3)``: start, two handles, end. Angles are degrees, clockwise as
``QPainter.rotate`` and CSS turn them.
"""

import json
import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from journal.export.curves import Cubic, Point, along, enclose, smooth
from resources import folder

STEP = 15.0
"""Distance between two footsteps along the path."""
STEP_ASIDE = 4.0
"""How far a footstep stands left or right of the middle."""
STEP_OUTWARD = 4.0
"""Degrees that a foot is turned outward."""
SOLE = (2.3, 7.4, 4.2)
"""Ellipse of the sole: its middle this far ahead of the footstep's point, length, width."""
HEEL = (-3.1, 3.8, 3.4)
"""Ellipse of the heel, in the same way."""
DOT = 9.5
"""Distance between two dots of the way ahead."""
GAP_AHEAD = 30.0
"""The dots begin this far past the current stop."""
PAPER_TOP, PAPER_BOTTOM = 13.0, 343.0
"""The paper shows the map between these heights."""

_FIRST_STEP = 8.0
_SAMPLES = 48
_SHIFTS = {4: -14.0, 8: -34.0}
_ONE_LINE = 16
_LEADS = frozenset({"tot", "en", "van", "over", "met", "naar", "in", "of", "to", "and", "or", "with", "into", "from"})
_LEAD_BONUS = 3


@dataclass(frozen=True)
class Contour:
    """One height line."""

    level: float
    closed: bool
    points: tuple[Point, ...]

    @cached_property
    def cubics(self) -> tuple[Cubic, ...]:
        """The line as smooth cubics (Catmull-Rom)."""
        return smooth(self.points, closed=self.closed)


@dataclass(frozen=True)
class Level:
    """All lines of one height. ``areas`` are closed loops around the higher ground: fill them together, by winding."""

    height: float
    lines: tuple[Contour, ...]
    areas: tuple[tuple[Cubic, ...], ...]


@dataclass(frozen=True)
class Stop:
    """One place on the path. Its label stands ``above`` or below, ``shift`` units to the side."""

    number: int
    stage_id: str
    x: float
    y: float
    distance: float
    above: bool
    shift: float = 0.0


@dataclass(frozen=True)
class Footstep:
    """One foot: its place, how it is turned, and which foot it is (-1 left, 1 right)."""

    x: float
    y: float
    angle: float
    side: int


class JourneyMap:
    """The drawn land, the path through it and the stops on it."""

    def __init__(
        self,
        view_box: tuple[float, float],
        path: tuple[Cubic, ...],
        stream: tuple[Cubic, ...],
        levels: tuple[Level, ...],
        stops: tuple[Stop, ...],
    ) -> None:
        self.view_box = view_box
        self.path = path
        self.stream = stream
        self.levels = levels
        self.stops = stops

    @property
    def contours(self) -> tuple[Contour, ...]:
        """All height lines, the lowest first."""
        return tuple(line for level in self.levels for line in level.lines)

    @property
    def path_length(self) -> float:
        """Length of the whole path, from beyond the left edge to beyond the right edge."""
        return self._samples[-1][0]

    def stop(self, stage_id: str) -> Stop:
        """The stop of a stage; KeyError when the map does not have it."""
        for stop in self.stops:
            if stop.stage_id == stage_id:
                return stop
        raise KeyError(stage_id)

    def point_at(self, distance: float) -> tuple[float, float, float]:
        """Place and direction (x, y, angle) at a distance along the path; beyond an end, that end."""
        samples = self._samples
        after = min(max(bisect_left(samples, (distance,)), 1), len(samples) - 1)
        (d0, x0, y0), (d1, x1, y1) = samples[after - 1], samples[after]
        part = min(max((distance - d0) / (d1 - d0), 0.0), 1.0)
        angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
        return x0 + (x1 - x0) * part, y0 + (y1 - y0) * part, angle

    def footsteps(self, until_distance: float) -> list[Footstep]:
        """The footsteps from the beginning of the path up to a distance, left and right in turn."""
        steps = []
        for number, distance in enumerate(_every(STEP, _FIRST_STEP, min(until_distance, self.path_length))):
            side = 1 if number % 2 else -1
            x, y, angle = self.point_at(distance)
            turned = math.radians(angle)
            x, y = x - math.sin(turned) * STEP_ASIDE * side, y + math.cos(turned) * STEP_ASIDE * side
            steps.append(Footstep(x, y, angle + STEP_OUTWARD * side, side))
        return steps

    def dots(self, from_distance: float) -> list[Point]:
        """The dots of the way ahead. From a stop where someone stands, begin ``GAP_AHEAD`` past it."""
        return [self.point_at(distance)[:2] for distance in _every(DOT, from_distance, self.path_length)]

    def for_stages(self, stage_ids: Sequence[str]) -> "JourneyMap":
        """The same land with the stages of a programme: eight keep the drawn stops, others are spread evenly."""
        if len(stage_ids) == len(self.stops):
            stops = tuple(replace(stop, stage_id=id_) for stop, id_ in zip(self.stops, stage_ids, strict=True))
        else:
            stops = tuple(self._spread(stage_ids))
        return JourneyMap(self.view_box, self.path, self.stream, self.levels, stops)

    def _spread(self, stage_ids: Sequence[str]) -> Iterator[Stop]:
        first, last = self.stops[0].distance, self.stops[-1].distance
        for index, stage_id in enumerate(stage_ids):
            distance = first + (last - first) * index / max(len(stage_ids) - 1, 1)
            x, y, _ = self.point_at(distance)
            yield Stop(index + 1, stage_id, round(x, 1), round(y, 1), distance, above=y < self.view_box[1] / 2)

    @cached_property
    def _samples(self) -> list[tuple[float, float, float]]:
        x, y = self.path[0][:2]
        travelled, samples = 0.0, [(0.0, x, y)]
        for cubic in self.path:
            for number in range(1, _SAMPLES + 1):
                nx, ny = along(cubic, number / _SAMPLES)
                travelled += math.hypot(nx - x, ny - y)
                x, y = nx, ny
                samples.append((travelled, x, y))
        return samples


def label_lines(name: str) -> tuple[str, ...]:
    """A stage's name in at most two lines, near equal and broken by preference before a small word."""
    words = name.split()
    if len(name) <= _ONE_LINE or len(words) < 2:  # noqa: PLR2004
        return (name,)

    def unevenness(cut: int) -> int:
        longest = max(len(" ".join(words[:cut])), len(" ".join(words[cut:])))
        return longest - (_LEAD_BONUS if words[cut].lower() in _LEADS else 0)

    best = min(range(1, len(words)), key=unevenness)
    return " ".join(words[:best]), " ".join(words[best:])


@lru_cache(maxsize=1)
def journey_map() -> JourneyMap:
    """The map of the hero's journey, from ``resources/map/journey.json``."""
    drawn = json.loads((folder("map") / "journey.json").read_text("utf-8"))
    _, _, width, height = drawn["view_box"]
    stops = tuple(
        Stop(n, s["stage"], s["x"], s["y"], s["distance"], above=n % 2 == 0, shift=_SHIFTS.get(n, 0.0))
        for n, s in enumerate(drawn["stops"], 1)
    )
    path = tuple(_cubic(numbers) for numbers in drawn["path"])
    stream = tuple(_cubic(numbers) for numbers in drawn["stream"])
    levels = tuple(_level(level) for level in drawn["contours"])
    return JourneyMap((width, height), path, stream, levels, stops)


def _level(drawn: dict[str, object]) -> Level:
    height, found = drawn["level"], drawn["lines"]
    assert isinstance(height, float)
    assert isinstance(found, list)
    lines = tuple(
        Contour(height, line["closed"], tuple(zip(line["points"][::2], line["points"][1::2], strict=True)))
        for line in found
    )
    return Level(height, lines, enclose([(line.cubics, line.closed) for line in lines]))


def _cubic(numbers: Sequence[float]) -> Cubic:
    x0, y0, x1, y1, x2, y2, x3, y3 = numbers
    return x0, y0, x1, y1, x2, y2, x3, y3


def _every(step: float, start: float, end: float) -> Iterator[float]:
    distance = start
    while distance <= end:
        yield distance
        distance += step
