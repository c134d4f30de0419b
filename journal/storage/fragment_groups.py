"""The groups of which there is one: question, places, case, what came of the last time, themes, experiments ..."""

from collections.abc import Iterable, Iterator

from sqlmodel import Session

from journal import dates
from journal.domain import fragment_ids
from journal.domain.guidance import Guidance
from journal.domain.records import Who
from journal.storage import entries, experiments, marks, places, questions
from journal.storage.entries import WholeEntry
from journal.storage.experiments import ExperimentLine
from journal.storage.fragment_pieces import FragmentGroup, FragmentPiece, answer, digest, group
from journal.storage.marks import ThemeNote
from journal.storage.places import PlaceNote
from journal.text import say, tr

CASE_FORM = "case"
CASE_TITLE, CASE_QUESTION = "case.title", "case.question"
PROMISED = ("case.promised", "case.done", "case.since_effect", "case.advice_used")
SINCE = "case.since"
_LINES = frozenset((CASE_TITLE, experiments.TITLE))


def question(session: Session, journey_id: int) -> FragmentGroup:
    """The learning question as it is, and how it became so: each wording with its day, and what shifted."""
    versions = [line for line in questions.versions(session, journey_id) if line.text.strip()]
    pieces = []
    if versions:
        pieces.append(answer(fragment_ids.QUESTION, questions.TEXT, versions[0].text.strip(), opens=False))
        if before := tuple(_before(versions)):
            pieces.append(FragmentPiece(fragment_ids.EARLIER, "", "", gathered=before))
    return group(fragment_ids.QUESTION, pieces)


def _before(versions: list[questions.QuestionLine]) -> Iterator[FragmentPiece]:
    for number, line in enumerate(versions):
        if number:
            wording = f"{dates.middle(line.written_on)}: {line.text.strip()}"
            id_ = fragment_ids.piece(line.entry_id, questions.TEXT)
            yield FragmentPiece(id_, questions.TEXT, wording, digest=digest(line.text, line.written_on.isoformat()))
        if line.reason.strip():
            yield answer(fragment_ids.piece(line.entry_id, questions.REASON), questions.REASON, line.reason.strip())


def standing(session: Session, journey_id: int, guidance: Guidance) -> FragmentGroup:
    """The places on the map, and by what one notices each of the present ones."""
    walked = places.walked(session, journey_id)
    if not walked.notes:
        return group(fragment_ids.PLACES, ())
    here = places_now(walked)
    names = {stage.id: say(stage.name) for stage in guidance.stages}
    me, us = (
        ", ".join(names[note.stage_id] for note in here if note.who is who and note.stage_id in names) for who in Who
    )
    told = [f"{who}: {where}." for who, where in ((tr("I"), me), (tr("Our cooperation"), us)) if where]
    way = "|".join(dict.fromkeys(note.stage_id for note in walked.notes if note.who is Who.ME))
    first = FragmentPiece(
        fragment_ids.PLACES, "", " ".join(told), digest=digest("|".join(walked.me), "|".join(walked.us), way)
    )
    noticed = [
        answer(fragment_ids.place(note.entry_id, note.who, note.stage_id), f"stage.{note.stage_id}.notice", text)
        for note in here
        if note.stage_id in names and (text := note.evidence.strip())
    ]
    return group(fragment_ids.PLACES, (first, *noticed))


def places_now(walked: places.Walked) -> tuple[PlaceNote, ...]:
    """The note behind each of the present places, mine first."""
    latest = {(note.who, note.stage_id): note for note in walked.notes}  # the newest comes last
    now = [*((Who.ME, id_) for id_ in walked.me), *((Who.US, id_) for id_ in walked.us)]
    return tuple(latest[each] for each in now)


def case(told: WholeEntry, guidance: Guidance) -> FragmentGroup:
    """The answers of the case, without the loop on top."""
    loop = {*PROMISED, SINCE}
    return group(fragment_ids.CASE, (piece for piece in _case(told, guidance) if piece.prompt_id not in loop))


