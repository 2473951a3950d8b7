"""The reason for closing in the words of a guidance set: it has to be one that a set in force names for this reason."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import ClosureReason, ClosureRequest
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.flows import Flow, FlowReason
from supervisor_tui.wording import _

__all__ = ["closing_reasons", "findings_on_closing_reason", "proposed_reason"]


def closing_reasons(desk: Desk, case: CaseFile) -> dict[str, FlowReason]:
    """Return the reasons that the sets in force name, by what is written down for each ("prerana_exit.2b")."""
    named = desk.host.flows.reasons(case, Flow.CLOSING, desk.as_of)
    return {f"{one.set}.{one.key}": one for one in named}


def proposed_reason(desk: Desk, case: CaseFile) -> ClosureReason | None:
    """Return the main reason that a record on file speaks for, such as a death; None where none does."""
    found = (kind.CLOSES_FOR for kind in desk.host.kinds if kind.CLOSES_FOR and case.latest(kind) is not None)
    reason = next(found, None)
    return ClosureReason(reason) if reason is not None else None


def findings_on_closing_reason(desk: Desk, case: CaseFile, body: RecordBody) -> tuple[Finding, ...]:
    """Refuse words that no set in force has, and words that mean another main reason.

    A request that is taken back keeps its words: the set may have gone out of force since.
    """
    if not isinstance(body, ClosureRequest) or not body.in_their_words or body.withdrawn is YesNo.YES:
        return ()
    named = closing_reasons(desk, case)
    meant = named.get(body.in_their_words)
    if meant is None:
        message = _("No guidance in force names the reason {reason}. Known: {known}.")
        words = message.format(reason=body.in_their_words, known=", ".join(named) or _("none"))
    elif body.reason is not None and meant.means is not body.reason:
        message = _("{words} belongs to the main reason “{reason}”.")
        words = message.format(words=body.in_their_words, reason=meant.means.label)
    else:
        return ()
    return (Finding(Severity.REFUSE, words, "in_their_words"),)
