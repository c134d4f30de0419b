"""What papers are called in lists: for whom, when, with their code."""

from journal import dates
from journal.domain.sharing import PaperKind, Recipient
from journal.storage.shares import SharedPaper
from journal.text import tr


def name_of(paper: SharedPaper) -> str:
    """One line: "Intervisie (K7), 12 november 2026, aan Ans"."""
    share = paper.share
    kinds = {
        PaperKind.PREPARATION: tr("Intervisie paper"),
        PaperKind.COACH: tr("Summary for the coach"),
        PaperKind.SESSION: tr("Reflection of one meeting"),
        PaperKind.JOURNAL: tr("The whole journal"),
        PaperKind.ONE_PAGE: tr("The journey in one page"),
        PaperKind.HARVEST: tr("Harvest"),
    }
    kind = next((words for id_, words in kinds.items() if id_ == share.kind), share.file_name)
    readers = {Recipient.GROUP: tr("for the group"), Recipient.COACH: tr("for the coach")}
    reader = next((words for id_, words in readers.items() if id_ == share.recipient), "")
    if share.recipient_name:
        reader = tr("for {name}", name=share.recipient_name)
    code = f" ({share.code})" if share.code else ""
    day = dates.full(share.shared_at.astimezone().date())
    return ", ".join(part for part in (f"{kind}{code}", reader, day) if part)
