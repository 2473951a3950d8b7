"""What sets add to closing, handing over and reopening: each set alone, and the reasons in its own words."""

from datetime import date

import pytest

from supervisor_tui.domain.answers import Answer, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.flows import Flow, FlowPart, FlowReason
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.rules import RuleBook, RuleKind
from supervisor_tui.testing import a_case, a_programme
from tests.guidance.sets import DAY, a_set, fails, passes

REASON = FlowReason(Flow.CLOSING, "grown", "grown up", ClosureReason.TURNED_18, "004")


def breaks(_case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Break."""
    raise ValueError


def a_case_of(*sets: str) -> CaseFile:
    return a_case(programme=a_programme(*sets))


def parts(set_id: str, **functions: object) -> tuple[object, ...]:
    book = RuleBook(SetId(set_id))
    for name, function in functions.items():
        flow = Flow.TRANSFER if name.startswith("T") else Flow.CLOSING
        book.flow_part(name, flow=flow, part=FlowPart.ROLE, title=name, source="004")(function)  # type: ignore[arg-type]
    return book.all()


def test_each_set_says_how_its_own_parts_stand_and_a_broken_one_is_not_known() -> None:
    host = PluginHost.discover(
        candidates=[
            a_set("one", rules=parts("one", A=passes, T1=fails)),
            a_set("two", rules=parts("two", B=breaks)),
        ]
    )
    found = host.flows.parts(a_case_of("one", "two"), Flow.CLOSING, DAY)
    assert [(one.set.id, [(check.rule.id, check.answer.result) for check in one.checks]) for one in found] == [
        ("one", [("A", Result.PASS)]),
        ("two", [("B", Result.UNKNOWN)]),
    ]
    assert [fault.where for fault in host.reports()[1].faults] == ["B"]


def test_a_part_knows_its_flow_and_what_it_is_there() -> None:
    (rule,) = parts("one", T1=passes)
    assert (rule.kind, rule.flow, rule.part) == (RuleKind.FLOW_PART, Flow.TRANSFER, FlowPart.ROLE)  # type: ignore[attr-defined]


def test_reasons_carry_their_set_and_only_those_of_sets_in_force_are_offered() -> None:
    host = PluginHost.discover(candidates=[a_set("one", reasons=(REASON,)), a_set("two", reasons=(REASON,))])
    found = host.flows.reasons(a_case_of("two"), Flow.CLOSING, DAY)
    assert [(one.set, one.key) for one in found] == [("two", "grown")]
    assert host.flows.reasons(a_case_of("two"), Flow.TRANSFER, DAY) == ()


def test_what_is_no_reason_is_left_out_and_named() -> None:
    host = PluginHost.discover(candidates=[a_set("one", reasons=("moved",))])
    assert [fault.where for fault in host.reports()[0].faults] == ["register_reasons"]


@pytest.mark.parametrize("set_id", ["iag_core", "prerana_exit", "reintegration_benchmarks"])
def test_every_bundled_set_says_what_closing_asks_people_to_do(set_id: str) -> None:
    rules = [rule for rule in PluginHost.discover().rules() if rule.set == set_id]
    assert [rule for rule in rules if rule.kind is RuleKind.FLOW_PART and rule.flow is Flow.CLOSING]
