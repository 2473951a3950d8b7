"""The head of a case file: code, age, programme; risk and who carries it; the steps with the present one marked."""

from datetime import date

from textual.content import Content

from supervisor_tui.casework.case_view import CaseView
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.steps import Step
from supervisor_tui.kit.safe_text import content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.days import near_day
from supervisor_tui.wording import _, ngettext

__all__ = ["case_head", "case_title"]

ROOM_FOR_ALL_STEPS = 112
"""Cells that the names of all steps need; on a narrower screen the others stand as their numbers."""


def case_title(view: CaseView) -> str:
    """Return the first line."""
    parts = (view.case.code, view.age_band, view.case.programme.title, view.context, view.status_words)
    return " · ".join(part for part in parts if part)


def case_head(desk: Desk, view: CaseView, width: int) -> Content:
    """Return the two lines below the title, for a screen of so many cells."""
    who = desk.short_name(view.worker) or _("nobody yet")
    carried = content(_("  ·  carried by {who}").format(who=who))
    contact = content("  ·  " + _contact(view, desk.as_of), Tone.QUIET.style)
    opened = _opened_by(view) if width >= ROOM_FOR_ALL_STEPS else content("")
    risk = Content.assemble(_danger(view), _risk(view, desk.as_of), carried, contact, opened)
    return Content("\n").join((risk, _steps(view.step, width)))


def _danger(view: CaseView) -> Content:
    """Say what the registration says of danger, while nobody has acted or assessed the child since."""
    return content(_("DANGER NOW") + "  ", Tone.URGENT.style) if view.in_danger else content("")


def _risk(view: CaseView, today: date) -> Content:
    if view.risk is None:
        return content(_("?  risk level not recorded"), Tone.WARNING.style)
    level = view.risk.level
    words = _("{letter}  risk {level} since {day}").format(
        letter=level.letter if level else "?",
        level=level.title if level else view.risk.entry.body.level,
        day=near_day(view.risk.since, today),
    )
    return content(words, Tone.STRONG.style)


def _contact(view: CaseView, today: date) -> str:
    latest = view.case.latest(FollowUp)
    if latest is None:
        return _("no contact recorded")
    days = (today - latest.on).days
    if days == 0:
        return _("last contact recorded today")
    return ngettext("last contact recorded {n} day ago", "last contact recorded {n} days ago", days).format(n=days)


def _opened_by(view: CaseView) -> Content:
    return content("  ·  " + _("read by {n} in 30 days").format(n=view.opened_by), Tone.QUIET.style)


def _steps(here: Step, width: int) -> Content:
    named = width >= ROOM_FOR_ALL_STEPS
    return Content("  " if named else " ").join(
        content(f" {step.value} {step.label} ", "bold reverse")
        if step is here
        else content(f" {step.value} {step.label} " if named else f" {step.value} ", Tone.QUIET.style)
        for step in Step
    )
