"""An approval is signed on the command line as on the screen: by the approver's own passphrase."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, needs_signature
from supervisor_tui.cli.opening import approver_passphrase

__all__ = ["signed"]


def signed(desk: Desk, draft: Draft) -> Draft:
    """Return a draft with the signature of the approver that it names, who types their own passphrase."""
    code = needs_signature(draft)
    approver = desk.store.people.get(code) if code else None
    if approver is None:
        return draft
    passphrase = approver_passphrase(code or "")
    return msgspec.structs.replace(draft, signed=desk.store.confirm(approver, passphrase) == approver.code)
