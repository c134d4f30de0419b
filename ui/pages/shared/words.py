"""How a shared paper is called on the screen."""

from journal import dates
from journal.domain.sharing import PaperKind, Recipient
from journal.domain.sharing_records import Share
from journal.storage.shares import SharedPaper
from journal.text import tr, trn


def title(share: Share) -> str:
    """What kind of paper, and for whom."""
    return tr("{paper}, {reader}", paper=kind(share), reader=_lowered(reader(share)))


def kind(share: Share) -> str:
    """What kind of paper."""
    names = {
        PaperKind.PREPARATION: tr("Preparation for intervisie"),
        PaperKind.COACH: tr("Summary for the coach"),
        PaperKind.SESSION: tr("Reflection of one session"),
        PaperKind.JOURNAL: tr("Whole journal"),
        PaperKind.ONE_PAGE: tr("Journey on one page"),
        PaperKind.HARVEST: tr("Harvest"),
    }
    return names.get(PaperKind(share.kind), "")


def reader(share: Share) -> str:
    """For whom it was."""
    if share.recipient_name:
        return tr("For {name}", name=share.recipient_name)
    names = {Recipient.COACH: tr("For the coach"), Recipient.SELF: tr("For myself")}
    return names.get(Recipient(share.recipient), tr("For the group"))


def when(share: Share) -> str:
    """The day and the time, as it was here."""
    at = share.shared_at.astimezone()
    return f"{dates.full(at.date())}, {dates.clock(at)}"


def about(paper: SharedPaper) -> str:
    """The file, its pages, its code, and whether it was locked."""
    share = paper.share
    told = [share.file_name, trn("{n} page", "{n} pages", share.pages)]
    if share.code:
        told.append(share.code)
    if share.locked:
        told.append(tr("locked with a password"))
    return " · ".join(told)


def answers(paper: SharedPaper) -> str:
    """What came back about it."""
    if not paper.returned:
        return tr("Nothing came back yet")
    told = trn("{n} answer", "{n} answers", paper.returned)
    return f"{told}, {trn('{n} remark', '{n} remarks', paper.remarks)}" if paper.remarks else told


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
