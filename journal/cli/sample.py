"""``sample DIR [--story NAME]``: the journal of an invented participant."""

import datetime as dt
from pathlib import Path

from journal import sample, stories
from journal.cli import opening
from journal.text import tr


def run(folder: Path, passphrase_file: Path | None, story: str = stories.USUAL) -> int:
    """Make it, and say how to open it."""
    chosen = opening.passphrase_given(passphrase_file) or sample.PASSPHRASE
    today = dt.datetime.now().astimezone().date()
    sample.write_sample(folder, story=story, today=today, passphrase=chosen)
    print(tr("The sample journal is in {folder}.", folder=folder))
    if chosen == sample.PASSPHRASE:
        print(tr("Its passphrase: {passphrase}", passphrase=chosen))
    return 0
