"""The answer about the audit log."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from supervisor_tui.store.audit import AuditEntry


class AuditAnswerEntry(msgspec.Struct, frozen=True):
    """One entry: when, who, what they did, in which case, to which record."""

    number: int
    at: datetime
    by: str
    act: str
    case: str | None
    record: str | None


class AuditAnswer(msgspec.Struct, frozen=True):
    """Who saw or changed what, the newest first."""

    entries: tuple[AuditAnswerEntry, ...]


def audit_answer(entries: Iterable[AuditEntry]) -> AuditAnswer:
    """Return the log as JSON gives it."""
    return AuditAnswer(
        tuple(
            AuditAnswerEntry(one.number, one.at, one.by, one.act.value, one.case or None, one.record or None)
            for one in entries
        )
    )
