"""A text as its sentences, and a choice of them as a text again. Not one letter is lost on the way.

Rather one sentence too long than a wrong cut: what is in quotation marks or brackets stays together, because half
a quotation would show that the other half was left out.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

ABBREVIATIONS: Final = frozenset(
    """
    a.d.h.v a.h.w a.s b.v bc bijv ca cf co d.d d.i dd d.m.v d.w.z dhr div dr drs e.g e.e.a excl evt fam g.g.d geb
    gem gr hr i.c i.e i.h.a i.h.b i.i.g i.o i.o.m i.p.v i.s.m i.t.t i.v.m incl ing ir jhr jl jr k.m kl l.n.v l.s
    lic m.a.w m.b.t m.b.v m.i m.i.v m.n m.u.v max mevr mej mgr mhr min mln mld mr mrs ms mw n.a.v n.b n.m n.o.t.k
    nl o.a o.b.v o.g.v o.i.d o.l.v o.m o.v.v ong p.a p.p p.s plm pp prof q.e.d r.k resp sr st t.a.v t.b.v t.g.v
    t.h.v t.m t.n.v t.o.v t.w.v t.z.t tel u.a vgl vlg vnl vs w.o zgn zog zr z.g.a.n z.o.z
    """.split()
)
MAY_END: Final = frozenset("enz etc e.a e.d e.v n.v.t z.s.m s.v.p a.u.b".split())
"""Abbreviations with which a sentence often ends: a capital after them begins a new one."""
BEFORE_A_NUMBER: Final = frozenset(
    "jan feb febr mrt apr jun jul aug sep sept okt oct nov dec art nr nrs no blz pag hfst fig bijl par".split()
)
"""These go on when a number follows; Jan is a name too."""
MOST = 120
"""An answer of more sentences opens into its paragraphs; one of more paragraphs is ticked as a whole."""

_END: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_LONGEST_WORD: Final = 40
_BEGINS: Final = re.compile(r"\s*(?:['‘’][stnkmrSTNKMR]\s+)?[\"'“‘„«(\[¿¡]*(.)", re.DOTALL)
"""What a sentence may have before its first letter; ’s Morgens begins with its M."""
_TOGETHER: Final = re.compile(
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"|\([^()]*\)|\[[^\[\]]*\]"
    r"|(?<![\w'’])[‘'](?![stnkmrSTNKMR]\b)(?=\S)[^\n]{1,600}?(?<=[\w.,!?…])[’'](?!\w)"
)
_WORD_BEFORE: Final = re.compile(r"[^\s\"'“‘„«(\[]+$")
_NUMBERED: Final = re.compile(r"(\d{1,3}(?=[.)]\s)|[a-zA-Z](?=\)\s))")


@dataclass(frozen=True)
class Sentence:
    """A sentence without the white space around it. ``paragraph`` counts the lines with words, from 0."""

    text: str
    paragraph: int


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text. A line is never longer than itself: every line ends the sentence on it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = tuple(Sentence(part, number) for number, line in enumerate(lines) for part in _sentences(line))
    if len(found) <= MOST:
        return found
    return tuple(Sentence(line, number) for number, line in enumerate(lines))


def join(sentences: Sequence[Sentence]) -> str:
    """Sentences as one text: a space between them, or a new line where one stood."""
    text, before = "", -1
    for sentence in sentences:
        gap = "" if not text else " " if sentence.paragraph == before else "\n"
        text, before = f"{text}{gap}{sentence.text}", sentence.paragraph
    return text


def chosen(text: str, numbers: Collection[int]) -> str:
    """The text with only these sentences (from 1), so that nobody sees that there were others.

    A numbered list is counted anew.
    """
    found = split(text)
    kept = [sentence for number, sentence in enumerate(found, start=1) if number in numbers]
    return join(kept if len(kept) == len(found) else tuple(_counted_anew(kept, found)))


def _sentences(line: str) -> Iterator[str]:
    start = 0
    ends = list(_ends(line))
    small = all(_is_small(_first(line, match.end())) for match in ends)  # who never writes a capital
    for match in ends:
        if _is_end(line, match, start, small=small):
            yield line[start : match.end()].strip()
            start = match.end()
    yield line[start:].strip()


def _ends(line: str) -> Iterator[re.Match[str]]:
    """Full stops and the like, without those inside quotation marks or brackets."""
    together = _TOGETHER.finditer(line)
    inside = next(together, None)
    for match in _END.finditer(line):
        while inside is not None and inside.end() <= match.end():
            inside = next(together, None)
        if inside is None or match.end() <= inside.start():
            yield match


def _is_end(line: str, match: re.Match[str], start: int, *, small: bool) -> bool:
    begin = max(start, match.start() - _LONGEST_WORD)
    before = line[begin : match.start()]
    if not before.strip():
        return False  # "..." to begin with
    if _is_small(_first(line, match.end())) and not small:
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    word = _WORD_BEFORE.search(before)
    if word is None:
        return True
    following = line[match.end() : match.end() + _LONGEST_WORD].lstrip()[:1]
    return not _goes_on(word[0], following, alone=begin == start and not before[: word.start()].strip())


def _goes_on(word: str, following: str, *, alone: bool) -> bool:
    """Whether a full stop after this word ends no sentence: an abbreviation, an initial, the number of a line."""
    last = word.rpartition(".")[2].lstrip("-")
    if word.lower() in MAY_END:
        return following.islower()
    if word.lower() in ABBREVIATIONS or (alone and word.isdigit()):
        return True
    if word.lower() in BEFORE_A_NUMBER:
        return following.isdigit()
    if alone and word in {"-", "–", "•", "*"}:
        return True
    one_letter = len(last) == 1 and last.isalpha()
    return one_letter and (last.isupper() or "." in word or alone)


def _is_small(first: str) -> bool:
    return first.isalpha() and not first.isupper()


def _first(line: str, at: int) -> str:
    """The sign with which what follows begins, after an opening quotation mark."""
    found = _BEGINS.match(line, at)
    return found[1] if found else ""


def _counted_anew(kept: Sequence[Sentence], all_: Sequence[Sentence]) -> Iterator[Sentence]:
    firsts = {sentence.paragraph: sentence for sentence in reversed(all_)}
    count: str | None = None
    before = -1
    for sentence in kept:
        match = _NUMBERED.match(sentence.text)
        if match is None or sentence is not firsts[sentence.paragraph]:
            count = None if sentence.paragraph != before else count
            before = sentence.paragraph
            yield sentence
            continue
        count = _list_begin(firsts, sentence.paragraph) if count is None else _next(count)
        before = sentence.paragraph
        yield Sentence(count + sentence.text[match.end() :], sentence.paragraph)


def _list_begin(firsts: dict[int, Sentence], paragraph: int) -> str:
    """What the list that this line stands in begins with."""
    while (earlier := firsts.get(paragraph - 1)) is not None and _NUMBERED.match(earlier.text):
        paragraph -= 1
    match = _NUMBERED.match(firsts[paragraph].text)
    assert match is not None
    return match[1]


def _next(count: str) -> str:
    return str(int(count) + 1) if count.isdigit() else chr(ord(count) + 1)
