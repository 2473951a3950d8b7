"""Feedback at the visit after closing, whether it found things stable, and a decision where it did not."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.contacts import VISITS
from iag_core.guidance import rules
from iag_core.problems import Problem, case_check, record_check
from iag_core.records.visit_after_closing import NotReopened, VisitAfterClosing
from iag_core.reopening.visits import LookAfterClosing, looks_after
from iag_core.schedule.after_closing import the_visit_after_closing, the_visit_in_an_emergency
from iag_core.seen import seen_on
from iag_core.settings import figure
from iag_core.settings.words import YES
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.closing import Closure, Reopening
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closure
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

rules.declared(
    "IAG-CLS-17", kind=RuleKind.FORM, title=_("Feedback at the visit after closing"), source="004 §3.6, §1.3"
)

NOT_CLOSED = _("The case is not closed.")
NO_VISIT_YET = _("Nobody has visited after the closing yet.")


@case_check("IAG-CLS-17", title=_("The visit after closing asked for feedback"), source="004 §3.6, §1.3")
def the_visit_asked_for_feedback(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """The visit after closing says whether things stayed stable, and what child and family think of our work.

    Somebody who did not want to say anything, or could not be asked safely, is noted as such.
    """
    ended = closure(case)
    if ended is None:
        return Answer.does_not_apply(NOT_CLOSED)
    looks = looks_after(case, ended.on)
    if not looks:
        return Answer.does_not_apply(NO_VISIT_YET)
    last = next((look for look in looks if look.form is not None), looks[-1])
    blank = _blank(last)
    if blank:
        return Answer.fails(
            _("The visit after closing lacks: {what}.").format(what=", ".join(words for _field, words in blank)),
            last.fact,
            missing=Missing(record=VisitAfterClosing.KIND, field=blank[0][0]),
        )
    return Answer.passes(_("Child and family were asked what they think of our work."), last.fact)


@case_check("IAG-CLS-18", title=_("Trouble after closing led to a decision"), source="004 §3.6; limit ours")
def trouble_led_to_a_decision(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """A visit after closing that finds trouble leads to opening the case again, or to a decision why not, at once."""
    looks = [look for ended in case.of(Closure) for look in looks_after(case, ended.on) if look.stable is YesNo.NO]
    decided = sorted(entry.on for kind in (Reopening, NotReopened) for entry in case.of(kind))
    open_troubles = [look for look in looks if not any(day >= look.on for day in decided)]
    if not looks:
        return Answer.does_not_apply(_("No visit after a closing found trouble."))
    if not open_troubles:
        return Answer.passes(_("Every trouble after the closing led to a decision."), looks[-1].fact)
    first = open_troubles[0]
    limit = first.on + timedelta(days=figure(settings, "reopening_decision_days"))
    missing = Missing(record=Reopening.KIND, field="reason")
    if as_of <= limit:
        words = _("The visit after closing found trouble; it has to be decided until {day}.")
        return Answer.unknown(words.format(day=limit.isoformat()), first.fact, missing=missing)
    return Answer.fails(
        _("The visit after closing found trouble, and nobody has decided whether to open the case again."),
        first.fact,
        missing=missing,
    )


@rules.schedule_rule("FU-19", title=_("One more visit after closing"), source="002", strength=Strength.WARNS)
def one_more_visit(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """The page on follow-up asks for one more visit within three months of closing, as the course does.

    It is the same visit, so it stands in the list once, under IAG-CLS-15.
    """
    return ()


@rules.schedule_rule("FU-20", title=_("That visit sooner in an emergency"), source="002", strength=Strength.WARNS)
def that_visit_sooner(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """The page on follow-up asks for the visit sooner in an emergency, as the course does.

    It is the same visit, so it stands in the list once, under IAG-CLS-16.
    """
    return ()


@rules.closure_check(
    "FU-19", title=_("The visit after closing found things stable"), source="002", strength=Strength.WARNS
)
def the_visit_found_things_stable(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """Within three months of closing somebody sees that the child's situation has stayed stable.

    In a pandemic, or where it is said why, a call may stand in for the visit.
    """
    seen = seen_on(case, as_of)
    ended, due = closure(seen), _visit_due(case, as_of, settings)
    if ended is None:
        return Answer.does_not_apply(_("This is asked once the case is closed."))
    if due is None:
        return Answer.does_not_apply(_("No visit is asked for after this closing."))
    looks = [look for look in looks_after(seen, ended.on) if look.is_visit or _may_be_remote(look, settings)]
    return _found(looks[0], due) if looks else _nobody_went(due, as_of)


def _visit_due(case: CaseFile, as_of: date, settings: Settings) -> date | None:
    items = (*the_visit_after_closing(case, as_of, settings), *the_visit_in_an_emergency(case, as_of, settings))
    return next((day_of(item.due) for item in items if item.due is not None), None)


def _nobody_went(due: date, as_of: date) -> Answer:
    if as_of <= due:
        return Answer.does_not_apply(_("The visit after closing is due by {day}.").format(day=due.isoformat()))
    return Answer.fails(
        _("Nobody visited until {day}.").format(day=due.isoformat()),
        missing=Missing(record=VisitAfterClosing.KIND, field="stable"),
    )


def _found(look: LookAfterClosing, due: date) -> Answer:
    if look.on > due:
        words = _("The visit after closing came late, on {day}.")
        return Answer.fails(words.format(day=look.on.isoformat()), look.fact)
    if look.stable is YesNo.NO:
        return Answer.fails(_("The visit found trouble; the case may have to be opened again."), look.fact)
    if look.stable is not YesNo.YES:
        return Answer.unknown(
            _("It is not recorded whether things stayed stable."),
            look.fact,
            missing=Missing(record=VisitAfterClosing.KIND, field="stable"),
        )
    return Answer.passes(_("The visit after closing found things stable."), look.fact)


@record_check(
    "FU-21",
    VisitAfterClosing,
    title=_("A call in place of the visit has a reason"),
    source="002",
    nothing=NO_VISIT_YET,
    fine=_("Somebody went there, or it is said why not."),
    strength=Strength.WARNS,
)
def a_call_in_place_of_the_visit(
    _case: CaseFile, body: VisitAfterClosing, _on: date, settings: Settings
) -> Iterable[Problem]:
    """A call may stand in for the visit after closing in a pandemic, or where it is said why nobody went."""
    if body.channel not in VISITS and not body.remote_because.strip() and settings.word("pandemic") != YES:
        yield Problem(_("Nobody went there; please say why a call was enough."), "remote_because")


def _may_be_remote(look: LookAfterClosing, settings: Settings) -> bool:
    return settings.word("pandemic") == YES or (look.form is not None and bool(look.form.body.remote_because.strip()))


def _blank(look: LookAfterClosing) -> tuple[tuple[str, str], ...]:
    body = look.form.body if look.form else VisitAfterClosing(stable=look.stable)
    asked = (
        ("stable", _("whether things stayed stable"), body.stable is not None),
        (
            "child_feedback",
            _("what the child says of our work"),
            bool(body.child_feedback.strip()) or body.child_gave_none is not None,
        ),
        (
            "family_feedback",
            _("what the family says of our work"),
            bool(body.family_feedback.strip()) or body.family_gave_none is not None,
        ),
    )
    return tuple((field, words) for field, words, is_there in asked if not is_there)
