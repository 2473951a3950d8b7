"""A case, its closing and its meeting with texts that would take over a terminal; run in a process of its own."""

import sys
from datetime import date
from pathlib import Path

import msgspec
from textual.screen import Screen
from textual.widgets import Input

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.records.closing import ClosureRequest
from supervisor_tui.domain.records.note import Note
from supervisor_tui.tui import doors
from tests.tui.agency import NOW
from tests.tui.at_the_screen import an_app
from tests.tui.hostile_agency import HOSTILE, hostile_desk

CODE = CaseCode("C-0117")


def hostile_meeting(folder: Path) -> tuple[Desk, Meeting]:
    """Return a desk with a case whose notes, plan, request and minutes carry the payload."""
    desk = hostile_desk(folder)
    save(
        desk,
        CODE,
        (
            Draft(Note(text=f"noted:{HOSTILE}"), date(2026, 11, 20)),
            Draft(ClosureRequest(asked_by=f"asked:{HOSTILE}"), date(2026, 11, 20)),
        ),
    )
    people = (Participant(label=f"label:{HOSTILE}", role=ParticipantRole.PROVIDER, agency=f"agency:{HOSTILE}"),)
    meeting = plan_meeting(
        desk, MeetingKind.CONFERENCE, NOW, cases=[CODE], place=f"place:{HOSTILE}", participants=people
    )
    for kind, word in ((LineKind.NOTE, "minute"), (LineKind.DECISION, "decided"), (LineKind.ACTION, "action")):
        enter(desk, meeting, Said(kind=kind, text=f"{word}:{HOSTILE}", case=CODE, reason=HOSTILE, owner="W-04"))
    typed = msgspec.json.encode({"text": f"draft:{HOSTILE}", "owner": HOSTILE, "until": HOSTILE, "need": HOSTILE})
    desk.store.drafts.keep(desk.person.code, f"meeting/{meeting.id}/{CODE}", typed.decode())
    return desk, meeting


def main(folder: str, screen: str) -> None:
    """Run the application with one of the screens over Today."""
    desk, meeting = hostile_meeting(Path(folder))
    app = an_app(desk)
    opened: dict[str, Screen[None]] = {
        "case": doors.case_file(CODE),
        "closing": doors.closing(CODE),
        "meeting": doors.meeting(meeting.id),
    }
    setattr(Input, "_toggle_cursor", lambda _field: None)  # noqa: B010 - a blinking cursor is never quiet
    app.call_later(lambda: app.push_screen(opened[screen]))
    app.run()


if __name__ == "__main__":
    main(*sys.argv[1:3])
