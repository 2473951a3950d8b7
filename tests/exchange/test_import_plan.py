"""What an import would do with a file: which records, which locked, which refused and why."""

import json
from datetime import date

import msgspec
import pytest

from supervisor_tui.domain.case_file import as_seen
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage, RiskLevelSet
from supervisor_tui.domain.records.closing import (
    Approval,
    ApprovalDecision,
    Approved,
    ApprovingBody,
    Closure,
    ClosureReason,
    Reopening,
)
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.plan import CasePlan, Goal, PlannedAction
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus
from supervisor_tui.domain.records.registration import Registration, Sex
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.status import Status, status
from supervisor_tui.exchange.incoming.import_plan import ImportPlan
from supervisor_tui.exchange.incoming.locked_case import PersonRead
from supervisor_tui.exchange.incoming.report import report_lines
from supervisor_tui.exchange.mapping.column_mapping import CodesFrom, ColumnMapping, Mapping
from supervisor_tui.exchange.mapping.proposal import propose_mapping
from supervisor_tui.exchange.reading.dates import DateOrder
from tests.exchange.cases_here import NORTH, PEOPLE, RememberedCases, planned, read_from, the_terms
from tests.exchange.primero_files import (
    FIRST_ID,
    Plain,
    a_closed_case,
    a_primero_case,
    a_primero_follow_up,
    a_primero_intervention,
    a_primero_service,
    as_api_page,
    as_csv,
    as_export,
    as_flat_array,
    as_single_record,
    as_workbook,
)

SHAPES = {
    "page": as_api_page([a_primero_case()]),
    "single": as_single_record(a_primero_case()),
    "export": as_export([a_primero_case()]),
    "flat": as_flat_array([a_primero_case()]),
    "csv": as_csv([a_primero_case()]),
    "older csv": as_csv([a_primero_case()], spaced=False),
}


def planned_case(**changed: Plain) -> ImportPlan:
    return planned(as_api_page([a_primero_case(**changed)]))


def bodies(plan: ImportPlan, kind: type[RecordBody], case: int = 0) -> list[tuple[date, RecordBody]]:
    return [(change.on, change.body) for change in plan.cases[case].changes if change.kind is kind]


def refusals(plan: ImportPlan) -> list[str]:
    return [problem.what for case in plan.cases for problem in case.refused]


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_every_shape_gives_the_same_records(content: bytes) -> None:
    plan = planned(content)
    assert plan.cases[0].code == "583069E"
    assert [(change.on.isoformat(), change.body) for change in plan.cases[0].changes] == [
        (
            "2026-03-02",
            Registration(
                programme=ProgrammeId("north"),
                sex=Sex.FEMALE,
                born_on=date(2015, 3, 17),
                age_years=11,
                age_estimated=YesNo.YES,
                concerns=("separated", "child_labour"),
            ),
        ),
        ("2026-03-02", Assignment(worker=PersonCode("W-04"))),
        ("2026-03-02", RiskLevelSet(level="high")),
        (
            "2026-03-05",
            Assessment(stage=AssessmentStage.COMPREHENSIVE, started_on=date(2026, 3, 5), finished=YesNo.NOT_KNOWN),
        ),
        (
            "2026-03-19",
            CasePlan(
                goals=(Goal(goal="O-B64D", text="line 1 of the imported plan (its text is kept locked)"),),
                actions=(
                    PlannedAction(
                        action="A-B64D", text="psychosocial_service", due_on=date(2026, 6, 30), goal="O-B64D"
                    ),
                ),
            ),
        ),
        ("2026-04-01", FollowUp(channel=Channel.NOT_KNOWN, child_seen=YesNo.YES)),
        ("2026-03-20", Referral(referral="R-C76DDA", agency="agency-b", service="health_medical_service")),
        ("2026-03-28", ReferralProgress(referral="R-C76DDA", status=ReferralStatus.RECEIVED)),
    ]
    assert refusals(plan) == []


def test_a_workbook_gives_the_same_case_under_the_same_code() -> None:
    plan = planned(as_workbook([a_primero_case(), a_closed_case()]))
    assert [case.code for case in plan.cases] == ["583069E", "B7A1D02"]
    assert bodies(plan, FollowUp) == [(date(2026, 4, 1), FollowUp(channel=Channel.NOT_KNOWN, child_seen=YesNo.YES))]
    assert bodies(plan, Closure, case=1) == [(date(2026, 9, 1), Closure(reason=ClosureReason.OTHER))]


