"""Every line against every recipient: whether it stands in their copy, by the sentences of the guide alone."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import product

import pytest

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.copies import copy_for
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, Part
from supervisor_tui.domain.meetings.participants import (
    Attendance,
    Confidentiality,
    Participant,
    ParticipantRole,
    SharingBasis,
)
from supervisor_tui.domain.meetings.sharing import sharing_with
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.testing import a_case, registered, written

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CODE = CaseCode("C-0007")
ME, ANOTHER = ParticipantId("P1"), ParticipantId("P2")
WORKS_HERE = "W-41"

RECIPIENTS = {
    "caseworker": {"label": WORKS_HERE, "role": ParticipantRole.CASEWORKER},
    "chair": {"label": WORKS_HERE, "role": ParticipantRole.CHAIR},
    "judge who chairs": {"label": "judge", "role": ParticipantRole.CHAIR, "agency": "AG-09"},
    "nurse": {"label": "nurse", "role": ParticipantRole.PROVIDER, "agency": "AG-06"},
    "facilitator": {"label": "mediator", "role": ParticipantRole.FACILITATOR, "agency": "AG-09"},
    "aunt": {"label": "aunt", "role": ParticipantRole.OTHER},
    "child": {"label": "child", "role": ParticipantRole.CHILD, "professional": False},
    "caregiver": {"label": "caregiver", "role": ParticipantRole.CAREGIVER, "professional": False},
}

MAY_BE_TOLD = """
                   | caseworker chair judge_who_chairs nurse facilitator aunt child caregiver
