"""Decisions: options, best interests, harm, the child's wish, and custom that stands against the child's good."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, blank, record_check
from iag_core.records.decision import Decision
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.risk import risk_history
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

NO_DECISION = _("No decision is on file as one.")


@record_check(
    "IAG-S2-27",
    Decision,
    title=_("A decision against the child's wish was explained"),
    source="004 §3.2, §1.4",
    nothing=NO_DECISION,
    fine=_("Decisions against the child's wish were explained."),
)
def explained_when_against_the_wish(
    _case: CaseFile, body: Decision, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Where it was decided otherwise than the child wished, the child hears what was decided and how."""
    named = body.decision
    if body.against_wish is None or body.against_wish is YesNo.NOT_KNOWN:
        words = _("Decision {number}: it is not recorded whether it is against the child's wish.")
        yield Problem(words.format(number=named), "against_wish", is_open=True)
    elif body.against_wish is YesNo.YES and (body.explained_on is None or not body.explanation.strip()):
        words = _("Decision {number} is against the child's wish, and it is not recorded how it was explained.")
        yield Problem(words.format(number=named), "explained_on")


@record_check(
    "IAG-PRIN-01",
    Decision,
    declares=RuleKind.CHECKLIST,
    title=_("Possible harm was thought of"),
    source="004 §1.3",
    nothing=NO_DECISION,
    fine=_("Every decision says what harm it may do and what is done against it."),
    on_saving=False,
)
def harm_was_thought_of(case: CaseFile, body: Decision, on: date, _settings: Settings) -> Iterable[Problem]:
    """Do no harm: a decision says what harm it may do and what is done against it. At high risk this must stand."""
    high = any(
        period.guidance is GuidanceRisk.HIGH and period.since <= on and (period.until is None or on <= period.until)
        for period in risk_history(case)
    )
    for field, words in (
        ("harm", _("Decision {number} does not say what harm it may do.")),
        ("mitigation", _("Decision {number} does not say what is done against harm.")),
    ):
        if not getattr(body, field).strip():
            yield Problem(words.format(number=body.decision), field, is_open=not high)


@record_check(
    "IAG-PRIN-02",
    Decision,
    declares=RuleKind.CHECKLIST,
    title=_("It is said why this is best for the child"),
    source="004 §1.3",
    nothing=NO_DECISION,
    fine=_("Every decision says why it is best for the child."),
    on_saving=False,
)
def best_interests_come_first(_case: CaseFile, body: Decision, _on: date, _settings: Settings) -> Iterable[Problem]:
    """What is best for the child comes first in every decision, and the decision says so."""
    words = _("Decision {number} does not say why it is best for the child.")
    yield from blank(body, ("best_interests", words.format(number=body.decision)))


@record_check(
    "IAG-PRIN-15",
    Decision,
    title=_("Custom against the child's good: harm made less"),
    source="004 §1.4",
    nothing=NO_DECISION,
    fine=_("Where custom stood against the child's good, risk and ways to lessen harm are recorded."),
)
def custom_gives_way_to_safety(_case: CaseFile, body: Decision, _on: date, _settings: Settings) -> Iterable[Problem]:
    """Custom is respected; where it clashes with what is best for the child, the risk is weighed and harm made less."""
    if body.culture_clash is YesNo.YES:
        yield from blank(
            body,
            ("harm_reduction", _("Custom stands against the child's good, and it is not said how harm is made less.")),
            ("clash_risk", _("Custom stands against the child's good, and the risk is not weighed.")),
        )


@record_check(
    "IAG-PRIN-17",
    Decision,
    declares=RuleKind.FORM,
    title=_("Options were weighed"),
    source="004 §1.3",
    nothing=NO_DECISION,
    fine=_("More than one option was weighed."),
    strength=Strength.WARNS,
)
def options_were_weighed(_case: CaseFile, body: Decision, _on: date, _settings: Settings) -> Iterable[Problem]:
    """The least harmful way is found by weighing at least two, with what speaks for and against each."""
    if len(body.options) < 2:
        yield Problem(_("Decision {number} names fewer than two options.").format(number=body.decision), "options")
    for one in body.options:
        if not one.speaks_for.strip() or not one.speaks_against.strip():
            words = _("Decision {number}: for the option “{option}” one side is blank.")
            yield Problem(words.format(number=body.decision, option=one.option), "options")
