"""Who had a chance to say what they think of the work."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.figures.plans_and_work import is_worked_on
from iag_core.guidance import rules
from iag_core.records.child_heard import Feedback
from iag_core.settings import figure
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


@rules.indicator("IAG-PRIN-08", title=_("Feedback of child and family"), source="004 §1.3, §2.2; our own time")
def who_was_asked_for_feedback(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """Child and family get regular chances to say what they think; those who had none for long are counted."""
    since = as_of - timedelta(days=figure(settings, "feedback_days"))
    asked = [case for case in cases if is_worked_on(case) and _planned_by(case, since)]
    silent = tuple(case.code for case in asked if not any(entry.on >= since for entry in case.of(Feedback)))
    question = _("When can they say what they think of the work?") if silent else ""
    yield Figure(_("with a plan, and no feedback on file for long"), silent, slot="silent", question=question)
    if asked:
        share = round(100 * (len(asked) - len(silent)) / len(asked))
        codes = tuple(case.code for case in asked)
        yield Figure(_("share of these cases with feedback"), codes, measured=share, unit="%", slot="share")


def _planned_by(case: CaseFile, day: date) -> bool:
    plan = first_full_plan(case)
    return plan is not None and plan.on <= day
