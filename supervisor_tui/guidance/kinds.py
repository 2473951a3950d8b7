"""Every kind of record that is known in this installation: the product's own and those of the sets installed."""

from collections.abc import Iterable, Iterator

import msgspec

from supervisor_tui.domain.records.assessment import (
    Assessment,
    Concern,
    ConcernSettled,
    ImmediateAction,
    RiskLevelSet,
    SituationChanged,
)
from supervisor_tui.domain.records.closing import Approval, Closure, ClosureRequest, Reopening
from supervisor_tui.domain.records.closing_task import ClosingTask
from supervisor_tui.domain.records.consent import Consent, ConsentWithdrawn
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.note import Document, MeetingDecision, MeetingHeld, Note, Readiness, Retraction
from supervisor_tui.domain.records.order import Order, OrderConsultation, OrderDutyDone
from supervisor_tui.domain.records.placement import Placement, PlacementEnded
from supervisor_tui.domain.records.plan import ActionAdded, ActionOutcome, CasePlan, GoalOutcome, PlanConcluded
from supervisor_tui.domain.records.referral import Referral, ReferralProgress
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment, ContextForCase, GuidanceForCase, Postponement
from supervisor_tui.domain.records.steps import StepBack
from supervisor_tui.domain.records.transfer import AgainstTheirWishes, HandOverPlan, TakenUp, Transfer
from supervisor_tui.domain.records.words_kept import WordsKept

CORE_KINDS: tuple[type[RecordBody], ...] = (
    Registration,
    Assignment,
    Consent,
    ConsentWithdrawn,
    Assessment,
    RiskLevelSet,
    Concern,
    ConcernSettled,
    SituationChanged,
    ImmediateAction,
    CasePlan,
    ActionAdded,
    ActionOutcome,
    GoalOutcome,
    PlanConcluded,
    FollowUp,
    Review,
    Placement,
    PlacementEnded,
    Order,
    OrderDutyDone,
    OrderConsultation,
    Referral,
    ReferralProgress,
    MeetingDecision,
    MeetingHeld,
    Readiness,
    Approval,
    ClosureRequest,
    ClosingTask,
    Closure,
    Reopening,
    Transfer,
    HandOverPlan,
    AgainstTheirWishes,
    TakenUp,
    StepBack,
    FileKept,
    Document,
    Note,
    WordsKept,
    ContextForCase,
    GuidanceForCase,
    Postponement,
    Retraction,
)


class RecordKinds:
    """The known kinds by name."""

    def __init__(self, contributed: Iterable[type[RecordBody]] = ()) -> None:
        """Take the kinds that guidance sets contribute; the product's own are always known."""
        self._kinds = {kind.KIND: kind for kind in (*CORE_KINDS, *contributed)}

    def __iter__(self) -> Iterator[type[RecordBody]]:
        """Go through the kinds, the product's own first."""
        return iter(self._kinds.values())

    def get(self, name: str) -> type[RecordBody] | None:
        """Return the kind of that name, or None where no installed set declares it."""
        return self._kinds.get(name)

    def title(self, name: str) -> str:
        """Return the words for a kind, or its name where it is not installed."""
        kind = self._kinds.get(name)
        return kind.TITLE if kind else name

    def decode(self, record: Record) -> RecordBody | None:
        """Return a record's body, or None where its kind is not installed.

        Raises msgspec.MsgspecError if the body does not decode.
        """
        kind = self._kinds.get(record.kind)
        return msgspec.json.decode(record.body, type=kind) if kind else None
