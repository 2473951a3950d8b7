"""Why somebody may be told about the child in a conference: recorded, or found by itself on file."""

from datetime import date

import pytest

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, ProgrammeId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole, SharingBasis
from supervisor_tui.domain.meetings.sharing import Sharing, sharing_with
from supervisor_tui.domain.records.consent import (
    Consent,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    ConsentWithdrawn,
)
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import MeetingHeld
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.testing import a_case, a_meeting, registered, written

CODE = CaseCode("C-0007")
MEETING = a_meeting("2024-05-06T09:00+03:00", cases=(CODE,))
NURSE = Participant(label="nurse", role=ParticipantRole.PROVIDER, agency="AG-06")


def agreed(on: str = "2024-04-01", *, purpose: ConsentPurpose = ConsentPurpose.CONFERENCE, **said: object) -> Record:
    values = {"giver": ConsentGiver.CAREGIVER, "form": ConsentForm.CONSENT, "agencies": ("AG-06",), **said}
    return written(Consent(purpose=purpose, **values), on, case=CODE, id="r-consent")  # type: ignore[arg-type]


def child(*records: Record, code: str = CODE) -> CaseFile:
    return a_case(registered("2024-01-01", case=code), *records, code=code)


def told(one: Participant, *files: CaseFile, own: tuple[str, ...] = ("W-04",)) -> Sharing:
    return sharing_with(one, MEETING, files or (child(),), own)


@pytest.mark.rule("IAG-MTG-17")
def test_without_a_basis_somebody_is_told_about_no_case() -> None:
    assert told(NURSE) == Sharing(None)


@pytest.mark.rule("IAG-MTG-17", "IAG-CONS-07")
def test_a_consent_to_the_conference_that_names_the_agency_is_found_by_itself() -> None:
    found = told(NURSE, child(agreed(agencies=("ag-06 ",))))
    assert found == Sharing(SharingBasis.CONSENT, (CODE,), "recorded on 2024-04-01", by_itself=True)


@pytest.mark.rule("IAG-CONS-07", "IAG-CONS-12")
@pytest.mark.parametrize(
    "consent",
    [
        pytest.param(agreed(agencies=()), id="names no agency"),
        pytest.param(agreed(agencies=("AG-05",)), id="names another agency"),
        pytest.param(agreed(purpose=ConsentPurpose.SHARING), id="was asked for another purpose"),
        pytest.param(agreed(agreed=YesNo.NO), id="was refused"),
        pytest.param(agreed("2024-05-07"), id="was given after the meeting"),
        pytest.param(agreed(form=ConsentForm.LEGAL_MANDATE), id="a mandate without a reference"),
    ],
)
def test_a_consent_for_something_else_is_no_basis(consent: Record) -> None:
    assert told(NURSE, child(consent)) == Sharing(None)


@pytest.mark.rule("IAG-CONS-09", "IAG-CONS-10", "IAG-CONS-11")
@pytest.mark.parametrize(
    "records",
    [
        pytest.param((agreed(valid_until=date(2024, 5, 5)),), id="ran out the day before"),
        pytest.param(
            (agreed(), written(ConsentWithdrawn(consent="r-consent"), "2024-05-06", case=CODE)),  # type: ignore[arg-type]
            id="taken back on the day",
        ),
        pytest.param(
            (
                agreed(once=YesNo.YES),
                written(MeetingHeld(kind=MeetingKind.CONFERENCE, meeting="M-0000"), "2024-04-08", case=CODE),  # type: ignore[arg-type]
            ),
            id="given for one time and used",
        ),
    ],
)
def test_a_consent_that_is_over_counts_no_more_even_where_somebody_typed_it(records: tuple[Record, ...]) -> None:
    typed = Participant(
        label="nurse",
        role=ParticipantRole.PROVIDER,
        agency="AG-06",
        basis=SharingBasis.CONSENT,
        basis_note="asked at the gate",
    )
    assert told(NURSE, child(*records)) == Sharing(None)
    assert told(typed, child(*records)).cases == ()


def test_the_last_day_of_a_consent_counts() -> None:
    assert told(NURSE, child(agreed(valid_until=date(2024, 5, 6)))).basis is SharingBasis.CONSENT


def test_a_legal_mandate_for_the_conference_is_the_law() -> None:
    mandate = agreed(form=ConsentForm.LEGAL_MANDATE, reason="children act, section 5")
    assert told(NURSE, child(mandate)).basis is SharingBasis.LEGAL_DUTY


