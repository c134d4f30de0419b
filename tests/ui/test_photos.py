"""A photo of a flip-over beside a reflection: upright, of a sane size, without place or camera, and never a danger."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QTextEdit

from journal.domain.records import AttachmentKind
from journal.storage import attachments
from tests.ui.pads import a_reflection, picture, press
from ui import photos
from ui.pages.photo import PhotoPage
from ui.photos import UnreadablePhoto
from ui.widgets.attachment_strip import AttachmentStrip
from ui.widgets.picture_drop import PictureDrop

SECRET = b"52.0907N 5.1214E at the canal"


def jpeg(target: Path, *, width=400, height=200, orientation=1) -> Path:
    """A photo with a red corner at the upper left of its pixels, turned by EXIF, with a place in it."""
    picture(width, height, [(QPointF(0, 0), "#ff0000")]).save(str(target), "JPEG", 95)
    plain = target.read_bytes()
    entries = struct.pack("<HHHII", 2, 0x0112, 3, 1, orientation)
    entries += struct.pack("<HHII", 0x010E, 2, len(SECRET) + 1, 38)
    exif = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + entries + b"\0" * 4 + SECRET + b"\0"
    target.write_bytes(plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:])
    return target


def bomb(target: Path) -> Path:
    """A png of a few bytes that says it is 60,000 by 60,000."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0" * 999))]
    data = b"\x89PNG\r\n\x1a\n"
    for name, body in chunks:
        data += struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    target.write_bytes(data)
    return target


@pytest.fixture
def store(open_window):
    return open_window.store


@pytest.fixture
def strip(store, qtbot):
    strip = AttachmentStrip(store, a_reflection(store), "Bij deze reflectie")
    qtbot.addWidget(strip)
    strip.show()
    return strip


def said(strip):
    label = strip.findChild(QLabel, "attachments.said")
    return label.text() if label and label.isVisible() else ""


def kept(store):
    return store.read(attachments.of_journey, store.journey_id)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_stands_upright_and_tells_nothing_of_where_it_was_taken(tmp_path, orientation):
    taken = photos.take_in(jpeg(tmp_path / "flip-over.jpg", orientation=orientation))
    assert (taken.width, taken.height) == ((400, 200) if orientation in (1, 3) else (200, 400))
    right, below = {1: (0, 0), 3: (1, 1), 6: (1, 0), 8: (0, 1)}[orientation]
    shown = QImage.fromData(taken.data)
    x, y = (shown.width() - 10 if right else 10), (shown.height() - 10 if below else 10)
    assert shown.pixelColor(x, y).red() > 200
    assert shown.pixelColor(x, y).green() < 80
    assert SECRET not in taken.data + taken.thumbnail
    assert b"Exif" not in taken.data + taken.thumbnail


def test_a_large_photo_gets_a_sane_size_and_a_small_one_is_not_enlarged(tmp_path):
    large = photos.take_in(jpeg(tmp_path / "large.jpg", width=4000, height=3000))
    assert (large.width, large.height) == (2400, 1800)
    assert QImage.fromData(large.thumbnail).size() == QSize(488, 366)
    assert photos.take_in(jpeg(tmp_path / "small.jpg")).width == 400


