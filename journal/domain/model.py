"""A model: boxes with text, and arrows between them. Pure data and geometry, the same on screen and on paper."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from journal.clean_text import clean

FORMAT = 1
WIDTH, HEIGHT = 1104, 616
"""The same sheet as a drawing has."""
BOX_WIDTH, LINE, PADDING, MOST_LINES = 168, 20, 12, 4
FONT_SIZE, LOWEST = 15, 52
MOST_BOXES, MOST_ARROWS, MOST_SIGNS = 36, 150, 80
MOST_BYTES = 200_000

Point = tuple[float, float]


class ModelError(ValueError):
    """These bytes are no model."""


@dataclass(frozen=True)
class Box:
    """A box; ``x`` and ``y`` are its middle."""

    id: int
    x: float
    y: float
    text: str = ""

    @property
    def height(self) -> int:
        """As high as its text; six of the highest fit under each other."""
        return max(LOWEST, LINE * len(lines_of(self.text)) + 18)


@dataclass(frozen=True)
class Arrow:
    """From one box to another, by their ids."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True)
class Model:
    """Boxes and arrows in the order in which they were made; no two arrows go the same way."""

    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()

    def box(self, box_id: int) -> Box:
        """The box with this id."""
        return self._by_id()[box_id]

    def arrow(self, start: int, end: int) -> Arrow | None:
        """The arrow from one box to another."""
        return next((arrow for arrow in self.arrows if (arrow.start, arrow.end) == (start, end)), None)

    def _by_id(self) -> Mapping[int, Box]:
        return {box.id: box for box in self.boxes}


def add_box(model: Model, x: float, y: float, text: str = "") -> tuple[Model, int]:
    """One more box, and its id. A full sheet stays as it is, with id 0."""
    if len(model.boxes) >= MOST_BOXES:
        return model, 0
    new = max((box.id for box in model.boxes), default=0) + 1
    return replace(model, boxes=(*model.boxes, _inside(Box(new, x, y, shortened(text))))), new


def move_box(model: Model, box_id: int, x: float, y: float) -> Model:
    """Put a box elsewhere; it stays on the sheet."""
    return _with(model, _inside(replace(model.box(box_id), x=x, y=y)))


def rename_box(model: Model, box_id: int, text: str) -> Model:
    """Give a box its text."""
    return _with(model, _inside(replace(model.box(box_id), text=shortened(text))))


def connect(model: Model, start: int, end: int) -> Model:
    """An arrow from one box to another; none to itself, and never twice."""
    full = len(model.arrows) >= MOST_ARROWS
    if start == end or full or model.arrow(start, end):
        return model
    return replace(model, arrows=(*model.arrows, Arrow(start, end)))


def rename_arrow(model: Model, arrow: Arrow, text: str) -> Model:
    """Give an arrow its text."""
    new = replace(arrow, text=shortened(text))
    return replace(model, arrows=tuple(new if each == arrow else each for each in model.arrows))


def delete_box(model: Model, box_id: int) -> Model:
    """Without a box and the arrows that touch it."""
    boxes = tuple(box for box in model.boxes if box.id != box_id)
    return Model(boxes, tuple(arrow for arrow in model.arrows if box_id not in (arrow.start, arrow.end)))


def delete_arrow(model: Model, arrow: Arrow) -> Model:
    """Without an arrow."""
    return replace(model, arrows=tuple(each for each in model.arrows if each != arrow))


def shortened(text: str) -> str:
    """What fits a box: one paragraph of at most so many signs."""
    return " ".join(clean(text).split())[:MOST_SIGNS].rstrip()


