"""What pages ask for, and who answers. Pages do not know each other; here their signals come together."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from journal.domain.records import AttachmentKind, Depth, Who
from journal.storage import entries, journeys, places
from ui.widgets.pointing import point_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell import Shell

_READ_BACK = frozenset({"reflection", "note"})
_WEBINAR_FORMS = frozenset({"webinar", "experiment"})
_REFLECTION = "reflection"
ATTACHMENT, SESSION = "attachment", "session"
_ATTACHMENT_PAGES = {
    AttachmentKind.DRAWING: ("ui.pages.drawing", "DrawingPage"),
    AttachmentKind.MODEL: ("ui.pages.model", "ModelPage"),
    AttachmentKind.PHOTO: ("ui.pages.photo", "PhotoPage"),
}
_MEETING_FORMS = frozenset({"harvest", "advice"})
_QUESTION_FORMS = frozenset({"learning_question", "question_context", "sharpen"})


class Wishes:
    """Answers the ``*_requested`` signals of every page of a shell."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def connect(self, page: QWidget) -> None:
        """Hear what this page asks for."""
        shell = self._shell
        answers: dict[str, Callable[..., Any]] = {
            "entry_requested": self.open_entry,
            "case_requested": self.open_entry,
            "reflect_requested": self.reflect,
            "form_requested": self.fill_in,
            "note_requested": self.note,
            "write_at_stage_requested": self.write_at_stage,
            "question_requested": lambda: shell.show_page("question"),
            "guide_requested": self.guide,
            "intervisie_requested": lambda: shell.show_page("intervisie"),
            "closed_requested": shell.close_full,
            "search_requested": shell.search,
            "left_requested": shell.leave_search,
            "hit_requested": self.open_hit,
            "returned_requested": self.returned,
            "shared_requested": lambda: shell.show_page("shared"),
            "papers_requested": self.papers,
            "dates_requested": lambda: shell.show_page("dates"),
            "trash_requested": lambda: shell.show_page("trash"),
            "promises_requested": lambda: shell.show_page("promises"),
            "moving_requested": lambda: shell.show_page("moving"),
            "differences_requested": self.differences,
            "settings_requested": lambda: shell.show_page("settings"),
            "journey_page_requested": lambda: shell.show_page("journey"),
            "journey_changed": shell.journey_changed.emit,
            "settings_changed": shell.settings_changed.emit,
            "restore_requested": shell.restore_requested.emit,
            "damage_found": shell.damage_found.emit,
            "move_requested": shell.move_requested.emit,
            "present_requested": shell.present_requested.emit,
            "attachment_requested": self.attachment,
            "evaluation_requested": self.evaluation,
            "session_requested": self.session,
            "awake_requested": shell.awake_requested.emit,
            "harvest_requested": self.harvest,
            "shift_requested": self.shift_question,
        }
        for name, answer in answers.items():
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(answer)

    def open_entry(self, entry_id: int) -> None:
        """The page where an entry of this form is written."""
        entry = self._shell.store.read(entries.whole, entry_id).entry
        if entry.form_id in _QUESTION_FORMS:
            self._shell.show_page("question")
        elif entry.form_id == "question_guide":
            self.guide()
        elif entry.form_id in _WEBINAR_FORMS:
            self._shell.show_page("webinars")
            self._shell.current().show_entry(entry_id)  # type: ignore[attr-defined]
        elif entry.form_id in _MEETING_FORMS:
            self._shell.show_page("meeting")
            self._shell.current().show_entry(entry_id)  # type: ignore[attr-defined]
        elif entry.form_id == "case":
            from ui.pages.case import CasePage

            self._shell.show_full(CasePage(self._shell.store, entry_id), entry_id)
        else:
            from ui.pages.reflection import ReflectionPage

            self._shell.show_full(ReflectionPage(self._shell.store, entry_id), entry_id)

    def open_hit(self, entry_id: int, prompt_id: str, words: str) -> None:
        """Where found words are read or written, with the first of them chosen."""
        form_id = self._shell.store.read(entries.whole, entry_id).entry.form_id
        if form_id in _READ_BACK:
            self._shell.show_page("reflections")
            self._shell.current().choose(entry_id, reading=True)  # type: ignore[attr-defined]
        elif form_id in _WEBINAR_FORMS:
            self._shell.show_page("webinars")
            self._shell.current().show_entry(entry_id, prompt_id)  # type: ignore[attr-defined]
        else:
            self.open_entry(entry_id)
        point_at(self._shell.current(), prompt_id, words)

    def papers(self, entry_id: int) -> None:
        """The papers that can be made; with an entry, the paper of that one."""
        self._shell.show_page("papers")
        if entry_id:
            self._shell.current().show_entry(entry_id)  # type: ignore[attr-defined]

    def reflect(self, meeting_id: int, depth: str) -> None:
        """Go on with the reflection on a meeting, or begin it; ``depth`` empty lets its writer choose there."""
        store = self._shell.store
        meeting = meeting_id or None
        form_id = self._form_of(meeting)
        found = store.read(entries.of_meeting, meeting, form_id) if meeting else None
        if found is None:
            found = store.do(
                entries.start,
                None,
                store.journey_id,
                form_id,
                on=store.today(),
                meeting_id=meeting,
                depth=Depth(depth) if depth and form_id == _REFLECTION else None,
            )
        self.open_entry(found)

    def fill_in(self, form_id: str) -> None:
        """A form of the programme that can be filled in at any time."""
        store = self._shell.store
        self.open_entry(store.do(entries.start, None, store.journey_id, form_id, on=store.today()))

    def _form_of(self, meeting_id: int | None) -> str:
        """The form with which the programme looks back on this meeting."""
        store = self._shell.store
        meeting = next((m for m in store.read(journeys.meetings, store.journey_id) if m.id == meeting_id), None)
        form = store.guidance.form_of(meeting.session_id, meeting.kind) if meeting else None
        return form.id if form else _REFLECTION

    def guide(self) -> None:
        """The four questions that lead to a learning question."""
        from ui.pages.question_guide import QuestionGuidePage

        store = self._shell.store
        entry_id = store.do(entries.one_of, None, store.journey_id, "question_guide", on=store.today())
        self._shell.show_full(QuestionGuidePage(store), entry_id)

    def attachment(self, entry_id: int, kind: str, attachment_id: int) -> None:
        """The page of a drawing, model or photo (id 0: a new one); when done, back to where it was asked for."""
        shell = self._shell
        place = shell.place()
        module, name = _ATTACHMENT_PAGES[AttachmentKind(kind)]
        page = getattr(importlib.import_module(module), name)(shell.store, entry_id, attachment_id)

        def back() -> None:
            shell.return_to(place)
            shell.focus_on(place.spot)

        page.done_requested.connect(back)
        shell.show_full(page, place.entry_id)

    def attachment_again(self, step: str) -> None:
        """What was open over a page, by its ``step_id``: a drawing, model, photo or meeting; else nothing."""
        name, _, rest = step.partition(" ")
        if name == ATTACHMENT:
            entry_id, kind, attachment_id = rest.split()
            self.attachment(int(entry_id), kind, int(attachment_id))
        elif name == SESSION:
            method_id, preparation_id, *written = rest.split()
            self.session(method_id, int(preparation_id), "".join(written))

    def evaluation(self, entry_id: int) -> None:
        """What an entry on a session can give to the group; afterwards back to where it was asked for."""
        from ui.pages.evaluation import EvaluationPage

        shell = self._shell
        place = shell.place()
        page = EvaluationPage(shell.store, entry_id)

        def back() -> None:
            shell.return_to(place)
            shell.focus_on(place.spot)

        page.done_requested.connect(back)
        shell.show_full(page, place.entry_id)

    def harvest(self, preparation_id: int) -> None:
        """What a meeting yielded; 0 for the last one."""
        self._shell.show_page("meeting")
        self._shell.current().show_meeting(preparation_id)  # type: ignore[attr-defined]

    def shift_question(self, entry_id: int) -> None:
        """A new version of the learning question, caused by this entry."""
        self._shell.show_page("question")
        self._shell.current().write_from(entry_id)  # type: ignore[attr-defined]

    def session(self, method_id: str, preparation_id: int, written: str = "") -> None:
        """Lead a meeting; ``written`` tells where it was, when the lock came between."""
        from ui.pages.session import SessionPage

        shell = self._shell
        place = shell.place()
        page = SessionPage(shell.store, method_id, preparation_id)
        if written:
            page.take_up(written)

        def back() -> None:
            shell.return_to(place)
            shell.focus_on(place.spot)

        page.done_requested.connect(back)
        shell.show_full(page, place.entry_id)

    def returned(self, share_id: int) -> None:
        """Where answers of readers come home; ``share_id``: the paper that one comes for, 0 when it is not known."""
        self._shell.show_page("returned")
        self._shell.current().begin(share_id)  # type: ignore[attr-defined]

    def differences(self) -> None:
        """Texts of which two copies had each their own."""
        from ui.pages.moving.differences import DifferencesPage

        self._shell.show_full(DifferencesPage(self._shell.store), None)

    def note(self) -> None:
        """A new, free note."""
        store = self._shell.store
        self.open_entry(store.do(entries.start, None, store.journey_id, "note", on=store.today()))

    def write_at_stage(self, stage_id: str) -> None:
        """A reflection that begins at a place on the map: choosing to write there is choosing the place."""
        store = self._shell.store
        entry_id = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth=Depth.STEPS)
        store.do(places.place, None, entry_id, Who.ME, [stage_id])
        self.open_entry(entry_id)
