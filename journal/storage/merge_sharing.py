"""Merging what was prepared, ticked, shared and what came home. A tick stays only where both copies have it."""

import json

from journal.storage.merge_sides import Row, Two, by, rows

_LATE = "decided_at"


def preparations(two: Two) -> int:
    """Preparations with their ticks; gives how many ticks went because one of the two did not have them."""
    mine, theirs = two.both("preparation")
    here = by(mine, "uid")
    shared: list[tuple[int, int]] = []
    for row in theirs:
        own = {
            **row,
            "journey_id": two.id_of("journey", row["journey_id"]),
            "case_entry_id": two.id_of("entry", row["case_entry_id"]),
            "harvest_entry_id": two.id_of("entry", row["harvest_entry_id"]),
        }
        found = here.get((row["uid"],))
        if found is None:
            two.same("preparation", row["id"], two.insert("preparation", own))
        else:
            two.same("preparation", row["id"], found["id"])
            names = [name for name in own if name not in ("id", "uid", "journey_id", "case_entry_id", "created_at")]
            both = two.newer_of(found, own, *names)
            both["initials"] = found["initials"] or own["initials"]  # where the two differ, names are hidden
            two.update("preparation", found, **both)
            shared.append((row["id"], found["id"]))
    return _ticks(two, shared)


def _ticks(two: Two, shared: list[tuple[int, int]]) -> int:
    mine, theirs = two.both("ticked_fragment")
    in_both = dict(shared)
    own = [_tick(two, row) for row in theirs]
    there = {(row["preparation_id"], row["recipient"], row["fragment"], row["digest"]) for row in own}
    gone = 0
    for row in mine:
        ours = row["preparation_id"] in in_both.values()
        # Ticked before texts were remembered: nobody can say that the text is still the one that was ticked.
        unsure = row["digest"] is None and two.writes > 0
        key = (row["preparation_id"], row["recipient"], row["fragment"], row["digest"])
        if ours and (key not in there or unsure):
            two.delete("ticked_fragment", row)
            gone += 1
    for before, row in zip(theirs, own, strict=True):
        if before["preparation_id"] not in in_both and row["preparation_id"] and row["digest"] is not None:
            two.insert("ticked_fragment", row)
    return gone


def _tick(two: Two, row: Row) -> Row:
    preparation = two.id_of("preparation", row["preparation_id"])
    return {**row, "preparation_id": preparation, "fragment": two.fragment(row["fragment"])}


def names(two: Two) -> None:
    """How names print. Where the two differ the name is hidden: an initial tells less than any word."""
    mine, theirs = two.both("name_rule")
    here = by(mine, "journey_id", "name")
    for row in theirs:
        own = {**row, "journey_id": two.id_of("journey", row["journey_id"])}
        found = here.get((own["journey_id"], row["name"]))
        if found is None:
            two.insert("name_rule", own)
            continue
        kind = two.newer_of(found, row, "kind")["kind"]
        replacement = found["replacement"]
        if replacement != row["replacement"]:
            open_ones = {found["replacement"], row["replacement"]} & {None, row["name"]}
            replacement = None if open_ones else two.newer_of(found, row, "replacement")["replacement"]
        two.update("name_rule", found, kind=kind, replacement=replacement)


def shares(two: Two) -> int:
    """Papers that left; what is there is never changed. Gives how many are new here."""
    mine, theirs = two.both("share")
    here, new = by(mine, "uid"), 0
    for row in theirs:
        found = here.get((row["uid"],))
        if found is not None:
            two.same("share", row["id"], found["id"])
            continue
        new += 1
        own = {
            **row,
            "journey_id": two.id_of("journey", row["journey_id"]),
            "preparation_id": two.id_of("preparation", row["preparation_id"]),
            "fragments": json.dumps([two.fragment(each) for each in json.loads(row["fragments"])]),
        }
        two.same("share", row["id"], two.insert("share", own))
        if not two.tells_of_erased(json.loads(row["fragments"])):
            _paper(two, row["id"])
    return new


def _paper(two: Two, share_id: int) -> None:
    own = two.id_of("share", share_id)
    for row in rows(two.theirs, "share_file"):
        if row["share_id"] == share_id:
            data = two.bytes_of(two.theirs, "share_file", "data", row)
            two.insert("share_file", {"share_id": own, "data": data})
    for row in rows(two.theirs, "shared_fragment"):
        if row["share_id"] == share_id:
            two.insert("shared_fragment", {**row, "share_id": own, "fragment": two.fragment(row["fragment"])})


def returned(two: Two) -> None:
    """What came back, with its remarks; the later yes or no counts."""
    mine, theirs = two.both("returned")
    here = by(mine, "uid")
    for row in theirs:
        found = here.get((row["uid"],))
        if found is None:
            own = {
                **row,
                "journey_id": two.id_of("journey", row["journey_id"]),
                "share_id": two.id_of("share", row["share_id"]),
                "data": two.bytes_of(two.theirs, "returned", "data", row),
            }
            two.same("returned", row["id"], two.insert("returned", own))
        else:
            two.same("returned", row["id"], found["id"])
            two.update("returned", found, thrown_away_at=found["thrown_away_at"] or row["thrown_away_at"])
    _remarks(two)


def _remarks(two: Two) -> None:
    mine, theirs = two.both("remark")
    here = by(mine, "uid")
    for row in theirs:
        found = here.get((row["uid"],))
        fragment = two.fragment(row["fragment"])
        if found is None:
            own = {**row, "returned_id": two.id_of("returned", row["returned_id"]), "fragment": fragment}
            two.insert("remark", own)
        elif row[_LATE] is not None and (found[_LATE] is None or row[_LATE] > found[_LATE]):
            two.update("remark", found, state=row["state"], decided_at=row[_LATE], fragment=fragment)


def rest(two: Two) -> None:
    """Own methods and next steps that were put off."""
    mine, theirs = two.both("own_method")
    here = by(mine, "method_id")
    for row in theirs:
        found = here.get((row["method_id"],))
        if found is None:
            two.insert("own_method", row)
        elif (row["added_at"], row["source"]) > (found["added_at"], found["source"]):
            two.update("own_method", found, source=row["source"], added_at=row["added_at"])
    mine, theirs = two.both("postponed")
    there = by(mine, "key")
    for row in theirs:
        same = there.get((row["key"],))
        if same is None:
            two.insert("postponed", row)
        elif row["until"] > same["until"]:
            two.update("postponed", same, until=row["until"])
