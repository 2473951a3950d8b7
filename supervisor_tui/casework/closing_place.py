"""Where a case stands on the way to closing: worked out with its other rows, so that the list needs no sweep."""

from collections.abc import Iterable, Sequence
from datetime import date

from supervisor_tui.casework.closing_tasks import OpenTask, open_tasks
from supervisor_tui.casework.keeping_files import keeping
from supervisor_tui.casework.transfers.steps import step_of
from supervisor_tui.casework.turns import Turn, turn_of
from supervisor_tui.casework.ways_out import between_it_and_ready
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.status import Status, closing_request, closure, status, worker
from supervisor_tui.domain.transfers import transfer
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import CheckAnswer, SetReview, earliest
from supervisor_tui.store.rows import CaseSummary, ClosingRow, DueRow, SetVerdict
from supervisor_tui.wording import _

__all__ = ["Place", "closing_row_of", "verdict_of"]


class Place(Choice):
    """The place of a case, in the order in which a supervisor looks.

    Nothing is merged: a case is ready when each set that decides about it says so by itself; where none decides, each
    that informs. Once closing is asked for, the tasks of it have to be done as well.
    """

    READY = "ready", _("Ready")
    ONE_AWAY = "one_away", _("One item away")
    WAITING = "waiting", _("Asked for, more is open")
    MOVING = "moving", _("Being handed over")
    VISIT = "visit", _("Closed, something is still due")
    HELD = "held", _("Closed, held whatever the day")
    CLOSED = "closed", _("Closed")
    FAR = "far", _("Not near closing")


def closing_row_of(
    host: PluginHost,
    whole: CaseFile,
    legible: CaseFile,
    summary: CaseSummary,
    due: Iterable[DueRow],
    reviews: Sequence[SetReview],
    as_of: date,
) -> ClosingRow:
    """Return the row of a case. legible: the file without the records that cannot be read; reviews: of an open case."""
    row = ClosingRow(summary.case, worker(legible), summary.risk_letter, summary.risk_rank, Place.FAR.value)
    if status(legible) is Status.CLOSED:
        return _closed(host, legible, row, due)
    if worker(legible) is None:
        return row
    still = open_tasks(host, whole, legible, reviews, as_of) if closing_request(legible) else ()
    return _open(legible, row, reviews, still, as_of)


def _open(
    legible: CaseFile, row: ClosingRow, reviews: Iterable[SetReview], still: Sequence[OpenTask], as_of: date
) -> ClosingRow:
    verdicts = tuple(verdict_of(found, as_of) for found in reviews)
    asked, moving = closing_request(legible), transfer(legible, as_of)
    reason = asked.body.reason if asked else None
    place = _place(verdicts, len(still), is_asked=asked is not None, is_moving=moving is not None)
    first = still[0] if still else OpenTask("")
    return ClosingRow(
        row.case,
        row.worker,
        row.risk_letter,
        row.risk_rank,
        place.value,
        verdicts,
        asked_on=asked.on if asked else None,
        reason=reason.value if reason else "",
        moving_to=moving.body.agency if moving else "",
        moving=step_of(legible, as_of).value if moving else "",
        batch=moving.body.batch.strip() if moving else "",
        tasks=len(still),
        task=first.what,
        task_by=first.owner,
    )


def _closed(host: PluginHost, case: CaseFile, row: ClosingRow, due: Iterable[DueRow]) -> ClosingRow:
    ended = closure(case)
    still = [one for one in due if not one.advisory]
    first = min(still, key=lambda one: (one.due_day or date.max, one.item.title), default=None)
    kept = keeping(host, case)
    handed = transfer(case, ended.on) if ended and ended.body.reason is ClosureReason.TRANSFER else None
    return ClosingRow(
        row.case,
        row.worker,
        row.risk_letter,
        row.risk_rank,
        (Place.VISIT if first else Place.HELD if kept.held else Place.CLOSED).value,
        reason=ended.body.reason.value if ended else "",
        moving_to=handed.body.agency if handed else "",
        closed_on=ended.on if ended else None,
        after_what=first.item.title if first else "",
        after_due=first.due_day if first else None,
        kept_until=kept.until,
        held=kept.held,
        held_because=kept.because if kept.held else "",
    )


def _place(verdicts: Sequence[SetVerdict], tasks: int, *, is_asked: bool, is_moving: bool) -> Place:
    counting = [one for one in verdicts if one.decides] or list(verdicts)
    open_ones = [one for one in counting if one.verdict != Result.PASS.value]
    if counting and not open_ones and not tasks:
        return Place.READY
    if is_moving:
        return Place.MOVING
    if counting and sum(one.items for one in open_ones) + tasks == 1 and all(one.items for one in open_ones):
        return Place.ONE_AWAY
    return Place.WAITING if is_asked else Place.FAR


def verdict_of(found: SetReview, as_of: date) -> SetVerdict:
    """Return what a set answered, in one narrow row."""
    between = sorted(between_it_and_ready(found), key=lambda check: _act_first(check, as_of))
    first = between[0] if between else None
    turn = turn_of(first.answer, as_of) if first else None
    return SetVerdict(
        set=found.set.id,
        decides=found.standing.standing is Standing.DECIDES,
        verdict=found.verdict.value,
        in_the_way=len(between),
        items=len({_item(check, as_of) for check in between}),
        turn=turn.value if turn else "",
        rule=first.rule.id if first else "",
        who=first.answer.missing.who or "" if first and first.answer.missing else "",
        earliest=earliest(between),
    )


def _item(check: CheckAnswer, as_of: date) -> object:
    """Return what settles a check; checks that one missing fact settles have the same."""
    missing = check.answer.missing
    return (turn_of(check.answer, as_of), missing) if missing is not None and missing.record else check.rule.id


def _act_first(check: CheckAnswer, as_of: date) -> tuple[int, int]:
    return (list(Turn).index(turn_of(check.answer, as_of)), check.rule.order)
