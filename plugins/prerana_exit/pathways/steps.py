"""The four steps that the worker may take across the six months of a wish to end (parameter 2, steps 1 to 4).

Talks count inside the window, the report and the letter from its end on. A step that can still be taken in time is not
yet asked for; the window itself keeps the way shut until then.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps

from prerana_exit.documents import CLIENT_LETTER, PROGRESS_REPORT, papers, sent_where
from prerana_exit.episode import in_this_episode, newest_day
from prerana_exit.guidance import CLIENT_AND_FAMILY_ASK, RULES
from prerana_exit.orders import referrer, terms
from prerana_exit.pathways.left_out import unless_left_out
from prerana_exit.records.client_request import Asker
from prerana_exit.records.committee_talk import CommitteeTalk, CommitteeTalkNeeded
from prerana_exit.records.discussion import Discussion, Topic
from prerana_exit.records.family import FamilyConsent, FamilyKnown
from prerana_exit.records.step_left_out import Step
from prerana_exit.requests import wish_to_end
from prerana_exit.window import Window
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import BodyT, CaseFile, Entry
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Document
from supervisor_tui.domain.records.order import Order
from supervisor_tui.domain.records.registration import Referrer
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import ClosureCheck, Strength
from supervisor_tui.wording import _

StepInWindow = Callable[[CaseFile, date, Settings, Window], Answer]

_SOURCE = "000, parameter 2, steps of the six months"


def window_of_the_steps(case: CaseFile, settings: Settings) -> Window | None:
    """Return the window in which the steps are taken: that of the client's own wish, or None if none is running."""
    return wish_to_end(case, Asker.CLIENT, settings).window


def held_within(case: CaseFile, kind: type[BodyT], window: Window) -> tuple[Entry[BodyT], ...]:
    """Return the records of a kind that lie inside the window."""
    return tuple(entry for entry in in_this_episode(case, kind) if window.covers(entry.on))


def talks(case: CaseFile, topic: Topic, window: Window) -> tuple[Entry[Discussion], ...]:
    """Return the talks on a topic inside the window."""
    return tuple(entry for entry in held_within(case, Discussion, window) if entry.body.topic is topic)


def family_is_unknown(case: CaseFile) -> bool:
    """Say whether it is on record that no family is known."""
    said = newest_day(in_this_episode(case, FamilyKnown))
    return bool(said) and all(entry.body.known is YesNo.NO for entry in said)


def talk_with_committee_needed(case: CaseFile) -> YesNo | None:
    """Return whether the client needs to speak with the committee, or None where nobody recorded it."""
    said = newest_day(in_this_episode(case, CommitteeTalkNeeded))
    if not said:
        return None
    return next((entry.body.needed for entry in said if entry.body.needed is not YesNo.NO), YesNo.NO)


def _step(step: Step) -> Callable[[StepInWindow], ClosureCheck]:
    def in_window(check: StepInWindow) -> ClosureCheck:
        @wraps(check)
        def asked(case: CaseFile, as_of: date, settings: Settings) -> Answer:
            window = window_of_the_steps(case, settings)
            if window is None:
                return Answer.does_not_apply(_("No wish of the client to end is running."))
            return unless_left_out(case, step, check(case, as_of, settings, window))

        return asked

    return in_window


def _not_taken(reason: str, as_of: date, window: Window, missing: Missing) -> Answer:
    if as_of < window.ends:
        return Answer.does_not_apply(_("Not yet due: there is time until {day}.").format(day=window.ends))
    return Answer.fails(reason, missing=missing)


@RULES.closure_check(
    "PX-P2-s1",
    title=_("Talks on why the client hesitates"),
    source=_SOURCE,
    strength=Strength.WARNS,
    alternative=CLIENT_AND_FAMILY_ASK,
)
@_step(Step.TALKS)
def talked_about_hesitation(case: CaseFile, as_of: date, _settings: Settings, window: Window) -> Answer:
    """In the six months the worker talks with the client, more than once, about hesitating and what visits are for."""
    held = talks(case, Topic.HESITATION, window)
    if not held:
        missing = Missing(Discussion.KIND, "topic")
        return _not_taken(_("No talk on why the client hesitates is recorded."), as_of, window, missing)
    facts = [entry.fact(_("Talk held.")) for entry in held]
    return Answer.passes(_("One talk only.") if len(held) == 1 else _("Talks were held."), *facts)


@RULES.closure_check(
    "PX-P2-s1b",
    title=_("Talk on why the committee's order must be kept"),
    source=_SOURCE,
    strength=Strength.WARNS,
    alternative=CLIENT_AND_FAMILY_ASK,
)
@_step(Step.TALK_ON_ORDER)
def talked_about_the_order(case: CaseFile, as_of: date, _settings: Settings, window: Window) -> Answer:
    """Where the committee's order is in force in these months, the talks also say why it must be kept."""
    held = talks(case, Topic.CWC_ORDER, window)
    if held:
        return Answer.passes(_("The talk was held."), *(entry.fact(_("Talk held.")) for entry in held))
    orders = terms(case)
    in_force = [term.runs_within(window.since, window.ends) for term in orders]
    if True in in_force:
        missing = Missing(Discussion.KIND, "topic")
        return _not_taken(_("An order was in force, and no talk about it is recorded."), as_of, window, missing)
    if None in in_force:
        return Answer.unknown(
            _("Until when the order is in force is not recorded."), missing=Missing(Order.KIND, "months")
        )
    if not orders and referrer(case) in {None, Referrer.CWC}:
        reason = _("Whether an order of the committee was in force is not recorded.")
        return Answer.unknown(reason, missing=Missing(Order.KIND, "order"))
    return Answer.does_not_apply(_("No order of the committee was in force."))


