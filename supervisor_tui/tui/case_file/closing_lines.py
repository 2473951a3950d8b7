"""The lines of a case file's last tab: what each set answers about closing, how far that has come, and a hand-over."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.casework.closing import ClosingView, verdict_words
from supervisor_tui.casework.closing_steps import ClosingSteps, StepStanding
from supervisor_tui.casework.endings import Endings
from supervisor_tui.casework.reopening import ReopeningView
from supervisor_tui.casework.transfers.view import TransferView
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import Reopening
from supervisor_tui.domain.status import closure
from supervisor_tui.guidance.reviews import CheckAnswer, SetFindings, SetReview
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.marks import Marks, result_tone
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.ways_on import OpenClosing, OpenClosingSteps, OpenTransfer, RecordIt, WayOn, way_to_settle
from supervisor_tui.wording import _

__all__ = ["ClosingTabLine", "closing_tab_columns", "closing_tab_groups", "reopening_groups"]


class ClosingTabLine(msgspec.Struct, frozen=True):
    """One line: how it stands, who says so or which step it is, in words, and where Enter goes. whole: all of it."""

    key: str
    name: str
    what: str
    way: WayOn | None
    result: Result | None = None
    note: str = ""
    whole: str = ""


ClosingTabGroup = Group[ClosingTabLine]


def closing_tab_columns(marks: Marks) -> tuple[Column[ClosingTabLine], ...]:
    """Return the columns: mark, who or which step, in words, a note."""

    def mark(line: ClosingTabLine) -> Cell:
        return Cell("") if line.result is None else Cell(marks.of(line.result), result_tone(line.result))

    return (
        Column("mark", "", mark, width=1),
        Column("name", "", lambda line: Cell(line.name, Tone.STRONG), width=20),
        Column("what", "", lambda line: line.what, width=30, flex=1),
        Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=12, leaves_first=1),
    )


def closing_tab_groups(found: Endings) -> tuple[ClosingTabGroup, ...]:
    """Return the answers of the sets first, then the steps once closing is asked for, then a hand-over under way."""
    view = found.closing
    code = view.case.code
    answers = [_answer(one, code) for one in view.reviews]
    return (
        Group("answers", _("MAY THIS CASE CLOSE?"), answers, note=_asked_words(view)),
        *_steps(view, found.steps),
        *([_hand_over(found.hand_over)] if found.hand_over is not None else []),
        *(reopening_groups(found.again) if found.again is not None else ()),
    )


def _asked_words(view: ClosingView) -> str:
    ended = closure(view.case)
    if ended is not None:
        day = near_day(ended.on, view.as_of)
        return _("closed {day} · {reason}").format(day=day, reason=ended.body.reason.label)
    if view.request is None:
        return _("nobody asked for it")
    reason = view.request.body.reason
    words = _("asked for {day}").format(day=near_day(view.request.on, view.as_of))
    return " · ".join((words, reason.label if reason else _("no reason recorded")))


def _answer(found: SetReview, code: CaseCode) -> ClosingTabLine:
    answer, standing = verdict_words(found), found.standing.standing.label
    return ClosingTabLine(
        f"answer/{found.set.id}",
        found.set.short_title,
        answer,
        OpenClosing(code),
        found.verdict,
        standing,
        f"{found.set.title} · {standing} · {answer}",
    )


def _steps(view: ClosingView, steps: ClosingSteps) -> Iterable[ClosingTabGroup]:
    if view.request is None and closure(view.case) is None:
        return
    lines = [_step(one, view.case.code, is_next=steps.next is one) for one in steps.steps]
    following = steps.next.step.label if steps.next is not None else _("nothing is left to do")
    yield Group("steps", _("STEPS"), lines, note=_("next: {step}").format(step=following))


def _step(one: StepStanding, code: CaseCode, *, is_next: bool) -> ClosingTabLine:
    words = one.words or one.result.label
    whole = f"{one.step.label} · {words}"
    note = _("next") if is_next else ""
    return ClosingTabLine(
        f"step/{one.step.value}", one.step.label, words, OpenClosingSteps(code), one.result, note, whole
    )


def _hand_over(view: TransferView) -> ClosingTabGroup:
    agency = view.proposed.body.agency if view.proposed else ""
    line = ClosingTabLine("hand-over", agency, view.step.label, OpenTransfer(view.case.code))
    return Group("hand_over", _("HAND-OVER TO ANOTHER AGENCY"), [line])


def reopening_groups(view: ReopeningView) -> Iterable[ClosingTabGroup]:
    """Return what opening the case again asks for, each set by itself, and the reasons that sets name."""
    for found in view.asked:
        lines = [_part(view, found, one) for one in found.checks]
        still = sum(1 for one in found.checks if one.answer.result in {Result.FAIL, Result.UNKNOWN})
        words = _("opening again: {set} would ask for") if view.is_closed else _("opened again: {set} asks for")
        note = " · ".join((found.standing.standing.label, _("{n} open").format(n=still)))
        title = words.format(set=found.set.short_title).upper()
        yield Group(f"again/{found.set.id}", title, lines, count=len(lines), note=note)
    if view.reasons and view.is_closed:
        reasons = [
            ClosingTabLine(f"reason/{one.set}/{one.key}", _("reason"), one.title, _the_form(view), note=one.source)
            for one in view.reasons
        ]
        yield Group("again/reasons", _("REASONS THAT GUIDANCE NAMES"), reasons, count=len(reasons))


def _part(view: ReopeningView, found: SetFindings, one: CheckAnswer) -> ClosingTabLine:
    part = one.rule.part.label if one.rule.part else ""
    way: WayOn | None = _the_form(view)
    if not view.is_closed:
        way = way_to_settle(view.case.code, one.answer.missing) if one.answer.missing else None
    whole = " · ".join(filter(None, (one.rule.title, one.answer.reason, part, found.set.title)))
    result = one.answer.result
    return ClosingTabLine(f"again/{found.set.id}/{one.rule.id}", part, one.rule.title, way, result, whole=whole)


def _the_form(view: ReopeningView) -> WayOn:
    return RecordIt(view.case.code, Reopening.KIND, "reason")
