"""A manager authorises the closing, on a list that was checked."""

from datetime import date

from iag_core.closing.matrix import closing_day
from iag_core.guidance import rules
from iag_core.seen import seen_on
from supervisor_tui.domain.answers import Answer, Missing, Result
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.seen import SeenCheck
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closing_request, closure, episode, worker
from supervisor_tui.wording import _

MANAGERS = frozenset({ApprovingBody.SUPERVISOR, ApprovingBody.MANAGER})
THE_SIGN_OFF = frozenset({"IAG-CLS-13", "IAG-CLS-14"})
"""The checks that the signature itself settles: they cannot be in order before it."""

OWN = "IAG-"
"""Checks of this set on the list; what other sets ask, they ask for themselves."""


@rules.closure_check("IAG-CLS-13", title=_("A manager authorised the closing"), source="004 §3.6")
def a_manager_authorised(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """A supervisor or manager who does not carry the case authorises every closing, so that none comes too early.

    The signature is not older than the request and not later than the closing.
    """
    seen = seen_on(case, as_of)
    given = _in_this_episode(seen)
    if not given:
        return Answer.fails(_("No manager has authorised the closing."), missing=_signature())
    counting = _counting(seen, as_of)
    if not counting:
        by_managers = [entry for entry in given if entry.body.body in MANAGERS]
        problem = _problem(seen, (by_managers or given)[-1], as_of)
        assert problem is not None
        return problem
    return _decided(seen, counting, as_of)


@rules.closure_check("IAG-CLS-14", title=_("The manager saw the checks"), source="004 §3.6")
def the_checks_were_seen(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """The signature is given on the list of checks as it stood; each one not in order was accepted with a reason."""
    seen = seen_on(case, as_of)
    approved = [entry for entry in _counting(seen, as_of) if entry.body.decision is not ApprovalDecision.NOT_APPROVED]
    if not approved:
        return Answer.unknown(_("No manager has signed, so no list was seen yet."), missing=_signature())
    last = approved[-1]
    fact = last.fact(_("Signed."))
    listed = [check for check in last.body.seen if check.rule.startswith(OWN) and check.rule not in THE_SIGN_OFF]
    if not listed:
        return Answer.fails(_("The signature was given without a list of checks."), fact, missing=_signature("seen"))
    silent = [check for check in listed if _stood_in_the_way(check) and not check.accepted_because.strip()]
    if silent:
        named = ", ".join(_title(check) for check in silent)
        return Answer.fails(
            _("Not in order when signed, and accepted without a reason: {named}.").format(named=named),
            fact,
            missing=_signature("seen"),
        )
    return Answer.passes(_("The manager signed on the list of checks."), fact)


def _signature(field: str = "decision") -> Missing:
    return Missing(record=Approval.KIND, field=field, who=_("manager"))


def _in_this_episode(case: CaseFile) -> tuple[Entry[Approval], ...]:
    present = episode(case)
    opened = present.opened_on if present else date.min
    return tuple(entry for entry in case.of(Approval) if entry.body.what is Approved.CLOSURE and entry.on >= opened)


def _counting(case: CaseFile, as_of: date) -> tuple[Entry[Approval], ...]:
    return tuple(entry for entry in _in_this_episode(case) if _problem(case, entry, as_of) is None)


def _problem(case: CaseFile, entry: Entry[Approval], as_of: date) -> Answer | None:
    """Return why a signature does not count, or None if it does."""
    return _out_of_time(case, entry, as_of) or _wrong_body(entry) or _own_case(case, entry)


def _out_of_time(case: CaseFile, entry: Entry[Approval], as_of: date) -> Answer | None:
    asked = closing_request(case)
    if closure(case) is not None and entry.on > closing_day(case, as_of):
        return Answer.fails(
            _("The signature of {day} is later than the closing.").format(day=entry.on.isoformat()),
            entry.fact(_("Signed after the closing.")),
        )
    if asked is not None and entry.on < asked.on:
        return Answer.fails(
            _("The signature is older than the request to close."),
            entry.fact(_("Signed.")),
            asked.fact(_("Closing asked for.")),
            missing=_signature(),
        )
    return None


def _wrong_body(entry: Entry[Approval]) -> Answer | None:
    fact = entry.fact(_("Decided by: {body}").format(body=entry.body.body.label))
    if entry.body.body is ApprovingBody.CASE_MANAGER:
        return Answer.unknown(
            _("A case manager signed; it is not known whether this is a supervisor or manager."),
            fact,
            missing=_signature("body"),
        )
    if entry.body.body not in MANAGERS:
        return Answer.fails(
            _("A body outside decided; a manager of the agency has to authorise too."), fact, missing=_signature()
        )
    return None


def _own_case(case: CaseFile, entry: Entry[Approval]) -> Answer | None:
    fact = entry.fact(_("Signed."))
    if entry.body.approver is None:
        return Answer.unknown(_("It is not recorded who signed."), fact, missing=_signature("approver"))
    carried_by = worker(seen_on(case, entry.on))
    if carried_by is None:
        return Answer.unknown(
            _("It is not recorded who carries the case, so nobody can say that somebody else signed."),
            fact,
            missing=Missing(record=Assignment.KIND, field="worker"),
        )
    if entry.body.approver == carried_by:
        return Answer.fails(
            _("The caseworker who carries the case signed; somebody else has to."), fact, missing=_signature()
        )
    return None


def _decided(case: CaseFile, counting: tuple[Entry[Approval], ...], as_of: date) -> Answer:
    """Answer by the last day of signatures; a refusal of that day counts before an approval."""
    last_day = [entry for entry in counting if entry.on == counting[-1].on]
    order = (ApprovalDecision.NOT_APPROVED, ApprovalDecision.CONDITIONAL, ApprovalDecision.APPROVED)
    last = min(last_day, key=lambda entry: order.index(entry.body.decision))
    fact = last.fact(_("{approver}: {decision}").format(approver=last.body.approver, decision=last.body.decision.label))
    if last.body.decision is ApprovalDecision.NOT_APPROVED:
        return Answer.fails(_("The manager did not approve the closing."), fact, missing=_signature())
    met = last.body.condition_met_on
    if last.body.decision is ApprovalDecision.CONDITIONAL and (met is None or met > closing_day(case, as_of)):
        return Answer.fails(
            _("The manager approved under a condition that is not met."), fact, missing=_signature("condition_met_on")
        )
    return Answer.passes(_("A manager authorised the closing."), fact)


def _stood_in_the_way(check: SeenCheck) -> bool:
    return check.result in {Result.FAIL.value, Result.UNKNOWN.value}


def _title(check: SeenCheck) -> str:
    return next((rule.title for rule in rules.all() if rule.id == check.rule), check.rule)
