"""Who this guidance set is, its rule book, its numbers, and how it answers where guidance differs."""

import msgspec

from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.guidance.guidance_set import Combines, Difference, GuidanceSet, Question
from supervisor_tui.guidance.rules import Rule, RuleBook
from supervisor_tui.wording import _

SET = SetId("prerana_exit")
RULES = RuleBook(SET)

MUTUALLY_AGREED = "1"
CLIENT_AND_FAMILY_ASK = "2b"
ORDER_EXPIRED = "3a"

BLOCKING_ROWS: dict[str, tuple[str, ...]] = {
    "": ("PX-G-07", "PX-G-09"),
    MUTUALLY_AGREED: ("PX-P1", "PX-G-03", "PX-P1-a", "PX-P1-b", "PX-P1-c", "PX-P1-d", "PX-P1-e"),
    "2a": ("PX-P2-a", "PX-P2-a-1"),
    CLIENT_AND_FAMILY_ASK: ("PX-P2-b", "PX-P2-b-1", "PX-P2-b-2"),
    "2c": ("PX-P2-c", "PX-P2-c-1", "PX-P2-c-2", "PX-P2-c-3"),
    "2d": ("PX-P2-d", "PX-P2-d-1", "PX-P2-d-2"),
    ORDER_EXPIRED: ("PX-P3-a", "PX-P3-a-1", "PX-P3-a-2", "PX-P3-a-3", "PX-P3-a-4"),
    "4": ("PX-P4", "PX-P4-1"),
    "5a": ("PX-P5-a", "PX-P5-a-0", "PX-P5-a-1", "PX-P5-a-4", "PX-P5-a-6"),
    "5b": ("PX-P5-b",),
    "5c": ("PX-P5-c", "PX-P5-c-5"),
    "6": ("PX-P6", "PX-P6-1", "PX-P6-2"),
}
"""The checks of the whole guidance that can keep a way out shut, by way out; "" for those that hold for every way.

Each way has a line for the whole of it, on which the steps that the worker *may* take are counted, and its flat items.
"""

WINDOW_MONTHS = "window_months"
ASSESSMENT_MAX_AGE_MONTHS = "assessment_max_age_months"
WISH_SHOWN_TIMES = "wish_shown_times"
WISH_CONFIRMED_MONTHS = "wish_confirmed_months"
FIRST_TALK_MONTHS = "first_talk_months"
SECOND_TALK_MONTHS = "second_talk_months"
CONSULT_BEFORE_MONTHS = "consult_before_months"

_OURS = "ours"

SETTINGS = (
    Setting(
        WINDOW_MONTHS,
        _("How long a wish to end must be kept up, unless a case has its own length"),
        6,
        _("months"),
        "000, parameter 2 a and b",
    ),
    Setting(
        WISH_SHOWN_TIMES,
        _("On how many days, at least, the wish must be on record"),
        2,
        _("days"),
        _OURS,
    ),
    Setting(
        WISH_CONFIRMED_MONTHS,
        _("How shortly before the end the wish must be said again"),
        1,
        _("months"),
        _OURS,
    ),
    Setting(
        ASSESSMENT_MAX_AGE_MONTHS,
        _("How long a judgement of danger or stability counts"),
        3,
        _("months"),
        _OURS,
    ),
    Setting(
        FIRST_TALK_MONTHS,
        _("First talk about the client's hesitation, after the first request"),
        1,
        _("months"),
        _OURS,
    ),
    Setting(
        SECOND_TALK_MONTHS,
        _("Second talk about the client's hesitation, after the first request"),
        4,
        _("months"),
        _OURS,
    ),
    Setting(
        CONSULT_BEFORE_MONTHS,
        _("How long before an order ends the committee should be asked what comes next"),
        1,
        _("months"),
        _OURS,
    ),
)

_DIFFERENCES = (
    Difference(Question.GOALS, _("met, or enough progress"), "PX-G-03"),
    Difference(Question.RISK, _("no immediate danger to body or safety"), "PX-P1-a"),
    Difference(Question.WISH_TO_STOP, _("kept up for six months, with steps, report and letter"), "PX-P2-b"),
    Difference(Question.DEATH, _("only if the family raises no immediate concern"), "PX-P6"),
    Difference(Question.AFTER_CLOSING, _("the caseworker makes no contact; the client may come"), "PX-G-07, PX-G-08"),
    Difference(Question.WHO_DECIDES, _("a discussion in the team"), "PX-G-09"),
    Difference(Question.RETENTION, _("not treated"), "000"),
)

GUIDANCE = GuidanceSet(
    id=SET,
    title=_("Prerana: exit parameters"),
    short_title=_("Prerana exit"),
    version="0.1",
    source="000",
    closure_checks=sum(map(len, BLOCKING_ROWS.values())),
    combines=Combines.ANY_ALTERNATIVE,
    ready=_("exit may be discussed"),
    differences=_DIFFERENCES,
)


def rules_in_order() -> tuple[Rule, ...]:
    """Return the rules way by way, as the guidance numbers them, whichever module was imported first."""
    return tuple(
        msgspec.structs.replace(rule, order=place)
        for place, rule in enumerate(sorted(RULES, key=lambda rule: (rule.id, rule.kind)))
    )


def months(settings: Settings, key: str) -> int:
    """Return a number of this set, at least 1; every one of them has a default."""
    value = settings.number(key)
    assert value is not None
    return max(value, 1)
