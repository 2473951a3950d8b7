"""How often the time limits of the guidelines were kept lately, each limit with the cases in which it was not."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.schedule.after_closing import the_visit_after_closing, the_visit_in_an_emergency
from iag_core.schedule.comprehensive_assessment import (
    the_full_assessment_in_an_emergency,
    the_full_assessment_is_finished,
)
from iag_core.schedule.first_assessment import the_first_assessment, the_urgent_assessment
from iag_core.schedule.plan_deadline import the_plan_is_ready
from iag_core.schedule.reviews import the_regular_review, the_sooner_review
from iag_core.settings import figure
from supervisor_tui.domain.calendar import day_of, is_after
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.rules import ScheduleRule
from supervisor_tui.wording import _

LIMITS: tuple[tuple[str, str, tuple[ScheduleRule, ...]], ...] = (
    ("first_assessment", _("first assessment"), (the_first_assessment, the_urgent_assessment)),
    (
        "full_assessment",
        _("full assessment"),
        (the_full_assessment_is_finished, the_full_assessment_in_an_emergency),
    ),
    ("plan", _("case plan"), (the_plan_is_ready,)),
    ("review", _("review of the plan"), (the_regular_review, the_sooner_review)),
    ("visit", _("visit after closing"), (the_visit_after_closing, the_visit_in_an_emergency)),
)


@rules.indicator("IAG-DB-03", title=_("Time limits kept"), source="004 §2.5.2; days ours")
def time_limits_kept(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """Limits are followed case by case, and over all cases it is seen how often they were kept.

    Counted are duties whose last day fell into the time looked at; one that is still to be done was not kept.
    """
    since = as_of - timedelta(days=figure(settings, "time_limits_looked_at_days"))
    for key, title, asked in LIMITS:
        told = [(case.code, item) for case in cases for item in _fell_due(case, asked, since, as_of, settings)]
        late = tuple(dict.fromkeys(code for code, item in told if not _kept(item)))
        question = _("What came in between?") if late else ""
        yield Figure(_("{duty}: not in time lately").format(duty=title), late, slot=f"{key}.late", question=question)
        if told:
            share = round(100 * sum(_kept(item) for _code, item in told) / len(told))
            codes = tuple(dict.fromkeys(code for code, _item in told))
            words = _("{duty}: in time, of all that fell due lately").format(duty=title)
            yield Figure(words, codes, measured=share, unit="%", slot=f"{key}.share")


def _fell_due(
    case: CaseFile, asked: tuple[ScheduleRule, ...], since: date, as_of: date, settings: Settings
) -> Iterator[DueItem]:
    for rule in asked:
        for item in rule(case, as_of, settings):
            if item.due is not None and not item.unknown and since <= day_of(item.due) < as_of:
                yield item


def _kept(item: DueItem) -> bool:
    return item.done is not None and item.due is not None and not is_after(item.done, item.due)
