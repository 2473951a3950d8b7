"""The standing meeting: made once, there each week with the team and the cases that want discussing."""

from datetime import date, datetime, timedelta

import pytest

from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.meetings.holding import began, ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.proposal_reasons import LOOKED_BACK, ProposalReason
from supervisor_tui.casework.meetings.proposing import proposals, raise_in_meeting
from supervisor_tui.casework.meetings.series import SeriesProblemError, keep_series, next_meeting, team_series
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.domain.meetings.series import Weekday

CODE = CaseCode("C-0117")


def reasons(desk: Desk, code: CaseCode = CODE) -> list[ProposalReason]:
    return [why.reason for one in proposals(desk) if one.case == code for why in one.why]


def test_the_first_standing_meeting_is_on_the_next_monday_with_the_team_and_the_proposed_cases(desk: Desk) -> None:
    assert team_series(desk) is None
    meeting = next_meeting(desk)
    assert (meeting.kind, meeting.starts.date(), meeting.starts.hour) == (MeetingKind.MANAGEMENT, date(2026, 11, 23), 9)
    assert meeting.cases[0] == proposals(desk)[0].case
    assert {one.label for one in meeting.participants} == {desk.person.code, *(one.code for one in desk.team())}


@pytest.mark.parametrize(
    ("now", "starts"),
    [
        ("2026-11-23T08:00+03:00", "2026-11-23T09:00+03:00"),
        ("2026-11-23T09:20:30+03:00", "2026-11-23T09:20+03:00"),
        ("2026-11-23T16:00+03:00", "2026-11-30T09:00+03:00"),
    ],
)
def test_a_meeting_made_on_its_day_begins_later_begins_late_or_is_the_next_but_never_in_the_past(
    desk: Desk, now: str, starts: str
) -> None:
    desk.clock.now = datetime.fromisoformat(now)  # type: ignore[attr-defined]
    assert next_meeting(desk).starts == datetime.fromisoformat(starts)


def test_it_is_there_once_however_often_it_is_asked_for(desk: Desk) -> None:
    first = next_meeting(desk)
    assert next_meeting(desk).id == first.id
    began(desk, seen(desk, first.id))
    assert next_meeting(desk).id == first.id


def test_after_it_is_over_the_next_one_is_a_week_later_with_the_same_people(desk: Desk) -> None:
    first = next_meeting(desk)
    began(desk, seen(desk, first.id))
    ended(desk, seen(desk, first.id))
    following = next_meeting(desk)
    assert following.starts - first.starts == timedelta(days=7)
    assert [one.label for one in following.participants] == [one.label for one in first.participants]


def test_a_management_meeting_called_by_hand_is_the_next_one(desk: Desk) -> None:
    people = [Participant(label=desk.person.code, role=ParticipantRole.SUPERVISOR)]
    starts = datetime.fromisoformat("2026-11-23T09:00+03:00")
    called = plan_meeting(desk, MeetingKind.MANAGEMENT, starts, cases=[CODE], participants=people)
    assert next_meeting(desk).id == called.id
    assert team_series(desk) is None


def test_one_called_without_cases_takes_the_proposed_ones(desk: Desk) -> None:
    people = [Participant(label=desk.person.code, role=ParticipantRole.SUPERVISOR)]
    starts = datetime.fromisoformat("2026-11-23T09:00+03:00")
    called = plan_meeting(desk, MeetingKind.MANAGEMENT, starts, participants=people)
    assert (called.cases, next_meeting(desk).cases) == ((), tuple(one.case for one in proposals(desk)))
    assert next_meeting(desk).id == called.id


def test_day_and_hour_can_be_changed_and_nonsense_is_refused(desk: Desk) -> None:
    keep_series(desk, weekday=Weekday.THURSDAY, at="14:30")
    meeting = next_meeting(desk)
    assert (meeting.starts.weekday(), meeting.starts.hour, meeting.starts.minute) == (3, 14, 30)
    with pytest.raises(SeriesProblemError, match=r"an hour such as 09:00"):
        keep_series(desk, at="25:00")


def test_a_case_is_proposed_because_somebody_asked_until_a_meeting_takes_it_up(desk: Desk) -> None:
    raise_in_meeting(desk, CODE, "the school sends him home")
    assert ProposalReason.ASKED in reasons(desk)
    meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, datetime.fromisoformat("2026-11-23T09:00+03:00"), cases=[CODE])
    desk.clock.now += timedelta(minutes=1)  # type: ignore[attr-defined]
    enter(desk, meeting, Said(kind=LineKind.NOTE, text="talked about the school", case=CODE))
    assert ProposalReason.ASKED not in reasons(desk)


def test_asking_needs_a_reason_and_a_case(desk: Desk) -> None:
    with pytest.raises(ValueError, match="say why"):
        raise_in_meeting(desk, CODE, "  ")
    with pytest.raises(NoSuchCaseError):
        raise_in_meeting(desk, CaseCode("C-9999"), "school")


def test_an_action_of_a_meeting_that_is_late_is_a_reason(desk: Desk) -> None:
    meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, datetime.fromisoformat("2026-11-16T09:00+03:00"), cases=[CODE])
    enter(desk, meeting, Said(kind=LineKind.ACTION, text="find a shelter", case=CODE, due_on=date(2026, 11, 20)))
    ended(desk, seen(desk, meeting.id))
    assert ProposalReason.ACTION_LATE in reasons(desk)


def test_a_case_that_the_last_meetings_did_not_speak_of_is_proposed(desk: Desk) -> None:
    other = CaseCode("C-0048")
    for week in range(LOOKED_BACK):
        starts = datetime.fromisoformat("2026-11-20T09:00+03:00") - timedelta(weeks=week)
        meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, starts, cases=[other])
        enter(desk, meeting, Said(kind=LineKind.NO_CHANGE, text="", case=other))
        ended(desk, seen(desk, meeting.id))
    assert ProposalReason.NOT_DISCUSSED not in reasons(desk, other)
    assert ProposalReason.NOT_DISCUSSED in reasons(desk, CODE)


def test_the_most_urgent_reason_comes_first_and_all_are_told(desk: Desk) -> None:
    found = proposals(desk)
    order = list(ProposalReason)
    assert [order.index(one.why[0].reason) for one in found] == sorted(order.index(one.why[0].reason) for one in found)
    assert all(one.reason == " · ".join(why.words for why in one.why) for one in found)
