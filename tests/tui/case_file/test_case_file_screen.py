"""The case file: where a child stands, what it stands on, and the keys from there."""

import pytest
from textual.pilot import Pilot
from textual.widgets import TabbedContent, TabPane

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.plan import actions, goals
from supervisor_tui.domain.records.assessment import ImmediateAction, RiskLevelSet
from supervisor_tui.domain.records.plan import ActionStatus, GoalStatus
from supervisor_tui.kit.command import command_faults
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.store.identities import ConfidentialSection
from supervisor_tui.tui import doors
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.case_file.record_screen import RecordScreen
from supervisor_tui.tui.case_file.section_screen import SectionScreen
from supervisor_tui.tui.closing.closing_screen import ClosingScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.meetings.new_meeting_screen import NewMeetingScreen
from supervisor_tui.tui.record_form.kind_list import KindListScreen
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from tests.tui.agency import AMOS, LEILA, NOW, RUTH
from tests.tui.at_the_screen import NARROW, at_desk, line_with, press, seen, settled
from tests.tui.meetings.called import a_conference, shows

CODE = CaseCode("C-0117")
EXIT = CaseCode("C-0024")
"""In the demo, a case in which Prerana's guidance decides."""


@pytest.mark.parametrize("screen", [CaseFileScreen, RecordScreen, SectionScreen])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


async def test_the_head_says_risk_caseworker_last_contact_and_the_present_step(desk: Desk) -> None:
    async with at_desk(desk, size=NARROW) as pilot:
        await pilot.app.push_screen(doors.case_file(CODE))
        await settled(pilot)
        assert line_with(pilot, "risk high").startswith("H risk high since Tue 4 Aug · carried by Amos · last contact")
        assert line_with(pilot, "5 follow-up and review") == "1 2 3 4 5 follow-up and review 6"


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("c", ClosingScreen),
        ("a", KindListScreen),
        ("w", RecordFormScreen),
        ("m", NewMeetingScreen),
    ],
)
async def test_each_key_opens_its_screen_and_escape_comes_back(desk: Desk, key: str, screen: type[object]) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file(CODE))
        await settled(pilot)
        await press(pilot, key)
        assert shows(pilot, screen)
        await press(pilot, "escape")
        assert shows(pilot, CaseFileScreen)


async def test_tabs_turn_both_ways_by_keys_and_by_mouse(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.case_file(EXIT))
        await settled(pilot)
        tabs = pilot.app.screen.query_one(TabbedContent)
        order = ["story-tab", "plan-tab", "set-iag_core-0", "set-iag_core-1", "set-prerana_exit-0", "closing-tab"]
        assert {pane.id for pane in tabs.query(TabPane)} == set(order)
        turned = []
        for key in ("right_square_bracket", *("right" for _tab in order[1:]), "left", "left_square_bracket"):
            await press(pilot, key)
            turned.append(tabs.active)
        assert turned == [*order[1:], order[0], order[-1], order[-2]]
        row = next(place for place, line in enumerate(seen(pilot).splitlines()) if line.startswith(" Story  Plan"))
        await pilot.click(offset=(9, row))
        await settled(pilot)
        assert tabs.active == "plan-tab"
        await press(pilot, "down")
        assert "O2" in line_with(pilot, "▸")


async def test_a_sets_tab_says_what_it_counts_for_since_when_and_why(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.case_file(EXIT))
        await settled(pilot)
        assert line_with(pilot, "GUIDANCE IN FORCE") == (
            "+ GUIDANCE IN FORCE 2 Inter-Agency informs · Prerana exit decides"
        )
        while "GUIDANCE" not in line_with(pilot, "▸"):
            await press(pilot, "down")
        await press(pilot, "enter", "down", "down")
        assert "Prerana: exit parameters decides since " in seen(pilot).rpartition("──")[2]
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
        assert "Guidance for this case" in seen(pilot)


async def test_enter_on_a_line_of_the_story_shows_the_record_and_how_it_is_known(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file(CODE))
        await settled(pilot)
        await press(pilot, "t", "=call today, seen no, worse", "enter")
        assert "as told" in line_with(pilot, "Follow-up: phone or video call")
        while "Follow-up: phone" not in line_with(pilot, "▸"):
            await press(pilot, "down")
        await press(pilot, "enter")
        assert shows(pilot, RecordScreen)
        assert "entered 2026-11-21T09:31+03:00 by Ruth" in seen(pilot)
        assert "the form is outstanding" in seen(pilot)
        await press(pilot, "escape")
        assert "Follow-up: phone" in line_with(pilot, "▸")
        await press(pilot, "enter", "x")
        assert shows(pilot, RecordFormScreen)
        await press(pilot, "=typed twice", "f2")
        assert "Follow-up: phone" not in seen(pilot)


