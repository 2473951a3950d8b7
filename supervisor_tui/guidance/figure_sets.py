"""What the guidance sets count on a caseload: figures, each set by itself, each programme with its own settings."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.programme import Programme, Standing
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.standing import standing_of
from supervisor_tui.guidance.asking import Asking
from supervisor_tui.guidance.figures import Figure, together
from supervisor_tui.guidance.rules import Rule, RuleKind

__all__ = ["FigureSets"]


class FigureSets:
    """Asks the indicators of each set, each alone; see the host for how sets are found."""

    def __init__(
        self,
        rules: Mapping[tuple[str, RuleKind], tuple[Rule, ...]],
        settings: Callable[[SetId, ProgrammeId | None], Settings],
        asking: Asking,
    ) -> None:
        """Take the rules by set and kind, their settings, and what asks a rule through the guard."""
        self._rules = {SetId(one): asked for (one, kind), asked in rules.items() if kind is RuleKind.INDICATOR}
        self._settings = settings
        self._asking = asking

    def of(self, cases: Iterable[CaseFile], as_of: date) -> tuple[Figure, ...]:
        """Return the figures of every set on the cases for which it is in force; a set with no such case gives none.

        Each programme is asked by itself, because its settings may be its own; counts are added up.
        """
        asked = tuple(cases)
        figures: list[Figure] = []
        for set_id, rules in self._rules.items():
            programmes: dict[ProgrammeId, list[CaseFile]] = {}
            for case in asked:
                if standing_of(case, set_id, as_of).standing is not Standing.OFF:
                    programmes.setdefault(case.programme.id, []).append(case)
            for rule in rules:
                told = [
                    self._asking.figures(rule, tuple(programmes[key]), as_of, self._settings(set_id, key))
                    for key in sorted(programmes)
                ]
                figures += together(figure for some in told for figure in some)
        return tuple(figures)

    def undecided(self, programmes: Iterable[Programme], as_of: date) -> tuple[Figure, ...]:
        """Return the figures that wait for a number of the agency, of the sets in force in these programmes.

        They are asked without any case: what waits for a number waits for it whatever the cases are. One that breaks
        on that is left out; it is heard of when it is asked with cases.
        """
        asking = Asking()
        found: list[Figure] = []
        for programme in programmes:
            for set_id, rules in self._rules.items():
                standing = programme.standing_on(set_id, as_of)
                if standing is not None and standing.standing is not Standing.OFF:
                    settings = self._settings(set_id, programme.id)
                    found += [figure for rule in rules for figure in asking.figures(rule, (), as_of, settings)]
        return tuple(one for one in found if one.unknown and one.missing is not None and one.missing.setting)
