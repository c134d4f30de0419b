"""The key file: JSON with the root under the passphrase. Every field is covered by the AES-GCM tag.

A checksum over the whole tells a damaged key file from a wrong passphrase.
"""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal.errors import CannotRead, CannotWrite, DamagedKeyFile, NewerJournal, WrongPassphrase
from journal.files import replace_file
from journal.storage.keys import ROOT_BYTES, USUAL_COST, Cost, fingerprint, passphrase_key

FORMAT = 1
_LARGEST_FILE = 64 * 1024
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16


@dataclass(frozen=True)
class KeyFile:
    """What stands in a key file that was read without trouble."""

    path: Path
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    fingerprint: str

    def root(self, passphrase: str) -> bytes:
        """The root. Raises WrongPassphrase."""
        try:
            key = passphrase_key(passphrase, self.salt, self.cost)
            return AESGCM(key).decrypt(self.nonce, self.wrapped, _bound(self.cost, self.fingerprint))
        except InvalidTag as error:
            raise WrongPassphrase from error
        except MemoryError as error:
            raise CannotRead(self.path, "not enough memory") from error


def wrap(path: Path, root: bytes, passphrase: str, cost: Cost = USUAL_COST) -> None:
    """Write the key file, in the place of an older one in one step. Raises CannotWrite."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    mark = fingerprint(root)
    try:
        key = passphrase_key(passphrase, salt, cost)
    except MemoryError as error:
        raise CannotWrite(path, "not enough memory") from error
    fields: dict[str, object] = {
        "format": FORMAT,
        "kdf": "argon2id",
        "rounds": cost.rounds,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
        "salt": _text(salt),
        "cipher": "aes-256-gcm",
        "nonce": _text(nonce),
        "wrapped_root": _text(AESGCM(key).encrypt(nonce, root, _bound(cost, mark))),
        "fingerprint": mark,
    }
    fields["checksum"] = _checksum(fields)
    data = json.dumps(fields, indent=2).encode()
    replace_file(path, lambda file: file.write(data))


def read(path: Path) -> KeyFile:
    """Read a key file. Raises DamagedKeyFile (also when there is none), NewerJournal, CannotRead."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE)
    except FileNotFoundError as error:
        raise DamagedKeyFile(path, "missing") from error
    except OSError as error:
        raise CannotRead(path, error.strerror or str(error)) from error
    return parse(data, path)


def parse(data: bytes, path: Path) -> KeyFile:
    """As ``read``, from bytes; ``path`` is for the error."""
    try:
        fields = json.loads(data)
        if isinstance(fields["format"], int) and fields["format"] > FORMAT:
            raise NewerJournal(path, f"key file format {fields['format']}")
        checksum = fields.pop("checksum")
        known = (fields["format"], fields["kdf"], fields["cipher"]) == (FORMAT, "argon2id", "aes-256-gcm")
        found = KeyFile(
            path,
            Cost(int(fields["rounds"]), int(fields["memory_kib"]), int(fields["lanes"])),
            _bytes(fields["salt"]),
            _bytes(fields["nonce"]),
            _bytes(fields["wrapped_root"]),
            str(fields["fingerprint"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise DamagedKeyFile(path, type(error).__name__) from error
    sizes = (len(found.salt), len(found.nonce), len(found.wrapped))
    right = (_SALT_BYTES, _NONCE_BYTES, ROOT_BYTES + _TAG_BYTES)
    if sizes != right or not found.cost.within_bounds() or not found.fingerprint.isascii():
        raise DamagedKeyFile(path, "out of bounds")
    if not known or checksum != _checksum(fields):
        raise DamagedKeyFile(path, "checksum")
    return found


def _bound(cost: Cost, mark: str) -> bytes:
    return f"reisgezel key file {FORMAT} {cost.rounds} {cost.memory_kib} {cost.lanes} {mark}".encode()


def _checksum(fields: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
