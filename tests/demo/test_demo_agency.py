from collections import Counter
from datetime import datetime, timedelta

import msgspec
import pytest

from supervisor_tui.casework.demo_agency import demo_agency
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import PersonCode, is_code
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.people import Role
from supervisor_tui.domain.records.note import MeetingDecision, Readiness
from supervisor_tui.domain.records.plan import ActionAdded
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.domain.status import worker
from supervisor_tui.exchange.minutes.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.guidance.kinds import CORE_KINDS
from tests.demo.opened import MOMENTS, SATURDAY, agency, case_files, due_items, host, open_cases

ON_PAPER = PersonCode("W-04")
QUIET = PersonCode("W-05")
BUSY = PersonCode("W-03")


def test_the_agency_is_the_same_whenever_it_is_opened_on_the_same_moment() -> None:
    assert demo_agency(SATURDAY) == agency(SATURDAY)


def test_the_agency_moves_with_the_day() -> None:
    assert demo_agency(SATURDAY + timedelta(days=1)).cases != agency(SATURDAY).cases


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        demo_agency(datetime(2026, 11, 21, 14))  # noqa: DTZ001 - the fault that is tried


def test_nobodys_code_repeats() -> None:
    made = agency()
    codes = [
        [str(person.code) for person in made.people],
        [str(code) for code, _records in made.cases],
        [str(record.id) for _code, records in made.cases for record in records],
        [str(meeting.id) for meeting in made.meetings],
        [str(line.id) for line in made.lines],
    ]
    assert [[code for code, count in Counter(kind).items() if count > 1] for kind in codes] == [[], [], [], [], []]
    assert all(is_code(code) for code in (*codes[0], *codes[1]))


def test_the_people_are_those_of_a_small_agency() -> None:
    roles = Counter(role for person in agency().people for role in person.roles)
    assert roles == {Role.SUPERVISOR: 2, Role.MANAGER: 1, Role.FACILITATOR: 1, Role.AUDITOR: 1, Role.CASEWORKER: 11}
    supervisors = {person.code for person in agency().people if Role.SUPERVISOR in person.roles}
    assert {person.supervisor for person in agency().people if Role.CASEWORKER in person.roles} == supervisors
    assert agency().without_key == (ON_PAPER,)


def test_about_260_cases_over_three_years_in_three_programmes() -> None:
    assert 255 <= len(agency().cases) <= 285
    assert {case.programme.id for case in case_files()} == {"north", "river", "harbour"}
    first = min(record.on for _code, records in agency().cases for record in records)
    assert 1000 < (SATURDAY.date() - first).days < 1100


@pytest.mark.parametrize("moment", MOMENTS)
def test_one_caseworker_carries_more_than_25_cases_and_nobody_carries_none(moment: datetime) -> None:
    loads = Counter(worker(case) for case in open_cases(moment))
    caseworkers = {person.code for person in agency().people if Role.CASEWORKER in person.roles}
    assert set(loads) == {*caseworkers, None}
    assert [code for code, count in loads.items() if count > 25] == [BUSY]
    assert min(loads[code] for code in caseworkers) >= 8


def test_what_the_one_on_paper_did_stands_there_in_the_supervisors_name() -> None:
    writers = {record.by for _code, records in agency().cases for record in records}
    assert ON_PAPER not in writers
    mine = {case.code for case in open_cases() if worker(case) == ON_PAPER}
    assert {record.by for code, records in agency().cases if code in mine for record in records} >= {PersonCode("W-21")}


@pytest.mark.parametrize("moment", MOMENTS)
def test_one_caseworker_has_entered_nothing_for_days_and_the_others_have(moment: datetime) -> None:
    newest: dict[PersonCode, datetime] = {}
    for _code, records in agency(moment).cases:
        for record in records:
            newest[record.by] = max(record.entered_on, newest.get(record.by, record.entered_on))
    typing = {person.code for person in agency().people if Role.CASEWORKER in person.roles} - {ON_PAPER}
    assert {code for code in typing if moment - newest[code] > timedelta(days=7)} == {QUIET}


