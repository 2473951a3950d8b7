"""The hand-over list of one case: made only where the file may go, holding no more than was agreed to."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from supervisor_tui.casework.case_view import StoryLine, story_line
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.identity import who_is
from supervisor_tui.casework.names_typed import words_of_names
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.transfers.gate import hindrances
from supervisor_tui.casework.transfers.sections import STRICT, covers
from supervisor_tui.casework.working_out import age_band
from supervisor_tui.domain.agreements import is_over, is_taken_back, mandate_on
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.hand_over import HandOverPack, PackRecord, PackSection, Withheld, open_work
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.plan import goals
from supervisor_tui.domain.records.consent import Consent, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.transfer import AgainstTheirWishes, Transfer, TransferWish
from supervisor_tui.domain.status import registration
from supervisor_tui.domain.transfers import consents_for, hand_over_plan, transfer
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.store.audit import Act
from supervisor_tui.wording import _

__all__ = ["pack_of"]


def pack_of(desk: Desk, code: CaseCode, *, with_names: bool = False) -> HandOverPack:
    """Return the hand-over list of a case, codes only unless names are asked for; that it was made is logged.

    Raises RefusedError where the file may not go, and IdentitiesClosed where names are asked for and locked away.
    """
    case, day = open_file(desk, code), desk.as_of
    against = hindrances(case, day)
    proposed = transfer(case, day)
    if against or proposed is None:
        raise RefusedError(tuple(Finding(Severity.REFUSE, sentence) for sentence in against))
    allowed = _allowed(case, proposed.body, day)
    lines = [story_line(desk, record) for record in case.records]
    names = _names(desk, code) if with_names else ()
    desk.store.audit.note(desk.person.code, Act.EXPORTED, code, proposed.id)
    return HandOverPack(
        case=code,
        agency=proposed.body.agency,
        on=day,
        child=_child(case, day),
        rests_on=_rests_on(case, proposed.body, day),
        reason=_without_names(desk, proposed.body.reason),
        hand_over=_plan(desk, case),
        open_work=tuple(msgspec.structs.replace(one, what=_without_names(desk, one.what)) for one in open_work(case)),
        goals=tuple((_without_names(desk, one.goal.text), one.status.label) for one in goals(case)),
        consents=_standing_consents(case, day),
        sections=tuple(_sections(desk, allowed, lines)),
        withheld=tuple(_withheld(desk, case, allowed, lines, with_names=with_names)),
        names=names,
    )


def _allowed(case: CaseFile, body: Transfer, day: date) -> tuple[str, ...]:
    """Return the parts of the file that go: what the consents name, and of that what the plan takes along.

    Where a decision or a mandate stands for the consent, the plan alone says what goes.
    """
    named = dict.fromkeys(
        section.strip() for entry in consents_for(case, body.agency, day) for section in entry.body.sections
    )
    plan = hand_over_plan(case, day)
    planned = {section.strip().casefold() for section in plan.body.sections} if plan else set()
    if not consents_for(case, body.agency, day):
        return tuple(section.strip() for section in plan.body.sections) if plan else ()
    return tuple(section for section in named if not planned or section.casefold() in planned)


def _sections(desk: Desk, allowed: Iterable[str], lines: Iterable[StoryLine]) -> Iterable[PackSection]:
    held = list(lines)
    for section in allowed:
        records = [line for line in held if line.readable and covers(section, line.record.kind, line.title)]
        if records:
            yield PackSection(section, tuple(_record(desk, line) for line in records))


def _record(desk: Desk, line: StoryLine) -> PackRecord:
    """Return a record with the fields that hold no word of anybody's name."""
    fields = tuple((field.title, _without_names(desk, field.value)) for field in line.fields)
    return PackRecord(line.record.on, line.title, fields)


def _without_names(desk: Desk, text: str) -> str:
    """Return a text, or words in its place where it holds a word of a name: other people agreed to nothing."""
    return _("(left out: it holds a name)") if words_of_names(desk, text) else text


