"""Every kind of line has its letter and its own fields; telling the child is proposed by itself; keys are counted."""

from dataclasses import replace
from datetime import date

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import CaseOutcome, MeetingKind
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, ViewGiven
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.tui.meetings.typed_line import LETTERS
from tests.tui.agency import AMOS
from tests.tui.at_the_screen import press
from tests.tui.at_the_screen import seen as screen_text
from tests.tui.meetings.called import TUESDAY, TickingClock, a_conference, in_meeting, in_the_line, written


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Ruth's desk with a clock that goes on."""
    return replace(desk, clock=TickingClock())


async def the_line(desk: Desk, *keys: str) -> MinutesLine:
    """Type into the line of a conference and return what was written."""
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, *keys)
    return minutes(desk, MeetingId("M-0001"))[-1]


def test_every_kind_but_those_that_write_themselves_has_its_letter() -> None:
    assert set(LineKind) - set(LETTERS.values()) == {LineKind.NO_CHANGE, LineKind.RETRACTED}


async def test_an_option_is_weighed_in_its_own_fields(desk: Desk) -> None:
    keys = ("=o live with the aunt", "tab", "=near school", "tab", "=small room", "tab", "=yes", "enter")
    line = await the_line(desk, *keys)
    assert (line.kind, line.text, line.effects_for, line.effects_against, line.best_interests) == (
        LineKind.OPTION,
        "live with the aunt",
        "near school",
        "small room",
        YesNo.YES,
    )


async def test_a_decision_says_why_and_what_it_means_for_the_case(desk: Desk) -> None:
    line = await the_line(desk, "=d close in May because all goals are met", "tab", "=close", "tab", "=y", "enter")
    assert (line.text, line.reason, line.outcome, line.best_interests) == (
        "close in May",
        "all goals are met",
        CaseOutcome.CLOSE,
        YesNo.YES,
    )


async def test_a_view_of_the_child_is_not_the_caregivers_to_read_unless_somebody_says_so(desk: Desk) -> None:
    usual = await the_line(desk, "=v wants to stay", "enter")
    assert (usual.readers, usual.view, usual.on) == (Audience.NOT_CAREGIVER, ViewGiven.OBTAINED, date(2026, 11, 21))


async def test_who_may_read_a_view_is_typed_in_its_field(desk: Desk) -> None:
    line = await the_line(desk, "=v wants to stay", "tab", "=every", "enter")
    assert line.readers is Audience.EVERYONE


async def test_a_view_that_was_not_given_says_why(desk: Desk) -> None:
    line = await the_line(desk, "=v ", "tab", "tab", "=could", "tab", "=in hospital", "enter")
    assert (line.kind, line.view, line.reason) == (LineKind.CHILD_VIEW, ViewGiven.IMPOSSIBLE, "in hospital")


async def test_a_dissent_names_the_role_the_point_and_why(desk: Desk) -> None:
    line = await the_line(desk, "=x would rather wait", "tab", "=teacher", "tab", "=exams", "enter")
    assert (line.kind, line.text, line.owner, line.reason) == (
        LineKind.DISSENT,
        "would rather wait",
        "teacher",
        "exams",
    )


async def test_the_next_date_is_a_day(desk: Desk) -> None:
    line = await the_line(desk, "=t review of the plan", "tab", "=30 nov", "enter")
    assert (line.kind, line.on, line.due_on) == (LineKind.NEXT_DATE, date(2026, 11, 30), None)


async def test_a_word_that_is_no_choice_is_said_and_nothing_is_lost(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=d stay", "tab", "=maybe", "enter")
        assert "maybe is none of: 1 stays open" in screen_text(pilot)
        assert in_the_line(pilot) == "d stay"


async def test_telling_the_child_is_proposed_after_a_decision_and_enter_takes_it(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=d daily calls because alone", "enter")
        assert in_the_line(pilot) == "a tell the child what was decided"
        await press(pilot, "enter")
        assert in_the_line(pilot) == ""
    telling = minutes(desk, MeetingId("M-0001"))[-1]
    assert (telling.owner, telling.due_on, telling.need, telling.carries_out) == (
        AMOS.code,
        date(2026, 11, 23),
        "the child is told",
        None,
    )


async def test_another_line_takes_the_place_of_what_was_proposed_and_it_comes_again(desk: Desk) -> None:
    async with in_meeting(desk, a_conference(desk)) as pilot:
        await press(pilot, "=d daily calls because alone", "enter", "=a buy a phone", "enter")
        assert in_the_line(pilot) == "a tell the child what was decided"
        await press(pilot, "backspace")
        assert in_the_line(pilot) == ""
    decision, action = minutes(desk, MeetingId("M-0001"))
    assert (action.text, action.due_on, action.need, action.carries_out) == ("buy a phone", None, "", decision.id)


async def test_two_keys_lead_from_a_decision_to_the_next_case_with_the_child_to_be_told(desk: Desk) -> None:
    """The words typed, then Ctrl+N twice: the decision, the telling, the next case."""
    async with in_meeting(desk, a_conference(desk, "C-0117", "C-0048")) as pilot:
        await press(pilot, "=d daily calls because alone", "ctrl+n")
        assert "Saved. The child is to be told" in screen_text(pilot)
        await press(pilot, "ctrl+n")
        assert "case 2 of 2" in screen_text(pilot)
    assert written(desk) == [
        (LineKind.DECISION, "daily calls"),
        (LineKind.ACTION, "tell the child what was decided"),
    ]


async def test_nine_keys_beside_the_words_for_decision_action_telling_and_the_next_case(desk: Desk) -> None:
    keys = ("=d ", "enter", "=a ", "tab", "tab", "enter", "ctrl+n")
    async with in_meeting(desk, a_conference(desk, "C-0117", "C-0048")) as pilot:
        decision, action = (
            ("=d ", "=calls because alone", "enter"),
            ("=a ", "=buy a phone", "tab", "tab", "=wed", "enter"),
        )
        await press(pilot, *decision, *action, "ctrl+n")
        assert "case 2 of 2" in screen_text(pilot)
    assert len(written(desk)) == 3
    assert sum(len(key) - 1 if key.startswith("=") else 1 for key in keys) == 9


@pytest.mark.parametrize(
    ("keys", "reason"), [((), ""), (("=Amos is ill",), "Amos is ill"), (("=Amos is ill", "enter"), "Amos is ill")]
)
async def test_putting_a_case_off_asks_why_and_the_same_key_again_goes_on(
    desk: Desk, keys: tuple[str, ...], reason: str
) -> None:
    cases = [CaseCode("C-0117"), CaseCode("C-0048")]
    meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, TUESDAY, cases=cases)
    async with in_meeting(desk, meeting) as pilot:
        await press(pilot, "ctrl+o")
        assert "case 1 of 2" in screen_text(pilot)
        assert "Why is C-0117 put off?" in screen_text(pilot)
        await press(pilot, *keys)
        await press(pilot, "ctrl+n" if "enter" in keys else "ctrl+o")
        assert "case 2 of 2" in screen_text(pilot)
    assert [line.case for line in minutes(desk, meeting.id)] == ["C-0117"]
    assert [(kind, text) for kind, text in written(desk)] == [(LineKind.PUT_OFF, reason)]


async def test_a_core_group_names_who_leads(desk: Desk) -> None:
    line = await the_line(desk, "=l teacher, nurse", "tab", "=amos", "enter")
    assert (line.kind, line.text, line.owner) == (LineKind.CORE_GROUP, "teacher, nurse", AMOS.code)