def test_an_imported_record_names_its_file_and_never_a_folder() -> None:
    plan = planned(SHAPES["csv"], name="export.csv")
    records = plan.cases[0].records
    assert {(record.how_known, record.source, record.by) for record in records} == {
        (HowKnown.IMPORTED, f"export.csv ({plan.source.content_hash[:12]})", PersonCode("S-01"))
    }
    assert len({record.id for record in records}) == len(records)


def test_no_name_and_no_free_text_reaches_a_record() -> None:
    written = b"".join(bytes(record.body) for record in planned(SHAPES["export"]).cases[0].records)
    for secret in (b"Nobody", b"Invented", b"555", b"market", b"all is well", b"sleeps", b"nurse"):
        assert secret not in written


def kept(plan: ImportPlan) -> dict[tuple[str, str], object]:
    return {(cell.row, cell.name): json.loads(cell.value) for cell in plan.cases[0].locked}


def test_every_cell_is_kept_locked_under_its_own_heading() -> None:
    case = a_primero_case()
    expected: dict[tuple[str, str], object] = {("", "case.source_id"): FIRST_ID}
    for name, value in case.items():
        rows = value if isinstance(value, list) else []
        for row in rows:
            if isinstance(row, dict):
                expected |= {(f"{name}/{row['unique_id']}", column): cell for column, cell in row.items()}
        if not any(isinstance(row, dict) for row in rows):
            expected["", name] = value
    plan = planned(SHAPES["page"])
    assert kept(plan) == expected
    assert plan.cases[0].person == PersonRead(names=("Nobody Invented",), contacts=("+000 555 0100",))


def test_a_column_to_be_left_out_is_nowhere() -> None:
    read = read_from(SHAPES["page"])
    mapping = propose_mapping(read, NORTH, PEOPLE)
    columns = tuple(
        msgspec.structs.replace(entry, leave_out=entry.header in {"name", "followup_comments"})
        for entry in mapping.columns
    )
    plan = planned(SHAPES["page"], mapping=msgspec.structs.replace(mapping, columns=columns))
    assert not {"name", "followup_comments"} & {name for _row, name in kept(plan)}
    assert plan.cases[0].person == PersonRead(contacts=("+000 555 0100",))
    assert plan.left_out_columns == ("name", "followup_comments")


def test_the_report_counts_what_is_kept_locked() -> None:
    lines = list(report_lines(planned(SHAPES["page"])))
    assert "12 columns kept locked, none lost" in lines
    assert "583069E (row 1): new case" in lines
    assert not any("Nobody" in line or "market" in line for line in lines)


def test_free_text_that_somebody_marks_as_harmless_comes_in() -> None:
    read = read_from(SHAPES["page"])
    mapping = propose_mapping(read, NORTH, PEOPLE)
    columns = tuple(
        msgspec.structs.replace(entry, identifying=False) if entry.header == "intervention_service_goal" else entry
        for entry in mapping.columns
    )
    plan = planned(SHAPES["page"], mapping=msgspec.structs.replace(mapping, columns=columns))
    assert bodies(plan, CasePlan)[0][1] == CasePlan(
        goals=(Goal(goal="O-B64D", text="sleeps through the night"),),
        actions=(PlannedAction(action="A-B64D", text="psychosocial_service", due_on=date(2026, 6, 30), goal="O-B64D"),),
    )


def test_words_typed_into_a_column_of_ids_stay_locked() -> None:
    plan = planned_case(
        services_section=[a_primero_service(service_type="Aunt Invented's clinic")], protection_concerns=["Told me all"]
    )
    assert bodies(plan, Referral)[0][1] == Referral(referral="R-C76DDA", agency="agency-b")
    registration = bodies(plan, Registration)[0][1]
    assert isinstance(registration, Registration)
    assert registration.concerns == ()


def test_a_follow_up_that_was_only_planned_is_the_next_day_of_the_last() -> None:
    planned_row = a_primero_follow_up(unique_id="f-002", followup_needed_by_date="2026-05-01", followup_date=None)
    plan = planned_case(followup_subform_section=[a_primero_follow_up(), planned_row])
    assert bodies(plan, FollowUp) == [
        (
            date(2026, 4, 1),
            FollowUp(channel=Channel.NOT_KNOWN, child_seen=YesNo.YES, next_on=date(2026, 5, 1)),
        )
    ]


