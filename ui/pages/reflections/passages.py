"""An entry as it is read back: short labels with the text under them, in the order of its form."""

from collections.abc import Iterator
from dataclasses import dataclass

from journal.answer_words import readable
from journal.domain.guidance import Guidance, Prompt
from journal.domain.records import Depth, Who
from journal.storage.entries import EntryLine, WholeEntry
from journal.text import say, tr

_FORMS = {Depth.SHORT: "reflection_short", Depth.STEPS: "reflection", Depth.FREE: "reflection_free"}
_ASIDE = ("placement.", "attachment.")
"""Texts under these ids belong to places that may be chosen again, and to drawings and photos; they are no answers."""


@dataclass(frozen=True)
class Passage:
    """A label and what stands under it. With a prompt its earlier versions can be looked up."""

    label: str
    text: str
    prompt_id: str = ""
    curve: str = ""
    """For an X-curve: the answer itself, to draw."""


def title_of(line: EntryLine, guidance: Guidance) -> str:
    """What a row is called: its name, else its meeting, else its form."""
    if line.title.strip():
        return line.title.strip()
    if any(session.id == line.session_id for session in guidance.programme.sessions):
        return say(guidance.session(str(line.session_id)).name)
    return say(guidance.form(line.form_id).name)


def places_of(line: EntryLine, guidance: Guidance) -> str:
    """Where one stood: "place 5", "place 4 and 5"; empty when nothing was chosen."""
    known = [stage.id for stage in guidance.stages]
    numbers = sorted(known.index(id_) + 1 for id_ in line.me if id_ in known)
    return tr("place {places}", places=tr(" and ").join(map(str, numbers))) if numbers else ""


def passages(whole: WholeEntry, guidance: Guidance) -> list[Passage]:
    """All that was written, the chosen form first; nothing written is left out."""
    found: list[Passage] = []
    seen: set[str] = set()
    for prompt, label in _prompts(whole, guidance):
        if prompt.id in seen:
            continue
        seen.add(prompt.id)
        if prompt.id == "place":
            found.extend(_places(whole, guidance))
        else:
            found.extend(_answer(whole, guidance, prompt, label))
    if "place" not in seen:
        found.extend(_places(whole, guidance))
    asked = {prompt.id: prompt for prompt in guidance.prompts()}
    for id_, answer in whole.answers.items():
        if id_ in seen or id_.startswith(_ASIDE):
            continue
        if id_ in asked:
            found.extend(_answer(whole, guidance, asked[id_], say(asked[id_].label or asked[id_].ask)))
        elif answer.text.strip():
            found.append(Passage(tr("Also written"), answer.text, id_))
    return found


def _prompts(whole: WholeEntry, guidance: Guidance) -> Iterator[tuple[Prompt, str]]:
    chosen = _FORMS[Depth(whole.entry.depth)] if whole.entry.depth else whole.entry.form_id
    forms = [chosen, *(id_ for id_ in (*_FORMS.values(), "note") if id_ != chosen)]
    for form_id in forms:
        for step in guidance.form(form_id).steps:
            if step.kind == "placement":
                yield Prompt(id="place", ask=step.title), say(step.title)
            elif step.kind == "stage_prompts":
                yield from ((prompt, say(prompt.ask)) for stage in guidance.stages for prompt in stage.prompts)
            elif step.kind == "themes":
                yield from ((theme.prompt, say(theme.name)) for theme in guidance.programme.themes)
            else:
                yield from ((prompt, say(prompt.label or prompt.ask)) for prompt in step.prompts)


def _answer(whole: WholeEntry, guidance: Guidance, prompt: Prompt, label: str) -> list[Passage]:
    answer = whole.answers.get(prompt.id)
    if answer is None:
        return []
    theme_id = prompt.id.removeprefix("theme.")
    if theme_id in whole.marks and theme_id != prompt.id:
        label = tr("{theme}: {mark}", theme=label, mark=say(guidance.marks[whole.marks[theme_id] - 1]))
    if answer.text.strip():
        curve = answer.text if prompt.kind == "curve" else ""
        return [Passage(label, readable(guidance, prompt.id, answer.text), prompt.id, curve)]
    return [Passage(label, tr("I do not know"), prompt.id)] if answer.settled else []


def _places(whole: WholeEntry, guidance: Guidance) -> list[Passage]:
    known = {stage.id: f"{number}. {say(stage.name)}" for number, stage in enumerate(guidance.stages, 1)}
    found = []
    for who, label in ((Who.ME, tr("My place on the journey")), (Who.US, tr("The place of our cooperation"))):
        for placed in whole.placements:
            if placed.who == who:
                name = known.get(placed.stage_id) or _earlier_name(guidance, placed.stage_id)
                found.append(Passage(label, "\n".join(part for part in (name, placed.evidence.strip()) if part)))
    return found


def _earlier_name(guidance: Guidance, stage_id: str) -> str:
    """What a place was called that the programme no longer has."""
    try:
        return say(guidance.stage(stage_id).name)
    except KeyError:
        return stage_id
