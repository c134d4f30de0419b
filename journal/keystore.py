"""The system's own place for secrets: Windows Credential Manager, macOS Keychain, Secret Service on Linux.

Only for who switches on "remember on this device". What is kept is the recovery code, under the fingerprint of the
journal. Backends are named here and never looked up: a configuration file must not be able to choose another.
"""

import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, Protocol

from journal.errors import JournalError

SERVICE = "Reisgezel"
_BACKENDS = {
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
    "linux": ("keyring.backends.SecretService", "Keyring"),
}


class NoKeystore(JournalError):
    """The device has no place for secrets, or does not let us in just now."""


class Keystore(Protocol):
    """What is used of a keyring backend."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep."""

    def get_password(self, service: str, username: str) -> str | None:
        """Give back."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget."""


def of_this_device(platform: str = sys.platform) -> Keystore:
    """The place for secrets of this system. Raises NoKeystore."""
    module, name = _BACKENDS.get(platform, ("", ""))
    if not module:
        raise NoKeystore
    try:
        backend: Any = getattr(import_module(module), name)
        usable = backend.priority > 0  # raises when its service is not there
        made: Keystore = backend()
    except Exception as error:  # every system has troubles of its own
        raise NoKeystore from error
    if not usable:
        raise NoKeystore
    return made


def remember(keystore: Keystore, fingerprint: str, code: str) -> None:
    """Keep the recovery code of the journal with this fingerprint. Raises NoKeystore."""
    try:
        keystore.set_password(SERVICE, fingerprint, code)
        kept = keystore.get_password(SERVICE, fingerprint)
    except Exception as error:  # as above
        raise NoKeystore from error
    if kept != code:
        raise NoKeystore


def recall(keystore: Keystore, fingerprint: str) -> str:
    """The recovery code that was kept. Raises NoKeystore, also when none was."""
    try:
        found = keystore.get_password(SERVICE, fingerprint)
    except Exception as error:  # as above
        raise NoKeystore from error
    if not found:
        raise NoKeystore
    return found


def forget(keystore: Keystore, fingerprint: str) -> None:
    """Keep it no longer. Nothing happens when it was not kept."""
    with suppress(Exception):
        keystore.delete_password(SERVICE, fingerprint)
