"""Who this guidance set is: its name, its rulebook and its answers to the questions on which guidance differs."""

from collections.abc import Iterable

import msgspec

from supervisor_tui.domain.ids import SetId
from supervisor_tui.guidance.guidance_set import Combines, Difference, GuidanceSet, Question
from supervisor_tui.guidance.rules import Rule, RuleBook
from supervisor_tui.wording import _

SET = SetId("iag_core")

BLOCKING_CLOSURE_CHECKS = 26
"""How many closure checks of this guidance stand in the way.

17 of step 6 (IAG-CLS-02 to -08, -10 to -14, -19 to -21, -29, -30), the early exit after the first assessment
(IAG-S2-22), and 8 of a hand-over (IAG-TRF-01 to -06, -08, -09). Going along (IAG-TRF-07), our own threshold for
repeated hand-overs (IAG-TRF-10), the agency's own criteria (IAG-CLS-01) and the page on follow-up and closure, which is
worded as "should" and "may" (FU-03, FU-15 to -19, FU-22 to -24), advise and are not counted.
"""

SECTIONS = ("S1", "S2", "S3", "S4", "S5", "CLS", "TRF", "CONS", "PRIN", "BI", "MTG", "DB", "DOC", "FU")
"""The order in which rules are listed: the six steps first."""

rules = RuleBook(SET)

INTER_AGENCY_GUIDELINES = GuidanceSet(
    id=SET,
    title=_("Inter-Agency Guidelines for Case Management and Child Protection (2014)"),
    short_title=_("Inter-Agency"),
    version="1.0",
    source=_("The e-course on the guidelines (004) and the page on follow-up and closure (002)"),
    closure_checks=BLOCKING_CLOSURE_CHECKS,
    combines=Combines.ALL,
    differences=(
        Difference(
            Question.GOALS, _("every goal of the plan is reached; a dropped goal does not count"), "002; 004 §3.6"
        ),
        Difference(Question.RISK, _("no risk of harm is left, not even a low one"), "002"),
        Difference(
            Question.WISH_TO_STOP,
            _("enough, if it is safe for the child and the supervisor agrees; no waiting time"),
            "004 §3.6 (002 is silent)",
        ),
        Difference(
            Question.DEATH,
            _("the case closes once the circumstances were looked into and the department was told"),
            "004 §3.6 (002 is silent)",
        ),
        Difference(Question.AFTER_CLOSING, _("one visit within three months, sooner in an emergency"), "002; 004 §3.6"),
        Difference(
            Question.WHO_DECIDES,
            _("a manager authorises; child, caregivers and all providers have their say before"),
            "004 §3.6; 002",
        ),
        Difference(
            Question.RETENTION,
            _("kept safe for a set time that the agency's protocol and the law give"),
            "002; 004 §3.6",
        ),
    ),
)


def in_order(registered: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules in the order of the six steps, whatever module was imported first."""
    listed = sorted(registered, key=_place)
    return tuple(msgspec.structs.replace(rule, order=place) for place, rule in enumerate(listed))


def _place(rule: Rule) -> tuple[int, str]:
    section = next(part for part in rule.id.split("-") if part in SECTIONS)
    return SECTIONS.index(section), rule.id
