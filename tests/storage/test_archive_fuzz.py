"""Archives that were changed at random: refused as a whole or read in as a whole, and never a crash or a wait.

``REISGEZEL_FUZZ=10000`` makes the run long.
"""

import json
import os
import random
import time
import zipfile
from io import BytesIO
from pathlib import Path

from journal import open_archive
from journal.errors import JournalError
from journal.storage import answers, attachments, database
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP
from tests.storage.beginnings import a_reflection
from tests.storage.test_open_archive import NEW, OTHER

CASES = int(os.environ.get("REISGEZEL_FUZZ", "500"))
LONGEST_SECONDS = 10
VALUES = [None, True, -1, 0, 1, 2**70, 1.5, 1e300, "", "x" * 5000, "\ud800", "\0", "../x", "pictures/1.jpg", [], {}]


def test_changed_archives_are_refused_or_read_in_whole(journal: OpenJournal, tmp_path: Path):
    entry_id = a_reflection(journal)
    journal.do(answers.write, entry_id, "moment.story", "een geheim verhaal")
    journal.do(attachments.add, entry_id, "photo", b"\xff\xd8f\xff\xd9", width=4, height=3, thumbnail=b"\x89PNGx")
    file = tmp_path / "whole.zip"
    open_archive.write(journal, file)
    whole = file.read_bytes()
    chance = random.Random(5)
    refused = taken = 0
    slowest = 0.0
    before = {path.name for path in tmp_path.iterdir()}
    for number in range(CASES):
        made = tmp_path / "whole.zip"
        made.write_bytes(_changed(whole, chance, number))
        began = time.perf_counter()
        folder = tmp_path / "there"
        try:
            open_archive.read_in(made, folder, NEW, OTHER, cost=CHEAP)
        except JournalError:
            refused += 1
            assert {path.name for path in tmp_path.iterdir()} == before
        else:
            taken += 1
            if taken % 10 == 1:
                with database.unlock(folder, NEW) as there:
                    assert check(there).good
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
        slowest = max(slowest, time.perf_counter() - began)
    print(f"{CASES} archives: {refused} refused, {taken} read in, the slowest {slowest:.2f} s")
    assert refused
    assert slowest < LONGEST_SECONDS


def _changed(whole: bytes, chance: random.Random, number: int) -> bytes:
    """Bytes turned, cut or doubled; or another value somewhere in the text."""
    if number % 2:
        return _other_text(whole, chance)
    data = bytearray(whole)
    kind = chance.randrange(4)
    if kind == 0:
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del data[chance.randrange(len(data)) :]
    elif kind == 2:
        at = chance.randrange(len(data))
        data[at:at] = chance.randbytes(chance.randrange(1, 200))
    else:
        at = chance.randrange(len(data))
        del data[at : at + chance.randrange(1, 300)]
    return bytes(data)


def _other_text(whole: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(whole)) as box:
        parts = {name: box.read(name) for name in box.namelist()}
    if chance.random() < 0.5:
        text = bytearray(parts["journal.json"])
        at = chance.randrange(len(text))
        text[at : at + chance.randrange(3)] = chance.choice([b"[", b"{", b'"', b"\\", b",", b"9", b"[[[[", b"\xff"])
        parts["journal.json"] = bytes(text)
    else:
        told = json.loads(parts["journal.json"])
        rows = chance.choice([rows for rows in told["tables"].values() if rows])
        row = chance.choice(rows)
        row[chance.choice([*row, "extra"])] = chance.choice(VALUES)
        parts["journal.json"] = json.dumps(told).encode()
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as box:
        for name, data in parts.items():
            box.writestr(name, data)
    return made.getvalue()
