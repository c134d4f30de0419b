"""Everything that its writer wrote, for the paper of the whole journal. What was thrown away stays away.

A letter to oneself stays closed until its day, also here.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from journal.answer_words import readable
from journal.domain.guidance import Guidance
from journal.domain.records import Answer, Attachment, AttachmentData, Entry, Journey, Placement, ThemeMark, Who
from journal.domain.snapshot import AttachmentNow
from journal.domain.whole_journal import EntryNow, SessionNow, WholeJournal
from journal.storage import attachments, journeys, paper_offers

_QUESTION = frozenset({"learning_question", "question_context", "question_guide", "sharpen"})
_INTERVISIE = frozenset({"case", "harvest", "advice"})
_APART = ("attachment.", "placement.")
_AT_ONCE = 500


def whole_journal(session: Session, journey_id: int, guidance: Guidance, *, on: dt.date) -> WholeJournal:
    """All entries as they are now, in four parts."""
    journey = session.get_one(Journey, journey_id)
    found = [entry for entry in _entries(session, journey_id) if not entry.opens_on or entry.opens_on <= on]
    told = dict(_told(session, found, guidance))
    meetings = journeys.meetings(session, journey_id)
    of_sessions = {meeting.id for meeting in meetings}

    def chosen(entries_: Iterable[Entry]) -> tuple[EntryNow, ...]:
        return tuple(told[entry.id or 0] for entry in entries_ if _says(told[entry.id or 0]))

    apart = [entry for entry in found if entry.form_id not in _QUESTION | _INTERVISIE]
    sessions = (
        SessionNow(
            meeting.session_id,
            meeting.own_name or "",
            meeting.starts_on,
            meeting.ends_on,
            chosen(entry for entry in apart if entry.meeting_id == meeting.id),
        )
        for meeting in meetings
    )
    return WholeJournal(
        made_on=on,
        writer=journey.own_name,
        edition=journey.edition,
        began_on=journey.began_on,
        question=chosen(entry for entry in found if entry.form_id in _QUESTION),
        sessions=tuple(each for each in sessions if each.entries),
        between=chosen(entry for entry in apart if entry.meeting_id not in of_sessions),
        meetings=chosen(entry for entry in found if entry.form_id in _INTERVISIE),
    )


def _says(entry: EntryNow) -> bool:
    return bool(entry.title or entry.parts or entry.me or entry.us or entry.marks or entry.attachments)


def _entries(session: Session, journey_id: int) -> Sequence[Entry]:
    query = select(Entry).where(Entry.journey_id == journey_id, col(Entry.thrown_away_at).is_(None))
    return session.exec(query.order_by(col(Entry.written_on), col(Entry.id))).all()


def _told(session: Session, found: Sequence[Entry], guidance: Guidance) -> Iterable[tuple[int, EntryNow]]:
    forms = {each.form_id for each in found}
    asked = {form_id: dict.fromkeys(paper_offers.in_order(form_id, guidance)) for form_id in forms}
    orders = {form_id: {id_: number for number, id_ in enumerate(ids)} for form_id, ids in asked.items()}
    for first in range(0, len(found), _AT_ONCE):
        some = found[first : first + _AT_ONCE]
        ids = [entry.id for entry in some]
        answers = session.exec(select(Answer).where(col(Answer.entry_id).in_(ids)).order_by(col(Answer.id))).all()
        placed = session.exec(select(Placement).where(col(Placement.entry_id).in_(ids))).all()
        marked = session.exec(select(ThemeMark).where(col(ThemeMark.entry_id).in_(ids))).all()
        drawn = set(
            session.exec(
                select(Attachment.entry_id).where(
                    col(Attachment.entry_id).in_(ids), col(Attachment.thrown_away_at).is_(None)
                )
            )
        )
        for entry in some:
            assert entry.id is not None
            mine = [each for each in answers if each.entry_id == entry.id and each.text.strip()]
            order = orders[entry.form_id]
            mine.sort(key=lambda each: order.get(each.prompt_id, len(order)))
            places = [each for each in placed if each.entry_id == entry.id]
            yield (
                entry.id,
                EntryNow(
                    form_id=entry.form_id,
                    title=entry.title,
                    written_on=entry.written_on,
                    parts=tuple(
                        (each.prompt_id, readable(guidance, each.prompt_id, each.text))
                        for each in mine
                        if not each.prompt_id.startswith(_APART)
                    ),
                    me=tuple((each.stage_id, each.evidence) for each in places if each.who == Who.ME),
                    us=tuple((each.stage_id, each.evidence) for each in places if each.who == Who.US),
                    marks=tuple(
                        (each.theme_id, each.level)
                        for each in marked
                        if each.entry_id == entry.id and not each.beginning
                    ),
                    attachments=tuple(_attachments(session, entry.id)) if entry.id in drawn else (),
                ),
            )


def _attachments(session: Session, entry_id: int) -> Iterable[AttachmentNow]:
    for line in attachments.of_entry(session, entry_id):
        data = session.exec(select(AttachmentData.data).where(AttachmentData.attachment_id == line.id)).one()
        yield AttachmentNow(
            kind=line.kind.value,
            caption=line.caption,
            description=line.description,
            data=data,
            width=line.width,
            height=line.height,
            session_id=line.session_id,
            made_on=line.made_on,
        )
