"""The order in which remarks are read: by place, and a talk in the margin from its beginning to its end."""

from dataclasses import replace

from journal.domain.returning import FoundRemark, RemarkKind
from journal.returned.annotations import Found

Pair = tuple[FoundRemark, Found]


def in_order(found: list[Pair]) -> list[FoundRemark]:
    """By page and place; replies after what they answer, by time. What is said together becomes one."""
    return _Talks(found).told()


class _Talks:
    def __init__(self, found: list[Pair]) -> None:
        keys = {each.key for _, each in found}
        self._found = found
        self._roots: list[Pair] = []
        self._replies: dict[object, list[Pair]] = {}
        self._done: set[object] = set()
        self._ordered: list[FoundRemark] = []
        for remark, each in found:
            if each.answers in keys and each.answers != each.key:
                self._replies.setdefault(each.answers, []).append((remark, each))
            else:
                self._roots.append((remark, each))

    def told(self) -> list[FoundRemark]:
        for pair in sorted(self._roots, key=_place):
            self._tell(pair)
        for pair in self._found:  # replies that only answer each other
            self._tell(pair)
        return self._ordered

    def _tell(self, first: Pair) -> None:
        waiting: list[tuple[Pair, int | None]] = [(first, None)]
        while waiting:
            (remark, each), above = waiting.pop()
            if each.key in self._done:
                continue
            self._done.add(each.key)
            replies = sorted(self._replies.get(each.key, []), key=lambda reply: reply[1].when)
            remark = self._joined(remark, replies)
            if above is not None:
                remark = replace(remark, answers=above, kind=RemarkKind.REPLY)
            self._ordered.append(remark)
            at = len(self._ordered) - 1
            waiting += [(reply, at) for reply in reversed(replies)]

    def _joined(self, remark: FoundRemark, replies: list[Pair]) -> FoundRemark:
        """A stroke through words and the words in their place are one remark."""
        for reply, each in replies:
            if each.joined:
                self._done.add(each.key)
                text = "\n".join(part for part in (remark.text, reply.text) if part)
                kind = RemarkKind.NOTE if text else remark.kind
                remark = replace(remark, text=text, kind=kind, quoted=remark.quoted or reply.quoted)
        return remark


def _place(pair: Pair) -> tuple[int, float, float]:
    remark, each = pair
    return remark.page or 0, each.box.top, each.box.left
