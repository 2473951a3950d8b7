"""What in one case cannot be told until the agency decides a number: duties, checks of the file and of closing."""

from collections.abc import Iterable, Iterator
from datetime import date

from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.settings import UsedFor
from supervisor_tui.domain.standing import standing_of
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import CheckAnswer, SetReview
from supervisor_tui.store.rows import ClosingRow, DueRow, Wait

__all__ = ["waiting_checks", "waits_of"]


def waits_of(
    host: PluginHost,
    case: CaseFile,
    due: Iterable[DueRow],
    reviews: Iterable[SetReview],
    closing: ClosingRow,
    as_of: date,
) -> tuple[Wait, ...]:
    """Return what waits in a case, each once. reviews: of an open case; closing: its row."""
    found = [Wait(key, row.rule) for row in due if row.item.unknown and (key := _setting(row.item.missing))]
    found += waiting_checks(check for review in reviews for check in review.checks)
    if closing.closed_on is None:
        found += waiting_checks(check for one in host.case_checks(case, as_of) for check in one.checks)
    elif closing.kept_until is None:
        found += _keeping(host, case, as_of)
    return tuple(sorted(set(found)))


def waiting_checks(checks: Iterable[CheckAnswer]) -> Iterator[Wait]:
    """Give the checks that are not known because a number is not decided."""
    for check in checks:
        key = _setting(check.answer.missing)
        if key and check.answer.result is Result.UNKNOWN:
            yield Wait(key, check.rule.id)


def _setting(missing: Missing | None) -> str:
    return (missing.setting or "") if missing is not None else ""


def _keeping(host: PluginHost, case: CaseFile, as_of: date) -> Iterator[Wait]:
    for set_id, setting in host.declared_settings():
        if setting.used_for is UsedFor.KEEPING_YEARS:
            settings = host.settings(set_id, case.programme.id)
            if settings.number(setting.key) is None and standing_of(case, set_id, as_of).standing is not Standing.OFF:
                yield Wait(settings.full_key(setting.key), UsedFor.KEEPING_YEARS.value)
