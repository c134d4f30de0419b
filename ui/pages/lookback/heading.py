"""How long one is on the way, and how far the question came, in words."""

import datetime as dt

from journal.storage.lookback import LookBack
from journal.text import tr, trn
from ui.widgets.journey_map_state import number_word

_WEEK, _MONTH = 7, 30.44


def lead(found: LookBack, today: dt.date) -> str:
    """Two months on the way. Your learning question now has its third version."""
    days = (today - found.began_on).days
    parts = [_on_the_way(days)]
    count = len(found.versions)
    if count > 1:
        parts.append(tr("Your learning question now has its {which} version.", which=_which(count)))
    return " ".join(parts)


def _on_the_way(days: int) -> str:
    months, weeks = round(days / _MONTH), days // _WEEK
    if weeks < 1:
        return tr("Just on the way.")
    if months < 1 or weeks < 5:  # noqa: PLR2004
        said = trn("{word} week on the way.", "{word} weeks on the way.", weeks, word=number_word(weeks))
    else:
        said = trn("{word} month on the way.", "{word} months on the way.", months, word=number_word(months))
    return said[:1].upper() + said[1:]


def _which(count: int) -> str:
    names = tr("first second third fourth fifth sixth seventh eighth ninth tenth").split()
    return names[count - 1] if count <= len(names) else f"{count}{tr('th')}"
