"""Search in everything that was written: every word, by its beginning, without accents.

Answers are found by the index inside the encrypted journal; titles and what was noticed at a place are short and
few, and are looked through. What is typed is never syntax.
"""

import datetime as dt
import gc
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import text as sql
from sqlmodel import Session, col

from journal.clean_text import clean
from journal.domain.finding import all_in, excerpt, words_of
from journal.domain.records import Attachment
from journal.storage.entries import now

TITLE, PLACE, CAPTIONS = "title", "place.", "attachment."
"""In place of a prompt: a title, and what was noticed at a place (``place.<who>.<stage>``). Captions of drawings."""
REFLECTIONS, EXPERIMENTS, QUESTION, INTERVISIE = "reflections", "experiments", "question", "intervisie"
KINDS = (REFLECTIONS, EXPERIMENTS, QUESTION, INTERVISIE)
_KIND_OF = {
    "experiment": EXPERIMENTS,
    "learning_question": QUESTION,
    "question_guide": QUESTION,
    "question_context": QUESTION,
    "sharpen": QUESTION,
    "case": INTERVISIE,
    "harvest": INTERVISIE,
    "advice": INTERVISIE,
}
_LONGEST_WORD = 100
_MOST_WORDS = 12
_EXCERPT_SIGNS = 400
_LONGEST_TEXT = 100_000
_FEW = 200
"""Up to so many rows it is faster to look each of them up than to walk along all."""


@dataclass(frozen=True)
class Hit:
    """Found words; ``text`` is the part around the first of them."""

    entry_id: int
    prompt_id: str
    text: str
    written_on: dt.date
    title: str
    form_id: str
    session_id: str | None


@dataclass(frozen=True)
class Narrowed:
    """What to look in. ``kind`` is one of ``KINDS``; ``stage_id`` is where one stood in the entry; dates inclusive."""

    kind: str = ""
    stage_id: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    captions: bool = True


