"""The lines of a hand-over: what comes next, the steps, what is open, and what ended before."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.view import StepLine, TransferView
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.marks import Marks, result_tone
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.wording import _

__all__ = ["TransferLine", "columns", "transfer_groups"]


class TransferLine(msgspec.Struct, frozen=True):
    """One line; Enter does `act`, where it has one."""

    key: str
    what: str
    words: str = ""
    when: str = ""
    done: Result | None = None
    act: TransferAct | None = None


def columns(marks: Marks) -> tuple[Column[TransferLine], ...]:
    """Return the columns: mark, what, what it rests on, when."""

    def mark(line: TransferLine) -> Cell:
        return Cell(marks.of(line.done), result_tone(line.done)) if line.done is not None else Cell("")

    return (
        Column("mark", "", mark, width=1),
        Column("what", "", lambda line: line.what, width=28, flex=1),
        Column("words", "", lambda line: Cell(line.words, Tone.QUIET), width=24, flex=2, leaves_first=1),
        Column("when", "", lambda line: line.when, width=12),
    )


def transfer_groups(view: TransferView, today: date) -> tuple[Group[TransferLine], ...]:
    """Return the groups, the line to act on first."""
    steps = [_step(one, today) for one in view.steps]
    groups = [Group("next", _("NEXT"), list(_next(view)))]
    if view.against:
        lines = [TransferLine(f"against/{n}", sentence, done=Result.FAIL) for n, sentence in enumerate(view.against)]
        groups.append(Group("against", _("WHY THE FILE STAYS HERE"), lines, count=len(lines)))
    if steps:
        groups.append(Group("steps", _("STEPS"), steps))
    groups.append(_open(view))
    groups += _asked(view)
    reasons = [TransferLine(f"reason/{one.set}/{one.key}", one.title, one.source) for one in view.reasons]
    if reasons:
        groups.append(Group("reasons", _("REASONS THAT GUIDANCE NAMES"), reasons, count=len(reasons)))
    earlier = [_earlier(entry.body, near_day(entry.on, today), entry.id) for entry in view.earlier]
    if earlier:
        groups.append(Group("earlier", _("proposed before, and ended"), earlier, count=len(earlier)))
    return tuple(groups)


def _step(one: StepLine, today: date) -> TransferLine:
    when = near_day(one.on, today) if one.on else ""
    return TransferLine(f"step/{one.what}", one.what, one.words, when, one.done, one.act)


def _next(view: TransferView) -> Iterable[TransferLine]:
    if view.next_act is None:
        yield TransferLine("next", view.step.label, done=Result.PASS)
    else:
        act = view.next_act
        yield TransferLine("next", act.label[:1].upper() + act.label[1:], view.step.label, act=act)


def _open(view: TransferView) -> Group[TransferLine]:
    lines = [
        TransferLine(
            f"open/{one.number}",
            f"{one.number}  {one.what}",
            " · ".join(part for part in (one.who, one.status) if part),
            done=Result.FAIL if view.proposed and one.number in view.not_planned else None,
            act=TransferAct.PLAN if view.proposed else None,
        )
        for one in view.open_work
    ]
    missing = len(view.not_planned) if view.proposed else 0
    note = _("{n} not in the plan for the hand-over").format(n=missing) if missing else ""
    return Group("open", _("OPEN, GOES ALONG"), lines, count=len(lines), note=note)


def _asked(view: TransferView) -> Iterable[Group[TransferLine]]:
    """Give what each guidance set asks people to do, each by itself; folded where all of it is in order."""
    for found in view.asked:
        lines = [
            TransferLine(f"{found.set.id}/{one.rule.id}", one.rule.title, one.answer.reason, done=one.answer.result)
            for one in found.checks
        ]
        still = sum(1 for one in found.checks if one.answer.result in {Result.FAIL, Result.UNKNOWN})
        title = _("{set} asks for").format(set=found.set.short_title)
        if lines:
            note = f"{found.standing.standing.label} · {_('{n} open').format(n=still)}"
            yield Group(f"asked/{found.set.id}", title, lines, note=note, folded=not still)


def _earlier(body: Transfer, day: str, key: str) -> TransferLine:
    if body.refused_on is not None:
        words = _("refused: {why}").format(why=body.refused_because)
    elif body.withdrawn_on is not None:
        words = _("taken back: {why}").format(why=body.withdrawn_because)
    else:
        words = _("declined by child and family")
    return TransferLine(f"earlier/{key}", body.agency, words, day)
