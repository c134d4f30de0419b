"""Merging as the screen does it: in a job, with a sentence of what it brought."""

from pathlib import Path
from typing import Any

from journal.text import tr, trn


def merge_file(journal: Any, file: Path, called: str) -> Any:
    """Merge a copy; runs in a thread."""
    from journal.storage import merge  # heavy, and seldom needed

    return merge.merge_copy(journal, file, called)


def is_other_journey(store: Any) -> bool:
    """Whether the copy brought another journey or programme than the one on screen."""
    from journal import guidance_files
    from journal.storage import journeys

    now = store.read(journeys.current)
    if now is None or now.id != store.journey_id:
        return now is not None
    programme = guidance_files.for_journey(now.programme_id, now.programme_source).programme
    return bool(programme != store.guidance.programme)


def report(merged: Any) -> str:
    """What merging brought, in one or more sentences."""
    if merged.nothing_new:
        return tr("There was nothing new in that copy.")
    parts = [tr("Merged. Nothing was lost.")]
    if merged.entries:
        parts.append(trn("{n} entry is new here.", "{n} entries are new here.", merged.entries))
    if merged.pictures:
        parts.append(trn("{n} picture is new here.", "{n} pictures are new here.", merged.pictures))
    if merged.differences:
        parts.append(
            trn(
                "{n} text differs: you choose when you like.",
                "{n} texts differ: you choose when you like.",
                merged.differences,
            )
        )
    if merged.thrown_away:
        parts.append(trn("{n} entry was thrown away there.", "{n} entries were thrown away there.", merged.thrown_away))
    if merged.unticked:
        parts.append(tr("Look again at what you ticked for your paper: only what both had ticked is ticked now."))
    return " ".join(parts)
