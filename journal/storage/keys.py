"""One random root, and two ways to it: the passphrase by way of the key file, and the printed recovery code.

Root: 20 random bytes. The database key is HKDF-SHA256 of it. The key file holds the root under AES-GCM with
an Argon2id key, so a wrong passphrase is known before the database is touched.
"""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from journal.errors import WrongRecoveryCode

ROOT_BYTES = 20
KEY_BYTES = 32
_CHECK_BYTES = 5
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O or U, so nothing in a printed code looks like something else."""
_LOOKALIKES = str.maketrans("OIL", "011")
_CODE_LENGTH = (ROOT_BYTES + _CHECK_BYTES) * 8 // 5


@dataclass(frozen=True)
class Cost:
    """What one try of a passphrase costs: Argon2id rounds, memory in KiB and lanes."""

    rounds: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4

    def within_bounds(self) -> bool:
        """Whether a computer can bear it: a key file must not be able to ask for hours or all memory."""
        return (
            1 <= self.rounds <= 16  # noqa: PLR2004
            and 1 <= self.lanes <= 16  # noqa: PLR2004
            and 8 * self.lanes <= self.memory_kib <= 1024 * 1024
        )


USUAL_COST = Cost()


def new_root() -> bytes:
    """A fresh random root."""
    return secrets.token_bytes(ROOT_BYTES)


def database_key(root: bytes) -> bytes:
    """The raw key of the database."""
    return _derived(root, b"reisgezel database key 1")


def fingerprint(root: bytes) -> str:
    """Four bytes in hex by which a root is recognised; they tell nothing about it."""
    return _derived(root, b"reisgezel fingerprint 1")[:4].hex()


def passphrase_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The key that wraps the root. Takes 0.3 to 0.6 s at the usual cost. Raises MemoryError."""
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(
            secret,
            salt,
            time_cost=cost.rounds,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        raise MemoryError(str(error)) from error


def recovery_code(root: bytes) -> str:
    """The root as 40 signs with a checksum in it: eight groups of five with hyphens (print four on a row)."""
    number = int.from_bytes(root + _checksum(root), "big")
    signs = [_SIGNS[(number >> shift) & 31] for shift in range((_CODE_LENGTH - 1) * 5, -1, -5)]
    return "-".join("".join(signs[start : start + 5]) for start in range(0, _CODE_LENGTH, 5))


def root_of(code: str) -> bytes:
    """The root of a typed recovery code; case, spaces, hyphens, O for 0 and I or L for 1 do not matter.

    Raises WrongRecoveryCode (mistyped) when its checksum does not fit.
    """
    plain = unicodedata.normalize("NFKC", code).upper().translate(_LOOKALIKES)
    signs = [sign for sign in plain if sign.isalnum()]
    if len(signs) != _CODE_LENGTH or any(sign not in _SIGNS for sign in signs):
        raise WrongRecoveryCode(mistyped=True)
    number = 0
    for sign in signs:
        number = number << 5 | _SIGNS.index(sign)
    data = number.to_bytes(ROOT_BYTES + _CHECK_BYTES, "big")
    root, check = data[:ROOT_BYTES], data[ROOT_BYTES:]
    if not secrets.compare_digest(check, _checksum(root)):
        raise WrongRecoveryCode(mistyped=True)
    return root


def _checksum(root: bytes) -> bytes:
    return hashlib.sha256(b"reisgezel recovery code" + root).digest()[:_CHECK_BYTES]


def _derived(root: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(root)
