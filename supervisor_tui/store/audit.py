"""The audit log: who saw or changed what, when; append-only, each entry sealed to the one before it.

It holds codes and ids, never a name and no free text. Each entry's hash covers the hash before it, so that an entry
removed, edited or moved breaks the chain. That the end was cut off, or an old file put back, shows by the *head*
(number and hash of the last entry), which is remembered outside the file after each commit.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, cast

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.store.engine import Bindable, Engine, Row
from supervisor_tui.store.problems import OnlyLooking
from supervisor_tui.wording import _

__all__ = ["Act", "AuditEntry", "AuditLog", "Head", "HeadOutside"]

_NO_ENTRY = bytes(32)
_ID = re.compile(r"[\w./:#-]{0,80}")


class Act(Choice):
    """What somebody did."""

    OPENED = "opened", _("opened the store")
    OPENED_BY_RECOVERY = "opened_by_recovery", _("opened the store with the recovery key")
    SAW = "saw", _("saw")
    LET_IN = "let_in", _("let somebody read, or said why they read")
    SAW_IDENTITY = "saw_identity", _("saw who it is")
    SAW_CONFIDENTIAL = "saw_confidential", _("saw a strictly confidential section")
    LOOKED_FOR_NAME = "looked_for_name", _("looked for a name")
    CHANGED = "changed", _("changed")
    CHANGED_IDENTITY = "changed_identity", _("changed who it is")
    APPROVED = "approved", _("approved")
    IMPORTED = "imported", _("imported")
    EXPORTED = "exported", _("exported")
    CHANGED_KEYS = "changed_keys", _("changed who has a key")
    CHANGED_SETTINGS = "changed_settings", _("changed people, programmes or settings")
    BACKED_UP = "backed_up", _("made a backup")
    RESTORED = "restored", _("put back a backup")


LOOKING = frozenset({Act.OPENED, Act.OPENED_BY_RECOVERY, Act.SAW, Act.SAW_IDENTITY, Act.SAW_CONFIDENTIAL})
LOOKING |= {Act.LOOKED_FOR_NAME, Act.LET_IN, Act.EXPORTED, Act.BACKED_UP, Act.CHANGED_KEYS}
"""What is noted of somebody who changes nothing in the work, whatever day they look at."""

_ACTS = {act.value: act for act in Act}


class AuditEntry(msgspec.Struct, frozen=True):
    """One line of the log; case and record are empty where the act is about neither."""

    number: int
    at: datetime
    by: PersonCode
    act: Act
    case: CaseCode
    record: str


class Head(NamedTuple):
    """The last entry's number and hash; number 0 for an empty log."""

    number: int
    hash: bytes


class HeadOutside:
    """The head of the log, remembered in a small file beside the store.

    It is overwritten in place and not synced: after a power cut it may be older than the log, which is no finding.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def remember(self, head: Head) -> None:
        """Write the head down; that it could not be written is no reason to stop anybody's work."""
        line = f"{head.number:020} {head.hash.hex()}\n".encode()
        try:
            with self.path.open("r+b", buffering=0) as file:
                file.write(line)
        except FileNotFoundError:
            with suppress(OSError):
                self.path.write_bytes(line)
        except OSError:
            return

    def remembered(self) -> Head | None:
        """Return the head as it was written down, or None where that cannot be read."""
        try:
            number, _space, written = self.path.read_text("ascii").partition(" ")
            digest = bytes.fromhex(written)
            return Head(int(number), digest) if len(digest) == len(_NO_ENTRY) else None
        except (OSError, ValueError):
            return None


