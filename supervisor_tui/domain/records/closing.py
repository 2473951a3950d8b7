"""Closing and reopening: the request, the approvals, the closure, the visit after it, the new episode."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import MeetingId, PersonCode
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.domain.records.seen import SeenCheck, SeenSet
from supervisor_tui.wording import _


class ClosureReason(Choice):
    """The main reason for closing; each case has exactly one."""

    GOALS_MET = "goals-met", _("goals met and safe")
    ENDED_BY_FAMILY = "ended-by-family", _("child or family ends it")
    TRANSFER = "transfer", _("moved to another agency")
    TURNED_18 = "turned-18", _("turned 18")
    DEATH = "death", _("death")
    AFTER_INITIAL = "after-initial", _("no concerns at the first assessment")
    OTHER = "other", _("other reason")


class ClosureRequest(RecordBody, frozen=True, kw_only=True):
    """Somebody asks for the case to be closed; the checks are read for this reason."""

    KIND: ClassVar[str] = "closure_request"
    TITLE: ClassVar[str] = _("Closing asked for")
    ON: ClassVar[str] = _("Asked on")

    reason: Annotated[ClosureReason | None, asked(_("Main reason"), rule="IAG-CLS-02")] = None
    in_their_words: Annotated[
        str,
        asked(
            _("Reason in the words of the guidance"),
            hint=_("As a guidance in force names it."),
            codes="closing_reason",
        ),
    ] = ""
    asked_by: Annotated[str, asked(_("Asked by"), hint=_("A person's code, or child, family."), codes="person")] = ""
    safe_to_end: Annotated[
        YesNo | None, asked(_("Is it safe to end now, in the caseworker's judgement?"), rule="IAG-CLS-07")
    ] = None
    supervisor_agrees: Annotated[YesNo | None, asked(_("Does the supervisor agree?"), rule="IAG-CLS-07")] = None
    withdrawn: Annotated[YesNo | None, asked(_("Has the request been taken back?"))] = None
    note: Annotated[str, asked(_("Note"), long=True)] = ""


class Approved(Choice):
    """What is approved."""

    CLOSURE = "closure", _("closing")
    PLACEMENT = "placement", _("placement")
    PLAN = "plan", _("case plan")
    TRANSFER = "transfer", _("transfer")


class ApprovingBody(Choice):
    """Who may approve."""

    SUPERVISOR = "supervisor", _("supervisor")
    MANAGER = "manager", _("manager")
    CASE_MANAGER = "case_manager", _("case manager")
    SCCO = "scco", _("Sub-County Children's Officer")
    ACC = "acc", _("Alternative Care Committee")
    CWC = "cwc", _("Child Welfare Committee")


class ApprovalDecision(Choice):
    """The answer."""

    APPROVED = "approved", _("approved")
    CONDITIONAL = "conditional", _("approved under a condition")
    NOT_APPROVED = "not_approved", _("not approved")


class Approval(RecordBody, frozen=True, kw_only=True):
    """A person or body with the right to approves or refuses, on the checks as they stood."""

    KIND: ClassVar[str] = "approval"
    TITLE: ClassVar[str] = _("Approval")
    ON: ClassVar[str] = _("Decided on")

    what: Annotated[Approved, asked(_("What"))]
    body: Annotated[ApprovingBody, asked(_("By which body"), rule="IAG-CLS-13")]
    decision: Annotated[ApprovalDecision, asked(_("Decision"))]
    approver: Annotated[
        PersonCode | None, asked(_("Approver"), hint=_("Blank for a body outside."), codes="person")
    ] = None
    reason: Annotated[str, asked(_("Why"), hint=_("For a refusal: what has to change first."), long=True)] = ""
    condition: Annotated[str, asked(_("Condition"))] = ""
    condition_met_on: Annotated[date | None, asked(_("Condition met on"), rule="RB-SOP13-06")] = None
    seen: Annotated[tuple[SeenCheck, ...], asked(_("Checks as seen"), rule="IAG-CLS-14", by_itself=True)] = ()
    sets_seen: Annotated[tuple[SeenSet, ...], asked(_("Guidance and versions seen"), by_itself=True)] = ()


class Closure(RecordBody, frozen=True, kw_only=True):
    """The case is closed; the file stays readable."""

    KIND: ClassVar[str] = "closure"
    TITLE: ClassVar[str] = _("Closure")
    ON: ClassVar[str] = _("Closed on")

    reason: Annotated[ClosureReason, asked(_("Main reason"), rule="IAG-CLS-02")]
    meeting: Annotated[MeetingId | None, asked(_("Decided in"), codes="meeting")] = None
    visit_agreed: Annotated[YesNo | None, asked(_("Was a visit after closing agreed?"), rule="IAG-CLS-15")] = None
    because: Annotated[
        str,
        asked(
            _("Closed all the same because"),
            hint=_("Needed where guidance that decides here is not ready; it is printed with your name."),
            rule="IAG-CLS-14",
        ),
    ] = ""
    note: Annotated[str, asked(_("Note"), long=True)] = ""
    seen: Annotated[tuple[SeenCheck, ...], asked(_("Checks as seen"), rule="IAG-CLS-14", by_itself=True)] = ()
    sets_seen: Annotated[tuple[SeenSet, ...], asked(_("Guidance and versions seen"), by_itself=True)] = ()


class Reopening(RecordBody, frozen=True, kw_only=True):
    """A closed case opens again as a new episode; the old one stays as it was."""

    KIND: ClassVar[str] = "reopening"
    TITLE: ClassVar[str] = _("Reopening")
    ON: ClassVar[str] = _("Reopened on")

    reason: Annotated[str, asked(_("Reason"))]
