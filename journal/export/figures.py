"""Drawings and models as vectors, photos as they are: figures for the paper, with words for who cannot see them."""

import base64
from collections.abc import Iterable, Iterator
from html import escape

from journal.domain import drawing, model
from journal.domain.drawing import COLOURS, DrawingError
from journal.domain.guidance import Guidance
from journal.domain.model import BOX_WIDTH, FONT_SIZE, LINE, Model, ModelError
from journal.domain.model_layout import head_of, line_of
from journal.domain.snapshot import AttachmentNow
from journal.export.blocks import Block, Section, coded, label, section
from journal.export.ink import Ink, lowered, name_of
from journal.text import tr

_BOLDER = 1.6
"""Lines are so much thicker than the drawing in small would have them; else they would be hairs."""
_ORDER = ("drawing", "photo", "model")
_INK, _GREY, _EDGE = "#22302D", "#46524F", "#6E7B76"
_FONT = f'font-family="\'Source Sans 3\'" font-size="{FONT_SIZE}" text-anchor="middle"'


def figures(chosen: tuple[AttachmentNow, ...], guidance: Guidance, ink: Ink) -> list[Block]:
    """What can be shown of it. A drawing stands beside the experiment; models need more room and come last."""
    found = [figure for each in chosen if (figure := _figure(each, guidance, ink))]
    return sorted(found, key=lambda figure: _ORDER.index(figure["of"]))


def beside(experiment: Section, waiting: list[Block]) -> Section:
    """An experiment with the first figure to its right, which is then taken; a model is too wide for that."""
    if not waiting or waiting[0]["of"] == "model":
        return experiment
    figure = waiting.pop(0)
    right = [label(figure["name"]), figure]
    return {**experiment, "blocks": [{"kind": "beside", "left": experiment["blocks"], "right": right}]}


def of_their_own(left: list[Block]) -> Section | None:
    """The figures for which there was no place beside an experiment, two by two."""
    names = {figure["name"] for figure in left}
    name = names.pop() if len(left) == 1 else tr("Drawings and photos")
    return section("figures", label(name), {"kind": "figures", "items": left}) if left else None


def _figure(found: AttachmentNow, guidance: Guidance, ink: Ink) -> Block | None:
    drawn = as_svg(found, ink)
    if drawn is None:
        return None
    svg, width, height = drawn
    name = {"drawing": tr("Drawing"), "model": tr("Model")}.get(found.kind, tr("Photo"))
    caption = ink.line(found.caption)
    session = name_of(guidance.session, found.session_id)
    during = tr("Made during {session}", session=lowered(session)) if session and found.kind != "photo" else ""
    block = {
        "kind": "figure",
        "of": found.kind,
        "svg": svg,
        "width": width,
        "height": height,
        "name": name,
        "alt": ink.line(found.description) or caption or name,
        "caption": caption,
        "made": during,
    }
    return coded(block, found.fragment)


def as_svg(found: AttachmentNow, ink: Ink) -> tuple[str, float, float] | None:
    """The figure as SVG with its width and height; nothing when it is not what it should be."""
    try:
        if found.kind == "photo":
            return _photo(found)
        if found.kind == "drawing":
            return _sheet(_strokes(found.data), (0, 0, found.width, found.height))
        return _model_figure(model.read(found.data), ink)
    except (DrawingError, ModelError):
        return None


def _sheet(inside: Iterable[str], seen: drawing.Bounds) -> tuple[str, float, float]:
    left, top, right, bottom = seen
    width, height = right - left, bottom - top
    box = f'viewBox="{left:.1f} {top:.1f} {width:.1f} {height:.1f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(inside)}</svg>', width, height


def _photo(found: AttachmentNow) -> tuple[str, float, float] | None:
    whole = found.data[:2] == b"\xff\xd8" and found.data[-2:] == b"\xff\xd9" and found.width and found.height
    source = base64.b64encode(found.data).decode()
    picture = f'<image width="{found.width}" height="{found.height}" href="data:image/jpeg;base64,{source}"/>'
    return _sheet([picture], (0, 0, found.width, found.height)) if whole else None


def _model_figure(made: Model, ink: Ink) -> tuple[str, float, float] | None:
    """Only the part of the sheet with boxes on it, so that its words are as large as they can be."""
    if not made.boxes:
        return None
    half = BOX_WIDTH / 2 + 4
    seen = (
        min(box.x for box in made.boxes) - half,
        min(box.y - box.height / 2 for box in made.boxes) - 4,
        max(box.x for box in made.boxes) + half,
        max(box.y + box.height / 2 for box in made.boxes) + 4,
    )
    return _sheet(_model(made, ink), seen)


def _strokes(data: bytes) -> Iterator[str]:
    for stroke in drawing.read(data).strokes:
        (x, y), quads = drawing.curve(stroke.points)
        if len(stroke.points) == 1:
            quads = ((x, y, x + 0.1, y),)
        way = f"M{x:.1f} {y:.1f}" + "".join(f"Q{a:.1f} {b:.1f} {c:.1f} {d:.1f}" for a, b, c, d in quads)
        yield _line(way, COLOURS[stroke.pen], stroke.width * _BOLDER)


def _line(way: str, colour: str, width: float) -> str:
    round_ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="{width:.1f}" {round_ends}/>'


def _model(made: Model, ink: Ink) -> Iterator[str]:
    for arrow in made.arrows:
        start, end = line_of(made, arrow)
        tip, one, other = head_of(start, end)
        ways = ((start, end), (one, tip), (other, tip))
        yield _line("".join(f"M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}" for (ax, ay), (bx, by) in ways), _GREY, 2.5)
        if arrow.text:
            (x, y), words = drawing.middle(start, end), ink.line(arrow.text)
            wide = model.wide(words) * FONT_SIZE + 8
            yield f'<rect x="{x - wide / 2:.1f}" y="{y - 10:.1f}" width="{wide:.1f}" height="20" fill="#FFFFFF"/>'
            yield _words(x, y, words, _GREY)
    for box in made.boxes:
        left, top = box.x - BOX_WIDTH / 2, box.y - box.height / 2
        edge = f'fill="#FFFFFF" stroke="{_EDGE}" stroke-width="2" rx="8"'
        yield f'<rect x="{left:.1f}" y="{top:.1f}" width="{BOX_WIDTH}" height="{box.height}" {edge}/>'
        lines = model.lines_of(ink.line(box.text))
        for number, words in enumerate(lines):
            yield _words(box.x, box.y + LINE * (number - (len(lines) - 1) / 2), words, _INK)


def _words(x: float, y: float, words: str, colour: str) -> str:
    return f'<text x="{x:.1f}" y="{y + FONT_SIZE * 0.33:.1f}" fill="{colour}" {_FONT}>{escape(words)}</text>'
