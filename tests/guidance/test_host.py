"""The host: whom it asks, in which order it answers, and how far an answer can go."""

from itertools import permutations

import msgspec
import pytest

from supervisor_tui.domain.answers import Answer, Missing, Result
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import MeetingId, PersonCode, ProgrammeId, RuleId, SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingDiary, MeetingFile
from supervisor_tui.domain.programme import Programme, SetInForce, Standing
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.guidance.discovery import Candidate, installed
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.guidance_set import Combines
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import CheckAnswer, earliest
from supervisor_tui.guidance.rules import RuleBook, RuleKind, Strength
from supervisor_tui.testing import LONG_AGO, a_case, a_meeting, a_programme, written
from tests.guidance.sets import (
    DAY,
    a_rule,
    a_set,
    asks_for_a_visit,
    case_of,
    fails,
    host_of,
    introduced,
    passes,
    raising,
    sound,
)

UNKNOWN_CHECK = Answer.unknown("who knows", missing=Missing(record="follow_up", field="safe"))


def test_a_set_that_is_switched_off_is_never_imported() -> None:
    touched: list[str] = []

    host = host_of(("off", lambda: touched.append("off")), sound("good"), disabled=["off"])

    assert touched == []
    assert [one.id for one in host.sets] == ["good"]
    assert [report.id for report in host.reports()] == ["good"]


def test_the_order_in_which_sets_are_found_does_not_matter() -> None:
    candidates = (sound("b"), sound("a", fails), sound("c"))
    case = case_of("a", "c")

    hosts = [host_of(*order) for order in permutations(candidates)]

    for host in hosts:
        found = [(one.set.id, one.standing.standing, one.verdict) for one in host.review_closing(case, DAY)]
        assert found == [
            ("a", Standing.DECIDES, Result.FAIL),
            ("c", Standing.DECIDES, Result.PASS),
            ("b", Standing.OFF, Result.PASS),
        ]
        assert [one.set for one in host.due_items(case, DAY)] == ["a", "c"]
        assert [rule.id for rule in host.rules()] == ["A-1", "A-2", "B-1", "B-2", "C-1", "C-2"]


def test_deciding_sets_stand_first_and_each_says_what_it_counts_for() -> None:
    programme = Programme(
        ProgrammeId("north"),
        "North",
        sets=(
            SetInForce(SetId("a"), Standing.INFORMS, LONG_AGO, "trial"),
            SetInForce(SetId("z"), Standing.DECIDES, LONG_AGO, "agreed"),
        ),
    )
    own = written(GuidanceForCase(set=SetId("m"), standing=Standing.INFORMS, reason="court"), "2026-01-01")

    found = host_of(sound("a"), sound("m"), sound("z")).review_closing(a_case(own, programme=programme), DAY)

    assert [(one.set.id, one.standing.standing.value, one.standing.reason) for one in found] == [
        ("z", "decides", "agreed"),
        ("a", "informs", "trial"),
        ("m", "informs", "court"),
    ]


def test_a_set_in_force_that_is_not_installed_is_unknown() -> None:
    found = host_of(sound("good")).review_closing(case_of("good", "gone"), DAY)

    assert [(one.set.id, one.verdict, one.checks) for one in found if one.set.id == "gone"] == [
        ("gone", Result.UNKNOWN, ())
    ]
    assert len(found) == 2


def test_sets_that_are_not_in_force_ask_for_nothing_but_can_be_looked_at() -> None:
    finding = Finding(Severity.WARN, "look again")
    rules = (
        a_rule("off", "OFF-1", fails),
        a_rule("off", "OFF-2", asks_for_a_visit, RuleKind.SCHEDULE),
        a_rule("off", "OFF-3", lambda *_given: [finding], RuleKind.VALIDATOR),
        a_rule("off", "OFF-4", lambda *_given: [AgendaLine(text="exits")], RuleKind.MEETING_RULE),
    )
    host, nobody = host_of(a_set("off", rules=rules)), case_of()

    assert host.due_items(nobody, DAY) == ()
    assert host.check_draft(nobody, Note(text="a"), DAY) == ()
    assert host.meetings.agenda(MeetingFile(meeting=A_MEETING, cases=(nobody,)), DAY) == ()
    assert [(one.set.id, one.standing.standing, one.verdict) for one in host.review_closing(nobody, DAY)] == [
        ("off", Standing.OFF, Result.FAIL)
    ]


A_MEETING = Meeting(
    id=MeetingId("M-1"), kind=MeetingKind.MANAGEMENT, starts=written(Note(text="a"), "2026-03-09").entered_on
)


