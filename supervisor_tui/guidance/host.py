"""The host: asks every installed guidance set, each alone, and keeps what went wrong where it can be seen."""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import ProgrammeId, RuleId, SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.domain.settings import AgencyValue, Setting, Settings, settings_for
from supervisor_tui.domain.standing import standing_of
from supervisor_tui.guidance.asking import Asking
from supervisor_tui.guidance.discovery import Candidate, LoadedSet, installed, load
from supervisor_tui.guidance.figure_sets import FigureSets
from supervisor_tui.guidance.findings import Finding
from supervisor_tui.guidance.flow_sets import FlowSets
from supervisor_tui.guidance.guard import Fault, guarded, wrong_type
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.kinds import RecordKinds
from supervisor_tui.guidance.library import Library, Page
from supervisor_tui.guidance.meeting_sets import MeetingSets
from supervisor_tui.guidance.panels import CaseScreenSource, Panel, PanelSource, ScreenSource
from supervisor_tui.guidance.reviews import SetDue, SetFindings, SetReview, not_installed, review
from supervisor_tui.guidance.rules import Rule, RuleKind
from supervisor_tui.wording import _


class PluginReport(msgspec.Struct, frozen=True):
    """One line of the Plugins screen. version is "" and rules 0 for a set that could not be loaded."""

    id: str
    title: str
    version: str
    rules: int
    faults: tuple[Fault, ...]
    kind: str = "code"


