"""Where a remark belongs: by the code in it, else by its place on the page, else by the words that it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from journal.domain.returning import Box, FoundRemark, PageRead, ProposedRemark, RemarkKind, Why
from journal.domain.sharing import PlacedFragment
from journal.returned.codes import codes_in

_WORD = re.compile(r"\w+")
_FARTHEST = 60.0
"""Points between a remark and a fragment that it may still be about."""
_LEAST_WORDS = 3
"""Fewer marked words can stand anywhere."""
_SAME_PAPER = 0.5


@dataclass(frozen=True)
class SentPaper:
    """A paper that left the journal, with what stood where on it. ``id`` is that of its share."""

    id: int
    placed: tuple[PlacedFragment, ...]

    @property
    def codes(self) -> frozenset[str]:
        """All codes on it."""
        return frozenset(each.code for each in self.placed)

    @cached_property
    def spoken(self) -> dict[str, str]:
        """Each text with only its words, to look for others in: every remark is held against every fragment."""
        return {each.text: _spaced(each.text) for each in self.placed}


def which_paper(pages: Sequence[PageRead], papers: Sequence[SentPaper]) -> int | None:
    """The share that came back, of ``papers`` newest first: by its printed codes, else by its words; None: unknown."""
    text = " ".join(word.text for page in pages for word in page.words)
    held = set(_words(text))
    best, most = None, 0.0
    for paper in papers:
        printed = {written.code for written in codes_in(text, paper.codes)}
        own = {word for each in paper.placed for word in _words(each.text)}
        alike = len(own & held) / len(own) if own else 0.0
        if paper.codes and printed == paper.codes and alike > _SAME_PAPER:
            alike += 1
        if alike > max(most, _SAME_PAPER):
            best, most = paper.id, alike
    return best


def propose(remarks: Sequence[FoundRemark], papers: Sequence[SentPaper], share_id: int | None) -> list[ProposedRemark]:
    """Every remark with its fragment of the paper ``share_id``; a code may also name one of another paper."""
    paper = next((each for each in papers if each.id == share_id), None)
    others = [each for each in papers if each is not paper]
    made: list[ProposedRemark] = []
    for remark in remarks:
        proposed = _by_code(remark, ([paper] if paper else []) + others)
        if proposed is None and remark.answers is not None:
            above = made[remark.answers]
            proposed = replace(_plain(remark), code=above.code, fragment=above.fragment, why=above.why)
        if proposed is None and paper is not None:
            proposed = _beside(remark, paper)
        made.append(proposed or _plain(remark))
    return made


def _plain(remark: FoundRemark) -> ProposedRemark:
    return ProposedRemark(remark.kind, remark.text, remark.author, remark.quoted, remark.page)


def _with(remark: FoundRemark, placed: PlacedFragment, why: Why) -> ProposedRemark:
    return replace(_plain(remark), code=placed.code, fragment=placed.fragment, why=why)


def _by_code(remark: FoundRemark, papers: Sequence[SentPaper]) -> ProposedRemark | None:
    for text in (remark.text, remark.quoted):
        for paper in papers:
            for written in codes_in(text, paper.codes):
                placed = next(each for each in paper.placed if each.code == written.code)
                return _with(remark, placed, Why.CODE)
    return None


def _beside(remark: FoundRemark, paper: SentPaper) -> ProposedRemark | None:
    near = _by_place(remark, paper.placed)
    spoken = _by_words(remark.quoted, paper, remark.page)
    # A paper that was printed anew may have moved; words that were marked have not.
    if spoken is not None and (near is None or not _says(paper, near, remark.quoted)):
        return _with(remark, spoken, Why.WORDS)
    return _with(remark, near, Why.PLACE) if near is not None else None


def _by_place(remark: FoundRemark, placed: Sequence[PlacedFragment]) -> PlacedFragment | None:
    if remark.box is None:
        return None
    here = [each for each in placed if each.page == remark.page]
    found = min(here, key=lambda each: _distance(remark, each), default=None)
    return found if found is not None and _distance(remark, found)[0] <= _FARTHEST else None


def _distance(remark: FoundRemark, placed: PlacedFragment) -> tuple[float, float, float]:
    """How far it is, down the page most of all; then across; then from its beginning."""
    box = remark.box
    assert box is not None
    middle = _eye(remark.kind, box)
    down = max(placed.top - middle, middle - placed.bottom, 0.0)
    across = max(placed.left - box.right, box.left - placed.right, 0.0)
    return down, across, abs(middle - (placed.top + placed.bottom) / 2)


def _eye(kind: RemarkKind, box: Box) -> float:
    """The height where one looks: at the first line of much text, else at the middle."""
    first_line = 14.0
    if kind is RemarkKind.TYPED or box.bottom - box.top > 2 * first_line:
        return min(box.top + first_line / 2, box.bottom) if kind is not RemarkKind.HAND else (box.top + box.bottom) / 2
    return (box.top + box.bottom) / 2


def _by_words(quoted: str, paper: SentPaper, page: int | None) -> PlacedFragment | None:
    if len(_words(quoted)) < _LEAST_WORDS:
        return None
    wanted = _spaced(quoted)
    found = [each for each in paper.placed if wanted in paper.spoken[each.text]]
    here = [each for each in found if each.page == page]
    fragments = {each.fragment for each in found}
    if len(fragments) == 1:
        return (here or found)[0]
    return here[0] if len({each.fragment for each in here}) == 1 else None


def _says(paper: SentPaper, placed: PlacedFragment, quoted: str) -> bool:
    return _spaced(quoted) in paper.spoken[placed.text]


def _spaced(text: str) -> str:
    return f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
