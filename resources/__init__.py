"""What the app ships beside its code: guidance, words, fonts, icons, the paper's template.

``folder(name)`` is the one way to it, alike in the checkout, the wheel and the bundle.
"""

from pathlib import Path


def folder(name: str) -> Path:
    """The directory of one kind of resource, for instance ``fonts``."""
    return Path(__file__).parent / name
