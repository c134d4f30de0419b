"""Every call that SQLite makes to write fails in turn, by the system's own hand: strace answers in its place."""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from journal.storage import answers, database
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import PASSPHRASE
from tests.proof.long_run import many
from tests.storage.beginnings import a_reflection, text_of

ROOT = Path(__file__).parents[2]
ROUNDS = many(40, 200)
CALLS = {"pwrite64": "30+97", "fdatasync,fsync": "12+7", "unlink,unlinkat,ftruncate": "12+7"}
"""Which one fails first, and then each so many-th; one save makes dozens of the first kind."""
ERRORS = ("ENOSPC", "EIO", "EACCES")

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is a tool of Linux")


@pytest.fixture
def entry_id(journal: OpenJournal) -> int:
    made = a_reflection(journal)
    journal.do(answers.write, made, "moment.story", "begin")
    journal.close()
    return made


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("calls", CALLS, ids=lambda each: each.partition(",")[0])
def test_what_was_said_to_be_saved_is_there(journal: OpenJournal, entry_id: int, calls: str, error: str, capsys):
    if shutil.which("strace") is None:
        pytest.fail("strace is missing; install it with: apt install strace")
    command = ["strace", "-f", "-qqq", "-o", "/dev/null", "-e", f"trace={calls}"]
    command += ["-e", f"inject={calls}:error={error}:when={CALLS[calls]}", sys.executable, "-m", "tests.proof.saver"]
    done = subprocess.run(
        [*command, str(journal.folder), str(entry_id), str(ROUNDS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    lines = [line.split(" ", 2) for line in done.stdout.splitlines()]
    assert lines, done.stderr[-2000:]
    assert lines.pop() == ["end"], done.stderr[-2000:]
    last, outcomes = "begin", Counter(said for _, _, said in lines)
    for number, there, said in lines:
        last = number if said == "saved" else last
        assert there in (last, number, "CannotRead"), (number, there, said)
        last = there if there.isdecimal() else last
    with database.unlock(journal.folder, PASSPHRASE) as opened:
        assert text_of(opened, entry_id).split(" ", 1)[0] == last
        assert check(opened).problems == ()
    with capsys.disabled():
        print(f"\n{calls} {error}: {dict(outcomes)}; 0 saves lost")
    assert set(outcomes) <= {"saved", "refused CannotWrite", "refused DamagedJournal"}
    assert "saved" in outcomes