async def test_the_plan_shows_which_meeting_agreed_an_action_and_opens_it(desk: Desk) -> None:
    meeting = a_conference(desk)
    enter(desk, meeting, Said(kind=LineKind.ACTION, text="find a shelter", case=CODE, owner=AMOS.code))
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file(CODE))
        await settled(pilot)
        await press(pilot, "right_square_bracket")
        assert line_with(pilot, "talk with the head teacher").startswith("20 days late A1")
        pilot.app.screen.query_one("#plan", WorkList).go_to("action/A2")
        await press(pilot, "f5")
        assert "agreed in M-0001, case conference of today" in seen(pilot).rpartition("──")[2]
        await press(pilot, "o")
        assert shows(pilot, MeetingScreen)
        await press(pilot, "escape", "up", "o")
        assert shows(pilot, CaseFileScreen)
        assert told(pilot) == ["This line comes from no meeting."]


async def test_outcomes_and_a_new_action_are_written_from_the_plan(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file(CODE))
        await settled(pilot)
        plan = pilot.app.screen.query_one("#plan", WorkList)
        await press(pilot, "right_square_bracket")
        for key, keys in (("goal/O1", ("2", "f2")), ("action/A1", ("3", "f2")), ("new-action", ("=buy a lock", "f2"))):
            plan.go_to(key)
            await press(pilot, "enter", *keys)
    case = desk.case(CODE)
    assert [(one.goal.goal, one.status) for one in goals(case)] == [("O1", GoalStatus.MET)]
    assert [(one.action.action, one.action.text, one.status) for one in actions(case)] == [
        ("A1", "talk with the head teacher", ActionStatus.DONE),
        ("A2", "buy a lock", ActionStatus.PENDING),
    ]


def told(pilot: Pilot[None]) -> list[str]:
    """Return the notices that were shown over the screen."""
    return [notice.message for notice in pilot.app._notifications]


def a_section(desk: Desk, number: str, *, by: PersonCode, may_open: tuple[PersonCode, ...] = ()) -> None:
    desk.store.open_identities().add_section(
        ConfidentialSection(
            RecordId(number), CODE, "What happened", "the whole secret", by=by, at=NOW, may_open=may_open
        )
    )


async def test_locked_sections_show_that_they_exist_and_open_for_those_named_alone(desk: Desk) -> None:
    a_section(desk, "s-1", by=AMOS.code, may_open=(RUTH.code,))
    a_section(desk, "s-2", by=AMOS.code, may_open=(LEILA.code,))
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.case_file(CODE))
        await settled(pilot)
        assert line_with(pilot, "STRICTLY CONFIDENTIAL") == "+ STRICTLY CONFIDENTIAL 2 2 sections are locked away"
        story = pilot.app.screen.query_one("#story", WorkList)
        story.go_to("locked/s-2")
        await press(pilot, "f5")
        assert "may be opened by Amos, Leila" in line_with(pilot, "▸")
        await press(pilot, "enter")
        assert told(pilot) == ["This section is not open to you. Ask one of those named."]
        assert "the whole secret" not in seen(pilot)
        story.go_to("locked/s-1")
        await press(pilot, "enter")
        assert shows(pilot, SectionScreen)
        assert "the whole secret" in seen(pilot)
        await press(pilot, "escape")
        desk.store.close_identities()
        await press(pilot, "enter")
        assert "identities file is not open" in told(pilot)[-1]


async def test_danger_said_at_registration_stands_at_the_top_until_somebody_acted_or_assessed(demo: Desk) -> None:
    """A level of risk alone helps nobody, so the head says what the lists say."""
    urgent = next(one.case for one in demo.store.summaries.all() if one.urgent and not one.risk)

    async def head_and_list() -> tuple[bool, bool]:
        async with at_desk(demo) as pilot:
            await pilot.app.push_screen(doors.case_file(urgent))
            await settled(pilot)
            said = "DANGER NOW" in seen(pilot)
        row = demo.store.summaries.of(urgent)
        return said, row is not None and row.urgent

    found = [await head_and_list()]
    for body in (RiskLevelSet(level="high"), ImmediateAction(what="brought to the safe house")):
        save(demo, urgent, [Draft(body, demo.as_of)])
        found.append(await head_and_list())
    assert found == [(True, True), (True, True), (False, False)]