@RULES.closure_check(
    "PX-P2-s2",
    title=_("Talk on going on through the family"),
    source=_SOURCE,
    strength=Strength.WARNS,
    alternative=CLIENT_AND_FAMILY_ASK,
)
@_step(Step.FAMILY)
def asked_the_family(case: CaseFile, as_of: date, settings: Settings, window: Window) -> Answer:
    """The worker talks about going on through the family and asks for its consent; either answer will do."""
    if family_is_unknown(case):
        return Answer.does_not_apply(_("No family or guardian is known."))
    held = talks(case, Topic.WITH_FAMILY, window)
    if not held:
        missing = Missing(Discussion.KIND, "topic")
        return _not_taken(_("No talk on going on through the family is recorded."), as_of, window, missing)
    answered = [entry for entry in held_within(case, FamilyConsent, window) if entry.body.agrees is not YesNo.NOT_KNOWN]
    facts = [entry.fact(_("Talk held.")) for entry in held]
    facts += [
        entry.fact(_("The family's answer: {answer}.").format(answer=entry.body.agrees.label)) for entry in answered
    ]
    if answered and answered[-1].body.agrees is YesNo.YES:
        return Answer.passes(_("The family agrees: go on with the family instead of an exit."), *facts)
    if answered:
        return Answer.passes(_("The family was asked and does not want it."), *facts)
    own = wish_to_end(case, Asker.FAMILY, settings)
    if own.window is not None:
        return Answer.passes(_("The family itself asks for the work to end."), *facts, *own.facts())
    missing = Missing(FamilyConsent.KIND, "agrees", who=Asker.FAMILY.label)
    return Answer.unknown(_("The family's answer is not recorded."), *facts, missing=missing)


@RULES.closure_check(
    "PX-P2-s3",
    title=_("Client's word with the committee"),
    source=_SOURCE,
    strength=Strength.WARNS,
    alternative=CLIENT_AND_FAMILY_ASK,
)
@_step(Step.COMMITTEE)
def helped_to_speak_with_the_committee(case: CaseFile, as_of: date, _settings: Settings, window: Window) -> Answer:
    """Where it is needed, the worker helps the client to speak with the Child Welfare Committee."""
    needed = talk_with_committee_needed(case)
    if needed is YesNo.NO:
        return Answer.does_not_apply(_("A talk with the committee is not needed."))
    if needed is not YesNo.YES:
        reason = _("Whether a talk with the committee is needed is not recorded.")
        return Answer.unknown(reason, missing=Missing(CommitteeTalkNeeded.KIND, "needed"))
    held = held_within(case, CommitteeTalk, window)
    if held:
        return Answer.passes(
            _("The client spoke with the committee."), *(entry.fact(_("Talk held.")) for entry in held)
        )
    missing = Missing(CommitteeTalk.KIND, "note")
    return _not_taken(_("The talk is needed, and none is recorded."), as_of, window, missing)


@RULES.closure_check(
    "PX-P2-s4a",
    title=_("Report to the committee after the six months"),
    source=_SOURCE,
    strength=Strength.WARNS,
    alternative=CLIENT_AND_FAMILY_ASK,
)
@_step(Step.REPORT)
def reported_to_the_committee(case: CaseFile, as_of: date, _settings: Settings, window: Window) -> Answer:
    """When the six months are over the worker sends the committee a report on the client's progress."""
    found = tuple(entry for entry in papers(case, PROGRESS_REPORT) if entry.on >= window.since)
    sent = sent_where(found, as_of, lambda day: day >= window.ends)
    if sent is not None:
        entry, day = sent
        return Answer.passes(_("Sent on {day}.").format(day=day), entry.fact(_("Report sent.")))
    missing = Missing(Document.KIND, "sent_on")
    early = sent_where(found, as_of, lambda day: window.since <= day < window.ends)
    if early is not None:
        entry, day = early
        reason = _("Sent on {day}, before the end of the window: it must cover the whole time until {ends}.")
        return Answer.fails(reason.format(day=day, ends=window.ends), entry.fact(_("Report sent.")), missing=missing)
    reason = _("The report is written but not sent.") if found else _("No report to the committee is recorded.")
    return _not_taken(reason, as_of, window, missing)


@RULES.closure_check(
    "PX-P2-s4b",
    title=_("Client's letter with the report"),
    source=_SOURCE,
    strength=Strength.WARNS,
    alternative=CLIENT_AND_FAMILY_ASK,
)
@_step(Step.LETTER)
def letter_goes_with_the_report(case: CaseFile, as_of: date, _settings: Settings, window: Window) -> Answer:
    """With the report goes a letter in which the client asks for the worker's part to end."""
    letters = tuple(entry for entry in papers(case, CLIENT_LETTER) if entry.on >= window.since)
    attached = [entry for entry in letters if entry.body.regards == PROGRESS_REPORT]
    if attached:
        return Answer.passes(_("The letter goes with the report."), attached[-1].fact(_("Letter on file.")))
    missing = Missing(Document.KIND, "regards")
    if letters:
        return _not_taken(_("A letter is on file, but not with the report."), as_of, window, missing)
    return _not_taken(_("No letter of the client is recorded."), as_of, window, missing)
