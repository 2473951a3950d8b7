"""After a meeting on the screen: approve, correct, copy, sent."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.approving import approve
from supervisor_tui.casework.meetings.attendance import attended
from supervisor_tui.casework.meetings.holding import began, ended, opened_again
from supervisor_tui.casework.meetings.holding import seen as as_seen
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.kit.command import command_faults
from supervisor_tui.store.problems import disk_full
from supervisor_tui.tui import doors
from supervisor_tui.tui.meetings.afterwards_dialogs import CopyDialog, CorrectDialog
from supervisor_tui.tui.meetings.afterwards_screen import AfterwardsScreen
from tests.tui.at_the_screen import an_app, at_desk, line_with, press, seen, settled, told
from tests.tui.meetings.called import TUESDAY, shows
from tests.tui.test_looks import SIZES, Looks

CODE = CaseCode("C-0117")


def a_meeting_that_is_over(desk: Desk) -> MeetingId:
    """Hold a conference that Ruth chairs, with a teacher there and the mother not."""
    people = (
        Participant(label=desk.person.code, role=ParticipantRole.CHAIR),
        Participant(label="teacher", role=ParticipantRole.PROVIDER, agency="AG-02"),
        Participant(label="mother", role=ParticipantRole.CAREGIVER, professional=False),
    )
    number = plan_meeting(desk, MeetingKind.CONFERENCE, TUESDAY, cases=[CODE], participants=people).id
    began(desk, as_seen(desk, number))
    for one in as_seen(desk, number).value.participants[:2]:
        attended(desk, as_seen(desk, number), one.id, Attendance.PRESENT)
    enter(desk, as_seen(desk, number).value, Said(kind=LineKind.NOTE, text="the scool is glad", case=CODE))
    ended(desk, as_seen(desk, number))
    return number


@pytest.mark.parametrize("screen", [AfterwardsScreen, CopyDialog, CorrectDialog])
def test_the_commands_are_well_declared(screen: type[object]) -> None:
    assert command_faults(screen) == ()


async def test_minutes_are_approved_and_a_line_corrected_by_keys(desk: Desk) -> None:
    number = a_meeting_that_is_over(desk)
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.after_meeting(number))
        await settled(pilot)
        assert "draft, not approved" in seen(pilot)
        await press(pilot, "a")
        assert told(pilot) == ["case conference of today, 1 line: the same key again approves the minutes."]
        assert "draft, not approved" in seen(pilot)
        await press(pilot, "a")
        assert "approved by Ruth" in seen(pilot)
        await _down_to(pilot, "the scool")
        await press(pilot, "enter")
        assert shows(pilot, CorrectDialog)
        await press(pilot, "ctrl+u", "=the school is glad", "tab", "=a slip", "enter")
        assert "correction 1" in seen(pilot)
    assert [one.text for one in minutes(desk, number)] == ["the school is glad"]


async def test_who_and_until_of_an_action_are_corrected_by_keys_and_the_plan_shows_it(desk: Desk) -> None:
    number = a_meeting_that_is_over(desk)
    opened_again(desk, as_seen(desk, number))
    said = Said(kind=LineKind.ACTION, text="ask the school", owner="W-04", case=CODE)
    enter(desk, as_seen(desk, number).value, said)
    ended(desk, as_seen(desk, number))
    approve(desk, number)
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.after_meeting(number))
        await settled(pilot)
        await _down_to(pilot, "ask the school")
        await press(pilot, "enter", "tab")
        assert "Amos" in line_with(pilot, "Who")
        await press(pilot, "ctrl+u", "=Ruth", "tab", "=someday", "tab", "tab", "=misheard", "f2")
        assert "someday" in seen(pilot)
        assert shows(pilot, CorrectDialog)
        await press(pilot, "ctrl+u", "=2026-12-07", "f2")
        assert "correction 1" in seen(pilot)
        await pilot.app.push_screen(doors.case_file(CODE))
        await settled(pilot)
        await press(pilot, "right")
        assert "ask the school (correction 1)" in seen(pilot)
    corrected = next(one for one in minutes(desk, number) if one.kind is LineKind.ACTION)
    assert (corrected.owner, corrected.due_on) == ("S-01", date(2026, 12, 7))


async def _down_to(pilot: Pilot[None], words: str) -> None:
    """Go down to the line with these words."""
    for _step in range(12):
        if line_with(pilot, words).startswith("\u25b8"):
            return
        await press(pilot, "down")


async def test_minutes_that_changed_since_they_were_asked_about_are_asked_about_again(desk: Desk) -> None:
    number = a_meeting_that_is_over(desk)
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.after_meeting(number))
        await settled(pilot)
        await press(pilot, "a")
        opened_again(desk, as_seen(desk, number))
        enter(desk, as_seen(desk, number).value, Said(kind=LineKind.NOTE, text="a word more", case=CODE))
        ended(desk, as_seen(desk, number))
        await press(pilot, "a")
        assert told(pilot) == ["case conference of today, 2 lines: the same key again approves the minutes."]
        await press(pilot, "f5", "a")
        assert as_seen(desk, number).value.approved_at is None
        await press(pilot, "a")
    assert as_seen(desk, number).value.approved_at is not None


async def test_a_copy_goes_into_a_file_and_is_noted_as_sent(desk: Desk, tmp_path: Path) -> None:
    number = a_meeting_that_is_over(desk)
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.after_meeting(number))
        await settled(pilot)
        assert "no copy" in line_with(pilot, "caregiver")
        await press(pilot, "s")
        assert "sent" in line_with(pilot, "chair")
        await press(pilot, "enter")
        assert shows(pilot, CopyDialog)
        pilot.app.screen.query_one("#file").value = str(tmp_path / "copy.md")  # type: ignore[attr-defined]
        await press(pilot, "f2")
    assert "the scool is glad" in (tmp_path / "copy.md").read_text("utf-8")


async def test_y_is_enough_for_yes_and_why_a_copy_is_not_sent_or_not_given_is_said(desk: Desk, tmp_path: Path) -> None:
    number = a_meeting_that_is_over(desk)
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.after_meeting(number))
        await settled(pilot)
        await press(pilot, "enter")
        pilot.app.screen.query_one("#file").value = str(tmp_path / "copy.md")  # type: ignore[attr-defined]
        pilot.app.screen.query_one("#wanted").value = "y"  # type: ignore[attr-defined]
        await press(pilot, "f2")
        assert "sent" in line_with(pilot, "chair")
        await _down_to(pilot, "teacher")
        await press(pilot, "n", "=gets it by hand", "enter")
        assert "not sent: gets it by" in line_with(pilot, "teacher")
        await _down_to(pilot, "caregiver")
        await press(pilot, "s")
        assert told(pilot) == ["They get no copy: nothing was noted as heard by them."]


async def test_a_copy_that_could_not_be_written_is_not_noted_as_sent(desk: Desk, tmp_path: Path) -> None:
    number = a_meeting_that_is_over(desk)
    (tmp_path / "copy.md").write_text("another", "utf-8")
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.after_meeting(number))
        await settled(pilot)
        await press(pilot, "enter")
        pilot.app.screen.query_one("#file").value = str(tmp_path / "copy.md")  # type: ignore[attr-defined]
        pilot.app.screen.query_one("#wanted").value = "yes"  # type: ignore[attr-defined]
        await press(pilot, "f2")
        assert shows(pilot, CopyDialog)
        assert desk.store.sent_copies.of(number) == ()
        pilot.app.screen.query_one("#file").value = str(tmp_path / "copy-2.md")  # type: ignore[attr-defined]
        await press(pilot, "f2")
    assert [one.to for one in desk.store.sent_copies.of(number)] == ["P1"]


async def test_a_copy_that_cannot_be_noted_as_sent_does_not_stay_behind(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = a_meeting_that_is_over(desk)

    def full(*_what: object) -> None:
        raise disk_full(tmp_path)

    monkeypatch.setattr(desk.store.sent_copies, "add", full)
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.after_meeting(number))
        await settled(pilot)
        await press(pilot, "enter")
        pilot.app.screen.query_one("#file").value = str(tmp_path / "copy.md")  # type: ignore[attr-defined]
        pilot.app.screen.query_one("#wanted").value = "yes"  # type: ignore[attr-defined]
        await press(pilot, "f2")
        assert shows(pilot, CopyDialog)
        assert "The disk is full" in seen(pilot)
    assert not (tmp_path / "copy.md").exists()


@SIZES
def test_it_looks_as_it_did(desk: Desk, snap_compare: Looks, size: tuple[int, int]) -> None:
    number = a_meeting_that_is_over(desk)

    async def open_it(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.app.push_screen(doors.after_meeting(number))
        await settled(pilot)

    assert snap_compare(an_app(desk), terminal_size=size, run_before=open_it)
