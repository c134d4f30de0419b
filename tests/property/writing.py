"""A plan written into a journal, by the operations that the screen uses."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlmodel import select

from journal.domain import drawing, model
from journal.domain.changes import Change, changes
from journal.domain.drawing import Drawing, Pen, Stroke
from journal.domain.records import AttachmentKind, Journey, Who
from journal.storage import (
    answers,
    attachments,
    entries,
    experiments,
    journeys,
    marks,
    names,
    places,
    preparations,
    questions,
)
from journal.storage.database import OpenJournal
from journal.storage.journeys import PlannedMeeting
from tests.conftest import Clock
from tests.property.told import FIRST, NAME, ON, Plan, Told

Words = Callable[[str, str, str], str]
"""Of the key of an entry, a prompt and its text: what is really written."""
_METHODS = tuple(
    "incident gossip ten-steps five-steps balint tietze successes appreciative socratic core-quadrants".split()
)


@dataclass
class Written:
    """A plan as it stands in a journal: ids of its entries (and attachments) by key."""

    plan: Plan
    journey_id: int
    preparation_id: int = 0
    ids: dict[str, int] = field(default_factory=dict)


def as_drawn(_key: str, _prompt: str, text: str) -> str:
    """Write all of it."""
    return text


@dataclass
class Writer:
    """Writes. ``later``: so many days after the days in the plan."""

    journal: OpenJournal
    clock: Clock
    words: Words = as_drawn
    later: int = 0

    def write(self, plan: Plan, uid: str) -> Written:
        """Write the plan as a journey of its own. What ``words`` makes empty is not written."""
        meeting = PlannedMeeting("two-day-1", "two_day", FIRST, FIRST + dt.timedelta(1))
        named = {"own_name": "Marjan de Wit", "group_name": "Groep Oost", "began_on": dt.date(2026, 9, 1)}
        written = Written(plan, self.journal.do(journeys.begin, "htc", meetings=[meeting], **named))
        self.journal.do(call, written.journey_id, uid)
        if plan.earlier_meeting:
            self.prepare(written, dt.date(2026, 10, 27))
        self.question(written)
        for told in plan.entries:
            self.entry(written, told)
        written.preparation_id = self.prepare(written, dt.date(2026, 12, 8))
        written.ids["case"] = self.journal.read(preparations.whole, written.preparation_id).preparation.case_entry_id
        self.answer(written.ids["case"], {id_: self.words("case", id_, text) for id_, text in plan.case.items()})
        self.journal.do(names.print_as, written.journey_id, NAME, None)
        return written

    def prepare(self, written: Written, day: dt.date) -> int:
        method = _METHODS[written.plan.method]
        return self.journal.do(preparations.prepare, written.journey_id, on=ON, meeting_on=day, method_id=method)

    def question(self, written: Written) -> None:
        for number, (wording, reason, day) in enumerate(written.plan.versions):
            key, on = f"q{number}", FIRST + dt.timedelta(day)
            if text := self.words(key, questions.TEXT, wording):
                told = self.words(key, questions.REASON, reason)
                made = self.journal.do(questions.write_version, written.journey_id, text, on=on, reason=told)
                written.ids[key] = made

    def entry(self, written: Written, told: Told) -> None:
        texts = {id_: made for id_, text in told.texts.items() if (made := self.words(told.key, id_, text))}
        stood = [place for place in told.places if self.words(told.key, "place", place[0])]
        if not texts and not stood:
            return
        id_ = written.ids[told.key] = self.begin(written, told, texts)
        if told.form != "attached":
            self.answer(id_, texts)
        self.stand(id_, told, stood)
        if told.gone:
            self.journal.do(entries.throw_away, id_)

    def begin(self, written: Written, told: Told, texts: dict[str, str]) -> int:
        on = FIRST + dt.timedelta(2 * told.day + self.later)
        if told.form == "experiment":
            return self.journal.do(experiments.begin, written.journey_id, on=on)
        if told.form == "attached":
            return self.attach(self.journal.do(entries.start, written.journey_id, "note", on=on), told, texts)
        meetings = {each.session_id: each.id for each in self.journal.read(journeys.meetings, written.journey_id)}
        named = {
            "title": self.words(told.key, "title", told.title),
            "depth": "steps" if told.form == "reflection" else None,
            "meeting_id": meetings.get(told.session),
        }
        return self.journal.do(entries.start, written.journey_id, told.form, on=on, **named)

    def answer(self, entry_id: int, texts: dict[str, str]) -> None:
        """First something else, which stays as a version; minutes later what it says now."""
        for prompt_id, text in texts.items():
            if text:
                self.journal.do(answers.write, entry_id, prompt_id, f"Eerst stond er zqversion{entry_id}.")
                self.clock.later(minutes=7)
                self.journal.do(answers.write, entry_id, prompt_id, text)

    def stand(self, entry_id: int, told: Told, stood: list[tuple[str, str]]) -> None:
        for number, who in enumerate(Who):
            mine = stood[number::2]
            if mine:
                self.journal.do(places.place, entry_id, who, [stage for stage, _ in mine])
            for stage, evidence in mine:
                if seen := evidence and self.words(told.key, f"place.{who}.{stage}", evidence):
                    self.journal.do(places.notice, entry_id, who, stage, seen)
        for theme, level in told.levels.items():
            if self.words(told.key, f"mark.{theme}", str(level)):
                self.journal.do(marks.mark, entry_id, theme, level)

    def attach(self, entry_id: int, told: Told, texts: dict[str, str]) -> int:
        made, _ = model.add_box(model.Model(), 200, 200, texts["box"])
        stroke = Stroke(Pen.INK, 4, ((1.0, 2.0), (30.0 + told.day, 400.0)))
        data = drawing.write(Drawing((stroke,))) if told.kind == "drawing" else model.write(made)
        size = {"width": 1104, "height": 616}
        id_ = self.journal.do(attachments.add, entry_id, AttachmentKind(told.kind), data, **size)
        for part in ("caption", "description"):
            self.journal.do(answers.write, entry_id, attachments.prompt_of(id_, part), texts[part])
        return id_


@changes(Change.JOURNEY)
def call(session, journey_id: int, uid: str) -> None:
    """Give a journey this uid. Copies of one journey share it; here two that are compared do, one after the other."""
    for other in session.exec(select(Journey).where(Journey.uid == uid)).all():
        other.uid = f"{uid}-{other.id}"
    session.flush()
    session.get_one(Journey, journey_id).uid = uid
