"""Which parts of a damaged journal are whole. A part is an entry: a reflection, a note, a case ...

Nothing is estimated: a part is known by its own row, by an index that names it, or by what belongs to it.
"""

from collections import defaultdict
from dataclasses import dataclass

from journal.storage.salvage_shapes import Shape
from journal.storage.salvage_trees import Tree, Value

_ENTRIES, _ANSWERS = ("journey_id", "form_id", "written_on"), ("entry_id", "prompt_id")
_UIDS = ("uid",)
Rows = dict[str, dict[int, dict[str, Value]]]


@dataclass(frozen=True)
class Part:
    """One entry: its kind and day as far as they are known, whether its own row is there, and what of it is not."""

    entry_id: int
    form_id: str = ""
    on: str = ""
    depth: str = ""
    journey_id: int | None = None
    row: bool = False
    texts: int = 0
    texts_lost: int = 0
    pictures_lost: int = 0
    counted: bool = True
    """False: there is no whole index by which one could know that no more is missing."""

    @property
    def whole(self) -> bool:
        """Whether all that is known of it is there."""
        return self.row and not self.texts_lost and not self.pictures_lost


def parts(rows: Rows, shapes: dict[str, Shape], indexes: dict[str, Tree]) -> tuple[Part, ...]:
    """All parts that anything tells of, by their number."""
    told, sure = _indexed(shapes["entry"], indexes, _ENTRIES)
    by_uid, sure_uid = _indexed(shapes["entry"], indexes, _UIDS)
    answers, sure_answers = _indexed(shapes["answer"], indexes, _ANSWERS)
    texts: dict[int, set[int]] = defaultdict(set)
    for number, values in answers.items():
        texts[_number(values[0])].add(number)
    for number, answer in rows["answer"].items():
        texts[_number(answer["entry_id"])].add(number)
    pictures: dict[int, int] = defaultdict(int)
    for number, attachment in rows.get("attachment", {}).items():
        pictures[_number(attachment["entry_id"])] += number not in rows["attachment_data"]
    found = []
    for number in sorted({*rows["entry"], *told, *by_uid, *texts} - {0}):
        entry = rows["entry"].get(number, {})
        known = dict(zip(_ENTRIES, told.get(number, ()), strict=False)) | entry
        journey = known.get("journey_id")
        found.append(
            Part(
                entry_id=number,
                form_id=str(known.get("form_id") or ""),
                on=str(known.get("written_on") or ""),
                depth=str(known.get("depth") or ""),
                journey_id=journey if isinstance(journey, int) else None,
                row=number in rows["entry"],
                texts=len(texts[number]),
                texts_lost=sum(text not in rows["answer"] for text in texts[number]),
                pictures_lost=pictures[number],
                counted=(sure or sure_uid) and sure_answers,
            )
        )
    return tuple(found)


def _indexed(
    shape: Shape, indexes: dict[str, Tree], columns: tuple[str, ...]
) -> tuple[dict[int, tuple[Value, ...]], bool]:
    """What an index on these columns says, by the number of the row; and whether it is whole."""
    name = next((name for name, parts in shape.indexes.items() if parts == columns), "")
    tree = indexes.get(name)
    if tree is None:
        return {}, False
    wide = len(columns) + 1
    return {_number(entry[-1]): entry[:-1] for entry in tree.entries if len(entry) == wide}, tree.complete


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
