"""``export JOURNAL --to FILE``: the prepared summary as .pdf, the whole journal as .md or .json."""

import sys
from collections.abc import Callable
from pathlib import Path

from journal import guidance_files, method_files
from journal.cli import opening
from journal.domain.guidance import Guidance
from journal.domain.own_meetings import with_own_meetings
from journal.domain.records import Journey
from journal.export import archive, compose, markdown, pdf
from journal.storage import database, journeys, own_methods, preparations, snapshot
from journal.text import tr


def run(folder: Path, target: Path, passphrase_file: Path | None) -> int:
    """Write the file that the ending asks for."""
    make = _MAKERS.get(target.suffix.lower())
    if make is None:
        print(tr("The file must end in .pdf, .md or .json."), file=sys.stderr)
        return 2
    journal = opening.unlocked(folder, passphrase_file)
    try:
        journey = journal.read(journeys.current)
        data = make(journal, journey) if journey else None
    finally:
        journal.close()
    if data is None:
        print(tr("Nothing is prepared or ticked in this journal yet."), file=sys.stderr)
        return 1
    pdf.save(data, target)
    print(tr("Saved: {target}", target=target))
    return 0


def _guidance_with(journal: database.OpenJournal, journey: Journey) -> Guidance:
    guidance = with_own_meetings(_guidance(journey), journal.read(journeys.meetings, journey.id or 0))
    return method_files.with_own_methods(guidance, journal.read(own_methods.sources))


def _guidance(journey: Journey) -> Guidance:
    return guidance_files.for_journey(journey.programme_id, journey.programme_source)


def _pdf(journal: database.OpenJournal, journey: Journey) -> bytes | None:
    prepared = journal.read(preparations.current, journey.id or 0)
    if prepared is None:
        return None
    guidance = _guidance_with(journal, journey)
    today = database.utc_now().astimezone().date()
    taken = journal.read(snapshot.take, prepared.id or 0, guidance, on=today)
    if not taken.fragments:
        return None
    return pdf.render(compose.document(taken, guidance), made_on=today)


def _markdown(journal: database.OpenJournal, journey: Journey) -> bytes:
    others = {each.id or 0: _guidance(each) for each in journal.read(journeys.listed)}
    return markdown.render(journal.read(snapshot.archive), _guidance(journey), others).encode()


def _json(journal: database.OpenJournal, journey: Journey) -> bytes:  # noqa: ARG001 - the same shape as its twins
    return archive.render(journal.read(snapshot.archive)).encode()


_MAKERS: dict[str, Callable[[database.OpenJournal, Journey], bytes | None]] = {
    ".pdf": _pdf,
    ".md": _markdown,
    ".json": _json,
}
