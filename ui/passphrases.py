"""When two typed texts can become a passphrase."""

from journal.domain.passphrase import strength
from journal.text import tr


def passphrase_problem(first: str, again: str) -> str:
    """Why these cannot become a passphrase; empty when they can."""
    if not strength(first).is_enough:
        return tr("This is still short. Take a sentence of four words or more.")
    return tr("Not the same yet.") if first != again else ""
