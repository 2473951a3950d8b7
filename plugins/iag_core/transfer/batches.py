"""Whole caseloads that move together: every file is looked at, and none goes while one is open."""

from collections.abc import Iterable
from datetime import date

from iag_core.agreements import agreed, mandate_on
from iag_core.closing.matrix import transfer
from iag_core.guidance import rules
from iag_core.transfer.checks import consents_for
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import TransferWish
from supervisor_tui.domain.records.consent import ConsentPurpose
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


class MayGo(Choice):
    """Whether one file of a batch may go."""

    VALID = "valid", _("may go")
    NOT_NEEDED = "not_needed", _("may go, no consent needed")
    MISSING = "missing", _("stays, no consent")
    UNKNOWN = "unknown", _("not known whether it may go")


@rules.indicator("IAG-TRF-11", title=_("Cases that move together"), source="004 §3.6")
def cases_that_move_together(cases: tuple[CaseFile, ...], as_of: date, _settings: Settings) -> Iterable[Figure]:
    """When a whole caseload moves, every file is looked at for consent; while one is open, none of them goes."""
    for batch, found in _batches(cases, as_of).items():
        blocked = bool(found[MayGo.UNKNOWN])
        for state, codes in found.items():
            question = ""
            if state is MayGo.UNKNOWN and blocked:
                question = _("What does the consent say? Until that is known, nothing of this batch goes.")
            elif state is MayGo.MISSING and codes:
                question = _("Will child or family be asked, or does the case stay?")
            title = _("batch {batch}: {state}").format(batch=batch, state=state.label)
            yield Figure(title, tuple(codes), slot=f"{batch}.{state.value}", question=question)


def may_go(case: CaseFile, as_of: date) -> MayGo | None:
    """Return whether a file of a batch may go; None for a case that is in no batch.

    A consent for the hand-over that names no agency leaves it open.
    """
    sent = transfer(case)
    if sent is None or not sent.body.batch.strip():
        return None
    if mandate_on(case, as_of) is not None or sent.body.wish is TransferWish.OVERRULED:
        return MayGo.NOT_NEEDED
    if consents_for(case, sent.body.agency, as_of):
        return MayGo.VALID
    blank = [entry for entry in agreed(case, ConsentPurpose.TRANSFER) if not entry.body.agencies]
    return MayGo.UNKNOWN if blank else MayGo.MISSING


def _batches(cases: tuple[CaseFile, ...], as_of: date) -> dict[str, dict[MayGo, list[CaseCode]]]:
    found: dict[str, dict[MayGo, list[CaseCode]]] = {}
    for case in cases:
        state, sent = may_go(case, as_of), transfer(case)
        if state is not None and sent is not None:
            found.setdefault(sent.body.batch.strip(), {one: [] for one in MayGo})[state].append(case.code)
    return dict(sorted(found.items()))
