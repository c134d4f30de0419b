"""What is said about a file that came back: one clear sentence, and that nothing was taken in."""

from journal.domain.returning import RemarkKind, Why
from journal.returned.limits import MOST_BYTES, MOST_PAGES
from journal.returned.reading import NotRead, Reason
from journal.storage.returned import RemarkLine
from journal.text import tr


def trouble(error: NotRead) -> str:
    """Why a file was not taken in."""
    large = tr(
        "This file is larger than an answer can be (over {mb} MB, over {pages} pages or very many remarks).",
        mb=MOST_BYTES // 1_000_000,
        pages=MOST_PAGES,
    )
    return {
        Reason.FOREIGN: tr("This is no PDF and no picture. Ask for the PDF that you sent, with the remarks in it."),
        Reason.LOCKED: tr("This PDF has a password. Ask its sender, and fill it in here."),
        Reason.LARGE: large,
        Reason.SLOW: tr("Reading this file took too long, so it was stopped. Ask for it once more, as a new PDF."),
        Reason.GONE: tr("This file cannot be opened. Is it still there, and may you read it?"),
        Reason.EMPTY: tr("This file is empty. Ask for it once more."),
        Reason.DAMAGED: tr("This PDF is damaged. Nothing was taken in; ask for it once more."),
    }[error.reason]


def why(reason: Why) -> str:
    """Why a remark is proposed for a fragment."""
    return {
        Why.CODE: tr("because the code is in the remark"),
        Why.PLACE: tr("because of its place on the page"),
        Why.WORDS: tr("because of the words that were marked"),
    }.get(reason, "")


def text_of(remark: RemarkLine) -> str:
    """The words of a remark; for what has none, what it is."""
    if remark.text:
        return remark.text
    if remark.kind is RemarkKind.HAND:
        return tr("Written or drawn by hand on page {page}. Look at it in the file.", page=remark.page)
    return tr("Marked, without words.")
