"""The papers that this set asks for, found among the documents on file."""

from collections.abc import Callable
from datetime import date

from prerana_exit.episode import in_this_episode
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.note import Document

PROGRESS_REPORT = "cwc_progress_report"
CLIENT_LETTER = "client_letter"
FOLLOW_UP_REPORT = "cwc_follow_up_report"


def papers(case: CaseFile, code: str) -> tuple[Entry[Document], ...]:
    """Return the papers of one sort, oldest first."""
    return tuple(entry for entry in in_this_episode(case, Document) if entry.body.document == code)


def sent_where(
    found: tuple[Entry[Document], ...], as_of: date, holds: Callable[[date], bool]
) -> tuple[Entry[Document], date] | None:
    """Return the first paper that had been sent by `as_of` on a day that satisfies `holds`, with that day."""
    sent = [
        (entry.body.sent_on, entry.id, entry)
        for entry in found
        if entry.body.sent_on is not None and entry.body.sent_on <= as_of and holds(entry.body.sent_on)
    ]
    if not sent:
        return None
    day, _id, entry = min(sent, key=lambda one: one[:2])
    return entry, day
