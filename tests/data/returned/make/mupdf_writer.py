"""A paper as MuPDF leaves it. Needs PyMuPDF and ``plan.json``."""

import json
from pathlib import Path

import pymupdf

HERE = Path(__file__).parent
plan = json.loads((HERE / "plan.json").read_text(encoding="utf-8"))


def turned(rect):
    """MuPDF counts from above."""
    left, low, right, high = rect
    return pymupdf.Rect(left, plan["H"] - high, right, plan["H"] - low)


def signed(made, text, author=plan["author"]):
    made.set_info(title=author, content=text)
    made.update()


document = pymupdf.open(HERE.parent / "sent.pdf")
one, two = document[0], document[1]
signed(one.add_text_annot(turned(plan["m2"]).tl, ""), plan["note2"])
signed(one.add_highlight_annot([turned(rect) for rect in plan["w3"]]), plan["mark3"])
signed(one.add_freetext_annot(turned(plan["u4"]), plan["typed4"], fontsize=9), plan["typed4"])
signed(two.add_squiggly_annot([turned(rect) for rect in plan["w5"]]), "")
note = two.add_text_annot(turned(plan["m6"]).tl, "")
signed(note, plan["note6"])
reply = two.add_text_annot(turned(plan["m6"]).tl, "")
signed(reply, plan["reply6"], "Cor van Dam")
reply.set_irt_xref(note.xref)
signed(two.add_text_annot(turned(plan["m5"]).tl, ""), plan["code1"])
document.save(HERE.parent / "mupdf.pdf", garbage=4, deflate=True)
