"""Who carries what: the filter, what counts as late, and whose cases are looked after by whom."""

import dataclasses
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from supervisor_tui.casework.caseload import CaseLine, WorkerLoad, caseload, caseload_looked_after, filtered, loads
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, record_of, save, worked_out
from supervisor_tui.casework.today import today
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId, SetId
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.programme import Programme, SetInForce, Standing
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status
from supervisor_tui.guidance.discovery import load
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.rules import Rule, RuleBook
from supervisor_tui.store.rows import CaseSummary
from tests.tui.agency import AMOS, LEILA, NAIROBI, NORTH, NOW, RUTH

TODAY = NOW.date()
CODE = CaseCode("C-0117")
IN_THE_OPEN = {"C-0117", "C-0048"}


def a_line(**fields: object) -> CaseLine:
    """Return a line as `caseload` gives it; the words searched are those that it shows."""
    summary = CaseSummary(
        case=CaseCode("C-0001"),
        programme=ProgrammeId("north"),
        worker=AMOS.code,
        status=Status.OPEN.value,
        risk="high",
        risk_letter="H",
        risk_rank=1,
        step=Step.PLAN.value,
        opened_on=None,
        closed_on=None,
        last_contact=None,
        last_entry=None,
        next_due=None,
        next_what="",
        closing="",
        age_band="",
        urgent=False,
        episode=1,
        intake_at=None,
        duties_from=None,
    )
    summary = msgspec.structs.replace(summary, **fields)
    name = "Amos" if summary.worker == AMOS.code else ""
    words = f"{summary.case} {name} {summary.worker or ''} {summary.risk} {summary.next_what}"
    return CaseLine(summary, 0, name, None, words.casefold())


lines = st.lists(
    st.builds(
        a_line,
        case=st.sampled_from([CaseCode(f"C-00{number}") for number in range(10, 30)]),
        worker=st.sampled_from([AMOS.code, LEILA.code, None]),
        risk=st.sampled_from(["high", "medium", ""]),
        risk_letter=st.sampled_from(["H", "M", "?"]),
        next_what=st.sampled_from(["visit", "Review of the plan", ""]),
    ),
    max_size=12,
)
words = st.sampled_from(
    [
        "amos",
        "C-001",
        "HIGH",
        "vis",
        "plan",
        "worker:os",
        "worker:04",
        "risk:h",
        "worker:w-04",
        "case:c-00",
        "worker:os",
        "risk:e",
        "risk:",
        "x:y",
        "",
    ]
)
READ: dict[str, Callable[[CaseLine], str]] = {
    "risk": lambda line: f"{line.summary.risk} {line.summary.risk_letter}",
    "worker": lambda line: f"{line.worker_name} {line.summary.worker or ''}",
    "case": lambda line: line.summary.case,
}


def holds(line: CaseLine, word: str) -> bool:
    """Say what the filter promises of one word, in other words than it is written in."""
    field, colon, start = word.casefold().partition(":")
    if not colon or field not in READ:
        return word.casefold() in line.searched
    return not start or any(part.startswith(start) for part in READ[field](line).casefold().split())


@given(lines, st.lists(words, max_size=3))
def test_a_filter_shows_exactly_the_lines_that_hold_every_word_in_their_order(
    held: list[CaseLine], typed: list[str]
) -> None:
    assert filtered(held, " ".join(typed)) == [line for line in held if all(holds(line, word) for word in typed)]


@given(lines, st.lists(words, max_size=3), words)
def test_another_word_never_brings_a_line_back(held: list[CaseLine], typed: list[str], more: str) -> None:
    narrower = filtered(held, " ".join([*typed, more]))
    assert narrower == filtered(filtered(held, " ".join(typed)), more)


def test_a_field_with_nothing_typed_after_it_hides_nobody(desk: Desk) -> None:
    lines = caseload(desk)
    assert filtered(lines, "worker:") == list(lines)


def test_words_of_what_is_seen_find_the_line(desk: Desk) -> None:
    found = filtered(caseload(desk), "risk:h amos late")
    assert [line.summary.case for line in found] == ["C-0117"]


