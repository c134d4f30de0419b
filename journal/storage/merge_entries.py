"""Merging journeys and what stands in them: entries with their places, marks, experiments, pictures and worries."""

import datetime as dt
from typing import Any

from journal.clean_text import first_line
from journal.storage.answers import TITLE_PROMPTS, added_only
from journal.storage.merge_sides import LONG_AGO, Row, Two, by, grouped, newer
from journal.storage.merge_texts import TITLE, Choice, Standing, Texts

_ENTRY = ("depth", "meeting_id", "caused_by_id", "written_on", "opens_on", "imported_from")


def journeys(two: Two) -> None:
    """Journeys and their dates."""
    mine, theirs = two.both("journey")
    here = by(mine, "uid")
    for row in theirs:
        found = here.get((row["uid"],))
        if found is None:
            two.same("journey", row["id"], two.insert("journey", row))
        else:
            two.same("journey", row["id"], found["id"])
            names = [name for name in row if name not in ("id", "uid")]
            two.update("journey", found, **two.newer_of(found, row, *names))
    _meetings(two)


def _meetings(two: Two) -> None:
    mine, theirs = two.both("meeting")
    here = by(mine, "journey_id", "session_id")
    for row in theirs:
        journey = two.id_of("journey", row["journey_id"])
        found = here.get((journey, row["session_id"]))
        if found is None:
            two.same("meeting", row["id"], two.insert("meeting", {**row, "journey_id": journey}))
        else:
            two.same("meeting", row["id"], found["id"])
            names = [name for name in row if name not in ("id", "journey_id", "session_id")]
            two.update("meeting", found, **two.newer_of(found, row, *names))


class Entries:
    """The entries of both sides. ``merge`` brings theirs in; ``settle`` comes after the answers."""

    def __init__(self, two: Two) -> None:
        self.two = two
        mine, theirs = two.both("entry")
        self._mine, self._theirs = by(mine, "uid"), theirs
        self._my_times, self._their_times = _times(two, 0), _times(two, 1)
        self.new, self.thrown_away, self.kept = 0, 0, 0
        self._pairs: list[tuple[Row, Row]] = []

    def merge(self) -> None:
        """Every entry of theirs has a place here."""
        for row in self._theirs:
            found = self._mine.get((row["uid"],))
            if found is None:
                own = {**row, "journey_id": self.two.id_of("journey", row["journey_id"]), "caused_by_id": None}
                own["meeting_id"] = self.two.id_of("meeting", row["meeting_id"])
                own["id"] = self.two.insert("entry", own)
                self.new += 1
                self.two.same("entry", row["id"], own["id"])
                self._pairs.append((own, row))
            else:
                self.two.same("entry", row["id"], found["id"])
                self._pairs.append((found, row))

    def settle(self, texts: Texts) -> None:
        """Titles, what caused what, and what was thrown away, now that all answers are here."""
        for mine, theirs in self._pairs:
            at, their_at = self.times(mine["id"], theirs["id"])
            own = self._in_my_ids(theirs)
            here = {name: mine[name] for name in _ENTRY} | {"finished_at": mine["finished_at"]}
            first, other = (own, mine) if newer(their_at, own, at, here) else (mine, own)
            values = {name: other[name] if first[name] is None else first[name] for name in _ENTRY}
            values["finished_at"] = first["finished_at"] if their_at != at else _later(mine, theirs, "finished_at")
            self.two.update("entry", mine, **values)
            self._title(mine, theirs, texts, at, their_at)

    def throw_away(self, texts: Texts) -> None:
        """Thrown away on one side: so it is, unless something was written in it on the other side. Before merging."""
        for mine, theirs in self._pairs:
            gone, their_gone = mine["thrown_away_at"], theirs["thrown_away_at"]
            if gone and their_gone:
                self.two.update("entry", mine, thrown_away_at=min(gone, their_gone))
            elif their_gone and not gone:
                if self._has_more(mine, theirs, texts, "mine"):
                    self.kept += 1
                else:
                    self.thrown_away += 1
                    self.two.update("entry", mine, thrown_away_at=their_gone)
            elif gone and self._has_more(mine, theirs, texts, "theirs"):
                self.kept += 1
                self.two.update("entry", mine, thrown_away_at=None)

    def _has_more(self, mine: Row, theirs: Row, texts: Texts, side: str) -> bool:
        """Whether a side wrote something in the entry that the other does not have."""
        at, their_at = self.times(mine["id"], theirs["id"])
        if at != their_at and (at > their_at) is (side == "mine"):
            return True
        here, there = (mine, theirs) if side == "mine" else (theirs, mine)
        held = texts.in_entry("theirs" if side == "mine" else "mine", there["id"])
        written = texts.in_entry(side, here["id"], earlier=False)
        return any(text not in held and not any(added_only(text, each) for each in held) for text in written)

    def times(self, mine: int, theirs: int) -> tuple[dt.datetime, dt.datetime]:
        """When an entry was written in last: here and there."""
        return self._my_times.get(mine, LONG_AGO), self._their_times.get(theirs, LONG_AGO)

    def _in_my_ids(self, row: Row) -> Row:
        found = {name: row[name] for name in _ENTRY}
        found["meeting_id"] = self.two.id_of("meeting", row["meeting_id"])
        found["caused_by_id"] = self.two.id_of("entry", row["caused_by_id"])
        return found | {"finished_at": row["finished_at"]}

    def _title(self, mine: Row, theirs: Row, texts: Texts, at: dt.datetime, their_at: dt.datetime) -> None:
        for prompt_id in sorted(TITLE_PROMPTS):
            answer = texts.mine.get((mine["id"], prompt_id))
            if answer is not None and answer["text"].strip():
                self._by_hand(mine, theirs, texts, prompt_id, (at, their_at))
                self.two.update("entry", mine, title=first_line(answer["text"]))
                return
        earlier = texts.held("mine", mine["id"], TITLE)
        others = texts.held("theirs", theirs["id"], TITLE)
        before = Standing(mine["title"], at, earlier), Standing(theirs["title"], their_at, others)
        self.two.update("entry", mine, title=texts.beside(mine["id"], TITLE, *before))

    def _by_hand(
        self, mine: Row, theirs: Row, texts: Texts, prompt_id: str, times: tuple[dt.datetime, dt.datetime]
    ) -> None:
        """Titles that were typed as such, where an answer is the title now, are kept as earlier ones."""
        held = {first_line(text) for text in texts.held("mine", mine["id"], prompt_id)}
        for row, at in zip((mine, theirs), times, strict=True):
            known = held | texts.held("mine", mine["id"], TITLE)
            if row["title"].strip() and row["title"] not in known:
                aside = texts.aside_of(mine["id"], TITLE, self.two.now)
                kept = Choice("", theirs=False, aside=row["title"], aside_is_theirs=row is theirs)
                texts.set_aside(aside["id"], kept, at)


