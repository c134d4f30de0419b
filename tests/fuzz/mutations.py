"""Returned papers, spoilt in every way that a broken mail or an attacker may think of; drawn from a number."""

import io
import random
import re
import warnings
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

DATA = Path(__file__).parents[1] / "data" / "returned"
NAMES = ("acrobat", "firefox", "mupdf", "okular", "pdfium", "pdflib", "poppler", "preview", "pypdf", "locked")
Draw = random.Random


@cache
def whole(name: str) -> bytes:
    return (DATA / f"{name}.pdf").read_bytes()


@cache
def open_text(name: str) -> bytes:
    """The same paper with all its objects readable, so that changes hit the structure and not only a packed stream."""
    with pikepdf.open(DATA / f"{name}.pdf", password="samen" if name == "locked" else "") as pdf:
        target = io.BytesIO()
        pdf.save(target, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


def base(draw: Draw) -> bytes:
    name = draw.choice(NAMES)
    return draw.choice((whole, open_text, open_text))(name)


def flipped_bits(draw: Draw) -> bytes:
    data = bytearray(base(draw))
    for _ in range(draw.choice((1, 8, 80, 800))):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def cut_off(draw: Draw) -> bytes:
    data = base(draw)
    return data[: draw.randrange(len(data))]


def piece_missing(draw: Draw) -> bytes:
    data = base(draw)
    start = draw.randrange(len(data))
    return data[:start] + data[start + draw.choice((1, 10, 1000, 10_000)) :]


def noise_between(draw: Draw) -> bytes:
    data = base(draw)
    at = draw.randrange(len(data))
    return data[:at] + draw.randbytes(draw.choice((1, 20, 4000))) + data[at:]


def two_in_one(draw: Draw) -> bytes:
    one, other = base(draw), base(draw)
    return one[: draw.randrange(len(one))] + other[draw.randrange(len(other)) :]


def swapped_objects(draw: Draw) -> bytes:
    data = open_text(draw.choice(NAMES))
    numbers = re.findall(rb"(?m)^(\d+) 0 obj", data)
    for _ in range(draw.choice((1, 5, 30))):
        one, other = draw.choice(numbers), draw.choice(numbers)
        data = re.sub(rb"(?<!\d)%b 0 R" % one, b"%b 0 R" % other, data)
    return data


def other_types(draw: Draw) -> bytes:
    """Values of another kind than anybody expects."""
    data = open_text(draw.choice(NAMES))
    keys = rb"/(?:Annots|Rect|QuadPoints|Contents|T|Subtype|Kids|Count|AP|N|RC|IRT|Popup|F|CropBox|MediaBox|Length|M|P)"
    odd = (
        b" null",
        b" -1",
        b" 99999999999999999999",
        b" [[[[]]]]",
        b" <<>>",
        b" /X",
        b" (x)",
        b" true",
        b" 1e400",
        b" <feff>",
    )
    wanted = draw.choice((0.02, 0.2, 0.8))
    return re.sub(
        rb"(?m)^(\s*%b) .*$" % keys,
        lambda found: found[1] + draw.choice(odd) if draw.random() < wanted else found[0],
        data,
    )


def huge_numbers(draw: Draw) -> bytes:
    data = open_text(draw.choice(NAMES))
    wanted = draw.choice((0.01, 0.1))
    huge = (b"2147483648", b"-2147483649", b"18446744073709551616", b"1" + b"0" * 300)
    return re.sub(rb"(?<= )\d+(?=\s)", lambda found: draw.choice(huge) if draw.random() < wanted else found[0], data)


def wrong_lengths(draw: Draw) -> bytes:
    data = base(draw)
    return re.sub(rb"/Length \d+(?! \d+ R)", lambda _: b"/Length %d" % draw.choice((0, 1, 7, 2**31 - 1, 10**18)), data)


def circling_references(draw: Draw) -> bytes:
    """A table of objects that says that the earlier one is itself, or another one in between."""
    data = base(draw)
    start = re.search(rb"startxref\s+(\d+)", data)
    own = int(start[1]) if start else 0
    loop = b"/Prev %d /XRefStm %d " % (own, draw.choice((own, 0, 15)))
    data = re.sub(rb"trailer\s*<<", b"trailer << " + loop, data)
    return re.sub(rb"/Type\s*/XRef", b"/Type /XRef " + loop, data)


def wrong_places(draw: Draw) -> bytes:
    """The table of objects points elsewhere."""
    data = base(draw)
    return re.sub(rb"(?m)^\d{10} (\d{5}) n", lambda found: b"%010d %b n" % (draw.randrange(len(data)), found[1]), data)


def _rebuilt(draw: Draw, change: Callable[[Draw, pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(DATA / f"{draw.choice(NAMES[:-1])}.pdf") as pdf, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it is spoilt is meant
        change(draw, pdf)
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def looping_pages(draw: Draw) -> bytes:
    def change(draw: Draw, pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.Pages
        middle = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=5, Kids=Array([tree]), Parent=tree))
        tree.Kids.insert(draw.randrange(2), draw.choice((middle, tree)))
        tree.Count = draw.choice((3, 10**9, -5))
        tree.Parent = tree

    return _rebuilt(draw, change)


def deep_nesting(draw: Draw) -> bytes:
    def change(draw: Draw, pdf: pikepdf.Pdf) -> None:
        nest = Array([])
        for _ in range(draw.choice((50, 300, 450))):
            nest = draw.choice((Array([nest]), Dictionary(Popup=nest)))
        first = pdf.pages[0].obj
        first.Annots = draw.choice((nest, Array([*first.get("/Annots", Array()), nest])))

    data = _rebuilt(draw, change)
    return re.sub(rb"\[ \[", b"[" * draw.choice((1, 5000, 200_000)), data, count=1)


def looping_notes(draw: Draw) -> bytes:
    """Replies that answer each other, pop-ups of pop-ups, pictures that hold themselves, two thousand of them."""

    def change(draw: Draw, pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            b"q /X Do /X Do BT (x) Tj ET Q", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
        )
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        kinds = (Name.Text, Name.FreeText, Name.Highlight, Name.Ink, Name.Widget, Name.Popup)
        made = [
            pdf.make_indirect(
                Dictionary(
                    Subtype=draw.choice(kinds), Rect=Array([draw.randrange(500), 10, 400, 700]), AP=Dictionary(N=form)
                )
            )
            for _ in range(draw.choice((3, 300, 1990)))
        ]
        for each in made:
            each.IRT = draw.choice(made)
            each.Popup = draw.choice(made)
            each.Parent = each
            if draw.random() < 0.5:
                each.Contents = String("x" * draw.choice((0, 5, 20_000)))
        pdf.pages[0].obj.Annots = Array(made)

    return _rebuilt(draw, change)


@cache
def _bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(b"\0" * 1_000_000) for _ in range(megabytes)]) + packer.flush()


def bomb(draw: Draw) -> bytes:
    """A stream of a megabyte that unpacks to hundreds, where words, pages or tables are expected; or twice packed."""

    def change(draw: Draw, pdf: pikepdf.Pdf) -> None:
        packed, filters = _bomb(draw.choice((100, 300))), Array([Name.FlateDecode])
        if draw.random() < 0.3:
            packed, filters = zlib.compress(packed), Array([Name.FlateDecode] * 2)
        stream = pikepdf.Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        stream.write(packed, filter=filters)
        note = Dictionary(Subtype=Name.FreeText, Rect=Array([10, 10, 90, 90]))
        where = draw.choice(("AP", "RC", "Contents", "page"))
        if where == "page":
            pdf.pages[0].obj.Contents = stream
        elif where == "AP":
            note.AP = Dictionary(N=stream)
        else:
            note[f"/{where}"] = stream
        pdf.pages[0].obj.Annots = Array([note])

    return _rebuilt(draw, change)


def crowded(draw: Draw) -> bytes:
    """As much text as fits in a page."""

    def change(draw: Draw, pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page = pdf.pages[0].obj
        page.Resources = Dictionary(Font=Dictionary(F=font))
        line = b"(" + b"x y " * 60 + b") Tj 0 0.1 Td "
        page.Contents = pdf.make_stream(b"BT /F 1 Tf " + line * draw.choice((50, 5000)) + b"ET")

    return _rebuilt(draw, change)


CHEAP = (
    *[flipped_bits] * 3,
    cut_off,
    piece_missing,
    noise_between,
    two_in_one,
    *[swapped_objects] * 2,
    *[other_types] * 3,
    huge_numbers,
    wrong_lengths,
    circling_references,
    wrong_places,
)
DEAR = (looping_pages, deep_nesting, looping_notes, bomb, crowded)


def spoilt(number: int) -> tuple[str, bytes]:
    """The name of what was done to it, and the file."""
    draw = random.Random(number)
    change = draw.choice(DEAR) if number % 8 == 0 else draw.choice(CHEAP)
    return change.__name__, change(draw)
