"""The groups of Today, in the order in which to act; what can wait is folded away with its count."""

from collections.abc import Iterable, Sequence

from supervisor_tui.casework.caseload import WorkerLoad
from supervisor_tui.casework.due_list import DueLine
from supervisor_tui.casework.today import MissingFact, Today
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.tui.today.for_me_lines import for_me_lines, for_me_words
from supervisor_tui.tui.today.lines_of_meetings import meeting_due_line, meeting_line
from supervisor_tui.tui.today.opened_lines import opened_line
from supervisor_tui.tui.today.today_lines import (
    INTAKE_ASKED_HOURS,
    INTAKE_MOST_HOURS,
    TodayLine,
    due_line,
    entries_by_worker,
    intake_line,
    last_entry,
    names_by_worker,
    team_line,
    told_line,
    weeks_note,
)
from supervisor_tui.wording import _, ngettext

__all__ = ["NOTHING", "today_groups"]

NOTHING = "nothing"
"""The key of the heading over the missing facts; each fact's group has it before its own words."""

FIRST_LINES = 7
"""Lines of ACT NOW before "more"."""

FIRST_FOR_ME = 4
"""Lines of FOR ME before "more"; where there is more, the heading says of what kinds."""

Groups = tuple[Group[TodayLine], ...]


def today_groups(page: Today, begun: Sequence[TodayLine], *, by_worker: bool, bar: str) -> Groups:
    """Return the page with the forms that were begun.

    by_worker: put what is late under each caseworker. bar: the sign that the bars of the team are drawn with.
    """
    late = _late_by_worker(page) if by_worker else _late_together(page)
    groups = (
        _intakes(page),
        *late,
        _for_me(page, begun),
        _of_meetings(page),
        _told(page),
        *_nothing_recorded(page),
        _actions_late(page),
        _week(page),
        _team(page, bar),
        _opened_by_others(page),
    )
    return tuple(group for group in groups if group is not None)


def _intakes(page: Today) -> Group[TodayLine] | None:
    if not page.intakes:
        return None
    danger_first = sorted(page.intakes, key=lambda intake: not intake.line.summary.urgent)
    lines = tuple(intake_line(intake) for intake in danger_first)
    note = _("to give to somebody; {asked} h asked, {most} h at most").format(
        asked=INTAKE_ASKED_HOURS, most=INTAKE_MOST_HOURS
    )
    not_agreed = sum(1 for intake in page.intakes if intake.line.summary.worker)
    if not_agreed:
        note += " · " + _("{n} not agreed on record").format(n=not_agreed)
    return Group("new", _("NEW"), lines, count=len(lines), note=note, first=4)


def _late_together(page: Today) -> Groups:
    lines = _due_lines(page, page.act_now)
    note = _postponed(page) if lines else " · ".join(filter(None, (_nothing_late(page), _postponed(page))))
    return (Group("late", _("ACT NOW"), lines, count=len(lines), note=note, tone=_urgent_if(lines), first=FIRST_LINES),)


def _nothing_late(page: Today) -> str:
    """Say how to begin where there is no case; elsewhere, that nothing is late on record."""
    has_cases = page.intakes or any(load.cases for load in page.team)
    return _("nothing recorded as late") if has_cases else _("no open case; n registers one")


def _late_by_worker(page: Today) -> Groups:
    held: dict[PersonCode | None, list[DueLine]] = {load.worker: [] for load in page.team}
    for line in page.act_now:
        held.setdefault(line.row.worker, []).append(line)
    loads = {load.worker: load for load in page.team}
    return tuple(
        _of_worker(page, loads.get(worker) if worker else None, worker, tuple(lines))
        for worker, lines in held.items()
        if lines
    )


def _of_worker(
    page: Today, load: WorkerLoad | None, worker: PersonCode | None, late: tuple[DueLine, ...]
) -> Group[TodayLine]:
    name = load.name if load else (worker or _("nobody"))
    note = _("late · {entry}").format(entry=last_entry(load.last_entry, page.as_of)) if load else _("late")
    return Group(f"late/{worker}", name, _due_lines(page, late), count=len(late), note=note, first=FIRST_LINES)


