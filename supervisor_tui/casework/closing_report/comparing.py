"""What the guidance sets would answer now, beside what they answered when it was signed.

Three answers stand side by side. *Then* is what was kept. *The same day, asked again* is what the sets installed
today, with today's numbers and everything entered since, say of the day of signing: where it differs from *then*, the
guidance, a number or the file has changed. *Today* is what they say of the case today: where only that differs, time
has passed. Nothing is decided anew; a closed case stays closed.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from supervisor_tui.casework.closing import verdict_words
from supervisor_tui.casework.closing_report.report import Basis, ClosingReport
from supervisor_tui.casework.closing_report.seen_at_signing import value_in_words
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile, as_seen
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.seen import SeenCheck, SeenSet
from supervisor_tui.guidance.reviews import CheckAnswer, SetReview

__all__ = ["ComparedCheck", "ComparedNumber", "ComparedSet", "Comparison", "compared"]


class ComparedCheck(msgspec.Struct, frozen=True):
    """A check whose answer is another one; None where it was not kept, or no set installed asks it."""

    set: SetId
    rule: str
    title: str
    then: Result | None
    same_day: Result | None
    today: Result | None
    reason_then: str = ""
    reason_today: str = ""


class ComparedNumber(msgspec.Struct, frozen=True):
    """A number that the answers of then read and that is another one today; "" where nobody has decided it."""

    key: str
    title: str
    then: str
    today: str


class ComparedSet(msgspec.Struct, frozen=True):
    """One set then and today, in words; "" where it was not in force, or is not installed."""

    set: SetId
    title: str
    version_then: str
    version_today: str
    standing_then: str
    standing_today: str
    words_then: str
    words_same_day: str
    words_today: str
    numbers: tuple[ComparedNumber, ...] = ()


class Comparison(msgspec.Struct, frozen=True):
    """The comparison. same: how many checks have the same answer all three times.

    The checks of a set of which nothing was kept are not listed one by one: there is nothing to compare.
    """

    signed_on: date
    as_of: date
    basis: Basis
    sets: tuple[ComparedSet, ...]
    changed: tuple[ComparedCheck, ...]
    same: int


def compared(desk: Desk, report: ClosingReport) -> Comparison:
    """Return the comparison of a report with what the sets installed here answer."""
    then = {SetId(one.set): one for one in report.signed.sets}
    on = report.signed.on
    again = _asked_again(desk, report, on)
    today = _asked_again(desk, report, desk.as_of)
    names = dict.fromkeys(
        [*then, *(key for key, found in today.items() if found.standing.standing is not Standing.OFF)]
    )
    lines = tuple(_checks(report, names, again, today))
    changed = tuple(one for one in lines if not one.then is one.same_day is one.today)
    return Comparison(
        signed_on=on,
        as_of=desk.as_of,
        basis=report.signed.basis,
        sets=tuple(
            _set(name, then.get(name), again.get(name), today.get(name), _numbers(desk, report, then.get(name)))
            for name in names
        ),
        changed=changed,
        same=len(lines) - len(changed),
    )


def _asked_again(desk: Desk, report: ClosingReport, day: date) -> Mapping[SetId, SetReview]:
    """Ask every set installed about the case as if it had not been closed yet."""
    reviews = desk.host.review_closing(_before_the_signature(desk, report, day), day)
    return {found.set.id: found for found in reviews}


def _before_the_signature(desk: Desk, report: ClosingReport, day: date) -> CaseFile:
    """Return the file of a day without the signature whose answers are compared: it was written on its own list."""
    records = desk.store.records.of(report.case.code)
    case = as_seen(report.case.code, desk.programme_of(records, day), records, day, desk.known_at)
    written = {report.signed.record, report.closed.id if report.closed else None}
    return CaseFile(case.code, case.programme, (record for record in case.records if record.id not in written))


def _checks(
    report: ClosingReport,
    names: Iterable[SetId],
    again: Mapping[SetId, SetReview],
    today: Mapping[SetId, SetReview],
) -> Iterator[ComparedCheck]:
    for name in names:
        then = {one.rule: one for one in report.signed.checks if one.set == name}
        if not then:
            continue
        same_day, now = _by_rule(again.get(name)), _by_rule(today.get(name))
        for rule in dict.fromkeys([*then, *now]):
            yield _check(name, rule, then.get(rule), same_day.get(rule), now.get(rule))


def _by_rule(found: SetReview | None) -> dict[str, CheckAnswer]:
    return {str(check.rule.id): check for check in found.checks} if found else {}


def _check(
    name: SetId, rule: str, then: SeenCheck | None, same_day: CheckAnswer | None, today: CheckAnswer | None
) -> ComparedCheck:
    return ComparedCheck(
        set=name,
        rule=rule,
        title=then.title if then and then.title else today.rule.title if today else "",
        then=Result(then.result) if then else None,
        same_day=same_day.answer.result if same_day else None,
        today=today.answer.result if today else None,
        reason_then=then.reason if then else "",
        reason_today=today.answer.reason if today else "",
    )


def _set(
    name: SetId,
    then: SeenSet | None,
    again: SetReview | None,
    today: SetReview | None,
    numbers: Iterable[ComparedNumber],
) -> ComparedSet:
    return ComparedSet(
        set=name,
        title=then.title if then else today.set.title if today else name,
        version_then=then.version if then else "",
        version_today=today.set.version if today else "",
        standing_then=Standing(then.standing).label if then else "",
        standing_today=today.standing.standing.label if today else "",
        words_then=then.words if then else "",
        words_same_day=verdict_words(again) if again else "",
        words_today=verdict_words(today) if today else "",
        numbers=tuple(numbers),
    )


def _numbers(desk: Desk, report: ClosingReport, then: SeenSet | None) -> Iterator[ComparedNumber]:
    if then is None:
        return
    settings = desk.host.settings(SetId(then.set), report.case.programme.id)
    held = {settings.full_key(one.key): one for set_id, one in desk.host.declared_settings() if set_id == then.set}
    for one in then.settings:
        value = value_in_words(settings, held[one.key]) if one.key in held else ""
        if value != one.value:
            yield ComparedNumber(one.key, one.title, one.value, value)
