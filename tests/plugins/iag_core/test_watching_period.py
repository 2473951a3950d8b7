"""After the plan: a time of watching, and good visits in it."""

import pytest

from supervisor_tui.domain.answers import Answer, Fact, Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.contact import Channel, Situation
from supervisor_tui.domain.records.kind import YesNo
from tests.plugins.iag_core.stories import (
    Happened,
    answer,
    closing_asked,
    contact,
    day,
    good_visit,
    plan,
    plan_concluded,
    registered,
    the_case,
)

CONCLUDED = plan_concluded("2024-07-01")


def watched(*happened: Happened, as_of: str = "2024-08-30") -> CaseFile:
    """Return a case to be closed because its goals are met."""
    asked = closing_asked(ClosureReason.GOALS_MET, "2024-07-02")
    return the_case(registered("2024-03-04"), plan("2024-04-18", "O1"), *happened, asked, as_of=as_of)


@pytest.mark.rule("IAG-CLS-10")
def test_fifteen_days_before_the_end_of_sixty_it_is_too_early() -> None:
    found = answer("IAG-CLS-10", watched(CONCLUDED, as_of="2024-08-15"), "2024-08-15", stability_days=60)

    assert found == Answer.fails(
        "The watching period ends on 2024-08-30: 15 days left.",
        Fact("The plan was concluded.", day("2024-07-01"), CONCLUDED.id),
        earliest=day("2024-08-30"),
    )
    assert answer("IAG-CLS-10", watched(CONCLUDED), "2024-08-30", stability_days=60).result is Result.PASS


def test_a_period_that_the_agency_has_not_decided_is_not_known() -> None:
    found = answer("IAG-CLS-10", watched(CONCLUDED), "2024-08-30")

    assert (found.result, found.missing) == (Result.UNKNOWN, Missing(setting="iag_core.stability_days"))


@pytest.mark.parametrize("happened", [(), (CONCLUDED, plan("2024-08-01", "O3"))], ids=["never", "a newer plan"])
def test_a_plan_that_is_not_concluded_starts_no_period(happened: tuple[Happened, ...]) -> None:
    for rule in ("IAG-CLS-10", "IAG-CLS-11"):
        found = answer(rule, watched(*happened), "2024-08-30", stability_days=60)
        assert (found.result, found.missing) == (Result.UNKNOWN, Missing(record="plan_concluded"))


@pytest.mark.rule("IAG-CLS-11")
def test_three_good_visits_are_several_and_a_worse_one_starts_the_count_again() -> None:
    three = [good_visit(on) for on in ("2024-07-10", "2024-07-25", "2024-08-12")]
    assert answer("IAG-CLS-11", watched(CONCLUDED, three), "2024-08-30").result is Result.PASS

    worse = contact("2024-07-25", Channel.HOME_VISIT, situation=Situation.WORSE, safe=YesNo.YES)
    found = answer("IAG-CLS-11", watched(CONCLUDED, three[0], worse, three[2]), "2024-08-30")
    assert (found.result, found.reason) == (
        Result.FAIL,
        "1 good visit since the plan ended, 3 are asked for.",
    )


@pytest.mark.parametrize(
    "setback",
    [
        contact("2024-08-12", situation=Situation.WORSE, safe=YesNo.YES),
        contact("2024-08-12", situation=Situation.SAME, safe=YesNo.NO),
    ],
    ids=["worse by phone", "not safe"],
)
def test_a_setback_on_the_day_of_a_good_visit_takes_that_visit_too(setback: Happened) -> None:
    three = [good_visit(on) for on in ("2024-07-10", "2024-07-25", "2024-08-12")]

    found = answer("IAG-CLS-11", watched(CONCLUDED, three, setback), "2024-08-30")

    assert (found.result, found.facts) == (Result.FAIL, ())


@pytest.mark.parametrize(
    "third",
    [
        good_visit("2024-07-25"),
        good_visit("2024-06-30"),
        contact("2024-08-12", situation=Situation.BETTER, safe=YesNo.YES),
        contact("2024-08-12", Channel.PROVIDER, situation=Situation.BETTER, safe=YesNo.YES),
    ],
    ids=["same day", "before the end of the plan", "a call", "a provider's word"],
)
def test_what_is_no_visit_of_its_own_day_in_the_period_does_not_count(third: Happened) -> None:
    two = [good_visit("2024-07-10"), good_visit("2024-07-25")]

    assert answer("IAG-CLS-11", watched(CONCLUDED, two, third), "2024-08-30").result is Result.FAIL


def test_a_visit_on_the_day_the_plan_ended_is_the_first() -> None:
    three = [good_visit(on) for on in ("2024-07-01", "2024-07-25", "2024-08-12")]

    assert answer("IAG-CLS-11", watched(CONCLUDED, three), "2024-08-30").result is Result.PASS


def test_a_visit_on_which_a_question_is_blank_may_be_the_third() -> None:
    two = [good_visit("2024-07-10"), good_visit("2024-07-25")]
    blank = contact("2024-08-12", Channel.HOME_VISIT, situation=Situation.SAME)
    found = answer("IAG-CLS-11", watched(CONCLUDED, two, blank), "2024-08-30")

    assert (found.result, found.missing) == (Result.UNKNOWN, Missing(record="follow_up", field="safe"))


def test_the_agency_may_ask_for_another_number() -> None:
    case = watched(CONCLUDED, good_visit("2024-07-10"), good_visit("2024-07-25"))

    assert answer("IAG-CLS-11", case, "2024-08-30", closure_visits=2).result is Result.PASS
