"""What can be shared: everything that was written, in groups, and nothing that was not."""

import datetime as dt

from journal.storage import answers, entries, fragments, journeys, preparations, snapshot
from tests.storage.intervisie_story import htc, tell


def test_everything_written_is_offered_in_the_order_of_the_page(journal):
    story = tell(journal)
    offered = journal.read(fragments.offered, story.preparation_id, story.guidance)
    assert [group.kind for group in offered] == [
        "question",
        "places",
        "case",
        "since",
        "reflection",
        "notes",
        "themes",
        "experiments",
        "next_step",
        "harvest",
        "context",
    ]
    assert {answer.id for group in offered for answer in group.answers()} == set(story.markers)


def test_a_reflection_opens_into_what_was_answered(journal):
    story = tell(journal)
    offered = journal.read(fragments.offered, story.preparation_id, story.guidance)
    reflection = next(group for group in offered if group.kind == "reflection")
    assert reflection.session_id == "two-day-1"
    assert [(piece.prompt_id, piece.title) for piece in reflection.pieces] == [
        ("moment.story", "Naam mRt"),
        ("stage.trials.me", ""),
        ("next.closing", ""),
    ]


def test_an_empty_journal_offers_only_the_page_to_write_on(journal):
    journey_id = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 1))
    made = journal.do(preparations.prepare, journey_id, on=dt.date(2026, 12, 1), method_id="gossip")
    assert [group.id for group in journal.read(fragments.offered, made, htc())] == ["harvest"]


def test_what_was_thrown_away_is_not_offered_until_it_is_fetched_back(journal):
    story = tell(journal)
    for entry_id in (story.reflection_id, story.note_id, story.experiment_id):
        journal.do(entries.throw_away, entry_id)
    kinds = {group.kind for group in journal.read(fragments.offered, story.preparation_id, story.guidance)}
    assert kinds == {"question", "case", "since", "harvest", "context"}
    journal.do(entries.fetch_back, story.note_id)
    kinds = {group.kind for group in journal.read(fragments.offered, story.preparation_id, story.guidance)}
    assert "notes" in kinds


def test_a_moment_with_only_a_name_can_be_shared_by_its_name(journal):
    story = tell(journal)
    entry_id = journal.do(entries.start, story.journey_id, "reflection", on=dt.date(2026, 11, 20), depth="steps")
    journal.do(answers.write, entry_id, "moment.name", "Alleen een naam")
    offered = journal.read(fragments.offered, story.preparation_id, story.guidance)
    pieces = [piece for group in offered for piece in group.pieces if f".{entry_id}." in piece.id]
    assert [(piece.prompt_id, piece.text, piece.title) for piece in pieces] == [("moment.name", "Alleen een naam", "")]


def test_the_five_minute_form_and_free_writing_are_offered_too(journal):
    story = tell(journal)
    short = journal.do(
        entries.start, story.journey_id, "reflection", on=dt.date(2026, 11, 19), depth="short", title="Kort"
    )
    journal.do(answers.write, short, "short.what", "Wat er was")
    free = journal.do(entries.start, story.journey_id, "reflection", on=dt.date(2026, 11, 20), depth="free")
    journal.do(answers.write, free, "free.text", "Vrij geschreven")
    offered = journal.read(fragments.offered, story.preparation_id, story.guidance)
    texts = {piece.text: piece.title for group in offered for piece in group.pieces}
    assert texts["Wat er was"] == "Kort"
    assert texts["Vrij geschreven"] == ""


def test_of_hundreds_of_notes_the_newest_are_offered(journal):
    story = tell(journal)
    for number in range(fragments.MOST_NOTES + 5):
        entry_id = journal.do(
            entries.start, story.journey_id, "note", on=dt.date(2026, 11, 1) + dt.timedelta(days=number // 3)
        )
        journal.do(answers.write, entry_id, "note.text", f"Nummer {number}")
    offered = journal.read(fragments.offered, story.preparation_id, story.guidance)
    notes = next(group for group in offered if group.kind == "notes")
    assert len(notes.pieces) == fragments.MOST_NOTES
    assert notes.pieces[-1].text == f"Nummer {fragments.MOST_NOTES + 4}"


def test_of_hundreds_of_reflections_the_newest_are_offered_and_what_is_ticked_stays_on_the_paper(journal):
    story = tell(journal)
    old = journal.do(entries.start, story.journey_id, "reflection", on=dt.date(2016, 1, 1))
    journal.do(answers.write, old, "moment.story", "Lang geleden")
    for day in range(fragments.MOST_REFLECTIONS + 1):
        entry_id = journal.do(
            entries.start, story.journey_id, "reflection", on=dt.date(2017, 1, 1) + dt.timedelta(days=day)
        )
        journal.do(answers.write, entry_id, "moment.story", f"Dag {day}")

    def texts(**more: int) -> list[str]:
        offered = journal.read(fragments.offered, story.preparation_id, story.guidance, **more)
        groups = [group for group in offered if group.kind == "reflection"]
        return [piece.text for group in groups for piece in group.pieces]

    assert "Lang geleden" not in texts()
    assert "Lang geleden" in texts(reflections=10 * fragments.MOST_REFLECTIONS)
    journal.do(preparations.tick, story.preparation_id, f"piece.{old}.moment.story", True, guidance=story.guidance)
    assert texts()[0] == "Lang geleden"
    taken = journal.read(snapshot.take, story.preparation_id, story.guidance, on=dt.date(2026, 12, 1))
    assert [piece.text for told in taken.reflections for piece in told.pieces] == ["Lang geleden"]
