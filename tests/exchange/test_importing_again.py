"""The same file twice, next week's export, and what people recorded here in between."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from supervisor_tui.domain.case_file import as_seen
from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.registration import Registration, Sex
from supervisor_tui.domain.risk import risk_history
from supervisor_tui.exchange.incoming.comparison import WhatHappens
from supervisor_tui.exchange.incoming.import_plan import ImportPlan
from supervisor_tui.exchange.incoming.locked_case import PersonRead
from supervisor_tui.exchange.incoming.planning import plan_import
from supervisor_tui.exchange.incoming.report import report_lines
from supervisor_tui.exchange.mapping.proposal import propose_mapping
from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.exchange.reading.progress import ImportStep, Progress
from tests.exchange.cases_here import (
    NORTH,
    PEOPLE,
    THE_DAY,
    THE_MOMENT,
    RememberedCases,
    changes_nothing,
    planned,
    read_from,
    the_terms,
)
from tests.exchange.primero_files import (
    Plain,
    PrimeroCase,
    a_closed_case,
    a_primero_case,
    a_primero_follow_up,
    as_api_page,
    as_csv,
    as_export,
    as_flat_array,
    as_single_record,
    as_workbook,
)

CODE = CaseCode("583069E")


def after_one_import(**changed: Plain) -> RememberedCases:
    here = RememberedCases()
    here.carry_out(planned(as_api_page([a_primero_case(**changed), a_closed_case()])))
    return here


def next_week(here: RememberedCases, **changed: Plain) -> ImportPlan:
    return planned(as_api_page([a_primero_case(**changed), a_closed_case()]), here, name="next.json")


def happening(plan: ImportPlan, kind: type[RecordBody]) -> list[WhatHappens]:
    return [change.what for case in plan.cases for change in case.changes if change.kind is kind]


def recorded(body: RecordBody, on: str, amends: RecordId | None = None) -> Record:
    return Record(
        id=RecordId(f"r-{body.KIND}"),
        case=CODE,
        kind=body.KIND,
        on=date.fromisoformat(on),
        entered_on=THE_MOMENT,
        by=PersonCode("W-04"),
        body=msgspec.Raw(msgspec.json.encode(body)),
        amends=amends,
    )


@pytest.mark.parametrize("write", [as_api_page, as_export, as_flat_array, as_csv, as_workbook])
def test_the_same_file_twice_changes_nothing(write: object) -> None:
    assert callable(write)
    content = write([a_primero_case(), a_closed_case()])
    here = RememberedCases()
    here.carry_out(planned(content, here))
    again = planned(content, here)
    assert changes_nothing(again)
    assert {change.what for case in again.cases for change in case.changes} == {WhatHappens.SAME}


days = some.dates(date(2026, 3, 2), THE_DAY).map(date.isoformat)
cases = some.builds(
    a_primero_case,
    risk_level=some.sampled_from(["high", "medium", "low", None]),
    status=some.sampled_from(["open", "closed", "transferred", None]),
    date_closure=days | some.none(),
    registration_date=days,
    date_case_plan=days | some.none(),
    owned_by=some.sampled_from(["w04", "w05", "stranger"]),
    followup_subform_section=some.lists(
        some.builds(
            a_primero_follow_up,
            unique_id=some.sampled_from(["f-1", "f-2", None]),
            followup_date=days | some.none(),
            followup_needed_by_date=days | some.none(),
        ),
        max_size=4,
    ),
)


@settings(max_examples=60)
@given(cases)
def test_whatever_is_imported_twice_changes_nothing(case: PrimeroCase) -> None:
    content = as_single_record(case)
    here = RememberedCases()
    here.carry_out(planned(content, here))
    again = planned(content, here)
    assert changes_nothing(again)


@settings(max_examples=60)
@given(cases, cases)
def test_going_back_and_forth_between_two_exports_settles_each_time(one: PrimeroCase, other: PrimeroCase) -> None:
    here = RememberedCases()
    for case in (one, other, one, other):
        content = as_single_record(case)
        here.carry_out(planned(content, here))
        assert not planned(content, here).count(WhatHappens.AMENDED)
        ids = [record.id for record in here.records[CODE]]
        assert len(ids) == len(set(ids))


def test_a_corrected_row_amends_the_record_that_it_corrects() -> None:
    here = after_one_import()
    plan = next_week(here, followup_subform_section=[a_primero_follow_up(child_was_seen="no")])
    assert happening(plan, FollowUp) == [WhatHappens.AMENDED]
    amendment = next(record for record in plan.cases[0].records if record.kind == FollowUp.KIND)
    original = next(record for record in here.records[CODE] if record.kind == FollowUp.KIND)
    assert (amendment.amends, amendment.how_known) == (original.id, HowKnown.IMPORTED)
    here.carry_out(plan)
    seen = as_seen(CODE, NORTH, here.records[CODE], THE_DAY)
    assert [entry.body for entry in seen.of(FollowUp)] == [FollowUp(channel=Channel.NOT_KNOWN, child_seen=YesNo.NO)]


def test_the_report_shows_the_field_before_and_after() -> None:
    plan = next_week(after_one_import(), sex="male")
    assert "    Sex: girl → boy" in list(report_lines(plan))


def test_another_risk_level_counts_from_its_day_on_and_leaves_the_past_alone() -> None:
    here = after_one_import()
    plan = next_week(here, risk_level="low", last_updated_at="2026-11-18T10:00:00Z")
    assert happening(plan, RiskLevelSet) == [WhatHappens.CHANGED, WhatHappens.SAME]
    here.carry_out(plan)
    periods = risk_history(as_seen(CODE, NORTH, here.records[CODE], THE_DAY))
    assert [(period.since.isoformat(), period.level.id if period.level else None) for period in periods] == [
        ("2026-03-02", "high"),
        ("2026-11-18", "low"),
    ]


def test_another_risk_level_without_a_day_counts_from_the_import_on() -> None:
    plan = next_week(after_one_import(), risk_level="low")
    assert [record.on for record in plan.cases[0].records] == [THE_DAY]


def test_what_people_recorded_here_is_left_alone() -> None:
    here = RememberedCases()
    ours = recorded(Registration(programme=NORTH.id, sex=Sex.MALE), "2026-03-01")
    visit = recorded(FollowUp(channel=Channel.HOME_VISIT, child_seen=YesNo.YES), "2026-04-01")
    here.records[CODE] = (ours, visit)
    plan = planned(as_api_page([a_primero_case()]), here)
    assert happening(plan, Registration) == [WhatHappens.KEPT]
    assert happening(plan, FollowUp) == [WhatHappens.KEPT]
    assert not plan.cases[0].is_new
    assert plan.cases[0].locked


def test_what_people_corrected_here_is_left_alone() -> None:
    here = after_one_import()
    original = next(record for record in here.records[CODE] if record.kind == FollowUp.KIND)
    correction = recorded(FollowUp(channel=Channel.CALL), "2026-04-02", amends=original.id)
    here.records[CODE] = (*here.records[CODE], correction)
    assert happening(next_week(here), FollowUp) == [WhatHappens.SAME]
    changed = next_week(here, followup_subform_section=[a_primero_follow_up(child_was_seen="no")])
    assert happening(changed, FollowUp) == [WhatHappens.KEPT]


def test_a_level_that_people_set_here_since_stays() -> None:
    here = after_one_import()
    here.records[CODE] = (*here.records[CODE], recorded(RiskLevelSet(level="medium"), "2026-11-01"))
    assert happening(next_week(here, risk_level="low"), RiskLevelSet)[0] is WhatHappens.KEPT


def test_a_new_row_of_an_old_case_comes_in() -> None:
    later = a_primero_follow_up(unique_id="f-002", followup_date="2026-11-02")
    plan = next_week(after_one_import(), followup_subform_section=[a_primero_follow_up(), later])
    assert happening(plan, FollowUp) == [WhatHappens.SAME, WhatHappens.ADDED]


def test_cases_that_are_no_longer_in_the_file_are_listed_and_nothing_is_closed() -> None:
    here = after_one_import()
    plan = planned(as_api_page([a_primero_case()]), here)
    assert (plan.gone, changes_nothing(plan)) == ((CaseCode("B7A1D02"),), True)
    assert "no longer in the file, and left open here: B7A1D02" in list(report_lines(plan))


def test_a_case_that_is_closed_here_and_open_there_is_said_aloud() -> None:
    here = after_one_import()
    plan = planned(as_api_page([a_closed_case(status="open", date_closure=None, closure_reason=None)]), here)
    assert [problem.what for problem in plan.cases[0].refused] == ["the case is closed here and open in the file"]
    reopened = a_closed_case(status="open", reopened_logs=[{"reopened_date": "2026-10-01T08:00:00Z"}])
    here.carry_out(planned(as_api_page([reopened]), here))
    assert planned(as_api_page([reopened]), here).cases[0].refused == ()


def test_one_page_of_several_says_nothing_about_cases_that_are_gone() -> None:
    here = after_one_import()
    assert planned(as_api_page([a_primero_case()], total=2), here).gone == ()


def test_an_export_that_shows_less_wipes_out_nothing() -> None:
    less = {"name": "*******", "telephone_current": None, "block_660b751": None, "sex": None, "estimated": None}
    sections: dict[str, Plain] = {name: [] for name in a_primero_case() if name.endswith(("section", "interventions"))}
    assert changes_nothing(next_week(after_one_import(), **less, **sections))


def test_a_value_that_changes_is_kept_beside_the_earlier_one() -> None:
    here = after_one_import()
    plan = next_week(here, telephone_current="+000 555 0199")
    assert [(cell.name, cell.value) for cell in plan.cases[0].locked] == [("telephone_current", b'"+000 555 0199"')]
    assert plan.cases[0].person == PersonRead(names=("Nobody Invented",), contacts=("+000 555 0199",))
    here.carry_out(plan)
    assert changes_nothing(next_week(here))


def test_a_start_date_of_the_first_import_stays_when_the_next_does_not_say_it() -> None:
    content = as_single_record(a_primero_case())
    here = RememberedCases()
    here.carry_out(planned(content, here, terms=the_terms(start_date=THE_DAY)))
    assert changes_nothing(planned(content, here))


def test_a_later_start_date_is_for_cases_that_are_new() -> None:
    """Otherwise each week's import would take the week before out of what was due."""
    here = RememberedCases()
    here.carry_out(planned(as_single_record(a_primero_case()), here, terms=the_terms(start_date=date(2026, 11, 1))))
    again = planned(as_single_record(a_primero_case(sex="male")), here, terms=the_terms(start_date=THE_DAY))
    changed = [change.body for case in again.cases for change in case.changes if change.kind is Registration]
    assert [one.duties_from for one in changed if isinstance(one, Registration)] == [date(2026, 11, 1)]


def test_the_same_case_keeps_its_code_when_its_shown_number_changes() -> None:
    plan = next_week(after_one_import(), case_id_display="new-1234567")
    assert [case.code for case in plan.cases] == [CODE, CaseCode("B7A1D02")]


def test_planning_tells_how_far_it_is_and_can_be_stopped() -> None:
    read = read_from(as_api_page([a_primero_case(), a_closed_case()]))
    told: list[Progress] = []

    def never_on(progress: Progress) -> bool:
        told.append(progress)
        return False

    found = plan_import(read, propose_mapping(read, NORTH, PEOPLE), RememberedCases(), the_terms(), never_on)
    assert isinstance(found, ImportProblem)
    assert (found.what, told) == ("the import was stopped", [Progress(ImportStep.COMPARING, 0, 2)])
