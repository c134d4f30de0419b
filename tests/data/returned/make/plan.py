"""What the invented reader Ans de Boer leaves on the paper, and where: the same for every program that writes it."""

import json
from pathlib import Path

import pypdfium2

from journal.returned.page_words import pages

HERE = Path(__file__).parent.parent
SENT = HERE / "sent.pdf"
PLACED = json.loads((HERE / "sent.json").read_text(encoding="utf-8"))
HEIGHT = 841.89
AUTHOR = "Ans de Boer"
NOTE_2 = "Wat zou er gebeuren als je één keer géén verslag maakt?"
MARK_3 = "Hier zit het voor mij."
TYPED_4 = "Mooie vraag. Laat hem zo – €0 extra."
NOTE_6 = "Durf je dat ook als Ines er is?"
REPLY_6 = "En wie kijkt er met je mee?"
BY_CODE_1 = "k7 1: is dit jouw vraag, of die van je wethouder?"
WORDS_3 = "aan de tafel zelf bleef het stil"
WORDS_5 = "jij praat over ons alsof wij er niet bij zijn"

with pypdfium2.PdfDocument(SENT) as _document:
    _PAGES = pages(_document)[0]


def lines(number: int, quoted: str) -> list[tuple[float, float, float, float]]:
    """The rectangles (left, bottom, right, top; from below) of words on a page, one a line."""
    words = _PAGES[number - 1].words
    wanted = quoted.split()
    texts = [word.text.strip(".,:") for word in words]
    start = next(at for at in range(len(texts)) if texts[at : at + len(wanted)] == wanted)
    rows: list[list[float]] = []
    for word in words[start : start + len(wanted)]:
        box = word.box
        if rows and abs(rows[-1][3] - (HEIGHT - box.top)) < 6:
            rows[-1][1] = min(rows[-1][1], HEIGHT - box.bottom)
            rows[-1][2], rows[-1][3] = box.right, max(rows[-1][3], HEIGHT - box.top)
        else:
            rows.append([box.left, HEIGHT - box.bottom, box.right, HEIGHT - box.top])
    return [(row[0], row[1] - 2, row[2], row[3] + 2) for row in rows]


def margin(code: str, down: float = 16) -> tuple[float, float, float, float]:
    """The place of a note in the right margin beside a fragment."""
    top = HEIGHT - next(each["top"] for each in PLACED if each["code"] == code) - down
    return 545, top - 20, 565, top


def under(code: str, wide: float = 300) -> tuple[float, float, float, float]:
    """The place of typed words on the last line of a fragment, beside what stands there."""
    bottom = HEIGHT - next(each["bottom"] for each in PLACED if each["code"] == code)
    return 330, bottom - 2, min(330 + wide, 560), bottom + 16


def around(rects: list[tuple[float, float, float, float]]) -> list[float]:
    """One rectangle around these."""
    lefts, bottoms, rights, tops = zip(*rects, strict=True)
    return [min(lefts), min(bottoms), max(rights), max(tops)]


def quads(rects: list[tuple[float, float, float, float]]) -> list[float]:
    """Quad points in the order in which programs write them: upper left, upper right, lower left, lower right."""
    return [n for left, low, right, high in rects for n in (left, high, right, high, left, low, right, low)]
