"""What waits for a number that nobody decided is counted whatever kind of rule reads it."""

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date

import pytest

from supervisor_tui.casework.deciding import Agreed, decide
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date
from supervisor_tui.casework.what_waits import Waiting, what_waits
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.rules import RuleKind
from tests.guidance.sets import a_rule, a_set, host_of
from tests.tui import field_practice
from tests.tui.agency import NOW

CODE = CaseCode("C-0048")


def missing(settings: Settings) -> Missing | None:
    return Missing(setting=settings.full_key("days")) if settings.number("days") is None else None


def a_check(_of: object, _as_of: date, settings: Settings) -> Answer:
    return Answer.unknown("not decided", missing=missing(settings)) if missing(settings) else Answer.passes("fine")


def a_check_of_one_case(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    return a_check(case, as_of, settings) if case.code == CODE else Answer.does_not_apply("another case")


def a_duty(_of: object, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    yield DueItem("duty", unknown="not decided" if missing(settings) else "", missing=missing(settings))


def a_figure(cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    yield Figure("figure", unknown="not decided" if missing(settings) else "", missing=missing(settings))


READING: dict[RuleKind, Callable[..., object]] = {
    RuleKind.SCHEDULE: a_duty,
    RuleKind.CASE_CHECK: a_check_of_one_case,
    RuleKind.CLOSURE_CHECK: a_check_of_one_case,
    RuleKind.INDICATOR: a_figure,
    RuleKind.MEETING_CHECK: a_check,
    RuleKind.MEETING_SCHEDULE: a_duty,
}


def with_a_rule(desk: Desk, kind: RuleKind) -> Desk:
    rule = a_rule(field_practice.SET, "R-1", READING[kind], kind)
    days = Setting("days", "Days", None, "days", "ours")
    asking = dataclasses.replace(desk, host=host_of(a_set(field_practice.SET, rules=(rule,), settings=(days,))))
    bring_up_to_date(asking, out_of_date(asking))
    return asking


@pytest.mark.parametrize(
    ("kind", "cases"),
    [
        (RuleKind.SCHEDULE, 6),
        (RuleKind.CASE_CHECK, 1),
        (RuleKind.CLOSURE_CHECK, 1),
        (RuleKind.INDICATOR, 0),
        (RuleKind.MEETING_CHECK, 0),
        (RuleKind.MEETING_SCHEDULE, 0),
    ],
)
def test_every_kind_of_rule_that_reads_the_number_waits_for_it(desk: Desk, kind: RuleKind, cases: int) -> None:
    meeting = Meeting(id=MeetingId("M-1"), kind=MeetingKind.CONFERENCE, starts=NOW, cases=(CODE,))
    desk.store.meetings.add(meeting, desk.person.code)

    assert what_waits(with_a_rule(desk, kind)) == {"field_practice.days": Waiting(("R-1",), cases)}


def test_nothing_waits_once_the_number_is_decided(desk: Desk) -> None:
    asking = with_a_rule(desk, RuleKind.CASE_CHECK)
    decide(asking, field_practice.SET, "days", 5, Agreed("board"))
    decided = dataclasses.replace(asking, host=asking.host.with_agency_values(asking.store.settings.all()))
    bring_up_to_date(decided, out_of_date(decided))

    assert what_waits(decided) == {}