def one_rule(due: date | datetime) -> PluginHost:
    """Return a host of one set that asks every case for one thing."""
    rules = RuleBook(SetId("field_practice"))

    @rules.schedule_rule("XX-1", title="One thing", source="tests")
    def one_thing(case: CaseFile, as_of: date, settings: Settings) -> list[DueItem]:
        """One thing is asked for."""
        return [DueItem("one thing", due=due)]

    class OneRule:
        @hookimpl
        def register_guidance_set(self) -> GuidanceSet:
            return GuidanceSet(SetId("field_practice"), "One", "One", "9.9", "tests", 0)

        @hookimpl
        def register_rules(self) -> tuple[Rule, ...]:
            return rules.all()

    return PluginHost(load([("field_practice", OneRule)]))


def late_today_and_in_the_caseload(desk: Desk, due: date | datetime) -> tuple[int, int]:
    asked = dataclasses.replace(desk, host=one_rule(due))
    save(asked, CODE, [Draft(FollowUp(channel=Channel.CALL), TODAY)])
    on_today = [line for line in today(asked).act_now if line.row.case == CODE]
    line = next(line for line in caseload(asked) if line.summary.case == CODE)
    return len(on_today), line.late


def test_an_hour_that_passed_this_morning_is_late_on_today_and_in_the_caseload(desk: Desk) -> None:
    assert late_today_and_in_the_caseload(desk, NOW - timedelta(hours=1)) == (1, 1)


def test_an_hour_is_judged_by_the_moment_whatever_day_it_is_where_it_was_written(desk: Desk) -> None:
    west, east = timezone(timedelta(hours=-11)), timezone(timedelta(hours=14))
    to_come = (NOW + timedelta(minutes=5)).astimezone(west)
    assert to_come.date() < TODAY
    assert late_today_and_in_the_caseload(desk, to_come) == (0, 0)
    assert late_today_and_in_the_caseload(desk, (NOW - timedelta(minutes=5)).astimezone(east)) == (1, 1)


def test_the_last_day_itself_is_in_time(desk: Desk) -> None:
    assert late_today_and_in_the_caseload(desk, TODAY) == (0, 0)
    assert late_today_and_in_the_caseload(desk, TODAY - timedelta(days=1)) == (1, 1)


def test_a_past_day_counts_hours_up_to_its_end(desk: Desk) -> None:
    due = datetime(2026, 11, 16, 8, tzinfo=NAIROBI)
    then = dataclasses.replace(desk, host=one_rule(due), day=due.date())
    assert {line.late for line in caseload(then)} == {1}
    the_day_before = dataclasses.replace(then, day=due.date() - timedelta(days=1))
    assert {line.late for line in caseload(the_day_before)} == {0}


def test_duties_of_before_the_agency_began_are_late_nowhere(desk: Desk) -> None:
    began = Registration(programme=NORTH.id, duties_from=date(2026, 11, 20))
    first = desk.store.records.of(CODE)[0]
    asked = dataclasses.replace(desk, host=one_rule(date(2026, 11, 19)))
    save(asked, CODE, [Draft(began, first.on, amends=first.id)])
    line = next(line for line in caseload(asked) if line.summary.case == CODE)
    assert (line.late, line.summary.next_due, line.summary.next_what) == (0, None, "")
    assert [one for one in today(asked).act_now if one.row.case == CODE] == []


def left(desk: Desk, person: Person) -> None:
    seen = desk.store.people.seen(person.code)
    assert seen is not None
    desk.store.people.replace(seen, msgspec.structs.replace(person, active=False), RUTH.code)


def shown_today(desk: Desk) -> set[str]:
    page = today(desk)
    return {line.row.case for line in (*page.act_now, *page.this_week)}


def test_the_cases_of_a_caseworker_who_left_stay_on_today_and_in_the_team(desk: Desk) -> None:
    before = shown_today(desk)
    left(desk, AMOS)
    assert shown_today(desk) == before >= IN_THE_OPEN
    assert [(load.name, load.cases, load.has_left) for load in loads(desk, caseload(desk))] == [
        ("Amos", 2, True),
        ("Leila", 2, False),
    ]


def test_who_left_with_no_open_case_is_listed_no_more(desk: Desk) -> None:
    left(desk, AMOS)
    for code in IN_THE_OPEN:
        save(desk, CaseCode(code), [Draft(Assignment(worker=LEILA.code), TODAY)])
    assert [load.worker for load in loads(desk, caseload(desk))] == [LEILA.code]


def test_a_code_that_is_nobodys_here_is_looked_after_too(desk: Desk) -> None:
    save(desk, CODE, [Draft(Assignment(worker=PersonCode("W-99")), TODAY)])
    assert CODE in shown_today(desk)
    assert "W-99" in {load.worker for load in loads(desk, caseload(desk))}