class PluginHost:
    """The guidance sets of this installation, with the agency's own settings.

    Faults that happen while sets are asked are kept, each once, for the Plugins screen.
    """

    def __init__(self, loaded: Iterable[LoadedSet], agency_values: Iterable[AgencyValue] = ()) -> None:
        """Take the loaded sets, in any order, and the agency's own values; see `discover` for the usual way."""
        self._loaded = {one.id: one for one in sorted(loaded, key=lambda one: one.id)}
        self._rules = {
            (one.id, kind): tuple(rule for rule in one.rules if rule.kind is kind)
            for one in self._loaded.values()
            for kind in RuleKind
        }
        self._asking = Asking()
        self._settings: dict[tuple[SetId, ProgrammeId | None], Settings] = {}
        self._agency_values = tuple(agency_values)
        self.meetings = MeetingSets(lambda: self.sets, self._rules, self.settings, self._asking)
        self.flows = FlowSets(self._loaded.values(), self.settings, self._asking)
        self.figures = FigureSets(self._rules, self.settings, self._asking)
        self.kinds = RecordKinds(kind for one in self._loaded.values() for kind in one.kinds)
        self.pages: tuple[Page, ...] = tuple(page for one in self._loaded.values() for page in one.pages)
        self.case_screens: tuple[tuple[SetId, CaseScreenSource], ...] = tuple(
            (SetId(one.id), screen) for one in self._loaded.values() for screen in one.case_screens
        )
        self.library = Library(self.pages, self.rules())

    @classmethod
    def discover(
        cls,
        disabled: Collection[str] = (),
        agency_values: Iterable[AgencyValue] = (),
        candidates: Iterable[Candidate] | None = None,
    ) -> "PluginHost":
        """Load every installed set but the disabled ones; `candidates` stands in for the installed ones in tests."""
        return cls(load(installed() if candidates is None else candidates, disabled), agency_values)

    def with_agency_values(self, agency_values: Iterable[AgencyValue]) -> "PluginHost":
        """Return a host of the same sets that reads other values of the agency."""
        return PluginHost(self._loaded.values(), agency_values)

    @property
    def sets(self) -> tuple[GuidanceSet, ...]:
        """The sets that could be loaded, by id."""
        return tuple(one.guidance for one in self._loaded.values() if one.guidance is not None)

    def set(self, set_id: SetId) -> GuidanceSet | None:
        """Return a set, or None where it is not installed or could not be loaded."""
        one = self._loaded.get(set_id)
        return one.guidance if one else None

    def rules(self) -> tuple[Rule, ...]:
        """Return every registered rule, set by set in the set's own order."""
        return tuple(rule for one in self._loaded.values() for rule in one.rules)

    def rule(self, rule_id: RuleId) -> Rule | None:
        """Return a rule by its id, or None."""
        return next((rule for rule in self.rules() if rule.id == rule_id), None)

    def declared_settings(self) -> tuple[tuple[SetId, Setting], ...]:
        """Return every declared setting with the set that reads it."""
        return tuple((SetId(one.id), setting) for one in self._loaded.values() for setting in one.settings)

    def settings(self, set_id: SetId, programme: ProgrammeId | None) -> Settings:
        """Return a set's settings as they hold for a programme."""
        key = (set_id, programme)
        if key not in self._settings:
            declared = self._loaded[set_id].settings if set_id in self._loaded else ()
            self._settings[key] = settings_for(set_id, declared, self._agency_values, programme)
        return self._settings[key]

    def panels(self, set_id: SetId) -> tuple[PanelSource, ...]:
        """Return a set's tabs of the case file."""
        return self._loaded[set_id].panels if set_id in self._loaded else ()

    def screens(self) -> tuple[tuple[SetId, ScreenSource], ...]:
        """Return the screens that sets bring, with the set that brings each."""
        return tuple((SetId(one.id), screen) for one in self._loaded.values() for screen in one.screens)

    def reports(self) -> tuple[PluginReport, ...]:
        """Return what there is to say of each set, with every fault seen so far."""
        return tuple(
            PluginReport(
                one.id,
                one.guidance.title if one.guidance else one.id,
                one.guidance.version if one.guidance else "",
                len(one.rules),
                one.faults + tuple(fault for fault in self._asking.faults if fault.plugin == one.id),
            )
            for one in self._loaded.values()
        )

    def review_closing(self, case: CaseFile, as_of: date, *, in_force_only: bool = False) -> tuple[SetReview, ...]:
        """Return what every set says about closing the case, deciding sets first, those not in force last.

        A set that is in force here but not installed is listed as unknown. in_force_only: leave the others unasked.
        """
        reviews = [
            self._review_of(one, case, as_of)
            for one in self._loaded.values()
            if one.guidance is not None
            and not (in_force_only and standing_of(case, SetId(one.id), as_of).standing is Standing.OFF)
        ]
        asked = {found.set.id for found in reviews}
        for set_id in _sets_named(case):
            standing = standing_of(case, set_id, as_of)
            if set_id not in asked and standing.standing is not Standing.OFF:
                reviews.append(not_installed(set_id, standing))
        order = list(Standing)
        return tuple(sorted(reviews, key=lambda found: (order.index(found.standing.standing), found.set.id)))

    def case_checks(
        self, case: CaseFile, as_of: date, *, only: Collection[RuleId] | None = None
    ) -> tuple[SetFindings, ...]:
        """Return what every set in force for the case says of its file as it stands, each check by itself.

        only: ask just these rules.
        """
        return self.flows.findings(
            case, as_of, lambda rule: rule.kind is RuleKind.CASE_CHECK and (only is None or rule.id in only)
        )

    def due_items(self, case: CaseFile, as_of: date) -> tuple[SetDue, ...]:
        """Return the due items of every set in force for the case, each with its rule's id.

        A set that is in force here but cannot be asked is one item: not known.
        """
        found = []
        for one in self._loaded.values():
            standing = standing_of(case, SetId(one.id), as_of)
            if standing.standing is Standing.OFF:
                continue
            settings = self.settings(SetId(one.id), case.programme.id)
            items = [
                item
                for rule in self._rules[one.id, RuleKind.SCHEDULE]
                for item in self._asking.due(rule, case, as_of, settings)
            ]
            if one.guidance is None:
                items = [_cannot_be_asked(one.id)]
            found.append(SetDue(SetId(one.id), standing, tuple(items)))
        loaded = {done.set for done in found} | set(self._loaded)
        for set_id in _sets_named(case):
            standing = standing_of(case, set_id, as_of)
            if set_id not in loaded and standing.standing is not Standing.OFF:
                found.append(SetDue(set_id, standing, (_cannot_be_asked(set_id),)))
        return tuple(found)

    def check_draft(self, case: CaseFile, draft: RecordBody, on: date) -> tuple[Finding, ...]:
        """Return what the sets in force find in a record about to be saved, refusals first."""
        found: list[Finding] = []
        for one in self._loaded.values():
            if standing_of(case, SetId(one.id), on).standing is Standing.OFF:
                continue
            settings = self.settings(SetId(one.id), case.programme.id)
            for rule in self._rules[one.id, RuleKind.VALIDATOR]:
                findings = self._asking.values(rule, Finding, case, draft, on, settings) or ()
                found.extend(msgspec.structs.replace(finding, rule=rule.id, set=rule.set) for finding in findings)
        return tuple(sorted(found, key=lambda finding: finding.severity.value != "refuse"))

    def panel(
        self, set_id: SetId, source: PanelSource | CaseScreenSource, case: CaseFile, as_of: date
    ) -> Panel | Fault:
        """Return the picture that a set draws of the case, or the fault it ended in."""
        settings = self.settings(set_id, case.programme.id)
        drawn: object = guarded(set_id, source.title, source.draw, case, as_of, settings)
        if isinstance(drawn, Panel):
            return drawn
        return self._asking.kept(
            drawn if isinstance(drawn, Fault) else wrong_type(set_id, source.title, drawn, "a panel")
        )

    def tell(self, record: Record) -> None:
        """Tell the set that declared a record's kind that it was saved."""
        one = self._loaded.get(record.kind.partition(".")[0])
        if one is not None and one.manager is not None:
            said = guarded(one.id, "after_record", one.manager.hook.after_record, record=record)
            if isinstance(said, Fault):
                self._asking.kept(said)

    def _review_of(self, one: LoadedSet, case: CaseFile, as_of: date) -> SetReview:
        assert one.guidance is not None
        settings = self.settings(SetId(one.id), case.programme.id).noting()
        checks = [
            self._asking.check(rule, case, as_of, settings) for rule in self._rules[one.id, RuleKind.CLOSURE_CHECK]
        ]
        found = review(one.guidance, standing_of(case, SetId(one.id), as_of), checks)
        return msgspec.structs.replace(found, settings_read=settings.read)


def _cannot_be_asked(set_id: str) -> DueItem:
    title = _("what {guidance} asks for").format(guidance=set_id)
    reason = _("{guidance} is in force here but could not be loaded, so nobody can say what is due.")
    return DueItem(title, slot=set_id, unknown=reason.format(guidance=set_id))


def _sets_named(case: CaseFile) -> tuple[SetId, ...]:
    programme = [entry.set for entry in case.programme.sets]
    try:
        own = [entry.body.set for entry in case.of(GuidanceForCase)]
    except UnreadableRecordError:
        own = []
    return tuple(dict.fromkeys(programme + own))
