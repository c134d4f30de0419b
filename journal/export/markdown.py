"""The whole journal as Markdown, to read in any editor: the texts as they are now, by day, with the questions in words.

Earlier versions of texts are in the JSON archive. What someone wrote is escaped, so that it reads as it was written.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from journal import dates
from journal.answer_words import readable
from journal.domain.guidance import Form, Guidance, Session, Stage, Theme
from journal.text import say, tr

Row = Mapping[str, Any]

_INLINE = re.compile(r"[\\`*_\[\]<>&$~|{}#]")
_LINE_START = re.compile(r"^(\s*)([+=-]|\d+(?=[.)]))")


def render(archive: Mapping[str, Any], guidance: Guidance, of_journeys: Mapping[int, Guidance] | None = None) -> str:
    """All journeys of an archive as one Markdown text. ``of_journeys``: the guidance of journeys that had another."""
    others = of_journeys or {}
    parts = [part for journey in archive["journeys"] for part in _journey(journey, others.get(journey["id"], guidance))]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def escaped(text: str) -> str:
    """Text in which no sign is markup; line ends stay line ends."""
    paragraphs: list[list[str]] = [[]]
    for line in re.split(r"\r\n?|\n", text):
        if line.strip():
            paragraphs[-1].append(_escaped_line(line.rstrip()))
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("\\\n".join(lines) for lines in paragraphs if lines)


def _escaped_line(line: str) -> str:
    plain = _INLINE.sub(lambda sign: f"\\{sign.group()}", line)
    plain = _LINE_START.sub(_escaped_start, plain)
    return f"&#{ord(plain[0])};{plain[1:]}" if plain[0] in " \t" else plain


def _escaped_start(start: re.Match[str]) -> str:
    indent, sign = start.groups()
    return f"{indent}{sign}\\" if sign.isdigit() else f"{indent}\\{sign}"


def _title(text: str) -> str:
    return escaped(" ".join(text.split()))


def _day(iso: str | None) -> str:
    return dates.full(dt.date.fromisoformat(iso[:10])) if iso else ""


def _name(find: Callable[[str], Form | Session | Stage | Theme], id_: str) -> str:
    try:
        return say(find(id_).name)
    except KeyError:
        return id_


def _journey(journey: Row, guidance: Guidance) -> Iterator[str]:
    edition = ", ".join(part for part in (say(guidance.programme.name), journey["edition"]) if part)
    yield f"# {_title(edition)}"
    yield _title(", ".join(part for part in (journey["own_name"], journey["group_name"]) if part))
    sessions = {meeting["id"]: meeting for meeting in journey["meetings"]}
    open_ones = [entry for entry in journey["entries"] if not is_closed(entry)]
    entries = sorted(open_ones, key=lambda entry: (entry["written_on"], entry["id"]))
    kept = [entry for entry in entries if not entry["thrown_away_at"]]
    for entry in kept:
        yield from _entry(entry, sessions, guidance)
    thrown_away = [entry for entry in entries if entry["thrown_away_at"]]
    if thrown_away:
        yield f"# {_title(tr('Thrown away'))}"
    for entry in thrown_away:
        yield from _entry(entry, sessions, guidance)
    if journey["shares"]:
        yield f"# {_title(tr('Shared'))}"
        yield "\n".join(f"- {_day(share['shared_at'])}: {_title(share['file_name'])}" for share in journey["shares"])


def is_closed(entry: Row) -> bool:
    """Whether this is a letter of which the day has not come; the JSON archive has it."""
    opens_on = entry.get("opens_on")
    return opens_on is not None and dt.date.fromisoformat(opens_on) > dt.datetime.now().astimezone().date()


def _entry(entry: Row, sessions: Mapping[int, Row], guidance: Guidance) -> Iterator[str]:
    session = sessions.get(entry["meeting_id"] or 0)
    about = [_day(entry["written_on"]), _name(guidance.form, entry["form_id"])]
    about += [_session(session, guidance)] if session else []
    yield f"## {_title(', '.join(about))}"
    if entry["title"]:
        yield f"**{_title(entry['title'])}**"
    asked = {prompt.id: prompt for prompt in guidance.prompts()}
    for answer in entry["answers"]:
        of_attachment = answer["prompt_id"].startswith("attachment.")
        if of_attachment or not (answer["text"].strip() or answer["settled"]):
            continue
        prompt = asked.get(answer["prompt_id"])
        yield f"### {_title(say(prompt.ask) if prompt else answer['prompt_id'])}"
        yield escaped(readable(guidance, answer["prompt_id"], answer["text"]))
        if answer["settled"]:
            yield f"*{_title(tr('I do not know, and that is fine.'))}*"
    yield "\n".join((*_points(entry, guidance), *_attachments(entry)))


def entry_text(entry: Row, meetings: Mapping[int, Row], guidance: Guidance) -> str:
    """One entry as Markdown, with a heading of its own. ``meetings`` by id."""
    return "\n\n".join(part for part in _entry(entry, meetings, guidance) if part)


def _attachments(entry: Row) -> Iterator[str]:
    """Names and descriptions; the things themselves are in the JSON archive."""
    texts = {answer["prompt_id"]: answer["text"] for answer in entry["answers"]}
    for found in entry.get("attachments", ()):
        if not found["thrown_away_at"]:
            kind = {"drawing": tr("Drawing"), "model": tr("Model")}.get(found["kind"], tr("Photo"))
            told = [texts.get(f"attachment.{found['id']}.{part}", "").strip() for part in ("caption", "description")]
            yield f"- {_title(': '.join(part for part in (kind, *told) if part))}"


def _session(meeting: Row, guidance: Guidance) -> str:
    return meeting.get("own_name") or _name(guidance.session, meeting["session_id"])


def _points(entry: Row, guidance: Guidance) -> Iterator[str]:
    for placement in entry["placements"]:
        who = tr("I") if placement["who"] == "me" else tr("Our cooperation")
        stage, evidence = _name(guidance.stage, placement["stage_id"]), placement["evidence"].strip()
        yield f"- {_title(f'{who}: {stage}. {evidence}')}"
    for mark in entry["marks"]:
        theme, word = _name(guidance.theme, mark["theme_id"]), say(guidance.marks[mark["level"] - 1])
        said = tr("{theme}, seen from now at the beginning", theme=theme) if mark.get("beginning") else theme
        yield f"- {_title(f'{said}: {word}')}"
    if entry["experiment"]:
        yield f"- {_title(_state(entry['experiment']))}"


def _state(experiment: Row) -> str:
    said = {
        "running": tr("still running"),
        "let_go": tr("let go"),
        "improve": tr("improve"),
        "go_on": tr("go on"),
        "stopped": tr("stopped"),
    }
    state = said.get(experiment["state"], str(experiment["state"]))
    return ", ".join([state, *(_day(experiment[key]) for key in ("first_on", "until_on") if experiment[key])])
