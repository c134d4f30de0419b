"""The papers that belong to no meeting, and the summary for the coach, bring what was chosen for them and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.sharing import PaperKind, Recipient
from journal.export import compose, pdf
from journal.storage import fragments, paper_offers, paper_snapshots, preparations, snapshot
from journal.storage.paper_snapshots import Wishes
from tests.property import pdf_walk
from tests.property.test_nothing_unticked_leaks import clock, journal, often
from tests.property.told import NAME, ON, UNIQUE, Plan, plans
from tests.property.writing import Writer, Written
from tests.storage.intervisie_story import htc

__all__ = ["clock", "journal"]
WISHES = Wishes(ON, Recipient.COACH, "Onze coach")


def choose(groups, plan: Plan, data: st.DataObject) -> tuple[set[str], set[str]]:
    """A random choice, and the words that it may bring."""
    ids: set[str] = set()
    may: set[str] = set()
    for answer in (answer for group in groups for answer in group.answers()):
        parts = data.draw(st.lists(st.sampled_from(answer.parts), unique=True)) if answer.parts else []
        if parts and len(parts) < len(answer.parts):
            ids |= {part.id for part in parts}
            may |= {word for part in parts for word in UNIQUE.findall(part.text)}
        elif parts or data.draw(st.booleans()):
            ids.add(answer.id)
            may |= set(UNIQUE.findall(answer.text + answer.title))
            if answer.id.startswith("attachment."):
                may |= {word for told in plan.entries if told.kind for word in UNIQUE.findall(repr(told.texts))}
    return ids, may


def of_coach(journal, written: Written, data: st.DataObject):
    of = {"recipient": Recipient.COACH}
    groups = journal.read(fragments.offered, written.preparation_id, htc(), **of)
    ids, may = choose(groups, written.plan, data)
    journal.do(preparations.tick_all, written.preparation_id, ids, True, guidance=htc(), **of)
    named = {"on": ON, "kind": PaperKind.COACH, **of}
    return journal.read(snapshot.take, written.preparation_id, htc(), **named), may


def of_session(journal, written: Written, data: st.DataObject):
    entry_id = written.ids[data.draw(st.sampled_from(sorted(key for key in written.ids if key[0] in "rn")))]
    ids, may = choose(journal.read(paper_offers.of_session, entry_id, htc()), written.plan, data)
    return journal.read(paper_snapshots.one_session, entry_id, htc(), WISHES, ids), may


def of_journey(journal, written: Written, data: st.DataObject):
    ids, may = choose(journal.read(paper_offers.of_journey, written.journey_id, htc()), written.plan, data)
    return journal.read(paper_snapshots.one_page, written.journey_id, htc(), WISHES, ids), may


@pytest.mark.parametrize(
    "paper",
    [(PaperKind.COACH, of_coach), (PaperKind.SESSION, of_session), (PaperKind.ONE_PAGE, of_journey)],
)
@often(8)
@given(plan=plans(), data=st.data())
def test_only_what_was_chosen_is_anywhere_in_the_file(journal, clock, paper, plan, data):
    kind, taken_for = paper
    written = Writer(journal, clock).write(plan, "e")
    taken, may = taken_for(journal, written, data)
    found = pdf_walk.everything(pdf.render(compose.document(taken, htc(), kind), made_on=ON))
    assert set(UNIQUE.findall(found)) & set(UNIQUE.findall(repr(plan))) <= may
    for trace in ("zqversion", NAME, "piece."):
        assert trace not in found
