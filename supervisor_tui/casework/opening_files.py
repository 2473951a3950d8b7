"""Opening a case file to read it: theirs, one they were let into, or one for which they say why they need it.

Source: 004 §1.3 (need to know). That a reason holds for the day, and what was opened stays open that day, is ours.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.transfers.signing import waits_for_a_manager
from supervisor_tui.casework.waiting_for_me import waits_for_approval
from supervisor_tui.casework.working_out import legible_part
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.need_to_know import Because, LetIn, has_no_need_to_say_why, let_in_on
from supervisor_tui.domain.people import Role, deciders
from supervisor_tui.domain.status import registration, worker
from supervisor_tui.store.problems import CaseFileShut, OutOfReach, ReasonAsked
from supervisor_tui.store.readers import LastOpened
from supervisor_tui.store.rows import CaseSummary
from supervisor_tui.wording import _

__all__ = [
    "NotTheirsError",
    "OtherReader",
    "ReadersView",
    "ask_why",
    "let_in",
    "let_in_words",
    "open_file",
    "opened_in_30_days",
    "opened_lately",
    "readers",
    "say_why",
]

READERS_OF = timedelta(days=30)
"""How far back it is counted who opened a file; ours."""


class NotTheirsError(ValueError):
    """Somebody is let in who cannot be, or by somebody who cannot; the sentence says why."""


class OtherReader(msgspec.Struct, frozen=True):
    """Somebody who said why they open a file, and what the agency calls them."""

    name: str
    let_in: LetIn


class ReadersView(msgspec.Struct, frozen=True):
    """Who reads a case file.

    answers: the supervisor who answers for the caseworker, None where no one is named. let_in: who may read it today
    beside them. before: who might once. opened: who opened it in the last thirty days, the latest first.
    """

    case: CaseCode
    carried_by: PersonCode | None
    answers: PersonCode | None
    let_in: tuple[LetIn, ...]
    before: tuple[LetIn, ...]
    opened: tuple[LastOpened, ...]


def open_file(desk: Desk, code: CaseCode) -> CaseFile:
    """Return a case file for somebody to read as such, not as far as a meeting shows it; it is noted that they did.

    Raises CaseFileShut for a facilitator from outside, ReasonAsked where they have to say first why they need it, and
    NoSuchCaseError if there is none.
    """
    case = ask_why(desk, code)
    desk.store.readers.note_opened(code, desk.person.code)
    return case


def ask_why(desk: Desk, code: CaseCode) -> CaseFile:
    """Return a case file that the person at the desk may read; raises what `open_file` raises, and notes nothing."""
    case = desk.case(code)
    if desk.store.reach is not None:
        raise CaseFileShut(code)
    if _is_asked_why(desk, case):
        raise ReasonAsked(code)
    return case


def say_why(desk: Desk, code: CaseCode, because: Because, words: str = "") -> LetIn:
    """Write down why the person at the desk needs to read a file; it holds until the end of this day.

    Raises NotTheirsError for another reason without words, and NoSuchCaseError for a wrong code.
    """
    return _write(desk, code, desk.person.code, _today(desk), because, words)


def let_in(desk: Desk, code: CaseCode, person: PersonCode, until: date, because: Because, words: str = "") -> LetIn:
    """Let somebody read a file until the end of a day; a day that is past ends it.

    Raises NotTheirsError where the person at the desk neither carries the case nor answers for it, where nobody of
    that code works here, and for another reason without words; NoSuchCaseError for a wrong code.
    """
    here = desk.store.people.get(person)
    if here is None or not here.active or here.is_from_outside:
        raise NotTheirsError(_("{who} is nobody who works here. Please check the code.").format(who=person))
    if not (_is_theirs(desk, _present(desk, desk.case(code))) or Role.MANAGER in desk.person.roles):
        message = _("Only who carries {case}, who answers for it, or a manager lets somebody else read it.")
        raise NotTheirsError(message.format(case=code))
    return _write(desk, code, person, until, because, words)


def readers(desk: Desk, code: CaseCode) -> ReadersView:
    """Return who reads a case file. Raises NoSuchCaseError for a wrong code, CaseFileShut for one from outside."""
    case = _present(desk, desk.case(code))
    if desk.store.reach is not None:
        raise CaseFileShut(code)
    today = _today(desk)
    carried_by = worker(case)
    carrying = desk.store.people.get(carried_by) if carried_by else None
    ever = desk.store.readers.let_in_to(code)
    now = let_in_on(ever, today)
    return ReadersView(
        code,
        carried_by,
        carrying.supervisor if carrying else None,
        now,
        tuple(one for one in ever if one not in now),
        opened_in_30_days(desk, code),
    )


def opened_in_30_days(desk: Desk, code: CaseCode) -> tuple[LastOpened, ...]:
    """Return who opened a case file in the last thirty days, the latest first; nobody from outside is told."""
    if desk.store.reach is not None:
        return ()
    since = _today(desk) - READERS_OF
    return tuple(one for one in desk.store.readers.opened(code) if one.at.date() >= since)


def opened_lately(
    desk: Desk, since: timedelta = READERS_OF, summaries: Iterable[CaseSummary] | None = None
) -> tuple[OtherReader, ...]:
    """Return which files others opened lately with a reason of their own, the latest first.

    Those of the cases that the person at the desk carries, and, for a supervisor, of all they look after. summaries:
    the rows of what they look after, where they were read already. Raises OutOfReach for a facilitator from outside.
    """
    if desk.store.reach is not None:
        raise OutOfReach
    me = desk.person
    given = desk.store.readers.let_in_since(_today(desk) - since)
    theirs = [one for one in given if one.says_so_themselves and one.person != me.code]
    if not theirs:
        return ()
    rows = desk.looked_after() if summaries is None else summaries
    mine = {row.case for row in rows if row.worker == me.code or Role.SUPERVISOR in me.roles}
    return tuple(OtherReader(desk.short_name(one.person), one) for one in theirs if one.case in mine)


def let_in_words(desk: Desk, one: LetIn) -> str:
    """Return a line on somebody who was let in: who, why, until when, and by whom."""
    why = " · ".join(part for part in (one.because.label, one.words) if part)
    who, until = desk.short_name(one.person), one.until.isoformat()
    if one.says_so_themselves:
        return _("{who}: {why}; on {day}, for that day").format(who=who, why=why, day=until)
    by = desk.short_name(one.by)
    return _("{who}: {why}; until {day}, let in by {by}").format(who=who, why=why, day=until, by=by)


def _write(desk: Desk, code: CaseCode, person: PersonCode, until: date, because: Because, words: str) -> LetIn:
    if desk.store.reach is not None:
        raise OutOfReach
    if not desk.store.records.has(code):
        raise NoSuchCaseError(code)
    if because is Because.OTHER and not words.strip():
        raise NotTheirsError(_("Please say in a few words why, with codes and roles and no names."))
    one = LetIn(code, person, desk.person.code, desk.clock(), until, because, words.strip())
    desk.store.readers.let_in(one)
    return one


def _is_asked_why(desk: Desk, case: CaseFile) -> bool:
    me, code, today = desk.person.code, case.code, _today(desk)
    held = desk.store.readers
    if any(one.person == me and one.at.date() == today for one in held.opened(code)):
        return False
    if any(one.person == me for one in let_in_on(held.let_in_to(code), today)):
        return False
    present = _present(desk, case)
    return not (_is_theirs(desk, present) or _waits_for_their_word(desk, present))


def _is_theirs(desk: Desk, case: CaseFile) -> bool:
    opening = registration(case)
    return has_no_need_to_say_why(
        desk.person,
        carried_by=worker(case),
        registered_by=opening.record.by if opening else None,
        others_answer_for=desk.others_answer_for(),
    )


def _waits_for_their_word(desk: Desk, case: CaseFile) -> bool:
    """Say whether a closing or a hand-over of this case is theirs to sign."""
    me, carried_by = desk.person, worker(case)
    if not me.may_approve() or carried_by == me.code:
        return False
    signs_closings = carried_by is not None and carried_by not in desk.others_answer_for()
    if signs_closings and waits_for_approval(case):
        return True
    signs_hand_overs = me.code in {one.code for one in deciders(desk.store.people.all())}
    return signs_hand_overs and waits_for_a_manager(replace(desk, day=None, known_at=None), case)


def _present(desk: Desk, case: CaseFile) -> CaseFile:
    """Return what can be read of a case as it stands today, whatever day was asked about."""
    whole = replace(desk, day=None, known_at=None).case(case.code) if desk.asks_about_the_past else case
    legible, _spoiled = legible_part(whole)
    return legible


def _today(desk: Desk) -> date:
    return desk.clock().date()
