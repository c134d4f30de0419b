"""``sample DIR``: the journal of an invented participant who is halfway."""

import datetime as dt
from pathlib import Path

from journal import sample
from journal.cli import opening
from journal.text import tr


def run(folder: Path, passphrase_file: Path | None) -> int:
    """Make it, and say how to open it."""
    chosen = opening.passphrase_given(passphrase_file) or sample.PASSPHRASE
    sample.write_sample(folder, today=dt.datetime.now().astimezone().date(), passphrase=chosen)
    print(tr("The sample journal is in {folder}.", folder=folder))
    if chosen == sample.PASSPHRASE:
        print(tr("Its passphrase: {passphrase}", passphrase=chosen))
    return 0