def test_what_sets_find_and_propose_carries_their_rule_and_refusals_come_first() -> None:
    warn, refuse = Finding(Severity.WARN, "look again", "text"), Finding(Severity.REFUSE, "cannot be")
    a = a_set(
        "a",
        rules=(
            a_rule("a", "A-1", lambda *_given: [warn], RuleKind.VALIDATOR),
            a_rule("a", "A-2", lambda file, *_given: [AgendaLine(text=file.cases[0].code)], RuleKind.MEETING_RULE),
        ),
    )
    b = a_set("b", rules=(a_rule("b", "B-1", lambda *_given: [refuse], RuleKind.VALIDATOR),))
    host, case = host_of(a, b), case_of("a", "b")

    assert host.check_draft(case, Note(text="a"), DAY) == (
        Finding(Severity.REFUSE, "cannot be", "", RuleId("B-1"), SetId("b")),
        Finding(Severity.WARN, "look again", "text", RuleId("A-1"), SetId("a")),
    )
    about = MeetingFile(meeting=A_MEETING, cases=(case_of(), case))
    assert host.meetings.agenda(about, DAY) == (AgendaLine(text="C-0001", rule="A-2"),)


@pytest.mark.parametrize(
    ("declared", "check", "expected"),
    [
        (1, passes, (Result.PASS, (1, 1))),
        (3, passes, (Result.UNKNOWN, (1, 3))),
        (3, fails, (Result.FAIL, (1, 3))),
        (0, passes, (Result.PASS, (1, 1))),
    ],
)
def test_while_checks_are_missing_the_answer_is_at_best_not_known(
    declared: int, check: object, expected: tuple[Result, tuple[int, int]]
) -> None:
    rules = (
        a_rule("good", "GOOD-1", check),  # type: ignore[arg-type]
        a_rule("good", "GOOD-2", fails, strength=Strength.WARNS),
    )
    host = host_of(a_set("good", rules=rules, guidance=introduced("good", closure_checks=declared)))

    (found,) = host.review_closing(case_of("good"), DAY)

    assert (found.verdict, found.built) == expected


def test_a_set_without_a_blocking_check_never_says_ready() -> None:
    advice = a_set("good", rules=(a_rule("good", "GOOD-1", passes, strength=Strength.WARNS),))

    (found,) = host_of(advice).review_closing(case_of("good"), DAY)

    assert (found.verdict, found.built) == (Result.UNKNOWN, (0, 0))


def test_only_a_blocking_check_that_is_open_stands_in_the_way() -> None:
    rule, advice = a_rule("good", "GOOD-1", fails), a_rule("good", "GOOD-2", fails, strength=Strength.WARNS)

    assert CheckAnswer(rule, Answer.fails("no")).stands_in_the_way
    assert CheckAnswer(rule, UNKNOWN_CHECK).stands_in_the_way
    assert not CheckAnswer(rule, Answer.passes("yes")).stands_in_the_way
    assert not CheckAnswer(rule, Answer.does_not_apply("no")).stands_in_the_way
    assert not CheckAnswer(advice, Answer.fails("no")).stands_in_the_way


def unknown(*_given: object) -> Answer:
    """Say that nobody knows."""
    return UNKNOWN_CHECK


def not_asked(*_given: object) -> Answer:
    """Say that it does not apply."""
    return Answer.does_not_apply("not here")


@pytest.mark.parametrize(
    ("one", "two", "common", "verdict"),
    [
        (passes, fails, passes, Result.PASS),
        (passes, fails, fails, Result.FAIL),
        (passes, fails, unknown, Result.UNKNOWN),
        (unknown, fails, passes, Result.UNKNOWN),
        (not_asked, fails, passes, Result.FAIL),
        (not_asked, not_asked, passes, Result.UNKNOWN),
        (passes, unknown, not_asked, Result.PASS),
    ],
)
def test_one_way_out_is_enough_and_what_holds_for_all_ways_still_holds(
    one: object, two: object, common: object, verdict: Result
) -> None:
    rules = (
        a_rule("good", "G-1", one, alternative="1"),  # type: ignore[arg-type]
        a_rule("good", "G-2", two, alternative="2"),  # type: ignore[arg-type]
        a_rule("good", "G-3", common),  # type: ignore[arg-type]
        a_rule("good", "G-4", fails, alternative="3", strength=Strength.WARNS),
    )
    guidance = introduced("good", closure_checks=3, combines=Combines.ANY_ALTERNATIVE)

    (found,) = host_of(a_set("good", rules=rules, guidance=guidance)).review_closing(case_of("good"), DAY)

    assert found.verdict is verdict
    assert [way.name for way in found.alternatives] == ["1", "2"]


def test_while_ways_out_are_missing_even_a_shut_one_is_only_not_known() -> None:
    guidance = introduced("good", closure_checks=9, combines=Combines.ANY_ALTERNATIVE)
    rules = (a_rule("good", "G-1", fails, alternative="1"),)

    (found,) = host_of(a_set("good", rules=rules, guidance=guidance)).review_closing(case_of("good"), DAY)

    assert (found.verdict, found.built) == (Result.UNKNOWN, (1, 9))


def test_the_day_on_which_everything_that_waits_can_pass() -> None:
    rule = a_rule("good", "GOOD-1", fails)
    days = (add_months(DAY, 1), add_months(DAY, 3), None)

    assert earliest(CheckAnswer(rule, Answer.fails("wait", earliest=day)) for day in days) == add_months(DAY, 3)
    assert earliest([CheckAnswer(rule, Answer.fails("no"))]) is None


