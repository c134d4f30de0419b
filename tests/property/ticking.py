"""A random choice of what is offered, and by rules of its own what of it may be on paper."""

from dataclasses import dataclass

from hypothesis import strategies as st

from journal.domain import sentences
from journal.domain.sharing import Recipient
from journal.storage import fragments, preparations
from journal.storage.database import OpenJournal
from tests.property.told import UNIQUE
from tests.property.writing import Written
from tests.storage.intervisie_story import htc


@dataclass
class Shared:
    """What is ticked: by the id of an answer the numbers of its sentences, or all of it (None)."""

    written: Written
    texts: dict[str, str]
    ticked: dict[str, set[int] | None]

    def whole(self, id_: str) -> bool:
        """Whether all of an answer is ticked."""
        return id_ in self.ticked and self.ticked[id_] is None

    def says(self, id_: str) -> str:
        """What of an answer may be on paper."""
        if id_ not in self.ticked or not self._in_company(id_):
            return ""
        numbers = self.ticked[id_]
        return self.texts[id_] if numbers is None else sentences.chosen(self.texts[id_], numbers)

    def counts(self, id_: str) -> bool:
        """Whether it is on paper, also without words of its own."""
        return bool(self.says(id_)) or (id_ in self.ticked and self._in_company(id_))

    def _in_company(self, id_: str) -> bool:
        entry, _, prompt = id_.removeprefix("piece.").partition(".")
        if prompt.startswith("place."):
            return "places" in self.ticked
        if prompt.startswith("mark."):
            return f"piece.{entry}.theme.{prompt.removeprefix('mark.')}" in self.ticked
        wording = f"piece.{entry}.question.text"
        if prompt == "question.reason" and wording in self.texts and wording not in self.ticked:
            return False
        return "question" in self.ticked if prompt.startswith("question.") else True

    def words(self) -> set[str]:
        """The words that may be in the file: of what is ticked, and names that go with what is ticked whole."""
        may = {word for id_ in self.ticked for word in UNIQUE.findall(self.says(id_))}
        for told in self.written.plan.entries:
            id_ = self.written.ids[told.key]
            if told.form == "note" and self.whole(f"piece.{id_}.note.text"):
                may |= set(UNIQUE.findall(told.title))
            if self.whole(f"piece.{id_}.moment.story"):
                may |= set(UNIQUE.findall(told.texts.get("moment.name", "")))
            if told.kind and f"attachment.{id_}" in self.ticked:
                may |= set(UNIQUE.findall(repr(told.texts)))
        return may


def tick(journal: OpenJournal, written: Written, recipient: Recipient, data: st.DataObject) -> Shared:
    """Tick nothing, everything, some answers, some sentences."""
    groups = journal.read(fragments.offered, written.preparation_id, htc(), recipient=recipient)
    pieces = [answer for group in groups for answer in group.answers()]
    shared = Shared(written, {answer.id: answer.text for answer in pieces}, {})
    generous = data.draw(st.integers(0, 4))
    ids: list[str] = []
    for answer in pieces:
        if data.draw(st.integers(0, 4)) > generous:
            continue
        many = len(answer.parts)
        numbers = data.draw(st.sets(st.integers(1, many), min_size=1)) if many else set()
        shared.ticked[answer.id] = None if len(numbers) == many else numbers
        ids += [f"{answer.id}#{number}" for number in numbers] or [answer.id]
    tick_ids(journal, written, ids, recipient)
    return shared


def tick_ids(journal: OpenJournal, written: Written, ids: list[str], recipient: Recipient = Recipient.GROUP) -> None:
    """Tick these."""
    journal.do(preparations.tick_all, written.preparation_id, ids, True, guidance=htc(), recipient=recipient)


@dataclass
class OnlyShared:
    """Of every text of a plan what is shared of it, to write a journal in which nothing else ever stood."""

    shared: Shared

    def __call__(self, key: str, prompt: str, text: str) -> str:
        """Of what only goes along with something else: whether that is shared."""
        shared, id_ = self.shared, self.shared.written.ids[key]
        if key in self._gone():
            return ""
        along = {
            "title": shared.whole(f"piece.{id_}.note.text"),
            "place": "places" in shared.ticked,
            "moment.name": shared.whole(f"piece.{id_}.moment.story"),
        }
        if key.startswith("a"):
            return text if f"attachment.{id_}" in shared.ticked else ""
        if key == f"q{len(shared.written.plan.versions) - 1}" and prompt == "question.text":
            return text if "question" in shared.ticked else ""
        if prompt in along and not (prompt == "moment.name" and f"piece.{id_}.moment.name" in shared.texts):
            return text if along[prompt] else ""
        if prompt == "question.text":
            return text if shared.says(f"piece.{id_}.question.text") else ""
        return self._of_a_theme(f"piece.{id_}.{prompt}", prompt, text) or shared.says(f"piece.{id_}.{prompt}")

    def _of_a_theme(self, id_: str, prompt: str, text: str) -> str:
        """A chosen word shows with the one before it, so that one needs some words beside it."""
        kind, _, theme = prompt.partition(".")
        marked = kind in {"mark", "theme"} and any(
            each.endswith(f".mark.{theme}") and self.shared.says(each) for each in self.shared.ticked
        )
        if kind == "mark":
            return text if marked else ""
        return "Iets anders." if kind == "theme" and marked and id_ not in self.shared.texts else ""

    def _gone(self) -> set[str]:
        return {told.key for told in self.shared.written.plan.entries if told.gone}

    def ids_in(self, other: Written) -> list[str]:
        """What is shared, by the ids that it has in the other journal."""
        here = {
            f"{'attachment' if key.startswith('a') else 'piece'}.{number}": key
            for key, number in self.shared.written.ids.items()
        }
        return [_renamed(id_, here, other) for id_ in self.shared.ticked if self.shared.counts(id_)]


def _renamed(id_: str, keys: dict[str, str], other: Written) -> str:
    kind, _, rest = id_.partition(".")
    number, _, prompt = rest.partition(".")
    key = keys.get(f"{kind}.{number}")
    return id_ if key is None else ".".join([kind, str(other.ids[key]), *([prompt] if prompt else [])])
