"""A paper as the screen holds it: what it shows, its bytes, and where everything stands on it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journal.domain.sharing import PaperKind, PlacedFragment
from journal.domain.snapshot import Snapshot
from journal.export import pdf


@dataclass(frozen=True)
class Paper:
    """The bytes that are shown and saved. Without pages when nothing is ticked."""

    snapshot: Snapshot
    data: bytes = field(default=b"", repr=False)
    pages: int = 0
    document: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    kind: PaperKind = PaperKind.PREPARATION

    @property
    def digest(self) -> str:
        """Tells one paper from another."""
        return hashlib.sha256(self.data).hexdigest()

    def placed(self) -> tuple[PlacedFragment, ...]:
        """Where each fragment stands, to be kept with what was shared."""
        return pdf.placed(self.document, made_on=self.snapshot.made_on) if self.document else ()
