"""Files of any kind, spoilt as a bad stick, a bad editor or somebody who means harm would; drawn from a number."""

import json
import random
import re
from collections.abc import Callable
from typing import Any

Draw = random.Random
Seal = Callable[[Any], bytes]
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 1.5, 1e308, 2**31, 2**63, 2**70, 10**400, "", "x" * 6000, "\0", "\ud800", "../../x",
    "1900-13-40", "é" * 300, [], {}, [[]], [None], {"": {}}, float("nan"), float("inf"), "\u202e\u2028\x85",
)  # fmt: skip
PIECES = (
    b"[", b"]", b"{", b"}", b'"', b"'", b'"""', b"\\", b"\\u", b"\\ud800", b",", b"=", b".", b"#", b"\0", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\r", b"\n\n", b"\xed\xa0\x80", b"1e999", b"-", b"NaN", b"[" * 3000, b'{"a":' * 3000, b"a." * 60,
    b"a=[" * 500, b"9" * 5000, b"0x" + b"f" * 400, b"1979-05-27T99:99:99Z", b"\xe2\x80\xae",
)  # fmt: skip
LITERALS = (b"0", b"-1", b"''", b'""', b"[]", b"{}", b"true", b"nan", b"1e400", b"9" * 40, b"1979-05-27", b'"\\uD800"')


def flipped(draw: Draw, data: bytearray) -> None:
    """Single bits turned over."""
    for _ in range(draw.choice((1, 1, 2, 8, 60))):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def cut_off(draw: Draw, data: bytearray) -> None:
    """The end is gone."""
    del data[draw.randrange(len(data)) :]


def missing(draw: Draw, data: bytearray) -> None:
    """A piece is gone."""
    at = draw.randrange(len(data))
    del data[at : at + draw.choice((1, 3, 16, 512, 4096))]


def noise(draw: Draw, data: bytearray) -> None:
    """Bytes of nothing in between or in place of others."""
    at, many = draw.randrange(len(data)), draw.choice((1, 4, 16, 512, 4096))
    data[at : at + draw.choice((0, many))] = draw.randbytes(many)


def wiped(draw: Draw, data: bytearray) -> None:
    """A block of the disk that never came."""
    at, many = draw.randrange(len(data)), draw.choice((1, 16, 512, 4096))
    data[at : at + many] = bytes(min(many, len(data) - at))


def swapped(draw: Draw, data: bytearray) -> None:
    """Two blocks in each other's place, or one twice."""
    many = draw.choice((4, 64, 512, 4096))
    one, other = draw.randrange(len(data)), draw.randrange(len(data))
    kept = bytes(data[one : one + many])
    if draw.random() < 0.5:
        data[one : one + many] = data[other : other + many]
    data[other : other + many] = kept


def extreme(draw: Draw, data: bytearray) -> None:
    """A number as large or as small as it gets: lengths, offsets, counts."""
    at = draw.randrange(len(data))
    data[at : at + 4] = draw.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\x80", b"\1\0\0\0"))


def pieces(draw: Draw, data: bytearray) -> None:
    """Signs that mean something in a text."""
    for _ in range(draw.choice((1, 1, 3))):
        at = draw.randrange(len(data) + 1)
        data[at : at + draw.choice((0, 0, 1, 5))] = draw.choice(PIECES)


def lines(draw: Draw, data: bytearray) -> None:
    """Lines gone, twice, or in another order."""
    found = bytes(data).split(b"\n")
    for _ in range(draw.choice((1, 2, 5))):
        at = draw.randrange(len(found))
        kind = draw.randrange(4)
        if kind == 0:
            found.insert(draw.randrange(len(found)), found[at])
        elif kind == 1 and len(found) > 1:
            del found[at]
        elif kind == 2:
            found[at : at + 1] = [found[at]] * draw.choice((2, 50))
        else:
            other = draw.randrange(len(found))
            found[at], found[other] = found[other], found[at]
    data[:] = b"\n".join(found)


def values(draw: Draw, data: bytearray) -> None:
    """What stands behind an equals sign or a colon becomes something else."""
    found = list(re.finditer(rb"(?m)[=:] ?([^\n]+)$", bytes(data)))
    if found:
        one = draw.choice(found)
        odd = draw.choice(
            ("0", "-1", "''", '""', "[]", "{}", "true", "nan", "1e400", "9" * 40, "1979-05-27", '"\\uD800"')
        )
        data[one.start(1) : one.end(1)] = odd.encode()


def encoded(draw: Draw, data: bytearray) -> None:
    """Saved by an editor of another kind."""
    text = bytes(data).decode("utf-8", "replace")
    data[:] = text.encode(draw.choice(("utf-16", "utf-32", "utf-8-sig", "utf-16-be", "cp037")), "replace")


BYTES = (flipped, flipped, cut_off, missing, noise, wiped, swapped, extreme)
TEXT = (flipped, cut_off, missing, noise, swapped, *[pieces] * 4, *[lines] * 2, *[values] * 4, encoded)


def spoilt(draw: Draw, wholes: tuple[bytes, ...], *, text: bool) -> bytes:
    """One of these files with one to three things wrong; now and then the head of one on the tail of another."""
    data = bytearray(draw.choice(wholes))
    if draw.random() < 0.05:
        other = draw.choice(wholes)
        data[draw.randrange(len(data)) :] = other[draw.randrange(len(other)) :]
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        if data:
            draw.choice(TEXT if text else BYTES)(draw, data)
    return bytes(data)


def spoilt_values(draw: Draw, whole: bytes, seal: Seal) -> bytes:
    """JSON that is JSON still, with other values in it; ``seal`` makes the file of it, its checksum too."""
    told = json.loads(whole)
    for _ in range(draw.choice((1, 1, 2, 4))):
        spots = list(_spots(told))
        if not spots:
            break
        holder, key = draw.choice(spots)
        kind = draw.randrange(5)
        if kind == 0:
            del holder[key]
        elif kind == 1 and isinstance(holder, dict):
            holder[draw.choice(("", "extra", "format", f"{key}x"))] = holder.pop(key)
        elif kind == 2 and isinstance(holder[key], list):
            holder[key] = [_fresh(each) for each in holder[key] * draw.choice((2, 200))]
        elif kind == 3:
            nest: Any = holder[key]
            for _ in range(draw.choice((1, 30, 200))):
                nest = draw.choice(([nest], {"a": nest}))
            holder[key] = nest
        else:
            holder[key] = _fresh(draw.choice(ODD))
    return seal(told)


def _fresh(value: Any) -> Any:
    return json.loads(json.dumps(value))


def _spots(told: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [told]
    while waiting and len(found) < 5000:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()
        for key in keys:
            found.append((holder, key))
            waiting.append(holder[key])
    return found
