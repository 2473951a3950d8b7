"""Who may be told about the child in a conference, and why: recorded, or found by itself in what is on file."""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from supervisor_tui.domain.agreements import is_over, withdrawn_on
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.in_case_file import conferences
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, SharingBasis
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

__all__ = ["Sharing", "sharing_with"]


class Sharing(msgspec.Struct, frozen=True):
    """Why somebody may be told about the child, and about which cases of the meeting.

    basis: None while there is none for every case. note: what was typed beside it, or where it was found. by_itself:
    found on file, not typed. cases: those that they may be told about; of every other they get the code alone.
    """

    basis: SharingBasis | None
    cases: tuple[CaseCode, ...] = ()
    note: str = ""
    by_itself: bool = False


def sharing_with(one: Participant, meeting: Meeting, cases: Iterable[CaseFile], own: Collection[str]) -> Sharing:
    """Return why somebody may be told about these cases: what was recorded, else what is found by itself.

    The child's own family, and whoever works here (own: their codes), need no more than that. For another agency there
    is a consent to the conference that names it, or the law; one that was taken back or ran out is none, typed or not.
    """
    files = tuple(cases)
    all_codes = tuple(file.code for file in files)
    if one.basis is not None:
        return _recorded(one, meeting, files)
    if one.role.is_family:
        return Sharing(SharingBasis.FAMILY, all_codes, by_itself=True)
    if one.label in own:
        return Sharing(SharingBasis.NEED_TO_KNOW, all_codes, by_itself=True)
    return _found(one, meeting, files)


def _recorded(one: Participant, meeting: Meeting, files: tuple[CaseFile, ...]) -> Sharing:
    """Return what was typed; a consent that the file says is over no longer counts for its case."""
    gone = {file.code: day for file in files if (day := _no_longer(one, meeting, file)) is not None}
    all_codes = tuple(file.code for file in files)
    if one.basis is not SharingBasis.CONSENT or not gone:
        return Sharing(one.basis, all_codes, one.basis_note)
    ended = ", ".join(f"{code} {day.isoformat()}" for code, day in gone.items())
    words = _("the consent is over: {ended}").format(ended=ended)
    return Sharing(None, tuple(code for code in all_codes if code not in gone), words)


def _found(one: Participant, meeting: Meeting, files: tuple[CaseFile, ...]) -> Sharing:
    standing = {file.code: entry for file in files if (entry := _standing(one, meeting, file)) is not None}
    covered = tuple(standing)
    if not covered or len(covered) < len(files):
        return Sharing(None, covered)
    by_law = any(entry.body.form is ConsentForm.LEGAL_MANDATE for entry in standing.values())
    last = max(entry.on for entry in standing.values())
    words = _("the law, recorded on {day}") if by_law else _("recorded on {day}")
    basis = SharingBasis.LEGAL_DUTY if by_law else SharingBasis.CONSENT
    return Sharing(basis, covered, words.format(day=last.isoformat()), by_itself=True)


def _standing(one: Participant, meeting: Meeting, file: CaseFile) -> Entry[Consent] | None:
    """Return the latest consent to this conference, or legal mandate for it, that stands on its day."""
    given = [entry for entry in _about(one, meeting, file) if _ended(entry, meeting, file) is None]
    return given[-1] if given else None


def _no_longer(one: Participant, meeting: Meeting, file: CaseFile) -> date | None:
    """Return the day on which the last consent that named them ended, where none stands any more."""
    given = _about(one, meeting, file)
    ended = [_ended(entry, meeting, file) for entry in given]
    return ended[-1] if ended and all(ended) else None


def _about(one: Participant, meeting: Meeting, file: CaseFile) -> list[Entry[Consent]]:
    """Return what was agreed for a conference with their agency by its day; a consent names whom it is for."""
    agency = one.agency.strip().casefold()
    return [
        entry
        for entry in file.of(Consent)
        if entry.body.purpose is ConsentPurpose.CONFERENCE
        and entry.on <= meeting.day
        and agency
        and agency in {each.strip().casefold() for each in entry.body.agencies}
        and (_is_mandate(entry) if entry.body.form is ConsentForm.LEGAL_MANDATE else entry.body.agreed is YesNo.YES)
    ]


def _is_mandate(entry: Entry[Consent]) -> bool:
    return bool(entry.body.reason.strip())


def _ended(entry: Entry[Consent], meeting: Meeting, file: CaseFile) -> date | None:
    """Return since when a consent does not count on the meeting's day: taken back, run out, or used up; else None."""
    taken_back = withdrawn_on(file, entry)
    if taken_back is not None and taken_back <= meeting.day:
        return taken_back
    if is_over(entry, meeting.day):
        return entry.body.valid_until
    if entry.body.once is YesNo.YES:
        others = [held.on for held in conferences(file) if held.meeting != meeting.id]
        return next((day for day in others if entry.on <= day < meeting.day), None)
    return None
