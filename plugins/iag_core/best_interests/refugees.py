"""Refugee children: which procedure is theirs, and formal determinations by a panel."""

from collections.abc import Iterable
from datetime import date

from iag_core.guidance import rules
from iag_core.problems import Problem, case_check, record_check
from iag_core.records.refugee import Determination, RefugeeChild
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.records.assessment import Assessment
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

SOURCE = "004 §3.2"
FIVE = 5
NO_REFUGEE = _("It is not recorded that the child is a refugee.")
PANEL = (("government", _("government")), ("partners", _("partner agencies")), ("unhcr", _("UNHCR")))

rules.declared("IAG-BI-03", kind=RuleKind.FORM, title=_("Best interests assessment"), source=SOURCE)
rules.declared("IAG-BI-07", kind=RuleKind.FORM, title=_("Number in the refugee registration"), source=SOURCE)


@case_check("IAG-BI-02", title=_("A refugee child goes through the best interests procedure"), source=SOURCE)
def a_refugee_child_is_assessed(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Where national procedures are missing or closed to refugees, best interests are assessed instead (BIA)."""
    asked = case.latest(RefugeeChild)
    if asked is not None and asked.body.refugee is YesNo.NOT_KNOWN:
        return Answer.unknown(
            _("It is not known whether the child is a refugee."),
            asked.fact(_("Asked, and not known.")),
            missing=Missing(record=RefugeeChild.KIND, field="refugee"),
        )
    child = _refugee(case)
    if child is None:
        return Answer.does_not_apply(NO_REFUGEE)
    fact = child.fact(_("The child is a refugee."))
    match child.body.national_procedure:
        case YesNo.YES:
            return Answer.does_not_apply(_("A national procedure is open to the child."), fact)
        case YesNo.NO:
            return _assessed(case, child)
        case _not_known:
            return Answer.unknown(
                _("It is not known whether a national procedure is open to the child."),
                fact,
                missing=Missing(record=RefugeeChild.KIND, field="national_procedure"),
            )


@case_check("IAG-BI-07", title=_("Linked to the refugee registration"), source=SOURCE, strength=Strength.WARNS)
def linked_to_the_refugee_registration(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Work with a refugee child is tied to the wider steps for refugees, from registration to a lasting solution."""
    child = _refugee(case)
    if child is None:
        return Answer.does_not_apply(NO_REFUGEE)
    fact = child.fact(_("The child is a refugee."))
    if not child.body.refugee_case.strip():
        return Answer.fails(
            _("The number in the refugee registration is not recorded."),
            fact,
            missing=Missing(record=RefugeeChild.KIND, field="refugee_case"),
        )
    return Answer.passes(_("The case is tied to the refugee registration."), fact)


@record_check(
    "IAG-BI-04",
    Determination,
    title=_("A very important decision waits for the panel"),
    source=SOURCE,
    nothing=_("No formal determination is called for."),
    fine=_("Nothing was carried out before the panel approved it."),
)
def a_very_important_decision_waits(
    _case: CaseFile, body: Determination, _on: date, settings: Settings
) -> Iterable[Problem]:
    """In five situations, which the agency lists, a formal determination (BID) comes before anything is done."""
    if body.acted_on is not None and (body.approved_on is None or body.acted_on < body.approved_on):
        yield Problem(_("It was carried out before the panel approved it."), "acted_on")
    listed = [one.strip().casefold() for one in (settings.word("bid_situations") or "").split(",") if one.strip()]
    if len(listed) < FIVE:
        words = _("The agency has not listed the five situations that need a formal determination.")
        yield Problem(words, "situation", is_open=True, setting="bid_situations")
    elif body.situation.strip().casefold() not in listed:
        yield Problem(_("This situation is none of the five that the agency lists."), "situation", is_open=True)


@record_check(
    "IAG-BI-05",
    Determination,
    title=_("The panel was complete and approved"),
    source=SOURCE,
    nothing=_("No formal determination is called for."),
    fine=_("The panel approved; who was missing has a reason."),
)
def the_panel_was_complete(_case: CaseFile, body: Determination, _on: date, _settings: Settings) -> Iterable[Problem]:
    """A panel approves: where it can be, government, partner agencies of several kinds, and UNHCR."""
    if body.approved_on is None:
        yield Problem(_("The panel has not approved."), "approved_on")
    absent = [(field, words) for field, words in PANEL if getattr(body, field) is YesNo.NO]
    blank = [(field, words) for field, words in PANEL if getattr(body, field) in {None, YesNo.NOT_KNOWN}]
    if absent and not body.missing_because.strip():
        named = ", ".join(words for _field, words in absent)
        yield Problem(_("Not on the panel, without a reason: {who}.").format(who=named), "missing_because")
    if blank:
        named = ", ".join(words for _field, words in blank)
        yield Problem(_("Not recorded whether on the panel: {who}.").format(who=named), blank[0][0], is_open=True)


@rules.agenda_rule("IAG-BI-05", title=_("Who has to be on the panel"), source=SOURCE)
def who_has_to_be_on_the_panel(file: MeetingFile, _as_of: date, _settings: Settings) -> Iterable[AgendaLine]:
    """A conference on a case with an open formal determination asks who has to be on the panel."""
    if file.meeting.kind is not MeetingKind.CONFERENCE:
        return
    for case in file.cases:
        called = case.latest(Determination)
        if called is not None and called.body.approved_on is None:
            words = _("Best interests: are government, partner agencies and UNHCR on the panel?")
            yield AgendaLine(text=words, case=case.code)


def _refugee(case: CaseFile) -> Entry[RefugeeChild] | None:
    child = case.latest(RefugeeChild)
    return child if child is not None and child.body.refugee is YesNo.YES else None


def _assessed(case: CaseFile, child: Entry[RefugeeChild]) -> Answer:
    done = case.latest_where(Assessment, lambda body: body.best_interests is YesNo.YES and body.finished is YesNo.YES)
    if done is None:
        return Answer.fails(
            _("No national procedure is open to the child, and its best interests were not assessed."),
            child.fact(_("The child is a refugee.")),
            missing=Missing(record=Assessment.KIND, field="best_interests"),
        )
    return Answer.passes(_("Best interests were assessed."), done.fact(_("Best interests assessment")))
