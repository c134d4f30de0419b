"""Cases: starting from what was written before, and going on where the last meeting ended."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from journal.answer_words import readable
from journal.domain import case_takeover
from journal.domain.case_takeover import Piece
from journal.domain.changes import Change, changes
from journal.domain.experiments import is_over
from journal.domain.guidance import Form, Guidance
from journal.domain.records import Answer, AnswerVersion, Depth, Entry
from journal.domain.sharing_records import Preparation
from journal.storage import advice as advices
from journal.storage import answers, entries, experiments, harvests, names, preparations
from journal.storage.entries import EntryLine

NOTE, SAW = "note", "experiment.saw"
PROMISED, DONE, SINCE_EFFECT, ADVICE_USED = "case.promised", "case.done", "case.since_effect", "case.advice_used"
_WRITES = Change.ANSWERS | Change.ENTRIES
_FORM_OF_DEPTH = {Depth.SHORT: "reflection_short", Depth.FREE: "reflection_free", Depth.STEPS: "reflection"}


@dataclass(frozen=True)
class Taken:
    """What a case took over, so that it can be taken back: texts by prompt id as they were and as they became."""

    case_id: int
    caused_by_id: int | None
    before: Mapping[str, str]
    after: Mapping[str, str]


@dataclass(frozen=True)
class Loop:
    """What came of the meeting before, as words that may be taken over. ``met_on`` empty: no day was set."""

    met_on: dt.date | None
    pieces: tuple[Piece, ...] = field(default=())


def sources(session: Session, journey_id: int, guidance: Guidance, *, limit: int) -> list[EntryLine]:
    """What a case may start from, newest first: reflections of every kind, experiments, notes."""
    forms = (*guidance.reflection_ids(), experiments.FORM, NOTE)
    return entries.listed(session, journey_id, forms, limit=limit)


def pieces(session: Session, entry_id: int, guidance: Guidance) -> tuple[Piece, ...]:
    """What this entry has for a case."""
    whole = entries.whole(session, entry_id)
    texts = {id_: readable(guidance, id_, answer.text) for id_, answer in whole.answers.items()}
    return case_takeover.pieces(texts, _form(whole.entry, guidance), guidance)


@changes(_WRITES)
def take_over(session: Session, case_id: int, source_id: int, chosen: Sequence[Piece]) -> Taken:
    """Copy pieces into the case, under what stands there; the case remembers where they came from."""
    case = session.get_one(Entry, case_id)
    before = {piece.target: _text(session, case_id, piece.target) for piece in chosen}
    after = {
        target: case_takeover.together(text, [piece for piece in chosen if piece.target == target])
        for target, text in before.items()
    }
    taken = Taken(case_id, case.caused_by_id, before, after)
    for target, text in after.items():
        if text != before[target]:
            answers.write(session, case_id, target, text)
    case.caused_by_id = source_id
    return taken


@changes(_WRITES)
def take_back(session: Session, taken: Taken) -> bool:
    """Undo it. What was written there since stays as it is; False when something did."""
    untouched = [id_ for id_, text in taken.after.items() if _text(session, taken.case_id, id_) == text]
    for id_ in untouched:
        if taken.before[id_] != taken.after[id_]:
            answers.write(session, taken.case_id, id_, taken.before[id_])
    session.get_one(Entry, taken.case_id).caused_by_id = taken.caused_by_id
    return len(untouched) == len(taken.after)


def loop(session: Session, case_id: int) -> Loop | None:
    """What the last meeting promised and what came of it; None for a first preparation."""
    preparation = preparations.of_case(session, case_id)
    last = preparations.before(session, preparation.id) if preparation and preparation.id else None
    met = _with_harvest(session, last)
    if met is None:
        return None
    return Loop(met.meeting_on, tuple(piece for piece in _came_of_it(session, met) if piece.text))


def earlier_texts(session: Session, entry_id: int) -> frozenset[str]:
    """The prompts of an entry of which an earlier text was kept."""
    query = (
        select(Answer.prompt_id)
        .join(AnswerVersion, col(AnswerVersion.answer_id) == col(Answer.id))
        .where(Answer.entry_id == entry_id)
    )
    return frozenset(session.exec(query))


def _with_harvest(session: Session, preparation: Preparation | None) -> Preparation | None:
    """The newest one from here back that was harvested; else the newest."""
    found = preparation
    while found is not None and found.id is not None:
        if harvests.texts(session, found.id):
            return found
        found = preparations.before(session, found.id)
    return preparation


def _came_of_it(session: Session, met: Preparation) -> list[Piece]:
    assert met.id is not None
    harvest = harvests.texts(session, met.id)
    will = " ".join(part for part in (harvest.get(harvests.WILL, ""), harvest.get(harvests.WHEN, "")) if part)
    given = advices.listed(session, met.case_entry_id)
    tried = harvests.experiments_of(session, met.id)
    held = [line for line in tried if is_over(line.state) or line.answers.get(SAW, "").strip()]
    done = [line.answers.get(experiments.ACTION, "") or line.title for line in held]
    saw = [line.answers.get(id_, "") for line in tried for id_ in (SAW, "experiment.known")]
    came = [line.came_of_it for line in given if line.state == advices.State.TAKEN]
    used = [_advised(line) for line in given if line.state == advices.State.TAKEN]
    return [
        Piece(harvests.WILL, PROMISED, will),
        Piece(experiments.ACTION, DONE, _joined(done)),
        Piece(SAW, SINCE_EFFECT, _joined([*saw, *came])),
        Piece(advices.TEXT, ADVICE_USED, _joined(used)),
    ]


def _advised(line: advices.AdviceLine) -> str:
    return f"{line.text} ({line.giver})" if line.giver else line.text


def _joined(texts: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _text(session: Session, entry_id: int, prompt_id: str) -> str:
    found = answers.find(session, entry_id, prompt_id)
    return found.text if found else ""


def _form(entry: Entry, guidance: Guidance) -> Form | None:
    form_id = _FORM_OF_DEPTH[Depth(entry.depth)] if entry.form_id == "reflection" and entry.depth else entry.form_id
    return next((form for form in guidance.forms if form.id == form_id), None)


def open_names(session: Session, journey_id: int) -> tuple[frozenset[str], frozenset[str]]:
    """Names of people that were confirmed, and those of which nothing needs to be asked any more.

    That is how they print was decided, or they are an organisation, a place or no name at all.
    """
    rules = names.rules(session, journey_id)
    people = frozenset(names.people(session, journey_id))
    return people, frozenset(name for name, rule in rules.items() if rule.replacement or name not in people)
