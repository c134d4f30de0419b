"""Words that stand in a returned page itself and did not when it left: typed by a tool that makes them part of it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from journal.domain.returning import Box, FoundRemark, PageRead, RemarkKind, Word
from journal.returned.limits import MOST_SIGNS

_MOST_WORDS = 4_000
"""On one page; comparing more takes too long."""
_MOST_NEW = 0.6
"""Of a page. When more of it is new it is another page, or read by a machine from paper."""
_BASE = 4.0
_LINE = 24.0
"""Points between two lines that belong together."""


def typed(returned: Sequence[PageRead], sent: Sequence[PageRead]) -> list[FoundRemark]:
    """Remarks of what was typed into the pages. Nothing when the paper has other pages than the one that was sent."""
    if len(returned) < len(sent):
        return []
    found: list[FoundRemark] = []
    for number, page in enumerate(returned, 1):
        before = sent[number - 1].words if number <= len(sent) else ()
        words = _new(page.words, before)
        if words and (len(words) <= _MOST_NEW * len(page.words) or not before):
            found += [_remark(line, number) for line in _together(words)]
    return found


def _new(words: Sequence[Word], before: Sequence[Word]) -> list[Word]:
    if max(len(words), len(before)) > _MOST_WORDS:
        return []
    matcher = SequenceMatcher(None, [word.text for word in before], [word.text for word in words], autojunk=False)
    held = [(start, start + size) for _, start, size in matcher.get_matching_blocks()]
    new = [word for at, word in enumerate(words) if not any(start <= at < end for start, end in held)]
    # What a program only put in another order was there before.
    known = [word.text for word in before]
    for start, end in held:
        for word in words[start:end]:
            known.remove(word.text)
    kept = []
    for word in new:
        if word.text in known:
            known.remove(word.text)
        else:
            kept.append(word)
    return kept


def _together(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words in lines that stand under each other."""
    group: list[Word] = []
    for word in words:
        if group and not _follows(group[-1].box, word.box):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _follows(last: Box, box: Box) -> bool:
    return _same_line(last, box) or 0 < box.top - last.top < _LINE


def _same_line(last: Box, box: Box) -> bool:
    """Signs differ in height: a dash is low, an euro is high."""
    return (box.top < last.bottom and last.top < box.bottom) or abs(box.bottom - last.bottom) < _BASE


def _remark(words: Sequence[Word], page: int) -> FoundRemark:
    lines: list[str] = []
    last: Box | None = None
    for word in words:
        if last is not None and _same_line(last, word.box):
            lines[-1] += f" {word.text}"
        else:
            lines.append(word.text)
        last = word.box
    boxes = [word.box for word in words]
    box = Box(
        min(each.left for each in boxes),
        min(each.top for each in boxes),
        max(each.right for each in boxes),
        max(each.bottom for each in boxes),
    )
    return FoundRemark(RemarkKind.TYPED, "\n".join(lines)[:MOST_SIGNS], page=page, box=box)
