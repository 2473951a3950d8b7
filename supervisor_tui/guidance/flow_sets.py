"""What the guidance sets in force ask for in the work of closing, handing over and reopening one case."""

from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.standing import standing_of
from supervisor_tui.guidance.asking import Asking
from supervisor_tui.guidance.discovery import LoadedSet
from supervisor_tui.guidance.flows import Flow, FlowReason
from supervisor_tui.guidance.reviews import SetFindings
from supervisor_tui.guidance.rules import Rule, RuleKind

__all__ = ["FlowSets"]


class FlowSets:
    """Asks each set about the work on a case, each alone; see the host for how sets are found."""

    def __init__(
        self,
        loaded: Iterable[LoadedSet],
        settings: Callable[[SetId, ProgrammeId | None], Settings],
        asking: Asking,
    ) -> None:
        """Take the loaded sets, their settings, and what asks a rule through the guard."""
        self._loaded = tuple(loaded)
        self._settings = settings
        self._asking = asking

    def parts(self, case: CaseFile, flow: Flow, as_of: date) -> tuple[SetFindings, ...]:
        """Return what every set in force asks for in a flow, and how it stands.

        Each set by itself: what one asks for is never cancelled by another.
        """
        return self.findings(case, as_of, lambda rule: rule.kind is RuleKind.FLOW_PART and rule.flow is flow)

    def reasons(self, case: CaseFile, flow: Flow, as_of: date) -> tuple[FlowReason, ...]:
        """Return the reasons that the sets in force name for a flow, in their own words."""
        return tuple(
            msgspec.structs.replace(reason, set=SetId(one.id))
            for one in self._loaded
            if standing_of(case, SetId(one.id), as_of).standing is not Standing.OFF
            for reason in one.reasons
            if reason.flow is flow
        )

    def findings(self, case: CaseFile, as_of: date, wanted: Callable[[Rule], bool]) -> tuple[SetFindings, ...]:
        """Return what every set in force answers to the rules that are wanted, each by itself."""
        found = []
        for one in self._loaded:
            standing = standing_of(case, SetId(one.id), as_of)
            if one.guidance is None or standing.standing is Standing.OFF:
                continue
            settings = self._settings(SetId(one.id), case.programme.id)
            checks = tuple(self._asking.check(rule, case, as_of, settings) for rule in one.rules if wanted(rule))
            found.append(SetFindings(one.guidance, standing, checks))
        return tuple(found)
