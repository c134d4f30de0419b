"""Papers as Python's writers and, after their documentation, desktop programs leave them."""

from pathlib import Path

import pikepdf
import plan
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String
from pypdf.annotations import FreeText, Highlight, Popup, Text
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject
from pypdfium2 import raw


def save_pypdf() -> None:
    writer = pypdf.PdfWriter(clone_from=plan.SENT)

    def put(page, made, text, author=plan.AUTHOR):
        made[NameObject("/T")] = TextStringObject(author)
        if text:
            made[NameObject("/Contents")] = TextStringObject(text)
        return writer.add_annotation(page, made)

    put(0, Text(rect=plan.margin("K7-2"), text=""), plan.NOTE_2)
    rects = plan.lines(1, plan.WORDS_3)
    mark = Highlight(rect=plan.around(rects), quad_points=ArrayObject(map(FloatObject, plan.quads(rects))))
    put(0, mark, plan.MARK_3)
    put(0, FreeText(rect=plan.under("K7-4"), text=""), plan.TYPED_4)
    rects = plan.lines(2, plan.WORDS_5)
    mark = Highlight(rect=plan.around(rects), quad_points=ArrayObject(map(FloatObject, plan.quads(rects))))
    put(1, mark, "")
    note = put(1, Text(rect=plan.margin("K7-6"), text=""), plan.NOTE_6)
    writer.add_annotation(1, Popup(rect=(400, 600, 560, 660), parent=note))
    reply = Text(rect=plan.margin("K7-6"), text="")
    reply[NameObject("/IRT")] = note.indirect_reference
    put(1, reply, plan.REPLY_6, "Cor van Dam")
    put(1, Text(rect=plan.margin("K7-5"), text=""), plan.BY_CODE_1)
    writer.write(plan.HERE / "pypdf.pdf")


def annotation(subtype: str, rect, **more) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(list(rect)), F=4, **more)


def rich(text: str) -> String:
    return String(
        '<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml" xfa:APIVersion="Acrobat:24.2.0">'
        f'<p dir="ltr"><span style="font-size:10.0pt">{text}</span></p></body>'
    )


def save_acrobat() -> None:
    """As Adobe Acrobat: indirect notes with pop-ups, rich contents, UTF-16 texts, a replaced word, replies, states."""
    with pikepdf.open(plan.SENT) as pdf:
        one, two = pdf.pages[0], pdf.pages[1]

        def put(page, made):
            made.P = page.obj
            made = pdf.make_indirect(made)
            popup = pdf.make_indirect(annotation("Popup", (400, 500, 560, 600), Parent=made, Open=False))
            made.Popup = popup
            page.obj.Annots = Array([*page.obj.get("/Annots", Array()), made, popup])
            return made

        who = {"T": plan.AUTHOR, "CreationDate": "D:20261210101500+01'00'"}
        put(
            one,
            annotation(
                "Text", plan.margin("K7-2"), Contents=plan.NOTE_2, RC=rich(plan.NOTE_2), Name=Name.Comment, **who
            ),
        )
        rects = plan.lines(1, plan.WORDS_3)
        put(
            one,
            annotation(
                "Highlight", plan.around(rects), QuadPoints=Array(plan.quads(rects)), RC=rich(plan.MARK_3), **who
            ),
        )
        put(
            one,
            annotation(
                "FreeText",
                plan.under("K7-4"),
                Contents=plan.TYPED_4,
                DA="0 0 0 rg /Helv 12 Tf",
                IT=Name.FreeTextTypewriter,
                RC=rich(plan.TYPED_4),
                **who,
            ),
        )
        rects = plan.lines(2, plan.WORDS_5)
        put(two, annotation("Underline", plan.around(rects), QuadPoints=Array(plan.quads(rects)), **who))
        note = put(two, annotation("Text", plan.margin("K7-6"), Contents=plan.NOTE_6, NM="a-1", **who))
        put(
            two,
            annotation(
                "Text",
                plan.margin("K7-6"),
                Contents="Accepted set by Ans",
                IRT=note,
                StateModel="Review",
                State="Accepted",
                **who,
            ),
        )
        put(
            two,
            annotation(
                "Text",
                plan.margin("K7-6"),
                Contents=plan.REPLY_6,
                IRT=note,
                RT=Name.R,
                **who | {"T": "Cor van Dam", "CreationDate": "D:20261211101500+01'00'"},
            ),
        )
        put(two, annotation("Text", plan.margin("K7-5"), Contents=plan.BY_CODE_1, **who))
        put(two, annotation("Link", (60, 60, 200, 80), A=Dictionary(S=Name.URI, URI="https://voorbeeld.invalid/x")))
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('niet aanraken');")
        pdf.save(plan.HERE / "acrobat.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)


def looks(pdf: pikepdf.Pdf, rect, text: str):
    left, low, right, high = rect
    content = f"/Tx BMC q BT /F 10 Tf 2 4 Td ({text}) Tj ET Q EMC".encode("cp1252")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    form = pdf.make_stream(
        content,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, right - left, high - low]),
        Resources=Dictionary(Font=Dictionary(F=font)),
    )
    return Dictionary(N=form)


