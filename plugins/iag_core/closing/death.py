"""After a child's death: what came of looking into it, who was told, and that nothing else is asked."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.problems import case_check
from iag_core.records.death import Death, DeathInquiry, DeathReport
from iag_core.seen import seen_on
from iag_core.settings import figure
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-19", title=_("The death was looked into"), source="004 §3.6")
@by_reason("IAG-CLS-19")
def the_death_was_looked_into(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """How the child died is looked into, in case other children are in danger: who did it, what came out, who else.

    The case stays open until the outcome is known.
    """
    inquiry = case.latest(DeathInquiry)
    if inquiry is None:
        return Answer.fails(_("Nobody has begun to look into the death."), missing=Missing(record=DeathInquiry.KIND))
    short = _not_told(inquiry, as_of)
    if short is not None:
        reason, field = short
        return Answer.fails(
            reason,
            inquiry.fact(_("Looking into the death: begun.")),
            missing=Missing(record=DeathInquiry.KIND, field=field),
        )
    fact = inquiry.fact(_("Looking into the death: the outcome is known."))
    if inquiry.body.no_other_children is YesNo.YES:
        return Answer.passes(_("The death was looked into; no other child is near."), fact)
    if inquiry.body.others_safe is YesNo.NO:
        return Answer.fails(
            _("Other children are not safe."), fact, missing=Missing(record=DeathInquiry.KIND, field="others_safe")
        )
    if inquiry.body.others_safe is not YesNo.YES:
        return Answer.unknown(
            _("It is not recorded whether the other children are safe."),
            fact,
            missing=Missing(record=DeathInquiry.KIND, field="others_safe"),
        )
    return Answer.passes(_("The death was looked into, and the other children are safe."), fact)


@rules.schedule_rule("IAG-CLS-19", title=_("Outcome of looking into a death"), source="004 §3.6; limit ours")
def the_outcome_is_waited_for(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """The guidance gives no time for looking into a death; our own limit is thirty days, and it can be changed."""
    seen = seen_on(case, as_of)
    died = seen.latest(Death)
    if died is None:
        return
    inquiry = seen.latest(DeathInquiry)
    told = inquiry is not None and _not_told(inquiry, as_of) is None
    yield DueItem(
        _("Look into the death"),
        due=died.on + timedelta(days=figure(settings, "death_inquiry_days")),
        opens=died.on,
        done=(inquiry.body.outcome_on or inquiry.on) if inquiry and told else None,
        settled_by=inquiry.id if inquiry and told else None,
        settles=DeathInquiry.KIND,
    )


@rules.closure_check("IAG-CLS-20", title=_("The death was reported"), source="004 §3.6")
@by_reason("IAG-CLS-20")
def the_death_was_reported(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """The government department in charge of child protection hears of every child's death.

    Where a report would endanger somebody, it is decided and written down why it was not made, and who decided.
    """
    return _reported(case)


@case_check("IAG-CLS-20", title=_("A death was reported, also after closing"), source="004 §3.6")
def a_death_was_reported_also_after_closing(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """A death that becomes known after the case was closed is reported all the same."""
    if case.latest(Death) is None:
        return Answer.does_not_apply(_("No death is on file."))
    return _reported(case)


@rules.closure_check("IAG-CLS-21", title=_("Nothing else is asked after a death"), source="004 §3.6; derived")
@by_reason("IAG-CLS-21")
def nothing_else_is_asked(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """After a death the file is kept safe; no visit, no consent, no feedback is asked of the family.

    What remains are the manager's word, looking into the death and the report. The day of the death is on file.
    """
    died = case.latest(Death)
    if died is None:
        return Answer.unknown(_("The day of the death is not recorded."), missing=Missing(record=Death.KIND))
    return Answer.passes(_("Of the family nothing more is asked."), died.fact(_("The child died.")))


def _reported(case: CaseFile) -> Answer:
    told = case.latest(DeathReport)
    if told is None:
        return Answer.fails(_("The death was not reported."), missing=Missing(record=DeathReport.KIND))
    fact, body = told.fact(_("Report of the death.")), told.body
    if body.not_reported_because.strip():
        if body.decided_by is None:
            return Answer.fails(
                _("It was decided not to report the death, and it is not recorded who decided."),
                fact,
                missing=Missing(record=DeathReport.KIND, field="decided_by"),
            )
        return Answer.passes(_("It was decided not to report the death, with a reason."), fact)
    blank = next((field for field in ("department", "reference") if not getattr(body, field).strip()), None)
    if blank is not None:
        return Answer.fails(
            _("The report names no department or no reference."),
            fact,
            missing=Missing(record=DeathReport.KIND, field=blank),
        )
    return Answer.passes(_("The death was reported."), fact)


def _not_told(inquiry: Entry[DeathInquiry], as_of: date) -> tuple[str, str] | None:
    body = inquiry.body
    if not body.outcome.strip() or (body.outcome_on is not None and body.outcome_on > as_of):
        return _("The death is being looked into; the outcome is not recorded."), "outcome"
    if body.by is None:
        return _("It is not recorded who looked into the death."), "by"
    if not body.other_children and body.no_other_children is not YesNo.YES:
        return _("It is not recorded whether other children were looked at."), "other_children"
    return None
