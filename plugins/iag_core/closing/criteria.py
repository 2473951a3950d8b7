"""The agency's own written criteria for closing."""

from collections.abc import Iterable
from datetime import date

from iag_core.closing.matrix import closing_day
from iag_core.days_in_settings import day_in
from iag_core.guidance import rules
from iag_core.seen import seen_on
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.closing import Closure
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.note import MeetingDecision
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

rules.declared("IAG-CLS-01", kind=RuleKind.CHECKLIST, title=_("Written criteria for closing"), source="004 §3.6")


@rules.closure_check(
    "IAG-CLS-01", title=_("Own criteria for closing are in force"), source="004 §3.6", strength=Strength.WARNS
)
def own_criteria_are_in_force(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """The agency writes down exactly when it closes. Until then the checks run on what the guidance says."""
    day, since = closing_day(seen_on(case, as_of), as_of), day_in(settings, "closing_criteria_since")
    version = (settings.word("closing_criteria") or "").strip()
    key = "closing_criteria_since" if version else "closing_criteria"
    if not version or since is None or since > day:
        return Answer.unknown(
            _("No criteria of the agency's own were in force on that day; the checks read the guidance alone."),
            missing=Missing(setting=settings.full_key(key)),
        )
    return Answer.passes(_("The agency's criteria are in force: {version}.").format(version=version))


@rules.validator("IAG-CLS-28", title=_("The meeting decided on this case"), source="004 §3.5; derived")
def the_meeting_decided_on_this_case(
    case: CaseFile, draft: RecordBody, _on: date, _settings: Settings
) -> Iterable[Finding]:
    """A closing that names a meeting points at minutes in which this case was decided on."""
    if isinstance(draft, Closure) and draft.meeting and not _decided_in(case, draft.meeting):
        words = _("The minutes of {meeting} hold no decision on this case.")
        yield Finding(Severity.WARN, words.format(meeting=draft.meeting), "meeting")


def _decided_in(case: CaseFile, meeting: str) -> bool:
    return any(entry.body.meeting == meeting for entry in case.of(MeetingDecision))
