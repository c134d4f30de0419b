"""Marker words for everything that somebody may write, and a search for them in files and in what processes show."""

import base64
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_NAMES = (
    "text version title caption own_name group person replaced_by question case method share_file recipient remark"
    " sender typed unsaved passphrase password recovery message local search theirs diary programme edition"
).split()
MARKERS = {name: f"zeegras{number:02}kwelder" for number, name in enumerate(_NAMES)}
"""By what it is: a word that nothing else holds."""
PASSPHRASE = f"mijn {MARKERS['passphrase']} zin van lang geleden"


def forms(word: str) -> Iterator[bytes]:
    """A word as it may stand in a file: in the encodings of texts, and inside something in base64 or hex."""
    yield word.encode()
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le"):
        yield word.encode(encoding)
    yield word.encode().hex().encode()
    for shift in range(3):  # a word may begin at each of the three places of a group
        inside = base64.b64encode(b"x" * shift + word.encode())
        start = (0, 2, 3)[shift]
        yield inside[start : len(inside) - 4].lower()


_FORMS = {form: name for name, word in MARKERS.items() for form in forms(word)}


def in_bytes(data: bytes) -> set[str]:
    """Which markers stand in these bytes, in any of their forms, in capitals or not."""
    folded = data.lower()
    return {_FORMS[form] for form in _FORMS if form in folded}


def in_folder(place: Path, besides: Iterable[Path] = ()) -> tuple[dict[str, set[str]], int]:
    """Which markers stand in which file or name of a file below a place, and how many bytes were looked at."""
    found: dict[str, set[str]] = {}
    count = 0
    skipped = tuple(besides)
    for path in place.rglob("*"):
        if any(path.is_relative_to(each) for each in skipped):
            continue
        held = in_bytes(path.name.encode())
        if path.is_file():
            try:
                data = path.read_bytes()
            except OSError:
                continue  # it was there a moment ago
            count += len(data)
            held |= in_bytes(data)
        if held:
            found[str(path.relative_to(place))] = held
    return found, count


def in_processes() -> dict[str, set[str]]:
    """Which markers stand in the command line or the environment of any process but this one."""
    found: dict[str, set[str]] = {}
    for process in Path("/proc").glob("[0-9]*"):
        if process.name == str(os.getpid()):
            continue
        for name in ("cmdline", "environ", "comm"):
            try:
                held = in_bytes((process / name).read_bytes())
            except OSError:
                continue  # not ours, or gone
            if held:
                found[f"{process.name} {name}"] = held
    return found
