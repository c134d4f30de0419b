"""What is ticked, for whom, and whether the words are still the ones that were ticked.

One truth in the table: an answer that is shared whole is one row with its own id; of an answer that is shared in
part every ticked sentence is a row. A row keeps the digest of the words; when the words change, it holds no longer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session, select

from journal.domain import fragment_ids
from journal.domain.changes import Change, changes
from journal.domain.guidance import Guidance
from journal.domain.sharing import Recipient
from journal.domain.sharing_records import TickedFragment
from journal.storage import fragments
from journal.storage.fragment_pieces import FragmentGroup, FragmentPiece

Digests = dict[str, str | None]
"""What is ticked, with the digest of the words at that time."""


@dataclass(frozen=True)
class Ticks:
    """``held`` is shared; ``lapsed`` was ticked, and its words have changed since: not shared, offered again.

    An answer is in ``held`` with all its sentences, or only some of its sentences are. What only gathers others
    is in neither.
    """

    held: frozenset[str] = frozenset()
    lapsed: frozenset[str] = frozenset()


@changes(Change.PREPARATION)
def tick(
    session: Session,
    preparation_id: int,
    fragment: str,
    ticked: bool,  # noqa: FBT001
    *,
    guidance: Guidance,
    recipient: Recipient = Recipient.GROUP,
) -> None:
    """Share one fragment, or keep it back."""
    tick_all(session, preparation_id, [fragment], ticked, guidance=guidance, recipient=recipient)


@changes(Change.PREPARATION)
def tick_all(
    session: Session,
    preparation_id: int,
    wanted: Iterable[str],
    ticked: bool,  # noqa: FBT001
    *,
    guidance: Guidance,
    recipient: Recipient = Recipient.GROUP,
) -> None:
    """Share these fragments with a reader as they are worded now, or keep them back.

    What gathers others (the case, an experiment) stands for all in it. What is not there is not ticked.
    """
    chosen = list(dict.fromkeys(wanted))
    groups = fragments.offered(session, preparation_id, guidance, recipient=recipient, besides=chosen)
    rows = _rows(session, preparation_id, recipient)
    digests = _spread(groups, {id_: row.digest for id_, row in rows.items()})
    answers = {answer.id: answer for group in groups for answer in group.answers()}
    for fragment in _unfolded(chosen, groups):
        answer = answers.get(fragment_ids.answer_of(fragment))
        if answer is None:
            if not ticked:
                _keep_back(digests, fragment)
        elif ticked:
            _share(digests, answer, fragment)
        else:
            _hold_back(digests, answer, fragment)
    for id_, row in rows.items():
        if id_ not in digests:
            session.delete(row)
    for id_, digest in digests.items():
        row = rows.get(id_) or TickedFragment(preparation_id=preparation_id, recipient=recipient, fragment=id_)
        row.digest = digest
        session.add(row)


def ticks(session: Session, preparation_id: int, recipient: Recipient, guidance: Guidance) -> Ticks:
    """What is ticked for a reader, and of what the words changed since."""
    groups = fragments.offered(session, preparation_id, guidance, recipient=recipient)
    return ticks_among(session, preparation_id, recipient, groups)


def ticks_among(session: Session, preparation_id: int, recipient: Recipient, groups: Iterable[FragmentGroup]) -> Ticks:
    """The same, for who has at hand what is offered. What is not among it is in neither."""
    groups = tuple(groups)
    rows = _rows(session, preparation_id, recipient)
    digests = _spread(groups, {id_: row.digest for id_, row in rows.items()})
    mine: dict[str, list[str]] = {}
    for id_ in digests:
        mine.setdefault(fragment_ids.answer_of(id_), []).append(id_)
    held: set[str] = set()
    lapsed: set[str] = set()
    for answer in (answer for group in groups for answer in group.answers()):
        if ticked := mine.get(answer.id):
            now = _held(digests, answer)
            parts = {part.id for part in answer.parts}
            held |= now
            lapsed |= {id_ if id_ in parts else answer.id for id_ in ticked if id_ not in now}
    return Ticks(frozenset(held), frozenset(lapsed))


def _rows(session: Session, preparation_id: int, recipient: Recipient) -> dict[str, TickedFragment]:
    query = select(TickedFragment).where(TickedFragment.preparation_id == preparation_id)
    return {row.fragment: row for row in session.exec(query.where(TickedFragment.recipient == recipient))}


def _spread(groups: Iterable[FragmentGroup], digests: Digests) -> Digests:
    """What was ticked before digests were kept, as ticks of the answers in it: each of them lapsed."""
    found = dict(digests)
    for group in groups:
        for holder in _holders(group):
            if holder.id in digests and digests[holder.id] is None:
                own = {answer.id for answer in holder.answers()}
                if holder.id not in own:
                    del found[holder.id]
                for id_ in own:
                    found.setdefault(id_, None)
    return found


def _unfolded(chosen: Iterable[str], groups: Iterable[FragmentGroup]) -> Iterator[str]:
    """What gathers others as the answers in it."""
    holders: dict[str, list[str]] = {}
    for group in groups:
        for holder in _holders(group):
            own = [answer.id for answer in holder.answers()]
            if holder.id not in own:
                holders[holder.id] = own
    for fragment in chosen:
        yield from holders.get(fragment, [fragment])


def _holders(group: FragmentGroup) -> Iterator[FragmentGroup | FragmentPiece]:
    yield group
    yield from (piece for piece in group.pieces if piece.gathers)


def _held(digests: Digests, answer: FragmentPiece) -> set[str]:
    """The answer with all its sentences, or the sentences that are shared, or nothing."""
    if digests.get(answer.id) == answer.digest:
        return {answer.id, *(part.id for part in answer.parts)}
    return {part.id for part in answer.parts if digests.get(part.id) == part.digest}


def _share(digests: Digests, answer: FragmentPiece, fragment: str) -> None:
    if fragment == answer.id:
        _keep_back(digests, answer.id)
        digests[answer.id] = answer.digest
        return
    held = _held(digests, answer)
    parts = {part.id: part.digest for part in answer.parts}
    if fragment in held or fragment not in parts:
        return
    if held | {fragment} >= parts.keys():
        _share(digests, answer, answer.id)
        return
    for id_ in _own(digests, answer.id):
        if id_ not in parts:
            del digests[id_]  # the answer as it was, or sentences that it has no longer
    digests[fragment] = parts[fragment]


def _hold_back(digests: Digests, answer: FragmentPiece, fragment: str) -> None:
    whole = digests.get(answer.id) == answer.digest
    if fragment == answer.id or whole:
        _keep_back(digests, answer.id)
    if fragment != answer.id and whole:
        digests.update({part.id: part.digest for part in answer.parts if part.id != fragment})
    digests.pop(fragment, None)


def _keep_back(digests: Digests, fragment: str) -> None:
    for id_ in _own(digests, fragment):
        del digests[id_]


def _own(digests: Digests, fragment: str) -> list[str]:
    return [id_ for id_ in digests if id_ == fragment or id_.startswith(f"{fragment}#")]