@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_has_happened_or_was_entered_after_the_moment(moment: datetime) -> None:
    records = [record for _code, found in agency(moment).cases for record in found]
    assert [record.id for record in records if record.on > moment.date() or record.entered_on > moment] == []
    assert [record.id for record in records if record.entered_on.date() < record.on] == []
    assert all(record.entered_on.tzinfo is not None for record in records)
    assert [line.id for line in agency(moment).lines if line.at > moment] == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_record_decodes_as_its_kind_says(moment: datetime) -> None:
    unreadable: Counter[str] = Counter()
    for _code, records in agency(moment).cases:
        for record in records:
            try:
                if host().kinds.decode(record) is None:
                    unreadable[f"{record.kind}: not installed"] += 1
            except msgspec.MsgspecError as error:
                unreadable[f"{record.kind}: {error}"] += 1
    assert unreadable == {}


def test_every_kind_of_record_of_the_product_appears() -> None:
    kinds = {record.kind for _code, records in agency().cases for record in records}
    assert {kind.KIND for kind in CORE_KINDS} - kinds == set()


def test_the_sets_find_no_fault_in_it() -> None:
    assert any(due_items(case) for case in case_files())
    assert [(report.id, report.faults) for report in host().reports()] == [
        ("iag_core", ()),
        ("prerana_exit", ()),
        ("reintegration_benchmarks", ()),
    ]


def test_every_decided_number_is_one_that_a_set_reads_and_some_stay_open() -> None:
    declared = {(set_id, setting.key): setting for set_id, setting in host().declared_settings()}
    decided = {(value.set, value.key) for value in agency().agency_values}
    assert decided <= set(declared)
    assert [key for key, setting in declared.items() if setting.default is None and key not in decided]


def test_what_minutes_decided_stands_in_the_case_file() -> None:
    kinds = {record.id: record.kind for _code, records in agency().cases for record in records}
    made = [(line.kind, kinds[line.record]) for line in agency().lines if line.record is not None]
    assert set(made) == {
        (LineKind.DECISION, MeetingDecision.KIND),
        (LineKind.ACTION, ActionAdded.KIND),
        (LineKind.READINESS, Readiness.KIND),
    }
    assert [line.id for line in agency().lines if line.kind is LineKind.ACTION and line.record is None] == []
    assert {line.meeting for line in agency().lines} <= {meeting.id for meeting in agency().meetings}


def test_no_name_of_a_child_stands_in_cases_or_minutes() -> None:
    made = agency()
    names = {identity.name for identity in made.identities.values()}
    assert len(names) == len(made.cases)
    bodies = b"".join(bytes(record.body) for _code, records in made.cases for record in records).decode()
    minutes = "".join(
        minutes_as_markdown(
            MinutesText(meeting=meeting, lines=tuple(line for line in made.lines if line.meeting == meeting.id))
        )
        for meeting in made.meetings
    )
    staff = [person.short_name for person in made.people]
    for text in (bodies, minutes):
        assert "Demo Child" not in text
        assert "Example Road" not in text
        assert [name for name in staff if f" {name} " in text] == []


def test_the_names_of_the_demo_can_be_taken_for_nobodys() -> None:
    identity = agency().identities[agency().cases[116][0]]
    assert identity.name == "Demo Child 117"
    assert identity.address == "117 Example Road, Nowhere"


def test_some_notes_hold_text_that_a_careless_screen_would_obey() -> None:
    decoder = msgspec.json.Decoder()
    texts = [
        str(body.get("note") or body.get("text") or "")
        for _code, records in agency().cases
        for record in records
        if record.kind in {"note", "follow_up"}
        for body in [decoder.decode(record.body)]
    ]
    assert any("[/ ]" in text for text in texts)
    assert any("\x1b" in text for text in texts)
    assert any("\u202e" in text for text in texts)
    assert any(len(word) > 100 for text in texts for word in text.split())
    assert not any(character in shown(text) for text in texts for character in "\x1b\u202e\u0000")


def test_most_of_what_the_guidelines_ask_to_be_on_file_is_there_and_some_of_each_sort_is_not() -> None:
    answers = Counter(
        check.answer.result
        for case in open_cases()
        for found in host().case_checks(case, SATURDAY.date())
        for check in found.checks
    )
    assert answers[Result.PASS] > 5 * answers[Result.FAIL]
    assert answers[Result.PASS] > answers[Result.UNKNOWN]
    assert min(answers[result] for result in Result) > 100
    assert [report.faults for report in host().reports()] == [(), (), ()]