def save_preview() -> None:
    """As Preview on macOS: typed words only in the picture of the note, author in T, marks without words, ink."""
    with pikepdf.open(plan.SENT) as pdf:
        one, two = pdf.pages[0], pdf.pages[1]
        rects = plan.lines(1, plan.WORDS_3)
        typed = plan.under("K7-4")
        one.obj.Annots = Array(
            [
                annotation("Text", plan.margin("K7-2"), Contents=String(plan.NOTE_2), T=plan.AUTHOR),
                annotation(
                    "Highlight",
                    plan.around(rects),
                    QuadPoints=Array(plan.quads(rects)),
                    Contents=plan.MARK_3,
                    T=plan.AUTHOR,
                ),
                annotation(
                    "FreeText", typed, DA="//Helvetica 12 Tf 0 g", T=plan.AUTHOR, AP=looks(pdf, typed, plan.TYPED_4)
                ),
                annotation("Ink", (500, 640, 530, 700), InkList=Array([Array([500, 640, 530, 700])]), T=plan.AUTHOR),
            ]
        )
        rects = plan.lines(2, plan.WORDS_5)
        two.obj.Annots = Array(
            [
                annotation("Underline", plan.around(rects), QuadPoints=Array(plan.quads(rects)), T=plan.AUTHOR),
                annotation("Text", plan.margin("K7-6"), Contents=plan.NOTE_6, T=plan.AUTHOR),
                annotation("Text", plan.margin("K7-6", 20), Contents=plan.REPLY_6, T="Cor van Dam"),
                annotation("Text", plan.margin("K7-5"), Contents=plan.BY_CODE_1, T=plan.AUTHOR),
            ]
        )
        pdf.save(plan.HERE / "preview.pdf")


def save_okular() -> None:
    """As Okular and Edge: inline notes, unknown keys, UTF-8 without a mark, PDFDocEncoding, quads in another order."""
    with pikepdf.open(plan.SENT) as pdf:
        one, two = pdf.pages[0], pdf.pages[1]
        rects = plan.lines(1, plan.WORDS_3)
        round_quads = [n for left, low, right, high in rects for n in (left, low, right, low, right, high, left, high)]
        one.obj.Annots = pdf.make_indirect(
            Array(
                [
                    annotation(
                        "Text",
                        plan.margin("K7-2"),
                        Contents=String(plan.NOTE_2.encode()),
                        T=plan.AUTHOR,
                        NM="okular-{1}",
                        okular=Dictionary(window=Dictionary(summary="Inline Note")),
                    ),
                    annotation(
                        "Highlight",
                        plan.around(rects),
                        QuadPoints=Array(round_quads),
                        Contents=plan.MARK_3,
                        T=plan.AUTHOR,
                    ),
                    annotation(
                        "FreeText", plan.under("K7-4"), Contents=plan.TYPED_4, T=plan.AUTHOR, DA="/Invalid_font 10 Tf"
                    ),
                ]
            )
        )
        rects = plan.lines(2, plan.WORDS_5)
        two.obj.Annots = Array(
            [
                annotation("Squiggly", plan.around(rects), QuadPoints=Array(plan.quads(rects)), T=plan.AUTHOR),
                annotation("Text", plan.margin("K7-6"), Contents=plan.NOTE_6, T=plan.AUTHOR),
                annotation("Text", plan.margin("K7-6", 20), Contents=plan.REPLY_6, T="Cor van Dam"),
                annotation("Text", plan.margin("K7-5"), Contents=plan.BY_CODE_1, T=plan.AUTHOR),
            ]
        )
        pdf.save(plan.HERE / "okular.pdf", linearize=True)


