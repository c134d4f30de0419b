"""What the reading process is given, and why it may refuse. Apart from the reader, which loads heavy libraries."""

import struct
from enum import StrEnum

_LENGTH = struct.Struct(">I")


class Refusal(StrEnum):
    """Why a paper is not read."""

    FOREIGN = "foreign"
    DAMAGED = "damaged"
    LOCKED = "locked"
    LARGE = "large"


def request(data: bytes, password: str) -> bytes:
    """The file and its password, in one piece."""
    secret = password.encode("utf-8", "replace")
    return _LENGTH.pack(len(secret)) + secret + data


def asked(payload: bytes) -> tuple[bytes, str]:
    """The file and its password, out of one piece."""
    (length,) = _LENGTH.unpack_from(payload)
    start = _LENGTH.size + length
    return payload[start:], payload[_LENGTH.size : start].decode()
