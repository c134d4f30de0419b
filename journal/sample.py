"""The sample journals of invented participants, told by the files in ``resources/sample``.

A journal is written through the same operations as any other, at the times of its story, moved by whole weeks to
``today``. No programme has code here: the file says which programme its writer follows.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from journal import guidance_files, stories
from journal.domain.guidance import Programme
from journal.sample_events import Telling, events
from journal.storage import database, journeys, keys
from journal.storage.journeys import PlannedMeeting

PASSPHRASE = "vier gele fietsen bij het water"  # noqa: S105 - of a sample that holds nobody's secrets


def write_sample(
    folder: Path,
    *,
    story: str = stories.USUAL,
    today: dt.date | None = None,
    until: dt.date | None = None,
    passphrase: str = PASSPHRASE,
    cost: keys.Cost = keys.USUAL_COST,
) -> dt.datetime:
    """Make a sample journal in an empty or absent folder; returns the moment at which its story has arrived.

    ``story``: one of ``stories.names()``. ``until``: by the days of the story, when to stop telling; its end by
    itself. ``cost``: of one try of the passphrase.
    Raises JournalExists or CannotWrite as any new journal does.
    """
    told = stories.read(story)
    weeks = round(((today or told["today"]) - told["today"]).days / 7)
    move = dt.timedelta(weeks=weeks)
    clock = [_utc(dt.datetime.combine(told["began_on"] + move, dt.time(19, 55)))]
    journal = database.create(folder, passphrase, keys.new_root(), now=lambda: clock[0], cost=cost)
    try:
        telling = _begin(journal, told, move, clock)
        for at, tell, event in sorted(events(told), key=lambda found: found[0]):
            if until is not None and at.date() > until:
                break
            clock[0] = _utc(at + move)
            tell(telling, event)
    finally:
        journal.close()
    return clock[0]


def _begin(
    journal: database.OpenJournal, story: dict[str, Any], move: dt.timedelta, clock: list[dt.datetime]
) -> Telling:
    guidance = guidance_files.for_journey(story["programme"], None)
    programme = guidance.programme
    journey_id = journal.do(
        journeys.begin,
        programme.id,
        edition=story["edition"],
        own_name=story["own_name"],
        group_name=story["group_name"],
        began_on=story["began_on"] + move,
        meetings=[_planned(programme, meeting, move) for meeting in story["meeting"]],
    )
    ids = {meeting.session_id: meeting.id or 0 for meeting in journal.read(journeys.meetings, journey_id)}
    return Telling(journal, journey_id, guidance, move, clock, ids)


def _planned(programme: Programme, meeting: dict[str, Any], move: dt.timedelta) -> PlannedMeeting:
    """A meeting of the story. Its kind and length are those of the programme, unless the story says otherwise."""
    session = next(each for each in programme.sessions if each.id == meeting["session"])
    first: dt.date = meeting["first"]
    last: dt.date = meeting.get("last", first + dt.timedelta(session.days - 1))
    return PlannedMeeting(session.id, meeting.get("kind", session.kind), first + move, last + move)


def _utc(local: dt.datetime) -> dt.datetime:
    return local.astimezone(dt.UTC)
