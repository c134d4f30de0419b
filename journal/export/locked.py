"""A paper with a password: AES-256, and without the claim that it is fit for archives, which allow no encryption."""

import io

from journal.errors import PaperError

SHORTEST = 8
_ARCHIVE_CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfaid:rev")


def locked(data: bytes, password: str) -> bytes:
    """The same pages, to be opened with this password only. Reading aloud, copying and printing stay possible."""
    if not password:
        msg = "a paper is locked with a password"
        raise ValueError(msg)
    import pikepdf  # only who wants a password waits for it

    made = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as paper:
            with paper.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
                for claim in _ARCHIVE_CLAIMS:
                    if claim in told:
                        del told[claim]
            paper.save(made, encryption=pikepdf.Encryption(owner=password, user=password, R=6, aes=True, metadata=True))
    except (pikepdf.PdfError, OSError) as trouble:
        raise PaperError(str(trouble)) from trouble
    return made.getvalue()


def opens_with(data: bytes, password: str) -> bool:
    """Whether this password opens the paper."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), password=password) as paper:
            return len(paper.pages) > 0
    except pikepdf.PasswordError:
        return False
