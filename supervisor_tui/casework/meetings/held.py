"""That a meeting was held, written into each of its case files when it is over; a correction if it goes on again."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, record_of, worked_out
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.held import as_held, cases_told
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.records.note import MeetingHeld

__all__ = ["note_held"]


def note_held(desk: Desk, meeting: Meeting) -> None:
    """Write into each case file that the meeting was held and who came, in the transaction that is open."""
    for code in cases_told(meeting):
        _note_in(desk, meeting, code)


def _note_in(desk: Desk, meeting: Meeting, code: CaseCode) -> None:
    said = as_held(meeting)
    before = desk.case(code).latest_where(MeetingHeld, lambda body: body.meeting == meeting.id)
    if before is not None and (before.body, before.on) == (said, meeting.day):
        return
    draft = Draft(said, meeting.day, amends=before.id if before else None)
    record = record_of(desk, code, draft, desk.clock())
    rows = worked_out(desk, code, (*desk.store.records.of(code), record))
    desk.store.records.add((record,), rows=rows, by=desk.person.code)
