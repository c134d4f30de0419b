"""Words for the screen, the paper and the command line: one system, gettext from the standard library.

The English text is the key; ``resources/locale/nl/LC_MESSAGES/*.po`` hold the Dutch, one file an area.
They are compiled to ``.mo`` by ``hatch_build.py`` (at install, and by ``make words``).
"""

import gettext
from collections.abc import Mapping
from typing import Any, Final

from resources import folder

LANGUAGES: Final = ("nl", "en")


class _State:
    language = "nl"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Choose the language of everything that is said from now on: ``nl`` or ``en``."""
    if language not in LANGUAGES:
        msg = f"no words for {language!r}"
        raise ValueError(msg)
    catalogue = gettext.NullTranslations()
    places = folder("locale") / language / "LC_MESSAGES"
    for compiled in sorted(places.glob("*.mo")):
        with compiled.open("rb") as file:
            area = gettext.GNUTranslations(file)
        area.add_fallback(catalogue)
        catalogue = area
    _State.language, _State.catalogue = language, catalogue


def language() -> str:
    """The language in use."""
    return _State.language


def tr(message: str, /, **values: object) -> str:
    """The message in the language in use; ``{name}`` is filled in from the values."""
    found = _State.catalogue.gettext(message) if message else ""
    return found.format(**values) if values else found


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """As ``tr``, by number; ``{n}`` is the number."""
    return _State.catalogue.ngettext(one, many, n).format(n=n, **values)


def say(words: Mapping[Any, str] | None) -> str:
    """Words of guidance in the language in use, else in Dutch."""
    if not words:
        return ""
    return words.get(_State.language) or words.get("nl", "")