def test_see_through_parts_of_a_png_become_paper(tmp_path):
    clear = QImage(40, 40, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    clear.save(str(tmp_path / "clear.png"))
    assert QImage.fromData(photos.take_in(tmp_path / "clear.png").data).pixelColor(20, 20).name() == "#ffffff"


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize(
    "data", [b"", b"tekst", b"\xff\xd8\xff\xe0 kapot", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_photo_is_refused(tmp_path, data):
    (tmp_path / "foto.jpg").write_bytes(data)
    with pytest.raises(UnreadablePhoto):
        photos.take_in(tmp_path / "foto.jpg")


def test_a_file_that_is_gone_and_a_picture_of_billions_of_pixels_are_refused(tmp_path):
    for file in (tmp_path / "weg.jpg", bomb(tmp_path / "bom.png"), tmp_path):
        with pytest.raises(UnreadablePhoto):
            photos.take_in(file)


def test_a_chosen_photo_is_in_the_journal_and_the_original_stays(store, strip, tmp_path, qtbot):
    file = jpeg(tmp_path / "flip-over.jpg")
    before = file.read_bytes()
    strip.take_pictures([file])
    qtbot.waitUntil(lambda: kept(store) != [])
    qtbot.waitUntil(lambda: said(strip) == "De foto staat nu in je dagboek. Het origineel blijft waar het was.")
    assert file.read_bytes() == before
    (line,) = kept(store)
    assert line.kind is AttachmentKind.PHOTO
    assert strip.findChild(object, f"attachment.{line.id}").isVisible()


def test_a_wrong_file_says_so_and_the_good_one_beside_it_comes_in(store, strip, tmp_path, qtbot):
    (tmp_path / "brief.jpg").write_text("Beste Marjan")
    strip.take_pictures([jpeg(tmp_path / "goed.jpg"), tmp_path / "brief.jpg"])
    qtbot.waitUntil(lambda: said(strip) == "Deze foto kan Reisgezel niet lezen. Probeer een jpg of png.")
    qtbot.waitUntil(lambda: len(kept(store)) == 1)


def test_a_heic_photo_is_told_how_to_become_a_jpg(strip, tmp_path, qtbot):
    (tmp_path / "foto.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    strip.take_pictures([tmp_path / "foto.heic"])
    qtbot.waitUntil(lambda: "heic" in said(strip))
    assert "als jpg" in said(strip)


def test_a_photo_can_be_pasted_and_dropped(store, strip, tmp_path, qtbot):
    QGuiApplication.clipboard().setImage(picture(60, 40))
    press(strip, Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(kept(store)) == 1)
    offered = QMimeData()
    offered.setUrls([QUrl.fromLocalFile(str(jpeg(tmp_path / "foto.jpg")))])
    event = QDropEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        offered,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    strip.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: len(kept(store)) == 2)


def test_nothing_there_yet_is_said_with_the_ways_to_begin(strip):
    empty = strip.findChild(QLabel, "attachments.empty")
    assert empty.text() == "Woorden zijn niet de enige weg. Een krabbel of een foto van de flip-over mag ook."


def test_a_photo_opens_large_with_its_name(store, strip, tmp_path, qtbot):
    strip.take_pictures([jpeg(tmp_path / "foto.jpg")])
    qtbot.waitUntil(lambda: len(kept(store)) == 1)
    (line,) = kept(store)
    page = PhotoPage(store, line.entry_id, line.id)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.caption.setText("Flip-over van groep Oost")
    with qtbot.waitSignal(page.done_requested):
        page.done()
    assert kept(store)[0].caption == "Flip-over van groep Oost"


@pytest.mark.qt_log_ignore("JPEG")
def test_a_damaged_photo_says_so_and_stays(store, qtbot):
    entry_id = a_reflection(store)
    made = store.do(attachments.add, None, entry_id, AttachmentKind.PHOTO, b"\xff\xd8 half", width=4, height=3)
    page = PhotoPage(store, entry_id, made)
    qtbot.addWidget(page)
    page.resize(900, 700)
    assert not page.grab().isNull()
    strip = AttachmentStrip(store, entry_id, "Bij")
    qtbot.addWidget(strip)
    assert not strip.grab().isNull()
    assert store.read(attachments.data, made) == b"\xff\xd8 half"


def test_a_photo_that_is_pasted_or_dropped_where_one_writes_comes_beside_the_words(open_window, store, tmp_path, qtbot):
    entry_id = a_reflection(store)
    open_window.shell.open_entry(entry_id)
    page = open_window.shell.current()
    page.show_step("moment")
    field = page.findChild(QTextEdit, "reflection.text.moment.story")
    QGuiApplication.clipboard().setImage(picture(60, 40))
    press(field, Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(kept(store)) == 1)
    offered = QMimeData()
    offered.setUrls([QUrl.fromLocalFile(str(jpeg(tmp_path / "foto.jpg")))])
    assert not field.canInsertFromMimeData(offered)
    page.findChild(PictureDrop).eventFilter(  # as Qt does when the hand lets go
        page,
        QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            offered,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    qtbot.waitUntil(lambda: len(kept(store)) == 2)
    assert field.text() == ""
    QGuiApplication.clipboard().setText("Gewone woorden")
    press(field, Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Gewone woorden"
