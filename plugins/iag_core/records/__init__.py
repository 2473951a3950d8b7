"""What this set writes down beside the product's own kinds of record, one subject a module."""

from iag_core.records.assessment_work import AssessmentWork
from iag_core.records.before_closing import ClosingDiscussed, LastLook, ProviderView
from iag_core.records.child_heard import Feedback, Participation, Strengths
from iag_core.records.death import Death, DeathInquiry, DeathReport
from iag_core.records.decision import Decision
from iag_core.records.fund_use import FundUse
from iag_core.records.interview import Interview
from iag_core.records.kept_at_exit import KeptAtExit
from iag_core.records.not_eligible import NotEligible
from iag_core.records.plan_making import PlanMaking
from iag_core.records.provider import Provider
from iag_core.records.refugee import Determination, RefugeeChild
from iag_core.records.service_gap import ServiceGap
from iag_core.records.visit_after_closing import NotReopened, VisitAfterClosing
from iag_core.records.visit_preparation import VisitPreparation
from iag_core.records.watching_changes import PlanStays, ServiceChanged, Watcher
from supervisor_tui.domain.records.kind import RecordBody

KINDS: tuple[type[RecordBody], ...] = (
    NotEligible,
    Interview,
    AssessmentWork,
    Decision,
    Strengths,
    Participation,
    PlanMaking,
    ServiceGap,
    Provider,
    FundUse,
    VisitPreparation,
    Feedback,
    ServiceChanged,
    PlanStays,
    Watcher,
    ClosingDiscussed,
    LastLook,
    ProviderView,
    VisitAfterClosing,
    NotReopened,
    Death,
    DeathInquiry,
    DeathReport,
    KeptAtExit,
    RefugeeChild,
    Determination,
)
