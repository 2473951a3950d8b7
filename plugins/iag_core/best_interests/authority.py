"""Best interests in every decision, decisions that only an authority may take, and the law under which we act."""

from collections.abc import Iterable
from datetime import date

from iag_core.days_in_settings import day_in
from iag_core.guidance import rules
from iag_core.problems import Problem, case_check, of_this_episode, record_check
from iag_core.records.decision import Decision
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.placement import Placement, PlacementKind
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

OTHER_CARE = frozenset(
    {PlacementKind.KINSHIP, PlacementKind.FOSTER, PlacementKind.SAFE_HOUSE, PlacementKind.INSTITUTION}
)
"""Care away from the parents; taking a child away always ends in one of them."""

rules.declared("IAG-BI-09", kind=RuleKind.CHECKLIST, title=_("The law under which we act"), source="004 §2.2")


@rules.validator("IAG-BI-01", title=_("Best interests come first"), source="004 §1.3")
def best_interests_come_first(case: CaseFile, draft: RecordBody, _on: date, _settings: Settings) -> Iterable[Finding]:
    """What is best for the child is the ground of every decision; a decision that does not say it is not finished."""
    if isinstance(draft, Decision) and not draft.best_interests.strip():
        yield Finding(Severity.WARN, _("Please say why this is best for the child."), "best_interests")


@record_check(
    "IAG-BI-08",
    Placement,
    title=_("An authority decided on other care"),
    source="004 §2.2",
    nothing=_("The child was not placed."),
    fine=_("Where an authority had to decide, it did so before the child moved."),
)
def an_authority_decided(case: CaseFile, body: Placement, on: date, _settings: Settings) -> Iterable[Problem]:
    """Taking a child away, placing it in other care, and a hard return home need the state or a local authority."""
    if not _needs_authority(case, body):
        return
    if not body.authority.strip() or body.authorised_on is None:
        yield Problem(_("No authority is on record that decided on this placement."), "authority")
    elif body.authorised_on > on:
        words = _("The authority decided on {day}, after the child had moved.")
        yield Problem(words.format(day=body.authorised_on.isoformat()), "authorised_on")


@case_check("IAG-BI-09", title=_("Our agreement was in force"), source="004 §2.2")
def our_agreement_was_in_force(case: CaseFile, _as_of: date, settings: Settings) -> Answer:
    """Whoever decides for children knows under which agreement; once it has ended, decisions stand without cover."""
    decided: list[Entry[Decision] | Entry[Placement]] = [
        *of_this_episode(Decision)(case),
        *of_this_episode(Placement)(case),
    ]
    if not decided:
        return Answer.does_not_apply(_("Nothing was decided that needs such an agreement."))
    if not (settings.word("legal_cover") or "").strip():
        return Answer.unknown(
            _("The agency has not said under which agreement it acts."),
            missing=Missing(setting=settings.full_key("legal_cover")),
        )
    until = day_in(settings, "legal_cover_until")
    if until is None:
        return Answer.unknown(
            _("The agency has not said until when its agreement holds."),
            missing=Missing(setting=settings.full_key("legal_cover_until")),
        )
    after = [entry for entry in decided if entry.on > until]
    if after:
        words = _("The agreement ended on {day}; what was decided later stands without it.")
        return Answer.fails(words.format(day=until.isoformat()), *(entry.fact(entry.body.TITLE) for entry in after))
    return Answer.passes(_("The agreement was in force whenever something was decided."))


def _needs_authority(case: CaseFile, body: Placement) -> bool:
    if body.form is PlacementKind.REUNIFICATION:
        opening = registration(case)
        return opening is not None and opening.body.complex_case is YesNo.YES
    return body.form in OTHER_CARE
