"""RedNotebook: a file a month, ``2026-11.txt``, in a simple form of YAML that is read here without a YAML library.

Of YAML only what RedNotebook writes: days with a ``text`` that is plain, between quotes, or a block. Anything else of a
day (its categories) is left where it is.
"""

import datetime as dt
import re

from journal.elsewhere.notes import Found, Note, Unread, Why, note

PROGRAM = "RedNotebook"
MONTH = re.compile(r"^(\d{4})-(\d{2})\.txt$")
_DAY = re.compile(r"^(\d{1,2}):[ \t]*(.*)$")
_TEXT = re.compile(r"^[ \t]*\{?[ \t]*text:[ \t]?(.*)$")
_KEY = re.compile(r"^[ \t]{1,8}\S[^:\n]{0,80}:(?: |$)")
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\n", "0": "", "a": "", "b": "", "e": "", "f": "", "v": "", "N": "\n", "_": " "}
_LINES = {"L": "\n", "P": "\n\n"}


def looks_like(name: str, text: str) -> bool:
    """Whether a file is a month of RedNotebook."""
    return bool(MONTH.match(name)) and (not text.strip() or bool(_DAY.match(text.lstrip("\n").split("\n", 1)[0])))


def read(name: str, text: str) -> Found:
    """Every day of one month."""
    found = MONTH.match(name)
    assert found is not None
    notes: list[Note] = []
    unread: list[Unread] = []
    for number, lines in _days(text):
        try:
            on = dt.date(int(found[1]), int(found[2]), number)
        except ValueError:
            unread.append(Unread(f"{name}: {number}", Why.NO_DAY))
            continue
        written = _text_of(lines)
        if written is None:
            unread.append(Unread(f"{name}: {number}", Why.DAMAGED))
            continue
        made = note(on, "", written, str(on))
        if made is not None:
            notes.append(made)
    return Found(PROGRAM, tuple(notes), tuple(unread))


def _days(text: str) -> list[tuple[int, list[str]]]:
    days: list[tuple[int, list[str]]] = []
    for line in text.split("\n"):
        found = _DAY.match(line)
        if found:
            days.append((int(found[1]), [f" {found[2]}"] if found[2] else []))
        elif days:
            days[-1][1].append(line)
    return days


def _text_of(lines: list[str]) -> str | None:
    """The text of a day; empty when it has only categories."""
    for at, line in enumerate(lines):
        found = _TEXT.match(line)
        if found:
            return _scalar(found[1], lines[at + 1 :])
    return ""


def _scalar(first: str, rest: list[str]) -> str | None:
    start = first.strip()
    if start[:1] in ("'", '"'):
        return _quoted(start[0], "\n".join([start[1:], *rest]))
    if start[:1] in ("|", ">"):
        return _block(rest)
    plain = [start]
    for line in rest:
        if _KEY.match(line):
            break
        plain.append(line.strip())
    return _folded("\n".join(plain)).rstrip("} ")


def _quoted(sign: str, text: str) -> str | None:
    """Up to the closing quote. Between double quotes a backslash means something, between single ones two quotes do."""
    pattern = r'(?:[^"\\]|\\.)*' if sign == '"' else r"(?:[^']|'')*"
    found = re.match(pattern, text, re.DOTALL)
    assert found is not None
    if text[found.end() : found.end() + 1] != sign:
        return None
    inside = found.group()
    if sign == "'":
        return _folded(inside).replace("''", "'")
    joined = re.sub(r"\\\n[ \t]*", "", inside)  # an escaped line end is none
    return _ESCAPE.sub(_sign, _folded(joined))


def _sign(found: re.Match[str]) -> str:
    what = found[1]
    if what[0] in "xuU" and len(what) > 1:
        number = int(what[1:], 16)
        return chr(number) if number <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - the last sign there is
    return _SIGNS.get(what, _LINES.get(what, what))


def _folded(text: str) -> str:
    """One line end is a space, more are that many less one."""
    lines = text.split("\n")
    lines = [lines[0], *(line.lstrip(" \t") for line in lines[1:])]
    return re.sub(r"[ \t]*\n(\n*)", lambda found: found[1] or " ", "\n".join(lines))


def _block(lines: list[str]) -> str:
    inside: list[str] = []
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    for line in lines:
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        inside.append(line[indent:])
    return "\n".join(inside)
