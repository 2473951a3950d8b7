"""A meeting is held from one screen: a line to type into, and a key for everything else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.plan import actions
from supervisor_tui.kit.command import command_faults
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.main_screens import MEETINGS
from supervisor_tui.tui.meetings.calendar_screen import CalendarScreen
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from supervisor_tui.tui.meetings.kit_screen import KitScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.meetings.meetings_screen import MeetingsScreen
from supervisor_tui.tui.meetings.minutes_screen import MinutesScreen
from supervisor_tui.tui.meetings.new_meeting_screen import NewMeetingScreen
from supervisor_tui.tui.meetings.people_screen import PeopleScreen
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from tests.tui.agency import AMOS, LEILA
from tests.tui.at_the_screen import at_desk, line_with, press, settled, told
from tests.tui.at_the_screen import seen as screen_text
from tests.tui.meetings.called import TUESDAY, TickingClock, a_conference, in_meeting, in_the_line, shows, written

NUMBER = MeetingId("M-0001")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


@pytest.mark.parametrize(
    "screen",
    [
        MeetingScreen,
        MeetingsScreen,
        NewMeetingScreen,
        ChangeMeetingScreen,
        PeopleScreen,
        MinutesScreen,
        CalendarScreen,
        KitScreen,
    ],
)
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


async def test_looking_at_an_agenda_is_not_holding_the_meeting(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        assert seen(desk, meeting.id).value.state is MeetingState.PLANNED
        await press(pilot, "=n the family is here", "enter")
        assert seen(desk, meeting.id).value.state is MeetingState.HELD


async def test_a_meeting_that_begins_on_another_day_says_which_day_stands_and_the_form_sets_another(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=n the family is here", "enter")
        assert "Planned for Tue 24 Nov, held on Sat 21 Nov. F6 sets another day." in told(pilot)
        assert "Sat 21 Nov · planned for Tue 24 Nov" in screen_text(pilot)
        await press(pilot, "f6")
        form = pilot.app.screen
        assert isinstance(form, ChangeMeetingScreen)
        assert "Held on, if on another day" in {row.field.title for row in form.form_view.asked}
        form.save_values({**form.first_values(), "held_on": "2026-11-20"})
        await settled(pilot)
        assert "Fri 20 Nov · planned for Tue 24 Nov" in screen_text(pilot)
    assert seen(desk, meeting.id).value.day == date(2026, 11, 20)


async def test_an_action_is_its_caseworkers_unless_somebody_else_is_named(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=a find a shelter")
        assert "who  Amos" in screen_text(pilot)
        await press(pilot, "enter", "=a talk with the aunt", "tab", "=leila", "tab", "=wed", "tab", "=N2", "enter")
    added = actions(desk.case(CaseCode("C-0117")))[-2:]
    assert [(one.action.text, one.action.owner, one.action.due_on, one.action.need) for one in added] == [
        ("find a shelter", AMOS.code, None, ""),
        ("talk with the aunt", LEILA.code, date(2026, 11, 25), "N2"),
    ]


async def test_an_unreadable_day_is_said_and_nothing_is_lost(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=a find a shelter", "tab", "tab", "=03/04/2026")
        assert "not a day yet" in screen_text(pilot)
        await press(pilot, "enter")
        assert "03/04/2026 is not a day I can read" in screen_text(pilot)
        assert in_the_line(pilot) == "a find a shelter"
    assert written(desk) == []


async def test_an_unknown_person_is_said_once_and_kept_as_a_role_when_it_is_said_again(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=a bring the letter", "tab", "=district nurse", "enter")
        assert "Nobody here is called district nurse. Known: Ruth, Amos, Leila." in screen_text(pilot)
        assert written(desk) == []
        await press(pilot, "enter")
    assert [line.owner for line in minutes(desk, NUMBER)] == ["district nurse"]


async def test_what_is_typed_is_kept_and_says_so_only_once_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=d move to the aunt")
        await pilot.pause(0.9)
        draft = desk.store.drafts.of(desk.person.code)[-1]
        assert "move to the aunt" in draft.text
        assert f"draft kept {draft.at:%H:%M:%S}" in screen_text(pilot)


async def test_a_draft_that_cannot_be_kept_is_not_called_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise StoreProblem("The disk is full.")

    async with in_meeting(desk, a_conference(desk)) as pilot:
        monkeypatch.setattr(desk.store.drafts, "keep", full)
        await press(pilot, "=d move to the aunt")
        await pilot.pause(0.9)
        assert "Not kept: The disk is full." in screen_text(pilot)
        assert "draft kept" not in screen_text(pilot)


async def test_what_the_last_moment_typed_is_there_when_the_meeting_is_opened_again(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=d move to", "escape")
        assert not shows(pilot, MeetingScreen)
    async with in_meeting(desk, meeting) as pilot:
        assert in_the_line(pilot) == "d move to"
        assert "what you typed before stands here again" in screen_text(pilot)


async def test_going_on_writes_no_change_only_where_nothing_was_said(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk, "C-0117", "C-0048", "C-0062")) as pilot:
        await press(pilot, "ctrl+n")
        assert "case 2 of 3" in screen_text(pilot)
        await press(pilot, "=n calm at home", "ctrl+n")
        assert "case 3 of 3" in screen_text(pilot)
        await press(pilot, "f7", "f7", "ctrl+n")
        assert "case 2 of 3" in screen_text(pilot)
    assert written(desk) == [(LineKind.NO_CHANGE, ""), (LineKind.NOTE, "calm at home")]


async def test_a_line_that_cannot_be_saved_holds_the_case_in_front(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk, "C-0117", "C-0048")) as pilot:
        await press(pilot, "=r purple", "ctrl+n")
        assert "case 1 of 2" in screen_text(pilot)
        assert in_the_line(pilot) == "r purple"
    assert written(desk) == []


async def test_each_case_keeps_its_own_unfinished_line(desk: Desk) -> None:
    meeting = a_conference(desk, "C-0117", "C-0048")
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+n", "=d about the second", "f7")
        assert ("case 1 of 2" in screen_text(pilot), in_the_line(pilot)) == (True, "")
        await press(pilot, "=d about the first", "escape")
    async with in_meeting(desk, meeting) as pilot:
        assert in_the_line(pilot) == "d about the first"
        await press(pilot, "enter", "ctrl+n")
        assert in_the_line(pilot) == "d about the second"


async def test_f8_takes_back_ones_own_last_line_and_puts_it_into_the_field(desk: Desk) -> None:
    meeting = a_conference(desk)
    amos = replace(desk, person=AMOS)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=a find a sheltr", "tab", "tab", "=wed", "enter")
        enter(amos, meeting, Said(kind=LineKind.NOTE, text="his line", case=CaseCode("C-0117")))
        await press(pilot, "f8")
        assert written(desk) == [(LineKind.NOTE, "his line")]
        assert in_the_line(pilot) == "a find a sheltr"
        assert "2026-11-25" in line_with(pilot, "until")
        await press(pilot, "ctrl+u", "=n another line")
        assert "until" not in screen_text(pilot)
        await press(pilot, "enter", "f8", "f8")
        assert written(desk) == [(LineKind.NOTE, "his line")]
        assert "no line of yours" in screen_text(pilot)
    assert [one.action.text for one in actions(desk.case(CaseCode("C-0117")))] == ["talk with the head teacher"]


async def test_a_colon_and_a_code_go_to_a_case_and_a_colon_alone_to_the_whole_meeting(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk, "C-0117", "C-0048")) as pilot:
        await press(pilot, "=:c-0048", "enter")
        assert "case 2 of 2 · C-0048" in screen_text(pilot)
        await press(pilot, "=:C-0062", "enter")
        assert "C-0062 is not on the agenda. F6 changes the meeting." in screen_text(pilot)
        await press(pilot, "home", "ctrl+k", "=:", "enter")
        assert "the meeting as a whole, 2 cases" in screen_text(pilot)
        await press(pilot, "=n thanks to all", "enter")
    assert [line.case for line in minutes(desk, NUMBER)] == [None]
    assert [draft for draft in desk.store.drafts.of(desk.person.code) if ":" in draft.text[9:12]] == []


async def test_two_applications_write_minutes_at_once_and_both_keep_their_lines(desk: Desk) -> None:
    meeting = a_conference(desk)
    amos = replace(desk, person=AMOS)
    async with in_meeting(desk, meeting) as first, in_meeting(amos, meeting) as second:
        await press(first, "=a one of Ruth")
        await press(second, "=a one of Amos", "enter")
        await press(first, "enter")
        await press(second, "=n another of Amos", "enter", "f5")
        assert "one of Ruth" in screen_text(second)
    assert [text for _kind, text in written(desk)] == ["one of Amos", "one of Ruth", "another of Amos"]
    assert [one.action.action for one in actions(desk.case(CaseCode("C-0117")))] == ["A1", "A2", "A3"]


async def test_a_meeting_that_is_over_takes_no_line_until_it_is_opened_again(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f10", "=n too late", "enter")
        assert "M-0001 is over, so nothing more is written into it." in screen_text(pilot)
        assert in_the_line(pilot) == "n too late"
        await press(pilot, "f10", "enter")
        assert "The meeting is open again" not in screen_text(pilot)
    assert written(desk) == [(LineKind.NOTE, "too late")]


async def test_a_meeting_that_somebody_else_closed_meanwhile_takes_no_line(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        ended(desk, seen(desk, meeting.id))
        await press(pilot, "=n too late", "enter")
        assert "is over, so nothing more is written" in screen_text(pilot)
    assert written(desk) == []


async def test_last_time_stays_in_view_when_something_is_decided_now(desk: Desk) -> None:
    before = a_conference(desk)
    code = CaseCode("C-0117")
    enter(desk, before, Said(kind=LineKind.DECISION, text="daily calls", case=code, reason="alone at night"))
    enter(desk, before, Said(kind=LineKind.ACTION, text="buy a lock", case=code, due_on=date(2026, 11, 18)))
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=d move to the aunt", "enter")
        assert line_with(pilot, "daily calls") == "▸ decided daily calls because alone at night today"
        assert line_with(pilot, "A2  buy a lock").startswith("3 days late A2 buy a lock")
        page = pilot.app.screen.query_one("#page", WorkList)
        page.focus()
        page.go_to("action/A2")
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
        await press(pilot, "3", "f2")
        assert "done today A2 buy a lock" in line_with(pilot, "A2  buy a lock")


async def test_who_is_here_is_kept_key_by_key(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f2", "p", "n", "down", "s")
        assert "│ 2 here · 1 not signed · 1 not told yet " in line_with(pilot, "2 here")
        await press(pilot, "a")
        assert line_with(pilot, "1 here · 1 sent apologies") != ""
        await press(pilot, "s", "x", "escape")
        assert shows(pilot, MeetingScreen)
    amos, teacher = seen(desk, meeting.id).value.participants
    assert (amos.attendance.value, amos.notice_on, amos.signed_on) == ("present", date(2026, 11, 21), None)
    assert (teacher.attendance.value, teacher.notice_on, teacher.signed_on) == ("absent", None, None)


async def test_the_meeting_is_changed_and_the_case_that_joins_brings_its_points(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f6")
        assert shows(pilot, ChangeMeetingScreen)
        await press(pilot, "home", "ctrl+k", "=+3d 9:30", "tab", "end", "enter", "=c-0048", "f2")
        assert shows(pilot, MeetingScreen)
        assert "case 1 of 2" in screen_text(pilot)
    now = seen(desk, meeting.id).value
    assert (now.cases, f"{now.starts:%Y-%m-%d %H:%M}") == ((CaseCode("C-0117"), CaseCode("C-0048")), "2026-11-24 09:30")
    assert {line.case for line in now.agenda} == {"C-0117", "C-0048", None}


async def test_a_wrong_code_is_said_at_the_field_of_the_cases(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "f6", "tab", "end", "enter", "=C-9999", "f2")
        assert "There is no case C-9999 here." in screen_text(pilot)
        assert shows(pilot, ChangeMeetingScreen)


async def test_a_conflict_is_said_in_a_sentence_and_nothing_is_lost(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f6", "home", "ctrl+k", "=wed 10:00")
        ended(replace(desk, person=LEILA), seen(desk, meeting.id))
        await press(pilot, "f2")
        assert "Leila changed this meeting at 09:31 while you had it open" in screen_text(pilot)
        assert "wed 10:00" in screen_text(pilot)
    assert seen(desk, meeting.id).value.starts == TUESDAY


async def test_minutes_are_written_into_a_file_by_codes_unless_names_are_asked_for(desk: Desk, tmp_path: Path) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=d move to the aunt", "enter")
        for name, names in (("codes.md", "no"), ("named.html", "yes"), ("codes.md", "no")):
            await press(
                pilot,
                "ctrl+g",
                "home",
                "ctrl+k",
                f"={tmp_path / name}",
                "enter",
                "home",
                "ctrl+k",
                f"={names}",
                "enter",
            )
        assert "is there already. Type another name." in screen_text(pilot)
        await press(pilot, "escape")
    codes, named = (tmp_path / "codes.md").read_text("utf-8"), (tmp_path / "named.html").read_text("utf-8")
    assert "move to the aunt" in codes
    assert ("Amos" in codes, "Amos" in named) == (False, True)


async def test_a_file_of_another_form_is_refused_and_the_line_is_pointed_at(desk: Desk, tmp_path: Path) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "ctrl+g", "home", "ctrl+k", f"={tmp_path / 'minutes.doc'}", "f2")
        assert "Let the file's name end in .md, .html, .docx, .pdf" in screen_text(pilot)
        assert shows(pilot, MinutesScreen)
    assert not (tmp_path / "minutes.doc").exists()


async def test_the_case_in_front_is_opened_and_left_again(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "f4")
        assert shows(pilot, CaseFileScreen)
        await press(pilot, "escape")
        assert shows(pilot, MeetingScreen)


async def test_a_case_joins_a_case_management_meeting_by_its_code(desk: Desk) -> None:
    meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, TUESDAY, cases=[CaseCode("C-0048")])
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "=:C-0117", "enter")
        assert "case 2 of 2 · C-0117" in screen_text(pilot)
        await press(pilot, "=:C-9999", "enter")
        assert "There is no case C-9999 here." in screen_text(pilot)


async def test_a_meeting_of_the_team_is_called_with_the_team(desk: Desk) -> None:
    async with at_desk(desk, MEETINGS) as pilot:
        await press(pilot, "m")
        assert shows(pilot, NewMeetingScreen)
        await press(pilot, "=3d", "f2")
        assert "Type the day and the hour here" in screen_text(pilot)
        await press(pilot, "home", "ctrl+k", "=tue 14:00", "f2")
        await settled(pilot)
        assert shows(pilot, MeetingScreen)
    people = seen(desk, NUMBER).value.participants
    assert [one.label for one in people] == ["S-01", "W-04", "W-05"]


async def test_i_writes_a_meeting_into_a_file_for_a_calendar(desk: Desk, tmp_path: Path) -> None:
    a_conference(desk)
    async with at_desk(desk, start=MEETINGS) as pilot:
        await press(pilot, "i")
        assert shows(pilot, CalendarScreen)
        pilot.app.screen.query_one("#file", SafeInput).value = str(tmp_path / "meeting.ics")
        await press(pilot, "f2")
    assert b"SUMMARY:M-0001 case conference" in (tmp_path / "meeting.ics").read_bytes()


async def test_p_writes_the_papers_of_a_meeting_or_only_what_the_family_takes_home(desk: Desk, tmp_path: Path) -> None:
    a_conference(desk)
    async with at_desk(desk, start=MEETINGS) as pilot:
        for name, answer in (("kit.md", "no"), ("family.md", "yes")):
            await press(pilot, "p")
            assert shows(pilot, KitScreen)
            pilot.app.screen.query_one("#file", SafeInput).value = str(tmp_path / name)
            pilot.app.screen.query_one("#wanted", SafeInput).value = answer
            await press(pilot, "f2")
    heads = [(tmp_path / name).read_text("utf-8").splitlines()[0] for name in ("kit.md", "family.md")]
    assert heads == ["# Agenda of M-0001", "# What we agreed"]
