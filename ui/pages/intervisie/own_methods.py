"""Methods of a group's own on the intervisie page: taken from a file, or let go; refused with a reason."""

from collections.abc import Callable
from pathlib import Path

from journal import method_files
from journal.errors import GuidanceError, JournalError
from journal.guidance_source import source_of
from journal.storage import own_methods
from journal.text import say, tr
from ui.pages.intervisie.method_part import MethodPart
from ui.store import Store
from ui.widgets.speak import announce


class OwnMethods:
    """Stands between the method part and the journal. ``choose(method_id)`` takes a method into use."""

    def __init__(self, store: Store, part: MethodPart, choose: Callable[[str], object]) -> None:
        self._store, self._part, self._choose = store, part, choose
        part.more.file_chosen.connect(self.take)
        part.more.remove_requested.connect(self.remove)

    def take(self, path: Path) -> bool:
        """Keep the method of this file and use it. False, with the reason on the page, when it is not good."""
        more = self._part.more
        more.trouble.clear()
        try:
            source = source_of(path)
            method = method_files.read_method(source)
        except GuidanceError as error:
            line, key, why = error.problems[0]
            place = tr("Line {line}, {key}: {why}.", line=line, key=key, why=why)
            if not key:
                place = tr("Line {line}: {why}.", line=line, why=why)
            more.trouble.show_error(tr("This file is not used, and nothing has changed."), f"{path.name}. {place}")
            return False
        try:
            self._store.do(own_methods.keep, self._part, method.id, source)
        except JournalError:
            return False  # the window tells
        self._renew()
        self._choose(method.id)
        announce(self._part, tr("{method} is in your journal now.", method=say(method.name)))
        return True

    def remove(self, method_id: str) -> bool:
        """Let go of a method; not when a preparation leans on it."""
        more = self._part.more
        more.trouble.clear()
        if self._store.read(own_methods.is_used, method_id):
            more.trouble.show_error(
                tr("This method stays: a preparation uses it."),
                tr("When it is this one, choose another method first. Earlier preparations keep theirs."),
            )
            return False
        try:
            self._store.do(own_methods.remove, self._part, method_id)
        except JournalError:
            return False  # the window tells
        self._renew()
        more.open.setFocus()
        return True

    def _renew(self) -> None:
        sources = self._store.read(own_methods.sources)
        self._store.guidance = method_files.with_own_methods(self._store.guidance, sources)
        shown = self._part.current_id()
        self._part.show_methods(self._store.guidance)
        self._part.show_method(shown)
