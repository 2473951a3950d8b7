"""The case management meeting: the team alone, behind a closed door, without anything that identifies a child."""

import re
from collections.abc import Iterable
from datetime import date

from iag_core.meetings.kind_of_meeting import asked_of
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.missing import missing_in_meeting, missing_of_people
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

SOURCE = "004 §3.5"
SUPERVISING = {ParticipantRole.SUPERVISOR, ParticipantRole.CASE_MANAGER}
_NUMBER = re.compile(r"(?<![\w-])\+?\d[\d ()/-]{5,}\d(?![\w-])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_LEAST_DIGITS = 7


@asked_of(MeetingKind.MANAGEMENT, "IAG-MTG-05", title=_("Who supervises and who carries cases"), source=SOURCE)
def who_reviews_the_caseload(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Somebody who supervises and at least one caseworker go through the caseload together."""
    roles = {one.role for one in file.meeting.there}
    missing = []
    if not roles & SUPERVISING:
        missing.append(_("nobody who supervises"))
    if ParticipantRole.CASEWORKER not in roles:
        missing.append(_("no caseworker"))
    if missing:
        return Answer.fails(
            _("There is {who}.").format(who=_(" and ").join(missing)), missing=missing_of_people("role")
        )
    return Answer.passes(_("Somebody who supervises and a caseworker are there."))


@asked_of(MeetingKind.MANAGEMENT, "IAG-MTG-07", title=_("Nobody else can listen in"), source=SOURCE)
def nobody_listens_in(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """The caseload is talked over where nobody else hears it."""
    missing = missing_in_meeting("place_confidential")
    match file.meeting.place_confidential:
        case YesNo.YES:
            return Answer.passes(_("The place is confidential."))
        case YesNo.NO:
            return Answer.fails(_("The place is not confidential."), missing=missing)
        case _unsaid:
            return Answer.unknown(_("Nobody said whether the place is confidential."), missing=missing)


@asked_of(MeetingKind.MANAGEMENT, "IAG-MTG-08", title=_("Nothing that identifies a child"), source=SOURCE)
def nothing_identifies(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Agenda and minutes hold codes: no name, no number to call, no address to write to."""
    found = list(_contacts(file))
    found += [_("{where}: a word of a name").format(where=one.where) for one in file.names or ()]
    if found:
        words = _("Something may identify a child: {where}.").format(where="; ".join(found))
        return Answer.fails(words, missing=missing_in_meeting("agenda"))
    if file.names is None:
        return Answer.unknown(_("Names could not be looked up; no number or address was found."))
    return Answer.passes(_("No name, number or address was found."))


@asked_of(MeetingKind.MANAGEMENT, "IAG-MTG-09", title=_("No child and no family"), source=SOURCE)
def no_family(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Children and families do not attend the meeting about the whole caseload."""
    family = [one.role.label for one in file.meeting.participants if one.is_family]
    if family:
        words = _("Invited, and should not be: {who}.").format(who=", ".join(family))
        return Answer.fails(words, missing=missing_of_people("role"))
    return Answer.passes(_("Neither child nor family is invited."))


def _contacts(file: MeetingFile) -> Iterable[str]:
    texts = [(_("agenda, point {n}").format(n=at), one.text) for at, one in enumerate(file.meeting.agenda, 1)]
    texts += [(_("minutes, line {n}").format(n=at), f"{one.text} {one.reason}") for at, one in enumerate(file.lines, 1)]
    for where, text in texts:
        if any(_is_to_call(match.group()) for match in _NUMBER.finditer(_DAY.sub("", text))):
            yield _("{where}: a number to call").format(where=where)
        if _ADDRESS.search(text):
            yield _("{where}: an address").format(where=where)


def _is_to_call(number: str) -> bool:
    return sum(letter.isdigit() for letter in number) >= _LEAST_DIGITS
