"""Which command records what a meeting still needs."""

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.meetings.meeting import Meeting

__all__ = ["how_to_record"]

_OF_THE_MEETING = {
    "agenda": "meeting agenda {number} --ready",
    "approved_at": "meeting approve {number}",
}
_OF_PEOPLE = {
    "role": "meeting invite {number} ROLE WHO",
    "attendance": "meeting attend {number} WHO here",
    "confidentiality": "meeting attend {number} WHO signed",
    "notice_on": "meeting attend {number} WHO told",
    "basis": "meeting invitee {number} WHO --basis",
    "prepared_on": "meeting invitee {number} WHO --prepared",
    "supported_by": "meeting invitee {number} WHO --helped-by",
}


def how_to_record(meeting: Meeting, missing: Missing | None) -> str:
    """Return the beginning of the command line that records what is missing, "" where nothing is named."""
    if missing is None or not missing.record:
        return ""
    field = missing.field or ""
    match missing.record:
        case "meeting":
            words = _OF_THE_MEETING.get(field, "meeting change {number} {field}=")
        case "participant":
            words = _OF_PEOPLE.get(field, "meeting invitee {number} WHO --{field}")
        case "line":
            words = "meeting record {number} {field} WORDS" + (" --case {case}" if missing.case else "")
        case _kind_of_record:
            words = "record {case} {kind}"
    return "→ supervisor-tui " + words.format(
        number=meeting.id, field=field, case=missing.case or "", kind=missing.record
    )
