"""Which cases a meeting should take up, each with every reason that speaks for it, the most urgent first.

All of it is read from the narrow rows of this person's team, so that it takes no longer in an agency of 35,000 cases.
"""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.proposal_reasons import ProposalReason, Why, reasons_of
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.wording import _

__all__ = ["Proposal", "proposals", "raise_in_meeting"]


class Proposal(msgspec.Struct, frozen=True):
    """A case that a meeting could take, and why; the most urgent reason first."""

    case: CaseCode
    why: tuple[Why, ...]

    @property
    def reason(self) -> str:
        """All reasons in one line."""
        return " · ".join(one.words for one in self.why)


def proposals(desk: Desk) -> tuple[Proposal, ...]:
    """Return the open cases of the team that want discussing, the most urgent first, each with all its reasons."""
    carried = {one.case: one for one in desk.looked_after() if one.worker and not one.closed_on}
    found: dict[CaseCode, list[Why]] = {}
    for case, why in reasons_of(desk, tuple(carried.values())):
        if case in carried:
            found.setdefault(case, []).append(why)
    order = list(ProposalReason)
    proposed = [
        Proposal(case, tuple(sorted(why, key=lambda one: order.index(one.reason)))) for case, why in found.items()
    ]
    return tuple(
        sorted(
            proposed,
            key=lambda one: (order.index(one.why[0].reason), -len(one.why), carried[one.case].risk_rank, one.case),
        )
    )


def raise_in_meeting(desk: Desk, code: CaseCode, why: str) -> None:
    """Ask for a case to be taken up in the next meeting.

    Raises NoSuchCaseError for a wrong code and ValueError where no reason is given.
    """
    desk.case(code)
    if not why.strip():
        raise ValueError(_("Please say why the case should be taken up."))
    desk.store.raised.raise_case(code, desk.person.code, why.strip())
