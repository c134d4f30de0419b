"""Saves over and over in a process of its own, and says what was said to be saved: ``FOLDER ENTRY ROUNDS``."""

import sys
from pathlib import Path

from journal.errors import JournalError
from journal.storage import answers, database
from tests.conftest import PASSPHRASE
from tests.storage.beginnings import text_of

WORDS = "woord " * 3_000


def main() -> None:
    folder, entry_id, rounds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    journal = database.unlock(folder, PASSPHRASE)
    for number in range(rounds):
        text = f"{number} {WORDS[: number % 7 * 2_000]}"
        try:
            journal.do(answers.write, entry_id, "moment.story", text)
            said = "saved"
        except JournalError as error:
            said = f"refused {type(error).__name__}"
        try:
            there = text_of(journal, entry_id).split(" ", 1)[0]
        except JournalError as error:
            there = type(error).__name__
        sys.stdout.write(f"{number} {there} {said}\n")
    sys.stdout.write("end\n")


if __name__ == "__main__":
    main()
