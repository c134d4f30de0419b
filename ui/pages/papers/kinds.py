"""The kinds of paper to choose from, in words."""

from collections.abc import Callable
from dataclasses import dataclass

from journal.domain.sharing import PaperKind, Recipient
from journal.text import tr


@dataclass(frozen=True)
class Kind:
    """A kind of paper: its name, a sentence, and for whom it can be made. ``sketch`` is how its card draws it."""

    kind: PaperKind
    title: Callable[[], str]
    sentence: Callable[[], str]
    sketch: str
    readers: tuple[Recipient, ...]


_ANYONE = (Recipient.SELF, Recipient.COACH, Recipient.GROUP)
KINDS = (
    Kind(
        PaperKind.PREPARATION,
        lambda: tr("Preparation for peer consultation"),
        lambda: tr("Case, question and what you share, by the method of your group."),
        "map",
        (Recipient.GROUP,),
    ),
    Kind(
        PaperKind.COACH,
        lambda: tr("Summary for the coach"),
        lambda: tr("Page one is enough in five minutes: what came of last time, your question, the moment."),
        "bar",
        (Recipient.COACH,),
    ),
    Kind(
        PaperKind.SESSION,
        lambda: tr("One reflection"),
        lambda: tr("What you wrote after one session, to be read from begin to end."),
        "text",
        _ANYONE,
    ),
    Kind(
        PaperKind.ONE_PAGE,
        lambda: tr("My journey in one page"),
        lambda: tr("Map, question and themes, with one sentence for every session that you choose."),
        "page",
        _ANYONE,
    ),
    Kind(
        PaperKind.HARVEST,
        lambda: tr("Harvest sheet"),
        lambda: tr("A page with lines, to write on during or after the meeting."),
        "lines",
        (Recipient.SELF,),
    ),
    Kind(
        PaperKind.JOURNAL,
        lambda: tr("My whole journal"),
        lambda: tr("Everything that you wrote and drew, with contents. For yourself."),
        "book",
        (Recipient.SELF,),
    ),
)


def of(kind: PaperKind) -> Kind:
    """The words of one kind."""
    return next(each for each in KINDS if each.kind is kind)


def reader_words(recipient: Recipient) -> str:
    """For whom, in a word or two."""
    return {
        Recipient.SELF: tr("For myself"),
        Recipient.COACH: tr("For the coach"),
        Recipient.GROUP: tr("For the group"),
    }[recipient]


def file_name(kind: PaperKind, name: str = "") -> str:
    """A sensible name for the file. ``name``: the session or title that it is about."""
    told = of(kind).title()
    safe = "".join(sign for sign in name if sign.isalnum() or sign in " -_,.()").strip()[:80]
    return f"{told} {safe}.pdf" if safe else f"{told}.pdf"
