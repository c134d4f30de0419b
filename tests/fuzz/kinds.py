"""Every kind of file that comes from outside, and what takes it in. The returned PDF has a test of its own."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from journal import guidance_files, method_files, reminder_file
from journal.domain import drawing, evaluation, jpeg, model
from journal.domain import reminders as reminders_of
from journal.domain.drawing import Drawing, Pen, Stroke
from journal.domain.evaluation import Evaluation, NoEvaluation, Said
from journal.errors import DamagedJournal, DamagedKeyFile, ForeignFile, JournalError, NewerJournal
from journal.export import readable
from journal.settings import IDLE_LOCK_MINUTES, TEXT_SIZES, THEMES, Settings
from journal.storage import answers, attachments, backups, copies, database, key_file, restoring, salvage
from journal.storage.backups import Reason
from journal.storage.health import check
from resources import folder as resources
from tests.conftest import CHEAP, PASSPHRASE, ROOT
from tests.fuzz.spoiling import Draw, spoilt, spoilt_values
from tests.storage.beginnings import TODAY, a_reflection, text_of
from ui import photos

STORY = "een verhaal van het wad " * 300
PICTURES = {"JPG": "jpg", "PNG": "png", "BMP": "bmp", "WEBP": "webp", "GIF": "gif", "TIFF": "tif"}
Take = Callable[[Path, bytes, int], bool]


@dataclass(frozen=True)
class Kind:
    """``take(work, data, number)``: True when it was taken in. It raises one of ``expected`` when it was not."""

    make: Callable[[Draw], bytes]
    take: Take
    expected: tuple[type[Exception], ...] = (JournalError,)


def a_journal(place: Path) -> Path:
    """A closed journal with some of everything, a copy and a backup of it; gives its folder."""
    with database.create(place / "journal", PASSPHRASE, ROOT, cost=CHEAP) as journal:
        entry_id = a_reflection(journal)
        journal.do(answers.write, entry_id, "moment.story", STORY)
        for number in range(20):
            journal.do(answers.write, entry_id, f"short.{number}", f"nog iets {number} " * 30)
        journal.do(attachments.add, entry_id, "drawing", drawing.write(_drawing()), width=4, height=3)
        copies.write_copy(journal, place / "copy.reisgezel")
        backups.make(journal, Reason.CLOSE)
    return place / "journal"


def database_file(place: Path) -> Kind:
    """The journal itself."""
    folder = a_journal(place)
    whole = (folder / "journal.db").read_bytes()

    def take(_work: Path, data: bytes, number: int) -> bool:
        (folder / "journal.db").write_bytes(data)
        try:
            with database.open_with_root(folder, ROOT) as journal:
                good = check(journal).good
                if good:
                    assert text_of(journal, 1) == STORY
        finally:
            assert (folder / "journal.db").read_bytes() == data
            if number % 25 == 0:
                _salvage(folder)
        if not good:
            raise DamagedJournal(folder)
        return True

    return Kind(lambda draw: spoilt(draw, (whole,), text=False), take)


def _salvage(folder: Path) -> None:
    """What is whole is read, and made a journal that is good; or it is told that nothing can be read."""
    restored: Path | None = None
    try:
        restored = restoring.save_readable(salvage.read(folder, ROOT)).folder
        with database.open_with_root(restored, ROOT) as journal:
            assert check(journal).good
    except JournalError:
        assert restored is None
    finally:
        if restored is not None:
            shutil.rmtree(restored)


def key(place: Path) -> Kind:
    """The key file, also with a checksum that fits what was changed."""
    key_file.wrap(place / "whole.key", ROOT, PASSPHRASE, CHEAP)
    whole = (place / "whole.key").read_bytes()

    def sealed(told: Any) -> bytes:
        if isinstance(told, dict):
            told.pop("checksum", None)
            told["checksum"] = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
        return json.dumps(told).encode()

    def make(draw: Draw) -> bytes:
        return spoilt(draw, (whole,), text=True) if draw.random() < 0.5 else spoilt_values(draw, whole, sealed)

    def take(work: Path, data: bytes, _number: int) -> bool:
        (work / "journal.key").write_bytes(data)
        assert key_file.read(work / "journal.key").root(PASSPHRASE) == ROOT
        return True

    return Kind(make, take)


def copy(place: Path) -> Kind:
    """Copies and backups."""
    a_journal(place)
    made = (place / "copy.reisgezel", *backups.of_folder(place / "journal"))
    wholes = tuple((each if isinstance(each, Path) else each.path).read_bytes() for each in made)

    def take(work: Path, data: bytes, number: int) -> bool:
        file, folder = work / "a.reisgezel", work / "there"
        file.write_bytes(data)
        if number % 2:
            folder = restoring.put_back(file, folder).folder
        else:
            copies.open_copy(file, folder)
        try:
            with database.open_with_root(folder, ROOT) as journal:
                good = check(journal).good
                assert not good or text_of(journal, 1) == STORY
        finally:
            shutil.rmtree(folder)
        if not good:
            raise DamagedJournal(file)
        return True

    # Never CannotWrite or CannotRead: nobody should look for room on the disk when a copy is damaged.
    damage = (DamagedJournal, DamagedKeyFile, ForeignFile, NewerJournal)
    return Kind(lambda draw: spoilt(draw, wholes, text=False), take, damage)


def programme(_place: Path) -> Kind:
    """A programme from a teacher."""

    def read(file: Path) -> None:
        guidance_files.guidance_for(guidance_files.read_programme(file))

    return _toml(tuple(path.read_bytes() for path in sorted(resources("programmes").glob("*.toml"))), read)


def method(_place: Path) -> Kind:
    """A method from a group."""
    shipped = [path.read_text("utf-8") for path in sorted(resources("methods").glob("*.toml"))]
    own = (text.replace('id = "', 'id = "own-', 1) for text in shipped)  # one cannot have the name of a shipped one
    return _toml(tuple(text.encode() for text in own), method_files.read_method)


def _toml(wholes: tuple[bytes, ...], read: Callable[[Path], object]) -> Kind:
    def take(work: Path, data: bytes, _number: int) -> bool:
        file = work / "from elsewhere.toml"
        file.write_bytes(data)
        read(file)
        return True

    return Kind(lambda draw: spoilt(draw, wholes, text=True), take)


def settings(place: Path) -> Kind:
    """The settings: whatever is wrong is its default, and the file is left alone."""
    Settings(device_name="laptop thuis", journal="/ergens/dagboek", text_size=130).write(place / "whole.toml")
    whole = (place / "whole.toml").read_bytes()

    def take(work: Path, data: bytes, _number: int) -> bool:
        file = work / "settings.toml"
        file.write_bytes(data)
        found = Settings.read(file)
        assert file.read_bytes() == data
        assert found.language in ("nl", "en")
        assert (found.theme in THEMES, found.text_size in TEXT_SIZES) == (True, True)
        assert found.idle_minutes in IDLE_LOCK_MINUTES
        assert isinstance(found.journal_folder, Path)
        found.write(file)
        assert Settings.read(file) == found
        return True

    return Kind(lambda draw: spoilt(draw, (whole,), text=True), take)


def reminders(place: Path) -> Kind:
    """The days of which the tray tells."""
    days = [reminder_file.Day(kind, TODAY, "Tweedaagse") for kind in reminders_of.Kind]
    reminder_file.write(place / "whole.json", days, {day.key for day in days})
    whole = (place / "whole.json").read_bytes()

    def take(work: Path, data: bytes, _number: int) -> bool:
        (work / "days.json").write_bytes(data)
        return bool(reminder_file.read(work / "days.json").told)

    return Kind(lambda draw: _json(draw, whole), take)


def picture(_place: Path) -> Kind:
    """A photo for the journal, by its own name or another's."""
    wholes = (*map(_picture, PICTURES), b"\0\0\0\x20ftypheic" + bytes(500))

    def take(work: Path, data: bytes, number: int) -> bool:
        file = work / f"foto.{list(PICTURES.values())[number % len(PICTURES)]}"
        file.write_bytes(data)
        jpeg.without_notes(data)
        found = photos.take_in(file)
        assert 0 < max(found.width, found.height) <= photos.LONGEST_SIDE
        assert jpeg.without_notes(found.data)
        return True

    return Kind(lambda draw: spoilt(draw, wholes, text=False), take, (photos.UnreadablePhoto,))


