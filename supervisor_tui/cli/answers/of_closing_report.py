"""The answers of `closing report` and `closing compare`."""

from datetime import date

import msgspec

from supervisor_tui.casework.closing_report.comparing import ComparedNumber, Comparison
from supervisor_tui.casework.closing_report.course import course
from supervisor_tui.casework.closing_report.report import Basis, ClosingReport, overridden
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.seen import SeenCheck, SeenSet, SeenSetting
from supervisor_tui.guidance.rules import Strength


class CourseAnswer(msgspec.Struct, frozen=True):
    """One event on the way to the closing."""

    on: date
    what: str
    who: str
    note: str


class SeenFactAnswer(msgspec.Struct, frozen=True):
    """Something an answer rested on."""

    text: str
    on: date | None
    how_known: str


class SeenCheckAnswer(msgspec.Struct, frozen=True):
    """One check as it stood. strength: `blocks` or `warns`; accepted_because: why it was accepted all the same."""

    set: str | None
    rule: str
    result: str
    strength: str
    title: str | None
    reason: str | None
    source: str | None
    accepted_because: str | None
    facts: tuple[SeenFactAnswer, ...]


class SeenNumberAnswer(msgspec.Struct, frozen=True):
    """A number that the answers read. decided_by, decided_on, because: where it is the agency's own."""

    key: str
    title: str
    value: str | None
    unit: str
    source: str
    decided_by: str | None
    decided_on: date | None
    because: str | None


class SeenSetAnswer(msgspec.Struct, frozen=True):
    """A set that was in force, as it answered."""

    set: str
    title: str
    version: str
    in_force: str
    since: date | None
    why: str
    verdict: str
    words: str
    numbers: tuple[SeenNumberAnswer, ...]


class ClosingReportAnswer(msgspec.Struct, frozen=True):
    """On what a case was closed. basis: `closure`, `approval`, `not_kept` or `not_signed`, where nobody signed."""

    case: str
    as_of: date
    basis: str
    reason: str | None
    closed_on: date | None
    closed_by: str | None
    because: str | None
    signed_on: date | None
    signed_by: str | None
    course: tuple[CourseAnswer, ...]
    sets: tuple[SeenSetAnswer, ...]
    checks: tuple[SeenCheckAnswer, ...]
    overridden: tuple[str, ...]
    kept_until: date | None


class ComparedCheckAnswer(msgspec.Struct, frozen=True):
    """A check whose answer is another one; null where it was not asked or no set installed asks it."""

    set: str
    rule: str
    title: str
    then: str | None
    same_day: str | None
    today: str | None
    reason_then: str
    reason_today: str


class ComparedSetAnswer(msgspec.Struct, frozen=True):
    """One set then, for the same day asked again, and today; null where there is none."""

    set: str
    version_then: str | None
    version_today: str | None
    then: str | None
    same_day: str | None
    today: str | None
    numbers: tuple[ComparedNumber, ...]


class ComparisonAnswer(msgspec.Struct, frozen=True):
    """What the guidance would answer now. same: how many checks answer as they did."""

    case: str
    as_of: date
    signed_on: date
    basis: str
    sets: tuple[ComparedSetAnswer, ...]
    changed: tuple[ComparedCheckAnswer, ...]
    same: int


def report_answer(found: ClosingReport) -> ClosingReportAnswer:
    """Return a closing report as JSON gives it."""
    closed = found.closed
    reason = closed.body.reason if closed else found.asked[-1].body.reason if found.asked else None
    is_signed = found.signed.basis is not Basis.NOT_SIGNED
    return ClosingReportAnswer(
        case=found.case.code,
        as_of=found.as_of,
        basis=found.signed.basis.value,
        reason=reason.value if reason else None,
        closed_on=closed.on if closed else None,
        closed_by=closed.record.by if closed else None,
        because=closed.body.because or None if closed else None,
        signed_on=found.signed.on if is_signed else None,
        signed_by=found.signed.by if is_signed else None,
        course=tuple(CourseAnswer(line.on, line.what, line.who, line.note) for line in course(found)),
        sets=tuple(map(_set, found.signed.sets)),
        checks=tuple(map(_check, found.signed.checks)),
        overridden=tuple(check.rule for check in overridden(found)),
        kept_until=found.keeping.until,
    )


def _check(one: SeenCheck) -> SeenCheckAnswer:
    return SeenCheckAnswer(
        one.set or None,
        one.rule,
        one.result,
        (Strength.WARNS if one.advises else Strength.BLOCKS).value,
        one.title or None,
        one.reason or None,
        one.source or None,
        one.accepted_because or None,
        tuple(SeenFactAnswer(fact.text, fact.on, fact.how_known.value) for fact in one.facts),
    )


def _set(one: SeenSet) -> SeenSetAnswer:
    numbers = tuple(map(_number, one.settings))
    return SeenSetAnswer(
        one.set, one.title, one.version, one.standing, one.since, one.why, one.verdict, one.words, numbers
    )


def _number(one: SeenSetting) -> SeenNumberAnswer:
    return SeenNumberAnswer(
        one.key,
        one.title,
        one.value or None,
        one.unit,
        one.source,
        one.decided_by or None,
        one.decided_on,
        one.because or None,
    )


def comparison_answer(code: CaseCode, found: Comparison) -> ComparisonAnswer:
    """Return a comparison as JSON gives it."""
    return ComparisonAnswer(
        case=code,
        as_of=found.as_of,
        signed_on=found.signed_on,
        basis=found.basis.value,
        sets=tuple(
            ComparedSetAnswer(
                one.set,
                one.version_then or None,
                one.version_today or None,
                one.words_then or None,
                one.words_same_day or None,
                one.words_today or None,
                one.numbers,
            )
            for one in found.sets
        ),
        changed=tuple(
            ComparedCheckAnswer(
                one.set,
                one.rule,
                one.title,
                one.then.value if one.then else None,
                one.same_day.value if one.same_day else None,
                one.today.value if one.today else None,
                one.reason_then,
                one.reason_today,
            )
            for one in found.changed
        ),
        same=found.same,
    )
