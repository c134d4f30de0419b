"""What stands in the entry that is being written, and every way in which its page changes it."""

import datetime as dt
from collections.abc import Callable, Sequence

from journal.domain.guidance import Form, Prompt, Stage
from journal.domain.records import Depth, Entry, Meeting, Who
from journal.errors import JournalError
from journal.storage import answers, attachments, entries, journeys, marks, places
from ui.store import Store

_FORMS = {Depth.SHORT: "reflection_short", Depth.STEPS: "reflection", Depth.FREE: "reflection_free"}
Undo = tuple[Callable[[], object], Callable[[], object]]


class Written:
    """The entry as the journal has it. Writing raises JournalError after the store has told of it.

    ``by`` is who asks, so that the page does not refresh for its own changes.
    """

    def __init__(self, store: Store, entry_id: int, by: object) -> None:
        self.store, self.entry_id, self._by = store, entry_id, by
        self._undo: list[Undo] = []
        self._redo: list[Undo] = []
        self.load()

    def load(self) -> None:
        """Read all of it again."""
        whole = self.store.read(entries.whole, self.entry_id)
        self.entry: Entry = whole.entry
        self.texts = {prompt_id: answer.text for prompt_id, answer in whole.answers.items()}
        self.peace = {prompt_id for prompt_id, answer in whole.answers.items() if answer.settled}
        self.marks = dict(whole.marks)
        self.chosen: dict[Who, tuple[str, ...]] = {
            who: tuple(placed.stage_id for placed in whole.placements if placed.who == who) for who in Who
        }
        self.evidence = {(Who(placed.who), placed.stage_id): placed.evidence for placed in whole.placements}
        times = [answer.updated_at for answer in whole.answers.values()]
        times += [placed.placed_at for placed in whole.placements]
        self.saved_at: dt.datetime | None = max(times, default=None)
        meetings = self.store.read(journeys.meetings, self.store.journey_id)
        self.meeting: Meeting | None = next((m for m in meetings if m.id == self.entry.meeting_id), None)

    @property
    def form(self) -> Form | None:
        """The form of the chosen depth; None while no depth is chosen."""
        if self.entry.form_id != "reflection":
            return self.store.guidance.form(self.entry.form_id)
        return self.store.guidance.form(_FORMS[Depth(self.entry.depth)]) if self.entry.depth else None

    @property
    def stages(self) -> list[Stage]:
        """The stages whose questions are asked: where I am; when I chose none, where our cooperation is."""
        known = {stage.id for stage in self.store.guidance.stages}
        ids = self.chosen[Who.ME] or self.chosen[Who.US]
        return [self.store.guidance.stage(id_) for id_ in ids if id_ in known]

    def text(self, prompt_id: str) -> str:
        """What stands under a prompt."""
        return self.texts.get(prompt_id, "")

    def is_answered(self, prompt: Prompt) -> bool:
        """Whether there are words, or it was left in peace."""
        return bool(self.text(prompt.id).strip()) or prompt.id in self.peace

    def is_blank(self) -> bool:
        """Whether nothing at all was written, chosen, drawn or finished."""
        said = any(text.strip() for text in self.texts.values()) or self.peace or self.entry.title.strip()
        shown = self.store.read(attachments.of_entry, self.entry_id)
        return not (said or shown or self.marks or any(self.chosen.values()) or self.entry.finished_at)

    def write(self, prompt_id: str, text: str) -> None:
        """Save an answer."""
        self.store.do(answers.write, self._by, self.entry_id, prompt_id, text)
        self.texts[prompt_id] = text

    def set_title(self, title: str) -> None:
        """Save the title of an entry whose form does not ask for a name."""
        self.store.do(entries.set_title, self._by, self.entry_id, title)
        self.entry.title = title

    def settle(self, prompt_id: str, settled: bool) -> None:
        """Leave a question in peace, or take it up again."""
        self.store.do(answers.settle, self._by, self.entry_id, prompt_id, settled)
        (self.peace.add if settled else self.peace.discard)(prompt_id)

    def place(self, who: Who, stage_ids: Sequence[str]) -> None:
        """Choose places. Can be undone."""
        before, after = self.chosen[who], tuple(stage_ids)
        if before != after:
            self._place(who, after)
            self._remember(lambda: self._place(who, before), lambda: self._place(who, after))

    def notice(self, who: Who, stage_id: str, evidence: str) -> None:
        """Save by what one notices it. A place that is no longer chosen keeps what was noticed before."""
        if stage_id in self.chosen[who]:
            self.store.do(places.notice, self._by, self.entry_id, who, stage_id, evidence)
            self.evidence[who, stage_id] = evidence

    def mark(self, theme_id: str, level: int | None) -> None:
        """Choose a word on a theme's line. Can be undone."""
        before = self.marks.get(theme_id)
        if before != level:
            self._mark(theme_id, level)
            self._remember(lambda: self._mark(theme_id, before), lambda: self._mark(theme_id, level))

    def mark_beginning(self, theme_id: str, level: int | None) -> None:
        """Choose where one now thinks one was at the beginning. Can be undone."""
        before = self.store.read(marks.beginnings_in, self.entry_id).get(theme_id)
        if before != level:
            self._mark_beginning(theme_id, level)
            self._remember(
                lambda: self._mark_beginning(theme_id, before), lambda: self._mark_beginning(theme_id, level)
            )

    def set_depth(self, depth: Depth) -> None:
        """Choose how much time it takes; every answer stays."""
        self.store.do(entries.set_depth, self._by, self.entry_id, depth)
        self.entry.depth = depth

    def finish(self) -> None:
        """Enough for today."""
        self.store.do(entries.finish, self._by, self.entry_id)
        self.load()

    def undo(self) -> bool:
        """Take back the last choice of a place or a word. False when there is none."""
        return _step(self._undo, self._redo, 0)

    def redo(self) -> bool:
        """Make it again."""
        return _step(self._redo, self._undo, 1)

    def _place(self, who: Who, stage_ids: tuple[str, ...]) -> None:
        self.store.do(places.place, self._by, self.entry_id, who, stage_ids)
        self.load()

    def _mark(self, theme_id: str, level: int | None) -> None:
        self.store.do(marks.mark, self._by, self.entry_id, theme_id, level)
        self.marks.pop(theme_id, None)
        if level is not None:
            self.marks[theme_id] = level

    def _mark_beginning(self, theme_id: str, level: int | None) -> None:
        self.store.do(marks.mark_beginning, self._by, self.entry_id, theme_id, level)

    def _remember(self, back: Callable[[], object], again: Callable[[], object]) -> None:
        self._undo.append((back, again))
        self._redo.clear()


def _step(source: list[Undo], target: list[Undo], which: int) -> bool:
    if not source:
        return False
    pair = source[-1]
    try:
        pair[which]()
    except JournalError:
        return False  # the store has told the page; the choice stays and can be tried again
    target.append(source.pop())
    return True
