"""A closing that names a meeting rests on its minutes."""

from datetime import date

import pytest

from supervisor_tui.casework.closing_decision import deciding_meetings
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said, enter, take_back
from supervisor_tui.casework.recording import Draft, RefusedError, check, save
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.domain.status import Status, status
from supervisor_tui.guidance.findings import Severity
from tests.tui.meetings.called import a_conference

CODE, OTHER = CaseCode("C-0048"), CaseCode("C-0117")
NUMBER = MeetingId("M-0001")
TODAY = date(2026, 11, 21)


def decide(desk: Desk, outcome: CaseOutcome | None = CaseOutcome.CLOSE, case: CaseCode = CODE) -> MinutesLine:
    meeting = desk.store.meetings.get(NUMBER) or a_conference(desk, CODE, OTHER)
    said = Said(kind=LineKind.DECISION, text="the goals are met", case=case, reason="plan is done", outcome=outcome)
    return enter(desk, meeting, said)


def close(desk: Desk, meeting: MeetingId = NUMBER) -> Draft:
    body = Closure(reason=ClosureReason.GOALS_MET, because="agreed", meeting=meeting)
    return Draft(body, TODAY)


def test_a_closing_is_saved_where_the_minutes_decided_it(desk: Desk) -> None:
    decide(desk)
    save(desk, CODE, [close(desk)])
    assert status(desk.case(CODE)) is Status.CLOSED


@pytest.mark.parametrize("outcome", [None, CaseOutcome.STAYS_OPEN, CaseOutcome.TRANSFER])
def test_a_meeting_that_decided_otherwise_cannot_be_named(desk: Desk, outcome: CaseOutcome | None) -> None:
    decide(desk, outcome)
    decide(desk, case=OTHER)
    with pytest.raises(RefusedError, match="The minutes of M-0001 hold no decision that C-0048 is to be closed"):
        save(desk, CODE, [close(desk)])
    assert status(desk.case(CODE)) is Status.CLOSING


def test_a_decision_that_was_taken_back_does_not_count(desk: Desk) -> None:
    take_back(desk, decide(desk))
    assert [one.field for one in check(desk, CODE, close(desk)) if one.severity is Severity.REFUSE] == ["meeting"]


def test_of_a_meeting_that_is_not_kept_here_there_is_a_warning(desk: Desk) -> None:
    elsewhere = close(desk, MeetingId("M-0999"))
    assert [(one.severity, one.field) for one in check(desk, CODE, elsewhere)] == [(Severity.WARN, "meeting")]
    save(desk, CODE, [elsewhere])
    assert status(desk.case(CODE)) is Status.CLOSED


def test_the_meeting_whose_minutes_decided_it_is_found_and_missed_where_it_is_not_named(desk: Desk) -> None:
    assert deciding_meetings(desk, desk.case(CODE)) == ()
    decide(desk)
    decide(desk, case=OTHER)
    assert deciding_meetings(desk, desk.case(CODE)) == (NUMBER,)
    without = Draft(Closure(reason=ClosureReason.GOALS_MET, because="agreed"), TODAY)
    found = [one for one in check(desk, CODE, without) if one.field == "meeting"]
    assert [(one.severity, one.message) for one in found] == [
        (Severity.WARN, "The minutes of M-0001 decided that C-0048 is to be closed. Name it in “Decided in”.")
    ]
    save(desk, CODE, [without])
    assert status(desk.case(CODE)) is Status.CLOSED
