"""A process that is killed loses nothing that it had said was saved."""

import random

from journal.storage import answers, database, search
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import PASSPHRASE
from tests.storage.beginnings import Child, a_reflection, contents, text_of

ROUNDS = 20


def test_killed_while_saving_nothing_that_was_said_to_be_saved_is_lost(journal: OpenJournal):
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "0 ")
    journal.close()
    chance = random.Random(9)

    def save(say):
        opened = database.unlock(journal.folder, PASSPHRASE)
        number = int(text_of(opened, entry_id).split()[0])
        while True:
            number += 1
            opened.do(answers.write, entry_id, "moment.story", f"{number} " + "woord " * (number % 700))
            say(str(number))

    for _ in range(ROUNDS):
        child = Child(save)
        said = [child.line() for _ in range(chance.randint(1, 12))]
        said += child.kill()
        with database.unlock(journal.folder, PASSPHRASE) as opened:
            number, *words = text_of(opened, entry_id).split()
            assert int(number) in (int(said[-1]), int(said[-1]) + 1)
            assert len(words) == int(number) % 700
            assert check(opened).good
            assert [hit.entry_id for hit in opened.read(search.find, 1, number)] == [entry_id]
    with database.unlock(journal.folder, PASSPHRASE) as opened:
        opened.do(answers.write, entry_id, "moment.story", "klaar")
    assert sorted(contents(journal.folder)) == ["journal.db", "journal.key"]


def test_nothing_readable_is_ever_on_the_disk(journal: OpenJournal):
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "geheimwoord " * 9_000)
    journal.close()

    def save(say):
        opened = database.unlock(journal.folder, PASSPHRASE)
        number = 0
        while True:
            number += 1
            opened.do(answers.write, entry_id, "moment.story", f"{number} " + "geheimwoord " * (number % 9_000))
            opened.do(answers.write, entry_id, "moment.name", "schuilnaam " * (number % 9_000))
            say("saved")

    child = Child(save)
    for _ in range(20):
        child.line()
    child.kill()
    found = contents(journal.folder)
    assert "journal.db" in found
    for data in found.values():
        for word in ("geheimwoord", "schuilnaam", "reflection", "moment.story", "answer_fts", "SQLite", PASSPHRASE):
            assert word.encode() not in data
            assert word.encode("utf-16-le") not in data
