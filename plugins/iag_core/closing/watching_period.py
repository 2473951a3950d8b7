"""After the plan is carried out: a time of watching, and good visits in it."""

from datetime import date, timedelta

from iag_core.closing.matrix import by_reason
from iag_core.contacts import visits
from iag_core.guidance import rules
from iag_core.settings import figure
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.plan import current_plan
from supervisor_tui.domain.records.contact import FollowUp, Situation
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import PlanConcluded
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.wording import _, ngettext


@rules.closure_check("IAG-CLS-10", title=_("The watching period is over"), source="004 §3.6")
@by_reason("IAG-CLS-10")
def the_watching_period_is_over(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """A case stays open for a set time after its plan is carried out; the agency says for how long."""
    concluded = plan_concluded(case)
    if concluded is None:
        return _plan_not_concluded()
    fact = concluded.fact(_("The plan was concluded."))
    days = settings.number("stability_days")
    if days is None:
        return Answer.unknown(
            _("The agency has not decided how long to watch after the plan ends."),
            fact,
            missing=Missing(setting=settings.full_key("stability_days")),
        )
    earliest = concluded.on + timedelta(days=days)
    left = (earliest - as_of).days
    if left > 0:
        return Answer.fails(
            ngettext(
                "The watching period ends on {day}: {left} day left.",
                "The watching period ends on {day}: {left} days left.",
                left,
            ).format(day=earliest.isoformat(), left=left),
            fact,
            earliest=earliest,
        )
    return Answer.passes(_("The watching period ended on {day}.").format(day=earliest.isoformat()), fact)


@rules.closure_check("IAG-CLS-11", title=_("Several good visits while watching"), source="004 §3.6")
@by_reason("IAG-CLS-11")
def several_good_visits(case: CaseFile, _as_of: date, settings: Settings) -> Answer:
    """Several visits after the end of the plan found the child safe and no worse; our own number is three.

    Visits of one day count once. A contact that finds things worse, or the child not safe, starts the count again.
    """
    concluded = plan_concluded(case)
    if concluded is None:
        return _plan_not_concluded()
    needed = figure(settings, "closure_visits")
    since = [visit for visit in visits(case) if visit.on >= concluded.on and visit.on > _last_setback(case, concluded)]
    good = {visit.on: visit for visit in since if _is_good(visit.body)}
    unclear = {visit.on: visit for visit in since if _is_unclear(visit.body) and visit.on not in good}
    facts = tuple(visit.fact(_("Visit: safe, no worse.")) for visit in good.values())
    said = ngettext(
        "{count} good visit since the plan ended, {needed} are asked for.",
        "{count} good visits since the plan ended, {needed} are asked for.",
        len(good),
    ).format(count=len(good), needed=needed)
    if len(good) >= needed:
        return Answer.passes(said, *facts)
    if len(good) + len(unclear) >= needed:
        blanks = tuple(visit.fact(_("Visit: safety or situation not recorded.")) for visit in unclear.values())
        field = "safe" if any(visit.body.safe is None for visit in unclear.values()) else "situation"
        return Answer.unknown(
            _("{said} At other visits nobody recorded whether the child was safe and no worse.").format(said=said),
            *facts,
            *blanks,
            missing=Missing(record=FollowUp.KIND, field=field),
        )
    return Answer.fails(said, *facts, missing=Missing(record=FollowUp.KIND, field="channel"))


def plan_concluded(case: CaseFile) -> Entry[PlanConcluded] | None:
    """Return the end of the plan that stands in the present episode, or None if a newer plan was agreed since."""
    concluded, plan, present = case.latest(PlanConcluded), current_plan(case), episode(case)
    if concluded is None or present is None or concluded.on < present.opened_on:
        return None
    return None if plan is not None and plan.on > concluded.on else concluded


def _plan_not_concluded() -> Answer:
    return Answer.unknown(
        _("It is not recorded that the plan was concluded, so no watching period has begun."),
        missing=Missing(record=PlanConcluded.KIND),
    )


def _last_setback(case: CaseFile, concluded: Entry[PlanConcluded]) -> date:
    setbacks = [
        entry.on
        for entry in case.of(FollowUp)
        if entry.body.situation is Situation.WORSE or entry.body.safe is YesNo.NO
    ]
    return max((day for day in setbacks if day >= concluded.on), default=date.min)


def _is_good(body: FollowUp) -> bool:
    return body.safe is YesNo.YES and body.situation in {Situation.BETTER, Situation.SAME}


def _is_unclear(body: FollowUp) -> bool:
    return body.safe in {None, YesNo.NOT_KNOWN} or body.situation is None
