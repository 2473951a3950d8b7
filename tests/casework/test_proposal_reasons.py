"""Each reason for which a meeting is proposed a case, and what takes it away again."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import msgspec
import pytest

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.holding import ended, seen
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.proposal_reasons import LOOKED_BACK, ProposalReason, Why
from supervisor_tui.casework.meetings.proposing import proposals, raise_in_meeting
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.programme import GuidanceRisk, RiskLevel
from supervisor_tui.domain.records.assessment import ImmediateAction, RiskLevelSet
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus
from supervisor_tui.store.rows import ClosingRow, SetVerdict
from tests.tui.agency import AMOS, NORTH, NOW, RUTH
from tests.tui.field_practice import SET

TODAY = NOW.date()
CODE = CaseCode("C-0117")
STEADY = CaseCode("C-0048")


def why(desk: Desk, reason: ProposalReason, code: CaseCode = CODE) -> list[str]:
    """Return what is said of a case for one reason."""
    found: list[Why] = [each for one in proposals(desk) if one.case == code for each in one.why]
    return [one.words for one in found if one.reason is reason]


def goes_on(desk: Desk, time: timedelta) -> None:
    """Let time pass."""
    desk.clock.now += time  # type: ignore[attr-defined]


def held(desk: Desk, on: str, *lines: Said) -> None:
    """Hold a weekly meeting on a morning, and end it."""
    meeting = plan_meeting(desk, MeetingKind.MANAGEMENT, datetime.fromisoformat(f"{on}T09:00+03:00"), cases=[CODE])
    for said in lines:
        enter(desk, meeting, said)
    ended(desk, seen(desk, meeting.id))


def test_urgent_a_case_in_danger_comes_first(desk: Desk) -> None:
    urgent = CaseCode("C-0093")
    assert why(desk, ProposalReason.DANGER, urgent) == ["danger now"]
    assert proposals(desk)[0].case == urgent
    save(desk, urgent, [Draft(ImmediateAction(what="taken to the shelter"), TODAY)])
    assert why(desk, ProposalReason.DANGER, urgent) == []


@pytest.mark.parametrize("level", ["emergency", "high"])
def test_high_risk_is_every_level_that_guidance_reads_as_high(desk: Desk, level: str) -> None:
    save(desk, STEADY, [Draft(RiskLevelSet(level=level), TODAY - timedelta(days=1))])
    assert why(desk, ProposalReason.HIGH_RISK, STEADY) == ["high risk"]
    save(desk, STEADY, [Draft(RiskLevelSet(level="low"), TODAY)])
    assert why(desk, ProposalReason.HIGH_RISK, STEADY) == []


def test_high_risk_is_read_from_the_agencys_own_levels(desk: Desk) -> None:
    red = RiskLevel("red", "R", "red", 0, GuidanceRisk.HIGH)
    before = desk.store.programmes.seen(NORTH.id)
    assert before is not None
    levels = (red, *before.value.risk_levels)
    desk.store.programmes.replace(before, msgspec.structs.replace(before.value, risk_levels=levels), RUTH.code)
    save(desk, STEADY, [Draft(RiskLevelSet(level="red"), TODAY)])
    assert why(desk, ProposalReason.HIGH_RISK, STEADY) == ["high risk"]


def test_overdue_names_the_first_duty_that_is_late(desk: Desk) -> None:
    (words,) = why(desk, ProposalReason.OVERDUE)
    assert words.endswith("late")


def test_silent_is_a_month_without_a_contact_on_record_or_none_at_all(desk: Desk) -> None:
    assert why(desk, ProposalReason.SILENT, CaseCode("C-0093")) == ["no contact recorded at all"]
    (last,) = (one.last_contact for one in desk.looked_after() if one.case == STEADY)
    assert last is not None
    goes_on(desk, last + timedelta(days=29) - TODAY)
    assert why(desk, ProposalReason.SILENT, STEADY) == []
    goes_on(desk, timedelta(days=1))
    assert why(desk, ProposalReason.SILENT, STEADY) == ["no contact recorded for 30 days"]


def closing(desk: Desk, place: Place, asked_on: date | None = None, *verdicts: tuple[bool, str]) -> list[str]:
    """Return what is said of a case whose closing stands so."""
    found = tuple(SetVerdict(SetId(SET), decides, verdict, 0) for decides, verdict in verdicts)
    row = ClosingRow(STEADY, AMOS.code, "M", 2, place.value, found, asked_on=asked_on)
    desk.store.closing_rows.put(row)
    return why(desk, ProposalReason.CLOSING, STEADY)


def test_ready_is_proposed_also_where_nobody_asked_for_closing(desk: Desk) -> None:
    assert closing(desk, Place.READY) == ["ready to close"]
    assert closing(desk, Place.FAR, None, (True, "fail")) == []


def test_ready_is_also_where_one_of_the_sets_that_decide_says_so(desk: Desk) -> None:
    guidance = desk.host.set(SetId(SET))
    assert guidance is not None
    assert closing(desk, Place.FAR, None, (True, "pass"), (True, "fail")) == [
        f"{guidance.short_title} says {guidance.ready}"
    ]
    assert closing(desk, Place.FAR, None, (False, "pass"), (True, "fail")) == []


def test_stuck_is_a_closing_that_was_asked_for_two_weeks_ago_and_is_not_ready(desk: Desk) -> None:
    assert closing(desk, Place.WAITING, TODAY - timedelta(days=14)) == ["closing asked for 14 days ago, not ready"]
    assert closing(desk, Place.ONE_AWAY, TODAY - timedelta(days=13)) == ["closing asked for on 2026-11-08"]
    assert closing(desk, Place.READY, TODAY - timedelta(days=14)) == ["ready to close"]


def test_an_action_overdue_from_last_time_is_named_until_it_is_done(desk: Desk) -> None:
    shelter = Said(kind=LineKind.ACTION, text="find a shelter", case=CODE, due_on=date(2026, 11, 20))
    later = Said(kind=LineKind.ACTION, text="call the aunt", case=CODE, due_on=TODAY)
    held(desk, "2026-11-16", shelter, later)
    assert why(desk, ProposalReason.ACTION_LATE) == ["late from a meeting: find a shelter"]
    asked = next(one.action.action for one in actions(desk.case(CODE)) if one.action.text == "find a shelter")
    save(desk, CODE, [Draft(ActionOutcome(action=asked, status=ActionStatus.DONE), TODAY)])
    assert why(desk, ProposalReason.ACTION_LATE) == []


def test_asked_for_by_the_caseworker_stays_until_it_was_spoken_of_and_not_only_put_off(desk: Desk) -> None:
    raise_in_meeting(replace(desk, person=AMOS), CODE, "the school sends him home")
    assert why(desk, ProposalReason.ASKED) == ["Amos asks: the school sends him home"]
    goes_on(desk, timedelta(minutes=1))
    held(desk, "2026-11-21", Said(kind=LineKind.PUT_OFF, text="no time", case=CODE))
    assert why(desk, ProposalReason.ASKED) == ["Amos asks: the school sends him home"]
    held(desk, "2026-11-21", Said(kind=LineKind.NOTE, text="talked about the school", case=CODE))
    assert why(desk, ProposalReason.ASKED) == []


def test_a_case_that_was_put_off_each_time_was_not_spoken_of(desk: Desk) -> None:
    for week in range(LOOKED_BACK):
        on = (date(2026, 11, 20) - timedelta(weeks=week)).isoformat()
        held(
            desk,
            on,
            Said(kind=LineKind.PUT_OFF, text="no time", case=CODE),
            Said(kind=LineKind.NO_CHANGE, text="", case=STEADY),
        )
    assert why(desk, ProposalReason.NOT_DISCUSSED) == [f"not spoken of in the last {LOOKED_BACK} meetings"]
    assert why(desk, ProposalReason.NOT_DISCUSSED, STEADY) == []


def test_the_case_of_a_caseworker_who_left_is_proposed_as_well(desk: Desk) -> None:
    before = desk.store.people.seen(AMOS.code)
    assert before is not None
    desk.store.people.replace(before, msgspec.structs.replace(before.value, active=False), RUTH.code)
    assert why(desk, ProposalReason.HIGH_RISK) == ["high risk"]
