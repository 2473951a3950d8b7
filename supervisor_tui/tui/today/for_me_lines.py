"""The lines of what waits for the person at the desk: what to sign, hand-overs to go on with, forms that were begun."""

from collections.abc import Iterable
from datetime import date

from supervisor_tui.casework.caseload import CaseLine
from supervisor_tui.casework.waiting_for_me import ForMe, HandOverLine
from supervisor_tui.kit.columns import Cell
from supervisor_tui.tui.days import day_and_hour, near_day
from supervisor_tui.tui.record_form.kept_drafts import KeptDraft
from supervisor_tui.tui.today.lines_of_meetings import meeting_due_line
from supervisor_tui.tui.today.today_lines import TodayLine, risk_cell
from supervisor_tui.tui.ways_on import OpenClosing, OpenTransfer
from supervisor_tui.wording import _, ngettext

__all__ = ["draft_line", "for_me_lines", "for_me_words"]


def for_me_lines(waiting: ForMe, today: date) -> Iterable[TodayLine]:
    """Return what waits, what is to be signed first."""
    yield from (_closing(line, today) for line in waiting.closings)
    sign, go_on = _("hand-over to {agency} to sign"), _("hand-over to {agency}: {step}")
    yield from (_hand_over(one, sign) for one in waiting.to_sign)
    yield from (_hand_over(one, go_on) for one in waiting.hand_overs)
    yield from (meeting_due_line(line, today) for line in waiting.minutes)


def for_me_words(waiting: ForMe, begun: int) -> str:
    """Say how many of each kind wait, so that none is hidden behind the others; begun: forms that were not saved."""
    counted = (
        (begun, ngettext("{n} form begun", "{n} forms begun", begun)),
        (len(waiting.closings), ngettext("{n} closing to sign", "{n} closings to sign", len(waiting.closings))),
        (len(waiting.to_sign), ngettext("{n} hand-over to sign", "{n} hand-overs to sign", len(waiting.to_sign))),
        (len(waiting.hand_overs), _("{n} to hand over")),
        (len(waiting.minutes), ngettext("{n} minutes to approve", "{n} minutes to approve", len(waiting.minutes))),
    )
    return " · ".join(words.format(n=n) for n, words in counted if n)


def _closing(line: CaseLine, today: date) -> TodayLine:
    """Return a closing that waits for a signature."""
    asked = near_day(date.fromisoformat(line.summary.closing), today)
    return TodayLine(
        key=f"closing/{line.summary.case}",
        letter=risk_cell(line.summary.risk_letter, line.summary.risk_rank),
        case=line.summary.case,
        what=_("closing to sign, asked for {day}").format(day=asked),
        who=line.worker_name,
        way=OpenClosing(line.summary.case),
    )


def _hand_over(one: HandOverLine, words: str) -> TodayLine:
    summary = one.line.summary
    return TodayLine(
        key=f"hand-over/{summary.case}",
        letter=risk_cell(summary.risk_letter, summary.risk_rank),
        case=summary.case,
        what=words.format(agency=one.agency, step=one.step.label),
        who=one.line.worker_name,
        way=OpenTransfer(summary.case),
    )


def draft_line(draft: KeptDraft, title: str, today: date) -> TodayLine:
    """Return a form that was begun and not saved."""
    place = draft.place
    return TodayLine(
        key=f"draft/{place.name}",
        case=place.case or None,
        what=_("{form}: begun, not saved").format(form=title if place.case else _("New case")),
        when=Cell(day_and_hour(draft.at, today)),
        draft=place,
    )
