"""What the reading process answered, checked sign by sign: it read an untrusted file, so it is not trusted either."""

import json
import math
from typing import Any

from journal.domain.returning import Box, FoundRemark, PageRead, PaperRead, RemarkKind, Word
from journal.returned.asking import Refusal
from journal.returned.limits import MOST_ANNOTATIONS, MOST_NAME, MOST_PAGES, MOST_SIGNS, MOST_WORD, MOST_WORDS
from journal.returned.signs import tidy

_KINDS = frozenset((RemarkKind.NOTE, RemarkKind.MARK, RemarkKind.TYPED, RemarkKind.REPLY, RemarkKind.HAND))
_FAR = 1_000_000.0
_BOX = 4


class Strange(ValueError):
    """Not an answer that the reader gives."""


def parsed(data: bytes) -> PaperRead | Refusal:
    """The paper, or why it was not read. Raises Strange."""
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Strange("no json") from error
    if not isinstance(answer, dict):
        raise Strange("no object")
    if set(answer) == {"refused"}:
        return _refusal(answer["refused"])
    if set(answer) != {"pages", "remarks"}:
        raise Strange("other keys")
    read = _list(answer["pages"], MOST_PAGES)
    pages = tuple(PageRead(tuple(_word(word) for word in _list(page, MOST_WORDS))) for page in read)
    if not pages or sum(len(page.words) for page in pages) > MOST_WORDS:
        raise Strange("too few pages, or too many words")
    remarks = tuple(
        _remark(remark, at, len(pages)) for at, remark in enumerate(_list(answer["remarks"], MOST_ANNOTATIONS))
    )
    return PaperRead(pages, remarks)


def _refusal(value: object) -> Refusal:
    try:
        return Refusal(_text(value, MOST_NAME))
    except ValueError as error:
        raise Strange("another refusal") from error


def _remark(value: object, at: int, pages: int) -> FoundRemark:
    if not isinstance(value, dict) or set(value) != {"kind", "text", "author", "quoted", "page", "box", "answers"}:
        raise Strange("no remark")
    kind = _text(value["kind"], MOST_NAME)
    if kind not in _KINDS:
        raise Strange("another kind")
    page, answers = value["page"], value["answers"]
    if page is not None and not (_whole(page) and 1 <= page <= pages):
        raise Strange("no such page")
    if answers is not None and not (_whole(answers) and 0 <= answers < at):
        raise Strange("answers what is not there")
    return FoundRemark(
        kind=RemarkKind(kind),
        text=tidy(_text(value["text"], MOST_SIGNS), MOST_SIGNS),
        author=tidy(_text(value["author"], MOST_NAME), MOST_NAME).replace("\n", " "),
        quoted=tidy(_text(value["quoted"], MOST_SIGNS), MOST_SIGNS),
        page=page,
        box=None if value["box"] is None else _box(value["box"]),
        answers=answers,
    )


def _word(value: object) -> Word:
    if not isinstance(value, list) or len(value) != 1 + _BOX:
        raise Strange("no word")
    return Word(tidy(_text(value[0], MOST_WORD), MOST_WORD), _box(value[1:]))


def _box(value: object) -> Box:
    numbers = _list(value, _BOX)
    if len(numbers) != _BOX or not all(
        isinstance(each, int | float) and not isinstance(each, bool) and math.isfinite(each) and abs(each) < _FAR
        for each in numbers
    ):
        raise Strange("no place")
    return Box(*map(float, numbers))


def _list(value: object, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise Strange("no list, or too long")
    return value


def _text(value: object, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise Strange("no text, or too long")
    return value


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
