"""The sample journal of an invented participant, told by ``resources/sample/marjan.toml``.

It is written through the same operations as any journal, at the times of the story, moved by whole weeks to
``today``. Each kind of event has one teller below; all of them share the keys by which events name each other.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.domain.records import Who
from journal.storage import (
    answers,
    database,
    entries,
    experiments,
    journeys,
    keys,
    marks,
    places,
    preparations,
    questions,
)
from journal.storage.journeys import PlannedMeeting
from resources import folder as resource_folder

PASSPHRASE = "vier gele fietsen bij het water"  # noqa: S105 - of a sample that holds nobody's secrets
_KINDS = ("entry", "question", "experiment", "preparation")


@dataclass
class _Telling:
    """A journal while it is being told. ``clock`` is the moment in the story, aware UTC."""

    journal: database.OpenJournal
    journey_id: int
    move: dt.timedelta
    clock: list[dt.datetime]
    meetings: dict[str, int]
    ids: dict[str, int] = field(default_factory=dict)

    def day(self, day: dt.date | None) -> dt.date | None:
        return None if day is None else day + self.move

    def write(self, entry_id: int, texts: dict[str, str]) -> None:
        for prompt_id, text in texts.items():
            self.journal.do(answers.write, entry_id, prompt_id, text)


def write_sample(folder: Path, *, today: dt.date | None = None, passphrase: str = PASSPHRASE) -> dt.datetime:
    """Make the sample journal in an empty or absent folder; returns the moment at which its story has arrived.

    Raises JournalExists or CannotWrite as any new journal does.
    """
    story = tomllib.loads((resource_folder("sample") / "marjan.toml").read_text(encoding="utf-8"))
    weeks = round(((today or story["today"]) - story["today"]).days / 7)
    move = dt.timedelta(weeks=weeks)
    clock = [_utc(dt.datetime.combine(story["began_on"] + move, dt.time(19, 55)))]
    journal = database.create(folder, passphrase, keys.new_root(), now=lambda: clock[0])
    try:
        told = _begin(journal, story, move, clock)
        for _, teller, event in sorted(_events(story), key=lambda found: found[0]):
            clock[0] = _utc(event["at"] + move)
            teller(told, event)
    finally:
        journal.close()
    return clock[0]


def _begin(
    journal: database.OpenJournal, story: dict[str, Any], move: dt.timedelta, clock: list[dt.datetime]
) -> _Telling:
    planned = [
        PlannedMeeting(
            session_id=meeting["session"],
            kind=meeting["kind"],
            starts_on=meeting["first"] + move,
            ends_on=meeting.get("last", meeting["first"]) + move,
        )
        for meeting in story["meeting"]
    ]
    journey_id = journal.do(
        journeys.begin,
        story["programme"],
        edition=story["edition"],
        own_name=story["own_name"],
        group_name=story["group_name"],
        began_on=story["began_on"] + move,
        meetings=planned,
    )
    ids = {meeting.session_id: meeting.id or 0 for meeting in journal.read(journeys.meetings, journey_id)}
    return _Telling(journal, journey_id, move, clock, ids)


def _events(
    story: dict[str, Any],
) -> list[tuple[dt.datetime, Callable[[_Telling, dict[str, Any]], None], dict[str, Any]]]:
    tellers = {"entry": _tell_entry, "question": _tell_question, "experiment": _tell_experiment}
    tellers["preparation"] = _tell_preparation
    return [(event["at"], tellers[kind], event) for kind in _KINDS for event in story[kind]]


def _tell_entry(told: _Telling, event: dict[str, Any]) -> None:
    journal, on = told.journal, (event["at"] + told.move).date()
    entry_id = told.ids[event["key"]] = journal.do(
        entries.start,
        told.journey_id,
        event["form"],
        on=on,
        meeting_id=told.meetings.get(event.get("session", "")),
        title=event.get("title", ""),
        depth=event.get("depth"),
    )
    for who in Who:
        stages: dict[str, str] = event.get(who.value, {})
        if stages:
            journal.do(places.place, entry_id, who, list(stages))
            for stage_id, evidence in stages.items():
                journal.do(places.notice, entry_id, who, stage_id, evidence)
    told.write(entry_id, event["answers"])
    for theme_id, level in event.get("marks", {}).items():
        journal.do(marks.mark, entry_id, theme_id, level)
    if event.get("finished"):
        journal.do(entries.finish, entry_id)


def _tell_question(told: _Telling, event: dict[str, Any]) -> None:
    told.ids[event["key"]] = told.journal.do(
        questions.write_version,
        told.journey_id,
        event["text"],
        on=(event["at"] + told.move).date(),
        reason=event.get("reason", ""),
        caused_by_id=told.ids.get(event.get("caused_by", "")),
    )


def _tell_experiment(told: _Telling, event: dict[str, Any]) -> None:
    texts: dict[str, str] = event["answers"]
    entry_id = told.ids[event["key"]] = told.journal.do(
        experiments.begin,
        told.journey_id,
        on=(event["at"] + told.move).date(),
        title=texts["experiment.title"],
        caused_by_id=told.ids.get(event.get("caused_by", "")),
        first_on=told.day(event.get("first")),
        until_on=told.day(event.get("until")),
    )
    told.write(entry_id, texts)


def _tell_preparation(told: _Telling, event: dict[str, Any]) -> None:
    journal = told.journal
    preparation_id = journal.do(
        preparations.prepare,
        told.journey_id,
        on=(event["at"] + told.move).date(),
        meeting_on=told.day(event["meeting"]),
        method_id=event["method"],
    )
    case_entry_id = journal.read(preparations.whole, preparation_id).preparation.case_entry_id
    told.write(case_entry_id, event["case"])
    fragments = [re.sub(r"@([a-z0-9-]+)", lambda key: str(told.ids[key[1]]), name) for name in event["ticked"]]
    journal.do(preparations.tick_all, preparation_id, fragments, ticked=True)
    if "shared_at" in event:
        told.clock[0] = _utc(event["shared_at"] + told.move)
        journal.do(
            preparations.remember_share,
            preparation_id,
            file_name=event["file"],
            pages=event["pages"],
            digest="",
            fragments=fragments,
        )


def _utc(local: dt.datetime) -> dt.datetime:
    return local.astimezone(dt.UTC)
