"""A meeting held on another day than planned is noted on that day, and everything counts from it."""

from datetime import date, datetime

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.beside import beside
from supervisor_tui.casework.meetings.holding import began, ended, opened_again, seen
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.preparing import NotYetHeldError, plan_meeting, replan_meeting
from supervisor_tui.casework.meetings.reading_in import read_in
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.records.note import MeetingHeld

CODE = CaseCode("C-0117")
TODAY = date(2026, 11, 21)
MONDAY = datetime.fromisoformat("2026-11-23T09:00+03:00")
LAST_MONDAY = datetime.fromisoformat("2026-11-16T09:00+03:00")
LATE_TODAY = datetime.fromisoformat("2026-11-21T16:00+03:00")


def a_conference(desk: Desk, starts: datetime = MONDAY) -> Meeting:
    return plan_meeting(desk, MeetingKind.CONFERENCE, starts, cases=[CODE])


def now(desk: Desk, meeting: Meeting) -> Meeting:
    return seen(desk, meeting.id).value


@pytest.mark.parametrize(("starts", "held"), [(MONDAY, TODAY), (LAST_MONDAY, TODAY), (LATE_TODAY, None)])
def test_the_first_line_notes_the_day_where_it_is_another_than_planned(
    desk: Desk, starts: datetime, held: date | None
) -> None:
    meeting = a_conference(desk, starts)
    enter(desk, meeting, Said(kind=LineKind.STRENGTH, text="goes to school", case=CODE))
    assert now(desk, meeting).held_on is None
    enter(desk, meeting, Said(kind=LineKind.NOTE, text="is well", case=CODE))
    assert (now(desk, meeting).held_on, now(desk, meeting).day) == (held, TODAY)


def test_a_meeting_that_goes_on_another_day_keeps_the_day_on_which_it_was_held(desk: Desk) -> None:
    meeting = a_conference(desk)
    began(desk, seen(desk, meeting.id))
    ended(desk, seen(desk, meeting.id))
    desk.clock.now = MONDAY  # type: ignore[attr-defined]
    opened_again(desk, seen(desk, meeting.id))
    assert now(desk, meeting).day == TODAY


def test_the_case_file_and_what_stands_beside_know_the_day_held(desk: Desk) -> None:
    meeting = a_conference(desk)
    ended(desk, seen(desk, meeting.id))
    assert [entry.on for entry in desk.case(CODE).of(MeetingHeld)] == [TODAY]
    assert beside(desk, now(desk, meeting), CODE).present.on == TODAY


def test_a_day_that_is_put_right_afterwards_is_put_right_in_the_case_file(desk: Desk) -> None:
    meeting = a_conference(desk, LAST_MONDAY)
    ended(desk, seen(desk, meeting.id))
    right = msgspec.structs.replace(now(desk, meeting), held_on=LAST_MONDAY.date())
    replan_meeting(desk, seen(desk, meeting.id), right)
    assert [entry.on for entry in desk.case(CODE).of(MeetingHeld)] == [LAST_MONDAY.date()]
    assert now(desk, meeting).moved_from is None


def test_a_day_to_come_is_none_on_which_it_was_held(desk: Desk) -> None:
    meeting = a_conference(desk)
    with pytest.raises(NotYetHeldError, match="2026-11-22 is still to come"):
        replan_meeting(desk, seen(desk, meeting.id), msgspec.structs.replace(meeting, held_on=date(2026, 11, 22)))
    assert now(desk, meeting) == meeting


def test_minutes_name_both_days(desk: Desk) -> None:
    meeting = a_conference(desk)
    began(desk, seen(desk, meeting.id))
    text = minutes_on_paper(desk, meeting.id).markdown
    assert "- **When:** 2026-11-23 09:00+03:00\n- **Held on:** 2026-11-21\n" in text


def a_text_about(desk: Desk, meeting: Meeting, head: str = "") -> str:
    """Return minutes of a meeting with one line that it does not have, and what is said at their head."""
    typed = a_conference(desk)
    enter(desk, typed, Said(kind=LineKind.NOTE, text="is well", case=CODE))
    lines = minutes_on_paper(desk, typed.id).markdown.replace(typed.id, meeting.id).splitlines()
    kept = [line for line in lines if not line.startswith(("- **When", "- **Held on"))]
    return "\n".join(line + head if line.startswith("- **Meeting") else line for line in kept)


def test_minutes_that_are_read_back_later_leave_the_day_as_planned(desk: Desk) -> None:
    meeting = a_conference(desk, LAST_MONDAY)
    assert len(read_in(desk, meeting.id, a_text_about(desk, meeting)).added) == 1
    assert (now(desk, meeting).was_held, now(desk, meeting).day) == (True, LAST_MONDAY.date())


def test_minutes_that_are_read_back_may_name_the_day(desk: Desk) -> None:
    meeting = a_conference(desk, LAST_MONDAY)
    read_in(desk, meeting.id, a_text_about(desk, meeting, "\n- **Held on:** 2026-11-18"))
    assert now(desk, meeting).day == date(2026, 11, 18)
    again = read_in(desk, meeting.id, minutes_on_paper(desk, meeting.id).markdown)
    assert (again.added, again.changes, again.problems) == ((), (), ())


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-11-22", "2026-11-22 is still to come, so the meeting was not held on it."), ("soon", "soon is not a day.")],
)
def test_minutes_that_name_no_day_on_which_it_can_have_been_held_are_refused(desk: Desk, day: str, words: str) -> None:
    meeting = a_conference(desk, LAST_MONDAY)
    (problem,) = read_in(desk, meeting.id, a_text_about(desk, meeting, f"\n- **Held on:** {day}")).problems
    assert problem.what.startswith(words)
    assert now(desk, meeting) == meeting