def test_a_service_of_the_agency_itself_is_no_referral() -> None:
    own = a_primero_service(service_status_referred=False)
    assert bodies(planned_case(services_section=[own]), Referral) == []


def test_a_plan_that_nobody_dated_is_kept_locked_and_said() -> None:
    plan = planned_case(date_case_plan=None)
    assert bodies(plan, CasePlan) == []
    assert refusals(plan) == ["the plan was not taken in: its day is missing"]


def test_the_number_of_a_plan_line_does_not_change_with_its_place() -> None:
    other = a_primero_intervention(unique_id="p-002")
    before = planned_case(cp_case_plan_subform_case_plan_interventions=[a_primero_intervention(), other])
    after = planned_case(cp_case_plan_subform_case_plan_interventions=[other, a_primero_intervention()])
    numbers = []
    for plan in (before, after):
        body = bodies(plan, CasePlan)[0][1]
        assert isinstance(body, CasePlan)
        numbers.append([action.action for action in body.actions])
    assert numbers[0] == numbers[1][::-1]


def test_a_closed_case_is_closed_and_a_reopened_one_is_open_again() -> None:
    closed = planned(as_api_page([a_closed_case()]))
    reopened = planned(
        as_api_page(
            [
                a_closed_case(
                    closure_reason="death_of_child",
                    reopened_logs=[{"reopened_date": "2026-08-01T10:00:00Z", "reopened_user": "w04"}],
                )
            ]
        )
    )
    assert bodies(closed, Closure) == [(date(2026, 9, 1), Closure(reason=ClosureReason.OTHER))]
    assert bodies(reopened, Closure) == [(date(2026, 9, 1), Closure(reason=ClosureReason.DEATH))]
    assert [on for on, _body in bodies(reopened, Reopening)] == [date(2026, 8, 1)]
    seen = as_seen(CaseCode("B7A1D02"), NORTH, closed.cases[0].records, date(2026, 11, 21))
    assert status(seen) is Status.CLOSED


def test_a_closing_without_a_day_is_said_and_not_dated_by_us() -> None:
    plan = planned(as_api_page([a_closed_case(date_closure=None)]))
    assert bodies(plan, Closure) == []
    assert refusals(plan) == ["no record “Closure” was made: the day is missing"]


def test_an_approval_counts_only_from_somebody_who_is_known_to_approve() -> None:
    row = {
        "unique_id": "a-1",
        "approval_response_for": "case_plan",
        "approval_status": "approved",
        "approval_date": "2026-03-21",
        "approved_by": "s01",
    }
    plan = planned_case(approval_subforms=[row])
    expected = Approval(
        what=Approved.PLAN,
        body=ApprovingBody.SUPERVISOR,
        decision=ApprovalDecision.APPROVED,
        approver=PersonCode("S-01"),
    )
    assert bodies(plan, Approval) == [(date(2026, 3, 21), expected)]
    unknown = planned_case(approval_subforms=[row | {"approved_by": "w04"}])
    assert bodies(unknown, Approval) == []
    assert ["whoever gave it is not known" in what for what in refusals(unknown)] == [True]


def test_a_transfer_names_the_agency_and_when_it_accepted() -> None:
    row = {
        "id": "t-1",
        "type": "Transfer",
        "transitioned_to_agency": "agency-c",
        "created_at": "2026-10-01",
        "status": "accepted",
        "responded_at": "2026-10-03",
    }
    plan = planned_case(status="transferred", transitions=[row, row | {"id": "t-2", "type": "Referral"}])
    assert bodies(plan, Transfer) == [(date(2026, 10, 1), Transfer(agency="agency-c", accepted_on=date(2026, 10, 3)))]
    assert "it is marked as transferred, and the file does not say to whom or when" in refusals(
        planned_case(status="transferred")
    )


def test_a_start_date_stands_in_every_registration() -> None:
    plan = planned(SHAPES["page"], terms=the_terms(start_date=date(2026, 11, 1)))
    registration = bodies(plan, Registration)[0][1]
    assert isinstance(registration, Registration)
    assert registration.duties_from == date(2026, 11, 1)


