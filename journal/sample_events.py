"""What can happen in a story, and how it is written into a journal: by the operations that the screen uses.

Each kind of event has one teller; events name each other by their keys.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from journal.domain import drawing
from journal.domain.guidance import Guidance
from journal.domain.records import Who
from journal.domain.sharing import PaperKind
from journal.export import compose, pdf
from journal.storage import (
    advice,
    answers,
    attachments,
    database,
    entries,
    experiments,
    fragments,
    harvests,
    journeys,
    letters,
    marks,
    places,
    preparations,
    questions,
    shares,
    snapshot,
)
from resources import folder as resource_folder

Event = dict[str, Any]


@dataclass
class Telling:
    """A journal while it is being told. ``clock`` is the moment in the story, aware UTC."""

    journal: database.OpenJournal
    journey_id: int
    guidance: Guidance
    move: dt.timedelta
    clock: list[dt.datetime]
    meetings: dict[str, int]
    ids: dict[str, int] = field(default_factory=dict)

    def day(self, day: dt.date | None) -> dt.date | None:
        """A day of the story, by the calendar of the journal."""
        return None if day is None else day + self.move

    def on(self, event: Event) -> dt.date:
        """The day of an event."""
        return (event["at"] + self.move).date()  # type: ignore[no-any-return]

    def write(self, entry_id: int, texts: dict[str, str]) -> None:
        """Write answers."""
        for prompt_id, text in texts.items():
            self.journal.do(answers.write, entry_id, prompt_id, text)

    def remember(self, event: Event, id_: int) -> None:
        """Let later events name this one."""
        if "key" in event:
            self.ids[event["key"]] = id_


Teller = Callable[[Telling, Event], None]


def events(story: dict[str, Any]) -> Iterator[tuple[dt.datetime, Teller, Event]]:
    """Everything that happens, with its local time, kind by kind."""
    for kind, teller in _TELLERS.items():
        for event in story.get(kind, ()):
            yield event["at"], teller, event
            if "shared_at" in event:
                yield event["shared_at"], _share, event


def _entry(told: Telling, event: Event) -> None:
    journal = told.journal
    entry_id = journal.do(
        entries.start,
        told.journey_id,
        event["form"],
        on=told.on(event),
        meeting_id=told.meetings.get(event.get("session", "")),
        title=event.get("title", ""),
        depth=event.get("depth"),
        caused_by_id=told.ids.get(event.get("caused_by", "")),
    )
    told.remember(event, entry_id)
    for who in Who:
        stages: dict[str, str] = event.get(who.value, {})
        if stages:
            journal.do(places.place, entry_id, who, list(stages))
            for stage_id, evidence in stages.items():
                journal.do(places.notice, entry_id, who, stage_id, evidence)
    told.write(entry_id, event["answers"])
    for prompt_id in event.get("settled", ()):
        journal.do(answers.settle, entry_id, prompt_id, settled=True)
    for theme_id, level in event.get("marks", {}).items():
        journal.do(marks.mark, entry_id, theme_id, level)
    for theme_id, level in event.get("beginning", {}).items():
        journal.do(marks.mark_beginning, entry_id, theme_id, level)
    if event.get("finished"):
        journal.do(entries.finish, entry_id)


def _question(told: Telling, event: Event) -> None:
    entry_id = told.journal.do(
        questions.write_version,
        told.journey_id,
        event["text"],
        on=told.on(event),
        reason=event.get("reason", ""),
        cause=event.get("cause", ""),
        caused_by_id=told.ids.get(event.get("caused_by", "")),
    )
    told.remember(event, entry_id)


def _experiment(told: Telling, event: Event) -> None:
    texts: dict[str, str] = event["answers"]
    first, until = told.day(event.get("first")), told.day(event.get("until"))
    if "goes_on_from" in event:
        entry_id = told.journal.do(experiments.go_on, told.ids[event["goes_on_from"]], on=told.on(event))
        told.journal.do(experiments.set_dates, entry_id, first, until)
    else:
        entry_id = told.journal.do(
            experiments.begin,
            told.journey_id,
            on=told.on(event),
            title=texts["experiment.title"],
            caused_by_id=told.ids.get(event.get("caused_by", "")),
            first_on=first,
            until_on=until,
        )
    told.remember(event, entry_id)
    told.write(entry_id, texts)


def _outcome(told: Telling, event: Event) -> None:
    """What came of an experiment; ``state`` is how it ended."""
    entry_id = told.ids[event["experiment"]]
    told.write(entry_id, event["answers"])
    if "state" in event:
        told.journal.do(experiments.set_state, entry_id, event["state"])


def _attachment(told: Telling, event: Event) -> None:
    """A drawing or model from a file beside the stories."""
    entry_id = told.ids[event["entry"]]
    made = told.journal.do(
        attachments.add,
        entry_id,
        event["kind"],
        (resource_folder("sample") / event["file"]).read_bytes().strip(),
        width=drawing.WIDTH,
        height=drawing.HEIGHT,
    )
    told.remember(event, made)
    told.write(entry_id, {attachments.prompt_of(made, part): event[part] for part in ("caption", "description")})


def _preparation(told: Telling, event: Event) -> None:
    journal = told.journal
    preparation_id = journal.do(
        preparations.prepare,
        told.journey_id,
        on=told.on(event),
        meeting_on=told.day(event["meeting"]),
        method_id=event["method"],
    )
    told.remember(event, preparation_id)
    case_entry_id = journal.read(preparations.whole, preparation_id).preparation.case_entry_id
    told.write(case_entry_id, event["case"])
    ticked = _fragments(told, preparation_id, event)
    journal.do(preparations.tick_all, preparation_id, ticked, ticked=True, guidance=told.guidance)


def _harvest(told: Telling, event: Event) -> None:
    """What a meeting yielded, and the advice that was given there."""
    journal, preparation_id = told.journal, told.ids[event["of"]]
    told.remember(event, journal.do(harvests.begin, preparation_id, on=told.on(event)))
    for prompt_id, text in event["answers"].items():
        journal.do(harvests.write, preparation_id, prompt_id, text, on=told.on(event))
    case_id = journal.read(harvests.meeting, preparation_id).case_entry_id
    for given in event.get("advice", ()):
        made = journal.do(advice.add, case_id, given["text"], given["giver"], on=told.on(event))
        journal.do(advice.set_state, made, given["state"])
        told.write(made, {advice.CAME_OF_IT: given["came_of_it"]} if "came_of_it" in given else {})


def _share(told: Telling, event: Event) -> None:
    preparation_id = told.ids[event["key"]]
    on = told.clock[0].astimezone().date()
    taken = told.journal.read(snapshot.take, preparation_id, told.guidance, on=on)
    document = compose.document(taken, told.guidance)
    data = pdf.render(document, made_on=on)
    told.journal.do(
        shares.remember,
        told.journey_id,
        preparation_id=preparation_id,
        kind=PaperKind.PREPARATION,
        recipient=taken.recipient,
        recipient_name=taken.recipient_name,
        code=taken.code,
        file_name=event["file"],
        pages=pdf.pages(data),
        digest=sha256(data).hexdigest(),
        fragments=taken.fragments,
        data=data,
        placed=pdf.placed(document, made_on=on),
    )


def _fragments(told: Telling, preparation_id: int, event: Event) -> list[str]:
    """What the story ticks. The name of a group stands for all in it."""
    groups = told.journal.read(fragments.offered, preparation_id, told.guidance)
    all_in = {group.id: [answer.id for answer in group.answers()] for group in groups}
    names = [re.sub(r"@([a-z0-9-]+)", lambda key: str(told.ids[key[1]]), name) for name in event["ticked"]]
    return [id_ for name in names for id_ in all_in.get(name, [name])]


def _letter(told: Telling, event: Event) -> None:
    """A letter to oneself, closed until the day ``opens``."""
    entry_id = told.journal.do(letters.begin, told.journey_id, on=told.on(event))
    told.remember(event, entry_id)
    told.write(entry_id, {letters.TEXT: event["text"]})
    opens = told.day(event["opens"])
    assert opens is not None
    told.journal.do(letters.seal, entry_id, opens)


def _ending(told: Telling, _event: Event) -> None:
    told.journal.do(journeys.close, told.journey_id, on=told.clock[0].astimezone().date())


_TELLERS: dict[str, Teller] = {
    "entry": _entry,
    "question": _question,
    "experiment": _experiment,
    "outcome": _outcome,
    "attachment": _attachment,
    "preparation": _preparation,
    "harvest": _harvest,
    "letter": _letter,
    "ending": _ending,
}
KINDS = tuple(_TELLERS)
