"""A journal against a plain model: written, ticked, locked, killed, put back, thrown away, erased and merged at random.

``REISGEZEL_LONG=1`` makes the run long.
"""

import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlmodel import Session, select

from journal.clean_text import clean
from journal.domain.backup_policy import Reason
from journal.domain.records import Entry
from journal.storage import answers, backups, copies, database, entries, keys, merge, preparations, restoring, trash
from journal.storage.database import OpenJournal
from journal.storage.health import check
from journal.storage.trash import ThrownKind
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.proof.long_run import many
from tests.proof.plain_model import PROMPT, Model, Note, compare, found_in
from tests.storage.beginnings import TODAY, Child, a_journey
from tests.storage.intervisie_story import htc
from tests.storage.pages import plain_pages

MOST = 5
WHICH = st.integers(0, MOST - 1)
ENDS = st.sampled_from(
    ["", " over het wad", " \u00e9\u00e9n \U0001f30a", ".\n\nEn nog iets. En dan.", " lang" * 2_000, "\u202e\u200b"]
)
PAUSES = st.sampled_from([10, 360, 4_000])
done: dict[str, int] = {}


def _base() -> Path:
    place = Path(tempfile.mkdtemp(prefix="reisgezel-model-"))
    with database.create(place / "journal", PASSPHRASE, ROOT, now=Clock(), cost=CHEAP) as journal:
        journal.do(preparations.prepare, a_journey(journal), on=TODAY, method_id="incident")
    return place


def _id(session: Session, uid: str) -> int:
    return session.exec(select(Entry.id).where(Entry.uid == uid)).one() or 0


def _uid(session: Session, id_: int) -> str:
    return session.get_one(Entry, id_).uid


