"""Parameter 3 a: the committee's order has run out, and no other follows it."""

from collections.abc import Callable
from datetime import date
from functools import wraps

from prerana_exit.documents import FOLLOW_UP_REPORT, papers, sent_where
from prerana_exit.episode import duties_from
from prerana_exit.guidance import CONSULT_BEFORE_MONTHS, ORDER_EXPIRED, RULES, months
from prerana_exit.order_duties import DutyPart, duty_parts
from prerana_exit.orders import Term, last_term, referrer, terms
from prerana_exit.pathways.left_out import unless_left_out
from prerana_exit.pathways.pathway import Pathway, parts, whole
from prerana_exit.records.step_left_out import Step
from supervisor_tui.domain.answers import Answer, Missing, Result
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Document
from supervisor_tui.domain.records.order import Order, OrderConsultation, OrderDutyDone
from supervisor_tui.domain.records.registration import Referrer, Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import ClosureCheck, Strength
from supervisor_tui.wording import _

PATHWAY = Pathway(ORDER_EXPIRED, RuleId("PX-P3-a"))
COMMITTEE = _("Child Welfare Committee")
CheckOfOrders = Callable[[CaseFile, date, Settings, tuple[Term, ...]], Answer]

_SOURCE = "000, parameter 3 a"
_END_NOT_KNOWN = _("Until when the order is in force is not recorded.")
_END_MISSING = Missing(Order.KIND, "months")


def _of_orders(check: CheckOfOrders) -> ClosureCheck:
    """Ask a check only where the committee passed an order; whether it did may itself not be known."""

    @wraps(check)
    def asked(case: CaseFile, as_of: date, settings: Settings) -> Answer:
        found = terms(case)
        if found:
            return check(case, as_of, settings, found)
        sent_by = referrer(case)
        if sent_by is None:
            reason = _("Who sent the case is not recorded, and no order is on file.")
            return Answer.unknown(reason, missing=Missing(Registration.KIND, "referrer"))
        if sent_by is Referrer.CWC:
            reason = _("The committee sent the case, but its order is not recorded.")
            return Answer.unknown(reason, missing=Missing(Order.KIND, "order"))
        return Answer.does_not_apply(_("There is no order of the Child Welfare Committee."))

    return asked


