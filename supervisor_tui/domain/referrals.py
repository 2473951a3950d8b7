"""How each referral stands: the news of it, and whether it still needs looking after."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.domain.case_file import CaseFile, Entry, told_once
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus

SETTLED = frozenset({ReferralStatus.NEED_MET, ReferralStatus.REFUSED, ReferralStatus.ENDED})
"""A service that was received leaves the question whether the need is met (004 §3.4)."""


class ReferralStanding(msgspec.Struct, frozen=True):
    """A referral and its news, one a day, oldest first; the furthest of a day counts. Nothing counts after the end."""

    sent: Entry[Referral]
    news: tuple[Entry[ReferralProgress], ...]

    @property
    def number(self) -> str:
        """The referral's number."""
        return self.sent.body.referral

    @property
    def status(self) -> ReferralStatus | None:
        """The last status, or None while it is only sent."""
        return self.news[-1].body.status if self.news else None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to look after it."""
        return self.status not in SETTLED


@told_once
def referrals(case: CaseFile) -> tuple[ReferralStanding, ...]:
    """Return every referral with its news, in the order they were sent."""
    return tuple(
        ReferralStanding(sent, _news(entry for entry in case.of(ReferralProgress) if _is_news_of(sent, entry)))
        for sent in case.of(Referral)
    )


def _is_news_of(sent: Entry[Referral], entry: Entry[ReferralProgress]) -> bool:
    return entry.body.referral == sent.body.referral and entry.on >= sent.on


def _news(entries: Iterable[Entry[ReferralProgress]]) -> tuple[Entry[ReferralProgress], ...]:
    order = list(ReferralStatus)
    kept: list[Entry[ReferralProgress]] = []
    for entry in sorted(entries, key=lambda one: (one.on, one.body.status in SETTLED, order.index(one.body.status))):
        if kept and kept[-1].body.status in SETTLED and kept[-1].on < entry.on:
            break
        if kept and kept[-1].on == entry.on:
            kept.pop()
        kept.append(entry)
    return tuple(kept)
