"""A paper as Poppler leaves it (Okular, Evince). Needs gir1.2-poppler-0.18, python3-gi and ``plan.json``."""

import json
from pathlib import Path

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler

HERE = Path(__file__).parent
plan = json.loads((HERE / "plan.json").read_text(encoding="utf-8"))


def rectangle(rect):
    made = Poppler.Rectangle()
    made.x1, made.y1, made.x2, made.y2 = rect
    return made


def quads(rects):
    found = []
    for left, low, right, high in rects:
        quad = Poppler.Quadrilateral()
        for name, across, down in (("p1", left, high), ("p2", right, high), ("p3", left, low), ("p4", right, low)):
            point = getattr(quad, name)
            point.x, point.y = across, down
        found.append(quad)
    return found


def around(rects):
    lefts, lows, rights, highs = zip(*rects)
    return rectangle((min(lefts), min(lows), max(rights), max(highs)))


def put(page, made, text, author=plan["author"]):
    made.set_contents(text)
    made.set_label(author)
    page.add_annot(made)


document = Poppler.Document.new_from_file((HERE.parent / "sent.pdf").as_uri(), None)
one, two = document.get_page(0), document.get_page(1)
put(one, Poppler.AnnotText.new(document, rectangle(plan["m2"])), plan["note2"])
put(one, Poppler.AnnotTextMarkup.new_highlight(document, around(plan["w3"]), quads(plan["w3"])), plan["mark3"])
put(one, Poppler.AnnotText.new(document, rectangle(plan["u4"])), plan["typed4"])
put(two, Poppler.AnnotTextMarkup.new_underline(document, around(plan["w5"]), quads(plan["w5"])), "")
put(two, Poppler.AnnotText.new(document, rectangle(plan["m6"])), plan["note6"])
put(two, Poppler.AnnotText.new(document, rectangle(plan["m6b"])), plan["reply6"], "Cor van Dam")
put(two, Poppler.AnnotText.new(document, rectangle(plan["m5"])), plan["code1"])
document.save((HERE.parent / "poppler.pdf").as_uri())
