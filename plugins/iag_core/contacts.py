"""Which contacts count: towards the rate of follow-up, and as a visit."""

from datetime import date

from iag_core.guidance import rules
from iag_core.settings.follow_up import COUNTS
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

rules.declared("IAG-S5-07", kind=RuleKind.FORM, title=_("Ways of following up"), source="004 §3.5")

VISITS = frozenset({Channel.HOME_VISIT, Channel.UNANNOUNCED_VISIT, Channel.MEETING})
"""Contacts at which somebody was there; a call or word from others is not a visit (004 §3.5)."""


def counted_contacts(case: CaseFile, settings: Settings) -> dict[date, Entry[FollowUp]]:
    """Return the contacts that count towards the rate, one a day: the days in order with the record of each.

    Which channels count is the agency's to say; direct contact with child or family does unless it says otherwise.
    """
    counted: dict[date, Entry[FollowUp]] = {}
    for entry in case.of(FollowUp):
        if settings.word(f"counts_{entry.body.channel.value}") == COUNTS:
            counted.setdefault(entry.on, entry)
    return counted


def visits(case: CaseFile) -> tuple[Entry[FollowUp], ...]:
    """Return the visits and meetings, oldest first."""
    return tuple(entry for entry in case.of(FollowUp) if entry.body.channel in VISITS)
