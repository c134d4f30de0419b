"""Cubic curves: smooth lines through points, and closing height lines along the border of the land."""

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Cubic = tuple[float, float, float, float, float, float, float, float]

_LEFT, _TOP, _RIGHT, _BOTTOM = -10.0, -10.0, 978.0, 366.0
"""Height lines that leave the land end on this border, a little outside the view."""
_WIDTH, _HEIGHT = _RIGHT - _LEFT, _BOTTOM - _TOP
_CORNERS = (
    (0.0, (_LEFT, _TOP)),
    (_WIDTH, (_RIGHT, _TOP)),
    (_WIDTH + _HEIGHT, (_RIGHT, _BOTTOM)),
    (2 * _WIDTH + _HEIGHT, (_LEFT, _BOTTOM)),
)
_ROUND = 2 * (_WIDTH + _HEIGHT)


def smooth(points: Sequence[Point], *, closed: bool) -> tuple[Cubic, ...]:
    """Cubics through the points (uniform Catmull-Rom); a closed line returns to its first point."""
    given = list(points)
    if closed and len(given) > 1 and given[0] == given[-1]:
        given.pop()
    count = len(given)

    def at(index: int) -> Point:
        return given[index % count] if closed else given[min(max(index, 0), count - 1)]

    cubics = []
    for index in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (at(index + step) for step in (-1, 0, 1, 2))
        handles = (bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6)
        cubics.append((bx, by, *handles, cx, cy))
    return tuple(cubics)


def along(cubic: Cubic, part: float) -> Point:
    """The point at ``part`` (0 to 1) of a cubic."""
    x0, y0, x1, y1, x2, y2, x3, y3 = cubic
    rest = 1 - part
    a, b, c, d = rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def enclose(lines: Sequence[tuple[tuple[Cubic, ...], bool]]) -> tuple[tuple[Cubic, ...], ...]:
    """Closed loops around the high ground of one level, from its lines (cubics, closed).

    The high ground lies on the right hand of every line, so an open line is followed by the border,
    clockwise, until the next open line begins.
    """
    loops = [cubics for cubics, closed in lines if closed]
    waiting = [cubics for cubics, closed in lines if not closed]
    while waiting:
        loop = list(waiting.pop(0))
        first = _border(loop[0][:2])
        while True:
            here = _border(loop[-1][6:])
            ahead = min(waiting, key=lambda line: (_border(line[0][:2]) - here) % _ROUND, default=None)
            if ahead is None or (first - here) % _ROUND <= (_border(ahead[0][:2]) - here) % _ROUND:
                loop += _walk(loop[-1][6:], loop[0][:2])
                break
            waiting.remove(ahead)
            loop += [*_walk(loop[-1][6:], ahead[0][:2]), *ahead]
        loops.append(tuple(loop))
    return tuple(loops)


def _border(point: Point) -> float:
    """How far along the border a point on it lies, clockwise from the upper left corner."""
    x, y = point
    if y <= _TOP:
        return x - _LEFT
    if x >= _RIGHT:
        return _WIDTH + y - _TOP
    if y >= _BOTTOM:
        return _WIDTH + _HEIGHT + _RIGHT - x
    return _ROUND - (y - _TOP)


def _walk(start: Point, end: Point) -> list[Cubic]:
    """Straight cubics along the border, clockwise, from one point on it to another."""
    begin, length = _border(start), (_border(end) - _border(start)) % _ROUND
    corners = sorted(((place - begin) % _ROUND, corner) for place, corner in _CORNERS)
    points = [start, *(corner for place, corner in corners if place < length), end]
    return [(*a, *a, *b, *b) for a, b in pairwise(points)]
