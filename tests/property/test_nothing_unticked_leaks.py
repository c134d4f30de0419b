"""What is not ticked is nowhere in the pdf: not in its text, and not in any object of the file.

``REISGEZEL_EXAMPLES=500`` makes a long run of it.
"""

import datetime as dt
import os

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from journal import text as app_text
from journal.domain.sharing import Recipient
from journal.export import compose, pdf
from journal.storage import answers, database, entries, preparations, snapshot
from tests.conftest import CHEAP, PASSPHRASE, ROOT, Clock
from tests.property import pdf_walk
from tests.property.ticking import OnlyShared, tick, tick_ids
from tests.property.told import NAME, ON, UNIQUE, plans
from tests.property.writing import Writer, Written
from tests.storage.intervisie_story import htc

BOTH = (Recipient.GROUP, Recipient.COACH)
GROUP = Recipient.GROUP


def often(examples: int) -> settings:
    """So many examples, unless a long run is asked for. Making a failing one smaller would take minutes."""
    many = int(os.environ.get("REISGEZEL_EXAMPLES", "0")) or examples
    phases = (Phase.explicit, Phase.reuse, Phase.generate)
    return settings(max_examples=many, deadline=None, suppress_health_check=list(HealthCheck), phases=phases)


@pytest.fixture(scope="module")
def clock():
    return Clock()


@pytest.fixture(scope="module")
def journal(tmp_path_factory, clock):
    """One journal for all examples: each is a journey of its own, and the others may not leak into it either."""
    before = app_text.language()
    app_text.use("nl")
    folder = tmp_path_factory.mktemp("leaks") / "journal"
    with database.create(folder, PASSPHRASE, ROOT, now=clock, cost=CHEAP) as opened:
        yield opened
    app_text.use(before)


def paper(journal, written: Written, recipient: Recipient = GROUP) -> bytes:
    taken = journal.read(snapshot.take, written.preparation_id, htc(), on=ON, recipient=recipient)
    return pdf.render(compose.document(taken, htc()), made_on=ON)


def ticks(journal, written: Written) -> preparations.Ticks:
    return journal.read(preparations.ticks, written.preparation_id, GROUP, htc())


@often(20)
@given(plan=plans(), data=st.data())
def test_nothing_unticked_is_anywhere_in_the_file(journal, clock, plan, data):
    written = Writer(journal, clock).write(plan, "a")
    shared = {recipient: tick(journal, written, recipient, data) for recipient in BOTH}
    recipient = data.draw(st.sampled_from(BOTH))
    file = paper(journal, written, recipient)
    may = shared[recipient].words()
    found, shows = pdf_walk.everything(file), pdf_walk.shown(file)
    event(f"{bool(may)} that something is ticked, {may >= set(UNIQUE.findall(repr(plan)))} that all is")
    assert set(UNIQUE.findall(found)) & set(UNIQUE.findall(repr(plan))) <= may
    for trace in ("zqversion", NAME, "piece."):
        assert trace not in found
    must = {word for id_ in shared[recipient].ticked for word in UNIQUE.findall(shared[recipient].says(id_))}
    descriptions = {word for told in plan.entries if told.kind for word in UNIQUE.findall(told.texts["description"])}
    assert {word for word in must if word not in shows} <= descriptions


@often(20)
@given(plan=plans(), data=st.data())
def test_a_journal_in_which_the_rest_never_stood_gives_the_same_bytes(journal, clock, plan, data):
    full = Writer(journal, clock).write(plan, "b")
    shared = tick(journal, full, GROUP, data)
    told = paper(journal, full)
    clock.later(days=3)
    only = OnlyShared(shared)
    bare = Writer(journal, clock, only, later=1).write(plan, "b")
    tick_ids(journal, bare, only.ids_in(bare))
    assert paper(journal, bare) == told


@often(10)
@given(plan=plans(), data=st.data())
def test_changing_what_is_not_shared_changes_no_byte(journal, clock, plan, data, tmp_path_factory):
    written = Writer(journal, clock).write(plan, "c")
    shared = tick(journal, written, GROUP, data)
    before = paper(journal, written)
    target = tmp_path_factory.mktemp("paper") / "a.pdf"
    pdf.save(before, target)
    assert target.read_bytes() == paper(journal, written) == before
    clock.later(hours=5)
    for id_ in shared.texts.keys() - shared.ticked.keys():
        kind, entry, prompt = [*id_.split(".", 2), "", ""][:3]
        if kind == "piece" and not prompt.startswith(("place.", "mark.", "question.")):
            journal.do(answers.write, int(entry), prompt, f"Heel iets anders over {NAME}. En nog meer.")
    extra = journal.do(entries.start, written.journey_id, "note", on=dt.date(2026, 11, 30), title="Nieuw")
    journal.do(answers.write, extra, "note.text", "Later geschreven.")
    tick_ids(journal, written, [f"piece.{extra}.note.text"], Recipient.COACH)
    assert paper(journal, written) == before


@often(10)
@given(plan=plans(), data=st.data())
def test_a_changed_answer_is_no_longer_shared_and_the_others_still_are(journal, clock, plan, data):
    written = Writer(journal, clock).write(plan, "d")
    shared = tick(journal, written, GROUP, data)
    before = ticks(journal, written)
    candidates = sorted(id_ for id_ in shared.ticked if any(part in id_ for part in (".case.", ".next.", ".context.")))
    if not candidates:
        return
    changed = data.draw(st.sampled_from(candidates))
    _, entry, prompt = changed.split(".", 2)
    journal.do(answers.write, int(entry), prompt, "Dit staat er nu zqnieuwx.")
    after = ticks(journal, written)
    assert after.held == {id_ for id_ in before.held if id_.partition("#")[0] != changed}
    assert after.lapsed == {changed}
    assert "zqnieuwx" not in pdf_walk.everything(paper(journal, written))
    journal.do(answers.write, int(entry), prompt, shared.texts[changed])
    assert ticks(journal, written) == before
