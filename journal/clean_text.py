"""Text as a journal keeps it: any sign that can be written down, and nothing that breaks what comes after."""

REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """The same text with lone surrogates and NUL as U+FFFD, and every line ending as a line feed.

    Both are signs that UTF-8 files, SQL functions and paper cannot carry; a visible sign in their place
    is better than a text that silently stops there. All other control signs stay.
    """
    if not text.isascii():
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", REPLACEMENT).replace("\r\n", "\n").replace("\r", "\n")


def first_line(text: str, limit: int = 200) -> str:
    """The first line with words, for a title; at most ``limit`` signs."""
    return next((line.strip()[:limit].rstrip() for line in text.splitlines() if line.strip()), "")


def shortened(text: str, limit: int) -> str:
    """The first line with words, cut between words where it is longer than ``limit`` signs."""
    line = first_line(text)
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
