"""The journey map as the paper shows it: a vector drawing without ground, and the labels that stand on it.

Solid against hollow, ring against square: it says the same in black and white.
"""

from typing import Any

from journal.domain.guidance import Guidance
from journal.domain.snapshot import Places
from journal.export.curves import Cubic
from journal.export.journey_map import (
    GAP_AHEAD,
    HEEL,
    PAPER_BOTTOM,
    PAPER_TOP,
    SOLE,
    JourneyMap,
    Stop,
    journey_map,
    label_lines,
)
from journal.export.paper_text import line, shorten
from journal.text import say, tr

ACCENT, TEXT, LABEL = "#1D6156", "#1C2624", "#46524F"
_HAIRLINE, _EDGE, _PAPER = "#C9D1CB", "#7F8985", "#FFFFFF"
_STOP, _HERE, _RING = 17.0, 21.0, 31.0
_SQUARE, _SQUARE_RADIUS = 42.0, 7.0
_EVERY_CONTOUR = 2
_ALTERNATIVE = 2000
_SHIFTS = {4: -33.0, 8: -44.0}
"""Labels are larger on the small map, so these two stand further aside than on the screen."""


def map_block(places: Places, guidance: Guidance) -> dict[str, Any]:
    """The block ``map``: drawing, numbers, labels and the alternative text."""
    land = journey_map().for_stages([stage.id for stage in guidance.stages])
    me = {place.stage_id for place in places.me}
    us = {place.stage_id for place in places.us}
    labels = [
        {
            "lines": [line(part) for part in label_lines(say(guidance.stage(stop.stage_id).name))],
            "x": stop.x + (_SHIFTS.get(stop.number, 0.0) if stop.shift else 0.0),
            "y": stop.y - PAPER_TOP,
            "above": stop.above,
            "reach": _reach(stop, me, us),
            "strong": stop.stage_id in me,
        }
        for stop in land.stops
    ]
    numbers = [
        {
            "text": str(stop.number),
            "x": stop.x,
            "y": stop.y - PAPER_TOP,
            "strong": stop.stage_id in me,
            "on_accent": _walked(stop, places),
        }
        for stop in land.stops
    ]
    return {
        "kind": "map",
        "svg": drawing(land, places),
        "width": land.view_box[0],
        "height": PAPER_BOTTOM - PAPER_TOP,
        "labels": labels,
        "numbers": numbers,
        "alt": shorten(_alternative(places, guidance), _ALTERNATIVE),
    }


def drawing(land: JourneyMap, places: Places) -> str:
    """The map as SVG, without any text."""
    me = {place.stage_id for place in places.me}
    us = {place.stage_id for place in places.us}
    until = land.stop(places.furthest).distance if places.furthest else 0.0
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{land.view_box[0]:g}" height="{PAPER_BOTTOM - PAPER_TOP:g}" '
        f'viewBox="0 {PAPER_TOP:g} {land.view_box[0]:g} {PAPER_BOTTOM - PAPER_TOP:g}">'
    )
    contours = "".join(_trace(contour.cubics) for level in land.levels[1::_EVERY_CONTOUR] for contour in level.lines)
    parts = [head, f'<path fill="none" stroke="{_HAIRLINE}" stroke-width="1" d="{contours}"/>']
    path = _trace(land.path)
    parts.append(f'<path fill="none" stroke="{_EDGE}" stroke-width="18.4" d="{path}"/>')
    parts.append(f'<path fill="none" stroke="{_PAPER}" stroke-width="16.4" d="{path}"/>')
    ahead = land.dots(until + GAP_AHEAD if places.furthest else 0.0)
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.6" fill="{LABEL}"/>' for x, y in ahead]
    for step in land.footsteps(until):
        feet = "".join(
            f'<ellipse cx="{middle:g}" cy="0" rx="{length / 2:g}" ry="{width / 2:g}"/>'
            for middle, length, width in (SOLE, HEEL)
        )
        parts.append(
            f'<g fill="{ACCENT}" transform="translate({step.x:.1f} {step.y:.1f}) rotate({step.angle:.1f})">{feet}</g>'
        )
    parts += [
        _stop(stop, walked=_walked(stop, places), me=stop.stage_id in me, us=stop.stage_id in us) for stop in land.stops
    ]
    return "".join([*parts, "</svg>"])


def _stop(stop: Stop, *, walked: bool, me: bool, us: bool) -> str:
    parts = []
    if us:
        parts.append(_square(stop, _RING * 2 - 4 if me else _SQUARE))
    if me:
        parts.append(_circle(stop, _RING if not us else _HERE + 5, _PAPER, ACCENT, 2))
        parts.append(_circle(stop, _HERE, ACCENT))
    elif walked or us:
        parts += [_circle(stop, _STOP + 2.5, _PAPER)] if not us else []
        parts.append(_circle(stop, _STOP, ACCENT))
    else:
        parts.append(_circle(stop, _STOP, _PAPER, LABEL, 1.8))
    return "".join(parts)


def _circle(stop: Stop, radius: float, fill: str, edge: str = "", width: float = 0) -> str:
    stroke = f' stroke="{edge}" stroke-width="{width:g}"' if edge else ""
    return f'<circle cx="{stop.x:g}" cy="{stop.y:g}" r="{radius:g}" fill="{fill}"{stroke}/>'


def _square(stop: Stop, side: float) -> str:
    return (
        f'<rect x="{-side / 2:g}" y="{-side / 2:g}" width="{side:g}" height="{side:g}" rx="{_SQUARE_RADIUS:g}" '
        f'fill="{_PAPER}" stroke="{ACCENT}" stroke-width="2" transform="translate({stop.x:g} {stop.y:g}) rotate(45)"/>'
    )


def _walked(stop: Stop, places: Places) -> bool:
    return stop.stage_id in {*places.visited, *(place.stage_id for place in (*places.me, *places.us))}


def _reach(stop: Stop, me: set[str], us: set[str]) -> float:
    if stop.stage_id in me:
        return _RING + 1 if stop.stage_id not in us else 37.0
    return 32.0 if stop.stage_id in us else _STOP + 5


def _trace(cubics: tuple[Cubic, ...]) -> str:
    start = f"M{cubics[0][0]:.1f} {cubics[0][1]:.1f}"
    return start + "".join("C" + " ".join(f"{number:.1f}" for number in cubic[2:]) for cubic in cubics)


def _alternative(places: Places, guidance: Guidance) -> str:
    def names(stage_ids: list[str]) -> str:
        return ", ".join(line(say(guidance.stage(id_).name)) for id_ in stage_ids)

    sentences = [tr("Map of the hero's journey with {n} places.", n=len(guidance.stages))]
    if places.visited:
        sentences.append(tr("Visited: {places}.", places=names(list(places.visited))))
    if places.me:
        sentences.append(tr("I am here: {places}.", places=names([place.stage_id for place in places.me])))
    if places.us:
        sentences.append(tr("Our cooperation is here: {places}.", places=names([p.stage_id for p in places.us])))
    return " ".join(sentences)
