"""Codes of shared fragments: numbered in reading order without gaps, so that a reader can say what they mean.

A block, or a part of one, says with ``fragment`` what it is. ``numbered`` takes these ids out of what is laid out,
puts a mark in their place, and keeps under ``codes`` what each code stands for.
"""

from collections.abc import Iterator, Mapping
from typing import Any

_PARTS = ("front", "back", "sheets")
_NAMES = ("label", "title", "caption", "lead")
_NOT_SAID = frozenset(
    (
        "kind",
        "id",
        "of",
        "svg",
        "alt",
        "numbers",
        "labels",
        "legend",
        "asks",
        "mark",
        "made",
        "name",
        "said",
        "fragment",
    )
)
_LONGEST_TITLE = 200


def numbered(document: dict[str, Any], code: str) -> dict[str, Any]:
    """The document with a mark for every fragment. Without ``code`` there are no codes, and no ids either."""
    codes: dict[str, dict[str, Any]] = {}
    made = {key: _walk(part, code, codes, "") if key in _PARTS else part for key, part in document.items()}
    return {**made, "codes": list(codes.values())}


def _walk(part: Any, code: str, codes: dict[str, dict[str, Any]], title: str) -> Any:
    if isinstance(part, list):
        label = ""
        walked = []
        for each in part:
            walked.append(_walk(each, code, codes, label or title))
            if isinstance(each, dict) and each.get("kind") in {"label", "heading"}:
                label = str(each.get("text", "")) or label
        return walked
    if not isinstance(part, dict):
        return part
    fragment = part.get("fragment", "")
    title = next((str(part[name]) for name in _NAMES if isinstance(part.get(name), str) and part[name]), title)
    mark: dict[str, Any] = {}
    if fragment and code and fragment not in codes:
        number = len(codes) + 1
        said = " ".join(" ".join(_said(part)).replace("\u200b", "").split())
        codes[fragment] = {
            "code": f"{code}-{number}",
            "fragment": fragment,
            "title": title[:_LONGEST_TITLE],
            "text": said,
        }
        mark = {"mark": {"code": f"{code}-{number}", "n": number}}
    return {
        **{key: _walk(value, code, codes, title) for key, value in part.items() if key != "fragment"},
        **mark,
    }


def _said(part: object) -> Iterator[str]:
    """The words of its writer, without the names that guidance gives to them."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for key, value in part.items():
            if key not in _NOT_SAID and key not in _NAMES:
                yield from _said(value)
    elif isinstance(part, list):
        for value in part:
            yield from _said(value)
