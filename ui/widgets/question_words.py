"""The sentences around versions of the learning question: when each was written, and which one it is."""

import datetime as dt
from collections.abc import Mapping, Sequence

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.planning import moment_of
from journal.domain.records import Meeting
from journal.storage.questions import QuestionLine
from journal.text import say, tr
from ui.widgets.version_list import Version


def caption_of(line: QuestionLine, meetings: Sequence[Meeting], guidance: Guidance) -> str:
    """Third version, written on 20 November 2026 during two-day session 2."""
    moment = _moment(line, meetings, guidance)
    written = tr("written on {day}", day=dates.full(line.written_on))
    return f"{_which(line.number)}, {written} {moment}".rstrip()


def version_rows(
    lines: Sequence[QuestionLine],
    meetings: Sequence[Meeting],
    guidance: Guidance,
    today: dt.date,
    causes: Mapping[int, str],
) -> list[Version]:
    """A row for every version, newest first. ``causes`` are the names of entries that can still be opened."""
    rows = []
    for line in lines:
        day = (dates.middle if line.written_on.year == today.year else dates.full)(line.written_on)
        is_newest, is_first = line is lines[0], line is lines[-1]
        moment = tr("the version above") if is_newest else _moment(line, meetings, guidance)
        quote = " ".join(part for part in (line.reason.strip(), line.cause.strip()) if part)
        note = tr("You wrote no explanation with it.") if not quote else ""
        if note and is_first:
            note = tr("Your first version. You wrote no explanation with it.")
        cause_id = line.caused_by_id if line.caused_by_id in causes else None
        rows.append(
            Version(
                caption=f"{day}, {moment}" if moment else day,
                text="" if is_newest else line.text,
                quote=f"“{quote}”" if quote else "",
                note=note,
                cause_id=cause_id,
                cause=causes.get(cause_id, "") if cause_id is not None else "",
            )
        )
    return rows


def _moment(line: QuestionLine, meetings: Sequence[Meeting], guidance: Guidance) -> str:
    found = moment_of(line.written_on, meetings)
    if found.relation == "before":
        return tr("at the beginning") if line.number == 1 else ""
    try:
        name = say(guidance.session(found.session_id).name)
    except KeyError:
        return ""  # a meeting that this edition no longer has
    if name[1:2].islower():
        name = name[:1].lower() + name[1:]
    return tr("during {session}", session=name) if found.relation == "during" else tr("after {session}", session=name)


def _which(number: int) -> str:
    names = (
        *(tr("First version"), tr("Second version"), tr("Third version"), tr("Fourth version")),
        *(tr("Fifth version"), tr("Sixth version"), tr("Seventh version"), tr("Eighth version")),
    )
    return names[number - 1] if number <= len(names) else tr("Version {number}", number=number)