def _picture(form: str) -> bytes:
    image = QImage(160, 120, QImage.Format.Format_RGB32)
    for x in range(160):
        for y in range(120):
            image.setPixelColor(x, y, QColor(x, y, (x * y) % 256))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(held.data()) or b"GIF89a" + bytes(range(200))


def evaluation_file(_place: Path) -> Kind:
    """The evaluation of a participant, also with a checksum that fits what was changed."""
    said = (Said(theme="transformation", words="Het kantelt.", mark=3), Said(theme="leadership", mark=5))
    full = Evaluation(id="0123456789abcdef" * 2, programme="htc", session="two-day-2", name="Marjan", themes=said)
    whole = evaluation.write(full)

    def sealed(told: Any) -> bytes:
        if isinstance(told, dict):
            told.pop("checksum", None)
            told["checksum"] = evaluation._checksum(told)
        return json.dumps(told).encode()

    def make(draw: Draw) -> bytes:
        return spoilt(draw, (whole,), text=True) if draw.random() < 0.5 else spoilt_values(draw, whole, sealed)

    def take(_work: Path, data: bytes, _number: int) -> bool:
        evaluation.write(evaluation.read(data))
        return True

    return Kind(make, take, (NoEvaluation,))


def _drawing() -> Drawing:
    return Drawing(tuple(Stroke(pen, 4, ((10.0, 10.0), (200.5, 90.0), (30.0, 400.0))) for pen in Pen))


def a_drawing(_place: Path) -> Kind:
    """A drawing in an archive or a copy of somebody else."""
    return _sheet("drawing", drawing.write(_drawing()), drawing.read, drawing.DrawingError)


def a_model(_place: Path) -> Kind:
    """A model in an archive or a copy of somebody else."""
    made, first = model.add_box(model.Model(), 300, 200, "de gemeente")
    made, other = model.add_box(made, 600, 400, "wij, en het wad")
    made = model.rename_arrow(made := model.connect(made, first, other), made.arrows[0], "vraagt")
    return _sheet("model", model.write(made), model.read, model.ModelError)


def _sheet(kind: str, whole: bytes, read: Callable[[bytes], object], expected: type[Exception]) -> Kind:
    def take(_work: Path, data: bytes, _number: int) -> bool:
        readable.svg(kind, data, 1104, 616)
        read(data)
        return True

    return Kind(lambda draw: _json(draw, whole), take, (expected,))


def _json(draw: Draw, whole: bytes) -> bytes:
    if draw.random() < 0.5:
        return spoilt(draw, (whole,), text=True)
    return spoilt_values(draw, whole, lambda told: json.dumps(told).encode())


KINDS: dict[str, Callable[[Path], Kind]] = {
    "journal": database_file,
    "key file": key,
    "copy or backup": copy,
    "programme": programme,
    "method": method,
    "settings": settings,
    "reminders": reminders,
    "picture": picture,
    "evaluation": evaluation_file,
    "drawing": a_drawing,
    "model": a_model,
}
