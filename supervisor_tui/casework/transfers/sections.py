"""The parts of a file by the words in which a consent names them, and which kinds of record each of them covers."""

from supervisor_tui.domain.records.assessment import Assessment, Concern, ConcernSettled, RiskLevelSet
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.plan import ActionAdded, ActionOutcome, CasePlan, GoalOutcome, PlanConcluded
from supervisor_tui.domain.records.referral import Referral, ReferralProgress

__all__ = ["STRICT", "covers"]

STRICT = "strictly confidential"
"""The words by which a consent names the strictly confidential part of a file."""

_TOGETHER: tuple[tuple[type[RecordBody], ...], ...] = (
    (Assessment, RiskLevelSet, Concern, ConcernSettled),
    (CasePlan, ActionAdded, ActionOutcome, GoalOutcome, PlanConcluded),
    (FollowUp, Review),
    (Referral, ReferralProgress),
)
"""Kinds that are one part of a file: whoever names the first means the others too."""

_COVERED = {kind.KIND: together[0].KIND for together in _TOGETHER for kind in together}


def covers(section: str, kind: str, title: str) -> bool:
    """Say whether a part named so covers a kind of record: by its stored name, its title, or what it belongs to."""
    named = _plain(section)
    return named in {_plain(kind), _plain(title), _plain(_COVERED.get(kind, kind))}


def _plain(word: str) -> str:
    return word.strip().casefold().replace("_", " ").replace("-", " ")
