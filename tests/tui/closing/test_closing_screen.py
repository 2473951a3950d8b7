"""Closing: what stands in the way first, each line in full, nothing closed by a key."""

from datetime import date

import pytest

from iag_core.records.death import Death
from supervisor_tui.casework.closing import closing_view, verdict_words
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import CaseOutcome, MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.records.closing import Closure, ClosureReason, ClosureRequest
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.kit.command import command_faults
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.case_file.case_file_screen import CaseFileScreen
from supervisor_tui.tui.closing.closing_screen import ClosingScreen
from supervisor_tui.tui.closing.difference_screen import DifferenceScreen
from supervisor_tui.tui.closing.evidence_screen import EvidenceScreen
from supervisor_tui.tui.meetings.new_meeting_screen import NewMeetingScreen
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from tests.tui.at_the_screen import NARROW, WIDE, at_desk, line_with, press, seen, settled, written
from tests.tui.meetings.called import shows

CLOSING, EXIT = CaseCode("C-0125"), CaseCode("C-0024")
"""In the demo: closing asked for with four checks open; Prerana's ways out in force."""


@pytest.mark.parametrize("screen", [ClosingScreen, EvidenceScreen, DifferenceScreen])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_reason_of_the_line_can_be_read_in_full_at_every_width(demo: Desk, size: tuple[int, int]) -> None:
    async with at_desk(demo, size=size) as pilot:
        await pilot.app.push_screen(doors.closing(CLOSING))
        await settled(pilot)
        assert line_with(pilot, "asked for Tue by Leila · goals met and safe") != ""
        assert "not yet: 4 in the way" in line_with(pilot, "Inter-Agency    decides")
        assert "1 good visit since the plan ended, 3 are asked for." in seen(pilot)
        await press(pilot, "down", "down")
        below = seen(pilot).rpartition("──")[2]
        assert "The watching period is over  not yet" in below
        assert "from Sun 20 Dec 2026" in below


async def test_each_way_out_says_what_misses_and_opens_to_those_items(demo: Desk) -> None:
    view = closing_view(demo, demo.case(EXIT))
    assert [(way.name, way.result, len(way.missing)) for way in view.ways] == [
        ("2b", Result.FAIL, 2),
        ("3a", Result.FAIL, 2),
        ("1", Result.FAIL, 5),
    ]
    assert verdict_words(view.reviews[0]) == "not known: no way out is open, way 2b is nearest: 2 missing"
    async with at_desk(demo, size=(140, 40)) as pilot:
        await pilot.app.push_screen(doors.closing(EXIT))
        await settled(pilot)
        heading = "way 2b: Client and family ask for every service to end"
        assert "2 missing: The client keeps asking; The family asks" in line_with(pilot, heading)
        before_the_ways = seen(pilot).partition("way 2b:")[0]
        assert "The client keeps asking" not in before_the_ways
        while heading not in line_with(pilot, "▸"):
            await press(pilot, "down")
        await press(pilot, "enter", "down")
        assert "The client keeps asking" in line_with(pilot, "▸")


async def test_where_the_sets_differ_is_shown_side_by_side_with_its_sources(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.closing(EXIT))
        await settled(pilot)
        pilot.app.screen.query_one("#checks", WorkList).go_to("differ/after_closing")
        await press(pilot, "enter")
        assert shows(pilot, DifferenceScreen)
        assert "Prerana: exit parameters" in seen(pilot)
        assert "Inter-Agency Guidelines for Case Management" in seen(pilot)
        await press(pilot, "escape", "e")
        assert shows(pilot, DifferenceScreen)


async def test_other_sets_are_shown_when_asked_for_and_say_that_they_are_not_in_force(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.closing(CLOSING))
        await settled(pilot)
        assert "not in force" not in seen(pilot)
        await press(pilot, "o")
        assert "not in force" in line_with(pilot, "Prerana exit    not in force")
        await press(pilot, "o")
        assert "not in force" not in seen(pilot)


async def test_what_changed_within_the_week_is_counted(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.closing(CLOSING))
        await settled(pilot)
        changed = closing_view(demo, demo.case(CLOSING)).changed
        better = [one for one in changed if one.check.answer.result is Result.PASS]
        words = f"+ CHANGED SINCE SAT 14 NOV {len(better)} now in order"
        assert (line_with(pilot, "CHANGED SINCE").startswith(words), len(better) > 0) == (True, True)


