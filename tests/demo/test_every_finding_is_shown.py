"""The demo agency shows every finding of the Inter-Agency Guidelines at least once, and most of them in order too."""

from collections.abc import Mapping
from functools import cache

from supervisor_tui.domain.answers import Answer, Missing, Result
from supervisor_tui.domain.due import due_state
from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.guidance.rules import RuleKind
from tests.demo.opened import SATURDAY, agency, case_files, host

SET = SetId("iag_core")

TOLD_UNDER_ANOTHER = {
    "IAG-S2-01": "IAG-S2-02",
    "IAG-S2-08": "IAG-S5-04",
    "IAG-S5-02": "IAG-S5-04",
    "IAG-S5-06": "IAG-S5-04",
    "IAG-CLS-27": "IAG-S5-04",
    "IAG-DB-03": "IAG-S2-02",
    "FU-05": "IAG-S5-12",
    "FU-06": "IAG-S5-13",
    "FU-19": "IAG-CLS-15",
    "FU-20": "IAG-CLS-16",
}
"""Duties of two sources that are one: they stand in the list once, under the other rule."""

NEVER_IN_A_STORE = frozenset({"IAG-PRIN-07", "IAG-DB-02", "IAG-MTG-18"})
"""A record without a writer, one of a step that does not exist, a decision of no meeting: none is written here."""

ONLY_INFORMS = frozenset({"IAG-S5-18", "IAG-PRIN-05"})
"""Rules that find no fault by their own words."""

FINDS_NOTHING_WORSE_THAN_UNKNOWN = frozenset({"IAG-S1-01", "IAG-PRIN-11", "IAG-CLS-01", "IAG-CLS-21"})
"""Rules by which something is not known or in order, and never not in order."""

ONLY_ONCE_A_PROGRAMME_HAS_ENDED = frozenset({"IAG-TRF-12"})
"""None of the demo's programmes has ended yet; until then it is not known how a case goes on."""

FAIL, UNKNOWN, PASS = (frozenset({word}) for word in ("fail", "unknown", "pass"))
TO_BE_DONE = frozenset({"due", "upcoming", "overdue", "missed", "unknown"})


@cache
def shown(kind: RuleKind) -> Mapping[RuleId, frozenset[str]]:
    """Return for each rule of a kind what it says of any case: results, or states of duties."""
    said: dict[RuleId, set[str]] = {rule.id: set() for rule in host().rules() if (rule.set, rule.kind) == (SET, kind)}
    day = SATURDAY.date()
    for case in case_files():
        if kind is RuleKind.SCHEDULE:
            items = [item for found in host().due_items(case, day) if found.set == SET for item in found.items]
            for item in items:
                said[item.rule].add(due_state(item, SATURDAY).value)
            continue
        reviews = host().review_closing(case, day) if kind is RuleKind.CLOSURE_CHECK else host().case_checks(case, day)
        for check in (check for found in reviews if found.set.id == SET for check in found.checks):
            if not no_reason_for_closing(check.answer):
                said[check.rule.id].add(check.answer.result.value)
    return {rule: frozenset(words) for rule, words in said.items()}


def no_reason_for_closing(answer: Answer) -> bool:
    """Say whether a check before closing has found nothing of its own: nobody has said for which reason it is asked."""
    return answer.result is Result.UNKNOWN and answer.missing == Missing(record="closure_request", field="reason")


def without(kind: RuleKind, *among: frozenset[str]) -> list[str]:
    """Return the rules of a kind that never say any of these words."""
    return [rule for rule, words in shown(kind).items() if any(not words & wanted for wanted in among)]


def test_every_check_of_the_file_is_seen_not_in_order_and_most_in_order_too() -> None:
    excused = NEVER_IN_A_STORE | ONLY_INFORMS
    worse = FINDS_NOTHING_WORSE_THAN_UNKNOWN | ONLY_ONCE_A_PROGRAMME_HAS_ENDED

    assert set(without(RuleKind.CASE_CHECK, FAIL)) - excused == worse & set(shown(RuleKind.CASE_CHECK))
    assert set(without(RuleKind.CASE_CHECK, FAIL | UNKNOWN)) - excused == set()
    assert set(without(RuleKind.CASE_CHECK, PASS)) == {"IAG-CLS-18", "IAG-CLS-28", "IAG-PRIN-05", "FU-07"}


def test_every_check_before_closing_is_seen_not_in_order_and_in_order() -> None:
    worse = FINDS_NOTHING_WORSE_THAN_UNKNOWN & set(shown(RuleKind.CLOSURE_CHECK))

    assert set(without(RuleKind.CLOSURE_CHECK, FAIL)) == worse
    assert set(without(RuleKind.CLOSURE_CHECK, FAIL | UNKNOWN)) == set()
    assert without(RuleKind.CLOSURE_CHECK, PASS) == []


def test_every_duty_is_seen_waiting_or_stands_under_another_rule() -> None:
    assert {rule: TOLD_UNDER_ANOTHER[rule] for rule in without(RuleKind.SCHEDULE, TO_BE_DONE)} == TOLD_UNDER_ANOTHER
    assert set(TOLD_UNDER_ANOTHER.values()) & set(without(RuleKind.SCHEDULE, TO_BE_DONE)) == set()


def test_every_figure_counts_something_or_says_what_is_not_known() -> None:
    told = {
        figure.rule
        for figure in host().figures.of(case_files(), SATURDAY.date())
        if figure.unknown or figure.cases or figure.measured
    }
    declared = {rule.id for rule in host().rules() if (rule.set, rule.kind) == (SET, RuleKind.INDICATOR)}

    assert declared - told - NEVER_IN_A_STORE == set()


def test_every_check_of_a_planning_meeting_is_seen_in_order_and_not() -> None:
    said: dict[RuleId, set[str]] = {}
    files = {case.code: case for case in case_files()}
    for meeting in agency().meetings:
        if meeting.kind is not MeetingKind.PLANNING:
            continue
        lines = tuple(line for line in agency().lines if line.meeting == meeting.id)
        told = MeetingFile(meeting=meeting, lines=lines, cases=tuple(files[code] for code in meeting.cases))
        for found in host().meetings.check(told, SATURDAY.date()):
            for check in found.checks:
                said.setdefault(check.rule.id, set()).add(check.answer.result.value)

    rules = ("IAG-MTG-01", "IAG-MTG-02", "IAG-MTG-03", "IAG-S3-17")
    assert [said[RuleId(rule)] for rule in rules] == [{"pass", "unknown"}, *[{"pass", "fail"}] * 3]
