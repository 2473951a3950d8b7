"""Consent counts when it was understood and given freely, and explained so that a child follows."""

from collections.abc import Iterable
from datetime import date

from iag_core.consent.given import NONE_ASKED, given_here, of_the_child
from iag_core.problems import Problem, blank, record_check
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.consent import Capacity, Consent
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

UNDERSTOOD = (
    ("services_understood", _("services and options")),
    ("risks_understood", _("risks and benefits")),
    ("information_understood", _("what is written down and why")),
    ("limits_understood", _("confidentiality and its limits")),
)


@record_check(
    "IAG-CONS-02",
    Consent,
    declares=RuleKind.CHECKLIST,
    title=_("Four things were understood"),
    source="004 §1.3",
    nothing=NONE_ASKED,
    fine=_("It was checked that all four matters were understood."),
    on_saving=False,
    chosen=given_here,
)
def four_things_were_understood(_case: CaseFile, body: Consent, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Consent counts when four matters were understood: services, risks and benefits, what is kept, confidentiality."""
    for field, words in UNDERSTOOD:
        if getattr(body, field) is not YesNo.YES:
            message = _("Not understood on record ({who}): {matter}.")
            yield Problem(
                message.format(who=body.giver.label, matter=words),
                field,
                is_open=getattr(body, field) is YesNo.NOT_KNOWN,
            )


@record_check(
    "IAG-CONS-03",
    Consent,
    title=_("Given freely, by somebody able to"),
    source="004 §1.3",
    nothing=NONE_ASKED,
    fine=_("Consent was given freely by somebody able to give it."),
    chosen=given_here,
)
def given_freely(_case: CaseFile, body: Consent, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Consent is free, and given by somebody who is able to give it."""
    who = body.giver.label
    if body.able is Capacity.NO:
        yield Problem(_("Not able to consent: {who}.").format(who=who), "able")
    elif body.able is not Capacity.YES:
        yield Problem(
            _("Not sure or not recorded whether able to consent: {who}.").format(who=who), "able", is_open=True
        )
    if body.voluntary is YesNo.NO:
        yield Problem(_("Not given freely: {who}.").format(who=who), "voluntary")
    elif body.voluntary is not YesNo.YES:
        yield Problem(_("Not recorded whether given freely: {who}.").format(who=who), "voluntary", is_open=True)


@record_check(
    "IAG-CONS-06",
    Consent,
    declares=RuleKind.CHECKLIST,
    title=_("Explained for a child, questions invited"),
    source="004 §1.3, §1.4",
    nothing=_("No consent or assent of the child is on file."),
    fine=_("It was explained in a way a child follows, and questions were invited."),
    on_saving=False,
    chosen=of_the_child,
)
def explained_for_a_child(_case: CaseFile, body: Consent, _on: date, _settings: Settings) -> Iterable[Problem]:
    """The child is told in a form it follows, and is invited to ask."""
    yield from blank(
        body,
        ("child_friendly", _("It is not recorded that it was explained in a way a child follows.")),
        ("questions_invited", _("It is not recorded that questions were invited.")),
    )
