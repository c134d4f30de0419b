"""What a newer file changes in a programme that somebody is already following. Nothing here touches a journal."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from journal.domain.guidance import Earlier, Form, Guidance, Programme, Prompt, Session
from journal.domain.guidance_parts import Words


class Meeting(Protocol):
    """A meeting of the journal, such as ``records.Meeting``."""

    id: int | None
    session_id: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    moved: bool
    added: bool


@dataclass(frozen=True)
class NewDates:
    """A meeting that gets another day. ``before`` is None when it had none."""

    session: Session
    meeting_id: int
    before: dt.date | None
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Reworded:
    """Words that change; the id stays, and with it every answer."""

    id: str
    before: Words
    after: Words


@dataclass(frozen=True)
class ProgrammeUpdate:
    """All that changes. ``gone`` are sessions that the file has no more; what was written about them stays."""

    added: tuple[Session, ...] = ()
    moved: tuple[NewDates, ...] = ()
    own_dates: tuple[Session, ...] = ()
    """Sessions with another day in the file, of which the participant chose the day: that one stays."""
    gone: tuple[Session, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    new_questions: tuple[Prompt, ...] = ()
    gone_questions: tuple[Prompt, ...] = ()

    def is_empty(self) -> bool:
        """Whether nothing changes that anybody would see."""
        return self == ProgrammeUpdate()


def compare(before: Guidance, after: Guidance, meetings: Sequence[Meeting]) -> ProgrammeUpdate:
    """What changes for the owner of these meetings."""
    old = {session.id: session for session in before.programme.sessions}
    new = {session.id: session for session in after.programme.sessions}
    have = {meeting.session_id: meeting for meeting in meetings}
    redated = list(_redated(old, after.programme, have))
    return ProgrammeUpdate(
        added=tuple(session for session in after.programme.sessions if session.id not in have),
        moved=tuple(dates for dates, own in redated if not own),
        own_dates=tuple(dates.session for dates, own in redated if own),
        gone=tuple(old[id_] for id_, meeting in have.items() if id_ in old and id_ not in new and not meeting.added),
        reworded=tuple(_reworded(before, after)),
        new_questions=tuple(_not_in(_asked(after), _asked(before))),
        gone_questions=tuple(_not_in(_asked(before), _asked(after))),
    )


def dates_of(session: Session) -> tuple[dt.date, dt.date] | None:
    """First and last day, when the file says."""
    if session.starts_on is None:
        return None
    return session.starts_on, session.starts_on + dt.timedelta(session.days - 1)


def what_was(before: Programme, after: Programme) -> Earlier:
    """Everything of a programme that the newer one lacks, with what it kept of earlier versions itself."""
    kept = {prompt.id for prompt in _prompts_of(after)}
    offered = {(prompt.id, option.id) for prompt in _prompts_of(after) for option in prompt.options}

    def lost(form: Form) -> bool:
        asked = form.prompts()
        return any(prompt.id not in kept for prompt in asked) or any(
            (prompt.id, option.id) not in offered for prompt in asked for option in prompt.options
        )

    own = {part.id for kind in ("sessions", "themes", "stages", "forms") for part in getattr(after, kind)}
    return Earlier(
        sessions=(*(s for s in before.sessions if s.id not in own), *before.earlier.sessions),
        themes=(*(t for t in before.themes if t.prompt.id not in kept), *before.earlier.themes),
        stages=(
            *(s for s in before.stages if s.notice.id not in kept or any(p.id not in kept for p in s.prompts)),
            *before.earlier.stages,
        ),
        forms=(
            *(f for f in before.forms if lost(f) or f.id not in {form.id for form in after.forms}),
            *before.earlier.forms,
        ),
    )


def _redated(
    old: dict[str, Session], programme: Programme, have: dict[str, Meeting]
) -> Iterator[tuple[NewDates, bool]]:
    for session in programme.sessions:
        meeting = have.get(session.id)
        if meeting is None or meeting.id is None:
            continue
        first = session.starts_on
        known = old.get(session.id)
        if first is None and known is not None and meeting.starts_on is not None and session.after == known.after:
            first = meeting.starts_on + dt.timedelta(weeks=session.week - known.week)
        if first is not None and first != meeting.starts_on:
            last = first + dt.timedelta(session.days - 1)
            yield NewDates(session, meeting.id, meeting.starts_on, first, last), meeting.moved


def _reworded(before: Guidance, after: Guidance) -> Iterator[Reworded]:
    old, new = dict(_words(before)), dict(_words(after))
    for place, words in new.items():
        if place in old and old[place] != words:
            yield Reworded(place.partition(" ")[2], old[place], words)


def _words(guidance: Guidance) -> Iterator[tuple[str, Words]]:
    for session in guidance.programme.sessions:
        yield f"name {session.id}", session.name
        for kind, words in (("topic", session.topic), ("assignment", session.assignment)):
            if words:
                yield f"{kind} {session.id}", words
    for theme in guidance.programme.themes:
        yield f"theme {theme.id}", theme.name
    for stage in guidance.stages:
        yield f"stage {stage.id}", stage.name
    for prompt in _asked(guidance):
        yield f"prompt {prompt.id}", prompt.ask
        for option in prompt.options:
            yield f"option {prompt.id} {option.id}", option.name


def _asked(guidance: Guidance) -> list[Prompt]:
    """What is really asked now."""
    found = [prompt for form in guidance.forms for prompt in form.prompts()]
    found += [prompt for stage in guidance.stages for prompt in (stage.notice, *stage.prompts)]
    return found + [theme.prompt for theme in guidance.programme.themes]


def _prompts_of(programme: Programme) -> list[Prompt]:
    found = [prompt for form in programme.forms for prompt in form.prompts()]
    found += [prompt for stage in programme.stages for prompt in (stage.notice, *stage.prompts)]
    return found + [theme.prompt for theme in programme.themes]


def _not_in(some: list[Prompt], others: list[Prompt]) -> list[Prompt]:
    known = {prompt.id for prompt in others}
    return [prompt for prompt in some if prompt.id not in known]
