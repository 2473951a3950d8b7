"""Who a code stands for: read and written only when somebody asks, with the identities file open, and logged."""

from collections.abc import Sequence

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.opening_files import ask_why
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.store.identities import Identity

__all__ = ["Identity", "who_is", "write_down"]


def who_is(desk: Desk, code: CaseCode) -> Identity:
    """Return who a case is about; blank fields where nobody wrote it down. The audit log says that it was read.

    Raises NoSuchCaseError for a wrong code, ReasonAsked where the case is not theirs, and IdentitiesClosed where this
    person has no key to that file.
    """
    ask_why(desk, code)
    return desk.store.open_identities().of(code) or Identity(code)


def write_down(
    desk: Desk,
    before: Identity,
    *,
    names: Sequence[str],
    relatives: Sequence[str],
    address: str,
    contacts: Sequence[str],
) -> Identity:
    """Write down who a case is about, over what `who_is` returned.

    Raises Conflict where somebody else changed it meanwhile.
    """
    after = msgspec.structs.replace(
        before,
        names=_without_blanks(names),
        relatives=_without_blanks(relatives),
        address=address.strip(),
        contacts=_without_blanks(contacts),
    )
    return desk.store.open_identities().save(after)


def _without_blanks(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())
