"""What comes back, as its writer names it."""

from journal.storage import archive, entries, worries
from tests.storage.beginnings import a_journey, a_reflection


def test_what_comes_back_is_counted_by_entry_and_named_once(journal):
    journey = a_journey(journal)
    made = [a_reflection(journal, journey) for _ in range(3)]
    worry = journal.do(worries.name, journey, "Ik trek alles zelf")
    assert journal.do(worries.name, journey, " ik trek  alles zelf") == worry
    for entry_id in made:
        journal.do(worries.mark, worry, entry_id, True)
        journal.do(worries.mark, worry, entry_id, True)

    [line] = journal.read(worries.listed, journey, made[0])
    assert (line.name, line.times, line.here, line.left) == ("Ik trek alles zelf", 3, True, False)
    journal.do(entries.throw_away, made[1])
    journal.do(worries.mark, worry, made[0], False)
    [line] = journal.read(worries.listed, journey, made[0])
    assert (line.times, line.here) == (1, False)


def test_it_may_be_left_in_peace_and_taken_up_again(journal):
    journey = a_journey(journal)
    entry_id = a_reflection(journal, journey)
    worry = journal.do(worries.name, journey, "Geld")
    journal.do(worries.leave, worry, True)
    assert journal.read(worries.listed, journey, entry_id)[0].left
    journal.do(worries.leave, worry, False)
    assert not journal.read(worries.listed, journey, entry_id)[0].left


def test_what_comes_back_leaves_with_the_whole_journal(journal):
    journey = a_journey(journal)
    entry_id = a_reflection(journal, journey)
    worry = journal.do(worries.name, journey, "Geld")
    journal.do(worries.mark, worry, entry_id, True)

    [told] = journal.read(archive.archive)["journeys"][0]["worries"]
    assert (told["name"], told["left_at"], told["marks"][0]["entry_id"]) == ("Geld", None, entry_id)