def _for_me(page: Today, begun: Sequence[TodayLine]) -> Group[TodayLine] | None:
    lines = (*begun, *for_me_lines(page.for_me, page.as_of))
    note = for_me_words(page.for_me, len(begun)) if len(lines) > FIRST_FOR_ME else ""
    return Group("mine", _("FOR ME"), lines, count=len(lines), note=note, first=FIRST_FOR_ME) if lines else None


def _actions_late(page: Today) -> Group[TodayLine] | None:
    if not page.actions_late:
        return None
    lines = _due_lines(page, page.actions_late)
    note = _("agreed in plans and meetings; Enter says how one stands")
    return Group("actions", _("ACTIONS LATE"), lines, count=len(lines), note=note, folded=True)


def _of_meetings(page: Today) -> Group[TodayLine] | None:
    if not page.of_meetings:
        return None
    lines = tuple(meeting_due_line(line, page.as_of) for line in page.of_meetings)
    is_late = any(line.is_late for line in page.of_meetings)
    tone = Tone.URGENT if is_late else Tone.STRONG
    return Group("meetings", _("MEETINGS"), lines, count=len(lines), tone=tone, first=4)


def _told(page: Today) -> Group[TodayLine] | None:
    lines = tuple(told_line(line) for line in page.told)
    return Group("told", _("FORMS OUTSTANDING"), lines, count=len(lines), first=3) if lines else None


def _nothing_recorded(page: Today) -> Groups:
    """Return the heading, which unfolds all, and a folded group for each missing fact with a line a case."""
    if not page.nothing_recorded:
        return ()
    cases = len({line.row.case for missing in page.nothing_recorded for line in missing.lines})
    note = ngettext("case; grouped by what is missing", "cases; grouped by what is missing", cases)
    return (
        Group(NOTHING, _("NOTHING RECORDED"), count=cases, note=note),
        *(_fact(page, missing) for missing in page.nothing_recorded),
    )


def _fact(page: Today, missing: MissingFact) -> Group[TodayLine]:
    first_of_case = {line.row.case: line for line in reversed(missing.lines)}
    lines = _due_lines(page, reversed(first_of_case.values()))
    return Group(
        f"{NOTHING}/{missing.fact}",
        missing.fact,
        lines,
        count=len(lines),
        mark=Result.UNKNOWN,
        tone=Tone.PLAIN,
        folded=True,
    )


def _week(page: Today) -> Group[TodayLine] | None:
    lines = (*(meeting_line(one, page.as_of) for one in page.meetings), *_due_lines(page, page.this_week))
    if not lines:
        return None
    return Group("week", _("THIS WEEK"), lines, note=weeks_note(page), folded=True)


def _opened_by_others(page: Today) -> Group[TodayLine] | None:
    if not page.opened_by_others:
        return None
    lines = tuple(opened_line(one, page.as_of) for one in page.opened_by_others)
    note = _("files of yours that somebody else opened in the last 7 days, and why")
    return Group("opened", _("OPENED BY OTHERS"), lines, count=len(lines), note=note, first=2)


def _team(page: Today, bar: str) -> Group[TodayLine] | None:
    if not page.team:
        return None
    most = max(load.cases for load in page.team)
    lines = tuple(team_line(load, most, bar, page.as_of) for load in page.team)
    return Group("team", _("TEAM"), lines, note=_("open cases; how many of them have something late"))


def _due_lines(page: Today, found: Iterable[DueLine]) -> tuple[TodayLine, ...]:
    names, entries = names_by_worker(page.team), entries_by_worker(page.team, page.as_of)
    return tuple(due_line(line, names, entries, page.as_of) for line in found)


def _postponed(page: Today) -> str:
    if not page.postponed:
        return ""
    return ngettext("{n} more put off", "{n} more put off", page.postponed).format(n=page.postponed)


def _urgent_if(lines: tuple[TodayLine, ...]) -> Tone:
    return Tone.URGENT if lines else Tone.STRONG
