"""Whole caseloads that move together: every file is looked at, and none goes while one is open."""

from collections.abc import Iterable
from datetime import date

from iag_core.guidance import rules
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.transfers import MayGo, may_go, transfer
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


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


def _batches(cases: tuple[CaseFile, ...], as_of: date) -> dict[str, dict[MayGo, list[CaseCode]]]:
    found: dict[str, dict[MayGo, list[CaseCode]]] = {}
    for case in cases:
        sent = transfer(case, as_of)
        if sent is not None and sent.body.batch.strip():
            state = may_go(case, sent.body, as_of)
            found.setdefault(sent.body.batch.strip(), {one: [] for one in MayGo})[state].append(case.code)
    return dict(sorted(found.items()))
