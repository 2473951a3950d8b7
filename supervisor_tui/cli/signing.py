"""An approval is signed on the command line as on the screen: by the approver's own passphrase."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, check, needs_signature
from supervisor_tui.cli.opening import approver_passphrase
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.guidance.findings import Severity

__all__ = ["signed"]


def signed(desk: Desk, code: CaseCode, draft: Draft) -> Draft:
    """Return a draft with the signature of the approver that it names, who types their own passphrase.

    Raises RefusedError, before anybody is asked to type, where the record is impossible: nobody here has that code.
    """
    named = needs_signature(draft)
    if named is None:
        return draft
    refused = tuple(one for one in check(desk, code, draft) if one.severity is Severity.REFUSE)
    approver = desk.store.people.get(named)
    if refused or approver is None:
        raise RefusedError(refused)
    passphrase = approver_passphrase(named)
    return msgspec.structs.replace(draft, signed=desk.store.confirm(approver, passphrase) == approver.code)
