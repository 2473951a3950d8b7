"""The answer about closing one case: each set by itself, what is open in the order of acting, where they differ."""

from datetime import date

import msgspec

from supervisor_tui.casework.closing import ClosingView, DifferenceLine
from supervisor_tui.casework.closing_changes import ChangedCheck
from supervisor_tui.casework.open_lines import OpenLine, open_lines
from supervisor_tui.casework.ways_out import WayOut
from supervisor_tui.cli.answers.of_a_case import CheckAnswerLine, check_line
from supervisor_tui.guidance.reviews import SetReview


class VerdictAnswer(msgspec.Struct, frozen=True):
    """What one set says. built: how many of its checks can be answered here, of how many."""

    set: str
    version: str
    in_force: str
    since: date
    why: str
    verdict: str
    built: tuple[int, int]
    checks: tuple[CheckAnswerLine, ...]


class OpenAnswer(msgspec.Struct, frozen=True):
    """A line of what stands in the way. turn: whose turn it is; settles: other rules that wait for the same fact."""

    set: str
    rule: str
    what: str
    reason: str
    turn: str
    who: str | None
    earliest: date | None
    settles: tuple[str, ...]


class WayAnswer(msgspec.Struct, frozen=True):
    """One of several ways out of a set, of which one is enough, and the rules that miss in it."""

    set: str
    way: str
    title: str
    result: str
    missing: tuple[str, ...]


class ChangeAnswer(msgspec.Struct, frozen=True):
    """A check that came to be in order or fell out of it since the last look."""

    set: str
    rule: str
    before: str
    now: str


class SetsWords(msgspec.Struct, frozen=True):
    """One set's answer to a question on which the sets differ."""

    set: str
    answer: str
    source: str


class DifferenceAnswer(msgspec.Struct, frozen=True):
    """A question on which the sets shown differ."""

    question: str
    answers: tuple[SetsWords, ...]


class ClosureAnswer(msgspec.Struct, frozen=True):
    """What every set says about closing a case, never merged. changed_since: the last look."""

    case: str
    as_of: date
    asked_on: date | None
    reason: str | None
    verdicts: tuple[VerdictAnswer, ...]
    open: tuple[OpenAnswer, ...]
    ways: tuple[WayAnswer, ...]
    changed_since: date
    changed: tuple[ChangeAnswer, ...]
    differences: tuple[DifferenceAnswer, ...]


def closure_answer(view: ClosingView) -> ClosureAnswer:
    """Return the closing checks as JSON gives them: every set that is installed, those not in force last."""
    asked = view.request
    return ClosureAnswer(
        case=view.case.code,
        as_of=view.as_of,
        asked_on=asked.on if asked else None,
        reason=asked.body.reason.value if asked and asked.body.reason else None,
        verdicts=tuple(_verdict(one) for one in view.reviews + view.others),
        open=tuple(_open(line) for line in open_lines(view)),
        ways=tuple(_way(way) for way in view.ways),
        changed_since=view.since,
        changed=tuple(_change(one) for one in view.changed),
        differences=tuple(_difference(line) for line in view.differences),
    )


def _verdict(found: SetReview) -> VerdictAnswer:
    return VerdictAnswer(
        set=found.set.id,
        version=found.set.version,
        in_force=found.standing.standing.value,
        since=found.standing.since,
        why=found.standing.reason,
        verdict=found.verdict.value,
        built=found.built,
        checks=tuple(check_line(check) for check in found.checks),
    )


def _open(line: OpenLine) -> OpenAnswer:
    one, answer = line.check, line.check.check.answer
    return OpenAnswer(
        set=one.set,
        rule=one.check.rule.id,
        what=line.what,
        reason=line.reason,
        turn=one.turn.value,
        who=answer.missing.who if answer.missing else None,
        earliest=answer.earliest,
        settles=tuple(other.check.rule.id for other in line.depending),
    )


def _way(way: WayOut) -> WayAnswer:
    missing = tuple(check.rule.id for check in way.missing)
    return WayAnswer(way.set, way.name, way.title, way.result.value, missing)


def _change(one: ChangedCheck) -> ChangeAnswer:
    return ChangeAnswer(one.set, one.check.rule.id, one.before.value, one.check.answer.result.value)


def _difference(line: DifferenceLine) -> DifferenceAnswer:
    answers = tuple(SetsWords(set_id, one.answer, one.source) for set_id, one in line.answers)
    return DifferenceAnswer(line.question.value, answers)
