"""A journal of every schema that was ever released opens, moves to today's tables, and can leave as a file.

``tests/data/journals/<schema>.reisgezel`` are copies of the sample journal, made by the version that released it.
When a schema is released: write one with ``tests/data/journals/README.md`` at hand, and add its line below.
"""

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from journal import guidance_files
from journal.export import compose, markdown, pdf
from journal.storage import copies, database, fragments, journeys, preparations, schema, snapshot
from journal.storage.archive import archive
from journal.storage.health import check

FOLDER = Path(__file__).parents[1] / "data" / "journals"
PASSPHRASE = "vier gele fietsen"
TOLD = {
    "0001": (53, 0, "9077fbb65f7bf5c2355f28edd7c3d4eb89495d9c4fea96d74906142a3b03d02d"),
    "0002": (55, 1, "1361037faa99c4f50ff1457efb4aaa63e04c6f8b85f4f81a79b0979b1e274986"),
    "0003": (75, 1, "fc06ef8afe8f043f8dd52cfa9016ad1575d5023c1b587ae56af3ef0321bc80fe"),
}
"""By schema: how many texts, how many drawings and photos, and the SHA-256 of all texts, sorted."""


@pytest.fixture(params=sorted(TOLD))
def moved(request, tmp_path: Path):
    """A journal of an earlier schema, opened today; and which schema that was."""
    copies.open_copy(FOLDER / f"{request.param}.reisgezel", tmp_path / "old")
    with database.unlock(tmp_path / "old", PASSPHRASE) as journal:
        yield journal, request.param


def test_every_released_schema_has_its_journal():
    known = {script.revision for script in ScriptDirectory.from_config(schema.config()).walk_revisions()}
    assert known == set(TOLD)


def test_it_opens_with_every_letter_that_was_in_it(moved):
    journal, released = moved
    entries = journal.read(archive)["journeys"][0]["entries"]
    texts = sorted(answer["text"] for entry in entries for answer in entry["answers"])
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()
    assert (len(texts), sum(len(entry["attachments"]) for entry in entries), digest) == TOLD[released]
    assert check(journal).problems == ()


def test_what_was_ticked_before_ticks_held_for_a_text_is_not_shared_by_itself(moved):
    journal, released = moved
    prepared = journal.read(preparations.current, 1)
    guidance = guidance_files.for_journey("htc", None)
    taken = journal.read(snapshot.take, prepared.id, guidance, on=dt.date(2026, 11, 21))
    assert bool(taken.fragments) == (released >= "0003")


def test_it_can_be_shared_and_leave_as_a_file(moved):
    journal, _ = moved
    journey = journal.read(journeys.current)
    prepared = journal.read(preparations.current, journey.id)
    guidance = guidance_files.for_journey(journey.programme_id, journey.programme_source)
    on = dt.date(2026, 11, 21)
    offered = journal.read(fragments.offered, prepared.id, guidance)
    every = [piece.id for group in offered for piece in group.pieces]
    journal.do(preparations.tick_all, prepared.id, every, True, guidance=guidance)
    paper = pdf.make(compose.document(journal.read(snapshot.take, prepared.id, guidance, on=on), guidance), made_on=on)
    assert paper.strict
    whole = journal.read(archive)
    assert json.loads(json.dumps(whole)) == whole
    assert len(markdown.render(whole, guidance, {})) > 5_000
