"""Closing is talked over with child and family before it happens, and they have a part in it."""

from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.records.before_closing import ClosingDiscussed, TookPart
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

NOT_RECORDED = _("It is not recorded that closing was talked over with child and family.")


@rules.closure_check(
    "IAG-CLS-29", title=_("Closing was talked over with child and family"), source="004 §1.3, §1.4; derived"
)
@by_reason("IAG-CLS-29")
def closing_was_talked_over(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Child and family hear of the closing and say what they think before it happens.

    Where the child's view is not known, it is written down why.
    """
    talk = last_talk(case)
    if talk is None:
        return Answer.fails(NOT_RECORDED, missing=Missing(record=ClosingDiscussed.KIND))
    fact = talk.fact(_("Closing talked over."))
    if not talk.body.child_view.strip() and not talk.body.no_child_view_because.strip():
        return Answer.fails(
            _("Neither the child's view of the closing nor the reason why it is not known is recorded."),
            fact,
            missing=Missing(record=ClosingDiscussed.KIND, field="child_view"),
        )
    return Answer.passes(_("Closing was talked over, and the child's view is on file."), fact)


@rules.closure_check(
    "FU-24", title=_("Child and caregiver had a part in the decision"), source="002", strength=Strength.WARNS
)
@by_reason("FU-24")
def both_had_a_part(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Child and caregiver are helped to take part in the decision to close; both are at least asked."""
    talk = last_talk(case)
    if talk is None:
        return Answer.unknown(NOT_RECORDED, missing=Missing(record=ClosingDiscussed.KIND))
    parts = {"child": talk.body.child, "caregiver": talk.body.caregiver}
    said = {"child": _("the child"), "caregiver": _("the caregiver")}
    fact = talk.fact(_("Closing talked over."))
    left_out = [said[who] for who, part in parts.items() if part is TookPart.NOT_ASKED]
    if left_out:
        words = _("Not asked to take part: {who}.").format(who=", ".join(left_out))
        return Answer.fails(words, fact, missing=Missing(record=ClosingDiscussed.KIND))
    blank = [who for who, part in parts.items() if part is None]
    impossible = [who for who, part in parts.items() if part is TookPart.NOT_POSSIBLE]
    if impossible and not talk.body.not_possible_because.strip():
        return Answer.unknown(
            _("It is not recorded why somebody could not take part."),
            fact,
            missing=Missing(record=ClosingDiscussed.KIND, field="not_possible_because"),
        )
    if blank:
        words = _("Nobody recorded what part this person had: {who}.")
        return Answer.unknown(
            words.format(who=", ".join(said[who] for who in blank)),
            fact,
            missing=Missing(record=ClosingDiscussed.KIND, field=blank[0]),
        )
    if len(impossible) == len(parts):
        return Answer.does_not_apply(_("Neither child nor caregiver could take part, and it is said why."), fact)
    return Answer.passes(_("Child and caregiver took part or were asked to."), fact)


def last_talk(case: CaseFile) -> Entry[ClosingDiscussed] | None:
    """Return the latest talk about closing in the present episode, or None."""
    present, talk = episode(case), case.latest(ClosingDiscussed)
    return None if talk is None or (present is not None and talk.on < present.opened_on) else talk
