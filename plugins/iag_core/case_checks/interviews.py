"""Talks with child and family for an assessment: where, how, and what was explained before."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, blank, record_check
from iag_core.records.interview import Interview
from iag_core.stages import before_the_first_look
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

NONE_ON_FILE = _("No talk for the assessment is on file.")


@record_check(
    "IAG-S2-24",
    Interview,
    declares=RuleKind.CHECKLIST,
    title=_("A safe place, simple words, a method one knows"),
    source="004 §3.2",
    nothing=NONE_ON_FILE,
    fine=_("The talks were held in a safe place, in simple words, by a method the worker knows."),
    strength=Strength.WARNS,
    nothing_is_open=True,
    unless=before_the_first_look,
)
def a_safe_place_and_simple_words(
    _case: CaseFile, body: Interview, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """The child is spoken to where it feels safe, in words of its age; nobody uses a method they did not learn."""
    for field, words in (
        ("safe_place", _("The talk was not in a place where the child feels safe, or it is not recorded.")),
        ("simple_language", _("The talk was not in simple words, or it is not recorded.")),
    ):
        if getattr(body, field) is not YesNo.YES:
            yield Problem(words, field)
    if body.method.strip() and body.trained is not YesNo.YES:
        message = _("The method “{method}” was used, and no training in it is recorded.")
        yield Problem(message.format(method=body.method.strip()), "trained")


@record_check(
    "IAG-S2-25",
    Interview,
    declares=RuleKind.CHECKLIST,
    title=_("Confidentiality and purpose were explained"),
    source="004 §3.2",
    nothing=NONE_ON_FILE,
    fine=_("Confidentiality, its limits and the purpose were explained at every talk."),
    nothing_is_open=True,
    on_saving=False,
    unless=before_the_first_look,
)
def confidentiality_was_explained(_case: CaseFile, body: Interview, on: date, _settings: Settings) -> Iterable[Problem]:
    """Before questions are asked it is explained what stays private, what cannot, and what the answers are for."""
    day = on.isoformat()
    if body.limits_explained is not YesNo.YES:
        words = _("Talk of {day}: it is not recorded that confidentiality and its limits were explained.")
        yield Problem(words.format(day=day), "limits_explained")
    if body.purpose_explained is not YesNo.YES:
        words = _("Talk of {day}: it is not recorded that the purpose of the questions was explained.")
        yield Problem(words.format(day=day), "purpose_explained")


@record_check(
    "IAG-CONS-13",
    Interview,
    declares=RuleKind.CHECKLIST,
    title=_("Told what has to be reported, before the talk"),
    source="004 §3.2",
    nothing=NONE_ON_FILE,
    fine=_("Before every talk the child was told what has to be reported."),
    nothing_is_open=True,
    on_saving=False,
    unless=before_the_first_look,
)
def told_what_has_to_be_reported(_case: CaseFile, body: Interview, on: date, _settings: Settings) -> Iterable[Problem]:
    """The child hears before the first talk that all stays private unless there is danger or a duty to report."""
    yield from blank(
        body, ("duty_explained_on", _("It is not recorded that the child was told what has to be reported."))
    )
    if body.duty_explained_on is not None and body.duty_explained_on > on:
        words = _("The child was told what has to be reported only after the talk of {day}.")
        yield Problem(words.format(day=on.isoformat()), "duty_explained_on")


@record_check(
    "IAG-PRIN-09",
    Interview,
    declares=RuleKind.CHECKLIST,
    title=_("Form and time suited the child"),
    source="004 §1.4",
    nothing=NONE_ON_FILE,
    fine=_("Form and time of the talks suited the child."),
    strength=Strength.WARNS,
    nothing_is_open=True,
    on_saving=False,
    unless=before_the_first_look,
)
def form_and_time_suited_the_child(
    _case: CaseFile, body: Interview, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Services are built around the child: in a form it follows, at a time that suits it."""
    yield from blank(
        body,
        ("suited_format", _("It is not recorded whether the form of the talk suited the child.")),
        ("suitable_time", _("It is not recorded whether the time of the talk suited the child.")),
    )