class AuditLog:
    """The log in one file. `clock` gives the moment with its offset.

    Every change is noted in its own transaction: while `only_looking`, what would change something raises OnlyLooking
    there, and is undone.
    """

    def __init__(self, engine: Engine, outside: HeadOutside, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock
        self.outside = outside
        self._noted = False
        self.only_looking = False
        self._own: dict[int, bytes] = {}
        self._looked_at = 0
        engine.after_commit(self._remember)

    def create(self) -> None:
        """Make the table."""
        self._engine.write(
            'CREATE TABLE audit(number INTEGER PRIMARY KEY, at TEXT NOT NULL, "by" TEXT NOT NULL, act TEXT NOT NULL, '
            '"case" TEXT NOT NULL, record TEXT NOT NULL, hash BLOB NOT NULL)'
        )

    def note(self, by: PersonCode, act: Act, case: str = "", record: str = "") -> None:
        """Add an entry, in the transaction that is open or one of its own. Raises ValueError for what is no id."""
        if not all(_ID.fullmatch(part) for part in (by, case, record)):
            raise ValueError("the audit log takes codes and ids only")
        self.ask_to(act)
        at = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        with self._engine.joining() as connection:
            before = self.head()
            fields = (before.number + 1, at, str(by), act.value, case, record)
            digest = _chained(before.hash, fields)
            connection.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", (*fields, digest))
            self._noted = True
            self._own[fields[0]] = digest

    def ask_to(self, act: Act) -> None:
        """Raise OnlyLooking for what would change something while somebody looks at another day."""
        if self.only_looking and act not in LOOKING:
            raise OnlyLooking

    def head(self) -> Head:
        """Return the last entry's number and hash."""
        row = self._engine.row("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        return Head(0, _NO_ENTRY) if row is None else Head(cast("int", row[0]), _digest(row[1]))

    def look_from_here(self) -> None:
        """Let `written_by_others` speak of what is noted from this moment on."""
        self._looked_at = self.head().number

    def written_by_others(self) -> bool:
        """Say whether another application noted something since this was asked last; it is asked by one thread."""
        since, self._looked_at = self._looked_at, self.head().number
        rows = self._engine.rows(
            "SELECT number, hash FROM audit WHERE number > ? AND number <= ?", (since, self._looked_at)
        )
        own = [self._own.pop(cast("int", number), None) == _digest(digest) for number, digest in rows]
        return not all(own)

    def entries(
        self, case: CaseCode | None = None, most: int = 1000, by: PersonCode | None = None
    ) -> tuple[AuditEntry, ...]:
        """Return the newest entries first, of one case or of all, by one person or by everybody."""
        rows = self._engine.rows(
            'SELECT number, at, "by", act, "case", record FROM audit WHERE (?1 IS NULL OR "case" = ?1) '
            'AND (?3 IS NULL OR "by" = ?3) ORDER BY number DESC LIMIT ?2',
            (case, most, by),
        )
        return tuple(_entry(row) for row in rows)

    def check_chain(self, *remembered: Head | None) -> tuple[str, ...]:
        """Return a sentence for each break: an entry removed, edited or moved, an end cut off, an old file put back.

        remembered: heads known from outside the file; None for one that is not known.
        """
        findings: list[str] = []
        hashes = {0: _NO_ENTRY}
        number, before = 0, _NO_ENTRY
        with self._engine.streaming(
            'SELECT number, at, "by", act, "case", record, hash FROM audit ORDER BY number'
        ) as rows:
            for row in rows:
                stored_number, stored_hash = cast("int", row[0]), _digest(row[6])
                if stored_number != number + 1:
                    findings.append(_("Audit log: entry {number} is missing.").format(number=number + 1))
                elif _chained(before, row[:6]) != stored_hash:
                    findings.append(_("Audit log: entry {number} was changed.").format(number=stored_number))
                number, before = stored_number, stored_hash
                hashes[number] = stored_hash
        lost = [head for head in remembered if head is not None and hashes.get(head.number) != head.hash]
        findings += [
            _("Audit log: entry {number} is not the one remembered; an older file was put back.").format(
                number=head.number
            )
            for head in lost
        ]
        return tuple(findings)

    def _remember(self) -> None:
        if self._noted:
            self._noted = False
            self.outside.remember(self.head())


def _chained(before: bytes, fields: Row) -> bytes:
    return sha256(before + msgspec.json.encode(fields)).digest()


def _digest(stored: Bindable) -> bytes:
    """Return a stored hash; what somebody put in its place is no hash and fits nothing."""
    return stored if isinstance(stored, bytes) else b""


def _entry(row: Row) -> AuditEntry:
    number, at, by, act, case, record = cast("tuple[int, str, str, str, str, str]", row)
    return AuditEntry(number, datetime.fromisoformat(at), PersonCode(by), _ACTS[act], CaseCode(case), record)
