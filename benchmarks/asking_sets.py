"""What the guard around guidance sets costs: every rule asked through the host, and the same functions bare."""

from collections import deque
from collections.abc import Iterable, Iterator

from benchmarks.figures import Figure, compared, most_times
from benchmarks.timing import side_by_side
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.standing import standing_of
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.rules import Rule, RuleKind

__all__ = ["asking_sets"]

RECORDS = 60
_WHERE_IN_FORCE = frozenset({RuleKind.SCHEDULE, RuleKind.CASE_CHECK})


def asking_sets(desk: Desk, codes: Iterable[CaseCode], times: int) -> list[Figure]:
    """Compare them on the case that has nearest to sixty records."""
    case = min(map(desk.case, codes), key=lambda case: abs(len(case.records) - RECORDS))
    rules = _rules_asked(desk.host, case)
    fresh = [[_unread(case) for _number in range(times)] for _way in range(2)]

    def through_the_host(number: int) -> None:
        asked = fresh[0][number]
        desk.host.review_closing(asked, desk.as_of)
        desk.host.due_items(asked, desk.as_of)
        desk.host.case_checks(asked, desk.as_of)

    def bare(number: int) -> None:
        asked = fresh[1][number]
        for rule in rules:
            _ask(rule, asked, desk)

    anchor, taken = side_by_side(times, bare, through_the_host)
    what = f"ask {len(rules)} rules through the host, {len(case.records)} records"
    return [compared(what, taken, "the same functions in a bare loop", anchor, most_times(1.15))]


def _rules_asked(host: PluginHost, case: CaseFile) -> list[Rule]:
    """Return the rules that the host asks about a case: closure checks of every set, the others of those in force."""
    in_force = {
        one.id for one in host.sets if standing_of(case, one.id, case.records[-1].on).standing is not Standing.OFF
    }
    return [
        rule
        for rule in host.rules()
        if rule.kind is RuleKind.CLOSURE_CHECK or (rule.kind in _WHERE_IN_FORCE and rule.set in in_force)
    ]


def _ask(rule: Rule, case: CaseFile, desk: Desk) -> None:
    assert rule.function is not None
    found = rule.function(case, desk.as_of, desk.host.settings(rule.set, case.programme.id))
    if isinstance(found, Iterator):
        deque(found, maxlen=0)


def _unread(case: CaseFile) -> CaseFile:
    """Return the case file as nobody has read it: what one rule decodes, the next one finds decoded."""
    return CaseFile(case.code, case.programme, case.records)