def test_cases_from_before_today_ask_for_the_day_on_which_the_agency_begins() -> None:
    asked = [notice.what for notice in planned(SHAPES["page"]).notices if "--start" in notice.what]
    assert asked == [
        (
            "1 new cases were registered before today: what was due since then is late, and they wait for agreement as "
            "intakes. Were they at work already? Then give the day on which you begin here, such as --start 2026-11-21"
        )
    ]
    begun = planned(SHAPES["page"], terms=the_terms(start_date=date(2026, 11, 1)))
    assert [notice.what for notice in begun.notices if "--start" in notice.what] == []


def test_consent_without_its_giver_is_not_made_up() -> None:
    plan = planned_case(consent_for_services=True)
    assert refusals(plan) == ["no record “Consent or assent” was made: the day is missing"]
    plan = planned_case(consent_for_services=True, consent_date="2026-03-02")
    assert refusals(plan) == ["no record “Consent or assent” was made: “Who” is missing or does not fit"]


def test_an_age_that_cannot_be_makes_no_registration() -> None:
    plan = planned_case(age=99)
    assert bodies(plan, Registration) == []
    assert refusals(plan) == ["no record “Registration” was made: “Age when registered” is missing or does not fit"]


def test_what_lies_ahead_is_not_recorded() -> None:
    plan = planned_case(followup_subform_section=[a_primero_follow_up(followup_date="2027-04-01")])
    assert bodies(plan, FollowUp) == []
    assert refusals(plan) == ["“Follow-up” lies ahead, on 2027-04-01"]


def test_rows_that_are_no_cases_any_more_are_refused() -> None:
    plan = planned(
        as_api_page(
            [
                a_primero_case(record_state=False),
                a_closed_case(status="duplicate"),
                a_primero_case(id="x1", case_id="x1", case_id_display="C-0119", registration_date=None),
            ]
        )
    )
    assert plan.cases == ()
    assert [(problem.where.row, problem.what) for problem in plan.refused] == [
        (1, "the case was deleted in the system that it comes from"),
        (2, "the case is marked as a duplicate in the system that it comes from"),
        (3, "the day of registration is missing"),
    ]


def test_a_case_without_a_day_of_registration_takes_the_day_it_was_entered_and_says_so() -> None:
    plan = planned_case(registration_date=None, created_at="2026-03-03T08:00:00Z")
    assert bodies(plan, Registration)[0][0] == date(2026, 3, 3)
    taken = "1 cases have no day of registration: the day on which they were entered there is taken"
    assert [notice.what for notice in plan.notices if "registered before today" not in notice.what] == [taken]


BY_HAND = "Case No;Date Registered;Case Worker;Risk;Last Visit\n"


def by_hand(*rows: str, mapping: Mapping | None = None) -> ImportPlan:
    return planned((BY_HAND + "\n".join(rows) + "\n").encode(), mapping=mapping)


def test_a_sheet_typed_by_hand_becomes_cases() -> None:
    plan = by_hand("C-0117;31/03/2026;w04;high;01/04/2026")
    assert [change.body for change in plan.cases[0].changes if change.kind is not Registration] == [
        Assignment(worker=PersonCode("W-04")),
        RiskLevelSet(level="high"),
    ]
    assert [(question.header, question.either) for question in plan.questions] == [("Last Visit", 1)]


def test_an_ambiguous_column_is_asked_about_and_the_answer_is_used() -> None:
    rows = ("C-0117;03/04/2026;w04;high;", "C-0118;05/06/2026;w05;low;")
    asked = by_hand(*rows)
    assert (asked.may_be_written, [str(question) for question in asked.questions]) == (
        False,
        ["cases.file, column Date Registered: day first or month first? 2 dates can be read both ways."],
    )
    read = read_from((BY_HAND + "\n".join(rows) + "\n").encode())
    mapping = propose_mapping(read, NORTH, PEOPLE)
    for order, day in ((DateOrder.DAY_FIRST, date(2026, 4, 3)), (DateOrder.MONTH_FIRST, date(2026, 3, 4))):
        answered = by_hand(*rows, mapping=msgspec.structs.replace(mapping, dates=order))
        assert (answered.questions, bodies(answered, Registration)[0][0]) == ((), day)


def test_a_registration_day_that_cannot_be_read_says_why() -> None:
    plan = by_hand("C-0116;2026-03-31;;;", "C-0117;31/03/26;;;")
    assert [(problem.where.row, problem.what) for problem in plan.refused] == [
        (3, "the day of registration is missing"),
        (3, "the year has two digits, so its century is not known"),
    ]


