"""Texts of a PDF as plain text: every encoding in which programs write them, markup as its words only."""

import html
import re
import unicodedata

from journal.clean_text import clean

_BOMS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
_LANGUAGE = re.compile("\x1b[^\x1b]{0,8}\x1b")
_ENDS = re.compile(r"<\s*(?:br|/p|/div|/li)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_MANY_LINES = re.compile(r"\n{3,}")
_JOINERS = "\u200c\u200d"


def decoded(data: bytes) -> str:
    """A text string of a PDF. Some programs forget the mark for UTF-8, so what can be UTF-8 is."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _LANGUAGE.sub("", data[len(bom) :].decode(encoding, "replace"))
    if not data.isascii():
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    from pypdf.generic import decode_pdfdocencoding

    try:
        return decode_pdfdocencoding(data)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def words_of_markup(markup: str) -> str:
    """Rich contents as plain text. It is never parsed as XML: no entities, no outside files."""
    return html.unescape(_TAG.sub("", _ENDS.sub("\n", markup)))


def tidy(text: str, most: int) -> str:
    """Text that can be shown safely: no control signs, none that turn the direction of writing, at most so many."""
    text = clean(text[: most * 2])
    kept = "".join(sign for sign in text if sign in "\n\t" or _shows(sign))
    lines = (_BLANKS.sub(" ", line).strip() for line in kept.split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()[:most].rstrip()


def _shows(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or sign in _JOINERS
