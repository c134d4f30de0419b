"""What sections are made of: blocks in a section, each a dict with its ``kind``. Nothing empty gets in.

``fragment`` says what of the journal a block, or a row of one, is; ``codes.py`` turns it into the code that prints.
"""

from typing import Any

Block = dict[str, Any]
Section = dict[str, Any]


def section(id_: str, *blocks: Block | None, rule: bool = True) -> Section | None:
    """A section of the blocks that have content, or None. ``rule``: a line sets it off from the one before."""
    kept = [block for block in blocks if block]
    return {"id": id_, "rule": rule, "blocks": kept} if kept else None


def label(text: str, aside: str = "") -> Block:
    """The small name above a section; ``aside`` stands at the right."""
    return {"kind": "label", "text": text, "aside": aside}


def heading(text: str, fragment: str = "") -> Block | None:
    """A title, or nothing."""
    return coded({"kind": "heading", "text": text}, fragment) if text else None


def pairs(rows: list[Block], *, wide: bool) -> Block | None:
    """Texts with a label beside each, or nothing. ``wide``: room for longer labels."""
    return {"kind": "pairs", "rows": rows, "wide": wide} if rows else None


def pair(name: str, paragraphs: list[str], *, italic: bool = False, fragment: str = "") -> Block:
    """One row of ``pairs``."""
    return coded({"label": name, "paragraphs": paragraphs, "italic": italic}, fragment)


def coded(block: Block, fragment: str) -> Block:
    """The block as this fragment."""
    return {**block, "fragment": fragment} if fragment else block
