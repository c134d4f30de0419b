"""Files that a program which syncs made of a journal: ``journal-LAPTOP.db``, ``journal (conflicted copy).db``.

Only noticed and told: which of two is the right one, nobody but their writer knows.
"""

import re
from pathlib import Path

from journal.paths import DATABASE, KEY_FILE

_OURS = re.compile(r"journal\.(db|key|lock)|journal\.db-journal|journal\.key\.next|journal-before-\d+-\d+\.db")
_OTHERS = re.compile(rf"{Path(DATABASE).stem}.+\.({DATABASE[-2:]}|{KEY_FILE[-3:]})(-journal)?", re.IGNORECASE)
_CONFLICT = re.compile("conflict|konflikt", re.IGNORECASE)


def beside(folder: Path) -> list[Path]:
    """The copies that lie in this folder, by name; none where it cannot be read."""
    try:
        names = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []
    return [path for path in names if not _OURS.fullmatch(path.name) and _is_copy(path.name)]


def _is_copy(name: str) -> bool:
    return not name.startswith(".") and bool(_OTHERS.fullmatch(name) or _CONFLICT.search(name))