@dataclass(frozen=True)
class Found:
    """The newest hits of the chosen kind, and how many there are of every kind."""

    hits: tuple[Hit, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


class Chosen(NamedTuple):
    """Answers that were chosen or placed rather than written: of which prompts, and how such an answer reads."""

    prompt_ids: frozenset[str]
    read: Callable[[str, str], str]


class _Entry(NamedTuple):
    form_id: str
    title: str
    written_on: str
    session_id: str | None


class _Spot(NamedTuple):
    """Where words were found: in an answer (its id) or in a short text."""

    entry_id: int
    prompt_id: str
    answer_id: int = 0
    text: str = ""


EVERYTHING = Narrowed()


def kind_of(form_id: str) -> str:
    """The kind that a form counts as."""
    return _KIND_OF.get(form_id, REFLECTIONS)


def find(session: Session, journey_id: int, words: str, *, limit: int = 50) -> list[Hit]:
    """All that has all the words in it, newest first; nothing when there is no word."""
    return list(look(session, journey_id, words, EVERYTHING, limit=limit).hits)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Thousands of rows live for a moment here; looking for cycles among them would double the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@_no_collecting()
def look(
    session: Session,
    journey_id: int,
    words: str,
    narrowed: Narrowed,
    *,
    limit: int = 50,
    chosen: Chosen | None = None,
) -> Found:
    """As ``find``, in a part of the journal, with the number of hits of every kind.

    What was chosen is found by the words that were shown, not by the ids that were kept.
    """
    indexed, looked_for = _split(words)
    if not indexed and not looked_for:
        return Found()
    entries = _entries(session, journey_id, narrowed)
    captions = _captions(session) if narrowed.captions else None
    found = [spot for spot in _answers(session, indexed, looked_for) if _counts(spot, entries, captions)]
    found += _short_texts(session, entries, words)
    if chosen is not None and chosen.prompt_ids:
        found = [spot for spot in found if spot.prompt_id not in chosen.prompt_ids]
        found += _read(session, entries, words, chosen)
    counts = dict.fromkeys(KINDS, 0)
    for spot in found:
        counts[kind_of(entries[spot.entry_id].form_id)] += 1
    wanted = [spot for spot in found if narrowed.kind in ("", kind_of(entries[spot.entry_id].form_id))]
    wanted.sort(key=lambda spot: (entries[spot.entry_id].written_on, spot.entry_id), reverse=True)
    shown = _with_text(session, wanted[:limit])
    looked = words_of(words)
    return Found(tuple(_hit(spot, entries[spot.entry_id], looked) for spot in shown), counts)


def _hit(spot: _Spot, entry: _Entry, words: list[str]) -> Hit:
    text, on = excerpt(spot.text, words)[:_EXCERPT_SIGNS], dt.date.fromisoformat(entry.written_on)
    return Hit(spot.entry_id, spot.prompt_id, text, on, entry.title, entry.form_id, entry.session_id)


def _counts(spot: _Spot, entries: dict[int, _Entry], captions: set[str] | None) -> bool:
    """Whether something found is in what is looked in; ``captions`` None: captions are not, else which are gone."""
    if spot.entry_id not in entries:
        return False
    if not spot.prompt_id.startswith(CAPTIONS):
        return True
    return captions is not None and spot.prompt_id.rpartition(".")[0] not in captions


def _captions(session: Session) -> set[str]:
    """The beginnings of prompts of drawings that were thrown away."""
    gone = sa.select(col(Attachment.id)).where(col(Attachment.thrown_away_at).is_not(None))
    return {f"{CAPTIONS}{id_}" for id_ in session.connection().execute(gone).scalars()}


def _entries(session: Session, journey_id: int, narrowed: Narrowed) -> dict[int, _Entry]:
    """The entries to look in. A letter is not found before its day."""
    where = ["entry.journey_id = :journey", "entry.thrown_away_at IS NULL"]
    where.append("(entry.opens_on IS NULL OR entry.opens_on <= :today)")
    values = {"journey": journey_id, "today": now(session).astimezone().date().isoformat()}
    if narrowed.since:
        where.append("entry.written_on >= :since")
        values["since"] = narrowed.since.isoformat()
    if narrowed.until:
        where.append("entry.written_on <= :until")
        values["until"] = narrowed.until.isoformat()
    if narrowed.stage_id:
        where.append("entry.id IN (SELECT entry_id FROM placement WHERE stage_id = :stage)")
        values["stage"] = narrowed.stage_id
    rows = session.connection().execute(sql(_ENTRIES.format(where=" AND ".join(where))), values).all()
    return {row[0]: _Entry(*row[1:]) for row in rows}


def _answers(session: Session, indexed: list[str], looked_for: list[str]) -> list[_Spot]:
    """Answers with all the words. Reading a long journal's texts costs far more than its index does."""
    match = " AND ".join(_term(word) for word in indexed)
    connection = session.connection()
    if looked_for:
        where = ["answer_fts MATCH :match"] if match else []
        where += [f"instr(answer.text, :word{number}) > 0" for number in range(len(looked_for))]
        values = {f"word{number}": word for number, word in enumerate(looked_for)}
        source = "answer_fts JOIN answer ON answer.id = answer_fts.rowid" if match else "answer"
        query = sql(_BY_LOOKING.format(source=source, where=" AND ".join(where)))
        ids = set(connection.execute(query, {**values, "match": match} if match else values).scalars())
    else:
        ids = set(connection.execute(_BY_INDEX, {"match": match}).scalars().all())
    if len(ids) > _FEW:
        rows = connection.execute(_WHERE_ALL_STAND).all()
    else:
        rows = connection.execute(_WHERE_THESE_STAND, {"ids": sorted(ids)}).all()
    return [_Spot(entry_id, prompt_id, id_) for id_, entry_id, prompt_id in rows if id_ in ids]


def _term(word: str) -> str:
    """A word for the index. One letter alone is a whole word: half of a journal begins with it."""
    quoted = '"' + word.replace('"', '""') + '"'
    return quoted if len(word) == 1 else quoted + "*"


def _short_texts(session: Session, entries: dict[int, _Entry], typed: str) -> list[_Spot]:
    """Titles that are no answer too, and what was noticed at a place."""
    has_all = all_in(words_of(typed))
    titled = [id_ for id_, entry in entries.items() if entry.title and has_all(entry.title)]
    named = _named(session, titled)
    found = [_Spot(id_, TITLE, text=entries[id_].title) for id_ in titled if id_ not in named]
    for entry_id, who, stage_id, evidence in session.connection().execute(_EVIDENCE).all():
        if entry_id in entries and has_all(evidence):
            found.append(_Spot(entry_id, f"{PLACE}{who}.{stage_id}", text=evidence))
    return found


def _read(session: Session, entries: dict[int, _Entry], typed: str, chosen: Chosen) -> list[_Spot]:
    has_all = all_in(words_of(typed))
    rows = session.connection().execute(_CHOSEN, {"ids": sorted(chosen.prompt_ids)})
    told = [(entry_id, id_, chosen.read(id_, text)) for entry_id, id_, text in rows if entry_id in entries]
    return [_Spot(entry_id, id_, text=text) for entry_id, id_, text in told if has_all(text)]


def _named(session: Session, entry_ids: list[int]) -> set[int]:
    if not entry_ids:
        return set()
    if len(entry_ids) > _FEW:
        return {row[0] for row in session.connection().execute(_ALL_NAMED)}
    return set(session.connection().execute(_THESE_NAMED, {"ids": entry_ids}).scalars())


def _with_text(session: Session, spots: list[_Spot]) -> list[_Spot]:
    """The same, with their texts."""
    ids = [spot.answer_id for spot in spots if spot.answer_id]
    rows = session.connection().execute(_TEXTS, {"ids": ids, "most": _LONGEST_TEXT})
    texts = {row[0]: str(row[1]) for row in rows}
    return [spot._replace(text=texts.get(spot.answer_id, "")) if spot.answer_id else spot for spot in spots]


# What is filled in are conditions of this file; what was typed goes in as values.
_ENTRIES = """
    SELECT entry.id, entry.form_id, entry.title, entry.written_on, meeting.session_id
    FROM entry LEFT JOIN meeting ON meeting.id = entry.meeting_id
    WHERE {where}
"""
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_BY_INDEX = sql("SELECT rowid FROM answer_fts WHERE answer_fts MATCH :match")
_BY_LOOKING = "SELECT answer.id FROM {source} WHERE {where}"
# Walks along an index that holds all three; a join would read every text that was found.
_WHERE_ALL_STAND = sql("SELECT id, entry_id, prompt_id FROM answer WHERE entry_id > 0 ORDER BY entry_id")
_WHERE_THESE_STAND = sql("SELECT id, entry_id, prompt_id FROM answer WHERE id IN :ids").bindparams(_IDS)
_CHOSEN = sql("SELECT entry_id, prompt_id, text FROM answer WHERE prompt_id IN :ids AND text <> ''").bindparams(_IDS)
_EVIDENCE = sql("SELECT entry_id, who, stage_id, evidence FROM placement WHERE evidence <> ''")
_NAMES = "prompt_id IN ('moment.name', 'case.title', 'experiment.title') AND text <> ''"
"""What is answered here is also the title; it is found once."""
_ALL_NAMED = sql(f"SELECT entry_id FROM answer WHERE {_NAMES}")  # noqa: S608 - nothing from outside
_THESE_NAMED = sql(f"SELECT entry_id FROM answer WHERE entry_id IN :ids AND {_NAMES}").bindparams(_IDS)  # noqa: S608
_TEXTS = sql("SELECT id, substr(text, 1, :most) FROM answer WHERE id IN :ids").bindparams(_IDS)


def _split(words: str) -> tuple[list[str], list[str]]:
    """Words for the index, and words that it cannot find: signs it does not keep, scripts without spaces."""
    indexed: list[str] = []
    looked_for: list[str] = []
    for word in clean(words)[: _LONGEST_WORD * _MOST_WORDS].split()[:_MOST_WORDS]:
        plain = any(sign.isalnum() for sign in word)
        wide = any(unicodedata.east_asian_width(sign) in "WF" for sign in word)
        (indexed if plain and not wide else looked_for).append(word)
    return indexed, looked_for
