"""Journeys to look at in tests of De reis: just begun, and halfway as in the mock-up."""

import datetime as dt

from journal.domain.records import Who
from journal.guidance_files import guidance_for, shipped
from journal.storage import answers, entries, journeys, places, questions
from journal.storage.journeys import PlannedMeeting
from ui.store import Store

D = dt.date
GUIDANCE = guidance_for(shipped()[0])
QUESTION = "Hoe maak ik ruimte voor het gesprek dat ertoe doet, ook als belangen botsen?"
DATES = {
    "two-day-1": (D(2026, 9, 24), D(2026, 9, 25)),
    "webinar-1": (D(2026, 10, 6), D(2026, 10, 6)),
    "webinar-2": (D(2026, 10, 20), D(2026, 10, 20)),
    "webinar-3": (D(2026, 11, 3), D(2026, 11, 3)),
    "two-day-2": (D(2026, 11, 19), D(2026, 11, 20)),
    "webinar-4": (D(2026, 12, 1), D(2026, 12, 1)),
    "webinar-5": (D(2026, 12, 15), D(2026, 12, 15)),
    "two-day-3": (D(2027, 3, 11), D(2027, 3, 12)),
    "closing": (None, None),
}


def begun(journal, clock) -> Store:
    """A journey with meetings and nothing else."""
    kinds = {session.id: session.kind for session in GUIDANCE.programme.sessions}
    planned = [PlannedMeeting(id_, kinds[id_], first, last) for id_, (first, last) in DATES.items()]
    journey_id = journal.do(journeys.begin, "htc", began_on=D(2026, 9, 19), meetings=planned)
    return Store(journal, GUIDANCE, journey_id, now=clock)


def reflect(store, on, stage_id, *, session_id="", title="", finished=True, us="") -> int:
    """A reflection in which its writer placed themselves."""
    meeting_id = meeting(store, session_id) if session_id else None
    entry_id = store.do(
        entries.start, None, store.journey_id, "reflection", on=on, meeting_id=meeting_id, title=title, depth="steps"
    )
    store.do(answers.write, None, entry_id, "moment.story", "Het werd stil aan tafel.")
    store.do(places.place, None, entry_id, Who.ME, [stage_id])
    if us:
        store.do(places.place, None, entry_id, Who.US, [us])
    if finished:
        store.do(entries.finish, None, entry_id)
    return entry_id


def halfway(journal, clock) -> Store:
    """Five places walked, the last one today in a reflection that is not finished."""
    store = begun(journal, clock)
    store.do(questions.write_version, None, store.journey_id, "Hoe krijg ik iedereen mee?", on=D(2026, 9, 19))
    store.do(questions.write_version, None, store.journey_id, QUESTION, on=D(2026, 11, 3))
    reflect(store, D(2026, 9, 24), "call", session_id="two-day-1")
    reflect(store, D(2026, 9, 25), "refusal")
    reflect(store, D(2026, 10, 6), "mentor")
    reflect(store, D(2026, 10, 20), "refusal", title="Weer aan het trekken")
    reflect(store, D(2026, 11, 3), "threshold")
    reflect(store, D(2026, 11, 20), "trials", session_id="two-day-2", finished=False)
    return store


def meeting(store, session_id) -> int:
    """The id of a meeting."""
    return next(m.id for m in store.read(journeys.meetings, store.journey_id) if m.session_id == session_id)
