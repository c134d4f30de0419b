"""How backups and parts of a journal are named on the screen."""

import datetime as dt

from journal import dates
from journal.domain.backup_policy import Reason
from journal.storage.salvage_report import Part
from journal.text import language, tr, trn

_STEP = 1024
_TEN = 10


def when(moment: dt.datetime, now: dt.datetime) -> str:
    """``gisteren, 21.40 uur``, in the writer's own time."""
    local, today = moment.astimezone(), now.astimezone().date()
    clock = dates.clock(local)
    if local.date() == today:
        return tr("today, {time}", time=clock)
    if local.date() == today - dt.timedelta(days=1):
        return tr("yesterday, {time}", time=clock)
    day = dates.middle(local.date()) if local.year == today.year else dates.full(local.date())
    return tr("{day}, {time}", day=day, time=clock)


def size(count: int) -> str:
    """``1,2 MB``."""
    value, unit = count / _STEP, "kB"
    for larger in ("MB", "GB"):
        if value >= _STEP:
            value, unit = value / _STEP, larger
    text = f"{value:.1f}" if value < _TEN else f"{value:.0f}"
    return f"{text.replace('.', ',') if language() == 'nl' else text} {unit}"


def reason(why: Reason) -> str:
    """Why it was made, as it stands in a list."""
    return {
        Reason.CLOSE: tr("when your journal closed"),
        Reason.MEANWHILE: tr("while you were writing"),
        Reason.ASKED: tr("made by you"),
        Reason.MIGRATION: tr("before an update of Reisgezel"),
        Reason.IMPORT: tr("before something was read in"),
        Reason.RESTORE: tr("before a backup was put back"),
        Reason.MERGE: tr("before two journals were merged"),
        Reason.PASSPHRASE: tr("before another passphrase"),
        Reason.WIPED: tr("after wiping for good"),
    }[why]


def kind(part: Part) -> str:
    """What sort of entry a part is; "part" where nothing tells."""
    names = {
        "reflection": tr("Reflection"),
        "note": tr("Note"),
        "learning_question": tr("Learning question"),
        "question_context": tr("About your learning question"),
        "question_guide": tr("Finding your learning question"),
        "sharpen": tr("Sharpening your learning question"),
        "case": tr("Case for intervisie"),
        "experiment": tr("Experiment"),
        "harvest": tr("After a meeting"),
        "advice": tr("Advice"),
    }
    return names.get(part.form_id, tr("Part of your journal"))


def part(found: Part) -> str:
    """One line about a part that is not whole: what sort, of which day, and what of it is gone."""
    day = dates.full(dt.date.fromisoformat(found.on)) if found.on else tr("day unknown")
    lost: list[str] = []
    if not found.row:
        lost.append(tr("title and place"))
    if found.texts_lost and found.texts_lost == found.texts:
        lost.append(trn("its text", "all {n} texts", found.texts))
    elif found.texts_lost:
        lost.append(tr("{lost} of {all} texts", lost=found.texts_lost, all=found.texts))
    if found.pictures_lost:
        lost.append(tr("a picture"))
    return tr("{kind}, {day}: missing {what}", kind=kind(found), day=day, what=", ".join(lost))
