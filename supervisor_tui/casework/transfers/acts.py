"""What people do with a hand-over, each act with the fields it asks for: the same for screens and the command line."""

from collections.abc import Mapping
from datetime import date

import msgspec

from supervisor_tui.casework.recording import Draft, RefusedError
from supervisor_tui.casework.transfers.gate import against_sending
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.hand_over import open_work
from supervisor_tui.domain.records.closing import Closure, ClosureReason
from supervisor_tui.domain.records.consent import Consent, ConsentPurpose
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.transfer import AgainstTheirWishes, HandOverPlan, TakenUp, Transfer, TransferWish
from supervisor_tui.domain.status import Status, status
from supervisor_tui.domain.transfers import has_come, proposal, transfer
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.forms import FieldProblem, filled_in
from supervisor_tui.wording import _

__all__ = ["TransferAct", "asked_fields", "drafts_of", "first_values", "kind_of"]


class TransferAct(Choice):
    """An act, in the order in which a hand-over goes."""

    PROPOSE = "propose", _("propose a hand-over")
    CONSENT = "consent", _("write down what child and family say")
    OVERRULE = "overrule", _("decide against their wishes, for protection")
    PLAN = "plan", _("plan the hand-over")
    SEND = "send", _("hand the file over")
    ACCOMPANY = "accompany", _("go along to the new caseworker")
    ACCEPT = "accept", _("the other agency accepts")
    REFUSE = "refuse", _("the other agency refuses")
    WITHDRAW = "withdraw", _("take the hand-over back")
    CLOSE = "close", _("close the case as handed over")
    LOOK = "look", _("ask whether they work with the child")


_KINDS: dict[TransferAct, tuple[type[RecordBody], tuple[str, ...]]] = {
    TransferAct.PROPOSE: (Transfer, ("agency", "grounds", "reason", "why_better", "batch")),
    TransferAct.CONSENT: (Consent, ("giver", "form", "agreed", "sections", "methods", "valid_until", "reason")),
    TransferAct.OVERRULE: (AgainstTheirWishes, ()),
    TransferAct.PLAN: (HandOverPlan, ()),
    TransferAct.SEND: (Transfer, ("file_handed_on",)),
    TransferAct.ACCOMPANY: (Transfer, ("accompanied_on", "not_accompanied_because")),
    TransferAct.ACCEPT: (Transfer, ("accepted_on",)),
    TransferAct.REFUSE: (Transfer, ("refused_on", "refused_because")),
    TransferAct.WITHDRAW: (Transfer, ("withdrawn_on", "withdrawn_because")),
    TransferAct.CLOSE: (Closure, ("because", "note")),
    TransferAct.LOOK: (TakenUp, ()),
}
"""The record that an act writes, and the fields of it that are asked for; none named are all."""

_NEEDED = {
    TransferAct.PROPOSE: ("agency", "reason"),
    TransferAct.SEND: ("file_handed_on",),
    TransferAct.ACCEPT: ("accepted_on",),
    TransferAct.REFUSE: ("refused_on", "refused_because"),
    TransferAct.WITHDRAW: ("withdrawn_on", "withdrawn_because"),
}


def kind_of(act: TransferAct) -> type[RecordBody]:
    """Return the kind of record that an act writes."""
    return _KINDS[act][0]


def asked_fields(act: TransferAct) -> tuple[str, ...]:
    """Return the names of the fields that an act asks for."""
    kind, fields = _KINDS[act]
    return fields or kind.__struct_fields__


def has_own_day(act: TransferAct) -> bool:
    """Say whether the day of the act is asked for as the day of its record; others name theirs in a field."""
    return act is TransferAct.PROPOSE or kind_of(act) is not Transfer


def first_values(case: CaseFile, act: TransferAct, today: date) -> dict[str, object]:
    """Return what stands in the form of an act at first, as plain values."""
    proposed = proposal(case, today)
    if act is TransferAct.PLAN:
        numbers = [one.number for one in open_work(case)]
        made = case.latest(HandOverPlan)
        plain: dict[str, object] = msgspec.to_builtins(made.body) if made else {}
        return {**plain, "open_work": numbers}
    if kind_of(act) is not Transfer or act is TransferAct.PROPOSE or proposed is None:
        return {}
    held: dict[str, object] = msgspec.to_builtins(proposed.body)
    days = {name: today.isoformat() for name in asked_fields(act) if name.endswith("_on") and name != "accompanied_on"}
    return days | {name: held[name] for name in asked_fields(act) if name in held}


