"""Diaries of other programs: read as their writer knows them, and whatever is odd is left out and told."""

import datetime as dt
import json
import os
import random
import threading
import time
import zipfile
from pathlib import Path

import pytest

from journal.elsewhere import reading
from journal.elsewhere.notes import Found, Why
from journal.errors import CannotRead, Stopped
from journal.steps import Steps

CASES = int(os.environ.get("REISGEZEL_FUZZ", "500"))
JRNL = "[2026-11-20 19:14] Langs het wad. @samen\nWe liepen stil.\n\nEn toen niet meer.\n\n[2026-11-21 08:00] Kort\n"
JRNL_JSON = {
    "tags": {},
    "entries": [{"title": "Langs het wad.", "body": "We liepen stil.", "date": "2026-11-20", "time": "19:14"}],
}
DAY_ONE = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "uuid": "ABC1",
            "creationDate": "2026-11-20T23:30:00Z",
            "timeZone": "Europe\\/Amsterdam",
            "text": "# Langs het wad\n\n![](dayone-moment:\\/\\/XYZ)\nWe liepen\\. Stil\\!",
            "photos": [{"identifier": "XYZ"}],
        },
        {"uuid": "ABC2", "creationDate": "gisteren", "text": "x"},
    ],
}
MONTH = (
    "2: {text: kort en plat}\n"
    "3:\n  text: 'met ''quotes'' en\n\n    een tweede regel'\n  Samen: {wad: null}\n"
    '20:\n  text: "Langs het wad.\\n\\nWe liepen\\\n    \\ stil, \\xE9\\xE9n keer."\n'
    "21:\n  text: |-\n    een blok\n    van twee regels\n"
    "31: {text: bestaat niet}\n"
    "22:\n  Samen: {wad: null}\n"
)


def test_the_text_file_of_jrnl(tmp_path: Path):
    (tmp_path / "journal.txt").write_text(JRNL, encoding="utf-8")
    found = reading.read(tmp_path / "journal.txt")
    assert found.program == "jrnl"
    assert [(str(note.on), note.title, note.text) for note in found.notes] == [
        ("2026-11-20", "Langs het wad. @samen", "We liepen stil.\n\nEn toen niet meer."),
        ("2026-11-21", "Kort", "Kort"),
    ]


def test_the_json_of_jrnl(tmp_path: Path):
    (tmp_path / "a.json").write_text(json.dumps(JRNL_JSON))
    (note,) = reading.read(tmp_path / "a.json").notes
    assert (str(note.on), note.title, note.text) == ("2026-11-20", "Langs het wad.", "We liepen stil.")


def test_a_locked_jrnl_is_told_as_locked(tmp_path: Path):
    (tmp_path / "a.txt").write_text("gAAAAABkX0" + "x" * 200)
    found = reading.read(tmp_path / "a.txt")
    assert [each.why for each in found.unread] == [Why.LOCKED]


def test_day_one_with_the_day_of_where_one_was(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as box:
        box.writestr("Journal.json", json.dumps(DAY_ONE))
        box.writestr("photos/XYZ.jpeg", b"\xff\xd8")
    found = reading.read(tmp_path / "export.zip")
    (note,) = found.notes
    assert (found.program, found.pictures) == ("Day One", 1)
    assert (str(note.on), note.title, note.key) == ("2026-11-21", "Langs het wad", "ABC1")
    assert note.text == "# Langs het wad\n\nWe liepen. Stil!"
    assert [each.why for each in found.unread] == [Why.NO_DAY]


def test_a_zip_that_is_pressed_in_another_way_is_told_as_damaged(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_LZMA) as box:
        box.writestr("Journal.json", json.dumps(DAY_ONE))
    data = bytearray((tmp_path / "export.zip").read_bytes())
    data[data.index(b"Journal.json") + len("Journal.json") + 4] = 0xFF
    (tmp_path / "export.zip").write_bytes(data)
    assert [each.why for each in reading.read(tmp_path / "export.zip").unread] == [Why.DAMAGED]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where files can be pipes")
def test_a_pipe_in_a_folder_of_notes_is_left_out_and_never_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "2026-11-20.txt").write_text("Langs het wad.")
    reading_it = threading.Thread(target=lambda: found.append(reading.read(tmp_path)), daemon=True)
    found: list[Found] = []
    reading_it.start()
    reading_it.join(10)
    assert not reading_it.is_alive()
    assert [each.name for each in found[0].unread] == ["a.txt"]
    assert len(found[0].notes) == 1


