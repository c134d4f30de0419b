"""A photo without what was written into its file beside the picture: place, time, camera, a smaller picture."""

import re

_KEPT = frozenset({0xE0, 0xEE})
"""What says how to read the picture (JFIF, Adobe). The other notes (APP1 to APP15 and comments) go."""
_NOTES = (frozenset(range(0xE0, 0xF0)) | {0xFE}) - _KEPT
_START, _SCAN, _END = b"\xff\xd8", 0xDA, 0xD9
_MARK = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)
_MARK_IN_SCAN = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)


def without_notes(data: bytes) -> bytes:
    """The same picture to the pixel, and nothing before or after it. No bytes when it is no whole JPEG."""
    if not data.startswith(_START):
        return b""
    kept, at = [_START], len(_START)
    while mark := _MARK.match(data, at):
        kind, begin = mark[1][0], mark.end() - 2
        if kind == _END:
            return b"".join([*kept, data[begin : mark.end()]])
        at = mark.end() + int.from_bytes(data[mark.end() : mark.end() + 2], "big")
        if kind == _SCAN:
            following = _MARK_IN_SCAN.search(data, at)
            at = following.start() if following else len(data)
        if kind not in _NOTES:
            kept.append(data[begin:at])
    return b""