@pytest.mark.parametrize(
    ("one", "basis"),
    [
        (Participant(label="W-04", role=ParticipantRole.CASEWORKER), SharingBasis.NEED_TO_KNOW),
        (Participant(label="mother", role=ParticipantRole.CAREGIVER), SharingBasis.FAMILY),
        (Participant(label="W-77", role=ParticipantRole.CASEWORKER), None),
    ],
)
def test_who_works_here_and_the_childs_own_family_need_no_more(one: Participant, basis: SharingBasis | None) -> None:
    assert told(one).basis is basis


def test_what_was_typed_counts_with_its_note() -> None:
    typed = Participant(
        label="police", role=ParticipantRole.AUTHORITY, basis=SharingBasis.PROTECTION, basis_note="threats"
    )
    assert told(typed) == Sharing(SharingBasis.PROTECTION, (CODE,), "threats")


def test_of_two_cases_they_are_told_about_the_one_whose_consent_names_them() -> None:
    assert told(NURSE, child(agreed()), child(code="C-0008")) == Sharing(None, (CODE,))


SIBLING = CaseCode("C-0008")
MOTHER = Participant(label="mother", role=ParticipantRole.CAREGIVER)


def sibling(*records: Record, related: tuple[str, ...] = ()) -> CaseFile:
    opening = Registration(programme=ProgrammeId("north"), related_cases=related)
    return a_case(written(opening, "2024-01-01", case=SIBLING), *records, code=SIBLING)


@pytest.mark.rule("IAG-MTG-17")
@pytest.mark.parametrize(
    ("note", "records", "basis"),
    [
        ("", (), None),
        ("asked at the gate", (), SharingBasis.CONSENT),
        ("", (agreed(),), SharingBasis.CONSENT),
    ],
)
def test_a_typed_consent_counts_where_it_is_on_file_or_noted(
    note: str, records: tuple[Record, ...], basis: SharingBasis | None
) -> None:
    typed = Participant(
        label="nurse", role=ParticipantRole.PROVIDER, agency="AG-06", basis=SharingBasis.CONSENT, basis_note=note
    )
    assert told(typed, child(*records)).basis is basis


@pytest.mark.rule("IAG-MTG-17")
def test_a_family_is_told_of_its_own_cases_and_not_of_other_childrens() -> None:
    words = "several families: whose this is is not recorded"
    assert told(MOTHER, child(), sibling()) == Sharing(None, (), words, by_itself=True)
    assert told(MOTHER, child(), sibling(related=("c-0007",))) == Sharing(
        SharingBasis.FAMILY, (CODE, SIBLING), by_itself=True
    )
    typed = Participant(label="mother", role=ParticipantRole.CAREGIVER, basis=SharingBasis.FAMILY)
    assert told(typed, child(), sibling()) == Sharing(None, (), words)


@pytest.mark.rule("IAG-CONS-10")
def test_a_consent_for_one_time_serves_one_of_two_conferences_on_a_day() -> None:
    def held(meeting: str, record: str) -> Record:
        body = MeetingHeld(kind=MeetingKind.CONFERENCE, meeting=meeting)  # type: ignore[arg-type]
        return written(body, "2024-05-06", case=CODE, id=record)

    once = agreed("2024-05-06", once=YesNo.YES)
    assert told(NURSE, child(once)).basis is SharingBasis.CONSENT
    assert told(NURSE, child(once, held("M-0009", "r-1"))) == Sharing(None)
    first = (once, held(MEETING.id, "r-1"), held("M-0009", "r-2"))
    assert told(NURSE, child(*first)).basis is SharingBasis.CONSENT


def test_the_law_behind_one_case_is_not_the_law_behind_all() -> None:
    mandate = agreed(form=ConsentForm.LEGAL_MANDATE, reason="children act, section 5")
    consent = written(
        Consent(
            purpose=ConsentPurpose.CONFERENCE,
            giver=ConsentGiver.CAREGIVER,
            form=ConsentForm.CONSENT,
            agencies=("AG-06",),
        ),
        "2024-04-02",
        case=SIBLING,
    )
    assert told(NURSE, child(mandate), sibling(consent)) == Sharing(
        SharingBasis.CONSENT,
        (CODE, SIBLING),
        "C-0007: the law, recorded on 2024-04-01, C-0008: recorded on 2024-04-02",
        by_itself=True,
    )
