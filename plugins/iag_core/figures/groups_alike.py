"""Whether groups of children are served alike."""

from collections.abc import Iterable
from datetime import date
from statistics import median

from iag_core.guidance import rules
from iag_core.settings import figure
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.registration import Sex
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closure, registration
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


@rules.indicator("IAG-PRIN-03", title=_("Are groups served alike?"), source="004 §1.3; our own thresholds")
def groups_are_served_alike(cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """Nobody is served worse for who they are: days to the plan and goals met are compared. A gap is a question.

    Groups of few cases are not shown, so that no child is told by its numbers.
    """
    days: dict[Sex, list[tuple[CaseCode, int]]] = {}
    for case in cases:
        opening, plan = registration(case), first_full_plan(case)
        if opening is not None and plan is not None and opening.body.sex is not None:
            days.setdefault(opening.body.sex, []).append((case.code, (plan.on - opening.on).days))
    large = {sex: held for sex, held in days.items() if len(held) >= figure(settings, "smallest_group")}
    middle = {sex: round(median(count for _code, count in held)) for sex, held in large.items()}
    apart = max(middle.values(), default=0) - min(middle.values(), default=0)
    asks = len(middle) > 1 and apart >= figure(settings, "gap_between_groups")
    for sex in Sex:
        if sex in large:
            title = _("days from registration to plan, half of the cases: {sex}").format(sex=sex.label)
            codes = tuple(code for code, _days in large[sex])
            question = _("Why does one group wait longer?") if asks else ""
            yield Figure(title, codes, middle[sex], _("days"), sex.value, question)
    yield from _ended_alike(cases, settings)


def _ended_alike(cases: tuple[CaseFile, ...], settings: Settings) -> Iterable[Figure]:
    """Return for each group that is large enough the share of its closings whose reason is that goals were met."""
    ended: dict[Sex, list[tuple[CaseCode, bool]]] = {}
    for case in cases:
        opening, closed = registration(case), closure(case)
        if opening is not None and closed is not None and opening.body.sex is not None:
            met = closed.body.reason is ClosureReason.GOALS_MET
            ended.setdefault(opening.body.sex, []).append((case.code, met))
    large = {sex: held for sex, held in ended.items() if len(held) >= figure(settings, "smallest_group")}
    share = {sex: round(100 * sum(met for _code, met in held) / len(held)) for sex, held in large.items()}
    apart = max(share.values(), default=0) - min(share.values(), default=0)
    asks = len(share) > 1 and apart >= figure(settings, "gap_between_shares")
    for sex in (sex for sex in Sex if sex in large):
        title = _("closed because goals were met, of all closings: {sex}").format(sex=sex.label)
        question = _("Why does one group reach its goals less often?") if asks else ""
        yield Figure(title, tuple(code for code, _met in large[sex]), share[sex], "%", f"ended.{sex.value}", question)
