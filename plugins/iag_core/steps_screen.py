"""The six steps as a screen of their own: what to record first, where the case is, what each asked for, the way."""

from collections.abc import Iterable
from datetime import date

from iag_core.asked_for import AskedFor
from iag_core.contact_history import contact_history
from iag_core.missing_by_step import asked_by_step, ends_at_the_first_assessment
from iag_core.seen import seen_on
from iag_core.six_steps import TITLE, stages
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.steps import Step, StepBack
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closure, episodes, step
from supervisor_tui.guidance.panels import CaseScreenSource, Line, Lines, Panel, Paragraph, Section, Stages
from supervisor_tui.wording import _


def steps_screen(case: CaseFile, as_of: date, settings: Settings) -> Panel:
    """Return what is missing up to the present step first, then the steps, the way so far, and what each asked for."""
    seen = seen_on(case, as_of)
    asked, steps = asked_by_step(seen), list(Step)
    reached = steps[: steps.index(step(seen)) + 1]
    return Panel(
        TITLE,
        (
            _to_record(asked[one] for one in reached),
            Stages(_("Where the case is"), stages(seen)),
            *_way_so_far(seen),
            *(_of_step(one, asked[one]) for one in reached if asked[one]),
            *(one for one in (contact_history(seen, as_of, settings),) if one is not None),
        ),
    )


def _to_record(steps: Iterable[tuple[AskedFor, ...]]) -> Section:
    missing = tuple(_line(one) for found in steps for one in found if one.is_missing)
    if not missing:
        return Paragraph(_("Everything that the steps ask for so far is recorded."))
    return Lines(_("To record"), missing)


def _of_step(one: Step, found: tuple[AskedFor, ...]) -> Lines:
    return Lines(f"{one.value}  {one.label}", tuple(_line(asked) for asked in found))


def _line(one: AskedFor) -> Line:
    if one.is_missing:
        return Line(one.words, Result.FAIL, one.note, missing=one.where)
    return Line(one.words, Result.PASS)


def _way_so_far(case: CaseFile) -> Iterable[Section]:
    """Give what turned the way: closed after the first assessment, gone back, opened again with clocks anew."""
    if ends_at_the_first_assessment(case):
        yield Paragraph(_closed_early(case), _("Straight after the first assessment"))
    back = tuple(_gone_back(entry.on, entry.body) for entry in case.of(StepBack))
    if back:
        yield Lines(_("Gone back"), back)
    again = tuple(
        Line(_("{day}: opened again").format(day=one.opened_on.isoformat()), note=_("clocks begin anew"))
        for one in episodes(case)[1:]
    )
    plan = tuple(
        Line(_("{day}: the time for the plan begins anew").format(day=entry.on.isoformat()))
        for entry in case.of(StepBack)
        if entry.body.to is Step.PLAN
    )
    if again or plan:
        yield Lines(_("Clocks started again"), (*again, *plan))


def _closed_early(case: CaseFile) -> str:
    ended = closure(case)
    if ended is None:
        return _("Asked to end here: what belongs to plan, work and follow-up is not asked.")
    words = _("Closed on {day}: what belongs to plan, work and follow-up was not asked. {because}")
    return words.format(day=ended.on.isoformat(), because=ended.body.because).strip()


def _gone_back(on: date, back: StepBack) -> Line:
    words = _("{day}: to {step}. {reason}")
    reason = back.reason or _("No reason recorded.")
    missing = None if back.reason else Result.FAIL
    return Line(words.format(day=on.isoformat(), step=back.to.label, reason=reason), missing)


STEPS_SCREEN = CaseScreenSource(
    "steps", TITLE, _("Where the case is, what each step asked for, what is missing, and the way so far."), steps_screen
)
