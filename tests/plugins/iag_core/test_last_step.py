"""Closing as the last step: own criteria, the meeting behind it, what stands before and after, and birthdays ahead."""

from datetime import date

import pytest

from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState, due_state
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.records.closing import Closure, ClosureReason, Reopening
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.note import MeetingDecision, Note
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.guidance.findings import Severity
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    HOST,
    Happened,
    answer,
    assessed,
    closed,
    due,
    figures,
    on_file,
    on_saving,
    plan,
    registered,
    the_case,
    the_duty,
)

GOALS_MET = ClosureReason.GOALS_MET


@pytest.mark.rule("IAG-CLS-01")
def test_a_case_closed_before_the_agency_had_criteria_carries_a_note() -> None:
    case = the_case(registered("2024-01-08"), closed(GOALS_MET, "2024-05-20"), as_of="2024-07-01")
    early = answer("IAG-CLS-01", case, "2024-07-01", closing_criteria="V1", closing_criteria_since="2024-06-01")

    assert (early.result, early.missing) == (Result.UNKNOWN, Missing(setting="iag_core.closing_criteria_since"))
    in_force = answer("IAG-CLS-01", case, "2024-07-01", closing_criteria="V1", closing_criteria_since="2024-05-20")
    assert in_force.result is Result.PASS
    assert answer("IAG-CLS-01", case, "2024-07-01").missing == Missing(setting="iag_core.closing_criteria")


def test_a_day_that_cannot_be_read_is_no_day() -> None:
    case = the_case(registered("2024-01-08"), as_of="2024-07-01")

    found = answer("IAG-CLS-01", case, "2024-07-01", closing_criteria="V1", closing_criteria_since="in June")
    assert found.result is Result.UNKNOWN


@pytest.mark.rule("IAG-CLS-28")
def test_a_closing_points_at_minutes_in_which_the_case_was_decided_on() -> None:
    draft = Closure(reason=GOALS_MET, meeting=MeetingId("M-0110"), note="done")
    decided = written(MeetingDecision(meeting=MeetingId("M-0110"), text="close"), "2024-09-28")

    (found,) = on_saving("IAG-CLS-28", the_case(registered("2024-03-04"), as_of="2024-10-01"), draft, "2024-10-01")
    assert (found.severity, found.field) == (Severity.WARN, "meeting")
    with_minutes = the_case(registered("2024-03-04"), decided, as_of="2024-10-01")
    assert on_saving("IAG-CLS-28", with_minutes, draft, "2024-10-01") == ()


def asked_before(draft: RecordBody, *happened: Happened) -> int:
    """Return how much is asked before a record is saved in October 2024."""
    case = the_case(registered("2024-03-04"), *happened, as_of="2024-10-01")
    return len(on_saving("FU-14", case, draft, "2024-10-01"))


@pytest.mark.rule("FU-14")
def test_a_closing_without_any_plan_asks_for_the_reason() -> None:
    closing = Closure(reason=GOALS_MET)

    assert asked_before(closing, assessed("2024-03-05")) == 1
    assert asked_before(closing) == 1
    assert asked_before(Closure(reason=GOALS_MET, note="family left"), assessed("2024-03-05")) == 0
    assert asked_before(closing, assessed("2024-03-05"), plan("2024-04-01", "O1")) == 0
    assert asked_before(Closure(reason=ClosureReason.AFTER_INITIAL), assessed("2024-03-05")) == 0


@pytest.mark.rule("FU-14")
def test_after_the_closing_new_work_asks_for_a_reopening_first() -> None:
    ended = closed(GOALS_MET, "2024-09-01")

    assert asked_before(Referral(referral="R-1"), ended) == 1
    assert asked_before(Assignment(worker=PersonCode("W-05")), ended) == 1
    assert [asked_before(body, ended) for body in (Reopening(reason="hit"), Note(text="called"))] == [0, 0]
    assert asked_before(Referral(referral="R-1")) == 0


def born(code: str, on: str, *happened: Happened, age: int | None = None) -> CaseFile:
    """Return a case of somebody born on a day, or on a day that nobody knows."""
    case = the_case(registered("2022-03-07", born=on, age=age), *happened, as_of="2024-07-01")
    return CaseFile(CaseCode(code), case.programme, case.records)


@pytest.mark.rule("IAG-CLS-09")
def test_who_turns_18_in_76_days_is_seen_ahead() -> None:
    cases = [
        born("C-0056", "2006-09-15"),
        born("C-0057", "2006-09-29"),
        born("C-0058", "2006-09-30"),
        born("C-0059", "2006-06-30"),
        born("C-0060", ""),
        born("C-0061", "2006-09-15", closed(GOALS_MET, "2024-05-01")),
        born("C-0062", "", age=15),
        born("C-0063", "", age=14),
    ]
    found = figures("IAG-CLS-09", cases, "2024-07-01")

    assert {slot: figure.cases for slot, figure in found.items()} == {
        "soon": ("C-0056", "C-0057"),
        "maybe": ("C-0062",),
        "not_known": ("C-0060", "C-0062", "C-0063"),
    }