def drafts_of(
    case: CaseFile, act: TransferAct, fields: Mapping[str, object], on: date
) -> tuple[Draft, ...] | FieldProblem:
    """Return the records that an act writes; a field that cannot be so is returned as its problem.

    Raises RefusedError where the act is not possible as things stand: a file without consent does not go.
    """
    blank = next((name for name in _NEEDED.get(act, ()) if not str(fields.get(name) or "").strip()), None)
    if blank is not None:
        return FieldProblem(blank, _("This is needed."))
    _refuse_what_cannot_be(case, act, _day_of(act, fields, on))
    proposed = proposal(case, on)
    if act is TransferAct.PROPOSE or kind_of(act) is not Transfer:
        body = filled_in(kind_of(act), {**fields, **_by_itself(proposed, act)})
        if isinstance(body, FieldProblem):
            return body
        return (Draft(body, on), *_word_on_the_wish(proposed, act, body))
    assert proposed is not None
    held: dict[str, object] = msgspec.to_builtins(proposed.body)
    changed = filled_in(Transfer, {**held, **fields})
    return changed if isinstance(changed, FieldProblem) else (_corrected(proposed, changed),)


def _by_itself(proposed: Entry[Transfer] | None, act: TransferAct) -> dict[str, object]:
    """Return what needs no asking: what a consent is for, and why a case is closed."""
    if act is TransferAct.CONSENT and proposed is not None:
        return {"purpose": ConsentPurpose.TRANSFER.value, "agencies": [proposed.body.agency]}
    return {"reason": ClosureReason.TRANSFER.value} if act is TransferAct.CLOSE else {}


def _word_on_the_wish(proposed: Entry[Transfer] | None, act: TransferAct, body: RecordBody) -> tuple[Draft, ...]:
    wish: TransferWish | None = None
    if isinstance(body, Consent):
        wish = TransferWish.AGREED if body.agreed is YesNo.YES else TransferWish.DECLINED
    elif act is TransferAct.OVERRULE:
        wish = TransferWish.OVERRULED
    if wish is None or proposed is None or proposed.body.wish is wish:
        return ()
    return (_corrected(proposed, msgspec.structs.replace(proposed.body, wish=wish)),)


def _corrected(proposed: Entry[Transfer], body: RecordBody) -> Draft:
    """Return what became of a hand-over, written over its record: one hand-over stays one record, counted once."""
    return Draft(body, proposed.on, amends=proposed.id)


def _day_of(act: TransferAct, fields: Mapping[str, object], on: date) -> date:
    if act is TransferAct.SEND:
        try:
            return date.fromisoformat(str(fields.get("file_handed_on")))
        except ValueError:
            return on
    return on


def _refuse_what_cannot_be(case: CaseFile, act: TransferAct, day: date) -> None:
    found = _reasons_against(case, act, day)
    if found:
        raise RefusedError(tuple(Finding(Severity.REFUSE, sentence) for sentence in found))


def _reasons_against(case: CaseFile, act: TransferAct, day: date) -> tuple[str, ...]:
    proposed = transfer(case, day)
    body = proposed.body if proposed else None
    if act is TransferAct.PROPOSE:
        return _against_proposing(case, body)
    if body is None:
        return (_("No hand-over of this case is under way. Propose one first."),)
    match act:
        case TransferAct.SEND:
            return against_sending(case, day)
        case TransferAct.REFUSE | TransferAct.WITHDRAW if has_come(body.accepted_on, day):
            return (_("{agency} has accepted the case already.").format(agency=body.agency),)
        case TransferAct.CLOSE | TransferAct.LOOK if not has_come(body.accepted_on, day):
            words = _("{agency} has not accepted the case; until it does, the case stays here.")
            return (words.format(agency=body.agency),)
        case _:
            return ()


def _against_proposing(case: CaseFile, body: Transfer | None) -> tuple[str, ...]:
    if status(case) is Status.CLOSED:
        return (_("The case is closed."),)
    if body is not None and body.wish is not TransferWish.DECLINED:
        return (_("The case is being handed over to {agency} already.").format(agency=body.agency),)
    return ()
