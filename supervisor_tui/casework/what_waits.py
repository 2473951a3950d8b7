"""What waits for each number that the agency has not decided: in its cases, its meetings and its figures."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

import msgspec

from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.meetings.diaries import diaries
from supervisor_tui.casework.meetings.meeting_needs import meeting_needs
from supervisor_tui.casework.waits import waiting_checks
from supervisor_tui.domain.meetings.kinds import MeetingState
from supervisor_tui.domain.settings import UsedFor
from supervisor_tui.store.rows import Wait

__all__ = ["Waiting", "what_waits"]


class Waiting(msgspec.Struct, frozen=True):
    """What waits for a number that nobody decided: the titles of the rules, how many of them, and in how many cases.

    cases: 0 where only a meeting or a figure waits.
    """

    titles: tuple[str, ...]
    cases: int


def what_waits(desk: Desk) -> Mapping[str, Waiting]:
    """Return what waits for each undecided setting, by its full key; cases are counted from the stored rows."""
    titles: dict[str, str] = {one.value: one.label for one in UsedFor}
    titles |= {rule.id: rule.title for rule in desk.host.rules()}
    named: dict[str, dict[str, None]] = {}
    cases: dict[str, int] = {}
    for waits, count in desk.store.waiting_rows.counts():
        for key in {one.setting for one in waits}:
            cases[key] = cases.get(key, 0) + count
        for one in waits:
            named.setdefault(one.setting, {})[titles.get(one.what, one.what)] = None
    for one in (*_of_meetings(desk), *_of_figures(desk)):
        named.setdefault(one.setting, {})[titles.get(one.what, one.what)] = None
    return {key: Waiting(tuple(held), cases.get(key, 0)) for key, held in named.items()}


def _of_meetings(desk: Desk) -> Iterator[Wait]:
    """Give what falls due about meetings, and the checks of those that are not over."""
    for diary in diaries(desk):
        for asked in desk.host.meetings.due(diary, desk.as_of):
            for item in asked.items:
                if item.unknown and item.missing is not None and item.missing.setting:
                    yield Wait(item.missing.setting, item.rule)
    for meeting in desk.store.meetings.all():
        if meeting.state is not MeetingState.CLOSED:
            with suppress(NoSuchCaseError):
                findings = meeting_needs(desk, meeting).findings
                yield from waiting_checks(check for one in findings for check in one.checks)


def _of_figures(desk: Desk) -> Iterator[Wait]:
    for figure in desk.host.figures.undecided(desk.store.programmes.all(), desk.as_of):
        if figure.missing is not None and figure.missing.setting:
            yield Wait(figure.missing.setting, figure.rule)