class Journal(RuleBasedStateMachine):
    """One writer, with two laptops."""

    base: Path | None = None

    def __init__(self) -> None:
        super().__init__()
        Journal.base = Journal.base or _base()
        self.place = Path(tempfile.mkdtemp(prefix="reisgezel-model-"))
        self.folder = Path(shutil.copytree(Journal.base / "journal", self.place / "journal"))
        self.clock, self.model, self.words = Clock(), Model(), 0
        self.journal: OpenJournal = database.unlock(self.folder, PASSPHRASE, now=self.clock)
        self.backup: tuple[Path, Model] | None = None
        self.other: Model | None = None
        self.changed = 0

    def teardown(self) -> None:
        assert check(self.journal).problems == ()
        self.journal.close()
        pages = plain_pages(self.folder / "journal.db", ROOT)
        for word in self.model.erased:
            assert word.encode() not in pages
        shutil.rmtree(self.place)

    def _text(self, end: str) -> str:
        self.words += 1
        return clean(f"Woord{self.words}q{end}")

    def _pick(self, which: int, *, thrown: bool = False) -> str:
        """A note that is there, or in the bin; empty when there is none."""
        there = [uid for uid, note in self.model.notes.items() if note.thrown == thrown]
        return there[which % len(there)] if there else ""

    def _write(self, journal: OpenJournal, model: Model, uid: str, text: str) -> None:
        moment = journal.do(answers.write, journal.read(_id, uid), PROMPT, text)
        model.notes[uid].write(text, moment)

    def _count(self, what: str) -> None:
        self.changed += 1
        done[what] = done.get(what, 0) + 1

    @precondition(lambda self: len(self.model.notes) < MOST)
    @rule(end=ENDS)
    def begins_a_note(self, end: str) -> None:
        text = self._text(end)
        id_ = self.journal.do(entries.start, 1, "note", on=TODAY, title="een titel")
        moment = self.journal.do(answers.write, id_, PROMPT, text)
        uid = self.journal.read(_uid, id_)
        self.model.notes[uid] = Note(text, moment, ever={text})
        self._count("begun")

    @rule(which=WHICH, end=ENDS, pause=PAUSES)
    def types(self, which: int, end: str, pause: int) -> None:
        self.clock.later(seconds=pause)
        if uid := self._pick(which):
            self._write(self.journal, self.model, uid, self._text(end))
            self._count("typed")

    @rule(first=WHICH, other=WHICH, end=ENDS)
    def types_on(self, first: int, other: int, end: str) -> None:
        for which in (first, other):
            self.types(which=which, end=end, pause=400)

    @rule(which=WHICH, on=st.booleans())
    def ticks(self, which: int, on: bool) -> None:
        if uid := self._pick(which):
            fragment = f"piece.{self.journal.read(_id, uid)}.{PROMPT}"
            self.journal.do(preparations.tick_all, 1, [fragment], on, guidance=htc())
            note = self.model.notes[uid]
            note.ticked = note.text if on else None
            self._count("ticked")

    @rule(which=WHICH, version=st.integers(0, 5))
    def brings_back(self, which: int, version: int) -> None:
        if uid := self._pick(which):
            versions = self.journal.read(lambda s: answers.versions(s, _id(s, uid), PROMPT))
            if versions:
                self.clock.later(seconds=30)
                note = self.model.notes[uid]
                before = note.text
                text = self.journal.do(answers.bring_back, versions[version % len(versions)].id)
                if text != before:
                    note.kept.add(before)
                    note.text, note.since = text, self.clock.moment
                self._count("brought back")

    @rule(which=WHICH)
    def throws_away(self, which: int) -> None:
        if uid := self._pick(which):
            self.journal.do(entries.throw_away, self.journal.read(_id, uid))
            self.model.notes[uid].thrown = True
            self._count("thrown away")

    @rule(which=WHICH)
    def fetches_back(self, which: int) -> None:
        if uid := self._pick(which, thrown=True):
            self.journal.do(trash.fetch_back, ThrownKind.ENTRY, self.journal.read(_id, uid))
            self.model.notes[uid].thrown = False
            self._count("fetched back")

    @rule(which=WHICH)
    def erases(self, which: int) -> None:
        if uid := self._pick(which, thrown=True):
            self.journal.do(trash.erase, ThrownKind.ENTRY, self.journal.read(_id, uid))
            self.model.erase(uid, self.clock.moment)
            self._count("erased")

    @precondition(lambda self: self.changed % 4 == 3)
    @rule(code=st.booleans())
    def locks_and_opens(self, code: bool) -> None:
        self.journal.close()
        if code:
            self.journal = database.unlock_with_recovery(self.folder, keys.recovery_code(ROOT), now=self.clock)
        else:
            self.journal = database.unlock(self.folder, PASSPHRASE, now=self.clock)
        self._count("opened again")

    @rule(which=WHICH, saves=st.integers(0, 3))
    def is_killed(self, which: int, saves: int) -> None:
        uid = self._pick(which)
        self.journal.close()
        self.clock.later(minutes=6)
        texts = [self._text(" vlak voor de klap " * 50) for _ in range(20)]

        def work(say):
            journal = database.unlock(self.folder, PASSPHRASE, now=self.clock)
            for number, text in enumerate(texts):
                if uid:
                    journal.do(answers.write, journal.read(_id, uid), PROMPT, text)
                say(str(number))

        child = Child(work)
        said = [child.line() for _ in range(saves)] + child.kill()
        assert not [line for line in said if line.startswith("!")], said
        self.journal = database.unlock(self.folder, PASSPHRASE, now=self.clock)
        if uid:
            self._after_a_kill(uid, [texts[int(number)] for number in said], texts)
        self._count("killed")

    def _after_a_kill(self, uid: str, saved: list[str], texts: list[str]) -> None:
        """One more than was said may have come on the disk; which ones were kept meanwhile is free."""
        there = self.journal.read(found_in, 1, htc()).notes[uid].text
        note = self.model.notes[uid]
        assert there in {saved[-1] if saved else note.text, texts[min(len(saved), len(texts) - 1)]}
        if there != note.text:
            note.write(there, self.clock.moment)
            note.ever |= set(texts[: texts.index(there) + 1])

    @precondition(lambda self: self.changed > 3)
    @rule()
    def makes_a_backup(self) -> None:
        self.changed = 0
        made = backups.make(self.journal, Reason.ASKED, anyway=True)
        self.backup = made.path, self.model.copy()
        self._count("backed up")

    @precondition(lambda self: self.backup is not None and self.changed > 1)
    @rule()
    def puts_back(self) -> None:
        self.changed = 0
        assert self.backup is not None
        before, (path, then) = self.folder, self.backup
        self.journal.close()
        self.folder = restoring.put_back(path, before).folder
        with database.unlock(before, PASSPHRASE, now=self.clock) as old:
            compare(self.model, old.read(found_in, 1, htc()))
        self.journal = database.unlock(self.folder, PASSPHRASE, now=self.clock)
        self.model = then.copy()
        self._count("put back")

    @rule(which=WHICH, end=ENDS, new=st.booleans())
    def writes_on_the_other_laptop(self, which: int, end: str, new: bool) -> None:
        uid, there = self._pick(which), self.place / "other"
        if self.other is None:
            copies.write_copy(self.journal, self.place / "copy.reisgezel")
            copies.open_copy(self.place / "copy.reisgezel", there)
            self.other = self.model.copy()
        self.clock.later(minutes=6)
        with database.unlock(there, PASSPHRASE, now=self.clock) as other:
            if new:
                text, id_ = self._text(end), other.do(entries.start, 1, "note", on=TODAY, title="elders")
                moment = other.do(answers.write, id_, PROMPT, text)
                self.other.notes[other.read(_uid, id_)] = Note(text, moment, ever={text})
            elif uid in self.other.notes and not self.other.notes[uid].thrown:
                self._write(other, self.other, uid, self._text(end))
            copies.write_copy(other, self.place / "copy.reisgezel")
        self._count("written elsewhere")

    @precondition(lambda self: self.other is not None)
    @rule()
    def merges(self) -> None:
        assert self.other is not None
        self.clock.later(minutes=6)
        merge.merge_copy(self.journal, self.place / "copy.reisgezel", "thuis")
        self.model.take_over(self.other, self.journal.read(found_in, 1, htc()))
        shutil.rmtree(self.place / "other")
        self.other = None
        self._count("merged")

    @invariant()
    def the_journal_holds_what_the_model_holds(self) -> None:
        compare(self.model, self.journal.read(found_in, 1, htc()))


def test_a_journal_does_what_a_plain_model_does(capsys):
    steps, examples = many(40, 60), many(20, 60)
    done.clear()
    run_state_machine_as_test(
        Journal,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    shutil.rmtree(Journal.base or "")
    Journal.base = None
    with capsys.disabled():
        print(f"\n{examples} journals of at most {steps} steps, compared after each: {done}")
    assert len(done) == 13, "something was never tried"
