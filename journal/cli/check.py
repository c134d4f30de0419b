"""``check JOURNAL``: does it open, is it whole, which schema, how many texts and earlier texts."""

from pathlib import Path

from journal.cli import passphrase
from journal.storage import database, integrity
from journal.text import tr


def run(folder: Path, passphrase_file: Path | None) -> int:
    """Print what was found. 0 when everything is whole, 1 when not."""
    journal = database.unlock(folder, passphrase.asked(passphrase_file))
    try:
        found = integrity.check(journal)
    finally:
        journal.close()
    print(tr("Opens: yes"))
    print(tr("Schema: {schema}", schema=found.schema))
    print(tr("Texts: {answers}, earlier versions: {versions}", answers=found.answers, versions=found.versions))
    if not found.problems:
        print(tr("Whole: yes"))
        return 0
    print(tr("Whole: no"))
    for problem in found.problems:
        print(f"  {problem}")
    return 1
