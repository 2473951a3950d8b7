"""What the guidance sets say of meetings: lines for the agenda, checks, and when the next one is due."""

from collections.abc import Callable, Iterable, Mapping, Set
from datetime import date

import msgspec

from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import MeetingId, ProgrammeId, SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.domain.meetings.meeting_file import MeetingDiary, MeetingFile
from supervisor_tui.domain.meetings.reminders import subject
from supervisor_tui.domain.programme import SetInForce, Standing
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.standing import standing_of
from supervisor_tui.guidance.asking import Asking
from supervisor_tui.guidance.guidance_set import GuidanceSet
from supervisor_tui.guidance.own_reminders import OWN, OWN_RULES
from supervisor_tui.guidance.reviews import SetDue, SetFindings
from supervisor_tui.guidance.rules import Rule, RuleKind

__all__ = ["InForceHere", "MeetingSets"]


class InForceHere(msgspec.Struct, frozen=True):
    """A set in force for a meeting: its strongest standing there, and the file with the cases for which it is."""

    set: GuidanceSet
    standing: SetInForce
    file: MeetingFile
    settings: Settings


class MeetingSets:
    """Asks each set about meetings, each alone; see the host for how sets are found."""

    def __init__(
        self,
        sets: Callable[[], tuple[GuidanceSet, ...]],
        rules: Mapping[tuple[str, RuleKind], tuple[Rule, ...]],
        settings: Callable[[SetId, ProgrammeId | None], Settings],
        asking: Asking,
    ) -> None:
        """Take the sets, their rules by kind, their settings, and what asks a rule through the guard."""
        self._sets = sets
        self._rules = rules
        self._settings = settings
        self._asking = asking

    def agenda(self, file: MeetingFile, as_of: date) -> tuple[AgendaLine, ...]:
        """Return the agenda lines that the sets in force propose, set by set."""
        lines: list[AgendaLine] = []
        for here in self._in_force(file, as_of):
            for rule in self._rules[here.set.id, RuleKind.MEETING_RULE]:
                proposed = self._asking.values(rule, AgendaLine, here.file, as_of, here.settings) or ()
                lines.extend(msgspec.structs.replace(line, rule=rule.id) for line in proposed)
        return tuple(lines)

    def check(self, file: MeetingFile, as_of: date, *, in_the_room: bool = False) -> tuple[SetFindings, ...]:
        """Return what every set in force says of the meeting as it stands, each check by itself.

        A case meeting is read by the sets in force for one of its cases, a management meeting by those of the team's
        programmes. A set that is in force but cannot be asked says nothing here; the closing and the due list name it.
        in_the_room: ask only what is about who is there.
        """
        return tuple(
            SetFindings(
                here.set,
                here.standing,
                tuple(
                    self._asking.check(rule, here.file, as_of, here.settings)
                    for rule in self._rules[here.set.id, RuleKind.MEETING_CHECK]
                    if rule.in_the_room or not in_the_room
                ),
            )
            for here in self._in_force(file, as_of)
        )

    def due(self, diary: MeetingDiary, as_of: date) -> tuple[SetDue, ...]:
        """Return what every set in force in a programme asks for of its meetings: the next one, minutes, decisions.

        The product's own reminders come last, of what no set in force speaks of.
        """
        found = []
        for one in self._sets():
            standing = diary.programme.standing_on(one.id, as_of)
            if standing is None or standing.standing is Standing.OFF:
                continue
            settings = self._settings(one.id, diary.programme.id)
            rules = self._rules[one.id, RuleKind.MEETING_SCHEDULE]
            items = tuple(item for rule in rules for item in self._asking.due(rule, diary, as_of, settings))
            found.append(SetDue(one.id, standing, items))
        own = self._own_due(diary, as_of, {_about(item) for said in found for item in said.items})
        return (*found, own) if own.items else tuple(found)

    def _own_due(self, diary: MeetingDiary, as_of: date, spoken_of: Set[tuple[MeetingId | None, str]]) -> SetDue:
        settings = Settings(OWN, (), {})
        items = (item for rule in OWN_RULES for item in self._asking.due(rule, diary, as_of, settings))
        standing = SetInForce(OWN, Standing.INFORMS, as_of, "")
        return SetDue(OWN, standing, tuple(item for item in items if _about(item) not in spoken_of))

    def _in_force(self, file: MeetingFile, as_of: date) -> Iterable[InForceHere]:
        for one in self._sets():
            cases = tuple(case for case in file.cases if standing_of(case, one.id, as_of).standing is not Standing.OFF)
            said = [standing_of(case, one.id, as_of) for case in cases]
            programmes = [case.programme.id for case in cases]
            if file.meeting.kind is MeetingKind.MANAGEMENT:
                whole = [(programme.id, programme.standing_on(one.id, as_of)) for programme in file.programmes]
                said += [standing for _id, standing in whole if standing and standing.standing is not Standing.OFF]
                programmes += [each for each, standing in whole if standing and standing.standing is not Standing.OFF]
            if said:
                strongest = min(said, key=lambda standing: list(Standing).index(standing.standing))
                mine = msgspec.structs.replace(file, cases=cases)
                yield InForceHere(one, strongest, mine, self._settings(one.id, programmes[0]))


def _about(item: DueItem) -> tuple[MeetingId | None, str]:
    return item.meeting, subject(item)
