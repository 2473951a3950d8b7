"""A hand-over as it stands: its steps with what each rests on, what comes next, and what keeps the file here."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.gate import against_sending, hindrances, is_planned, signed_by_a_manager
from supervisor_tui.casework.transfers.steps import TransferStep, step_of
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.hand_over import OpenWork, open_work
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.transfer import AgainstTheirWishes, TakenUp, Transfer, TransferWish
from supervisor_tui.domain.status import closure
from supervisor_tui.domain.transfers import MayGo, consents_for, hand_over_plan, has_come, has_ended, may_go, proposal
from supervisor_tui.guidance.flows import Flow, FlowReason
from supervisor_tui.guidance.reviews import SetFindings
from supervisor_tui.wording import _

__all__ = ["NEXT", "StepLine", "TransferView", "transfer_view"]

NEXT: dict[TransferStep, TransferAct] = {
    TransferStep.NONE: TransferAct.PROPOSE,
    TransferStep.ASK_FAMILY: TransferAct.CONSENT,
    TransferStep.CONSENT: TransferAct.CONSENT,
    TransferStep.PLAN: TransferAct.PLAN,
    TransferStep.SEND: TransferAct.SEND,
    TransferStep.ANSWER: TransferAct.ACCEPT,
    TransferStep.CLOSE: TransferAct.CLOSE,
    TransferStep.LOOK: TransferAct.LOOK,
    TransferStep.REFUSED: TransferAct.PROPOSE,
    TransferStep.WITHDRAWN: TransferAct.PROPOSE,
    TransferStep.DECLINED: TransferAct.PROPOSE,
}
"""What is done next at each step; nothing once the other agency has taken the case up."""


class StepLine(msgspec.Struct, frozen=True):
    """One step: whether it is done, since when, in which words, and the act that does it."""

    what: str
    done: Result
    on: date | None
    words: str
    act: TransferAct


class TransferView(msgspec.Struct, frozen=True):
    """A hand-over. proposed: None where none was in this episode. against: what keeps the file here.

    not_planned: the open work that the plan for the hand-over does not name. earlier: proposals that ended without a
    hand-over, oldest first. asked: what each guidance set in force asks people to do, by itself. reasons: those that
    sets in force name for a hand-over.
    """

    case: CaseFile
    step: TransferStep
    proposed: Entry[Transfer] | None
    may_go: MayGo | None
    against: tuple[str, ...]
    steps: tuple[StepLine, ...]
    open_work: tuple[OpenWork, ...]
    not_planned: tuple[str, ...]
    earlier: tuple[Entry[Transfer], ...]
    asked: tuple[SetFindings, ...]
    reasons: tuple[FlowReason, ...]

    @property
    def next_act(self) -> TransferAct | None:
        """What is done next, or None."""
        return NEXT.get(self.step)


def transfer_view(desk: Desk, case: CaseFile) -> TransferView:
    """Return a hand-over as it stands on the day of the desk."""
    day = desk.as_of
    proposed = proposal(case, day)
    plan = hand_over_plan(case, day)
    work = open_work(case)
    planned = {number.strip() for number in plan.body.open_work} if plan else set()
    return TransferView(
        case=case,
        step=step_of(case, day),
        proposed=proposed,
        may_go=may_go(case, proposed.body, day) if proposed else None,
        against=_against(case, proposed, day),
        steps=tuple(_steps(case, proposed, day)) if proposed else (),
        open_work=work,
        not_planned=tuple(one.number for one in work if one.number not in planned),
        earlier=tuple(entry for entry in case.of(Transfer) if entry != proposed and has_ended(entry.body, day)),
        asked=desk.host.flows.parts(case, Flow.TRANSFER, day) if proposed else (),
        reasons=desk.host.flows.reasons(case, Flow.TRANSFER, day),
    )


def _against(case: CaseFile, proposed: Entry[Transfer] | None, day: date) -> tuple[str, ...]:
    """Say what keeps the file here; of one that has gone, or whose hand-over has ended, no plan is asked any more."""
    if proposed is None:
        return ()
    is_over = has_ended(proposed.body, day) or has_come(proposed.body.file_handed_on, day)
    return hindrances(case, day) if is_over or has_come(proposed.body.accepted_on, day) else against_sending(case, day)


def _steps(case: CaseFile, proposed: Entry[Transfer], day: date) -> Iterable[StepLine]:
    body = proposed.body
    yield StepLine(_("Proposed"), Result.PASS, proposed.on, _reason_words(body), TransferAct.PROPOSE)
    yield _wish(case, body, day)
    yield _planned(case, day)
    yield _dated(_("File handed over"), body.file_handed_on, day, TransferAct.SEND)
    yield _accompanied(body, day)
    yield _answered(body, day)
    yield _closed(case, day)
    yield _looked(case, body)


def _reason_words(body: Transfer) -> str:
    grounds = ", ".join(ground.label for ground in body.grounds)
    return " · ".join(part for part in (body.agency, body.reason, grounds) if part)


def _wish(case: CaseFile, body: Transfer, day: date) -> StepLine:
    what, act = _("Child and family"), TransferAct.CONSENT
    if body.wish is TransferWish.DECLINED:
        return StepLine(what, Result.FAIL, None, TransferWish.DECLINED.label, act)
    if body.wish is TransferWish.OVERRULED:
        return _overruled(case, day)
    given = consents_for(case, body.agency, day)
    if given:
        return StepLine(what, Result.PASS, given[-1].on, ", ".join(given[-1].body.sections) or _("agree"), act)
    state = may_go(case, body, day)
    done = {MayGo.NOT_NEEDED: Result.PASS, MayGo.UNKNOWN: Result.UNKNOWN}.get(state, Result.FAIL)
    return StepLine(what, done, None, state.label, act)


def _overruled(case: CaseFile, day: date) -> StepLine:
    what, act, words = _("Child and family"), TransferAct.OVERRULE, TransferWish.OVERRULED.label
    decided = case.latest(AgainstTheirWishes)
    if decided is None or hindrances(case, day):
        return StepLine(what, Result.FAIL, decided.on if decided else None, words, act)
    signed = signed_by_a_manager(case, decided.on)
    return StepLine(what, Result.PASS if signed else Result.FAIL, decided.on, words, act)


def _planned(case: CaseFile, day: date) -> StepLine:
    what, made = _("Planned and told"), hand_over_plan(case, day)
    if made is None:
        return StepLine(what, Result.FAIL, None, _("no plan for the hand-over"), TransferAct.PLAN)
    if not is_planned(case, day):
        return StepLine(what, Result.FAIL, made.on, _("planned, not wholly or not told"), TransferAct.PLAN)
    return StepLine(what, Result.PASS, made.body.explained_on, made.body.what, TransferAct.PLAN)


def _accompanied(body: Transfer, day: date) -> StepLine:
    if not body.accompanied_on and body.not_accompanied_because.strip():
        return StepLine(_("Somebody went along"), Result.NA, None, body.not_accompanied_because, TransferAct.ACCOMPANY)
    return _dated(_("Somebody went along"), body.accompanied_on, day, TransferAct.ACCOMPANY)


def _answered(body: Transfer, day: date) -> StepLine:
    what = _("The other agency")
    if has_come(body.refused_on, day):
        return StepLine(what, Result.FAIL, body.refused_on, body.refused_because, TransferAct.ACCEPT)
    if has_come(body.withdrawn_on, day):
        return StepLine(what, Result.FAIL, body.withdrawn_on, body.withdrawn_because, TransferAct.ACCEPT)
    return _dated(what, body.accepted_on, day, TransferAct.ACCEPT)


def _closed(case: CaseFile, day: date) -> StepLine:
    ended = closure(case)
    here = ended.on if ended is not None and ended.body.reason is ClosureReason.TRANSFER else None
    return _dated(_("Closed here"), here, day, TransferAct.CLOSE)


def _looked(case: CaseFile, body: Transfer) -> StepLine:
    told = [entry for entry in case.of(TakenUp) if body.accepted_on is not None and entry.on >= body.accepted_on]
    if not told:
        return StepLine(_("Asked whether they work with the child"), Result.FAIL, None, "", TransferAct.LOOK)
    last = told[-1]
    done = Result.PASS if last.body.works.value == "yes" else Result.FAIL
    words = f"{last.body.works.label} · {last.body.note}".rstrip(" ·")
    return StepLine(_("Asked whether they work with the child"), done, last.on, words, TransferAct.LOOK)


def _dated(what: str, when: date | None, day: date, act: TransferAct) -> StepLine:
    return StepLine(what, Result.PASS if has_come(when, day) else Result.FAIL, when, "", act)