def save_pdfium() -> None:
    """As browsers on PDFium; what is typed becomes part of the page."""
    document = pypdfium2.PdfDocument(plan.SENT)

    def put(page, subtype, rect, text, author=plan.AUTHOR, marked=()):
        made = raw.FPDFPage_CreateAnnot(page, subtype)
        raw.FPDFAnnot_SetRect(made, raw.FS_RECTF(rect[0], rect[3], rect[2], rect[1]))
        for key, value in (("Contents", text), ("T", author)):
            signs = (value + "\0").encode("utf-16-le")
            raw.FPDFAnnot_SetStringValue(made, key.encode(), _wide(signs))
        for left, low, right, high in marked:
            quad = raw.FS_QUADPOINTSF(left, high, right, high, left, low, right, low)
            raw.FPDFAnnot_AppendAttachmentPoints(made, quad)
        raw.FPDFPage_CloseAnnot(made)

    one, two = document[0], document[1]
    put(one, raw.FPDF_ANNOT_TEXT, plan.margin("K7-2"), plan.NOTE_2)
    rects = plan.lines(1, plan.WORDS_3)
    put(one, raw.FPDF_ANNOT_HIGHLIGHT, plan.around(rects), plan.MARK_3, marked=rects)
    left, low, _right, _high = plan.under("K7-4")
    font = raw.FPDFText_LoadStandardFont(document, b"Helvetica")
    typed = raw.FPDFPageObj_CreateTextObj(document, font, 10)
    raw.FPDFText_SetText(typed, _wide((plan.TYPED_4 + "\0").encode("utf-16-le")))
    raw.FPDFPageObj_Transform(typed, 1, 0, 0, 1, left, low + 2)
    raw.FPDFPage_InsertObject(one, typed)
    raw.FPDFPage_GenerateContent(one)
    rects = plan.lines(2, plan.WORDS_5)
    put(two, raw.FPDF_ANNOT_UNDERLINE, plan.around(rects), "", marked=rects)
    put(two, raw.FPDF_ANNOT_TEXT, plan.margin("K7-6"), plan.NOTE_6)
    put(two, raw.FPDF_ANNOT_TEXT, plan.margin("K7-6", 20), plan.REPLY_6, "Cor van Dam")
    put(two, raw.FPDF_ANNOT_TEXT, plan.margin("K7-5"), plan.BY_CODE_1)
    document.save(plan.HERE / "pdfium.pdf")


def _wide(signs: bytes):
    import ctypes

    buffer = (ctypes.c_ushort * (len(signs) // 2)).from_buffer_copy(signs)
    return ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))


def save_locked() -> None:
    """The one of pypdf, with a password."""
    with pikepdf.open(plan.HERE / "pypdf.pdf") as pdf:
        pdf.save(plan.HERE / "locked.pdf", encryption=pikepdf.Encryption(user="samen", owner="samen", R=6))


if __name__ == "__main__":
    for save in (save_pypdf, save_acrobat, save_preview, save_okular, save_pdfium, save_locked):
        save()
    print(*sorted(file.name for file in Path(plan.HERE).glob("*.pdf")))
