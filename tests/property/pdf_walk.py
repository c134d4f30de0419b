"""All that is in a pdf, as text that can be searched: what shows, and every object that no reader shows."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdf


def shown(data: bytes) -> str:
    """The text on the pages, without white space."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return _dense("".join(page.extract_text() for page in pages))


def everything(data: bytes) -> str:
    """Raw bytes, every stream unpacked, every string and name: metadata, outline, structure, alternative texts."""
    found = [_readings(data), shown(data)]
    with pikepdf.open(io.BytesIO(data)) as opened:
        for each in (*opened.objects, opened.trailer):
            found += _texts(each)
    return _dense("\n".join(found))


def _dense(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, pikepdf.Stream):
        yield _readings(_unpacked(value))
    if isinstance(value, (pikepdf.String, pikepdf.Name)):
        yield str(value)
        yield _readings(bytes(value))
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        for name in value.keys():  # noqa: SIM118 - it is no mapping
            yield str(name)
            yield from _inside(value.get(name))
    elif isinstance(value, pikepdf.Array):
        for each in value:
            yield from _inside(each)


def _inside(value: object) -> Iterator[str]:
    """What has a number of its own is walked as such."""
    return iter(()) if getattr(value, "is_indirect", False) else _texts(value)


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()  # a photo


def _readings(data: bytes) -> str:
    """Bytes in the encodings in which a text could be there."""
    ways = [data.decode("latin-1"), data.decode("utf-8", "ignore")]
    ways += [data[start:].decode(code, "ignore") for code in ("utf-16-be", "utf-16-le") for start in (0, 1)]
    for coded in re.findall(rb"<((?:[0-9A-Fa-f]{2}){4,})>", data):
        packed = bytes.fromhex(coded.decode())
        ways += [packed.decode("latin-1"), packed.decode("utf-16-be", "ignore")]
    return "\n".join(ways)
