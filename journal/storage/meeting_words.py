"""The few words of a case that may be seen on the screen of a meeting, with names as they would print."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from journal.domain.pseudonyms import replace
from journal.domain.records import Journey
from journal.domain.sharing_records import Preparation
from journal.domain.snapshot import Case, NameChoice, Piece, Snapshot
from journal.storage import entries, names, snapshot

_TITLE, _QUESTION = "case.title", "case.question"


@dataclass(frozen=True)
class MeetingWords:
    """The name of the case, the question to the group, and what is told later."""

    title: str
    question: str
    later: tuple[Piece, ...]


def meeting_words(session: Session, preparation_id: int, later: Sequence[str] = ()) -> MeetingWords:
    """The words of this preparation's case; ``later`` are the prompts that the group hears in a later step."""
    preparation = session.get_one(Preparation, preparation_id)
    journey = session.get_one(Journey, preparation.journey_id)
    answers = entries.whole(session, preparation.case_entry_id).answers

    def told(prompt_id: str) -> str:
        return answers[prompt_id].text.strip() if prompt_id in answers else ""

    pieces = tuple(Piece(id_, told(id_)) for id_ in later if told(id_))
    seen = Snapshot(
        made_on=preparation.created_at.date(),
        writer=journey.own_name,
        case=Case(told(_TITLE), pieces, told(_QUESTION)),
    )
    rules = names.rules(session, preparation.journey_id)
    choices = snapshot.names_on(seen, journey.own_name, preparation, rules)
    return MeetingWords(
        _printed(told(_TITLE), choices),
        _printed(told(_QUESTION), choices),
        tuple(Piece(piece.prompt_id, _printed(piece.text, choices)) for piece in pieces),
    )


def _printed(text: str, choices: Sequence[NameChoice]) -> str:
    return replace(text, choices) if choices else text
