"""The icon sources, coloured; and as files for stylesheets, which cannot take a picture in another way."""

from functools import lru_cache

from journal import paths
from resources import folder


@lru_cache(maxsize=256)
def coloured(name: str, colour: str) -> str:
    """The SVG text of an icon of ``resources/icons`` in one colour (``#RRGGBB``)."""
    source = (folder("icons") / f"{name}.svg").read_text(encoding="utf-8")
    return source.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.9"')


def as_file(name: str, colour: str) -> str:
    """Path of a file with this icon in the cache folder; made when it is not there. No diary content."""
    file = paths.cache() / "icons" / f"{name}-{colour.lstrip('#').lower()}.svg"
    if not file.exists():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(coloured(name, colour), encoding="utf-8")
        except OSError:
            pass  # a control without its little picture still works
    return file.as_posix()
