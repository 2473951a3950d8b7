"""What there is to say about what was typed of a meeting or its participants: a word of a name, a basis without a note.

Words that stood there before are not asked about again.
"""

from collections.abc import Iterable, Iterator

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.inviting import lacks_a_note
from supervisor_tui.casework.names_typed import finding_on_words, words_of_names
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.guidance.findings import Finding, Severity

__all__ = ["findings_on_invitee", "findings_on_meeting", "texts_of_invitee", "texts_of_meeting"]


def findings_on_meeting(desk: Desk, before: Meeting, after: Meeting) -> tuple[Finding, ...]:
    """Return what is refused and what is asked of a meeting that was typed over another."""
    return (*_bases(before, after), *_names(desk, texts_of_meeting(before), texts_of_meeting(after)))


def findings_on_invitee(desk: Desk, before: Participant | None, after: Participant) -> tuple[Finding, ...]:
    """Return what is asked of one who takes part."""
    known = texts_of_invitee(before) if before is not None else ()
    return tuple(_names(desk, known, texts_of_invitee(after)))


def texts_of_meeting(meeting: Meeting) -> Iterator[str]:
    """Yield what a person typed of a meeting; words chosen from a list, and codes, are none."""
    yield from (meeting.place, meeting.called_because, meeting.urgent_because)
    yield from (meeting.child_absent_because, meeting.caregiver_absent_because)
    for one in meeting.participants:
        yield from texts_of_invitee(one)


def texts_of_invitee(one: Participant) -> tuple[str, ...]:
    """Return what a person typed of one who takes part."""
    return (one.label, one.agency, one.sector, one.contact, one.supported_by, one.basis_note, one.harm_note)


def _names(desk: Desk, before: Iterable[str], after: Iterable[str]) -> Iterator[Finding]:
    known = words_of_names(desk, *before)
    named = [word for word in words_of_names(desk, *after) if word not in known]
    if named:
        yield finding_on_words(named)


def _bases(before: Meeting, after: Meeting) -> Iterator[Finding]:
    """Yield each basis that was typed without the note which it needs."""
    for one in after.participants:
        stood = before.participant(one.id) if one.id else None
        is_as_it_stood = stood is not None and (stood.basis, stood.basis_note) == (one.basis, one.basis_note)
        if not is_as_it_stood and (lacks := lacks_a_note(one)):
            yield Finding(Severity.REFUSE, f"{one.label}: {lacks}", "participants")
