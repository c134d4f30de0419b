"""Where the lines of a model go, and a tidy place for every box: pure geometry."""

import math
from dataclasses import replace

from journal.domain.model import BOX_WIDTH, HEIGHT, WIDTH, Arrow, Box, Model, Point

_COLUMNS, _ROWS = 6, 6
_STEP, _TALLEST = 180, 100
_SIDE = 9
"""Two arrows there and back lie this far from the middle, each on its own side."""


def line_of(model: Model, arrow: Arrow) -> tuple[Point, Point]:
    """From the edge of one box to the edge of the other."""
    start, end = model.box(arrow.start), model.box(arrow.end)
    dx, dy = end.x - start.x, end.y - start.y
    length = math.hypot(dx, dy) or 1.0
    side = _SIDE if model.arrow(arrow.end, arrow.start) else 0
    ox, oy = -dy / length * side, dx / length * side
    here, there = (start.x + ox, start.y + oy), (end.x + ox, end.y + oy)
    return _edge(start, here, there), _edge(end, there, here)


def head_of(start: Point, end: Point, size: float = 12.0) -> tuple[Point, Point, Point]:
    """The tip of an arrow and the two ends of its barbs."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    one, other = angle + math.pi - 0.45, angle + math.pi + 0.45
    return (
        end,
        (end[0] + size * math.cos(one), end[1] + size * math.sin(one)),
        (end[0] + size * math.cos(other), end[1] + size * math.sin(other)),
    )


def _edge(box: Box, inside: Point, towards: Point) -> Point:
    """Where a line from inside a box leaves it, a hair outside the edge."""
    dx, dy = towards[0] - inside[0], towards[1] - inside[1]
    half, tall = BOX_WIDTH / 2 + 3, box.height / 2 + 3
    across = ((half if dx > 0 else -half) + box.x - inside[0]) / dx if dx else math.inf
    along = ((tall if dy > 0 else -tall) + box.y - inside[1]) / dy if dy else math.inf
    part = min(across, along, 1.0)
    return inside[0] + part * dx, inside[1] + part * dy


def tidy(model: Model) -> Model:
    """Every box in a clear place: arrows lead from left to right where they can, and no boxes overlap.

    Boxes keep the order that they had from top to bottom. What does not fit in columns comes in rows.
    """
    ranks = _ranks(model)
    columns: list[list[Box]] = [[] for _ in range(max(ranks.values(), default=-1) + 1)]
    for box in sorted(model.boxes, key=lambda box: (box.y, box.x, box.id)):
        columns[ranks[box.id]].append(box)
    if len(columns) > _COLUMNS or any(len(column) > _ROWS for column in columns):
        columns = _filled(columns)
    else:
        _leave_room(model, ranks, columns)
    step = min((WIDTH - BOX_WIDTH - 32) / max(len(columns) - 1, 1), 2 * _STEP - 80)
    first = WIDTH / 2 - step * (len(columns) - 1) / 2
    placed = {}
    for number, column in enumerate(columns):
        down = min((HEIGHT - 16) / len(column), 1.4 * _TALLEST)
        top = HEIGHT / 2 - down * (len(column) - 1) / 2
        for row, box in enumerate(column):
            placed[box.id] = replace(box, x=round(first + step * number), y=round(top + down * row))
    return replace(model, boxes=tuple(placed[box.id] for box in model.boxes))


def _leave_room(model: Model, ranks: dict[int, int], columns: list[list[Box]]) -> None:
    """An empty place where an arrow passes a column, so that it does not run behind a box."""
    for arrow in model.arrows:
        height = (model.box(arrow.start).y + model.box(arrow.end).y) / 2
        for passed in range(ranks[arrow.start] + 1, ranks[arrow.end]):
            if len(columns[passed]) < _ROWS:
                columns[passed] = sorted([*columns[passed], Box(0, 0, height)], key=lambda box: box.y)


def _ranks(model: Model) -> dict[int, int]:
    """The column of each box: one further than what leads to it. An arrow that closes a circle does not count."""
    leads: dict[int, list[int]] = {box.id: [] for box in model.boxes}
    for arrow in model.arrows:
        if not _reaches(leads, arrow.end, arrow.start):
            leads[arrow.start].append(arrow.end)
    ranks = dict.fromkeys(leads, 0)
    for _ in ranks:
        for start, ends in leads.items():
            for end in ends:
                ranks[end] = max(ranks[end], ranks[start] + 1)
    return ranks


def _reaches(leads: dict[int, list[int]], start: int, goal: int) -> bool:
    waiting, seen = [start], {start}
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        new = [end for end in leads[here] if end not in seen]
        seen.update(new)
        waiting += new
    return False


def _filled(columns: list[list[Box]]) -> list[list[Box]]:
    """The boxes in reading order, in as few columns as the sheet has room for."""
    boxes = [box for column in columns for box in column]
    return [boxes[at : at + _ROWS] for at in range(0, len(boxes), _ROWS)]