def parts(two: Two, entries: Entries, texts: Texts) -> None:
    """Places, marks, experiments and worries of entries."""
    _placements(two, entries, texts)
    _marks(two)
    for name in ("experiment", "advice"):
        _lives(two, entries, name)
    _worries(two)


def _placements(two: Two, entries: Entries, texts: Texts) -> None:
    mine, theirs = two.both("placement")
    here = by(mine, "entry_id", "who", "stage_id")
    for row in theirs:
        entry = two.id_of("entry", row["entry_id"])
        found = here.get((entry, row["who"], row["stage_id"]))
        if entry is None:
            continue
        if found is None:
            two.insert("placement", {**row, "entry_id": entry})
            continue
        prompt_id = f"placement.{row['who']}.{row['stage_id']}"
        at, their_at = entries.times(entry, row["entry_id"])
        before = Standing(found["evidence"], at, texts.held("mine", entry, prompt_id))
        after = Standing(row["evidence"], their_at, texts.held("theirs", row["entry_id"], prompt_id))
        evidence = texts.beside(entry, prompt_id, before, after)
        two.update("placement", found, evidence=evidence, placed_at=max(found["placed_at"], row["placed_at"]))


def _marks(two: Two) -> None:
    mine, theirs = two.both("theme_mark")
    here = by(mine, "entry_id", "theme_id", "beginning")
    for row in theirs:
        entry = two.id_of("entry", row["entry_id"])
        found = here.get((entry, row["theme_id"], row["beginning"]))
        if found is None:
            two.insert("theme_mark", {**row, "entry_id": entry})
        elif newer(row["marked_at"], row["level"], found["marked_at"], found["level"]):
            two.update("theme_mark", found, level=row["level"], marked_at=row["marked_at"])


def _lives(two: Two, entries: Entries, name: str) -> None:
    """What became of an experiment or an advice: as in the copy in which its entry was written in last."""
    mine, theirs = two.both(name)
    here = by(mine, "entry_id")
    for row in theirs:
        entry = two.id_of("entry", row["entry_id"])
        own: dict[str, Any] = {**row, "entry_id": entry}
        if "experiment_id" in own:
            own["experiment_id"] = two.id_of("entry", row["experiment_id"])
        found = here.get((entry,))
        if found is None:
            two.insert(name, own)
        else:
            at, their_at = entries.times(found["entry_id"], row["entry_id"])
            if newer(their_at, sorted(own.items(), key=str), at, sorted(found.items(), key=str)):
                two.update(name, found, **own)


def _worries(two: Two) -> None:
    mine, theirs = two.both("worry")
    here = by(mine, "journey_id", "name")
    for row in theirs:
        journey = two.id_of("journey", row["journey_id"])
        found = here.get((journey, row["name"]))
        if found is None:
            found = {**row, "journey_id": journey}
            found["id"] = two.insert("worry", found)
            here[journey, row["name"]] = found
        else:
            two.update("worry", found, left_at=_later(found, row, "left_at"))
        two.same("worry", row["id"], found["id"])
    mine, theirs = two.both("worry_mark")
    there = by(mine, "worry_id", "entry_id")
    for row in theirs:
        key = (two.id_of("worry", row["worry_id"]), two.id_of("entry", row["entry_id"]))
        if key not in there:
            there[key] = {**row, "worry_id": key[0], "entry_id": key[1]}
            two.insert("worry_mark", there[key])


def _later(mine: Row, theirs: Row, name: str) -> Any:
    return max((row[name] for row in (mine, theirs) if row[name] is not None), default=None)


def _times(two: Two, side: int) -> dict[int, dt.datetime]:
    """When something was last written in each entry."""
    found = {row["id"]: row["created_at"] for row in two.both("entry")[side]}
    for name, column in (
        ("answer", "updated_at"),
        ("placement", "placed_at"),
        ("theme_mark", "marked_at"),
        ("attachment", "changed_at"),
    ):
        for entry_id, rows in grouped(two.both(name)[side], "entry_id").items():
            found[entry_id] = max(found[entry_id], *(row[column] for row in rows))
    return found
