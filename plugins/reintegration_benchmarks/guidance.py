"""Who this set is, how it answers, and the book that its rules are entered in."""

from reintegration_benchmarks.closing.order import CLOSURE_LINES
from supervisor_tui.domain.ids import SetId
from supervisor_tui.guidance.guidance_set import Combines, Difference, GuidanceSet, Question
from supervisor_tui.guidance.rules import RuleBook
from supervisor_tui.wording import _

SET = SetId("reintegration_benchmarks")

rules = RuleBook(SET)

GUIDANCE_SET = GuidanceSet(
    id=SET,
    title=_("Reintegration into family care (Kenya handbook)"),
    short_title=_("Reintegration"),
    version="2026.1",
    source=_("Handbook of case management for reintegration, Kenya (003)"),
    closure_checks=sum(1 for line in CLOSURE_LINES if line.can_block),
    combines=Combines.ALL,
    ready=_("ready"),
    differences=(
        Difference(
            Question.GOALS,
            _("every benchmark reached, and every goal of the plan reached or meant for after closing"),
            "003 SOP 12, SOP 13",
        ),
        Difference(
            Question.RISK,
            _("child and family are safe and well, confident, and know where to find support"),
            "003 SOP 13",
        ),
        Difference(Question.WISH_TO_STOP, _("not treated"), "003"),
        Difference(Question.DEATH, _("not treated"), "003"),
        Difference(
            Question.AFTER_CLOSING,
            _("no visit planned; the family has four kinds of contacts and may come back"),
            "003 SOP 13",
        ),
        Difference(
            Question.WHO_DECIDES,
            _("case manager and Sub-County Children's Officer, both, after a case conference"),
            "003 SOP 13, SOP 14",
        ),
        Difference(Question.RETENTION, _("not treated"), "003"),
    ),
)
