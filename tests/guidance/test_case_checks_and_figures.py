"""Checks of a case file as it stands, and figures on a caseload: each set by itself, nothing lost when one breaks."""

from collections.abc import Iterable
from datetime import date

from supervisor_tui.domain.answers import Answer, Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId, RuleId, SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.settings import AgencyValue, Setting, Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.rules import RuleBook, RuleKind, Strength
from supervisor_tui.testing import LONG_AGO, a_case, a_programme
from tests.guidance.sets import DAY, a_rule, a_set, case_of, fails, host_of, passes, raising

CHECK, FIGURE = RuleKind.CASE_CHECK, RuleKind.INDICATOR


def counts_all(cases: tuple[CaseFile, ...], _as_of: date, _settings: Settings) -> Iterable[Figure]:
    """Count every case."""
    return (Figure("cases", tuple(case.code for case in cases)),)


def tells_the_limit(cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """Tell the programme's own limit."""
    return (Figure("limit", tuple(case.code for case in cases), settings.number("days"), "days", slot="limit"),)


def a_case_of(programme: str, code: str, *sets: str) -> CaseFile:
    return a_case(programme=a_programme(*sets, name=programme), code=code)


def test_every_set_in_force_says_what_is_in_order_and_one_that_is_not_is_silent() -> None:
    host = host_of(
        a_set("first", rules=(a_rule("first", "F-1", passes, CHECK), a_rule("first", "F-2", fails, CHECK))),
        a_set("second", rules=(a_rule("second", "S-1", passes, CHECK),)),
    )

    (found,) = host.case_checks(case_of("first"), DAY)

    assert (found.set.id, found.standing.standing) == ("first", Standing.DECIDES)
    assert [(check.rule.id, check.answer.result) for check in found.checks] == [
        ("F-1", Result.PASS),
        ("F-2", Result.FAIL),
    ]


def test_a_check_of_the_case_file_never_counts_for_closing() -> None:
    host = host_of(a_set("first", rules=(a_rule("first", "F-1", fails, CHECK), a_rule("first", "F-2", passes))))

    (review,) = host.review_closing(case_of("first"), DAY)

    assert [check.rule.id for check in review.checks] == ["F-2"]


def test_a_check_that_breaks_is_unknown_and_named_and_the_next_answers() -> None:
    broken = a_rule("first", "F-1", raising(ValueError("C-0117")), CHECK)
    host = host_of(a_set("first", rules=(broken, a_rule("first", "F-2", passes, CHECK))))

    (found,) = host.case_checks(case_of("first"), DAY)

    assert [check.answer.result for check in found.checks] == [Result.UNKNOWN, Result.PASS]
    assert [(fault.where, fault.what) for fault in host.reports()[0].faults] == [("F-1", "ValueError")]


def test_counts_of_several_programmes_are_added_up_and_open_the_cases_behind_them() -> None:
    host = host_of(a_set("first", rules=(a_rule("first", "F-1", counts_all, FIGURE),)))
    cases = (
        a_case_of("north", "C-0001", "first"),
        a_case_of("river", "C-0002", "first"),
        a_case_of("river", "C-0003"),
    )

    assert host.figures.of(cases, DAY) == (
        Figure("cases", (CaseCode("C-0001"), CaseCode("C-0002")), rule=RuleId("F-1"), set=SetId("first")),
    )


def test_a_measured_figure_is_told_for_each_programme_with_its_own_settings() -> None:
    host = host_of(
        a_set(
            "first",
            rules=(a_rule("first", "F-1", tells_the_limit, FIGURE),),
            settings=(Setting("days", "Days", 60, "days", "004"),),
        )
    ).with_agency_values(
        [AgencyValue(SetId("first"), "days", 30, PersonCode("W-21"), LONG_AGO, "agreed", ProgrammeId("river"))]
    )
    cases = (a_case_of("river", "C-0002", "first"), a_case_of("north", "C-0001", "first"))

    assert [(figure.programme, figure.value) for figure in host.figures.of(cases, DAY)] == [
        ("north", 60),
        ("river", 30),
    ]


def test_an_indicator_that_breaks_is_not_known_and_the_next_counts() -> None:
    host = host_of(
        a_set(
            "first",
            rules=(
                a_rule("first", "F-1", raising(KeyError("x")), FIGURE),
                a_rule("first", "F-2", counts_all, FIGURE),
            ),
        )
    )

    broken, counted = host.figures.of((case_of("first"),), DAY)

    assert (broken.value, bool(broken.unknown), counted.value) == (None, True, 1)
    assert [fault.where for fault in host.reports()[0].faults] == ["F-1"]


def test_a_caseload_without_a_case_of_the_set_gives_no_figure() -> None:
    host = host_of(a_set("first", rules=(a_rule("first", "F-1", counts_all, FIGURE),)))

    assert host.figures.of((), DAY) == host.figures.of((case_of("second"),), DAY) == ()


def test_a_rule_book_holds_checks_figures_and_items_of_checklists() -> None:
    rules = RuleBook(SetId("first"))

    @rules.case_check("F-1", title="One", source="004")
    def in_order(_case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
        """It is in order."""
        return Answer.passes("fine")

    rules.indicator("F-2", title="Two", source="004")(counts_all)
    rules.declared("F-3", kind=RuleKind.CHECKLIST, title="Three", source="004")

    assert [(rule.id, rule.kind, rule.strength) for rule in rules] == [
        ("F-1", RuleKind.CASE_CHECK, Strength.BLOCKS),
        ("F-2", RuleKind.INDICATOR, Strength.WARNS),
        ("F-3", RuleKind.CHECKLIST, Strength.WARNS),
    ]
    assert in_order.__doc__ == "It is in order."


def test_a_figure_that_cannot_be_told_has_no_number() -> None:
    asked = Figure("x", (CaseCode("C-0001"),), unknown="nobody decided", missing=Missing(setting="first.days"))

    assert (asked.value, Figure("x", (CaseCode("C-0001"),)).value) == (None, 1)
