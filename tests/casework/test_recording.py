"""Writing records down, and the rows that lists are read from."""

import dataclasses
from datetime import date

import pytest

from supervisor_tui.casework.caseload import caseload
from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.due_list import case_due_lines, due_lines
from supervisor_tui.casework.recording import Draft, RefusedError, check, save
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Retraction
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.status import worker
from supervisor_tui.guidance.findings import Severity

TODAY = date(2026, 11, 21)
CODE = CaseCode("C-0117")


def test_what_was_saved_stands_in_the_case_file_and_in_the_caseload(desk: Desk) -> None:
    save(desk, CODE, [Draft(FollowUp(channel=Channel.CALL), TODAY)])
    assert desk.case(CODE).latest(FollowUp) is not None
    line = next(line for line in caseload(desk) if line.summary.case == CODE)
    assert (line.summary.last_contact, line.silent_days) == (TODAY, 0)


def test_a_record_from_the_future_is_refused_and_nothing_is_written(desk: Desk) -> None:
    before = desk.store.records.of(CODE)
    with pytest.raises(RefusedError, match="2026-11-22 lies ahead"):
        save(
            desk,
            CODE,
            [
                Draft(FollowUp(channel=Channel.CALL), TODAY),
                Draft(FollowUp(channel=Channel.CALL), date(2026, 11, 22)),
            ],
        )
    assert desk.store.records.of(CODE) == before


def test_the_refusal_says_at_which_field(desk: Desk) -> None:
    findings = check(desk, CODE, Draft(FollowUp(channel=Channel.CALL), date(2027, 1, 1)))
    assert [(finding.severity, finding.field) for finding in findings if finding.severity is Severity.REFUSE] == [
        (Severity.REFUSE, "on")
    ]


def test_a_told_record_says_who_told_it(desk: Desk) -> None:
    save(desk, CODE, [Draft(FollowUp(channel=Channel.CALL), TODAY, HowKnown.TOLD, told_by="W-04")])
    record = desk.store.records.of(CODE)[-1]
    assert (record.how_known, record.told_by, record.by) == (HowKnown.TOLD, "W-04", "S-01")


def test_a_correction_replaces_what_it_amends_and_the_old_one_is_kept(desk: Desk) -> None:
    first = save(desk, CODE, [Draft(FollowUp(channel=Channel.CALL, child_seen=YesNo.NO), TODAY)])[0]
    save(desk, CODE, [Draft(FollowUp(channel=Channel.HOME_VISIT, child_seen=YesNo.YES), TODAY, amends=first.id)])
    latest = desk.case(CODE).latest(FollowUp)
    assert latest is not None
    assert latest.body == FollowUp(channel=Channel.HOME_VISIT, child_seen=YesNo.YES)
    assert first in desk.store.records.of(CODE)


def test_what_was_entered_in_error_is_no_longer_read(desk: Desk) -> None:
    wrong = save(desk, CODE, [Draft(RiskLevelSet(level="low"), TODAY)])[0]
    save(desk, CODE, [Draft(Retraction(reason="another child"), TODAY, amends=wrong.id)])
    latest = desk.case(CODE).latest(RiskLevelSet)
    assert latest is not None
    assert latest.body.level == "high"


def test_the_stored_due_rows_are_those_that_the_case_file_gives(desk: Desk) -> None:
    for code in desk.store.records.codes():
        stored = {(row.rule, row.slot, row.due_day) for row in desk.store.due_rows.of(code)}
        worked_out = {
            (line.row.rule, line.row.slot, line.row.due_day) for line in case_due_lines(desk, desk.case(code))
        }
        assert worked_out <= stored


def test_a_past_day_is_worked_out_directly_and_leaves_out_what_came_later(desk: Desk) -> None:
    save(desk, CODE, [Draft(FollowUp(channel=Channel.CALL), TODAY)])
    then = dataclasses.replace(desk, day=date(2026, 11, 16))
    line = next(line for line in caseload(then) if line.summary.case == CODE)
    assert line.summary.last_contact == date(2026, 11, 15)
    assert {line.row.worked_out_for for line in due_lines(then)} == {date(2026, 11, 16)}


def test_known_at_leaves_out_what_was_entered_later(desk: Desk) -> None:
    save(desk, CODE, [Draft(FollowUp(channel=Channel.CALL), date(2026, 11, 16))])
    then = dataclasses.replace(desk, day=date(2026, 11, 18), known_at=date(2026, 11, 18))
    latest = then.case(CODE).latest(FollowUp)
    assert latest is not None
    assert latest.on == date(2026, 11, 15)


def test_a_wrong_code_gets_a_sentence(desk: Desk) -> None:
    with pytest.raises(NoSuchCaseError, match="There is no case C-9999 here"):
        desk.case(CaseCode("C-9999"))


@pytest.mark.parametrize(("first", "second"), [("W-04", "W-05"), ("W-05", "W-04")])
def test_a_case_given_twice_in_one_day_is_with_whom_it_was_given_last(desk: Desk, first: str, second: str) -> None:
    for who in (first, second):
        save(desk, CODE, [Draft(Assignment(worker=PersonCode(who)), TODAY)])
    assert worker(desk.case(CODE)) == second
    assert desk.store.records.of(CODE)[-2].how_known is HowKnown.RECORDED


def test_words_of_one_day_about_different_things_both_stand(desk: Desk) -> None:
    for action in ("A1", "A2"):
        save(desk, CODE, [Draft(ActionOutcome(action=action, status=ActionStatus.DONE), TODAY)])
    assert {entry.body.action for entry in desk.case(CODE).of(ActionOutcome)} >= {"A1", "A2"}
