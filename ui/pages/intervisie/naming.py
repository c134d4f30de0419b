"""What the writer decides about the names in what is shared."""

from collections.abc import Callable

from journal.domain.names_kinds import NameKind
from journal.domain.sharing_records import Preparation
from journal.storage import names, preparations
from ui.pages.intervisie import name_choices
from ui.pages.intervisie.preparing import Preparing
from ui.store import Store
from ui.widgets.paper import Paper


class Naming:
    """Between the names part and the journal. ``change`` carries out an operation and shows it."""

    def __init__(self, store: Store, part: Preparing, change: Callable[..., object]) -> None:
        self._store, self._part, self._change = store, part, change
        part.names.switched.connect(self._switch)
        part.names.rule_set.connect(lambda *rule: self._rule(names.print_as, *rule))
        part.names.hidden.connect(lambda *rule: self._rule(names.print_all_as, *rule))
        part.names.called.connect(lambda name, kind: self._rule(names.call, name, kind))
        part.names.name_added.connect(lambda name: self._rule(names.call, name, NameKind.PERSON))

    def show(self, paper: Paper | None, preparation: Preparation) -> None:
        """Show the names on this paper, and what becomes of each."""
        self._preparation_id = preparation.id or 0
        rules = self._store.read(names.rules, preparation.journey_id)
        own = self._part.own_name.names()
        seen = [each for each in (paper.snapshot.names if paper else ()) if each.name not in own]
        refused = [name for name, rule in rules.items() if rule.kind == NameKind.NONE]
        self._part.names.show_names(name_choices.by_now(seen, rules), refused, initials=preparation.initials)

    def _switch(self, on: bool) -> None:
        self._change(preparations.set_initials, self._preparation_id, on)

    def _rule(self, operation: Callable[..., object], *rule: object) -> None:
        self._change(operation, self._store.journey_id, *rule)
