"""The papers of a meeting: an agenda, lines to sign, a blank page, and only what the family may hear on its own."""

from datetime import date, datetime

from msgspec.structs import replace

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import changed, seen
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.paper_kit import meeting_kit
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.exchange.paper.paper import PaperForm
from supervisor_tui.exchange.paper.printed import printed

CODE = CaseCode("C-0117")
NOW = datetime.fromisoformat("2026-11-24T14:00+03:00")
PEOPLE = (
    Participant(label="W-04", role=ParticipantRole.CASEWORKER, agency="AG-01", attendance=Attendance.PRESENT),
    Participant(label="mother", role=ParticipantRole.CAREGIVER, professional=False, attendance=Attendance.PRESENT),
)


def a_meeting(desk: Desk, kind: MeetingKind = MeetingKind.CONFERENCE) -> Meeting:
    return plan_meeting(desk, kind, NOW, cases=[CODE], place="office", participants=PEOPLE)


def say(desk: Desk, meeting: Meeting, kind: LineKind, text: str, **more: object) -> None:
    enter(desk, meeting, replace(Said(kind=kind, text=text, case=CODE), **more))


def family_page(desk: Desk, meeting: Meeting) -> str:
    return meeting_kit(desk, meeting.id, only_family=True).markdown


def test_the_kit_has_agenda_signatures_decisions_and_a_page_for_the_family(desk: Desk) -> None:
    text = meeting_kit(desk, a_meeting(desk).id).markdown
    heads = [line for line in text.splitlines() if line.startswith("# ")]
    assert heads == ["# Agenda of M-0001", "# Who took part in M-0001", "# Decisions of M-0001", "# What we agreed"]
    assert "| caseworker | AG-01 | .... | .... |" in text
    assert "| What will be done | Who | Until when |" in text


def test_a_meeting_on_the_whole_caseload_has_no_page_for_a_family(desk: Desk) -> None:
    assert "What we agreed" not in meeting_kit(desk, a_meeting(desk, MeetingKind.MANAGEMENT).id).markdown


def test_a_whole_caseload_has_a_row_for_each_case_to_write_in(desk: Desk) -> None:
    text = meeting_kit(desk, a_meeting(desk, MeetingKind.MANAGEMENT).id).markdown
    rows = text[text.index("# Decisions") :].splitlines()[2:]
    assert rows[0] == "| Case | What was decided, and why | What will be done | Who | Until when |"
    assert rows[2] == "| C-0117 | .... | .... | .... | .... |"
    assert set(rows[3:]) == {"| .... | .... | .... | .... | .... |"}


def test_the_family_takes_home_what_it_heard_with_roles_for_codes(desk: Desk) -> None:
    meeting = a_meeting(desk)
    say(desk, meeting, LineKind.DECISION, "daily calls")
    say(desk, meeting, LineKind.ACTION, "buy a lock", owner="W-04", due_on=date(2026, 11, 25))
    say(desk, meeting, LineKind.NOTE, "she looked tired")
    page = family_page(desk, meeting)
    assert "- daily calls\n" in page
    assert "- caseworker: buy a lock, until 2026-11-25\n" in page
    assert ("she looked tired" in page, "W-04" in page) == (False, False)


def test_what_was_said_while_the_family_was_out_does_not_go_home_with_it(desk: Desk) -> None:
    meeting = a_meeting(desk)
    before = seen(desk, meeting.id)
    out = tuple(replace(one, stepped_out=one.role.is_family) for one in before.value.participants)
    changed(desk, before, replace(before.value, participants=out))
    say(desk, meeting, LineKind.DECISION, "ask the police")
    assert "ask the police" not in family_page(desk, meeting)


def test_where_nobody_of_the_family_came_its_page_is_blank(desk: Desk) -> None:
    meeting = plan_meeting(desk, MeetingKind.CONFERENCE, NOW, cases=[CODE], participants=PEOPLE[:1])
    say(desk, meeting, LineKind.DECISION, "daily calls")
    assert "daily calls" not in family_page(desk, meeting)


def test_a_decision_with_a_name_in_it_is_said_aloud_and_not_printed(desk: Desk) -> None:
    desk.store.names.index(CODE, ["Demo Child"])
    meeting = a_meeting(desk)
    say(desk, meeting, LineKind.DECISION, "Demo moves to the aunt")
    page = family_page(desk, meeting)
    assert ("Demo" in page, "it holds a name" in page) == (False, True)


def test_the_word_child_is_nobodys_name(desk: Desk) -> None:
    desk.store.names.index(CODE, ["Demo Child"])
    meeting = a_meeting(desk)
    say(desk, meeting, LineKind.DECISION, "the child calls her aunt")
    assert "- the child calls her aunt\n" in family_page(desk, meeting)


def test_the_kit_is_printed_as_pdf(desk: Desk) -> None:
    assert printed(meeting_kit(desk, a_meeting(desk).id), PaperForm.PDF).startswith(b"%PDF")
