"""The open archive: the whole journal in one zip file that any computer can read, now and in twenty years.

It is not locked. ``docs/archive.md`` tells what is in it.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import sqlalchemy as sa

from journal import guidance_files
from journal.domain.guidance import Guidance
from journal.domain.own_meetings import with_own_meetings
from journal.errors import CannotWrite
from journal.export import readable
from journal.files import replace_file
from journal.steps import Steps
from journal.storage import archive, archive_in, archive_out, attachments, journeys
from journal.storage.database import OpenJournal
from journal.storage.keys import USUAL_COST, Cost
from journal.storage.scratch import scratch

SUFFIX = ".zip"


def write(journal: OpenJournal, target: Path, steps: Steps | None = None) -> None:
    """Write the archive, in the place of an older one in one step; one writes on meanwhile.

    Raises CannotWrite and Stopped; then an older file still stands.
    """
    try:
        with scratch(journal) as place, journal.still(place) as copy:
            replace_file(target, lambda file: _write(copy, file, steps or Steps()))
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error


def read_in(
    file: Path, folder: Path, passphrase: str, root: bytes, *, steps: Steps | None = None, cost: Cost = USUAL_COST
) -> None:
    """Make a new journal of an archive; see ``archive_in.read_in``. Raises GuidanceError for an unknown programme."""
    archive_in.read_in(file, folder, passphrase, root, check=guidance_files.for_journey, steps=steps, cost=cost)


def _write(journal: OpenJournal, file: BinaryIO, steps: Steps) -> None:
    guidance = _guidance(journal)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as box:
        held = journal.read(archive_out.write, box, steps)
        archive_out.add(box, "README.md", README.encode())
        pictures = {key[0]: path for path, table, _, key in held if table.name == "attachment_data"}
        for id_, picture in _drawn(journal):
            pictures[id_] = f"pictures/{id_}.svg"
            archive_out.add(box, pictures[id_], picture.encode())
        told = journal.read(archive.archive, pictures=False)
        for name, text in readable.files(told, guidance, pictures):
            archive_out.add(box, name, text.encode("utf-8", "replace"))


def _guidance(journal: OpenJournal) -> dict[int, Guidance]:
    found = {}
    for journey in journal.read(journeys.listed):
        assert journey.id is not None
        guidance = guidance_files.for_journey(journey.programme_id, journey.programme_source)
        found[journey.id] = with_own_meetings(guidance, journal.read(journeys.meetings, journey.id))
    return found


def _drawn(journal: OpenJournal) -> Iterator[tuple[int, str]]:
    """Drawings and models as SVG, beside the data that they are made of."""
    rows = journal.read(lambda session: session.connection().execute(_SHEETS).all())
    for id_, kind, width, height in rows:
        picture = readable.svg(kind, journal.read(attachments.data, id_), width, height)
        if picture:
            yield id_, picture


_SHEETS = sa.text(
    "SELECT id, kind, width, height FROM attachment JOIN attachment_data ON attachment_id = id"
    " WHERE kind <> 'photo' ORDER BY id"
)

README = """# Reisgezel: open archief / open archive

## Nederlands
Dit is een heel dagboek van Reisgezel. **Het is niet op slot**: wie dit bestand heeft, kan alles lezen.

- `text/`: alles wat je schreef, als tekst die je met elk programma kunt lezen. Begin bij een `index.md`.
- `pictures/`: foto's, tekeningen en modellen, ook eerdere versies.
- `shared/` en `returned/`: papieren die je deelde, en wat daarop terugkwam.
- `journal.json`: alles, ook eerdere teksten en wat je weggooide. `journal.schema.json` vertelt hoe het is opgebouwd.

Reisgezel maakt er weer een dagboek van: kies bij de eerste start "Ik heb al een dagboek".

## English
This is a whole journal of Reisgezel. **It is not locked**: whoever has this file can read everything.

- `text/`: everything you wrote, as text that any program can read. Begin at an `index.md`.
- `pictures/`: photos, drawings and models, with earlier versions.
- `shared/` and `returned/`: papers that you shared, and what came back.
- `journal.json`: everything, with earlier texts and what you threw away. `journal.schema.json` tells how it is built.

Reisgezel makes a journal of it again: at the first start choose "I already have a journal".
"""
