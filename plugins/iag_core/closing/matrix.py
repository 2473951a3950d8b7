"""Which checks are asked for which main reason: the closure matrix of the guidelines (004 §3.6), in one table.

A check that is only shown answers "does not apply" and says what it found; so nothing is hidden and nothing blocks.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from inspect import unwrap

import msgspec

from iag_core.seen import seen_on
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.closing import ClosureReason, ClosureRequest
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closing_request, closure
from supervisor_tui.domain.transfers import transfer
from supervisor_tui.guidance.rules import ClosureCheck
from supervisor_tui.wording import _


class Asked(Choice):
    """What a check counts for under a main reason."""

    REQUIRED = "required", _("must be in order")
    SHOWN = "shown", _("shown, does not stand in the way")
    IF_TRANSFERRED = "if_transferred", _("must be in order if the case is also handed over")


GOALS_MET, ENDED, TRANSFER = ClosureReason.GOALS_MET, ClosureReason.ENDED_BY_FAMILY, ClosureReason.TRANSFER
TURNED_18, AFTER_INITIAL = ClosureReason.TURNED_18, ClosureReason.AFTER_INITIAL
DEATH = ClosureReason.DEATH

IN_A_TRANSFER: Mapping[ClosureReason, Asked] = {
    TRANSFER: Asked.REQUIRED,
    TURNED_18: Asked.IF_TRANSFERRED,
    AFTER_INITIAL: Asked.IF_TRANSFERRED,
}
"""The checks of a hand-over: for that reason, and for two others where the case is also handed over."""

LAST_LOOK: Mapping[ClosureReason, Asked] = dict.fromkeys((GOALS_MET, ENDED, TURNED_18), Asked.REQUIRED)
"""What the page on follow-up advises before closing: not after a death, a hand-over or the first assessment."""

MATRIX: Mapping[str, Mapping[ClosureReason, Asked]] = {
    "IAG-CLS-03": {GOALS_MET: Asked.REQUIRED, TURNED_18: Asked.SHOWN},
    "IAG-CLS-04": {GOALS_MET: Asked.REQUIRED, ENDED: Asked.REQUIRED, TURNED_18: Asked.SHOWN},
    "IAG-CLS-05": {GOALS_MET: Asked.REQUIRED, TURNED_18: Asked.SHOWN},
    "IAG-CLS-06": {GOALS_MET: Asked.REQUIRED, AFTER_INITIAL: Asked.REQUIRED, TURNED_18: Asked.SHOWN},
    "IAG-CLS-07": {ENDED: Asked.REQUIRED},
    "IAG-CLS-08": {TURNED_18: Asked.REQUIRED},
    "IAG-CLS-10": {GOALS_MET: Asked.REQUIRED, TURNED_18: Asked.SHOWN},
    "IAG-CLS-11": {GOALS_MET: Asked.REQUIRED, TURNED_18: Asked.SHOWN},
    "IAG-CLS-12": {
        GOALS_MET: Asked.REQUIRED,
        AFTER_INITIAL: Asked.REQUIRED,
        ENDED: Asked.SHOWN,
        TURNED_18: Asked.SHOWN,
        TRANSFER: Asked.REQUIRED,
    },
    "IAG-CLS-19": {DEATH: Asked.REQUIRED},
    "IAG-CLS-20": {DEATH: Asked.REQUIRED},
    "IAG-CLS-21": {DEATH: Asked.REQUIRED},
    "IAG-CLS-29": {
        GOALS_MET: Asked.REQUIRED,
        ENDED: Asked.REQUIRED,
        TURNED_18: Asked.REQUIRED,
        AFTER_INITIAL: Asked.REQUIRED,
    },
    "IAG-CLS-30": {AFTER_INITIAL: Asked.REQUIRED},
    "IAG-TRF-01": IN_A_TRANSFER,
    "IAG-TRF-02": IN_A_TRANSFER,
    "IAG-TRF-03": IN_A_TRANSFER,
    "IAG-TRF-04": IN_A_TRANSFER,
    "IAG-TRF-05": {**IN_A_TRANSFER, ENDED: Asked.IF_TRANSFERRED},
    "IAG-TRF-06": IN_A_TRANSFER,
    "IAG-TRF-07": IN_A_TRANSFER,
    "IAG-TRF-08": IN_A_TRANSFER,
    "IAG-TRF-09": IN_A_TRANSFER,
    "IAG-TRF-10": IN_A_TRANSFER,
    "FU-03": LAST_LOOK,
    "FU-15": LAST_LOOK,
    "FU-16": LAST_LOOK,
    "FU-17": LAST_LOOK,
    "FU-18": LAST_LOOK,
    "FU-22": LAST_LOOK,
    "FU-23": LAST_LOOK,
    "FU-24": LAST_LOOK,
}
"""For each check the reasons that ask for it; it does not apply to the others. Sign-off is asked for always."""


def closing_day(case: CaseFile, as_of: date) -> date:
    """Return the day of the closing, or for an open case the day for which the question is asked."""
    closed = closure(case)
    return closed.on if closed else as_of


def main_reason(case: CaseFile) -> ClosureReason | None:
    """Return the main reason of the closing, else that of the request, else None."""
    closed, asked = closure(case), closing_request(case)
    if closed is not None:
        return closed.body.reason
    return asked.body.reason if asked else None


def by_reason(rule: str) -> Callable[[ClosureCheck], ClosureCheck]:
    """Return a decorator by which a check is asked as the matrix says for this rule.

    The check itself reads the case file as it stood on the day of closing.
    """
    row = MATRIX[rule]

    def asking(check: ClosureCheck) -> ClosureCheck:
        @wraps(check)
        def asked(case: CaseFile, as_of: date, settings: Settings) -> Answer:
            seen = seen_on(case, as_of)
            reason, day = main_reason(seen), closing_day(seen, as_of)
            if reason is None or reason is ClosureReason.OTHER:
                return not_to_be_told(reason)
            if reason not in row:
                return Answer.does_not_apply(
                    _("Not asked when the main reason is “{reason}”.").format(reason=reason.label)
                )
            if row[reason] is Asked.IF_TRANSFERRED and transfer(seen, day) is None:
                return Answer.does_not_apply(_("The case is not handed over to another agency."))
            return _counted(row[reason], reason, check(seen_on(seen, day), day, settings))

        return asked

    return asking


def whatever_the_reason(check: ClosureCheck) -> ClosureCheck:
    """Return a check as a flow of its own asks it: of the case as it stands, whether or not closing is asked for."""
    plain: ClosureCheck = unwrap(check)

    @wraps(check)
    def asked(case: CaseFile, as_of: date, settings: Settings) -> Answer:
        return plain(seen_on(case, as_of), as_of, settings)

    return asked


def not_to_be_told(reason: ClosureReason | None) -> Answer:
    """Say that nobody can tell what is asked, for the main reason is not known or not one of the guidelines'."""
    missing = Missing(record=ClosureRequest.KIND, field="reason")
    if reason is None:
        return Answer.unknown(
            _("The main reason for closing is not recorded, so nobody can say whether this is asked."), missing=missing
        )
    return Answer.unknown(_("The guidelines do not say what is asked for another reason."), missing=missing)


def _counted(how: Asked, reason: ClosureReason, found: Answer) -> Answer:
    if how is not Asked.SHOWN:
        return found
    words = _("Does not stand in the way when the main reason is “{reason}”. Shown: {found}")
    shown = Answer.does_not_apply(words.format(reason=reason.label, found=found.reason), *found.facts)
    return msgspec.structs.replace(shown, missing=found.missing)
