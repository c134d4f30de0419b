"""Create, unlock and use a journal: the one gate, with two verbs, ``read`` and ``do``."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from journal.domain.changes import changed_by
from journal.errors import (
    CannotWrite,
    DamagedJournal,
    DamagedKeyFile,
    JournalError,
    NoJournal,
    OtherJournal,
    WrongRecoveryCode,
)
from journal.files import forget_parts, forget_scratch, new_folder
from journal.paths import DATABASE, KEY_FILE, LOCK_FILE, is_journal
from journal.storage import (
    backup_check,
    backup_migration,
    closing,
    connection,
    copies,
    key_file,
    keys,
    new_root,
    schema,
)
from journal.storage.keys import USUAL_COST, Cost
from journal.storage.lock import FolderLock
from journal.storage.presence import Presence

__all__ = ["OpenJournal", "create", "is_journal", "unlock", "unlock_with_recovery", "utc_now"]

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """The time, aware and in UTC."""
    return dt.datetime.now(dt.UTC)


class OpenJournal:
    """An unlocked journal. Any thread may use it; one at a time gets in."""

    def __init__(self, folder: Path, root: bytes, engine: Engine, lock: FolderLock, now: Clock) -> None:
        self.folder = folder
        self.database = folder / DATABASE
        self.read_only = lock.read_only
        self.ended_badly = lock.ended_badly
        """The last time it was open it was not closed: a power cut, a kill, a crash."""
        self._root = root
        self._engine: Engine | None = engine
        self._presence = Presence(self.database)
        self._lock = lock
        lock.mark()
        self._now = now
        self._one_at_a_time = threading.Lock()
        self._copying = threading.Lock()

    def read(self, query: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What a query gives. Raises DamagedJournal, CannotRead."""
        with self._session(writing=False) as session:
            return query(session, *args, **kwargs)

    def do(self, operation: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Carry out an operation marked with ``@changes``; when this returns, it is on the disk.

        Raises CannotWrite (all is as before, trying again later is safe) and DamagedJournal.
        """
        changed_by(operation)
        if self.read_only:
            raise CannotWrite(self.database, "read-only")
        with self._session(writing=True) as session:
            self._presence.check()
            result = operation(session, *args, **kwargs)
            session.commit()
            self._presence.check()
            return result

    def set_passphrase(self, new: str, *, cost: Cost = USUAL_COST) -> None:
        """Let another passphrase open this journal from now on. The recovery code stays. Raises CannotWrite."""
        self._running()
        key_file.wrap(self.folder / KEY_FILE, self._root, new, cost)

    def recovery_code(self) -> str:
        """The code that opens this journal without passphrase or key file."""
        self._running()
        return keys.recovery_code(self._root)

    def take_root(self, root: bytes) -> None:
        """Encrypt everything anew for another root; ``new_root.renew`` sees to the key file. Raises CannotWrite."""
        with self._copying, self._one_at_a_time:
            try:
                connection.rekey(self._running(), keys.database_key(root), self.database)
            except CannotWrite:
                self._reopen(self._root)
                raise
            self._reopen(root)

    def _reopen(self, root: bytes) -> None:
        self._running().dispose()
        self._engine, self._root = connection.engine_of(self.database, keys.database_key(root), "rw"), root
        connection.take_for_oneself(self._engine)

    def copy_database(self, target: Path) -> str:
        """An encrypted copy of the database, with the same key, while it is in use. Raises CannotWrite.

        Gives the fingerprint of that key: a moment later the journal may have another.
        """
        with self._copying, self._keyed():
            copies.back_up(self._running(), self._one_at_a_time, target, keys.database_key(self._root))
            return keys.fingerprint(self._root)

    def now(self) -> dt.datetime:
        """The time by this journal's clock, aware and in UTC."""
        return self._now()

    def check_copy(self, copy: Path) -> dict[str, int]:
        """Rows a table of a copy of this journal that is whole. Raises DamagedJournal."""
        self._running()
        with self._keyed():
            return backup_check.check(copy, keys.database_key(self._root))

    def twin(self, folder: Path) -> "OpenJournal":
        """Open a copy of this same journal with its key. Raises OtherJournal for another one, else as ``unlock``."""
        self._running()
        ours = keys.fingerprint(self._root)
        with suppress(DamagedKeyFile):
            if key_file.read(folder / KEY_FILE).fingerprint != ours:
                raise OtherJournal(folder)
        return _open(folder, self._root, self._now)

    def fingerprint(self) -> str:
        """By what a copy of this journal is recognised; it tells nothing about the key."""
        self._running()
        return keys.fingerprint(self._root)

    @contextmanager
    def still(self, place: Path) -> Iterator["OpenJournal"]:
        """The journal as it is now, as an encrypted copy in this empty folder, while one writes on in the journal."""
        self.copy_database(place / DATABASE)
        with self.twin(place) as copy:
            yield copy

    def close(self) -> None:
        """Lock the journal again; harmless when closed before."""
        with self._copying, self._one_at_a_time:
            if self._engine is not None:
                self._engine.dispose()
            self._engine, self._root = None, b""
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _session(self, *, writing: bool) -> Iterator[Session]:
        with (
            self._one_at_a_time,
            self._keyed(),
            connection.typed(self.database, writing=writing),
            Session(self._running(), expire_on_commit=False, info={"now": self._now}) as session,
        ):
            yield session

    @contextmanager
    def _keyed(self) -> Iterator[None]:
        """Whoever meets damage may want to read what is whole, and needs the key for it."""
        try:
            yield
        except DamagedJournal as error:
            error.path, error.root = self.database, self._root
            raise

    def _running(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("this journal is closed")
        return self._engine


def create(folder: Path, passphrase: str, root: bytes, *, now: Clock = utc_now, cost: Cost = USUAL_COST) -> OpenJournal:
    """Make a journal where nothing is yet, as a whole or not at all. Raises JournalExists, CannotWrite."""
    with new_folder(folder) as stage, connection.typed(folder, writing=True):
        key_file.wrap(stage / KEY_FILE, root, passphrase, cost)
        engine = connection.engine_of(stage / DATABASE, keys.database_key(root), "rwc")
        try:
            schema.migrate(engine)
        finally:
            engine.dispose()
    return _open(folder, root, now)


def unlock(folder: Path, passphrase: str, *, now: Clock = utc_now) -> OpenJournal:
    """Open with the passphrase.

    Raises NoJournal, WrongPassphrase, DamagedKeyFile, DamagedJournal, ForeignFile, NewerJournal, AlreadyOpen,
    CannotRead, and CannotWrite when an older journal cannot be moved to today's tables. None changes a file.
    """
    if not is_journal(folder):
        raise NoJournal(folder)
    try:
        found = key_file.read(folder / KEY_FILE)
    except DamagedKeyFile:
        _look_alone(folder)
        raise
    root = found.root(passphrase)
    try:
        return _open(folder, root, now)
    except DamagedJournal as error:
        following = new_root.following(folder, passphrase) if error.detail == connection.UNREADABLE else None
        if following is None:
            raise
        return _open(folder, following, now)


def unlock_with_recovery(folder: Path, code: str, *, now: Clock = utc_now) -> OpenJournal:
    """Open with the recovery code; works without a key file. Raises WrongRecoveryCode, and as ``unlock``."""
    if not is_journal(folder):
        raise NoJournal(folder)
    root = keys.root_of(code)
    ours: bool | None = None
    with suppress(JournalError):
        ours = key_file.read(folder / KEY_FILE).fingerprint == keys.fingerprint(root)
    try:
        return _open(folder, root, now)
    except DamagedJournal as error:
        # Only the fingerprint in the key file can tell a code of another journal from a damaged journal.
        if ours or error.detail != connection.UNREADABLE:
            raise
        raise WrongRecoveryCode(mistyped=False) from error


def open_with_root(folder: Path, root: bytes, *, now: Clock = utc_now) -> OpenJournal:
    """Open with the root itself, for who has just proven to have it. Raises as ``unlock``."""
    return _open(folder, root, now)


def _look_alone(folder: Path) -> None:
    lock = FolderLock(folder / LOCK_FILE)
    try:
        connection.look_at(folder / DATABASE)
    finally:
        lock.release()


def _open(folder: Path, root: bytes, now: Clock) -> OpenJournal:
    folder = folder.resolve()
    database = folder / DATABASE
    closing.wait(folder)
    lock = FolderLock(folder / LOCK_FILE)
    engine: Engine | None = None
    try:
        connection.look_at(database)
        key = keys.database_key(root)
        engine = connection.engine_of(database, key, "ro" if lock.read_only else "rw")
        with connection.typed(database, writing=False):
            if not lock.read_only:
                connection.take_for_oneself(engine)
            found = schema.version(engine, database)
        if not lock.read_only:
            new_root.settle(folder, root)
        if found != schema.HEAD:
            backup_migration.move_to_head(engine, database, key, now, read_only=lock.read_only)
    except BaseException as error:
        if isinstance(error, DamagedJournal):
            error.root = root
        if engine is not None:
            engine.dispose()
        lock.release()
        raise
    if not lock.read_only:
        forget_parts(folder)
        forget_scratch(folder)
    return OpenJournal(folder, root, engine, lock, now)