def since(told: WholeEntry, guidance: Guidance) -> FragmentGroup:
    """The loop on top: what was promised, what came of it."""
    found = {piece.prompt_id: piece for piece in _case(told, guidance)}
    return group(fragment_ids.SINCE, (found[id_] for id_ in (*PROMISED, SINCE) if id_ in found))


def _case(told: WholeEntry, guidance: Guidance) -> Iterator[FragmentPiece]:
    if told.entry.thrown_away_at is None and told.entry.id is not None:
        texts = {id_: found.text for id_, found in told.answers.items()}
        asked = [prompt.id for prompt in guidance.form(CASE_FORM).prompts()]
        yield from _answers(told.entry.id, texts, asked)


def _answers(entry_id: int, texts: dict[str, str], asked: Iterable[str]) -> Iterator[FragmentPiece]:
    """In the order of the form; then what a form of before asked."""
    own = [id_ for id_ in texts if not id_.startswith(("attachment.", "placement.", "aside."))]
    for prompt_id in dict.fromkeys([*asked, *own]):
        if text := texts.get(prompt_id, "").strip():
            id_ = fragment_ids.piece(entry_id, prompt_id)
            yield answer(id_, prompt_id, text, opens=prompt_id not in _LINES)


def themes(session: Session, journey_id: int, guidance: Guidance) -> FragmentGroup:
    """The newest words on each theme, and the word that was chosen beside them."""
    pieces = []
    for now, before in themes_now(session, journey_id, guidance):
        prompt_id = f"theme.{now.theme_id}"
        pieces.append(answer(fragment_ids.piece(now.entry_id, prompt_id), prompt_id, now.text.strip()))
        if now.level is not None:
            levels = [note.level for note in (before, now) if note is not None and note.level is not None]
            sessions = [note.session_id or "" for note in (before, now) if note is not None]
            said = " → ".join(say(guidance.marks[level - 1]) for level in dict.fromkeys(levels))
            compared = digest(*map(str, levels), *sessions)
            pieces.append(
                FragmentPiece(fragment_ids.mark(now.entry_id, now.theme_id), prompt_id, said, digest=compared)
            )
    return group(fragment_ids.THEMES, pieces)


def themes_now(session: Session, journey_id: int, guidance: Guidance) -> Iterator[tuple[ThemeNote, ThemeNote | None]]:
    """Per theme the newest note with words, and the one before it with a word chosen on the line."""
    history = marks.history(session, journey_id)
    for theme in guidance.programme.themes:
        told = [note for note in history if note.theme_id == theme.id and note.text.strip()]
        if told:
            marked = [note for note in told[:-1] if note.level is not None]
            yield told[-1], marked[-1] if marked and told[-1].level is not None else None


def tried(session: Session, journey_id: int, guidance: Guidance) -> FragmentGroup:
    """Every experiment with its answers."""
    asked = [prompt.id for prompt in guidance.form(experiments.FORM).prompts()]
    found = (
        (line, tuple(_answers(line.entry_id, _told(line), asked))) for line in experiments.listed(session, journey_id)
    )
    return group(
        "experiments",
        (
            FragmentPiece(
                fragment_ids.experiment(line.entry_id), experiments.TITLE, line.title or parts[0].text, gathered=parts
            )
            for line, parts in found
            if parts
        ),
    )


def _told(line: ExperimentLine) -> dict[str, str]:
    return line.answers if experiments.TITLE in line.answers else {experiments.TITLE: line.title, **line.answers}


def context(session: Session, journey_id: int, guidance: Guidance, form_id: str) -> FragmentGroup:
    """What stands beside the learning question, in the order of its form."""
    lines = entries.listed(session, journey_id, [form_id], limit=1)
    if not lines:
        return group(fragment_ids.CONTEXT, ())
    told = entries.whole(session, lines[0].id)
    asked = {prompt.id for prompt in guidance.form(form_id).prompts()}
    texts = {id_: found.text for id_, found in told.answers.items() if id_ in asked}
    order = [prompt.id for prompt in guidance.form(form_id).prompts()]
    return group(fragment_ids.CONTEXT, _answers(lines[0].id, texts, order))
