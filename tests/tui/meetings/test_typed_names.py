"""A name that somebody types into a meeting, its form or its list of people is asked about at once."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen as found
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from tests.tui.at_the_screen import press, seen, settled, told
from tests.tui.meetings.called import a_conference, in_meeting, written


async def test_a_name_that_is_typed_is_asked_about_and_the_line_is_saved(desk: Desk) -> None:
    desk.store.names.index(CaseCode("C-0117"), ["Zübeyda Demo"])
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=n zubeyda is at home", "enter")
        assert "“zubeyda”: a name? F8 takes the line back; write the code." in seen(pilot)
        assert written(desk) == [(LineKind.NOTE, "zubeyda is at home")]


async def test_a_name_in_the_form_is_asked_about_once_and_one_that_stood_there_never(desk: Desk) -> None:
    desk.store.names.index(CaseCode("C-0117"), ["Zübeyda Demo"])
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f6")
        form = pilot.app.screen
        assert isinstance(form, ChangeMeetingScreen)
        typed = {**form.first_values(), "called_because": "Zubeyda cries at night"}
        form.save_values(typed)
        await settled(pilot)
        assert "Is “zubeyda” somebody's name? Write the code" in seen(pilot)
        assert found(desk, meeting.id).value == meeting
        form.save_values(typed)
        await settled(pilot)
        assert found(desk, meeting.id).value.called_because == "Zubeyda cries at night"
        await press(pilot, "f6")
        form = pilot.app.screen
        assert isinstance(form, ChangeMeetingScreen)
        form.save_values({**form.first_values(), "place": "office"})
        await settled(pilot)
    assert found(desk, meeting.id).value.place == "office"


async def test_a_name_in_the_note_on_a_basis_is_asked_about_once(desk: Desk) -> None:
    desk.store.names.index(CaseCode("C-0117"), ["Zübeyda Demo"])
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f2", "down", "b", "=consent", "tab", "=zubeyda agreed", "f2")
        assert "Is “zubeyda” somebody's name?" in " ".join(seen(pilot).split())
        assert found(desk, meeting.id).value == meeting
        await press(pilot, "f2")
    assert found(desk, meeting.id).value.participants[1].basis_note == "zubeyda agreed"


async def test_a_name_in_a_point_of_the_agenda_is_asked_about_and_taken_back_with_a_key(desk: Desk) -> None:
    desk.store.names.index(CaseCode("C-0117"), ["Zübeyda Demo"])
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+r", "a", "=zubeyda at school", "enter", "enter")
        assert "Is “zubeyda” somebody's name? z takes the point back; write the code." in told(pilot)
        await press(pilot, "z")
    assert found(desk, meeting.id).value.agenda == meeting.agenda
