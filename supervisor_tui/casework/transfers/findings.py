"""What there is to say when a hand-over is written down as a record, past the acts that ask for it step by step."""

from collections.abc import Iterable
from datetime import date

from supervisor_tui.casework.transfers.gate import against_sending
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.transfers import has_come, transfer
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["findings_on_transfer"]


def findings_on_transfer(case: CaseFile, body: RecordBody, on: date) -> Iterable[Finding]:
    """Refuse a closing as handed over before the other agency accepted, unless it says why.

    That a file went without consent or plan has happened, and can be written down; it is only warned of here. The acts
    of the hand-over refuse it.
    """
    if isinstance(body, Closure) and body.reason is ClosureReason.TRANSFER and not body.because.strip():
        yield from _not_accepted(case, on)
    if isinstance(body, Transfer) and body.file_handed_on is not None and transfer(case, on) is not None:
        for sentence in against_sending(case, body.file_handed_on):
            yield Finding(Severity.WARN, sentence, "file_handed_on")


def _not_accepted(case: CaseFile, on: date) -> Iterable[Finding]:
    proposed = transfer(case, on)
    if proposed is None or has_come(proposed.body.accepted_on, on):
        return
    words = _("{agency} has not accepted the case; until it does, the case stays here. Say why it closes all the same.")
    yield Finding(Severity.REFUSE, words.format(agency=proposed.body.agency), "because")
