import datetime as dt

from sqlalchemy import event

from journal.domain.records import Who
from journal.storage import entries, harvests, journeys, places, preparations, shares
from journal.storage.home import home
from tests.storage.intervisie_story import a_share

D = dt.date
TODAY = D(2026, 11, 20)


def begin(journal) -> int:
    return journal.do(journeys.begin, "htc", began_on=D(2026, 9, 19))


def reflect(journal, journey_id, count):
    for number in range(count):
        on = D(2026, 10, 1) + dt.timedelta(days=number)
        entry_id = journal.do(entries.start, journey_id, "reflection", on=on)
        journal.do(places.place, entry_id, Who.ME, ["call"])


def queries(journal, journey_id) -> int:
    asked = []

    def heard(*given):
        asked.append(given[2])

    engine = journal.read(lambda session: session.get_bind())
    event.listen(engine, "before_cursor_execute", heard)
    journal.read(home, journey_id, TODAY)
    event.remove(engine, "before_cursor_execute", heard)
    return len(asked)


def test_a_long_journal_is_read_with_as_few_questions_as_a_short_one(journal):
    journey_id = begin(journal)
    reflect(journal, journey_id, 1)
    few = queries(journal, journey_id)
    reflect(journal, journey_id, 30)
    assert queries(journal, journey_id) == few <= 14


def test_only_recent_reflections_are_looked_at_and_the_newest_comes_first(journal):
    journey_id = begin(journal)
    reflect(journal, journey_id, 25)
    found = journal.read(home, journey_id, TODAY)
    assert len(found.reflections) == 20
    assert found.reflections[0].written_on == D(2026, 10, 25)
    assert len(found.walked.notes) == 25


def test_an_intervisie_day_counts_until_its_paper_was_saved(journal):
    journey_id = begin(journal)
    assert journal.read(home, journey_id, TODAY).intervisie_on is None
    prepared = journal.do(preparations.prepare, journey_id, on=TODAY, meeting_on=D(2026, 12, 8))
    assert journal.read(home, journey_id, TODAY).intervisie_on == D(2026, 12, 8)
    journal.do(shares.remember, journey_id, **a_share(prepared))
    assert journal.read(home, journey_id, TODAY).intervisie_on is None


def test_a_meeting_that_has_been_waits_for_its_harvest(journal):
    journey_id = journal.do(journeys.begin, "htc", began_on=D(2026, 9, 1))
    prepared = journal.do(preparations.prepare, journey_id, on=TODAY, meeting_on=TODAY)
    assert journal.read(home, journey_id, TODAY).met is None
    met = journal.read(home, journey_id, TODAY + dt.timedelta(days=1)).met
    assert met is not None
    assert met.preparation_id == prepared
    journal.do(harvests.write, prepared, "harvest.did", "We roddelden.", on=TODAY)
    assert journal.read(home, journey_id, TODAY + dt.timedelta(days=1)).met is None