def test_a_month_of_red_notebook(tmp_path: Path):
    (tmp_path / "2026-11.txt").write_text(MONTH, encoding="utf-8")
    found = reading.read(tmp_path / "2026-11.txt")
    assert found.program == "RedNotebook"
    assert {note.on.day: note.text for note in found.notes} == {
        2: "kort en plat",
        3: "met 'quotes' en\neen tweede regel",
        20: "Langs het wad.\n\nWe liepen stil, één keer.",
        21: "een blok\nvan twee regels",
    }
    assert [each.name for each in found.unread] == ["2026-11.txt: 31"]


@pytest.mark.parametrize(
    ("name", "text", "on", "title", "body"),
    [
        ("a.md", "---\ndate: 2024-03-05T10:00\ntitle: Wad\n---\n\nStil.", "2024-03-05", "Wad", "Stil."),
        ("2023-01-02 wandeling.md", "Langs het wad", "2023-01-02", "wandeling", "Langs het wad"),
        ("20230102.txt", "# Kop\nLangs het wad", "2023-01-02", "Kop", "Langs het wad"),
        ("los.txt", "Zonder dag", "2020-02-03", "los", "Zonder dag"),
        ("9999-99-99.txt", "Geen dag", "2020-02-03", "", "Geen dag"),
    ],
)
def test_plain_files_have_a_day_from_what_they_say(tmp_path: Path, name, text, on, title, body):  # noqa: PLR0917
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    moment = dt.datetime(2020, 2, 3, 12, tzinfo=dt.UTC).timestamp()
    os.utime(file, (moment, moment))
    (note,) = reading.read(file).notes
    assert (str(note.on), note.title, note.text) == (on, title, body)


def test_a_folder_at_once_and_what_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / "diep" / "er").mkdir(parents=True)
    (tmp_path / "diep" / "er" / "2026-01-01.md").write_text("een")
    (tmp_path / "2026-01-02.md").write_text("twee")
    (tmp_path / "leeg.md").write_text("  \n")
    (tmp_path / "film.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".geheim.md").write_text("niet")
    found = reading.read(tmp_path)
    assert sorted(note.key for note in found.notes) == ["2026-01-02.md", "diep/er/2026-01-01.md"]
    assert {each.name: each.why for each in found.unread} == {"film.txt": Why.NOT_TEXT, "leeg.md": Why.EMPTY}


def test_looking_through_a_folder_can_be_stopped(tmp_path: Path):
    (tmp_path / "a.md").write_text("een")
    steps = Steps()
    steps.stop()
    with pytest.raises(Stopped):
        reading.read(tmp_path, steps)


def test_a_file_that_is_gone_cannot_be_read(tmp_path: Path):
    with pytest.raises(CannotRead):
        reading.read(tmp_path / "weg.txt")


def test_spoiled_diaries_of_every_kind_are_read_or_left_out_and_never_a_crash(tmp_path: Path):
    day_one = json.dumps(DAY_ONE).encode()
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("Journal.json", day_one)
    kinds = {
        "journal.txt": JRNL.encode(),
        "a.json": json.dumps(JRNL_JSON).encode(),
        "b.json": day_one,
        "a.zip": (tmp_path / "a.zip").read_bytes(),
        "2026-11.txt": MONTH.encode(),
        "2026-01-01.md": b"---\ndate: 2024-03-05\ntitle: Wad\n---\n# Kop\n\nStil.",
    }
    chance, slowest, notes = random.Random(7), 0.0, 0
    signs = [b'"', b"'", b"\\", b"{", b"[" * 50_000, b"\0", b"\xff", b"9" * 400, b"\n\n", b"---\n", b"null", b"1e999"]
    for number in range(CASES):
        name, data = list(kinds.items())[number % len(kinds)]
        made = bytearray(data)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(made))
            made[at : at + chance.randrange(4)] = chance.choice(signs)
        (tmp_path / name).write_bytes(bytes(made))
        began = time.perf_counter()
        notes += len(reading.read(tmp_path / name).notes)
        slowest = max(slowest, time.perf_counter() - began)
    print(f"{CASES} diaries: {notes} notes, the slowest {slowest:.2f} s")
    assert slowest < 10