def write(model: Model) -> bytes:
    """The model as JSON, the same bytes for the same model."""
    told = {
        "format": FORMAT,
        "boxes": [{"id": box.id, "x": round(box.x, 1), "y": round(box.y, 1), "text": box.text} for box in model.boxes],
        "arrows": [{"from": arrow.start, "to": arrow.end, "text": arrow.text} for arrow in model.arrows],
    }
    return json.dumps(told, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def read(data: bytes) -> Model:
    """The model in these bytes. Raises ModelError for anything that ``write`` could not have made."""
    if len(data) > MOST_BYTES:
        raise ModelError("too large")
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as trouble:
        raise ModelError("not JSON") from trouble
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ModelError("not a model of a known format")
    boxes, arrows = told.get("boxes"), told.get("arrows")
    if not isinstance(boxes, list) or len(boxes) > MOST_BOXES:
        raise ModelError("no boxes, or too many")
    if not isinstance(arrows, list) or len(arrows) > MOST_ARROWS:
        raise ModelError("no arrows, or too many")
    model = Model(tuple(map(_box, boxes)), tuple(map(_arrow, arrows)))
    _check(model)
    return model


def _check(model: Model) -> None:
    ids = {box.id for box in model.boxes}
    ways = {(arrow.start, arrow.end) for arrow in model.arrows}
    if len(ids) != len(model.boxes) or len(ways) != len(model.arrows):
        raise ModelError("the same box or arrow twice")
    if any(start == end or start not in ids or end not in ids for start, end in ways):
        raise ModelError("an arrow that leads nowhere")


def _box(told: Any) -> Box:
    if not isinstance(told, dict):
        raise ModelError("not a box")
    return Box(_id(told.get("id")), _place(told.get("x"), WIDTH), _place(told.get("y"), HEIGHT), _text(told))


def _arrow(told: Any) -> Arrow:
    if not isinstance(told, dict):
        raise ModelError("not an arrow")
    return Arrow(_id(told.get("from")), _id(told.get("to")), _text(told))


def _id(value: Any) -> int:
    if type(value) is not int or not 0 < value < 1_000_000:  # noqa: PLR2004
        raise ModelError("not an id")
    return value


def _place(value: Any, most: int) -> float:
    if type(value) not in (int, float) or not 0 <= value <= most:  # also refuses NaN
        raise ModelError("a box outside the sheet")
    return float(value)


def _text(told: Mapping[str, Any]) -> str:
    text = told.get("text")
    if not isinstance(text, str) or len(text) > MOST_SIGNS:
        raise ModelError("not the text of a box or arrow")
    return shortened(text)


def _inside(box: Box) -> Box:
    half, tall = BOX_WIDTH / 2, box.height / 2
    x = min(max(box.x, half + 2), WIDTH - half - 2)
    return replace(box, x=x, y=min(max(box.y, tall + 2), HEIGHT - tall - 2))


def _with(model: Model, new: Box) -> Model:
    return replace(model, boxes=tuple(new if box.id == new.id else box for box in model.boxes))


@lru_cache(maxsize=512)
def lines_of(text: str) -> tuple[str, ...]:
    """The text in lines that fit a box, by a careful guess of how wide its letters are."""
    room = (BOX_WIDTH - 2 * PADDING) / FONT_SIZE
    lines: list[str] = []
    for word in text.split():
        rest = word
        if lines and wide(f"{lines[-1]} {rest}") <= room:
            lines[-1] += f" {rest}"
            continue
        while wide(rest) > room:
            fits = max(at for at in range(1, len(rest)) if at == 1 or wide(rest[:at]) <= room)
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    if len(lines) > MOST_LINES:
        lines[MOST_LINES - 1 :] = [lines[MOST_LINES - 1][:-1].rstrip() + "…"]
    return tuple(lines)


def wide(text: str) -> float:
    """About how wide a text is, in ems."""
    return sum(_wide(sign) for sign in text)


def _wide(sign: str) -> float:
    if sign in " ijlftrI.,:;'’!|()[]-":
        return 0.32
    if sign in "mwMW@%—…" or ord(sign) > 0x2E80:  # noqa: PLR2004
        return 0.9 if ord(sign) < 0x2E80 else 1.05  # noqa: PLR2004
    return 0.64 if sign.isupper() else 0.53
