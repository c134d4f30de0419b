"""Somebody's own words, picked for reading back: never changed, only cut."""

import re

_SENTENCE = re.compile(r"[^.?!…\n]+[.?!…]*[\"”’)]*")


def own_sentence(text: str) -> str:
    """One sentence of the text: the first question in it, else the first sentence; empty when there is none.

    Of a question that is announced ("Then I think: why do I do this?") only the question itself, with a capital.
    """
    sentences: list[str] = [found.strip() for found in _SENTENCE.findall(text) if any(map(str.isalnum, found))]
    for sentence in sentences:
        if "?" in sentence:
            question = sentence.rpartition(": ")[2].strip()
            return question[:1].upper() + question[1:]
    return sentences[0] if sentences else ""
