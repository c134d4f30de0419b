"""The picture of a group on paper: per theme quotations first, then a small spread when enough people chose a word."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from journal import dates
from journal.domain.evaluation_group import SPREAD_FROM, ThemePicture
from journal.domain.guidance import Guidance, Theme
from journal.export import paper_text, pdf
from journal.export.ink import name_of
from journal.text import language, say, tr, trn

TEMPLATE = "evaluation.typ"


def document(
    themes: Sequence[ThemePicture], guidance: Guidance | None, *, session_id: str, edition: str, files: int, on: dt.date
) -> dict[str, Any]:
    """The paper, in the language in use. Without ``guidance`` ids take the place of names."""
    subject = tr("What the group says")
    session = (name_of(guidance.session, session_id) if guidance else "") or session_id
    programme = paper_text.line(say(guidance.programme.name)) if guidance else ""
    parts = [_theme(found, guidance) for found in themes]
    return {
        "format": 1,
        "language": language(),
        "title": f"{subject} — {session}",
        "writer": "",
        "label": subject,
        "text": session,
        "aside": [part for part in (programme, paper_text.line(edition)) if part],
        "lead": _lead(files, any(part["spread"] is None for part in parts)),
        "themes": parts,
        "footer": {
            "left": tr("Made on {date} from files that participants chose to give.", date=dates.full(on)),
            "name": "",
            "pages": tr("{page} of {pages}"),
        },
    }


def render(made: dict[str, Any], *, on: dt.date) -> pdf.Paper:
    """The PDF of it, tagged like the other paper."""
    return pdf.make(made, made_on=on, template=TEMPLATE)


def _lead(files: int, without_spread: bool) -> list[str]:  # noqa: FBT001
    told = [
        trn(
            "From {n} file. The quotations stand in no particular order.",
            "From {n} files. The quotations stand in no particular order, another one for each theme.",
            files,
        )
    ]
    if without_spread:
        told.append(tr("Where fewer than {n} people chose a word on the line, no spread is drawn.", n=SPREAD_FROM))
    return told


def _theme(found: ThemePicture, guidance: Guidance | None) -> dict[str, Any]:
    theme = _known(guidance, found.theme)
    return {
        "title": paper_text.line(say(theme.name)) if theme else found.theme,
        "ask": paper_text.line(say(theme.prompt.ask)) if theme else "",
        "none": "" if found.quotations else tr("Nobody gave words about this."),
        "quotations": [
            {"paragraphs": _quoted(each.words), "name": paper_text.line(each.name)} for each in found.quotations
        ],
        "spread": _spread(found.spread, guidance) if found.spread else None,
    }


def _known(guidance: Guidance | None, theme_id: str) -> Theme | None:
    try:
        return guidance.theme(theme_id) if guidance else None
    except KeyError:
        return None


def _quoted(words: str) -> list[str]:
    parts = paper_text.paragraphs(words) or [paper_text.BOX]
    parts[0] = f"“{parts[0]}"
    parts[-1] = f"{parts[-1]}”"
    return parts


def _spread(counts: Sequence[int], guidance: Guidance | None) -> dict[str, Any]:
    names = [say(mark) for mark in guidance.marks] if guidance else [str(level) for level in range(1, len(counts) + 1)]
    told = ", ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True))
    return {
        "labels": names,
        "counts": list(counts),
        "label": tr("What people chose on the line"),
        "alt": tr("What people chose on the line: {told}.", told=told),
    }
