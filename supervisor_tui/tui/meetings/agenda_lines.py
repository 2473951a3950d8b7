"""The agenda on a meeting's page, and the cases that are proposed while it has none."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.store.rows import CaseSummary
from supervisor_tui.tui.meetings.front import Front
from supervisor_tui.tui.meetings.page_lines import PageGroup, PageLine
from supervisor_tui.wording import _

__all__ = ["agenda_group", "proposed_groups"]


def proposed_groups(front: Front) -> tuple[PageGroup, ...]:
    """Return the cases that want discussing, each with the reason; nothing where the agenda has cases."""
    if not front.proposed:
        return ()
    lines = [PageLine(f"proposed/{one.case}", one.case, one.reason, case=one.case) for one in front.proposed]
    note = _("Enter takes one, F3 is the round of every open case")
    return (PageGroup("proposed", _("PROPOSED"), lines, count=len(lines), note=note, first=8),)


def agenda_group(desk: Desk, front: Front) -> PageGroup:
    """Return the points about the case in front; for the meeting as a whole also each case, to go there."""
    meeting = front.meeting
    points = [
        PageLine(
            f"agenda/{place}", line.case or "", line.text, case=line.case, rule=RuleId(line.rule) if line.rule else None
        )
        for place, line in enumerate(meeting.agenda)
        if front.case is None or line.case in {front.case, None}
    ]
    cases = _cases_without_a_point(desk, front, {line.case for line in points}) if front.case is None else []
    count = len(points) + len(cases)
    return PageGroup("agenda", _("AGENDA"), [*cases, *points], count=count, folded=bool(front.lines), first=12)


def _cases_without_a_point(desk: Desk, front: Front, told: set[CaseCode | None]) -> list[PageLine]:
    return [
        PageLine(f"case/{code}", code, _case_words(desk, desk.store.summaries.of(code)), case=code)
        for code in front.meeting.cases
        if code not in told
    ]


def _case_words(desk: Desk, summary: CaseSummary | None) -> str:
    if summary is None:
        return ""
    who = desk.short_name(summary.worker) or _("nobody")
    return "  ".join(part for part in (summary.risk_letter, who, summary.age_band) if part)