def test_while_a_question_stands_open_the_report_asks_it_and_no_more() -> None:
    lines = list(report_lines(by_hand("C-0117;03/04/2026;;;")))
    assert lines[0].startswith("cases.file, column Date Registered: day first or month first?")
    assert lines[-1].startswith("Nothing can be written before")
    assert not any("C-0117" in line for line in lines)


def test_words_that_wait_for_a_meaning_are_listed() -> None:
    lines = list(report_lines(by_hand("C-0117;2026-03-31;stranger;purple;")))
    assert "nobody has said what “stranger” means in assignment.worker" in lines


def test_a_person_and_a_level_that_nobody_knows_are_refused_by_field() -> None:
    plan = by_hand("C-0117;2026-03-31;stranger;purple;")
    assert [(problem.where.column, problem.what) for problem in plan.cases[0].refused] == [
        ("Case Worker", "nobody has said what this word means here"),
        ("Risk", "nobody has said what this word means here"),
    ]
    assert [change.kind for change in plan.cases[0].changes] == [Registration]


@pytest.mark.parametrize("code", ["Nobody Invented", "../C-01", "C:17", "x", ""])
def test_a_code_that_cannot_be_one_is_refused_with_its_row(code: str) -> None:
    plan = by_hand("C-0116;2026-03-31;;;", f"{code};2026-03-31;;;")
    assert [case.code for case in plan.cases] == ["C-0116"]
    assert [problem.where.row for problem in plan.refused] == [3]
    assert code == "" or code not in str(plan.refused[0])


def test_codes_can_be_derived_for_an_agency_whose_numbers_are_paths() -> None:
    read = read_from((BY_HAND + "KE/NRB/17;2026-03-31;;;\n").encode())
    mapping = msgspec.structs.replace(propose_mapping(read, NORTH, PEOPLE), codes=CodesFrom.DERIVED)
    plan = by_hand("KE/NRB/17;2026-03-31;;;", mapping=mapping)
    assert [case.code[:2] for case in plan.cases] == ["P-"]
    assert kept(plan)["", "Case No"] == "KE/NRB/17"


def test_one_case_in_two_rows_comes_in_once() -> None:
    plan = by_hand("C-0117;2026-03-31;;;", "c 0117;2026-03-30;;;")
    assert [(problem.where.row, problem.what) for problem in plan.refused] == [
        (3, "the same case stands in row 2 already")
    ]


def test_two_ids_that_end_alike_are_two_cases() -> None:
    ending = FIRST_ID[-7:]
    twin = f"aaaaaaaa-0000-4000-8000-00000{ending}"
    plan = planned(as_api_page([a_primero_case(), a_primero_case(id=twin, case_id=twin)]))
    assert [case.code for case in plan.cases] == ["583069E", "P-00000583069E"]
    here = RememberedCases()
    here.carry_out(planned(as_api_page([a_primero_case()])))
    later = planned(as_api_page([a_primero_case(id=twin, case_id=twin)]), here)
    assert [(case.code, case.is_new) for case in later.cases] == [("P-00000583069E", True)]


def test_a_caseworker_without_a_key_is_found_by_code() -> None:
    paper = Person(PersonCode("W-11"), "paper", (Role.CASEWORKER,))
    terms = msgspec.structs.replace(the_terms(), people=(*PEOPLE, paper))
    plan = planned(as_api_page([a_primero_case(owned_by="w-11")]), terms=terms)
    assert bodies(plan, Assignment)[0][1] == Assignment(worker=PersonCode("W-11"))


def test_a_column_that_the_mapping_does_not_know_is_said_aloud() -> None:
    mapping = Mapping("old.csv", columns=(ColumnMapping("Case No", field="case.code", identifying=False),))
    content = b"Case No;Date Registered;Remarks\nC-0117;2026-03-31;sings\n"
    plan = planned(content, mapping=mapping)
    about_columns = [notice for notice in plan.notices if notice.where.column]
    assert [(notice.where.column, notice.what) for notice in about_columns] == [
        ("Date Registered", "this column is not in the mapping file; it becomes “registration.on”"),
        ("Remarks", "this column is not in the mapping file; it is kept locked"),
    ]


def test_an_entry_of_the_mapping_for_a_column_that_is_not_there_does_no_harm() -> None:
    mapping = Mapping("old.csv", columns=(ColumnMapping("Gone", field="registration.sex", identifying=False),))
    assert len(by_hand("C-0117;2026-03-31;;;", mapping=mapping).cases) == 1
