"""The key file: for each person a slot that their passphrase opens, and one that the printed recovery key opens.

The two databases are encrypted with random data keys. A slot seals these (both, or the cases' alone for somebody who
must not read identities) under a key that Argon2id makes of the passphrase. A slot is found by a salted hash of the
name, so that the file lists nobody at a glance; it is no secret from somebody who guesses names. Neither roles nor
short names stand in it.
"""

import secrets
import unicodedata
from hashlib import blake2b
from pathlib import Path

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.store.atomic_file import write_atomically
from supervisor_tui.store.problems import NoKey, StoreProblem, WrongPassphrase
from supervisor_tui.store.recovery_key import new_recovery_key, recovery_secret
from supervisor_tui.wording import _

__all__ = ["USUAL_COST", "Cost", "DataKeys", "KeySlots", "OpenedSlot"]

_FORMAT = 1
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_MOST_MEMORY_KIB = 4 * 1024 * 1024
_RECOVERY = ""


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one try at a passphrase costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int


USUAL_COST = Cost(memory_kib=64 * 1024, passes=3, lanes=4)
"""RFC 9106, second recommended option: about 0.3 s on a cheap laptop."""


class DataKeys(msgspec.Struct, frozen=True):
    """The raw keys of the two files; `identities` is None for who must not read them."""

    cases: bytes
    identities: bytes | None

    @classmethod
    def new(cls) -> "DataKeys":
        """Return fresh random keys."""
        return cls(secrets.token_bytes(_KEY_BYTES), secrets.token_bytes(_KEY_BYTES))

    def cases_only(self) -> "DataKeys":
        """Return the keys without the one to identities."""
        return DataKeys(self.cases, None)

    def __repr__(self) -> str:
        return "<data keys>"


class OpenedSlot(msgspec.Struct, frozen=True):
    """What a slot held: whose it is, and the keys."""

    person: PersonCode
    keys: DataKeys


class _Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes

    def bound(self) -> bytes:
        """Return what the seal is bound to: moved to another name or given a lower cost, a slot does not open."""
        return msgspec.json.encode([_FORMAT, self.name, self.cost, self.salt])


class _KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    salt: bytes
    slots: tuple[_Slot, ...]


