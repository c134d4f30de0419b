"""Every byte that a session leaves on the disk, and what every process shows, is searched for the words of a diary."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from journal.storage import database
from journal.storage.health import check
from tests.proof import traces

ROOT = Path(__file__).parents[2]
STAGES = "written typed preview shared returned moved crashed locked".split()

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads what Linux shows of processes")


class Session:
    """The process with the window, and all that it may write to."""

    def __init__(self, home: Path) -> None:
        self.home = home
        own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE", "RUNTIME")}
        for name in ("tmp", "config"):
            (home / name).mkdir(parents=True)
        environment = {
            **os.environ,
            **own,
            "HOME": str(home),
            "TMPDIR": str(home / "tmp"),
            "XDG_RUNTIME_DIR": str(home / "tmp"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
        }
        self.said = home.parent / "said.txt"
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.proof.session"],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )

    def stage(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("STAGE "):
                return line.removeprefix("STAGE ").strip()
        return f"ended: {self.said.read_text()[-3000:]}"

    def limits(self) -> str:
        return Path(f"/proc/{self.process.pid}/limits").read_text()

    def go_on(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("on\n")
        self.process.stdin.flush()


@pytest.fixture
def session(tmp_path: Path):
    made = Session(tmp_path / "home")
    yield made
    made.process.kill()
    made.process.communicate()


class Watch(threading.Thread):
    """Looks at every process as long as the session runs."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.found: dict[str, set[str]] = {}
        self.looks = 0
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.05):
            self.found |= traces.in_processes()
            self.looks += 1


def test_the_search_finds_words_in_every_form(tmp_path: Path):
    word = traces.MARKERS["text"]
    for number, form in enumerate((*traces.forms(word), word.upper().encode(), word.title().encode("utf-16-le"))):
        (tmp_path / f"{number}").write_bytes(b"\0\1" + form + b"\2")
    (tmp_path / f"{word}.txt").write_bytes(b"")
    found, _ = traces.in_folder(tmp_path)
    assert len(found) == len(list(tmp_path.iterdir()))


def test_no_word_of_a_diary_is_on_the_disk_or_in_any_process(session: Session, capsys):
    chosen, looked, watch = session.home / "chosen", 0, Watch()
    watch.start()
    for name in (*STAGES, "to be killed"):
        assert session.stage() == name
        found, count = traces.in_folder(session.home, [chosen])
        assert found == {}, name
        looked += count
        assert re.search(r"Max core file size +0 +0 ", session.limits()), "a crash would write the memory down"
        if name != "to be killed":
            session.go_on()
    session.process.kill()
    session.process.wait()
    watch.over.set()
    watch.join()
    found, count = traces.in_folder(session.home, [chosen])
    assert found == {}, "killed"
    looked += count
    with database.unlock(session.home / "journal", traces.PASSPHRASE) as journal:
        assert check(journal).problems == ()
    found, count = traces.in_folder(session.home, [chosen])
    assert found == {}, "after the kill"
    assert watch.found == {}
    assert traces.in_bytes(session.said.read_bytes()) == set(), "what a terminal shows"
    there, _ = traces.in_folder(chosen)
    assert there, "where the writer wanted them, words are: the search works"
    with capsys.disabled():
        said = (
            f"\n{len(traces.MARKERS)} words, {len(STAGES) + 3} looks at all files ({(looked + count) / 1e6:.0f} MB): 0"
        )
        print(f"{said}; {watch.looks} looks at all processes: 0")