def test_a_case_that_was_not_there_a_week_ago_has_no_changes(demo: Desk) -> None:
    intake = CaseCode("C-0246")
    assert demo.case(intake).records[0].on > date(2026, 11, 14)
    assert closing_view(demo, demo.case(intake)).changed == ()


async def test_enter_opens_the_form_that_records_what_is_missing(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.closing(CLOSING))
        await settled(pilot)
        assert "Enter: Follow-up" in seen(pilot)
        await press(pilot, "enter")
        assert shows(pilot, RecordFormScreen)
        await press(pilot, "escape")
        assert "Several good visits" in line_with(pilot, "▸")


@pytest.mark.parametrize(
    ("key", "screen", "words"),
    [
        ("e", EvidenceScreen, "What it rests on"),
        ("a", RecordFormScreen, "Closing asked for"),
        ("s", RecordFormScreen, "Approval"),
        ("m", NewMeetingScreen, "C-0125"),
    ],
)
async def test_each_key_opens_its_screen_and_escape_comes_back(
    demo: Desk, key: str, screen: type[object], words: str
) -> None:
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.case_file(CLOSING))
        await settled(pilot)
        await press(pilot, "c", key)
        assert shows(pilot, screen)
        assert words in seen(pilot)
        await press(pilot, "escape")
        assert shows(pilot, ClosingScreen)
        await press(pilot, "escape")
        assert shows(pilot, CaseFileScreen)


async def test_the_reasons_of_the_guidance_in_force_are_offered_as_a_list(demo: Desk) -> None:
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.closing(EXIT))
        await settled(pilot)
        await press(pilot, "a")
        assert line_with(pilot, "words of the guidance") == "Reason in the words of the guidance not filled in"
        await press(pilot, "2", "enter")
        assert "2 [ ] Prerana exit: client and family ask for every service to end" in line_with(pilot, "every service")
        await press(pilot, "2", "f2")
    assert written(demo, EXIT, ClosureRequest)[-1].in_their_words == "prerana_exit.2b"


async def test_where_nobody_asked_the_first_line_is_to_ask(demo: Desk) -> None:
    unasked = CaseCode("C-0131")
    save(demo, unasked, [Draft(ClosureRequest(withdrawn=YesNo.YES, note="back again"), date(2026, 11, 21))])
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.closing(unasked))
        await settled(pilot)
        assert "Ask for closing" in line_with(pilot, "▸")
        assert "checks are read for the main reason." in seen(pilot)
        await press(pilot, "enter")
        assert "Closing asked for" in seen(pilot)


async def test_where_no_guidance_in_force_has_words_of_its_own_none_are_asked_for(demo: Desk) -> None:
    async with at_desk(demo, size=(120, 60)) as pilot:
        await pilot.app.push_screen(doors.closing(CLOSING))
        await settled(pilot)
        await press(pilot, "a")
        assert "Main reason" in seen(pilot)
        assert "in the words of the guidance" not in seen(pilot)


async def test_words_that_mean_another_main_reason_are_refused_on_the_form(demo: Desk) -> None:
    form = doors.record_form(EXIT, "closure_request", filled={"reason": "death", "in_their_words": "prerana_exit.2b"})
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(form)
        await settled(pilot)
        await press(pilot, "f2")
        refused = "cannot be: prerana_exit.2b belongs to the main reason “child or family ends it”."
        assert line_with(pilot, "belongs to the main reason") == refused


async def test_the_one_meeting_that_decided_the_closing_stands_in_the_form(demo: Desk) -> None:
    meeting = plan_meeting(demo, MeetingKind.CONFERENCE, demo.clock(), cases=[CLOSING])
    decision = Said(kind=LineKind.DECISION, text="goals are met", case=CLOSING, outcome=CaseOutcome.CLOSE)
    enter(demo, meeting, decision)
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.closing(CLOSING))
        await settled(pilot)
        await press(pilot, "x")
        assert meeting.id in line_with(pilot, "Decided in")
        await press(pilot, "=agreed by all", "f2")
    assert written(demo, CLOSING, Closure)[-1].meeting == meeting.id


async def test_after_a_death_the_forms_open_with_that_reason(demo: Desk) -> None:
    code = CaseCode("C-0200")
    save(demo, code, [Draft(Death(), demo.clock().date())])
    async with at_desk(demo) as pilot:
        await pilot.app.push_screen(doors.closing(code))
        await settled(pilot)
        await press(pilot, "x")
        assert "[x] death" in line_with(pilot, "] death")
        await press(pilot, "escape", "a", "f2")
    assert [one.reason for one in written(demo, code, ClosureRequest)] == [ClosureReason.DEATH]
