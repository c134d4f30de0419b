"""Diaries of other programs: first what is in them, then in or not, and out again when it was a mistake."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from journal import dates
from journal.domain.backup_policy import Reason
from journal.domain.changes import Change
from journal.elsewhere.notes import Found, Note, Why
from journal.steps import Steps
from journal.storage import imports
from journal.storage.imports import Batch
from journal.text import tr, trn
from ui import theme
from ui.pages.moving.part import Part
from ui.store import Store
from ui.widgets.words import button, clear, words

_MOST_NAMES = 8


class ElsewherePart(Part):
    """Nothing is read in before its writer has seen how much it is, and from when to when."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        lead = tr(
            "From jrnl, RedNotebook, Day One, or plain text and Markdown files. They become free notes on their own "
            "days. The diary that they come from stays as it is."
        )
        super().__init__("elsewhere", tr("Read in from another diary"), lead, parent)
        self._store = store
        self._found: tuple[Found, list[Note]] | None = None
        self.file = button(tr("Choose a file…"), icon="folder-open", name="moving.elsewhere.file")
        self.folder = button(tr("Choose a folder…"), name="moving.elsewhere.folder")
        self.file.clicked.connect(self._ask_file)
        self.folder.clicked.connect(self._ask_folder)
        self.add_row(self.file, self.folder)
        self.preview = QFrame()
        self.preview.setProperty("kind", "panel")
        inside = QVBoxLayout(self.preview)
        inside.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self.told_preview = words("", "ui_bold", name="moving.elsewhere.preview")
        self.left_out = words("", "caption", "text3", name="moving.elsewhere.left_out")
        inside.addWidget(self.told_preview)
        inside.addWidget(self.left_out)
        self.column.addWidget(self.preview)
        self.take = button(tr("Read in"), "primary", name="moving.elsewhere.take")
        self.no = button(tr("Rather not"), "text", name="moving.elsewhere.no")
        self.take.clicked.connect(self.read_in)
        self.no.clicked.connect(self._forget)
        self.add_row(self.take, self.no)
        self._batches = QWidget()
        QVBoxLayout(self._batches).setContentsMargins(0, 0, 0, 0)
        self.end()
        self.column.addWidget(self._batches)
        self._forget()
        self.refresh()

    def refresh(self) -> None:
        """What was read in before."""
        clear(self._batches)
        layout = self._batches.layout()
        assert layout is not None
        found = [batch for batch in self._store.read(imports.batches) if batch.thrown_away < batch.notes]
        for batch in found:
            layout.addWidget(words(_told(batch), "ui", "text2"))
            away = button(tr("Throw these away"), name="moving.elsewhere.throw_away")
            away.setAccessibleDescription(_told(batch))
            away.setSizePolicy(away.sizePolicy().Policy.Maximum, away.sizePolicy().Policy.Fixed)
            away.clicked.connect(lambda _checked=False, batch=batch: self._throw_away(batch))
            layout.addWidget(away)
        self._batches.setVisible(bool(found))

    def look(self, path: Path) -> None:
        """See what is in a file or a folder; nothing is read in yet."""
        self._forget()
        journal = self._store.journal

        def work(steps: Steps) -> tuple[Found, list[Note]]:
            from journal.elsewhere import reading  # seldom needed

            found = reading.read(path, steps)
            return found, journal.read(imports.fresh, found.program, found.notes)

        self.begin(work, self._show)

    def read_in(self) -> None:
        """Make notes of what was shown, all or none."""
        if self._found is None:
            return
        found, _ = self._found
        journal, journey = self._store.journal, self._store.journey_id

        def work(steps: Steps) -> Batch:
            from journal.storage import backups  # seldom needed

            backups.before(journal, Reason.IMPORT)  # type: ignore[arg-type]
            return journal.do(imports.read_in, journey, found.program, found.notes, steps)

        self.begin(work, self._done)

    def _show(self, shown: tuple[Found, list[Note]]) -> None:
        found, fresh = shown
        self.left_out.setText(_left_out(found))
        self.left_out.setVisible(bool(self.left_out.text()))
        self.preview.show()
        if not fresh:
            known = bool(found.notes)
            text = tr("All of this was read in before.") if known else tr("There is nothing in it that can be read in.")
            self.told_preview.setText(text)
            return
        self._found = shown
        days = sorted(note.on for note in fresh)
        about = trn("{n} note", "{n} notes", len(fresh))
        text = tr("{notes} from {program}, {span}.", notes=about, program=_name(found.program), span=_span(days))
        self.told_preview.setText(text)
        self.take.show()
        self.no.show()
        self.take.setFocus()

    def _done(self, batch: Batch) -> None:
        self._store.changed.emit(Change.ENTRIES | Change.ANSWERS, self)
        self._forget()
        self.refresh()
        self.told(trn("{n} note is read in.", "{n} notes are read in.", batch.notes))

    def _throw_away(self, batch: Batch) -> None:
        gone = self._store.do(imports.throw_away, self, batch)
        self.refresh()
        told = trn(
            "{n} note is thrown away. You can still fetch it back.",
            "{n} notes are thrown away. You can still fetch them back.",
            gone,
        )
        self.told(told)
        self.file.setFocus()

    def _forget(self) -> None:
        self._found = None
        for part in (self.preview, self.take, self.no):
            part.hide()
        self.told("")

    def _ask_file(self) -> None:
        kinds = tr("Diaries") + " (*.txt *.md *.markdown *.json *.zip)"
        given, _kind = QFileDialog.getOpenFileName(self, tr("Choose a file"), str(Path.home()), kinds)
        if given:
            self.look(Path(given))

    def _ask_folder(self) -> None:
        given = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), str(Path.home()))
        if given:
            self.look(Path(given))


def _span(days: list) -> str:  # type: ignore[type-arg]
    first, last = dates.full(days[0]), dates.full(days[-1])
    return first if first == last else tr("from {first} to {last}", first=first, last=last)


def _name(program: str) -> str:
    return tr("text files") if program == "text" else program


def _told(batch: Batch) -> str:
    about = trn("{n} note", "{n} notes", batch.notes - batch.thrown_away)
    day = dates.full(batch.moment.astimezone().date())
    return tr("{notes} from {program}, read in on {day}", notes=about, program=_name(batch.program), day=day)


def _left_out(found: Found) -> str:
    """What cannot be read and why; a few by name."""
    reasons = {
        Why.LOCKED: tr("is locked; let that program unlock it first"),
        Why.NO_DAY: tr("has no day"),
        Why.NOT_TEXT: tr("is no diary that Reisgezel knows"),
        Why.TOO_LARGE: tr("is too large"),
        Why.DAMAGED: tr("is damaged"),
        Why.EMPTY: tr("is empty"),
    }
    told = [f"{each.name[:60]} {reasons[each.why]}".strip() for each in found.unread[:_MOST_NAMES]]
    rest = len(found.unread) - len(told)
    if rest > 0:
        told.append(trn("and {n} more", "and {n} more", rest))
    lines = [tr("Left out: {names}.", names="; ".join(told))] if told else []
    if found.pictures:
        lines.append(trn("{n} photo stays where it is.", "{n} photos stay where they are.", found.pictures))
    return " ".join(lines)
