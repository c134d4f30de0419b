"""The gate between journal and paper: the words that were ticked, by the id of their answer, and no others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from journal.domain import fragment_ids, sentences
from journal.domain.snapshot import Piece
from journal.storage import questions
from journal.storage.fragment_pieces import FragmentGroup, FragmentPiece
from journal.storage.fragment_ticks import Ticks

_MARK, _THEME, _PLACE = "mark.", "theme.", "place."


@dataclass(frozen=True)
class Chosen:
    """What is ticked, in groups. Parts of the paper take their words from here."""

    groups: tuple[FragmentGroup, ...]
    held: frozenset[str]

    @cached_property
    def _begun(self) -> frozenset[str]:
        """The answers of which something is ticked."""
        return frozenset(map(fragment_ids.answer_of, self.held))

    def __contains__(self, answer_id: str) -> bool:
        """Whether all of this answer is ticked."""
        return answer_id in self.held

    def text(self, answer: FragmentPiece) -> str:
        """What is ticked of an answer; empty when nothing is."""
        if answer.id in self.held:
            return answer.text
        if answer.id not in self._begun:
            return ""
        numbers = {number for number, part in enumerate(answer.parts, start=1) if part.id in self.held}
        return sentences.chosen(answer.text, numbers) if numbers else ""

    def all_pieces(self, group: FragmentGroup) -> tuple[Piece, ...]:
        """What is ticked of the answers in a group."""
        return tuple(_pieces(self, group.answers()))

    def pieces(self, group_id: str) -> tuple[Piece, ...]:
        """The same, by the name of the group."""
        return tuple(piece for group in self.groups if group.id == group_id for piece in self.all_pieces(group))

    def first(self, group_id: str) -> Piece | None:
        """The first of it, if any."""
        return next(iter(self.pieces(group_id)), None)

    def by_id(self) -> dict[str, Piece]:
        """All that is ticked, by the id of the answer."""
        return {piece.fragment: piece for group in self.groups for piece in self.all_pieces(group)}

    def ids(self) -> tuple[str, ...]:
        """What is on the paper, for the list of what was shared: answers, else sentences of them."""
        found: list[str] = []
        for answer in _answers(self.groups):
            if answer.id in self.held:
                found.append(answer.id)
            elif answer.id in self._begun:
                found += [part.id for part in answer.parts if part.id in self.held]
        return tuple(sorted(found))


def chosen_of(groups: tuple[FragmentGroup, ...], ticks: Ticks) -> Chosen:
    """What is ticked, without what says nothing unless something else is ticked too."""
    alone = _lonely(groups, ticks.held)
    return Chosen(groups, frozenset(id_ for id_ in ticks.held if fragment_ids.answer_of(id_) not in alone))


def waiting_for(groups: tuple[FragmentGroup, ...], held: frozenset[str]) -> frozenset[str]:
    """What is not ticked, and without which something that is ticked does not print."""
    mine = frozenset(map(fragment_ids.answer_of, held))
    return frozenset(id_ for alone, company in _lonely(groups, held).items() if alone in mine for id_ in company)


def _lonely(groups: tuple[FragmentGroup, ...], held: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Answers that cannot print as things are, with what they miss."""
    chosen = Chosen(groups, held)
    offered = {answer.id: answer for answer in _answers(groups)}
    found: dict[str, tuple[str, ...]] = {}
    for id_ in offered:
        missed = [each for each in _company(id_, offered) if not _is_there(each, chosen, offered)]
        if missed:
            found[id_] = tuple(missed)
    return found


def _company(id_: str, offered: dict[str, FragmentPiece]) -> tuple[str, ...]:
    """A date goes with a wording, a shift with a wording, a place's evidence with the map, a mark with words."""
    entry_id, prompt_id = fragment_ids.entry_of(id_), fragment_ids.prompt_of(id_)
    if entry_id is None:
        return ()
    if prompt_id == questions.TEXT:
        return (fragment_ids.QUESTION,)
    if prompt_id == questions.REASON:
        wording = fragment_ids.piece(entry_id, questions.TEXT)
        return (fragment_ids.QUESTION, *([wording] if wording in offered else []))
    if prompt_id.startswith(_PLACE):
        return (fragment_ids.PLACES,)
    if prompt_id.startswith(_MARK):
        return (fragment_ids.piece(entry_id, _THEME + prompt_id.removeprefix(_MARK)),)
    return ()


def _is_there(id_: str, chosen: Chosen, offered: dict[str, FragmentPiece]) -> bool:
    """All of it, or of words on a theme some."""
    return id_ in chosen or (id_ in offered and bool(chosen.text(offered[id_])))


def _answers(groups: Iterable[FragmentGroup]) -> Iterator[FragmentPiece]:
    return (answer for group in groups for answer in group.answers())


def _pieces(chosen: Chosen, answers: Iterable[FragmentPiece]) -> Iterator[Piece]:
    for answer in answers:
        if text := chosen.text(answer):
            yield Piece(answer.prompt_id, text, answer.id)
