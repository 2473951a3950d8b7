"""Over time the team's meeting looks at every open case."""

from collections.abc import Iterable
from datetime import date

from iag_core.guidance import rules
from iag_core.settings import figure
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@rules.agenda_rule("IAG-MTG-06", title=_("Open cases not talked about for long"), source="004 §3.5; the count is ours")
def not_talked_about_for_long(file: MeetingFile, _as_of: date, settings: Settings) -> Iterable[AgendaLine]:
    """Cases of which nothing was said in the last meetings come up, the urgent ones first."""
    count = figure(settings, "meetings_unspoken")
    if file.meeting.kind is not MeetingKind.MANAGEMENT or len(file.earlier) < count:
        return
    spoken = {code for one in file.earlier[:count] for code in one.spoken}
    words = _("Not talked about in the last {n} meetings").format(n=count)
    for code in file.open_cases:
        if code not in spoken:
            yield AgendaLine(text=words, case=code)
