"""The agency's own written criteria for closing."""

from collections.abc import Iterable
from datetime import date

from iag_core.closing.matrix import closing_day
from iag_core.days_in_settings import day_in
from iag_core.guidance import rules
from iag_core.problems import Problem, record_check
from iag_core.seen import seen_on
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.closing import Closure
from supervisor_tui.domain.records.note import MeetingDecision
from supervisor_tui.domain.settings import Settings
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


def closings_that_name_a_meeting(case: CaseFile) -> tuple[Entry[Closure], ...]:
    """Return the closings that were decided in a meeting."""
    return tuple(entry for entry in case.of(Closure) if entry.body.meeting)


@record_check(
    "IAG-CLS-28",
    Closure,
    title=_("The meeting decided on this case"),
    source="004 §3.5; derived",
    nothing=_("No closing names a meeting."),
    fine=_("The minutes of the meeting hold a decision on this case."),
    strength=Strength.WARNS,
    chosen=closings_that_name_a_meeting,
)
def the_meeting_decided_on_this_case(
    case: CaseFile, body: Closure, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """A closing that names a meeting points at minutes in which this case was decided on."""
    if body.meeting and not _decided_in(case, body.meeting):
        words = _("The minutes of {meeting} hold no decision on this case.")
        yield Problem(words.format(meeting=body.meeting), "meeting")


def _decided_in(case: CaseFile, meeting: str) -> bool:
    return any(entry.body.meeting == meeting for entry in case.of(MeetingDecision))
