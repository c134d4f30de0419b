"""What a paper can show: the pieces of the journal, in groups, only where something was written."""

from collections.abc import Collection, Iterable, Iterator

import sqlalchemy as sa
from sqlmodel import Session, col, func, select

from journal.answer_words import not_written, readable
from journal.domain import fragment_ids
from journal.domain.guidance import Guidance
from journal.domain.records import Answer, Entry
from journal.domain.sharing import Recipient
from journal.domain.sharing_records import Preparation, TickedFragment
from journal.storage import attachments, entries, fragment_groups
from journal.storage.entries import EntryLine
from journal.storage.fragment_pieces import FragmentGroup, FragmentPiece, answer, digest, group

__all__ = ["FragmentGroup", "FragmentPiece", "count_reflections", "note_forms", "offered"]

CONTEXT_FORM = "question_context"
REFLECTION_FORM = "reflection"
STORY, NAME = "moment.story", "moment.name"
NEXT_STEP = "next.will"
MOST_NOTES = 60
"""So many notes are offered at most, the newest; nobody picks from a list of hundreds."""
MOST_REFLECTIONS = 24
"""So many reflections are offered at first, the newest and what is ticked; a journal of ten years has hundreds."""
MOST_ATTACHMENTS = 24
"""So many drawings, models and photos are offered, the newest, and what is ticked."""

_OTHER_FORMS = frozenset(
    (
        "reflection",
        "reflection_short",
        "reflection_free",
        "question_guide",
        "learning_question",
        "question_context",
        "sharpen",
        "case",
        "experiment",
    )
)
_REFLECTIONS = ("reflection", "reflection_short", "reflection_free")
_IN_OTHER_GROUPS = ("theme.", "next.")


def offered(
    session: Session,
    preparation_id: int,
    guidance: Guidance,
    *,
    reflections: int = MOST_REFLECTIONS,
    recipient: Recipient = Recipient.GROUP,
    besides: Collection[str] = (),
) -> tuple[FragmentGroup, ...]:
    """What can be ticked for this preparation, in the order of the page: of ``reflections`` the newest so many.

    Reflections and notes of which something is ticked for this recipient are always among it, and those of which
    something is in ``besides``.
    """
    preparation = session.get_one(Preparation, preparation_id)
    journey_id = preparation.journey_id
    wanted = {*_ticked(session, preparation_id, recipient), *besides}
    ticked = {found for found in map(fragment_ids.entry_of, wanted) if found is not None}
    told = _answered(session, _newest(session, journey_id, [REFLECTION_FORM], reflections, ticked))
    case = entries.whole(session, preparation.case_entry_id)
    chosen = not_written(guidance)
    groups = (
        fragment_groups.question(session, journey_id),
        fragment_groups.standing(session, journey_id, guidance),
        fragment_groups.case(case, guidance),
        fragment_groups.since(case, guidance),
        *(_reflection(line, texts, guidance, chosen) for line, texts in reversed(told)),
        _notes(session, journey_id, guidance, ticked),
        fragment_groups.themes(session, journey_id, guidance),
        fragment_groups.tried(session, journey_id, guidance),
        *_attachments(session, journey_id, wanted),
        _next_step(told[:MOST_REFLECTIONS]),
        group(fragment_ids.HARVEST, [FragmentPiece(fragment_ids.HARVEST, "", "", digest=digest())]),
        fragment_groups.context(session, journey_id, guidance, CONTEXT_FORM),
    )
    return tuple(found for found in groups if found.pieces)


def count_reflections(session: Session, journey_id: int) -> int:
    """How many reflections there are to choose from."""
    mine = (Entry.journey_id == journey_id, Entry.form_id == REFLECTION_FORM, col(Entry.thrown_away_at).is_(None))
    return session.exec(select(func.count()).select_from(Entry).where(*mine)).one()


def note_forms(guidance: Guidance) -> list[str]:
    """The forms of the programme that are none of the others, and free notes."""
    return ["note", *(form.id for form in guidance.forms if form.id not in _OTHER_FORMS)]


def _answered(session: Session, lines: list[EntryLine]) -> list[tuple[EntryLine, dict[str, str]]]:
    """Entries with their texts by prompt id, without empty ones, in one question to the database per 500."""
    texts: dict[int, dict[str, str]] = {}
    ids = [line.id for line in lines]
    for first in range(0, len(ids), 500):
        columns = (col(Answer.entry_id), col(Answer.prompt_id), col(Answer.text))
        query = sa.select(*columns).where(col(Answer.entry_id).in_(ids[first : first + 500])).order_by(col(Answer.id))
        for entry_id, prompt_id, text in session.connection().execute(query):
            if text.strip():
                texts.setdefault(entry_id, {})[prompt_id] = text
    return [(line, texts.get(line.id, {})) for line in lines]


