"""The needs that an assessment found, and what answers them: an action, a referral, or the word that nobody can.

A need is named by its number where it has one ("N3 hearing"), else by its words.
"""

import re
from collections.abc import Iterable

from iag_core.assessments import finished
from iag_core.records.service_gap import ServiceGap
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.plan import ActionAdded, CasePlan
from supervisor_tui.domain.records.referral import Referral

NUMBER = re.compile(r"[A-Z]\d+\b")
EVERY_STAGE = frozenset(AssessmentStage)


def name_of(need: str) -> str:
    """Return by what a need is known: its number, or its words without regard to capitals and spaces."""
    number = NUMBER.match(need.strip())
    return number.group() if number else " ".join(need.casefold().split())


def last_list_of_needs(case: CaseFile) -> Entry[Assessment] | None:
    """Return the latest finished assessment that names needs, or None."""
    return next((entry for entry in reversed(finished(case, EVERY_STAGE)) if entry.body.needs), None)


def answered_by_the_plan(case: CaseFile, plan: CasePlan) -> frozenset[str]:
    """Return the names of the needs that have an action: in this plan, in an earlier version, or added to it.

    A later version leaves out what is done.
    """
    versions = (plan, *(entry.body for entry in case.of(CasePlan)))
    return _names(
        [action.need for version in versions for action in version.actions]
        + [entry.body.need for entry in case.of(ActionAdded)],
    )


def answered_elsewhere(case: CaseFile) -> frozenset[str]:
    """Return the names of the needs that were referred, or for which it was noted that there is no service."""
    return _names(
        [entry.body.need for entry in case.of(Referral)] + [entry.body.need for entry in case.of(ServiceGap)],
    )


def without_answer(needs: Iterable[str], answered: frozenset[str]) -> tuple[str, ...]:
    """Return the needs that nothing answers, as they were written."""
    return tuple(need for need in needs if name_of(need) not in answered)


def _names(needs: Iterable[str]) -> frozenset[str]:
    return frozenset(name_of(need) for need in needs if need.strip())
