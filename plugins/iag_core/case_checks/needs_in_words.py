"""Needs are written as needs, and people are not judged."""

from collections.abc import Iterable
from datetime import date

from iag_core.assessments import ENTRY_STAGES, finished
from iag_core.case_checks.full_assessment import FULL
from iag_core.problems import Problem, record_check
from iag_core.words_of_need import found_in, listed
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
def needs_not_services(_case: CaseFile, body: Assessment, _on: date, settings: Settings) -> Iterable[Problem]:
    """An assessment says what the child needs, not which service there happens to be; the words may be kept.

    Words that judge people are pointed out in the same way.
    """
    services, judging = listed(settings, "service_words"), listed(settings, "judging_words")
    for need in body.needs:
        for word in found_in(need, services)[:1]:
            words = _("“{need}” names a service (“{word}”). What does the child need?")
            yield Problem(words.format(need=need, word=word), "needs")
    for text in (*body.needs, *body.risks, *body.strengths, body.note):
        for word in found_in(text, judging)[:1]:
            words = _("“{word}” judges people. What was seen or said?")
            yield Problem(words.format(word=word), "note")
