"""Merging texts: the newer one stays where it stood, every other one becomes a version, and no text is lost."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from journal.storage.answers import added_only
from journal.storage.merge_sides import Row, Two, by, grouped, newer

TITLE = "aside.title"
"""The answer, empty itself, whose versions are titles that gave way to another."""


@dataclass(frozen=True)
class Choice:
    """``text`` stands from now on. ``aside`` is kept as a version; ``differs``: its writer will want to choose."""

    text: str
    theirs: bool
    aside: str | None = None
    aside_is_theirs: bool = False
    differs: bool = False


@dataclass(frozen=True)
class Standing:
    """A text on one side: since when, and the earlier ones that this side knows."""

    text: str
    at: dt.datetime
    earlier: Collection[str]


def choose(mine: Standing, theirs: Standing) -> Choice:
    """Which of two texts stands, and what becomes of the other.

    A side that knows the other's text as an earlier one went on from it. What only added to the other has it whole.
    """
    if mine.text == theirs.text:
        return Choice(mine.text, theirs=False)
    knows, known = theirs.text in mine.earlier, mine.text in theirs.earlier
    if knows != known:
        return Choice(theirs.text if known else mine.text, theirs=known)
    theirs_wins = newer(theirs.at, theirs.text, mine.at, mine.text)
    if not knows and bool(mine.text.strip()) != bool(theirs.text.strip()):
        theirs_wins = bool(theirs.text.strip())  # what is empty gives way
    winner, loser = (theirs, mine) if theirs_wins else (mine, theirs)
    if knows or not loser.text.strip():
        return Choice(winner.text, theirs=theirs_wins)
    differs = not added_only(loser.text, winner.text)
    return Choice(winner.text, theirs_wins, loser.text, aside_is_theirs=not theirs_wins, differs=differs)


class Texts:
    """The answers of both sides with their versions, while they become one."""

    def __init__(self, two: Two) -> None:
        self.two = two
        self.mine, self.theirs = (by(rows, "entry_id", "prompt_id") for rows in two.both("answer"))
        mine, theirs = two.both("answer_version")
        self._mine, self._theirs = grouped(mine, "answer_id"), grouped(theirs, "answer_id")
        self.differences = 0
        self.changed = 0

    def held(self, side: str, entry_id: int, prompt_id: str) -> set[str]:
        """Every text that a side has under a prompt, now or earlier."""
        answers, versions = (self.mine, self._mine) if side == "mine" else (self.theirs, self._theirs)
        answer = answers.get((entry_id, prompt_id))
        if answer is None:
            return set()
        return {answer["text"], *(version["text"] for version in versions.get(answer["id"], ()))}

    def in_entry(self, side: str, entry_id: int, *, earlier: bool = True) -> set[str]:
        """Every text of an entry on one side, now or also earlier."""
        answers, versions = (self.mine, self._mine) if side == "mine" else (self.theirs, self._theirs)
        found = [answer for (entry, _), answer in answers.items() if entry == entry_id]
        texts = {answer["text"] for answer in found}
        if earlier:
            texts |= {version["text"] for answer in found for version in versions.get(answer["id"], ())}
        return {text for text in texts if text.strip()}

    def merge(self) -> None:
        """All answers of theirs, by my ids."""
        for (entry_id, prompt_id), theirs in self.theirs.items():
            mine_entry = self.two.id_of("entry", entry_id)
            if mine_entry is not None:
                self._one(mine_entry, self.two.prompt(prompt_id), theirs)

    def _one(self, entry_id: int, prompt_id: str, theirs: Row) -> None:
        mine = self.mine.get((entry_id, prompt_id))
        if mine is None:
            mine = {**theirs, "entry_id": entry_id, "prompt_id": prompt_id}
            mine["id"] = self.two.insert("answer", mine)
            self.mine[entry_id, prompt_id] = mine
            self.changed += bool(mine["text"].strip())
            self._versions(mine, theirs)
        else:
            earlier, others = self._earlier(mine), [row["text"] for row in self._theirs.get(theirs["id"], ())]
            chosen = choose(
                Standing(mine["text"], mine["updated_at"], earlier),
                Standing(theirs["text"], theirs["updated_at"], others),
            )
            was, since = mine["text"], mine["updated_at"]
            self._versions(mine, theirs)
            self._take(mine, theirs, chosen)
            if chosen.aside is not None:
                at = theirs["updated_at"] if chosen.aside_is_theirs else since
                self.set_aside(mine["id"], chosen, at)
            self.changed += mine["text"] != was
        self.two.same("answer", theirs["id"], mine["id"])

    def _take(self, mine: Row, theirs: Row, chosen: Choice) -> None:
        if chosen.theirs:
            values = {"text": chosen.text, "settled": theirs["settled"], "updated_at": theirs["updated_at"]}
        elif mine["text"] == theirs["text"]:
            at = max(mine["updated_at"], theirs["updated_at"])
            last = mine if mine["updated_at"] > theirs["updated_at"] else theirs
            tie = mine["updated_at"] == theirs["updated_at"]
            settled = (mine["settled"] or theirs["settled"]) if tie else last["settled"]
            values = {"updated_at": at, "settled": settled}
        else:
            return
        self.two.update("answer", mine, **values)

    def _earlier(self, mine: Row) -> set[str]:
        return {row["text"] for row in self._mine.get(mine["id"], ())}

    def _versions(self, mine: Row, theirs: Row) -> None:
        here = by(self._mine.get(mine["id"], ()), "text", "kept_at")
        for row in self._theirs.get(theirs["id"], ()):
            same = here.get((row["text"], row["kept_at"]))
            id_ = same["id"] if same else self._keep(mine["id"], row["text"], row["kept_at"], row["origin"])
            self.two.same("answer_version", row["id"], id_)

    def _keep(self, answer_id: int, text: str, at: dt.datetime, origin: str) -> int:
        row: dict[str, Any] = {"answer_id": answer_id, "text": text, "kept_at": at, "origin": origin}
        row["id"] = self.two.insert("answer_version", row)
        self._mine.setdefault(answer_id, []).append(row)
        return int(row["id"])

    def set_aside(self, answer_id: int, chosen: Choice, at: dt.datetime) -> None:
        """Keep the text that gave way, and remember that its writer may choose."""
        assert chosen.aside is not None
        origin = self.two.called if chosen.aside_is_theirs else ""
        version_id = self._keep(answer_id, chosen.aside, at, origin)
        if chosen.differs:
            self.differences += 1
            row = {"answer_id": answer_id, "version_id": version_id, "came_from": self.two.called}
            self.two.insert("difference", {**row, "found_at": self.two.now, "decided_at": None})

    def aside_of(self, entry_id: int, prompt_id: str, at: dt.datetime) -> Row:
        """The empty answer whose versions hold what gave way elsewhere in an entry."""
        found = self.mine.get((entry_id, prompt_id))
        if found is None:
            found = {"entry_id": entry_id, "prompt_id": prompt_id, "text": "", "settled": False, "updated_at": at}
            found["id"] = self.two.insert("answer", found)
            self.mine[entry_id, prompt_id] = found
        return found

    def beside(self, entry_id: int, prompt_id: str, mine: Standing, theirs: Standing) -> str:
        """Choose between two titles, or two sentences at a place; the other becomes a version of an empty answer."""
        chosen = choose(mine, theirs)
        if chosen.aside is not None:
            aside = self.aside_of(entry_id, prompt_id, self.two.now)
            at = theirs.at if chosen.aside_is_theirs else mine.at
            self.set_aside(aside["id"], chosen, at)
        return chosen.text

    def merge_differences(self) -> None:
        """What was found when they merged; a choice that was made there is made."""
        here, there = self.two.both("difference")
        known = by(here, "answer_id", "version_id")
        for row in there:
            answer, version = self.two.id_of("answer", row["answer_id"]), self.two.ids.get("answer_version", {})
            mine = (answer, version.get(row["version_id"]))
            if None in mine:
                continue
            found = known.get(mine)
            if found is None:
                self.two.insert("difference", {**row, "answer_id": mine[0], "version_id": mine[1]})
            elif found["decided_at"] is None:
                self.two.update("difference", found, decided_at=row["decided_at"])