@pytest.mark.rule("IAG-CLS-09")
def test_the_way_out_is_planned_from_90_days_before_the_birthday_on() -> None:
    def asked(*happened: Happened, born_on: str = "2006-09-15") -> list[tuple[str, str | None]]:
        case = the_case(registered("2022-03-07", born=born_on), *happened, as_of="2024-07-01")
        return [(str(one.due), str(one.done) if one.done else None) for one in due("IAG-CLS-09", case, "2024-07-01")]

    early, late = (written(Review(plan_still_right=YesNo.YES), on) for on in ("2024-06-16", "2024-06-17"))
    assert asked() == [("2024-06-17", None)]
    assert asked(early) == [("2024-06-17", None)]
    assert asked(early, late) == [("2024-06-17", "2024-06-17")]
    assert asked(born_on="2006-12-28") == [("2024-09-29", None)]
    assert asked(born_on="2006-12-29") == []
    assert asked(born_on="") == asked(born_on="2004-03-07") == []
    assert asked(closed(GOALS_MET, "2024-05-01")) == []


@pytest.mark.rule("IAG-CLS-09")
def test_an_interim_plan_plans_no_way_out() -> None:
    def settled_by(interim: YesNo) -> bool:
        made = plan("2024-06-20", "O1", interim=interim)
        case = the_case(registered("2022-03-07", born="2006-09-15"), made, as_of="2024-07-01")
        return the_duty("IAG-CLS-09", case, "2024-07-01").done is not None

    assert (settled_by(YesNo.YES), settled_by(YesNo.NO)) == (False, True)


@pytest.mark.rule("IAG-CLS-09")
def test_who_is_17_by_the_age_on_file_has_a_line_that_asks_for_the_day_of_birth() -> None:
    """Registered as 17 on 4 March 2024: the birthday lies between 5 March 2024 and 4 March 2025."""

    def asked(age: int, as_of: str, *happened: Happened) -> list[tuple[str, str, DueState]]:
        case = the_case(registered("2024-03-04", age=age), *happened, as_of=as_of)
        found = due("IAG-CLS-09", case, as_of)
        return [(one.title, str(one.due), due_state(one, date.fromisoformat(as_of))) for one in found]

    seventeen = "Turns 18 by 2025-03-04: plan the way out"
    early, late = (written(Review(plan_still_right=YesNo.YES), on) for on in ("2024-12-03", "2024-12-04"))
    assert asked(17, "2024-03-04") == [(seventeen, "2024-03-04", DueState.UNKNOWN)]
    assert asked(17, "2025-06-01", early) == [(seventeen, "2024-03-04", DueState.UNKNOWN)]
    assert asked(17, "2025-06-01", late) == [(seventeen, "2024-03-04", DueState.DONE)]
    assert asked(16, "2024-09-05") == []
    assert asked(16, "2024-09-06") == [("Turns 18 by 2026-03-04: plan the way out", "2024-12-05", DueState.UNKNOWN)]
    assert asked(18, "2024-03-04") == []
    told = the_duty("IAG-CLS-09", the_case(registered("2024-03-04", age=17), as_of="2024-05-01"), "2024-05-01")
    assert (told.missing, told.unknown) == (
        Missing(record="registration", field="born_on"),
        "The day of birth is not on file; by the age at registration 18 is reached between 2024-03-05 and 2025-03-04.",
    )


@pytest.mark.rule("FU-04", "FU-07", "FU-08", "FU-27", "FU-28", "IAG-BI-06")
def test_what_is_only_told_stands_on_a_page_of_the_library() -> None:
    told = {str(rule): page.text for page in HOST.pages for rule in page.rules}

    for language in ("Spanish", "French", "Arabic", "Serbian", "Turkish"):
        assert language in told["FU-04"]
    assert "page 106" in told["FU-27"]
    assert {"FU-07", "FU-08", "FU-28", "IAG-BI-06"} <= set(told)


def test_a_closing_that_names_a_meeting_is_looked_at_on_file_too() -> None:
    ended = written(Closure(reason=ClosureReason.GOALS_MET, meeting=MeetingId("M-0110")), "2024-10-01")
    case = the_case(registered("2024-03-04"), ended, as_of="2024-11-01")

    found = on_file("IAG-CLS-28", case, "2024-11-01")
    assert (found.result, found.reason) == (Result.FAIL, "The minutes of M-0110 hold no decision on this case.")
