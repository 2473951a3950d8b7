"""A guidance set for these tests alone, so that no screen test depends on what a bundled set asks for."""

from collections.abc import Iterable
from datetime import date, timedelta

from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.assessment import ImmediateAction
from supervisor_tui.domain.records.closing import Approval
from supervisor_tui.domain.records.consent import Consent
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.records.words_kept import WordsKept
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.domain.status import registration, worker
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.panels import ScreenSource
from supervisor_tui.guidance.rules import Rule, RuleBook
from tests.tui.a_rule_that_breaks import a_rule_that_breaks

SET = SetId("field_practice")
rules = RuleBook(SET)


@rules.schedule_rule("FP-1", title="Contact", source="tests")
def a_contact_in_time(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """High risk asks for a contact twice a week, others for one every three weeks."""
    if worker(case) is None:
        return
    level = risk(case)
    if level is None:
        yield DueItem(
            "contact",
            settles=FollowUp.KIND,
            unknown="no risk level is recorded",
            missing=Missing(record="risk_level", field="level"),
        )
        return
    contact = case.latest(FollowUp)
    high = level.guidance is GuidanceRisk.HIGH
    days = 4 if high else 21
    start = contact.on if contact else level.since
    since = (as_of - start).days
    title = f"no contact recorded for {since} days, two a week asked" if high else "contact"
    yield DueItem(title, due=start + timedelta(days=days), settles=FollowUp.KIND, slot="contact")


@rules.schedule_rule("FP-2", title="Immediate action", source="tests")
def danger_is_answered_at_once(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Where life or body is in danger, something is done by the next day."""
    opening = registration(case)
    if opening is not None and opening.body.urgent is YesNo.YES and case.latest(ImmediateAction) is None:
        yield DueItem(
            "immediate action not recorded",
            due=opening.on + timedelta(days=10),
            settles=ImmediateAction.KIND,
            missing=Missing(record=ImmediateAction.KIND, field="what"),
        )


@rules.schedule_rule("FP-3", title="Consent", source="tests")
def consent_is_on_file(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Nobody can tell when consent runs out where none was recorded."""
    if case.latest(Consent) is None and worker(case) is not None:
        missing = Missing(record=Consent.KIND, field="giver")
        yield DueItem("consent", settles=Consent.KIND, unknown="no consent is recorded", missing=missing)


@rules.schedule_rule("FP-4", title="Review", source="tests")
def a_review_in_time(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """The plan is looked at again every three months, counted from the registration."""
    opening = registration(case)
    if opening is not None and worker(case) is not None and case.latest(Review) is None:
        due = opening.on + timedelta(days=112)
        yield DueItem("review of the plan", due=due, opens=due - timedelta(days=7), settles=Review.KIND)


@rules.schedule_rule("FP-5", title="Watching", source="tests")
def watching_ends(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """How long a case is watched after its plan is for the agency to say."""
    if settings.number("watch_months") is None and case.code == "C-0048":
        missing = Missing(setting=settings.full_key("watch_months"))
        yield DueItem("end of watching", unknown="how long to watch is not decided", missing=missing)


@rules.validator("FP-6", title="A worse situation is answered", source="tests")
def worse_asks_for_a_decision(case: CaseFile, draft: RecordBody, on: date, settings: Settings) -> Iterable[Finding]:
    """If things got worse, it is written down what was decided."""
    if isinstance(draft, FollowUp) and draft.situation is not None and draft.situation.value == "worse":
        if draft.child_seen is None:
            yield Finding(Severity.REFUSE, "Worse, and nobody says whether the child was seen.", "child_seen")
        if not draft.decision:
            yield Finding(Severity.WARN, "The situation is worse and no decision is written down.", "decision")
    kept = {entry.body.words for entry in case.of(WordsKept)}
    if isinstance(draft, Note) and "lazy" in draft.text and "lazy" not in kept:
        yield Finding(Severity.WARN, "“lazy” judges people.", "text", keeps="lazy")
    if isinstance(draft, Note) and "soon" in draft.text:
        yield Finding(Severity.HINT, "“soon” names no day.", "text")
    if isinstance(draft, Approval) and "lazy" in draft.reason and "lazy" not in kept:
        yield Finding(Severity.WARN, "“lazy” judges people.", "reason", keeps="lazy")


@rules.closure_check("FP-7", title="Never ready", source="tests")
def nobody_knows(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """Nobody can tell in a test."""
    return Answer.unknown("nobody can tell")


rules.schedule_rule("FP-8", title="A rule that breaks", source="tests")(a_rule_that_breaks)


@hookimpl
def register_guidance_set() -> GuidanceSet:
    return GuidanceSet(SET, "Field practice (tests)", "Field", "2.1", "tests", 3)


@hookimpl
def register_rules() -> Iterable[Rule]:
    return rules.all()


@hookimpl
def register_settings() -> Iterable[Setting]:
    return (
        Setting("watch_months", "Watch after the plan ends", None, "months", "no source gives it"),
        Setting("review_months", "Review every", 3, "months", "004 §3.5", below=7),
    )


@hookimpl
def register_screens() -> Iterable[ScreenSource]:
    return (
        ScreenSource(
            "practice", "Practice at a glance", "A screen of this set's own.", "tests.tui.own_screen:OwnScreen"
        ),
    )