def _withheld(
    desk: Desk, case: CaseFile, allowed: tuple[str, ...], lines: list[StoryLine], *, with_names: bool
) -> Iterable[Withheld]:
    counts: dict[str, int] = {}
    for line in lines:
        goes = line.readable and any(covers(section, line.record.kind, line.title) for section in allowed)
        if not goes:
            counts[line.title] = counts.get(line.title, 0) + 1
    strict = len(desk.store.confidential_marks.of(case.code))
    if strict:
        named = any(section.casefold() == STRICT for section in allowed)
        why = _("named in the consent: given by hand, by one of those who may open it")
        yield Withheld(_("strictly confidential sections"), strict, why if named else _("not named in the consent"))
    left_out = sum(1 for line in lines if _holds_a_name(desk, line))
    if left_out:
        yield Withheld(_("records with fields left out"), left_out, _("they hold a name"))
    for title, count in sorted(counts.items()):
        yield Withheld(title, count, _("not among the parts that go"))
    if not with_names:
        yield Withheld(_("names, address, contacts"), 1, _("codes only; given by hand where they are needed"))


def _holds_a_name(desk: Desk, line: StoryLine) -> bool:
    return any(words_of_names(desk, field.value) for field in line.fields)


def _rests_on(case: CaseFile, body: Transfer, day: date) -> tuple[str, ...]:
    if body.wish is TransferWish.OVERRULED:
        decided = case.latest(AgainstTheirWishes)
        words = _("Decided on {day} against their wishes, for the child's protection; signed by a manager.")
        return (words.format(day=decided.on.isoformat()),) if decided else ()
    given = consents_for(case, body.agency, day)
    mandate = mandate_on(case, day, ConsentPurpose.TRANSFER)
    if not given and mandate is not None:
        words = _("Legal mandate of {day}: {reason}")
        return (words.format(day=mandate.on.isoformat(), reason=mandate.body.reason),)
    return tuple(_consent_words(entry) for entry in given)


def _consent_words(entry: Entry[Consent]) -> str:
    body = entry.body
    words = _("{form} of {day} by {giver}, for: {sections}")
    sections = ", ".join(body.sections) or _("no part named")
    return words.format(form=body.form.label, day=entry.on.isoformat(), giver=body.giver.label, sections=sections)


def _standing_consents(case: CaseFile, day: date) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            entry.body.purpose.label,
            entry.body.giver.label,
            entry.on.isoformat(),
            ", ".join(entry.body.agencies),
            entry.body.valid_until.isoformat() if entry.body.valid_until else "",
        )
        for entry in case.of(Consent)
        if entry.body.agreed is YesNo.YES and not is_over(entry, day) and not is_taken_back(case, entry, day)
    )


def _plan(desk: Desk, case: CaseFile) -> tuple[tuple[str, str], ...]:
    made = hand_over_plan(case, desk.as_of)
    if made is None:
        return ()
    body = made.body
    until = body.until.isoformat() if body.until else ""
    told = body.explained_on.isoformat() if body.explained_on else _("not yet")
    return (
        (_("What"), _without_names(desk, body.what)),
        (_("By whom"), body.who),
        (_("Until"), until),
        (_("Told to child and family"), told),
    )


def _child(case: CaseFile, day: date) -> str:
    opening = registration(case)
    if opening is None:
        return ""
    parts = (opening.body.sex.label if opening.body.sex else "", age_band(opening.body, opening.on, day))
    return ", ".join(part for part in parts if part)


def _names(desk: Desk, code: CaseCode) -> tuple[tuple[str, str], ...]:
    found = who_is(desk, code)
    held: Mapping[str, str] = {
        _("Name"): ", ".join(found.names),
        _("Address"): found.address,
        _("Contacts"): ", ".join(found.contacts),
    }
    return tuple((title, value) for title, value in held.items() if value)
