"""What a paper can show: the pieces of the journal, in groups, only where something was written."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from journal.answer_words import readable
from journal.domain.guidance import Guidance
from journal.domain.records import Answer, Entry
from journal.domain.sharing_records import Preparation, TickedFragment
from journal.storage import attachments, entries, experiments, marks, places, questions
from journal.storage.entries import EntryLine, WholeEntry

CONTEXT_FORM = "question_context"
REFLECTION_FORM = "reflection"
STORY, NAME = "moment.story", "moment.name"
SINCE, CASE_TITLE, CASE_QUESTION = "case.since", "case.title", "case.question"
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
        "harvest",
        "advice",
        "experiment",
    )
)
_REFLECTIONS = ("reflection", "reflection_short", "reflection_free")
_IN_OTHER_GROUPS = ("theme.", "next.")


@dataclass(frozen=True)
class FragmentPiece:
    """One thing to tick. ``title`` prints along with it when not empty."""

    id: str
    prompt_id: str
    text: str
    title: str = ""


@dataclass(frozen=True)
class FragmentGroup:
    """Pieces that belong together. ``kind`` names what they are; the screen gives it its words."""

    id: str
    kind: str
    entry_id: int | None
    session_id: str | None
    title: str
    pieces: tuple[FragmentPiece, ...]


def offered(
    session: Session, preparation_id: int, guidance: Guidance, *, reflections: int = MOST_REFLECTIONS
) -> tuple[FragmentGroup, ...]:
    """What can be ticked for this preparation, in the order of the page: of ``reflections`` the newest so many.

    Reflections and notes of which something is ticked are always among it.
    """
    preparation = session.get_one(Preparation, preparation_id)
    journey_id = preparation.journey_id
    ticked = _ticked_entries(session, preparation_id)
    told = answered(session, _newest(session, journey_id, [REFLECTION_FORM], reflections, ticked))
    case = entries.whole(session, preparation.case_entry_id)
    groups = (
        _question(session, journey_id),
        _places(session, journey_id),
        _case(case),
        _single("since", SINCE, text_of(case, SINCE)),
        *(_reflection(line, texts, guidance) for line, texts in reversed(told)),
        _notes(session, journey_id, guidance, ticked),
        _single("themes", "", " ".join(note.text for note in marks.history(session, journey_id)).strip()),
        _experiments(session, journey_id),
        *_attachments(session, journey_id, preparation_id),
        _single("next_step", NEXT_STEP, next_step(told[:MOST_REFLECTIONS])),
        _group("harvest", FragmentPiece("harvest", "", "")),
        _context(session, journey_id),
    )
    return tuple(group for group in groups if group is not None and group.pieces)


def answered(session: Session, lines: list[EntryLine]) -> list[tuple[EntryLine, dict[str, str]]]:
    """Entries with their texts by prompt id, without empty ones, in one question to the database per 500."""
    texts: dict[int, dict[str, str]] = {}
    ids = [line.id for line in lines]
    for first in range(0, len(ids), 500):
        query = select(Answer).where(col(Answer.entry_id).in_(ids[first : first + 500])).order_by(col(Answer.id))
        for answer in session.exec(query):
            if answer.text.strip():
                texts.setdefault(answer.entry_id, {})[answer.prompt_id] = answer.text
    return [(line, texts.get(line.id, {})) for line in lines]


def reflection_pieces(line: EntryLine, texts: dict[str, str], guidance: Guidance) -> tuple[FragmentPiece, ...]:
    """The pieces of one reflection, in the order of its questions. Its name goes with the moment it names."""
    named = bool(texts.get(STORY))
    return tuple(
        FragmentPiece(
            f"piece.{line.id}.{prompt_id}",
            prompt_id,
            readable(guidance, prompt_id, texts[prompt_id]),
            line.title if prompt_id == STORY or (NAME not in texts and line.depth != "steps") else "",
        )
        for prompt_id in dict.fromkeys(_reflection_prompts(guidance))
        if prompt_id in texts and not (prompt_id == NAME and named)
    )


def count_reflections(session: Session, journey_id: int) -> int:
    """How many reflections there are to choose from."""
    mine = (Entry.journey_id == journey_id, Entry.form_id == REFLECTION_FORM, col(Entry.thrown_away_at).is_(None))
    return session.exec(select(func.count()).select_from(Entry).where(*mine)).one()


def note_lines(
    session: Session, journey_id: int, guidance: Guidance, ticked: Collection[int] = ()
) -> list[tuple[EntryLine, dict[str, str]]]:
    """Notes of every kind that the programme has, oldest first: the newest, and those in ``ticked``."""
    return answered(session, _newest(session, journey_id, note_forms(guidance), MOST_NOTES, ticked))[::-1]


def note_forms(guidance: Guidance) -> list[str]:
    """The forms of the programme that are none of the others, and free notes."""
    return ["note", *(form.id for form in guidance.forms if form.id not in _OTHER_FORMS)]


def next_step(reflections: list[tuple[EntryLine, dict[str, str]]]) -> str:
    """The step of the newest reflection that has one."""
    return next((texts[NEXT_STEP] for _, texts in reflections if NEXT_STEP in texts), "")


def text_of(entry: WholeEntry, prompt_id: str) -> str:
    """What stands under a prompt; nothing when the entry was thrown away."""
    answer = entry.answers.get(prompt_id)
    return "" if answer is None or entry.entry.thrown_away_at else answer.text.strip()


def context_of(session: Session, journey_id: int, guidance: Guidance) -> list[tuple[str, str]]:
    """What stands beside the learning question, as (prompt id, text) in the order of its form."""
    found = answered(session, entries.listed(session, journey_id, [CONTEXT_FORM], limit=1))
    texts = found[0][1] if found else {}
    return [(prompt.id, texts[prompt.id]) for prompt in guidance.form(CONTEXT_FORM).prompts() if prompt.id in texts]


def entry_of(fragment: str) -> int | None:
    """The entry that a fragment is a piece of."""
    kind, _, rest = fragment.partition(".")
    number = rest.partition(".")[0]
    return int(number) if kind == "piece" and number.isdigit() else None


def attachment_of(fragment: str) -> int | None:
    """The attachment that a fragment is."""
    number = fragment.removeprefix(attachments.PREFIX)
    return int(number) if fragment.startswith(attachments.PREFIX) and number.isdigit() else None


def _attachments(session: Session, journey_id: int, preparation_id: int) -> list[FragmentGroup]:
    query = select(TickedFragment.fragment).where(TickedFragment.preparation_id == preparation_id)
    ticked = {id_ for id_ in map(attachment_of, session.exec(query)) if id_ is not None}
    offered = attachments.of_journey(session, journey_id, many=MOST_ATTACHMENTS, besides=ticked)
    return [
        FragmentGroup(
            f"{attachments.PREFIX}{line.id}",
            line.kind.value,
            line.entry_id,
            line.session_id,
            line.caption,
            (FragmentPiece(f"{attachments.PREFIX}{line.id}", "", line.description, line.caption),),
        )
        for line in offered
    ]


def _ticked_entries(session: Session, preparation_id: int) -> set[int]:
    query = select(TickedFragment.fragment).where(TickedFragment.preparation_id == preparation_id)
    return {found for found in map(entry_of, session.exec(query)) if found is not None}


def _newest(
    session: Session, journey_id: int, forms: list[str], many: int, besides: Collection[int]
) -> list[EntryLine]:
    lines = entries.listed(session, journey_id, forms, limit=many)
    older = set(besides) - {line.id for line in lines}
    return lines + (entries.listed(session, journey_id, forms, only=older) if older else [])


def _group(id_: str, *pieces: FragmentPiece) -> FragmentGroup:
    return FragmentGroup(id_, id_, None, None, "", pieces)


def _single(id_: str, prompt_id: str, text: str) -> FragmentGroup | None:
    return _group(id_, FragmentPiece(id_, prompt_id, text)) if text else None


def _question(session: Session, journey_id: int) -> FragmentGroup | None:
    line = questions.current(session, journey_id)
    return _single("question", questions.TEXT, line.text.strip()) if line else None


def _places(session: Session, journey_id: int) -> FragmentGroup | None:
    walked = places.walked(session, journey_id)
    evidence = " ".join(note.evidence for note in walked.notes)
    return _group("places", FragmentPiece("places", "", evidence)) if walked.notes else None


def _case(case: WholeEntry) -> FragmentGroup | None:
    told = [id_ for id_ in case.answers if id_ != SINCE and text_of(case, id_)]
    if not told:
        return None
    return _single("case", CASE_QUESTION, text_of(case, CASE_QUESTION) or text_of(case, told[0]))


def _context(session: Session, journey_id: int) -> FragmentGroup | None:
    found = answered(session, entries.listed(session, journey_id, [CONTEXT_FORM], limit=1))
    return _single("context", "", " ".join(found[0][1].values())) if found else None


def _reflection(line: EntryLine, texts: dict[str, str], guidance: Guidance) -> FragmentGroup:
    pieces = reflection_pieces(line, texts, guidance)
    return FragmentGroup(f"reflection.{line.id}", "reflection", line.id, line.session_id, line.title, pieces)


def _notes(session: Session, journey_id: int, guidance: Guidance, ticked: Collection[int]) -> FragmentGroup:
    return _group("notes", *_note_pieces(note_lines(session, journey_id, guidance, ticked), guidance))


def _note_pieces(notes: Iterable[tuple[EntryLine, dict[str, str]]], guidance: Guidance) -> Iterator[FragmentPiece]:
    for line, texts in notes:
        for prompt_id, text in texts.items():
            if prompt_id.startswith(attachments.PREFIX):
                continue  # the name of a drawing is ticked with the drawing
            words = readable(guidance, prompt_id, text)
            yield FragmentPiece(f"piece.{line.id}.{prompt_id}", prompt_id, words, line.title)


def _experiments(session: Session, journey_id: int) -> FragmentGroup:
    found = experiments.listed(session, journey_id)
    return _group(
        "experiments",
        *(
            FragmentPiece(
                f"experiment.{line.entry_id}", experiments.TITLE, line.title or next(iter(line.answers.values()))
            )
            for line in found
            if line.title or line.answers
        ),
    )


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
