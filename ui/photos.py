"""Photos on their way into the journal: read safely, turned upright, of a sane size, and without any hidden data."""

import stat
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QPainter

from ui.pictures import PHOTO_THUMBNAIL, encoded

LONGEST_SIDE = 2400
QUALITY, THUMBNAIL_QUALITY = 86, 80
MOST_FILE_BYTES = 80_000_000
MOST_PIXELS = 120_000_000
"""A larger picture is no photo of a flip-over; it would only fill the memory."""
_FORMATS = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png"}
"""By its first bytes. What reads other kinds of pictures never gets to see a file from outside."""
_ALLOCATION_MB = 512
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


class UnreadablePhoto(Exception):
    """The file is no photo that can be taken in. ``heic``: a kind of photo that can be saved as jpg elsewhere."""

    def __init__(self, *, heic: bool = False) -> None:
        super().__init__("heic" if heic else "unreadable")
        self.heic = heic


@dataclass(frozen=True)
class Photo:
    """What goes into the journal: a JPEG with nothing in it but what is to be seen."""

    data: bytes
    width: int
    height: int
    thumbnail: bytes


Source = Path | QImage


def take_in(source: Source) -> Photo:
    """Make a photo of a file, or of a picture from the clipboard. The file stays as it was. May run in a thread."""
    seen = _read(source) if isinstance(source, Path) else source
    if seen.isNull() or seen.width() * seen.height() > MOST_PIXELS:
        raise UnreadablePhoto
    if seen.colorSpace().isValid():
        seen = seen.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb)) or seen
    bare = _bare(_scaled(seen, QSize(LONGEST_SIDE, LONGEST_SIDE)))
    small = encoded(_scaled(bare, PHOTO_THUMBNAIL), "JPEG", THUMBNAIL_QUALITY)
    data = encoded(bare, "JPEG", QUALITY)
    if not data:
        raise UnreadablePhoto
    return Photo(data, bare.width(), bare.height(), small)


def sources_in(offered: QMimeData) -> list[Source]:
    """Pictures and local files that are dropped or pasted; nothing when there is text to paste instead."""
    files = [Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile()]
    if files:
        return list(files)
    picture = offered.imageData() if offered.hasImage() and not offered.hasText() else None
    return [picture] if isinstance(picture, QImage) and not picture.isNull() else []


def shown(data: bytes, size: QSize) -> QImage:
    """A photo of the journal, decoded no larger than it is shown."""
    picture = QImage.fromData(data)
    return _scaled(picture, size) if not picture.isNull() else picture


def _read(file: Path) -> QImage:
    try:
        known = file.stat()
        if not stat.S_ISREG(known.st_mode):
            raise UnreadablePhoto  # opening a pipe waits for ever
        too_large = known.st_size > MOST_FILE_BYTES
        with file.open("rb") as opened:
            start = opened.read(12)
    except OSError as trouble:
        raise UnreadablePhoto from trouble
    if start[4:8] == b"ftyp" and start[8:12] in _HEIC:
        raise UnreadablePhoto(heic=True)
    form = next((form for head, form in _FORMATS.items() if start.startswith(head)), None)
    if too_large or form is None:
        raise UnreadablePhoto
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    reader = QImageReader(str(file), form)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        raise UnreadablePhoto
    if max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _scaled(picture: QImage, most: QSize) -> QImage:
    """Not larger than this; never enlarged."""
    if picture.width() <= most.width() and picture.height() <= most.height():
        return picture
    return picture.scaled(most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _bare(picture: QImage) -> QImage:
    """The same pixels in a new picture, without texts, place or camera; see-through parts become paper."""
    new = QImage(picture.size(), QImage.Format.Format_RGB32)
    new.fill(QColor("#FFFFFF"))
    painter = QPainter(new)
    painter.drawImage(0, 0, picture)
    painter.end()
    return new
