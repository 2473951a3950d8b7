"""Who is invited to a conference: why they may be told, whether they may harm, when they were told."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import changed, seen
from supervisor_tui.casework.meetings.inviting import invitee_changed
from supervisor_tui.domain.ids import MeetingId, ParticipantId
from supervisor_tui.domain.meetings.participants import Participant, SharingBasis
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Setting, UsedFor
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from tests.guidance.sets import a_set, host_of
from tests.tui.at_the_screen import NARROW, line_with, press, settled
from tests.tui.at_the_screen import seen as on_screen
from tests.tui.meetings.called import a_conference, in_meeting


def teacher(desk: Desk) -> Participant:
    """Return the teacher of the first meeting, as the store has it."""
    found = seen(desk, MeetingId("M-0001")).value.participant(ParticipantId("P2"))
    assert found is not None
    return found


async def test_who_has_no_basis_is_said_to_get_codes_only_until_one_is_recorded(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk), size=NARROW) as pilot:
        await press(pilot, "f2", "down")
        assert "none: code only" in line_with(pilot, "teacher")
        assert "their papers hold the code only" in " ".join(on_screen(pilot).split())

        await press(pilot, "b", "=a duty", "f2")
        assert "Say in a note which law" in on_screen(pilot)
        await press(pilot, "=school act", "f2")
        assert (teacher(desk).basis, teacher(desk).basis_note) == (SharingBasis.LEGAL_DUTY, "school act")
        assert "the law" in line_with(pilot, "teacher")

        await press(pilot, "b", "home", "ctrl+k", "f2")
        assert teacher(desk).basis is None


async def test_the_form_asks_too_which_law_or_which_danger(desk: Desk) -> None:
    meeting = a_conference(desk)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "f6")
        form = pilot.app.screen
        assert isinstance(form, ChangeMeetingScreen)
        values = form.first_values()
        people = values["participants"]
        assert isinstance(people, list | tuple)
        first, second = people
        form.save_values({**values, "participants": [first, {**second, "basis": "protection"}]})
        await settled(pilot)
        assert "teacher: Say in a note which law, or which danger: protection from danger to life." in on_screen(pilot)
        assert teacher(desk).basis is None
        noted = {**second, "basis": "protection", "basis_note": "threats at home"}
        form.save_values({**values, "participants": [first, noted]})
        await settled(pilot)
    assert (teacher(desk).basis, teacher(desk).basis_note) == (SharingBasis.PROTECTION, "threats at home")


async def test_harm_is_asked_with_three_answers_and_a_note_and_one_key_says_nothing(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "f2", "down", "h", "escape")
        assert teacher(desk).may_harm is None
        await press(pilot, "h", "=perhaps", "f2")
        assert "perhaps is none of: 1 yes, 2 no, 3 not known" in on_screen(pilot)
        await press(pilot, "ctrl+u", "=3", "tab", "=nobody asked the aunt", "f2")
        assert (teacher(desk).may_harm, teacher(desk).harm_note) == (YesNo.NOT_KNOWN, "nobody asked the aunt")
        assert "nobody asked the aunt" in " ".join(on_screen(pilot).split())
        await press(pilot, "h", "ctrl+u", "=n", "f2")
        assert "n is none of" in on_screen(pilot)
        await press(pilot, "ctrl+u", "=no", "f2")
        assert teacher(desk).may_harm is YesNo.NO


async def test_a_day_on_which_somebody_was_told_is_not_taken_away_by_the_key_that_notes_it(desk: Desk) -> None:
    before = seen(desk, a_conference(desk).id)
    invitee_changed(desk, before, ParticipantId("P2"), notice_on=date(2026, 11, 17))
    async with in_meeting(desk, before.value) as pilot:
        await press(pilot, "f2", "down", "n", "escape")
        assert teacher(desk).notice_on == date(2026, 11, 17)
        await press(pilot, "n", "ctrl+u", "=2027-01-01", "f2")
        assert "lies ahead" in on_screen(pilot)
        await press(pilot, "ctrl+u", "=2026-11-16", "f2")
        assert teacher(desk).notice_on == date(2026, 11, 16)
        await press(pilot, "n", "ctrl+u", "f2")
        assert teacher(desk).notice_on is None
        await press(pilot, "n")
        assert teacher(desk).notice_on == desk.clock().date()


async def test_neither_basis_nor_harm_stands_on_a_wall(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "f12", "f2", "down", "h", "b")
        assert teacher(desk).may_harm is None
        assert "teacher" in on_screen(pilot)
        for words in ("Harm", "harm", "code only", "May be told"):
            assert words not in on_screen(pilot)


@pytest.mark.rule("RB-CC-08")
@pytest.mark.parametrize(
    ("told", "urgent", "words"),
    [
        (date(2026, 11, 17), "", "told 7 days before"),
        (date(2026, 11, 18), "", "told 6 days before, 7 are asked"),
        (date(2026, 11, 18), "the hearing is moved", "told 6 days before, 7 are asked; it could not wait: the hearing"),
        (None, "", "not told yet"),
    ],
)
async def test_notice_is_counted_against_what_is_asked(desk: Desk, told: date | None, urgent: str, words: str) -> None:
    asked = Setting("notice", "Notice", 7, "days", "003 Fig 11", used_for=UsedFor.NOTICE_DAYS)
    desk = replace(desk, host=host_of(a_set("field_practice", settings=(asked,))))
    before = seen(desk, a_conference(desk).id)
    people = tuple(msgspec.structs.replace(one, notice_on=told) for one in before.value.participants)
    changed(desk, before, msgspec.structs.replace(before.value, participants=people, urgent_because=urgent))
    async with in_meeting(desk, before.value, size=NARROW) as pilot:
        await press(pilot, "f2", "down")
        assert words in " ".join(on_screen(pilot).replace("│", " ").split())


async def test_somebody_forgotten_is_added_from_the_list_itself(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "f2", "i", "f2")
        assert "Say in which role they come." in on_screen(pilot)
        await press(pilot, "=service", "tab", "=teacher", "tab", "=AG-02", "f2")
        assert "teacher is invited to M-0001 already." in on_screen(pilot)
        await press(pilot, "ctrl+u", "=nurse", "f2")
        assert line_with(pilot, "nurse") != ""
    added = seen(desk, MeetingId("M-0001")).value.participants[-1]
    assert (added.id, added.label, added.role.value, added.agency) == ("P3", "nurse", "provider", "AG-02")
