"""The whole journal on paper: a title, the contents with page numbers, and everything by session and date."""

from collections.abc import Callable, Iterator
from typing import Any

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.whole_journal import EntryNow, SessionNow, WholeJournal
from journal.export import figures, paper_text
from journal.export.blocks import Block
from journal.export.ink import Ink, heading_of, lowered, name_of
from journal.text import language, say, tr

TEMPLATE = "journal.typ"
FORMAT = 1
_SIGNS_A_PAGE = 2300
_SIGNS_OF_A_HEAD = 130
_SIGNS_OF_A_FIGURE = 700
_TITLES = ("moment.name", "case.title", "experiment.title", "question.text")
"""Answers that name their entry."""
_TOLD = frozenset({"moment.story", "free.text", "note.text", "question.text"})


def document(
    journal: WholeJournal, guidance: Guidance, step: Callable[[int, int], object] = lambda _done, _of: None
) -> dict[str, Any]:
    """The paper, in the language in use. ``step(done, of)`` hears after every entry; it may raise to stop."""
    many, done = journal.entries(), 0
    ink = Ink(())

    def entry(found: EntryNow) -> Block:
        nonlocal done
        done += 1
        step(done, many)
        return _entry(found, guidance, ink)

    writer = paper_text.shorten(ink.line(journal.writer), 300)
    chapters = [
        _chapter(tr("My learning question"), [_part("", map(entry, journal.question))]),
        _chapter(tr("The sessions"), [_session(each, entry, guidance, ink) for each in journal.sessions]),
        _chapter(tr("In between"), [_part("", map(entry, journal.between))]),
        _chapter(tr("Intervisie"), [_part("", map(entry, journal.meetings))]),
    ]
    title = tr("My whole journal")
    aside = [paper_text.line(text) for text in (say(guidance.programme.name), journal.edition)]
    return {
        "format": FORMAT,
        "language": language(),
        "title": f"{title} — {writer}" if writer else title,
        "writer": writer,
        "head": {
            "label": tr("The whole journal, from {date}", date=dates.full(journal.began_on)),
            "text": writer or title,
            "aside": [text for text in aside if text],
            "note": tr("This is everything that you wrote, for yourself. Names are in full."),
        },
        "contents": tr("Contents"),
        "chapters": [chapter for chapter in chapters if chapter["parts"]],
        "nothing": "" if many else tr("Nothing has been written yet."),
        "footer": {
            "left": tr("Snapshot of {date}.", date=dates.full(journal.made_on)),
            "name": paper_text.shorten(writer, 32),
            "pages": tr("{page} of {pages}"),
        },
    }


def about_pages(made: dict[str, Any]) -> int:
    """About how many pages it will be, before anything is laid out."""
    signs = 0
    for chapter in made["chapters"]:
        for part in chapter["parts"]:
            for entry in part["entries"]:
                signs += _SIGNS_OF_A_HEAD + _SIGNS_OF_A_FIGURE * len(entry["figures"])
                signs += sum(len(words) + 40 for piece in entry["pieces"] for words in piece["paragraphs"])
    return max(1, round(signs / _SIGNS_A_PAGE) + 1)


def _chapter(title: str, parts: list[Block | None]) -> Block:
    return {"title": title, "parts": [part for part in parts if part]}


def _part(title: str, entries: Iterator[Block], caption: str = "") -> Block | None:
    kept = [entry for entry in entries if entry["title"] or entry["pieces"] or entry["figures"] or entry["lines"]]
    return {"title": title, "caption": caption, "entries": kept} if kept else None


def _session(session: SessionNow, entry: Callable[[EntryNow], Block], guidance: Guidance, ink: Ink) -> Block | None:
    name = ink.line(session.own_name) or name_of(guidance.session, session.session_id) or tr("Session")
    when = dates.span(session.starts_on, session.ends_on, year=True) if session.starts_on else ""
    return _part(name, map(entry, session.entries), when)


def _entry(found: EntryNow, guidance: Guidance, ink: Ink) -> Block:
    form = _form_name(found, guidance)
    texts = dict(found.parts)
    title = ink.line(found.title) or next((ink.line(texts[id_]) for id_ in _TITLES if id_ in texts), "")
    pieces = [
        {"label": "" if id_ in _TOLD else heading_of(guidance, id_), "paragraphs": written}
        for id_, text in found.parts
        if not (id_ in _TITLES and ink.line(text) == title) and (written := ink.paragraphs(text))
    ]
    when = dates.full(found.written_on)
    return {
        "title": paper_text.shorten(title, 300) or form,
        "caption": f"{form}, {when}" if title else when,
        "when": when,
        "pieces": pieces,
        "lines": [*_places(found, guidance, ink), *_marks(found, guidance)],
        "figures": figures.figures(found.attachments, guidance, ink),
    }


def _form_name(found: EntryNow, guidance: Guidance) -> str:
    form = next((form for form in guidance.forms if form.id == found.form_id), None)
    return paper_text.line(say(form.name)) if form else tr("Note")


def _places(found: EntryNow, guidance: Guidance, ink: Ink) -> Iterator[dict[str, str]]:
    for who, placed in ((tr("I"), found.me), (tr("Our cooperation"), found.us)):
        for stage_id, evidence in placed:
            if name := name_of(guidance.stage, stage_id):
                yield {"lead": f"{who}: {lowered(name)}.", "text": ink.quoted(evidence)}


def _marks(found: EntryNow, guidance: Guidance) -> Iterator[dict[str, str]]:
    words = [say(word) for word in guidance.marks]
    for theme_id, level in found.marks:
        name = name_of(guidance.theme, theme_id)
        if name and 1 <= level <= len(words):
            yield {"lead": f"{name}:", "text": words[level - 1]}
