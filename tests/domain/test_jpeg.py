"""A photo that is shared brings its picture and nothing else."""

import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from journal.domain.jpeg import without_notes


def photo() -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF3366)
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return bytes(store.data())


def part(kind: int, text: bytes) -> bytes:
    return b"\xff" + bytes([kind]) + struct.pack(">H", len(text) + 2) + text


def test_place_time_and_comments_go_and_every_pixel_stays():
    plain = photo()
    noted = plain[:2] + part(0xE1, b"Exif\0\0 52.09 N") + part(0xFE, b"secret") + part(0xED, b"IPTC") + plain[2:]
    bare = without_notes(noted)
    assert b"52.09" not in bare
    assert b"secret" not in bare
    assert b"IPTC" not in bare
    assert QImage.fromData(bare) == QImage.fromData(plain)
    assert without_notes(plain) == plain


def test_what_hangs_behind_the_picture_goes_and_so_does_what_is_no_photo():
    plain = photo()
    assert without_notes(plain + b"a film of ten seconds \xff\xd9") == plain
    assert without_notes(plain[:2] + b"\xff\xff" + plain[2:]) == plain
    for data in (
        b"",
        b"\xff",
        b"\xff\xd8",
        b"\xff\xd8\xff",
        b"\x89PNG",
        b"\xff\xd8 mFa \xff\xd9",
        plain[:30],
        plain[:-2],
    ):
        assert without_notes(data) == b""
