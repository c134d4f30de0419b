"""A whole edition of each programme, lived by the sample participant, and pictures of what is left of it."""

import datetime as dt
import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal import guidance_files
from journal.domain import planning
from journal.domain.guidance import Form, Programme
from journal.domain.records import Who
from journal.settings import Settings
from journal.storage import answers, database, entries, journeys, keys, places, questions
from journal.storage.journeys import PlannedMeeting
from ui import theme
from ui.shell import Shell
from ui.store import Store

_WORDS = Path(__file__).parent / "editions.toml"
_START = dt.date(2025, 10, 2)
_CHEAP = keys.Cost(rounds=1, memory_kib=32, lanes=1)
"""These journals are looked at and thrown away: nobody's secrets."""
_PAGES = ("journey", "reflections", "dates")
_SIZE = 1280, 800


class Edition:
    """Lives through a programme by its file alone."""

    def __init__(self, folder: Path, programme: Programme) -> None:
        self._moment = dt.datetime.combine(_START, dt.time(20), dt.UTC)
        self.journal = database.create(
            folder, "vier gele fietsen bij het water", keys.new_root(), now=self.now, cost=_CHEAP
        )
        self.programme = programme
        self.guidance = guidance_files.guidance_for(programme)
        told = tomllib.loads(_WORDS.read_text("utf-8"))
        self._texts = {id_: itertools.cycle(texts) for id_, texts in told["words"].items()}
        self._told = told["stages"]
        self._stages: Iterator[str] = itertools.cycle(self._told["order"])

    def now(self) -> dt.datetime:
        """The day in the story."""
        return self._moment

    def live(self) -> int:
        """From the first session to the last; gives the journey."""
        planned = []
        for session in self.programme.sessions:
            first = _START + dt.timedelta(weeks=planning.week_of(self.programme, session))
            planned.append(PlannedMeeting(session.id, session.kind, first, first + dt.timedelta(session.days - 1)))
        journey_id = self.journal.do(
            journeys.begin, self.programme.id, began_on=_START, meetings=planned, own_name="Marjan de Wit"
        )
        self.journal.do(questions.write_version, journey_id, self._told["question"], on=_START)
        for meeting in self.journal.read(journeys.meetings, journey_id):
            form = self.guidance.form_of(meeting.session_id, meeting.kind)
            day = meeting.ends_on or _START
            self._moment = dt.datetime.combine(day, dt.time(20), dt.UTC)
            if form is not None:
                self._look_back(journey_id, form, day, meeting.id)
        return journey_id

    def _look_back(self, journey_id: int, form: Form, day: dt.date, meeting_id: int | None) -> None:
        do = self.journal.do
        depth = "steps" if form.id == "reflection" else None
        entry_id = do(entries.start, journey_id, form.id, on=day, meeting_id=meeting_id, depth=depth)
        asked = [prompt.id for prompt in form.prompts()]
        for step in form.steps:
            if step.kind == "themes":
                asked += [theme.prompt.id for theme in self.programme.themes]
            elif step.kind == "placement":
                here = next(self._stages)
                do(places.place, entry_id, Who.ME, [here])
                do(places.notice, entry_id, Who.ME, here, self._told["notice"])
        for prompt_id in asked:
            if prompt_id in self._texts:
                do(answers.write, entry_id, prompt_id, next(self._texts[prompt_id]))
        do(entries.finish, entry_id)


def pictures(place: Path, target: Path) -> None:
    """Live all editions in ``place`` and leave their pages as pictures in ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    theme.apply(_app(), scheme="light", factor=1.0)
    for programme in guidance_files.shipped():
        edition = Edition(place / programme.id, programme)
        try:
            _photograph(edition, target)
        finally:
            edition.journal.close()


def _photograph(edition: Edition, target: Path) -> None:
    journey_id = edition.live()
    store = Store(edition.journal, edition.guidance, journey_id, now=edition.now)
    shell = Shell(store, Settings(theme="light", less_motion=True), "Ctrl")
    shell.resize(*_SIZE)
    shell.show()
    for name in _PAGES:
        shell.show_page(name)
        _app().processEvents()
        shell.grab().save(str(target / f"{edition.programme.id}-{name}.png"))
    for form_id in edition.guidance.reflection_ids():
        newest = store.read(entries.listed, journey_id, [form_id], limit=1)
        if newest:
            shell.open_entry(newest[0].id)
            _app().processEvents()
            shell.grab().save(str(target / f"{edition.programme.id}-{form_id}.png"))
            shell.close_full()
    shell.hide()
    shell.deleteLater()
    _app().processEvents()


def _app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