@RULES.closure_check("PX-P3-a", title=_("The committee's order has run out"), source=_SOURCE, alternative=ORDER_EXPIRED)
def order_has_run_out(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """One way out: the order is over and its duties are done, the committee was asked, and it passed no other."""
    answer = whole(parts(PATHWAY, case, as_of, settings))
    if answer.result is Result.PASS and referrer(case) is None:
        reason = _("The order has run out, but who sent the case is not recorded.")
        return Answer.unknown(reason, *answer.facts, missing=Missing(Registration.KIND, "referrer"))
    return answer


@RULES.closure_check("PX-P3-a-1", title=_("The order's time has run out"), source=_SOURCE, alternative=ORDER_EXPIRED)
@_of_orders
def time_has_run_out(_case: CaseFile, as_of: date, _settings: Settings, found: tuple[Term, ...]) -> Answer:
    """Every order of the committee must have passed its last day."""
    ends = [term.expired_from for term in found if term.expired_from is not None]
    facts = [
        term.entry.fact(_("Order {order} is in force until {day}.").format(order=term.number, day=term.last))
        for term in found
        if term.last is not None
    ]
    expired_from = max(ends, default=None)
    if expired_from is not None and as_of < expired_from:
        reason = _("An order is in force until {day}.").format(day=max(term.last for term in found if term.last))
        return Answer.fails(reason, *facts, earliest=expired_from)
    if len(ends) < len(found):
        return Answer.unknown(_END_NOT_KNOWN, *facts, missing=_END_MISSING)
    return Answer.passes(_("Every order has run out, the last on {day}.").format(day=expired_from), *facts)


@RULES.closure_check("PX-P3-a-2", title=_("No other order follows"), source=_SOURCE, alternative=ORDER_EXPIRED)
@_of_orders
def no_other_order(case: CaseFile, as_of: date, _settings: Settings, found: tuple[Term, ...]) -> Answer:
    """No later order or extension is in force, and the committee confirmed it after the last one ran out."""
    for term in found[1:]:
        if term.last is not None and as_of <= term.last:
            reason = _("Order {order} is in force until {day}.").format(order=term.number, day=term.last)
            return Answer.fails(reason, term.entry.fact(reason), earliest=term.expired_from)
    going_on = _told_to_go_on(case, found)
    if going_on is not None:
        reason = _("The committee said on {day} that the work shall go on.").format(day=going_on.on)
        return Answer.fails(reason, going_on.fact(reason))
    last = last_term(found)
    if last is None or last.expired_from is None:
        return Answer.unknown(_END_NOT_KNOWN, missing=_END_MISSING)
    confirmed = [
        entry
        for entry in _consultations(case, found)
        if entry.body.no_new_order is YesNo.YES and entry.on >= last.expired_from
    ]
    if confirmed:
        reason = _("The committee confirmed on {day} that there is no other order.").format(day=confirmed[-1].on)
        return Answer.passes(reason, confirmed[-1].fact(reason))
    missing = Missing(OrderConsultation.KIND, "no_new_order", who=COMMITTEE)
    if as_of < last.expired_from:
        reason = _("The committee can confirm it only when the order has run out, from {day}.")
        return Answer.unknown(reason.format(day=last.expired_from), missing=missing, earliest=last.expired_from)
    reason = _("The committee has not confirmed, since {day}, that there is no other order.")
    return Answer.unknown(reason.format(day=last.expired_from), missing=missing)


@RULES.closure_check(
    "PX-P3-a-3", title=_("What the order asked for is done"), source=_SOURCE, alternative=ORDER_EXPIRED
)
@_of_orders
def duties_are_done(case: CaseFile, as_of: date, _settings: Settings, found: tuple[Term, ...]) -> Answer:
    """Each duty of the order was carried out; one that comes back, once in each of its intervals."""
    if not any(term.entry.body.duties for term in found):
        return Answer.unknown(_("What the order asks for is not recorded."), missing=Missing(Order.KIND, "duties"))
    if any(term.last is None for term in found if term.entry.body.duties):
        return Answer.unknown(_END_NOT_KNOWN, missing=_END_MISSING)
    pieces = [piece for term in found for piece in duty_parts(case, term)]
    facts = [piece.done.fact(_("{duty}: done.").format(duty=piece.duty)) for piece in pieces if piece.done]
    undone = [piece for piece in pieces if piece.done is None]
    missing = Missing(OrderDutyDone.KIND, "duty")
    began = duties_from(case)
    late = [piece for piece in undone if began <= piece.until < as_of]
    if late:
        return Answer.fails(_("Not recorded as done: {duties}.").format(duties=_named(late)), *facts, missing=missing)
    from_before = [piece for piece in undone if piece.until < began]
    if from_before:
        reason = _("Due before duties were counted here, and not on file: {duties}.").format(duties=_named(from_before))
        return Answer.unknown(reason, *facts, missing=missing)
    if undone:
        following = min(undone, key=lambda piece: (piece.until, piece.slot))
        reason = _("Not yet due: {duty} until {day}.").format(duty=following.duty, day=following.until)
        return Answer.does_not_apply(reason, *facts)
    return Answer.passes(_("Everything the order asked for is done."), *facts)


def _named(pieces: list[DutyPart]) -> str:
    return "; ".join(
        _("{duty}, {since} to {until}").format(duty=piece.duty, since=piece.since, until=piece.until)
        for piece in pieces
    )


@RULES.closure_check(
    "PX-P3-a-4", title=_("The committee was asked what comes next"), source=_SOURCE, alternative=ORDER_EXPIRED
)
@_of_orders
def committee_was_asked(case: CaseFile, as_of: date, settings: Settings, found: tuple[Term, ...]) -> Answer:
    """Around the end of the order, and before an exit, the worker asks the committee what comes next."""
    last = last_term(found)
    if last is None or last.last is None:
        return Answer.unknown(_END_NOT_KNOWN, missing=_END_MISSING)
    ask_from = add_months(last.last, -months(settings, CONSULT_BEFORE_MONTHS))
    asked = [entry for entry in _consultations(case, found) if entry.on >= ask_from]
    answered = [entry for entry in asked if entry.body.answered is YesNo.YES]
    if answered:
        reason = _("Asked on {day}, and answered.").format(day=answered[-1].on)
        return Answer.passes(reason, answered[-1].fact(reason))
    if asked:
        reason = _("Asked on {day}; no answer is recorded.").format(day=asked[-1].on)
        missing = Missing(OrderConsultation.KIND, "answered", who=COMMITTEE)
        return Answer.unknown(reason, asked[-1].fact(reason), missing=missing)
    if as_of <= ask_from:
        return Answer.does_not_apply(_("Not yet due: to be asked on {day}.").format(day=ask_from))
    reason = _("That the committee was asked since {day} is not recorded.").format(day=ask_from)
    return Answer.fails(reason, missing=Missing(OrderConsultation.KIND, "order"))


@RULES.closure_check(
    "PX-P3-a-5",
    title=_("The report on the follow-ups was sent"),
    source=_SOURCE,
    strength=Strength.WARNS,
    alternative=ORDER_EXPIRED,
)
@_of_orders
def follow_ups_were_reported(case: CaseFile, as_of: date, _settings: Settings, found: tuple[Term, ...]) -> Answer:
    """The committee gets a report on the follow-ups of the order, by the order's last day."""
    return unless_left_out(case, Step.ORDER_REPORT, _reported(case, as_of, found))


def report_sent(case: CaseFile, term: Term, as_of: date) -> tuple[Entry[Document], date] | None:
    """Return the report that covers an order, and the day on which it was sent; one that names no order covers all."""
    regarding = tuple(entry for entry in papers(case, FOLLOW_UP_REPORT) if entry.body.regards in {"", term.number})
    return sent_where(regarding, as_of, lambda day: day >= term.starts)


def _reported(case: CaseFile, as_of: date, found: tuple[Term, ...]) -> Answer:
    asking = [term for term in found if term.entry.body.duties]
    if not asking:
        return Answer.unknown(_("What the order asks for is not recorded."), missing=Missing(Order.KIND, "duties"))
    sent = {term.number: report_sent(case, term, as_of) for term in asking}
    facts = [paper[0].fact(_("Report sent on {day}.").format(day=paper[1])) for paper in sent.values() if paper]
    open_terms = [term for term in asking if sent[term.number] is None]
    if not open_terms:
        return Answer.passes(_("The report was sent."), *facts)
    missing = Missing(Document.KIND, "sent_on")
    late = [term for term in open_terms if term.last is not None and as_of > term.last]
    if late:
        names = ", ".join(term.number for term in late)
        return Answer.fails(
            _("No report is recorded as sent for: {orders}.").format(orders=names), *facts, missing=missing
        )
    days = [term.last for term in open_terms if term.last is not None]
    if len(days) < len(open_terms):
        return Answer.unknown(_END_NOT_KNOWN, *facts, missing=_END_MISSING)
    return Answer.does_not_apply(_("Not yet due: until {day}.").format(day=min(days)))


def _consultations(case: CaseFile, found: tuple[Term, ...]) -> tuple[Entry[OrderConsultation], ...]:
    numbers = {term.number for term in found}
    return tuple(entry for entry in case.of(OrderConsultation) if entry.body.order in numbers)


def _told_to_go_on(case: CaseFile, found: tuple[Term, ...]) -> Entry[OrderConsultation] | None:
    """Return the committee's word to go on, if it is its last one; of two on one day, that one counts."""
    said = [
        entry
        for entry in _consultations(case, found)
        if entry.body.continue_work in {YesNo.YES, YesNo.NO} or entry.body.no_new_order is YesNo.YES
    ]
    last = [entry for entry in said if entry.on == said[-1].on]
    return next((entry for entry in last if entry.body.continue_work is YesNo.YES), None)
