"""The child is safe, and care and well-being are supported."""

from datetime import date, timedelta

from iag_core.closing.last_word import last_word
from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-04", title=_("The child is safe from harm"), source="004 §3.6")
@by_reason("IAG-CLS-04")
def the_child_is_safe(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """The last follow-up or review found the child safe, and it is not older than the time of watching.

    How long that time is, the agency says; an older answer tells nothing about today.
    """
    word = last_word(case, lambda body: body.safe)
    missing = Missing(record=FollowUp.KIND, field="safe")
    if word is None:
        return Answer.unknown(_("No follow-up or review says whether the child is safe."), missing=missing)
    if word.answer is YesNo.NO:
        return Answer.fails(
            _("The last answer is that the child is not safe."), word.entry.fact(_("Not safe.")), missing=missing
        )
    if word.answer is YesNo.NOT_KNOWN:
        return Answer.unknown(
            _("At the last contact it was not known whether the child is safe."),
            word.entry.fact(_("Safety not known.")),
            missing=missing,
        )
    fact = word.entry.fact(_("The child is safe."))
    days = settings.number("stability_days")
    if days is None:
        return Answer.unknown(
            _("The agency has not decided how long a watching period is, so nobody can say if this answer is too old."),
            fact,
            missing=Missing(setting=settings.full_key("stability_days")),
        )
    if word.entry.on < as_of - timedelta(days=days):
        return Answer.unknown(
            _("The last answer on safety, of {day}, is too old.").format(day=word.entry.on.isoformat()),
            fact,
            missing=missing,
        )
    return Answer.passes(_("The child was safe at the last answer."), fact)


@rules.closure_check("IAG-CLS-05", title=_("Care and well-being are supported"), source="004 §3.6")
@by_reason("IAG-CLS-05")
def care_is_supported(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """The last answer of a follow-up or review is that care and well-being are supported."""
    word = last_word(case, lambda body: body.care_supported)
    missing = Missing(record=FollowUp.KIND, field="care_supported")
    if word is None:
        return Answer.unknown(
            _("No follow-up or review says whether care and well-being are supported."), missing=missing
        )
    match word.answer:
        case YesNo.YES:
            return Answer.passes(
                _("Care and well-being are supported."), word.entry.fact(_("Care and well-being supported."))
            )
        case YesNo.NO:
            return Answer.fails(
                _("The last answer is that care and well-being are not supported."),
                word.entry.fact(_("Care and well-being not supported.")),
                missing=missing,
            )
        case _not_known:
            return Answer.unknown(
                _("At the last contact it was not known whether care and well-being are supported."),
                word.entry.fact(_("Care and well-being not known.")),
                missing=missing,
            )
