"""From every need of a bare conference Enter leads to where it is recorded, and all of them can be met from there."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.meeting_needs import meeting_needs
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.kit.form_view import FormView
from supervisor_tui.tui.meetings.afterwards_screen import AfterwardsScreen
from supervisor_tui.tui.meetings.agenda_screen import AgendaScreen
from supervisor_tui.tui.meetings.change_meeting_screen import ChangeMeetingScreen
from supervisor_tui.tui.meetings.meeting_screen import MeetingScreen
from supervisor_tui.tui.meetings.needs_screen import NeedsScreen
from supervisor_tui.tui.meetings.people_screen import PeopleScreen
from supervisor_tui.tui.meetings.typed_line import split
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from tests.tui.agency import NOW, Clock
from tests.tui.at_the_screen import press
from tests.tui.meetings.called import in_meeting, in_the_line

MONDAY = NOW + timedelta(days=9)
PEOPLE = (
    Participant(label="W-21", role=ParticipantRole.CHAIR),
    Participant(label="child", role=ParticipantRole.CHILD, professional=False),
)


def a_bare_meeting(desk: Desk, kind: MeetingKind = MeetingKind.CONFERENCE) -> Meeting:
    """Call a meeting on a case of the programme that two sets look at: the chair, the child, and nothing else."""
    case = next(one.case for one in desk.looked_after() if one.programme == ProgrammeId("river") and not one.closed_on)
    return plan_meeting(desk, kind, MONDAY, cases=[case], participants=PEOPLE)


def open_rules(desk: Desk, meeting: Meeting) -> dict[str, Missing | None]:
    """Return the rules that are open, and what each says is missing."""
    needs = meeting_needs(desk, seen(desk, meeting.id).value)
    return {need.check.rule.id: need.check.answer.missing for need in needs.open}


async def take(pilot: Pilot[None], rule: str) -> Screen[Any]:
    """Open the needs of the meeting, go to the line of a rule, press Enter, and return where that leads."""
    await press(pilot, "ctrl+l", "home")
    needs = pilot.app.screen
    assert isinstance(needs, NeedsScreen)
    for _step in range(40):
        if needs.rule_in_hand() == rule:
            break
        await press(pilot, "down")
    assert needs.rule_in_hand() == rule
    await press(pilot, "enter")
    return pilot.app.screen


def place_of(pilot: Pilot[None]) -> tuple[type[Screen[Any]], str]:
    """Return the screen in view, with the field in which the cursor stands or the kind of the line."""
    screen = pilot.app.screen
    if isinstance(screen, ChangeMeetingScreen):
        row = next(row for row in screen.query_one(FormView).rows if row.control.has_focus)
        return type(screen), row.field.name
    if isinstance(screen, MeetingScreen):
        return type(screen), split(in_the_line(pilot) + "x")[0].value
    return type(screen), ""


NOTED = ("attendance", "confidentiality", "notice_on", "basis")


def expected(missing: Missing | None) -> tuple[type[Screen[Any]], str]:
    """Return the screen, and the field or the kind of line, where something is recorded."""
    assert missing is not None
    record, field = missing.record or "", missing.field or ""
    named: dict[tuple[str, str], tuple[type[Screen[Any]], str]] = {
        ("meeting", "approved_at"): (AfterwardsScreen, ""),
        ("meeting", "agenda"): (AgendaScreen, ""),
        **{("participant", noted): (PeopleScreen, "") for noted in NOTED},
    }
    usual: dict[str, tuple[type[Screen[Any]], str]] = {
        "line": (MeetingScreen, field),
        "meeting": (ChangeMeetingScreen, field),
    }
    usual["participant"] = (ChangeMeetingScreen, "participants")
    return named.get((record, field)) or usual.get(record, (RecordFormScreen, ""))


@pytest.mark.parametrize(
    ("kind", "sets"),
    [
        (MeetingKind.CONFERENCE, {"IAG", "RB"}),
        (MeetingKind.PLANNING, {"IAG"}),
        (MeetingKind.MANAGEMENT, {"IAG"}),
    ],
)
async def test_every_need_leads_to_where_it_is_recorded(demo: Desk, kind: MeetingKind, sets: set[str]) -> None:
    meeting = a_bare_meeting(demo, kind)
    wanted = open_rules(demo, meeting)
    assert {rule.partition("-")[0] for rule in wanted} == sets
    async with in_meeting(demo, meeting) as pilot:
        for rule, missing in wanted.items():
            await take(pilot, rule)
            assert (rule, place_of(pilot)) == (rule, expected(missing))
            if isinstance(pilot.app.screen, MeetingScreen):
                await press(pilot, "ctrl+u")
            else:
                await press(pilot, "escape", "escape")


async def in_a_row(pilot: Pilot[None], place: int, **said: str) -> None:
    """Fill in the row of a participant, and save row and form; nothing settles while the form waits for the row."""
    for key in ("home", *["down"] * place, "enter"):
        await pilot.press(key)
        await pilot.pause()
    for field, typed in said.items():
        pilot.app.screen.query_one(FormView).go_to(field)
        await pilot.pause()
        await pilot.press(*typed)
    await pilot.press("f2")
    await pilot.pause()
    await press(pilot, "f2")


async def test_all_needs_of_a_conference_can_be_met_from_the_list(demo: Desk) -> None:
    meeting = a_bare_meeting(demo)
    async with in_meeting(demo, meeting) as pilot:
        await said_before_the_day(pilot)
        assert not open_rules(demo, meeting).keys() & BEFORE
        at_the_hour(demo)
        await said_on_the_day(pilot)
        await press(pilot, "f10")
        await take(pilot, "IAG-MTG-14")
        await press(pilot, "a", "a")
    assert open_rules(demo, meeting) == {}


BEFORE = {"RB-CC-01", "RB-CC-08", "RB-CC-09", "IAG-MTG-12", "IAG-MTG-15", "IAG-MTG-17", "IAG-MTG-21"}


async def said_before_the_day(pilot: Pilot[None]) -> None:
    """Say what can be said before: why, with whom, who was told and prepared, that agenda and sheets are ready."""
    await take(pilot, "RB-CC-01")
    await press(pilot, "3", "f2", "escape")
    await take(pilot, "RB-CC-01")
    await press(pilot, "=two homes are possible", "f2", "escape")
    await take(pilot, "IAG-MTG-21")
    await press(pilot, "1", "enter", "1", "enter", "1", "f2", "escape")
    await take(pilot, "IAG-MTG-12")
    await in_a_row(pilot, 2, label="nurse", role="7", agency="AG-02")
    await press(pilot, "escape")
    await take(pilot, "IAG-MTG-15")
    await in_a_row(pilot, 1, prepared_on="2026-11-20", supported_by="W-21")
    await press(pilot, "escape")
    await take(pilot, "RB-CC-08")
    await press(pilot, "home", "n", "down", "n", "down", "n", "escape", "escape")
    await take(pilot, "RB-CC-09")
    await press(pilot, "r", "escape", "escape")
    await take(pilot, "RB-CC-19")
    await press(pilot, "=2026-11-21", "f2", "escape")
    await take(pilot, "IAG-MTG-17")
    await press(pilot, "end", "b", "=consent", "enter", "=from the mother on 20 November", "f2", "escape", "escape")


def at_the_hour(desk: Desk) -> None:
    """Let it be the day of the conference."""
    assert isinstance(desk.clock, Clock)
    desk.clock.now = datetime.fromisoformat(MONDAY.isoformat())


async def said_on_the_day(pilot: Pilot[None]) -> None:
    """Say who is here and signed, let the child go out, and write the lines that a conference has to have."""
    await take(pilot, "RB-CC-13")
    await press(pilot, "home", "s", "down", "s", "down", "s", "escape", "escape", "ctrl+f")
    for rule, words in (
        ("RB-CC-10", "the aunt is near"),
        ("RB-CC-11", "no school place yet"),
        ("RB-CC-16", "sleeps well and asks when"),
        ("IAG-MTG-16", "wants to live with the aunt"),
        ("IAG-MTG-16", "would rather wait"),
        ("IAG-MTG-13", "to the aunt because the child asks for it"),
    ):
        await take(pilot, rule)
        await press(pilot, f"={words}", "enter")
    await take(pilot, "IAG-MTG-13")
    await press(pilot, "=visit the aunt", "tab", "=nurse", "tab", "=wed", "enter")
