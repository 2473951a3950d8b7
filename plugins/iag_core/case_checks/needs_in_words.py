"""Needs are written as needs."""

from collections.abc import Iterable
from datetime import date

from iag_core.assessments import ENTRY_STAGES, finished
from iag_core.case_checks.full_assessment import FULL
from iag_core.problems import Problem, record_check
from iag_core.words_of_need import found_in, kept_on_purpose, listed
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.assessment import Assessment
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _


def the_latest_with_needs(case: CaseFile) -> tuple[Entry[Assessment], ...]:
    """Return the latest finished assessment that names needs."""
    return tuple(entry for entry in finished(case, FULL | ENTRY_STAGES) if entry.body.needs)[-1:]


@record_check(
    "IAG-S2-19",
    Assessment,
    title=_("Needs, not services"),
    source="004 §3.2",
    nothing=_("No assessment names a need."),
    fine=_("The needs are written as needs."),
    strength=Strength.WARNS,
    chosen=the_latest_with_needs,
)
def needs_not_services(case: CaseFile, body: Assessment, _on: date, settings: Settings) -> Iterable[Problem]:
    """An assessment says what the child needs, not which service there happens to be.

    Words that somebody keeps with a reason are not pointed out again in this case.
    """
    services, kept = listed(settings, "service_words"), kept_on_purpose(case)
    for need in body.needs:
        for word in [word for word in found_in(need, services) if word not in kept][:1]:
            words = _("“{need}” names a service (“{word}”). What does the child need?")
            yield Problem(words.format(need=need, word=word), "needs", keeps=word)
