"""The lines of the closing report: what was closed against first, then how it went, and what answers otherwise now."""

from collections.abc import Iterable, Iterator

import msgspec

from supervisor_tui.casework.closing_report.comparing import ComparedCheck, Comparison
from supervisor_tui.casework.closing_report.comparison_on_paper import result_words
from supervisor_tui.casework.closing_report.course import CourseLine, course
from supervisor_tui.casework.closing_report.report import ClosingReport, overridden
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.records.seen import SeenCheck, SeenSet
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.marks import Marks, result_tone
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.wording import _, ngettext

__all__ = ["ReportLine", "report_columns", "report_groups"]


class ReportLine(msgspec.Struct, frozen=True):
    """One line; `whole` is what stands below the list while the cursor is on it."""

    key: str
    what: str
    why: str = ""
    note: str = ""
    mark: Result | None = None
    whole: tuple[str, ...] = ()


ReportGroup = Group[ReportLine]


def report_columns(marks: Marks) -> tuple[Column[ReportLine], ...]:
    """Return the columns: mark, what, why, and when or what came of it."""

    def mark(line: ReportLine) -> Cell:
        return Cell("") if line.mark is None else Cell(marks.of(line.mark), result_tone(line.mark))

    return (
        Column("mark", "", mark, width=1),
        Column("what", "", lambda line: line.what, width=30, flex=2),
        Column("why", "", lambda line: Cell(line.why, Tone.QUIET), width=20, flex=3, leaves_first=1),
        Column("note", "", lambda line: line.note, width=28),
    )


def report_groups(report: ClosingReport, found: Comparison) -> tuple[ReportGroup, ...]:
    """Return the groups; what stood as it should is folded away."""
    against = tuple(_seen("against", check) for check in overridden(report))
    groups = (
        Group("against", _("CLOSED ALL THE SAME"), against, count=len(against), note=_because(report)),
        Group("course", _("HOW IT WENT"), tuple(map(_event, range(len(course(report))), course(report)))),
        Group("now", _("OTHERWISE NOW"), tuple(_changed(found)), count=len(tuple(_changed(found))), note=_same(found)),
        *_as_it_stood(report),
    )
    return tuple(group for group in groups if group.lines)


def _because(report: ClosingReport) -> str:
    return report.closed.body.because if report.closed else ""


def _event(place: int, line: CourseLine) -> ReportLine:
    day = line.on.isoformat()
    return ReportLine(f"course/{place}", line.what, line.note, f"{day} {line.who}", whole=(line.what, line.note))


def _changed(found: Comparison) -> Iterator[ReportLine]:
    for kept in found.sets:
        for number in kept.numbers:
            values = f"{number.then or _('not decided')} → {number.today or _('not decided')}"
            yield ReportLine(f"number/{number.key}", number.title, kept.title, values, whole=(number.title, values))
    yield from map(_answers_otherwise, found.changed)


def _answers_otherwise(check: ComparedCheck) -> ReportLine:
    then, same_day, today = map(result_words, (check.then, check.same_day, check.today))
    return ReportLine(
        key=f"now/{check.set}/{check.rule}",
        what=check.title or check.rule,
        why=check.reason_today or check.reason_then,
        note=f"{then} → {today}",
        mark=check.today,
        whole=(
            f"{check.title} ({check.rule})",
            _("Then: {answer}. {reason}").format(answer=then, reason=check.reason_then),
            _("The same day, asked again: {answer}").format(answer=same_day),
            _("Today: {answer}. {reason}").format(answer=today, reason=check.reason_today),
        ),
    )


def _same(found: Comparison) -> str:
    return ngettext("{n} as it was", "{n} as they were", found.same).format(n=found.same)


def _as_it_stood(report: ClosingReport) -> Iterator[ReportGroup]:
    sets: dict[str, SeenSet] = {one.set: one for one in report.signed.sets}
    for set_id in dict.fromkeys([*sets, *(check.set for check in report.signed.checks)]):
        checks = [check for check in report.signed.checks if check.set == set_id]
        kept = sets.get(set_id)
        title = f"{kept.title} {kept.version}".strip() if kept else set_id or _("checks seen")
        lines = tuple(_seen("seen", check) for check in _worst_first(checks))
        yield Group(f"seen/{set_id}", title, lines, count=len(lines), note=kept.words if kept else "", folded=True)


def _worst_first(checks: Iterable[SeenCheck]) -> list[SeenCheck]:
    order = (Result.FAIL, Result.UNKNOWN, Result.PASS, Result.NA)
    return sorted(checks, key=lambda check: (check.advises, order.index(Result(check.result))))


def _seen(group: str, check: SeenCheck) -> ReportLine:
    result = Result(check.result)
    facts = "; ".join(fact.text for fact in check.facts)
    because = _("Accepted because: {because}").format(because=check.accepted_because) if check.accepted_because else ""
    head = f"{check.title} ({check.rule})" if check.title else check.rule
    whole = tuple(part for part in (f"{head}  {result.label}", check.reason, because, facts) if part)
    return ReportLine(
        f"{group}/{check.set}/{check.rule}", check.title or check.rule, check.reason, result.label, result, whole
    )
