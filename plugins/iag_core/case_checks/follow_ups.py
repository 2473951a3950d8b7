"""Follow-ups: both questions answered, visits thought of before, a decision when things are worse."""

from collections.abc import Iterable
from datetime import date

from iag_core.contacts import VISITS
from iag_core.guidance import rules
from iag_core.problems import Problem, of_this_episode, record_check, the_latest
from iag_core.records.visit_preparation import VisitPreparation
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.contact import Channel, FollowUp, SeenAlone, Situation
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.risk import rose_on
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

AT_HOME = frozenset({Channel.HOME_VISIT, Channel.UNANNOUNCED_VISIT})


def on_our_form(case: CaseFile) -> tuple[Entry[FollowUp], ...]:
    """Return the visits and calls that were recorded on our form, without what was only told or brought in."""
    direct = VISITS | {Channel.CALL}
    return tuple(
        entry
        for entry in of_this_episode(FollowUp)(case)
        if entry.body.channel in direct and entry.record.how_known is HowKnown.RECORDED
    )


def no_visit_at_home(case: CaseFile) -> str:
    """Say that nothing is asked while nobody went to the home."""
    if any(entry.body.channel in AT_HOME for entry in of_this_episode(FollowUp)(case)):
        return ""
    return _("Nobody went to the home yet.")


@record_check(
    "IAG-S5-01",
    FollowUp,
    declares=RuleKind.FORM,
    title=_("Do services arrive, is it better or worse"),
    source="004 §1.2, §3.5",
    nothing=_("No follow-up is on our form yet."),
    fine=_("Every follow-up says whether services arrive and how the situation is."),
    on_saving=False,
    chosen=on_our_form,
)
def both_questions_are_answered(_case: CaseFile, body: FollowUp, on: date, _settings: Settings) -> Iterable[Problem]:
    """Follow-up looks at two things: do the services arrive, and is the situation stable or better?"""
    day = on.isoformat()
    if body.situation is None:
        yield Problem(_("Follow-up of {day}: it is not said how the situation is.").format(day=day), "situation")
    if body.services_received is None:
        words = _("Follow-up of {day}: it is not said whether services arrive.")
        yield Problem(words.format(day=day), "services_received")


@record_check(
    "IAG-S5-08",
    VisitPreparation,
    declares=RuleKind.CHECKLIST,
    title=_("Home visits are thought of before"),
    source="004 §3.5",
    nothing=_("Nobody wrote down what was thought of before a home visit."),
    fine=_("Purpose and possible harm of home visits were thought of."),
    strength=Strength.WARNS,
    nothing_is_open=True,
    chosen=the_latest(VisitPreparation),
    unless=no_visit_at_home,
)
def visits_are_thought_of_before(
    _case: CaseFile, body: VisitPreparation, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Before going to a home one thinks of the purpose, and of who may notice and what harm that may do."""
    if not body.purpose.strip():
        yield Problem(_("It is not said what the home visit is for."), "purpose")
    if body.harm_considered is not YesNo.YES:
        yield Problem(_("It was not thought of who may notice the visit, or it is not recorded."), "harm_considered")


@record_check(
    "IAG-S5-10",
    FollowUp,
    title=_("A decision when things are worse"),
    source="004 §3.5",
    nothing=_("No follow-up is on file."),
    fine=_("Whenever things were worse, it was decided what follows."),
)
def a_decision_when_things_are_worse(
    case: CaseFile, body: FollowUp, on: date, _settings: Settings
) -> Iterable[Problem]:
    """When a follow-up finds things worse, or the risk rose that day, it says what follows: act, review, or why not."""
    if body.decision.strip():
        return
    if body.situation is Situation.WORSE:
        words = _("Follow-up of {day}: things are worse, and it is not said what was decided.")
        yield Problem(words.format(day=on.isoformat()), "decision")
    elif rose_on(case, on):
        words = _("Follow-up of {day}: the risk was raised that day, and it is not said what was decided.")
        yield Problem(words.format(day=on.isoformat()), "decision")


@rules.validator("IAG-S5-09", title=_("A visit without notice may fit"), source="004 §3.5")
def a_visit_without_notice_may_fit(
    _case: CaseFile, draft: RecordBody, _on: date, _settings: Settings
) -> Iterable[Finding]:
    """Visits without notice fit homes where things flare up, or where a private talk with the child is refused."""
    if isinstance(draft, FollowUp) and draft.seen_alone is SeenAlone.REFUSED:
        words = _("A private talk was refused: a visit without notice may fit; talk it over with the supervisor.")
        yield Finding(Severity.WARN, words, "seen_alone")
