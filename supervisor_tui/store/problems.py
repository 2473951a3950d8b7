"""What can go wrong with a store, each as one sentence for the person in front of the screen."""

from pathlib import Path

from supervisor_tui.wording import _

__all__ = [
    "CaseFileShut",
    "Conflict",
    "IdentitiesClosed",
    "NoKey",
    "OnlyLooking",
    "OutOfReach",
    "ReasonAsked",
    "StoreProblem",
    "WrongPassphrase",
    "already_there",
    "another_writes",
    "damaged",
    "disk_failed",
    "disk_full",
    "made_by_later_version",
    "missing",
    "no_write_ahead_log",
    "not_this_kind",
    "read_only",
    "will_not_open",
]


class StoreProblem(Exception):  # noqa: N818 - a problem has a sentence and a way out; it is no program error
    """Something about the store that a person must know: `str()` is the sentence, `backups` the way out.

    backups: folders of backups that may be restored, newest first; empty where none was found or none would help.
    """

    def __init__(self, sentence: str, backups: tuple[Path, ...] = ()) -> None:
        super().__init__(sentence)
        self.backups = backups


class WrongPassphrase(StoreProblem):
    """The passphrase or recovery key does not open the slot."""


class NoKey(StoreProblem):
    """Nobody of that name has a key to this store."""


class IdentitiesClosed(StoreProblem):
    """Something was asked that only the identities file knows, and it is not open."""

    def __init__(self) -> None:
        super().__init__(_("The identities file is not open, so names cannot be read or written."))


class OutOfReach(StoreProblem):
    """A facilitator from outside asked for what belongs to none of their conferences."""

    def __init__(self, what: str = "") -> None:
        words = _(
            "{what} belongs to none of your conferences that go on; a facilitator from outside reaches no others."
        )
        general = _("A facilitator from outside reaches their own conferences alone. Nothing was changed.")
        super().__init__(words.format(what=what) if what else general)


class CaseFileShut(OutOfReach):
    """A facilitator from outside asked for the whole file of a case that their conference is about."""

    def __init__(self, case: str) -> None:
        super().__init__()
        words = _("A facilitator from outside reads of {case} what their conference shows, not the case file.")
        self.args = (words.format(case=case),)


class ReasonAsked(StoreProblem):
    """Somebody asked for a case file that is not theirs, and has not said why they need it."""

    def __init__(self, case: str) -> None:
        words = _(
            "{case} is not carried by you or your team. Say first why you need to read it: "
            "supervisor-tui readers {case} --because stands_in"
        )
        super().__init__(words.format(case=case))
        self.case = case


class OnlyLooking(StoreProblem):
    """Something would be written while somebody looks at another day than today."""

    def __init__(self) -> None:
        super().__init__(_("You look at another day, so nothing is saved. Leave, and open without --as-of to write."))


class Conflict(StoreProblem):
    """Somebody else changed the document after it was read here; nothing was written.

    table, document_id: what was to be written. seen: the revision it was read with. stored: the revision that stands
    there (None: it was removed). by, at, case: who changed it, when, and in which case, as far as the document says.
    """

    def __init__(
        self, table: str, document_id: int, seen: int, stored: int | None, by: str = "", at: str = "", case: str = ""
    ) -> None:
        self.table, self.document_id, self.seen, self.stored = table, document_id, seen, stored
        self.by, self.at, self.case = by, at, case
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        what = _("{table} of {case}").format(table=self.table, case=self.case) if self.case else self.table
        if self.stored is None:
            return _("{what}: removed by somebody else while you had it open. Nothing was saved.").format(what=what)
        if not self.by:
            return _("{what}: changed by somebody else while you had it open. Nothing was saved; look again.").format(
                what=what
            )
        return _("{what}: {by} changed it at {at} while you had it open. Nothing was saved; look again.").format(
            what=what, by=self.by, at=self.at or _("an unknown time")
        )


def will_not_open(path: Path, backups: tuple[Path, ...]) -> StoreProblem:
    """Say that a file cannot be opened with this key; it is left as it is, never made anew."""
    sentence = _("{file} cannot be opened: it is damaged or belongs to another key. It was left as it is.")
    return StoreProblem(_with_backups(sentence.format(file=path), backups), backups)


def damaged(path: Path, backups: tuple[Path, ...]) -> StoreProblem:
    """Say that a file which opened has a damaged page."""
    sentence = _("{file} is damaged; the disk may be failing. It was left as it is.")
    return StoreProblem(_with_backups(sentence.format(file=path), backups), backups)


def missing(path: Path, backups: tuple[Path, ...]) -> StoreProblem:
    """Say that a file is not there or empty; it is not made anew."""
    sentence = _("{file} is not there, or is empty.")
    return StoreProblem(_with_backups(sentence.format(file=path), backups), backups)


def already_there(path: Path) -> StoreProblem:
    """Say that a file stands where one was to be made."""
    return StoreProblem(_("{file} is there already. It was left as it is.").format(file=path))


def no_write_ahead_log(path: Path) -> StoreProblem:
    """Say that the disk cannot keep a write-ahead log, as network shares cannot."""
    return StoreProblem(
        _(
            "{file} is on a disk that cannot keep it safely, such as a network share. "
            "Put it on a disk of this computer."
        ).format(file=path)
    )


def not_this_kind(path: Path) -> StoreProblem:
    """Say that a file is not what stands under its name."""
    return StoreProblem(_("{file} is not the file that belongs here. It was left as it is.").format(file=path))


def made_by_later_version(path: Path) -> StoreProblem:
    """Say that a later version of the program wrote this file."""
    return StoreProblem(
        _("{file} was written by a later version of this program. Please install that version.").format(file=path)
    )


def another_writes(path: Path) -> StoreProblem:
    """Say that somebody else holds the file for writing longer than is worth waiting for."""
    return StoreProblem(_("Another program is writing to {file}. Nothing was saved; try again.").format(file=path))


def disk_full(path: Path) -> StoreProblem:
    """Say that the disk has no room left."""
    return StoreProblem(
        _("The disk is full: {file} could not be written and is as it was before. Make room and save again.").format(
            file=path
        )
    )


def disk_failed(path: Path) -> StoreProblem:
    """Say that reading or writing failed below this program."""
    return StoreProblem(_("The disk could not be read or written at {file}. Nothing was saved.").format(file=path))


def read_only(path: Path) -> StoreProblem:
    """Say that the file may only be read."""
    return StoreProblem(_("{file} is open for reading only. Nothing was saved.").format(file=path))


def _with_backups(sentence: str, backups: tuple[Path, ...]) -> str:
    if not backups:
        return _("{problem} No backup was found.").format(problem=sentence)
    return _("{problem} The newest backup is {backup}.").format(problem=sentence, backup=backups[0])