class KeySlots:
    """The key file at `path`. Each change reads it, writes it anew and puts it in its place at one stroke."""

    def __init__(self, path: Path, cost: Cost = USUAL_COST) -> None:
        self.path = path
        self._cost = cost

    def create(self, keys: DataKeys) -> str:
        """Make the file with a recovery slot alone, and return the recovery key to be printed. It is shown once."""
        if self.path.exists():
            raise StoreProblem(_("{file} is there already. It was left as it is.").format(file=self.path))
        self._write(_KeyFile(_FORMAT, secrets.token_bytes(_SALT_BYTES), ()))
        return self.renew_recovery_key(keys)

    def renew_recovery_key(self, keys: DataKeys) -> str:
        """Make a new recovery key and return it; the one that was printed before opens nothing any more."""
        recovery = new_recovery_key()
        self._put(_RECOVERY, recovery, OpenedSlot(PersonCode(""), keys))
        return recovery

    def has(self, name: str) -> bool:
        """Say whether somebody of that name has a slot."""
        stored = self._read()
        return any(slot.name == _hash_of(name, stored) for slot in stored.slots)

    def add(self, name: str, passphrase: str, opens: OpenedSlot) -> None:
        """Give somebody a slot; raises StoreProblem where the name has one already."""
        if self.has(name):
            raise StoreProblem(_("{name} has a key already.").format(name=name))
        self._put(_hash_of(name, self._read()), _spelled(passphrase), opens)

    def open(self, name: str, passphrase: str) -> OpenedSlot:
        """Open somebody's slot; raises NoKey or WrongPassphrase."""
        slot = self._slot(_hash_of(name, self._read()), name)
        opened = _unsealed(slot, _spelled(passphrase))
        if opened is None:
            raise WrongPassphrase(_("The passphrase does not open the key of {name}.").format(name=name))
        return opened

    def open_with_recovery_key(self, typed: str) -> DataKeys:
        """Return both keys; raises WrongPassphrase for a key that is mistyped or of another store."""
        opened = _unsealed(self._slot(_RECOVERY, _RECOVERY), recovery_secret(typed))
        if opened is None:
            raise WrongPassphrase(_("This recovery key belongs to another store, or was replaced by a later one."))
        return opened.keys

    def change_passphrase(self, name: str, passphrase: str, new_passphrase: str) -> None:
        """Seal somebody's slot anew under another passphrase."""
        opened = self.open(name, passphrase)
        self._put(_hash_of(name, self._read()), _spelled(new_passphrase), opened)

    def replace(self, name: str, passphrase: str, opens: OpenedSlot) -> None:
        """Seal somebody's slot anew without knowing the old passphrase, as who forgot theirs needs it."""
        self._slot(_hash_of(name, self._read()), name)
        self._put(_hash_of(name, self._read()), _spelled(passphrase), opens)

    def remove(self, name: str) -> None:
        """Take somebody's slot away; raises NoKey. Copies of the key file elsewhere still hold it."""
        stored = self._read()
        gone = self._slot(_hash_of(name, stored), name)
        self._write(msgspec.structs.replace(stored, slots=tuple(slot for slot in stored.slots if slot != gone)))

    def check(self) -> None:
        """Raise StoreProblem unless the file reads and has its recovery slot."""
        self._slot(_RECOVERY, _RECOVERY)

    def _slot(self, hashed: str, name: str) -> _Slot:
        for slot in self._read().slots:
            if slot.name == hashed:
                return slot
        raise NoKey(_("Nobody called {name} has a key to this store.").format(name=name or _("recovery key")))

    def _put(self, hashed: str, secret: str, opens: OpenedSlot) -> None:
        stored = self._read()
        others = tuple(slot for slot in stored.slots if slot.name != hashed)
        self._write(msgspec.structs.replace(stored, slots=(*others, _sealed(hashed, secret, opens, self._cost))))

    def _read(self) -> _KeyFile:
        try:
            stored = msgspec.json.decode(self.path.read_bytes(), type=_KeyFile)
        except OSError as error:
            raise StoreProblem(_("The key file {file} cannot be read.").format(file=self.path)) from error
        except msgspec.MsgspecError as error:
            raise StoreProblem(
                _("The key file {file} is damaged. Put back the one from a backup.").format(file=self.path)
            ) from error
        if stored.format != _FORMAT:
            raise StoreProblem(
                _("The key file {file} was written by a later version of this program.").format(file=self.path)
            )
        return stored

    def _write(self, stored: _KeyFile) -> None:
        write_atomically(self.path, msgspec.json.format(msgspec.json.encode(stored)))


def _hash_of(name: str, stored: _KeyFile) -> str:
    spelled = unicodedata.normalize("NFKC", " ".join(name.split())).casefold()
    return blake2b(spelled.encode(), key=stored.salt, digest_size=16).hexdigest()


def _spelled(passphrase: str) -> str:
    """Return a passphrase in the one spelling of its letters that every keyboard leads to; raises for none."""
    if not passphrase.strip():
        raise WrongPassphrase(_("A passphrase is needed."))
    return unicodedata.normalize("NFKC", passphrase)


def _derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    if not 0 < cost.memory_kib <= _MOST_MEMORY_KIB:
        raise StoreProblem(_("The key file asks for more memory than any computer should give."))
    return hash_secret_raw(
        secret.encode(), salt, cost.passes, cost.memory_kib, cost.lanes, hash_len=_KEY_BYTES, type=Type.ID
    )


def _sealed(hashed: str, secret: str, opens: OpenedSlot, cost: Cost) -> _Slot:
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    slot = _Slot(hashed, cost, salt, nonce, b"")
    inside = opens.keys.cases + (opens.keys.identities or bytes(_KEY_BYTES)) + opens.person.encode().ljust(_KEY_BYTES)
    sealed = AESGCM(_derived(secret, salt, cost)).encrypt(nonce, inside, slot.bound())
    return msgspec.structs.replace(slot, sealed=sealed)


def _unsealed(slot: _Slot, secret: str) -> OpenedSlot | None:
    try:
        inside = AESGCM(_derived(secret, slot.salt, slot.cost)).decrypt(slot.nonce, slot.sealed, slot.bound())
    except InvalidTag:
        return None
    cases, identities, person = (inside[start : start + _KEY_BYTES] for start in range(0, 3 * _KEY_BYTES, _KEY_BYTES))
    keys = DataKeys(cases, identities if any(identities) else None)
    return OpenedSlot(PersonCode(person.decode().rstrip()), keys)
