"""The answer about the cases that a meeting should take up."""

from datetime import date

import msgspec

from supervisor_tui.casework.meetings.proposing import Proposal
from supervisor_tui.domain.meetings.series import MeetingSeries

__all__ = ["ProposalsAnswer", "SeriesAnswer", "proposals_answer"]


class ProposalWhy(msgspec.Struct, frozen=True):
    """One reason why a case is proposed."""

    reason: str
    words: str


class ProposalAnswer(msgspec.Struct, frozen=True):
    """A case proposed for the next meeting, the most urgent reason first."""

    case: str
    why: tuple[ProposalWhy, ...]


class ProposalsAnswer(msgspec.Struct, frozen=True):
    """The cases that a meeting should take up, the most urgent first."""

    as_of: date
    cases: tuple[ProposalAnswer, ...]


class SeriesAnswer(msgspec.Struct, frozen=True):
    """The standing meeting of a team, null where it has none."""

    series: MeetingSeries | None


def proposals_answer(found: tuple[Proposal, ...], as_of: date) -> ProposalsAnswer:
    """Return the proposals as JSON gives them."""
    return ProposalsAnswer(
        as_of,
        tuple(
            ProposalAnswer(one.case, tuple(ProposalWhy(why.reason.value, why.words) for why in one.why))
            for one in found
        ),
    )