none recorded      | yes        yes   -                -     -           -    yes   yes
consent on file    | yes        yes   -                yes   -           -    yes   yes
consent noted      | yes        yes   yes              yes   yes         yes  yes   yes
consent of nobody  | yes        yes   -                -     -           -    yes   yes
law noted          | yes        yes   yes              yes   yes         yes  yes   yes
law unnamed        | yes        yes   -                -     -           -    yes   yes
danger noted       | yes        yes   yes              yes   yes         yes  yes   yes
danger unnamed     | yes        yes   -                -     -           -    yes   yes
family             | yes        yes   yes              yes   yes         yes  yes   yes
our own work       | yes        yes   -                -     -           yes  yes   yes
"""
"""Whoever works here, and the child's own family, need no more. Anybody else needs a consent on file that names their
agency (the one on file names the nurse's), or one that is noted, or the law or a danger that is named. The work within
our agency is no reason for another agency."""

RECORDED: dict[str, tuple[SharingBasis | None, str]] = {
    "none recorded": (None, ""),
    "consent on file": (None, ""),
    "consent noted": (SharingBasis.CONSENT, "the mother, 2 Nov"),
    "consent of nobody": (SharingBasis.CONSENT, ""),
    "law noted": (SharingBasis.LEGAL_DUTY, "children act"),
    "law unnamed": (SharingBasis.LEGAL_DUTY, " "),
    "danger noted": (SharingBasis.PROTECTION, "threats"),
    "danger unnamed": (SharingBasis.PROTECTION, ""),
    "family": (SharingBasis.FAMILY, ""),
    "our own work": (SharingBasis.NEED_TO_KNOW, ""),
}

Cell = tuple[Participant, MinutesLine, bool]


def is_of_the_family(one: Participant) -> bool:
    return one.role.value in {"child", "caregiver"} or one.basis is SharingBasis.FAMILY


def may_harm(one: Participant) -> bool:
    return one.may_harm is not None and one.may_harm.value != "no"


def keeps_the_minutes(one: Participant) -> bool:
    return one.role.value in {"chair", "minute_taker"}


def is_a_view_of_the_child(line: MinutesLine) -> bool:
    return line.kind.value == "child_view"


def is_kept_from_the_caregiver(line: MinutesLine) -> bool:
    by_its_kind = line.audience is None and is_a_view_of_the_child(line)
    return by_its_kind or line.audience is Audience.NOT_CAREGIVER


def has_it_to_do(one: Participant, line: MinutesLine) -> bool:
    return line.owner == one.label and line.kind.value in {"action", "core_group"}


WITHHELD: dict[str, Callable[[Participant, MinutesLine, bool], bool]] = {
    "Without a basis nobody gets a word about the child.": lambda _one, _line, told: not told,
    "Who was asked to leave gets none.": lambda one, _line, _told: one.attendance.value == "excluded",
    "Who declined to sign gets none.": lambda one, _line, _told: one.confidentiality.value == "declined",
    "Who may harm, or of whom nobody knows, gets no view of the child.": lambda one, line, _told: (
        may_harm(one) and is_a_view_of_the_child(line)
    ),
    "Who may harm, or of whom nobody knows, gets nothing of the closed part.": lambda one, line, _told: (
        may_harm(one) and line.part.value == "closed"
    ),
    "Who may harm, or of whom nobody knows, gets what everybody may read and no more.": lambda one, line, _told: (
        may_harm(one) and line.audience not in {None, Audience.EVERYONE}
    ),
    "Who did not hear it gets it only to do it, unless they keep the minutes.": lambda one, line, _told: (
        not keeps_the_minutes(one) and one.id not in line.heard_by and not has_it_to_do(one, line)
    ),
    "The closed part is not for child and family.": lambda one, line, _told: (
        not keeps_the_minutes(one) and is_of_the_family(one) and line.part.value == "closed"
    ),
    "What is not the caregiver's is for professionals and the child.": lambda one, line, _told: (
        not keeps_the_minutes(one)
        and is_kept_from_the_caregiver(line)
        and is_of_the_family(one)
        and one.role is not ParticipantRole.CHILD
    ),
    "What is for professionals is not for child and family.": lambda one, line, _told: (
        not keeps_the_minutes(one) and line.audience is Audience.PROFESSIONALS and is_of_the_family(one)
    ),
    "What is for chair and minute taker goes to nobody else.": lambda one, line, _told: (
        not keeps_the_minutes(one) and line.audience is Audience.CHAIR
    ),
}
"""The sentences of the guide on who is not given a line. What none of them withholds stands in the copy."""


def lines_for(label: str) -> Iterator[MinutesLine]:
    """Yield a line of every kind, heard or not, theirs to do or not, in either part, for every audience."""
    heard = ((ME, ANOTHER), (ANOTHER,))
    cells = product(LineKind, heard, ("", label), Part, (None, *Audience))
    for place, (kind, heard_by, owner, part, audience) in enumerate(cells, 1):
        yield MinutesLine(
            id=RecordId(f"r-{place}"),
            meeting=MeetingId("M-1"),
            kind=kind,
            text="goes to school",
            case=CODE if place % 2 else None,
            owner=owner,
            heard_by=heard_by,
            part=part,
            audience=audience,
            by=PersonCode(WORKS_HERE),
            at=START,
        )


def file_with(consent: str) -> CaseFile:
    given = Consent(
        purpose=ConsentPurpose.CONFERENCE,
        giver=ConsentGiver.CAREGIVER,
        form=ConsentForm.CONSENT,
        agencies=("AG-06",),
        agreed=YesNo.YES,
    )
    records = (written(given, "2026-11-02", case=CODE),) if consent == "consent on file" else ()
    return a_case(registered("2026-01-01", case=CODE), *records, code=CODE)


def may_be_told() -> dict[tuple[str, str], bool]:
    head, *rows = MAY_BE_TOLD.strip("\n").splitlines()
    names = [name.replace("_", " ") for name in head.split("|")[1].split()]
    cells = [(row.split("|")[0].strip(), row.split("|")[1].split()) for row in rows]
    return {(basis, name): said == "yes" for basis, row in cells for name, said in zip(names, row, strict=True)}


def withheld_by(one: Participant, line: MinutesLine, told: bool) -> str:
    return next((sentence for sentence, applies in WITHHELD.items() if applies(one, line, told)), "")


def disagreements(one: Participant, basis: str, told: bool) -> Iterator[str]:
    meeting = Meeting(
        id=MeetingId("M-1"), kind=MeetingKind.CONFERENCE, starts=START, cases=(CODE,), participants=(one,)
    )
    sharing = sharing_with(one, meeting, (file_with(basis),), {WORKS_HERE})
    lines = tuple(lines_for(one.label))
    given = {line.id for line in copy_for(one, lines, meeting, sharing)}
    for line in lines:
        sentence = withheld_by(one, line, told)
        if (line.id in given) is bool(sentence):
            yield f"{'given against' if sentence else 'withheld though no sentence does'} {sentence}: {one} {line}"


@pytest.mark.rule("IAG-MTG-17")
@pytest.mark.parametrize(("basis", "who"), may_be_told())
def test_a_line_stands_in_a_copy_unless_a_sentence_of_the_guide_withholds_it(basis: str, who: str) -> None:
    told = may_be_told()[basis, who]
    recorded, note = RECORDED[basis]
    came = (Attendance.PRESENT, Attendance.EXCLUDED)
    for attendance, promise, harm in product(came, Confidentiality, (None, *YesNo)):
        one = Participant(
            id=ME,
            attendance=attendance,
            confidentiality=promise,
            may_harm=harm,
            basis=recorded,
            basis_note=note,
            **RECIPIENTS[who],  # type: ignore[arg-type]
        )
        assert list(disagreements(one, basis, told)) == []