NOOR = Person(PersonCode("S-02"), "Noor", (Role.SUPERVISOR,))
SAM = Person(PersonCode("W-06"), "Sam", (Role.CASEWORKER,), supervisor=NOOR.code)


def with_another_team(desk: Desk) -> Desk:
    """Give C-0117 to Sam, whose supervisor is Noor, and return Ruth's desk."""
    for person in (NOOR, SAM):
        desk.store.people.add(person, RUTH.code)
    save(desk, CODE, [Draft(Assignment(worker=SAM.code), TODAY)])
    return desk


def test_each_supervisor_sees_the_own_team(desk: Desk) -> None:
    ruths = with_another_team(desk)
    noors = dataclasses.replace(ruths, person=NOOR)
    assert (CODE in shown_today(ruths), CODE in shown_today(noors)) == (False, True)
    assert [one.code for one in ruths.team()] == [AMOS.code, LEILA.code]
    assert [one.code for one in noors.team()] == [SAM.code]


def test_the_lines_looked_after_are_those_of_the_caseload_without_other_teams(desk: Desk) -> None:
    ruths = with_another_team(desk)
    noors = dataclasses.replace(ruths, person=NOOR)
    every = caseload(ruths)
    for one, elsewhere in ((ruths, {SAM.code}), (noors, {AMOS.code, LEILA.code, RUTH.code})):
        expected = tuple(line for line in every if line.summary.worker not in elsewhere)
        assert caseload_looked_after(one) == expected
        past = dataclasses.replace(one, day=TODAY)
        assert [line.summary.case for line in caseload_looked_after(past)] == [line.summary.case for line in expected]


def test_the_team_of_a_supervisor_who_left_is_everybodys(desk: Desk) -> None:
    ruths = with_another_team(desk)
    left(ruths, NOOR)
    assert CODE in shown_today(ruths)
    assert [one.code for one in ruths.team()] == [AMOS.code, LEILA.code, SAM.code]


def test_the_last_entry_is_what_somebody_here_wrote_down(desk: Desk) -> None:
    before = next(line.summary.last_entry for line in caseload(desk) if line.summary.case == CODE)
    for how in (HowKnown.IMPORTED, HowKnown.TOLD):
        draft = Draft(FollowUp(channel=Channel.CALL), date(2026, 11, 20), how, told_by="W-04", source="export.csv")
        record = record_of(desk, CODE, draft, NOW)
        rows = worked_out(desk, CODE, (*desk.store.records.of(CODE), record))
        desk.store.records.add((record,), rows=rows, by=RUTH.code)
        assert next(line.summary.last_entry for line in caseload(desk) if line.summary.case == CODE) == before
    save(desk, CODE, [Draft(FollowUp(channel=Channel.CALL), TODAY)])
    assert next(line.summary.last_entry for line in caseload(desk) if line.summary.case == CODE) == NOW
    amos = next(load for load in loads(desk, caseload(desk)) if load.worker == AMOS.code)
    assert amos == WorkerLoad(AMOS.code, "Amos", cases=2, late=1, last_entry=NOW)


def test_a_registration_entered_later_names_no_programme_before_it_was_known(desk: Desk) -> None:
    south = Programme(ProgrammeId("south"), "South", sets=(SetInForce(SetId("none"), Standing.INFORMS, TODAY, "x"),))
    desk.store.programmes.add(south, RUTH.code)
    first = desk.store.records.of(CODE)[0]
    save(desk, CODE, [Draft(Registration(programme=south.id), first.on, amends=first.id)])
    assert desk.case(CODE).programme.id == "south"
    then = dataclasses.replace(desk, known_at=TODAY - timedelta(days=1))
    assert then.case(CODE).programme.id == "north"


def test_a_record_that_cannot_be_read_is_one_line_not_known_and_the_rest_stands(desk: Desk) -> None:
    broken = msgspec.structs.replace(
        record_of(desk, CODE, Draft(FollowUp(channel=Channel.CALL), TODAY), NOW), body=msgspec.Raw(b'{"channel":"owl"}')
    )
    rows = worked_out(desk, CODE, (*desk.store.records.of(CODE), broken))
    summary, due = rows.summary, rows.due
    assert [row.item.unknown for row in due if not row.rule] == [
        f"record {broken.id} (follow_up) cannot be read; it is kept as it is"
    ]
    assert (summary.status, summary.worker, summary.risk) == ("open", AMOS.code, "high")
