"""The names of what can be shared, made and read in one place. They are for ever: shares and remarks refer to them.

``question``, ``places``, ``harvest``: one thing each.
``piece.<entry>.<prompt>``: one answer. ``piece.<entry>.place.<me|us>.<stage>``: by what one notices a place.
``piece.<entry>.mark.<theme>``: the chosen word beside a theme.
``<answer>#<k>``: the sentence ``k`` of it, from 1.
``attachment.<id>``: a drawing, model or photo.
``case``, ``since``, ``themes``, ``context``, ``next_step``, ``question.earlier``, ``experiment.<entry>``: all of
several answers at once. Shares from before the answers had names of their own still have these.
"""

QUESTION, EARLIER = "question", "question.earlier"
PLACES, CASE, SINCE, THEMES, CONTEXT = "places", "case", "since", "themes", "context"
NEXT_STEP, HARVEST = "next_step", "harvest"
_PIECE, _ATTACHMENT, _EXPERIMENT = "piece.", "attachment.", "experiment."


def piece(entry_id: int, prompt_id: str) -> str:
    """One answer of one entry."""
    return f"{_PIECE}{entry_id}.{prompt_id}"


def place(entry_id: int, who: str, stage_id: str) -> str:
    """By what one notices that one is there, as written in an entry."""
    return piece(entry_id, f"place.{who}.{stage_id}")


def mark(entry_id: int, theme_id: str) -> str:
    """The word that was chosen for a theme in an entry."""
    return piece(entry_id, f"mark.{theme_id}")


def attachment(attachment_id: int) -> str:
    """A drawing, model or photo with its caption."""
    return f"{_ATTACHMENT}{attachment_id}"


def experiment(entry_id: int) -> str:
    """All answers of an experiment."""
    return f"{_EXPERIMENT}{entry_id}"


def sentence(answer: str, number: int) -> str:
    """Sentence ``number`` of an answer, from 1."""
    return f"{answer}#{number}"


def answer_of(fragment: str) -> str:
    """The answer that a sentence belongs to; any other id as it is."""
    return fragment.partition("#")[0]


def sentence_number(fragment: str) -> int | None:
    """Which sentence it is; None when it is no single sentence."""
    number = fragment.partition("#")[2]
    return _number(number)


def entry_of(fragment: str) -> int | None:
    """The entry that it was written in, as far as the id tells."""
    for kind in (_PIECE, _EXPERIMENT):
        if fragment.startswith(kind):
            return _number(answer_of(fragment).removeprefix(kind).partition(".")[0])
    return None


def prompt_of(fragment: str) -> str:
    """The question that it answers; empty when it is no answer."""
    if not fragment.startswith(_PIECE) or entry_of(fragment) is None:
        return ""
    return answer_of(fragment).removeprefix(_PIECE).partition(".")[2]


def attachment_of(fragment: str) -> int | None:
    """The attachment that it is."""
    return _number(fragment.removeprefix(_ATTACHMENT)) if fragment.startswith(_ATTACHMENT) else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
