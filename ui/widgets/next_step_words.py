"""The words of every next step: a title, a sentence, and its buttons."""

import datetime as dt
from dataclasses import dataclass

from journal import dates
from journal.domain.guidance import Guidance
from journal.domain.position import Position
from journal.domain.progress import Kind, NextStep
from journal.text import say, tr, trn
from ui.widgets.journey_map_state import number_word


@dataclass(frozen=True)
class Offer:
    """What the card says. ``buttons`` are (action, words), the first one primary."""

    title: str
    body: str
    buttons: tuple[tuple[str, str], ...]


def offer(step: NextStep, guidance: Guidance, today: dt.date, position: Position | None = None) -> Offer:
    """The words of a next step; ``position`` is that of the reflection to go on with."""
    session = session_words(guidance, step.session_id)
    if step.kind is Kind.RESUME:
        return Offer(_resume_title(session), _resume_body(position), (("resume", tr("Keep writing")), _later()))
    if step.kind is Kind.LOOK_BACK:
        return _look_back(session, under_way=step.under_way)
    if step.day is None:
        body = tr("Do you want to keep something anyway? A few lines are enough.")
        return Offer(tr("Nothing is needed now"), body, (_note(),))
    return _dated(step, step.day, session, guidance, today)


def _dated(step: NextStep, day: dt.date, session: str, guidance: Guidance, today: dt.date) -> Offer:
    if step.kind is Kind.PREPARE:
        weekday = dates.weekday(day)
        body = tr("{day} your group meets.", day=weekday[:1].upper() + weekday[1:])
        return Offer(tr("Prepare your intervisie"), body, (("prepare", tr("Prepare")), _later()))
    if step.kind is Kind.HARVEST:
        weekday = dates.weekday(day)
        body = tr("{day} your group met. Shortly after, it is still fresh.", day=weekday[:1].upper() + weekday[1:])
        return Offer(tr("What did the meeting yield?"), body, (("harvest", tr("Write it down")), _later()))
    if step.kind is Kind.EXPERIMENT:
        body = tr("You would start on {day}. How did it go?", day=dates.middle(day))
        return Offer(tr("Look at your experiment"), body, (("experiment", tr("Write it down")), _later()))
    if step.kind is Kind.WEBINAR:
        topic = say(guidance.session(step.session_id).topic)
        body = tr("What do you hope to hear?")
        body = f"{topic}. {body}" if topic else body
        return Offer(tr("Tomorrow is {session}", session=session), body, (_note(), _later()))
    if not guidance.stages:
        return Offer(_coming_title(session, (day - today).days), tr("Write down what you hope for."), (_note(),))
    body = tr("Explore the eight places on the map already, or write down what you hope for.")
    return Offer(_coming_title(session, (day - today).days), body, (("explore", tr("Explore the map")), _note()))


def _look_back(session: str, *, under_way: bool) -> Offer:
    title = tr("How was {session}?", session=session)
    if under_way:
        title = tr("How was the first day of {session}?", session=session)
    body = tr("Start with one moment that stayed with you. Five minutes is fine too.")
    return Offer(title, body, (("begin", tr("Begin")), ("short", tr("Five minutes"))))


def _later() -> tuple[str, str]:
    return "later", tr("Later")


def _note() -> tuple[str, str]:
    return "note", tr("Write something down")


def session_words(guidance: Guidance, session_id: str) -> str:
    """The name of a session inside a sentence: two-day session 2. Empty when the programme does not have it."""
    found = next((session for session in guidance.programme.sessions if session.id == session_id), None)
    name = say(found.name) if found else ""
    return name[:1].lower() + name[1:]


def _resume_title(session: str) -> str:
    return tr("Keep writing about {session}", session=session) if session else tr("Keep writing your reflection")


def _resume_body(position: Position | None) -> str:
    if position is None or position.steps == 1:
        return tr("Go on where you were; stopping is always fine.")
    where = tr("You are at step {step} of {steps}.", step=position.step, steps=position.steps)
    return where + " " + tr("Count on {time}; stopping is always fine.", time=_time(position.minutes))


def _time(minutes: int) -> str:
    if minutes <= 5:  # noqa: PLR2004
        return tr("five minutes")
    if minutes <= 10:  # noqa: PLR2004
        return tr("ten minutes")
    return tr("a quarter of an hour") if minutes <= 15 else tr("twenty minutes")  # noqa: PLR2004


def _coming_title(session: str, days: int) -> str:
    if days == 1:
        return tr("Tomorrow {session} begins", session=session)
    word = number_word(days)
    text = trn("{word} more day until {session}", "{word} more days until {session}", days, word=word, session=session)
    return text[:1].upper() + text[1:]


def activity_words(activity: str | None) -> str:
    """Whether one watches or does; empty when the programme does not say."""
    return {"tribune": tr("Tribune: you watch"), "arena": tr("Arena: you do")}.get(activity or "", "")
