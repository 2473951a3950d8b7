"""One encrypted file as it lies on the disk: made, known again by its header, and how every connection to it is opened.

The file is in SQLCipher's format (every page encrypted and authenticated) and opened with a raw 32-byte key, so that
opening costs no key derivation. The journal is a write-ahead log with `synchronous=FULL`: a commit that returned
survives a power cut, at one fsync.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

import apsw

from supervisor_tui.store import problems

__all__ = ["FORMAT", "EncryptedFile", "FileKind"]

FORMAT = 1
"""The version of the files' inner layout; a file of a later one is refused."""

KEY_BYTES = 32
BUSY_MILLISECONDS = 10_000
"""How long a writer waits for another before it says so."""

CACHE_KIB = 16 * 1024
"""Decrypted pages kept by a connection: the summary rows of 35,000 cases."""


class FileKind(IntEnum):
    """What a file holds, written into its header, so that files put in each other's place are noticed."""

    CASES = 0x53544361
    IDENTITIES = 0x53544964


class EncryptedFile:
    """Where the file lies, what it holds, and its key.

    `find_backups` is asked only when there is something to recover.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        kind: FileKind,
        *,
        read_only: bool = False,
        find_backups: Callable[[], tuple[Path, ...]] = tuple,
    ) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"a raw key has {KEY_BYTES} bytes")
        self.path = path
        self.kind = kind
        self.read_only = read_only
        self._key = key
        self._find_backups = find_backups

    def backups(self) -> tuple[Path, ...]:
        """Return the backups that may be offered, newest first."""
        return self._find_backups()

    def make(self) -> None:
        """Make the file, with its header; raises StoreProblem where one is there."""
        if self.path.exists():
            raise problems.already_there(self.path)
        with self.sentences():
            connection = self.connect(create=True)
            connection.pragma("application_id", int(self.kind))
            connection.pragma("user_version", FORMAT)
            connection.close()

    def opened(self) -> apsw.Connection:
        """Return a connection to the file, once its header is found to be ours; raises StoreProblem otherwise."""
        if not self.path.is_file() or self.path.stat().st_size == 0:
            raise problems.missing(self.path, self.backups())
        try:
            connection = self.connect()
            kind, version = connection.pragma("application_id"), connection.pragma("user_version")
        except (apsw.NotADBError, apsw.CorruptError, apsw.IOError, apsw.CantOpenError) as error:
            raise problems.will_not_open(self.path, self.backups()) from error
        if kind != self.kind:
            raise problems.not_this_kind(self.path)
        if not isinstance(version, int) or version > FORMAT:
            raise problems.made_by_later_version(self.path)
        return connection

    def connect(self, path: Path | None = None, *, create: bool = False) -> apsw.Connection:
        """Return a new connection to this file, or to another under the same key, which `create` makes."""
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
        connection = apsw.Connection(str(path or self.path), flags=flags)
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)
        connection.pragma("key", f"x'{self._key.hex()}'")
        connection.pragma("cache_size", -CACHE_KIB)
        connection.pragma("temp_store", "memory")  # nothing leaves this process unencrypted
        connection.pragma("trusted_schema", 0)
        if connection.pragma("journal_mode", "wal") != "wal":
            raise problems.no_write_ahead_log(self.path)
        connection.pragma("synchronous", "full")
        connection.pragma("fullfsync", 1)
        connection.pragma("query_only", int(self.read_only))
        return connection

    @contextmanager
    def sentences(self) -> Iterator[None]:
        """Turn what the engine raises into the sentence that a person can act on; faults of ours pass through."""
        try:
            yield
        except apsw.BusyError as error:
            raise problems.another_writes(self.path) from error
        except apsw.FullError as error:
            raise problems.disk_full(self.path) from error
        except (apsw.CorruptError, apsw.NotADBError) as error:
            raise problems.damaged(self.path, self.backups()) from error
        except apsw.ReadOnlyError as error:
            raise problems.read_only(self.path) from error
        except (apsw.IOError, apsw.CantOpenError) as error:
            raise problems.disk_failed(self.path) from error
