"""Moving a meeting and putting a step off, as steps that can be taken back."""

import datetime as dt

from journal.domain.records import Meeting
from journal.storage import journeys
from journal.text import say, tr
from ui.store import Store


def name_of(store: Store, meeting: Meeting) -> str:
    """What its writer calls a meeting."""
    names = {session.id: say(session.name) for session in store.guidance.programme.sessions}
    return meeting.own_name or names.get(meeting.session_id) or meeting.session_id


def moved(store: Store, meeting: Meeting, first: dt.date, last: dt.date) -> None:
    """``meeting``, as it was before, has these days now."""
    undoing, id_ = store.undoing, meeting.id or 0
    before = meeting.starts_on, meeting.ends_on
    undoing.did(
        tr("another day for {meeting}", meeting=name_of(store, meeting)),
        lambda: store.do(journeys.set_dates, undoing, id_, *before),
        lambda: store.do(journeys.set_dates, undoing, id_, first, last),
        series=f"days {id_}",
    )


def put_off(store: Store, key: str, today: dt.date, until: dt.date) -> None:
    """A next step was told to wait until that day."""
    undoing = store.undoing
    undoing.did(
        tr("putting this step off"),
        lambda: store.do(journeys.postpone, undoing, key, today),
        lambda: store.do(journeys.postpone, undoing, key, until),
    )