def test_each_set_reads_the_agencys_own_values_for_the_programme() -> None:
    def days(_case: object, _as_of: object, settings: object) -> Answer:
        return Answer.passes(str(settings.number("days")))  # type: ignore[attr-defined]

    own = AgencyValue(SetId("a"), "days", 30, PersonCode("W-21"), LONG_AGO, "agreed", ProgrammeId("north"))
    host = host_of(sound("a", days), sound("b", days)).with_agency_values([own])

    found = {one.set.id: one.checks[0].answer.reason for one in host.review_closing(case_of("a", "b"), DAY)}
    south = a_case(programme=a_programme("a", name="south"))

    assert found == {"a": "30", "b": "60"}
    assert host.review_closing(south, DAY)[0].checks[0].answer.reason == "60"
    assert [(name, setting.key) for name, setting in host.declared_settings()] == [("a", "days"), ("b", "days")]


def test_what_is_said_of_each_set() -> None:
    host = host_of(sound("good"), ("bad", raising(ImportError())))

    assert [(one.id, one.title, one.version, one.rules) for one in host.reports()] == [
        ("bad", "bad", "", 0),
        ("good", "Good", "1.0", 2),
    ]
    found = host.rule(RuleId("GOOD-2"))
    assert found is not None
    assert found.kind is RuleKind.SCHEDULE
    assert host.rule(RuleId("GOOD-9")) is None


def test_the_sets_of_this_installation_load_through_their_entry_points() -> None:
    names = [name for name, _loader in installed()]

    assert names == sorted(names)
    assert {"iag_core", "prerana_exit", "reintegration_benchmarks"} <= set(names)
    assert [fault for report in PluginHost.discover().reports() for fault in report.faults] == []


def test_a_rule_book_keeps_rules_in_order_and_refuses_a_second_of_the_same_kind() -> None:
    book = RuleBook(SetId("good"))
    book.closure_check("G-2", title="second", source="004")(passes)
    book.schedule_rule("G-2", title="second", source="004")(asks_for_a_visit)
    book.declared("G-1", kind=RuleKind.CONTENT, title="page", source="004")

    assert [(rule.id, rule.kind, rule.order, rule.statement) for rule in book] == [
        ("G-2", RuleKind.CLOSURE_CHECK, 0, "Pass."),
        ("G-2", RuleKind.SCHEDULE, 1, "Ask for a visit on the day."),
        ("G-1", RuleKind.CONTENT, 2, ""),
    ]
    assert book.all() == tuple(book)
    with pytest.raises(ValueError, match="G-2 is registered twice"):
        book.closure_check("G-2", title="again", source="004")(fails)
    with pytest.raises(ValueError, match="needs a function"):
        book.declared("G-3", kind=RuleKind.SCHEDULE, title="empty", source="004")
    with pytest.raises(ValueError, match="no docstring"):
        book.closure_check("G-4", title="silent", source="004")(lambda *_given: msgspec.UNSET)  # type: ignore[arg-type]


def a_set_that_looks_at_meetings(name: str) -> Candidate:
    rules = (
        a_rule(name, "M-1", lambda file, *_given: Answer.passes(str(len(file.cases))), RuleKind.MEETING_CHECK),
        a_rule(name, "M-2", raising(OSError()), RuleKind.MEETING_CHECK),
        a_rule(name, "M-3", lambda diary, *_given: [DueItem(diary.programme.title)], RuleKind.MEETING_SCHEDULE),
    )
    return a_set(name, rules=rules)


def test_a_meeting_is_checked_by_the_sets_in_force_for_one_of_its_cases_and_on_those_cases_alone() -> None:
    host = host_of(a_set_that_looks_at_meetings("a"), a_set_that_looks_at_meetings("b"))
    file = MeetingFile(meeting=a_meeting(), cases=(case_of("a"), case_of()))

    (found,) = host.meetings.check(file, DAY)

    assert (found.set.id, found.standing.standing) == ("a", Standing.DECIDES)
    assert (found.checks[0].answer, found.checks[1].answer.result) == (Answer.passes("1"), Result.UNKNOWN)


def test_a_management_meeting_is_checked_for_the_programmes_of_the_team() -> None:
    host = host_of(a_set_that_looks_at_meetings("a"), a_set_that_looks_at_meetings("b"))
    whole = a_meeting(kind=MeetingKind.MANAGEMENT)
    file = MeetingFile(meeting=whole, programmes=(a_programme("b"),))

    assert [found.set.id for found in host.meetings.check(file, DAY)] == ["b"]
    assert host.meetings.check(MeetingFile(meeting=a_meeting(), programmes=(a_programme("b"),)), DAY) == ()


def test_what_is_due_about_meetings_is_asked_for_each_programme_by_the_sets_in_force_there() -> None:
    host = host_of(a_set_that_looks_at_meetings("a"), a_set_that_looks_at_meetings("b"))

    (found,) = host.meetings.due(MeetingDiary(programme=a_programme("a")), DAY)

    assert (found.set, found.items) == ("a", (DueItem("North", rule=RuleId("M-3")),))
