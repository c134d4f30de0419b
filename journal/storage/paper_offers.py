"""What the papers can show that belong to no meeting: one reflection, or the journey in one page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlmodel import Session

from journal.answer_words import not_written, readable
from journal.domain import fragment_ids
from journal.domain.guidance import Guidance
from journal.domain.records import Entry, Who
from journal.domain.snapshot import PlaceNow, Places
from journal.storage import attachments, entries, fragment_groups, questions
from journal.storage.entries import EntryLine, WholeEntry
from journal.storage.fragment_pieces import FragmentGroup, FragmentPiece, answer, digest, group
from journal.text import say, tr

REFLECTION = "reflection"
_APART = ("attachment.", "placement.")
_NAMES = frozenset({"moment.name"})
_NO_SENTENCES = frozenset({"moment.name", "next.when"})


def of_session(session: Session, entry_id: int, guidance: Guidance) -> tuple[FragmentGroup, ...]:
    """The answers of one reflection or note, its places on the map, and what was drawn with it."""
    found = entries.whole(session, entry_id)
    line = _line(session, found)
    if line is None:
        return ()
    groups = (_told(line, found, guidance), _standing(found, guidance), *_drawn(session, entry_id))
    return tuple(each for each in groups if each.pieces)


def of_journey(session: Session, journey_id: int, guidance: Guidance) -> tuple[FragmentGroup, ...]:
    """The map, the question with its versions, the themes, and what was written after each session."""
    lines = [line for line in entries.listed(session, journey_id, [REFLECTION]) if line.meeting_id]
    themes = fragment_groups.themes(session, journey_id, guidance)
    there = {piece.id for piece in themes.answers()}  # nothing stands on one page twice
    told = (_told(line, entries.whole(session, line.id), guidance) for line in reversed(lines))
    groups = (
        fragment_groups.standing(session, journey_id, guidance),
        _wordings(fragment_groups.question(session, journey_id)),
        *(replace(each, pieces=tuple(piece for piece in each.pieces if piece.id not in there)) for each in told),
        themes,
    )
    return tuple(each for each in groups if each.pieces)


def places_of(session: Session, entry_id: int, guidance: Guidance, held: frozenset[str]) -> Places | None:
    """The places that one reflection chose; the way to there is not on its paper."""
    if fragment_ids.PLACES not in held:
        return None
    found = entries.whole(session, entry_id)
    now: dict[Who, list[PlaceNow]] = {Who.ME: [], Who.US: []}
    for who, stage_id, evidence in _placed(found, guidance):
        fragment = fragment_ids.place(entry_id, who, stage_id)
        shown = (evidence, fragment) if fragment in held else ("", "")
        now[who].append(PlaceNow(stage_id, *shown))
    return Places(tuple(now[Who.ME]), tuple(now[Who.US]), (), None, (), fragment_ids.PLACES)


def _wordings(question: FragmentGroup) -> FragmentGroup:
    """The versions of the question, without what shifted: one page has no room for reasons."""
    kept = (
        replace(piece, gathered=tuple(part for part in piece.parts if part.prompt_id != questions.REASON))
        if piece.gathers
        else piece
        for piece in question.pieces
    )
    return replace(question, pieces=tuple(piece for piece in kept if piece.parts or not piece.gathers))


def _line(session: Session, found: WholeEntry) -> EntryLine | None:
    entry: Entry = found.entry
    assert entry.id is not None
    lines = entries.listed(session, entry.journey_id, [entry.form_id], only=[entry.id])
    closed = entry.opens_on is not None and entry.opens_on > entries.now(session).astimezone().date()
    return lines[0] if lines and not closed else None


def _told(line: EntryLine, found: WholeEntry, guidance: Guidance) -> FragmentGroup:
    texts = {id_: each.text.strip() for id_, each in found.answers.items() if each.text.strip()}
    asked = [id_ for id_ in in_order(found.entry.form_id, guidance) if id_ in texts]
    ids = [id_ for id_ in dict.fromkeys((*asked, *texts)) if not id_.startswith(_APART) and id_ not in _NAMES]
    pieces = tuple(_answers(line, ids, texts, guidance))
    return FragmentGroup(f"{REFLECTION}.{line.id}", REFLECTION, line.id, line.session_id, line.title, pieces)


def in_order(form_id: str, guidance: Guidance) -> Iterator[str]:
    """As they were asked: the questions of stages and themes at their own steps. Then those of other forms."""
    try:
        steps = guidance.form(form_id).steps
    except KeyError:
        steps = ()  # of a programme that is no longer here
    for step in steps:
        yield from (prompt.id for prompt in step.prompts)
        if step.kind == "stage_prompts":
            yield from (prompt.id for stage in guidance.stages for prompt in stage.prompts)
        elif step.kind == "themes":
            yield from (theme.prompt.id for theme in guidance.programme.themes)
    yield from (prompt.id for prompt in guidance.prompts())


def _answers(line: EntryLine, ids: Iterable[str], texts: dict[str, str], guidance: Guidance) -> Iterator[FragmentPiece]:
    chosen = not_written(guidance)
    for number, id_ in enumerate(ids):
        yield answer(
            fragment_ids.piece(line.id, id_),
            id_,
            texts[id_],
            title=line.title if number == 0 else "",
            shown=readable(guidance, id_, texts[id_]) if id_ in chosen else None,
            opens=id_ not in _NO_SENTENCES,
        )


def _placed(found: WholeEntry, guidance: Guidance) -> Iterator[tuple[Who, str, str]]:
    known = {stage.id for stage in guidance.stages}
    for each in found.placements:
        if each.stage_id in known:
            yield Who(each.who), each.stage_id, each.evidence.strip()


def _standing(found: WholeEntry, guidance: Guidance) -> FragmentGroup:
    placed = list(_placed(found, guidance))
    if not placed or found.entry.id is None:
        return group(fragment_ids.PLACES, ())
    who_words = {Who.ME: tr("I"), Who.US: tr("Our cooperation")}
    named = [f"{who_words[who]}: {say(guidance.stage(stage_id).name)}." for who, stage_id, _ in placed]
    whole = FragmentPiece(fragment_ids.PLACES, "", " ".join(named), digest=digest(*named))
    noticed = [
        answer(fragment_ids.place(found.entry.id, who, stage_id), f"stage.{stage_id}.notice", evidence)
        for who, stage_id, evidence in placed
        if evidence
    ]
    return group(fragment_ids.PLACES, (whole, *noticed))


def _drawn(session: Session, entry_id: int) -> Iterator[FragmentGroup]:
    for line in attachments.of_entry(session, entry_id):
        id_ = fragment_ids.attachment(line.id)
        compared = digest(line.caption, line.description, line.changed_at.isoformat())
        piece = FragmentPiece(id_, "", line.description, line.caption, compared)
        yield FragmentGroup(id_, line.kind.value, entry_id, line.session_id, line.caption, (piece,))
