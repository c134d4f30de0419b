"""The whole journal as plain data, for files that outlive this app. What was thrown away comes with its date."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from journal.domain.record import Record
from journal.domain.records import (
    Answer,
    AnswerVersion,
    Entry,
    Experiment,
    Journey,
    Meeting,
    Placement,
    ThemeMark,
    Worry,
    WorryMark,
)
from journal.domain.sharing_records import NameRule, Preparation, Share, TickedFragment
from journal.storage.attachment_archive import archived_attachments

FORMAT = 1

Row = dict[str, Any]
R = TypeVar("R", bound=Record)


def archive(session: Session, *, pictures: bool = True) -> Row:
    """Everything that its writer ever put in, as JSON-able data with ISO dates; ids tie the parts together.

    Without ``pictures`` only what is told about them, which takes far less memory.
    """
    journeys = session.exec(select(Journey).order_by(col(Journey.id))).all()
    return {"format": FORMAT, "journeys": [_journey(session, journey, pictures=pictures) for journey in journeys]}


def _journey(session: Session, journey: Journey, *, pictures: bool) -> Row:
    assert journey.id is not None
    mine = journey.id
    meetings = session.exec(select(Meeting).where(Meeting.journey_id == mine).order_by(col(Meeting.id))).all()
    names = session.exec(select(NameRule).where(NameRule.journey_id == mine).order_by(col(NameRule.id))).all()
    prepared = session.exec(select(Preparation).where(Preparation.journey_id == mine).order_by(col(Preparation.id)))
    preparations = prepared.all()
    shares = select(Share).where(col(Share.preparation_id).in_([each.id for each in preparations]))
    return {
        **_plain(journey),
        "meetings": [_plain(meeting, "journey_id") for meeting in meetings],
        "entries": _entries(session, mine, pictures=pictures),
        "preparations": [_preparation(session, preparation) for preparation in preparations],
        "shares": [
            {**_plain(share), "fragments": json.loads(share.fragments)}
            for share in session.exec(shares.order_by(col(Share.id)))
        ],
        "names": [_plain(rule, "id", "journey_id") for rule in names],
        "worries": _worries(session, mine),
    }


def _entries(session: Session, journey_id: int, *, pictures: bool) -> list[Row]:
    found = session.exec(
        select(Entry).where(Entry.journey_id == journey_id).order_by(col(Entry.written_on), col(Entry.id))
    ).all()
    own = select(Entry.id).where(Entry.journey_id == journey_id)
    answers = _by(
        "entry_id", session.exec(select(Answer).where(col(Answer.entry_id).in_(own)).order_by(col(Answer.id))).all()
    )
    versions = _by("answer_id", session.exec(select(AnswerVersion).order_by(col(AnswerVersion.id))).all())
    placements = _by("entry_id", session.exec(select(Placement).order_by(col(Placement.id))).all())
    marks = _by("entry_id", session.exec(select(ThemeMark).order_by(col(ThemeMark.id))).all())
    experiments = _by("entry_id", session.exec(select(Experiment)).all())
    attachments = archived_attachments(session, journey_id, pictures=pictures)
    result = []
    for entry in found:
        assert entry.id is not None
        tried = experiments.get(entry.id)
        result.append(
            {
                **_plain(entry, "journey_id"),
                "answers": [_answer(answer, versions) for answer in answers.get(entry.id, [])],
                "placements": [_plain(each, "id", "entry_id") for each in placements.get(entry.id, [])],
                "marks": [_plain(each, "id", "entry_id") for each in marks.get(entry.id, [])],
                "attachments": attachments.get(entry.id, []),
                "experiment": _plain(tried[0], "entry_id") if tried else None,
            }
        )
    return result


def _answer(answer: Answer, versions: dict[int, list[AnswerVersion]]) -> Row:
    assert answer.id is not None
    earlier = [_plain(version, "id", "answer_id") for version in versions.get(answer.id, [])]
    return {**_plain(answer, "id", "entry_id"), "versions": earlier}


def _worries(session: Session, journey_id: int) -> list[Row]:
    found = session.exec(select(Worry).where(Worry.journey_id == journey_id).order_by(col(Worry.id))).all()
    marks = select(WorryMark).where(col(WorryMark.worry_id).in_([worry.id for worry in found]))
    marked = _by("worry_id", session.exec(marks.order_by(col(WorryMark.marked_at))).all())
    return [
        {**_plain(worry, "journey_id"), "marks": [_plain(mark, "worry_id") for mark in marked.get(worry.id or 0, [])]}
        for worry in found
    ]


def _preparation(session: Session, preparation: Preparation) -> Row:
    ticked = session.exec(select(TickedFragment.fragment).where(TickedFragment.preparation_id == preparation.id))
    return {**_plain(preparation, "journey_id"), "ticked": sorted(ticked)}


def _by(key: str, rows: Sequence[R]) -> dict[int, list[R]]:
    found: dict[int, list[R]] = {}
    for row in rows:
        found.setdefault(getattr(row, key), []).append(row)
    return found


def _plain(row: Record, *without: str) -> Row:
    return {name: _iso(getattr(row, name)) for name in type(row).model_fields if name not in without}


def _iso(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
