"""The pages of an encrypted database that may be damaged: which are whole, and what stands on them.

SQLCipher stops at the first bad page. Its format is open: every page of 4096 bytes carries its own IV and a seal
(HMAC-SHA512 over contents, IV and page number), so each page can be judged and read apart from all others.
"""

import hashlib
import hmac
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from journal.errors import CannotRead
from journal.storage.connection import PAGE_BYTES

_SALT, _IV, _SEAL = 16, 16, 64
_RESERVED = _IV + _SEAL
USABLE = PAGE_BYTES - _RESERVED
"""Bytes of a page that SQLite itself uses."""
_SALT_MASK, _SEAL_ROUNDS = 0x3A, 2
_KINDS = {0x02, 0x05, 0x0A, 0x0D}
_PLAIN_HEAD = b"SQLite format 3\0"
_CACHE = 64


class Pages:
    """Reads pages by number, from 1. ``sealed`` False: the start of the file is gone, and no seal can be judged."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file, self._key = file, key
        try:
            self.count = file.stat().st_size // PAGE_BYTES
            with file.open("rb") as opened:
                salt = opened.read(_SALT)
            masked = bytes(sign ^ _SALT_MASK for sign in salt)
            self._seal_key = hashlib.pbkdf2_hmac("sha512", key, masked, _SEAL_ROUNDS, len(key))
            self.kinds = {number: self._kind(number, raw) for number, raw in self._raw() if self._is_whole(number, raw)}
            self.sealed = bool(self.kinds)
            if not self.sealed:
                found = ((number, self._kind(number, raw)) for number, raw in self._raw())
                self.kinds = {number: kind for number, kind in found if kind in _KINDS or kind == 0}
        except OSError as error:
            raise CannotRead(file, error.strerror or str(error)) from error
        self.read = lru_cache(_CACHE)(self._read)

    @property
    def bad(self) -> int:
        """How many pages are not whole; those that were cut off are known only from the first page."""
        expected = self.count
        head = self.read(1)
        if head is not None:
            expected = max(expected, int.from_bytes(head[28:32], "big"))
        return expected - len(self.kinds)

    def _read(self, number: int) -> bytes | None:
        """The plain contents of a whole page, else None."""
        if number not in self.kinds:
            return None
        with self._file.open("rb") as opened:
            opened.seek((number - 1) * PAGE_BYTES)
            return self._plain(number, opened.read(PAGE_BYTES))

    def _raw(self) -> Iterator[tuple[int, bytes]]:
        with self._file.open("rb") as opened:
            for number in range(1, self.count + 1):
                yield number, opened.read(PAGE_BYTES)

    def _is_whole(self, number: int, raw: bytes) -> bool:
        start = _SALT if number == 1 else 0
        seal = hmac.new(self._seal_key, raw[start : PAGE_BYTES - _SEAL], hashlib.sha512)
        seal.update(number.to_bytes(4, "little"))
        return hmac.compare_digest(seal.digest(), raw[PAGE_BYTES - _SEAL :])

    def _kind(self, number: int, raw: bytes) -> int:
        """The first byte of a b-tree page; only the first block is decrypted."""
        if number == 1:
            return self._plain(1, raw)[100]
        return self._decrypted(raw[:_IV], raw[USABLE : USABLE + _IV])[0]

    def _plain(self, number: int, raw: bytes) -> bytes:
        iv = raw[USABLE : USABLE + _IV]
        if number == 1:
            return _PLAIN_HEAD + self._decrypted(raw[_SALT:USABLE], iv)
        return self._decrypted(raw[:USABLE], iv)

    def _decrypted(self, data: bytes, iv: bytes) -> bytes:
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(iv)).decryptor()
        return cipher.update(data) + cipher.finalize()