def _reflection(line: EntryLine, texts: dict[str, str], guidance: Guidance, chosen: frozenset[str]) -> FragmentGroup:
    """The pieces of one reflection, in the order of its questions. Its name goes with the moment it names."""
    named = bool(texts.get(STORY))
    pieces = tuple(
        _piece(
            line,
            prompt_id,
            texts[prompt_id],
            guidance if prompt_id in chosen else None,
            line.title if prompt_id == STORY or (NAME not in texts and line.depth != "steps") else "",
        )
        for prompt_id in dict.fromkeys(_reflection_prompts(guidance))
        if prompt_id in texts and not (prompt_id == NAME and named)
    )
    return FragmentGroup(f"reflection.{line.id}", "reflection", line.id, line.session_id, line.title, pieces)


def _piece(line: EntryLine, prompt_id: str, text: str, guidance: Guidance | None, title: str) -> FragmentPiece:
    """``guidance`` only for what was chosen or placed: then it says how that reads."""
    return answer(
        fragment_ids.piece(line.id, prompt_id),
        prompt_id,
        text,
        title=title,
        shown=readable(guidance, prompt_id, text) if guidance else None,
        opens=prompt_id != NAME,
    )


def _notes(session: Session, journey_id: int, guidance: Guidance, ticked: Collection[int]) -> FragmentGroup:
    """Notes of every kind that the programme has, oldest first: the newest, and those in ``ticked``."""
    lines = _newest(session, journey_id, note_forms(guidance), MOST_NOTES, ticked)
    closed = _closed_letters(session, journey_id)
    found = _answered(session, [line for line in lines if line.id not in closed])[::-1]
    return group("notes", _note_pieces(found, guidance))


def _closed_letters(session: Session, journey_id: int) -> frozenset[int]:
    """A letter to oneself shows nothing before its day, not even here."""
    today = entries.now(session).astimezone().date()
    query = select(Entry.id).where(Entry.journey_id == journey_id, col(Entry.opens_on) > today)
    return frozenset(id_ for id_ in session.exec(query) if id_ is not None)


def _note_pieces(notes: Iterable[tuple[EntryLine, dict[str, str]]], guidance: Guidance) -> Iterator[FragmentPiece]:
    chosen = not_written(guidance)
    for line, texts in notes:
        for prompt_id, text in texts.items():
            if not prompt_id.startswith((attachments.PREFIX, "placement.", "aside.")):
                # the name of a drawing is ticked with the drawing
                yield _piece(line, prompt_id, text, guidance if prompt_id in chosen else None, line.title)


def _attachments(session: Session, journey_id: int, wanted: Collection[str]) -> list[FragmentGroup]:
    besides = {id_ for id_ in map(fragment_ids.attachment_of, wanted) if id_ is not None}
    groups = []
    for line in attachments.of_journey(session, journey_id, many=MOST_ATTACHMENTS, besides=besides):
        id_ = fragment_ids.attachment(line.id)
        compared = digest(line.caption, line.description, line.changed_at.isoformat())
        piece = FragmentPiece(id_, "", line.description, line.caption, compared)
        groups.append(FragmentGroup(id_, line.kind.value, line.entry_id, line.session_id, line.caption, (piece,)))
    return groups


def _next_step(reflections: list[tuple[EntryLine, dict[str, str]]]) -> FragmentGroup:
    """The step of the newest reflection that has one."""
    found = next(((line, texts[NEXT_STEP]) for line, texts in reflections if NEXT_STEP in texts), None)
    if found is None:
        return group(fragment_ids.NEXT_STEP, ())
    line, text = found
    return group(fragment_ids.NEXT_STEP, [answer(fragment_ids.piece(line.id, NEXT_STEP), NEXT_STEP, text.strip())])


def _ticked(session: Session, preparation_id: int, recipient: Recipient) -> list[str]:
    query = select(TickedFragment.fragment).where(TickedFragment.preparation_id == preparation_id)
    return list(session.exec(query.where(TickedFragment.recipient == recipient)))


def _newest(
    session: Session, journey_id: int, forms: list[str], many: int, besides: Collection[int]
) -> list[EntryLine]:
    lines = entries.listed(session, journey_id, forms, limit=many)
    older = set(besides) - {line.id for line in lines}
    return lines + (entries.listed(session, journey_id, forms, only=older) if older else [])


def _reflection_prompts(guidance: Guidance) -> Iterator[str]:
    yield from _asked_now(guidance)
    for form in (*guidance.programme.earlier.forms, *guidance.replaced.forms):
        if form.id in _REFLECTIONS:  # of a form that was reworded later, what was written stays
            yield from (prompt.id for prompt in form.prompts() if not prompt.id.startswith(_IN_OTHER_GROUPS))


def _asked_now(guidance: Guidance) -> Iterator[str]:
    for form in guidance.forms:
        if form.id in _REFLECTIONS:
            ids = [prompt.id for prompt in form.prompts()]
            yield from (id_ for id_ in ids if not id_.startswith(_IN_OTHER_GROUPS))
            if form.id == REFLECTION_FORM:
                for stage in guidance.stages:
                    yield from (prompt.id for prompt in stage.prompts)
                yield from (id_ for id_ in ids if id_.startswith("next.") and id_ != NEXT_STEP)
