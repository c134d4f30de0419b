"""From the markers around fragments to places on pages: rectangles in points from the left top."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journal.domain.sharing import PlacedFragment

_TOP, _BOTTOM = 42.5, 790.9
"""Where the text of a page begins and ends: margins of 15 and 18 mm on A4."""


def placed(codes: Sequence[Mapping[str, str]], found: Sequence[Mapping[str, Any]]) -> Iterator[PlacedFragment]:
    """The fragments in the order of their codes; ``found`` has where each number begins, then where it ends."""
    corners: dict[int, list[tuple[int, float, float]]] = {}
    for each in found:
        where = each["p"]
        corners.setdefault(int(each["n"]), []).append((int(where["page"]), _points(where["x"]), _points(where["y"])))
    for number, code in enumerate(codes, start=1):
        ends = corners.get(number, [])
        if len(ends) < 2:  # noqa: PLR2004 - a beginning and an end
            continue
        (first, left, top), (last, right, bottom) = ends[0], ends[-1]
        for page in range(first, last + 1):
            yield PlacedFragment(
                code=code["code"],
                fragment=code["fragment"],
                title=code["title"],
                text=code["text"],
                page=page,
                top=top if page == first else _TOP,
                bottom=bottom if page == last else _BOTTOM,
                left=left,
                right=right,
            )


def _points(length: str) -> float:
    """Typst tells a length as words: "56.69pt"."""
    return round(float(str(length).removesuffix("pt")), 2)
