"""Who may be told about the child in a conference, and why: recorded, or found by itself in what is on file."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import takewhile

import msgspec

from supervisor_tui.domain.agreements import is_over, withdrawn_on
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.in_case_file import conferences
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Participant, SharingBasis
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.status import registration
from supervisor_tui.wording import _

__all__ = ["NEEDS_A_NOTE", "Sharing", "sharing_with"]

NEEDS_A_NOTE = frozenset({SharingBasis.LEGAL_DUTY, SharingBasis.PROTECTION})
"""A consent stands on file or is noted; the law and danger to life have to be named."""


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

    What was recorded and cannot hold for them gives way to what is found.

    Whoever works here (own: their codes) needs no more than that, and the child's own family for their own case: where
    several children stand on the agenda, for those whose files name each other, since nobody says whose family it is.
    For another agency there is a consent to the conference that names it, or the law; one that was taken back or ran
    out is none, typed or not, and one that is neither on file nor noted is none either.
    """
    files = tuple(cases)
    recorded = _recorded(one, meeting, files) if one.basis is not None else None
    if recorded is not None and recorded.basis is not None:
        return recorded
    found = _by_itself(one, meeting, files, own)
    return found if recorded is None or found.basis is not None else recorded


def _recorded(one: Participant, meeting: Meeting, files: tuple[CaseFile, ...]) -> Sharing:
    """Return what a recorded basis is worth; one that cannot hold for this person is none, and the note says why."""
    if one.basis is SharingBasis.FAMILY:
        return _of_family(one, files)
    if one.basis is SharingBasis.CONSENT:
        return _with_consent(one, meeting, files)
    if one.basis in NEEDS_A_NOTE and not one.basis_note.strip():
        return Sharing(None, (), _("say in a note which law, or which danger"))
    if one.basis is SharingBasis.NEED_TO_KNOW and (one.agency.strip() or one.role.is_family):
        return Sharing(None, (), _("the work within our agency is no reason for anybody outside it"))
    return Sharing(one.basis, tuple(file.code for file in files), one.basis_note)


def _by_itself(one: Participant, meeting: Meeting, files: tuple[CaseFile, ...], own: Collection[str]) -> Sharing:
    if one.role.is_family:
        return _of_family(one, files)
    if one.label in own:
        return Sharing(SharingBasis.NEED_TO_KNOW, tuple(file.code for file in files), by_itself=True)
    return _found(one, meeting, files)


def _of_family(one: Participant, files: tuple[CaseFile, ...]) -> Sharing:
    by_itself = one.basis is not SharingBasis.FAMILY
    if not _is_one_family(files):
        return Sharing(None, (), _("several families: whose this is is not recorded"), by_itself=by_itself)
    return Sharing(SharingBasis.FAMILY, tuple(file.code for file in files), one.basis_note, by_itself=by_itself)


def _is_one_family(files: tuple[CaseFile, ...]) -> bool:
    """Say whether these cases hang together by what their files name as brothers, sisters and others."""
    named = {file.code: _related(file) for file in files}
    reached, left = set(list(named)[:1]), dict(named)
    while new := [code for code in left if code in reached or not reached.isdisjoint(left[code])]:
        for code in new:
            reached |= {code, *left.pop(code)}
    return not left


def _related(file: CaseFile) -> set[CaseCode]:
    opening = registration(file)
    return {CaseCode(code.strip().upper()) for code in opening.body.related_cases} if opening else set()


def _with_consent(one: Participant, meeting: Meeting, files: tuple[CaseFile, ...]) -> Sharing:
    """Return what a typed consent is worth: it is none where the file says that it is over, or nobody noted it."""
    gone = {file.code: day for file in files if (day := _no_longer(one, meeting, file)) is not None}
    noted = one.basis_note.strip() != ""
    covered = [file.code for file in files if noted or _standing(one, meeting, file) is not None]
    told = tuple(code for code in covered if code not in gone)
    if len(told) == len(files):
        return Sharing(one.basis, told, one.basis_note)
    if not gone:
        return Sharing(None, told, _("a consent is neither on file nor noted: say in a note who gave it, and when"))
    ended = ", ".join(f"{code} {day.isoformat()}" for code, day in gone.items())
    return Sharing(None, told, _("the consent is over: {ended}").format(ended=ended))


def _found(one: Participant, meeting: Meeting, files: tuple[CaseFile, ...]) -> Sharing:
    """Return what is on file: the law where it stands behind every case, else consent, and what behind which."""
    standing = {file.code: entry for file in files if (entry := _standing(one, meeting, file)) is not None}
    covered = tuple(standing)
    if not covered or len(covered) < len(files):
        return Sharing(None, covered)
    by_law = [entry.body.form is ConsentForm.LEGAL_MANDATE for entry in standing.values()]
    basis = SharingBasis.LEGAL_DUTY if all(by_law) else SharingBasis.CONSENT
    if any(by_law) and not all(by_law):
        words = ", ".join(f"{code}: {_in_words(entry)}" for code, entry in standing.items())
    else:
        words = _in_words(max(standing.values(), key=lambda entry: entry.on))
    return Sharing(basis, covered, words, by_itself=True)


def _in_words(entry: Entry[Consent]) -> str:
    is_law = entry.body.form is ConsentForm.LEGAL_MANDATE
    words = _("the law, recorded on {day}") if is_law else _("recorded on {day}")
    return words.format(day=entry.on.isoformat())


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
        before = takewhile(lambda held: held.meeting != meeting.id, conferences(file))
        return next((held.on for held in before if entry.on <= held.on <= meeting.day), None)
    return None
