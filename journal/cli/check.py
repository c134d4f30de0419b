"""``check JOURNAL``: does it open, is it whole, which schema, how much is in it."""

from pathlib import Path

from journal.cli import opening
from journal.storage import health
from journal.text import tr


def run(folder: Path, passphrase_file: Path | None) -> int:
    """Print what was found. 0 when everything is whole, 1 when not."""
    journal = opening.unlocked(folder, passphrase_file)
    try:
        found = health.check(journal)
    finally:
        journal.close()
    print(tr("Opens: yes"))
    print(tr("Schema: {schema}", schema=found.schema))
    print(", ".join(f"{name} {version}" for name, version in found.versions.items()))
    for name, count in found.counts.items():
        print(f"  {name + ':':<20}{count:>8}")
    print(tr("Whole: yes") if found.good else tr("Whole: no"))
    for problem in found.problems:
        print(f"  {problem}")
    return 0 if found.good else 1
