"""Best interests: refugees' procedures, panels, authorities, and the agreement under which we act."""

import msgspec
import pytest

from iag_core.records.decision import Decision
from iag_core.records.refugee import Determination, RefugeeChild
from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import MeetingId, ProgrammeId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.placement import Placement, PlacementKind
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.testing import written
from tests.plugins.iag_core.stories import (
    HOST,
    Happened,
    day,
    in_time,
    moment,
    on_file,
    on_saving,
    registered,
    the_case,
    the_duty,
)

AS_OF = "2024-06-01"
FIVE = "separation, return, removal, custody, placement"


def a_file(*happened: Happened, as_of: str = AS_OF) -> CaseFile:
    """Return an open case."""
    return the_case(registered("2024-03-04"), *happened, as_of=as_of)


def refugee(national: YesNo | None = YesNo.NO, number: str = "") -> Record:
    """Return that the child is a refugee."""
    body = RefugeeChild(refugee=YesNo.YES, national_procedure=national, refugee_case=number)
    return written(body, "2024-03-05")


def best_interests_assessed(on: str) -> Record:
    """Return a best interests assessment."""
    return written(Assessment(stage=AssessmentStage.COMPREHENSIVE, best_interests=YesNo.YES), on)


@pytest.mark.rule("IAG-BI-01")
def test_a_decision_without_a_word_on_best_interests_is_asked_about() -> None:
    (found,) = on_saving("IAG-BI-01", a_file(), Decision(decision="D-41"), AS_OF)
    assert found.field == "best_interests"

    said = Decision(decision="D-41", best_interests="stays with the sister")
    assert on_saving("IAG-BI-01", a_file(), said, AS_OF) == ()


@pytest.mark.rule("IAG-BI-02")
def test_a_refugee_child_without_a_national_procedure_needs_a_best_interests_assessment() -> None:
    found = on_file("IAG-BI-02", a_file(refugee()), AS_OF)

    assert (found.result, found.missing) == (Result.FAIL, Missing(record="assessment", field="best_interests"))
    assert on_file("IAG-BI-02", a_file(refugee(), best_interests_assessed("2024-04-04")), AS_OF).result is Result.PASS


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ((), Result.NA),
        ((written(RefugeeChild(refugee=YesNo.NO), "2024-03-05"),), Result.NA),
        ((refugee(YesNo.YES),), Result.NA),
        ((refugee(None),), Result.UNKNOWN),
        ((refugee(YesNo.NOT_KNOWN),), Result.UNKNOWN),
    ],
    ids=["nobody said", "no refugee", "national procedure open", "not said", "not known"],
)
def test_the_procedure_is_asked_for_only_where_no_national_one_is_open(
    happened: tuple[Happened, ...], expected: Result
) -> None:
    assert on_file("IAG-BI-02", a_file(*happened), AS_OF).result is expected


@pytest.mark.rule("IAG-BI-03")
def test_a_best_interests_assessment_counts_as_full_assessment_and_where_agreed_as_plan() -> None:
    case = a_file(refugee(), best_interests_assessed("2024-04-04"))

    assert in_time(the_duty("IAG-S2-10", case, AS_OF))
    assert the_duty("IAG-S3-01", case, AS_OF).done is None
    agreed = the_duty("IAG-S3-01", case, AS_OF, assessment_of_best_interests_counts="yes")
    assert agreed.done == day("2024-04-04")


def called(**said: object) -> Record:
    """Return a formal determination with a full panel, approved on 15 May 2024."""
    usual = Determination(
        situation="removal",
        approved_on=day("2024-05-15"),
        government=YesNo.YES,
        partners=YesNo.YES,
        unhcr=YesNo.YES,
    )
    return written(msgspec.structs.replace(usual, **said), "2024-05-02")


@pytest.mark.rule("IAG-BI-04")
def test_carried_out_on_the_10th_and_approved_on_the_15th() -> None:
    early = on_file("IAG-BI-04", a_file(called(acted_on=day("2024-05-10"))), AS_OF, bid_situations=FIVE)
    assert (early.result, early.reason) == (Result.FAIL, "It was carried out before the panel approved it.")

    late = a_file(called(acted_on=day("2024-05-15")))
    assert on_file("IAG-BI-04", late, AS_OF, bid_situations=FIVE).result is Result.PASS


def test_the_five_situations_are_the_agencys_to_list() -> None:
    undecided = on_file("IAG-BI-04", a_file(called()), AS_OF)
    assert (undecided.result, undecided.missing) == (Result.UNKNOWN, Missing(setting="iag_core.bid_situations"))

    other = a_file(called(situation="school"))
    assert on_file("IAG-BI-04", other, AS_OF, bid_situations=FIVE).result is Result.UNKNOWN
    assert on_file("IAG-BI-04", a_file(), AS_OF).result is Result.NA


@pytest.mark.rule("IAG-BI-05")
def test_a_panel_without_the_government_says_why() -> None:
    reasoned = a_file(called(government=YesNo.NO, missing_because="no social office in the camp"))

    assert on_file("IAG-BI-05", reasoned, AS_OF).result is Result.PASS
    assert on_file("IAG-BI-05", a_file(called(government=YesNo.NO)), AS_OF).result is Result.FAIL
    assert on_file("IAG-BI-05", a_file(called(unhcr=None)), AS_OF).result is Result.UNKNOWN
    assert on_file("IAG-BI-05", a_file(called(approved_on=None)), AS_OF).result is Result.FAIL


@pytest.mark.rule("IAG-BI-05")
def test_a_conference_on_an_open_determination_asks_who_is_on_the_panel() -> None:
    waiting, approved = a_file(called(approved_on=None)), a_file(called())

    def lines(kind: MeetingKind, case: CaseFile) -> list[str]:
        meeting = Meeting(id=MeetingId("M-1"), kind=kind, starts=moment("2024-06-03T10:00"))
        file = MeetingFile(meeting=meeting, cases=(case,))
        return [line.text for line in HOST.meetings.agenda(file, day(AS_OF)) if line.rule == "IAG-BI-05"]

    assert lines(MeetingKind.CONFERENCE, waiting) == [
        "Best interests: are government, partner agencies and UNHCR on the panel?"
    ]
    assert lines(MeetingKind.CONFERENCE, approved) == lines(MeetingKind.MANAGEMENT, waiting) == []


@pytest.mark.rule("IAG-BI-07")
def test_a_refugee_child_without_a_number_in_the_refugee_registration() -> None:
    assert on_file("IAG-BI-07", a_file(refugee()), AS_OF).result is Result.FAIL
    assert on_file("IAG-BI-07", a_file(refugee(number="RC-88")), AS_OF).result is Result.PASS
    assert on_file("IAG-BI-07", a_file(), AS_OF).result is Result.NA


@pytest.mark.rule("IAG-BI-08")
def test_a_child_placed_on_the_3rd_and_an_authority_that_decided_on_the_5th() -> None:
    late = Placement(form=PlacementKind.FOSTER, authority="CO-12", authorised_on=day("2024-05-05"))
    in_time_ = msgspec.structs.replace(late, authorised_on=day("2024-05-03"))

    assert on_file("IAG-BI-08", a_file(written(late, "2024-05-03")), AS_OF).result is Result.FAIL
    assert on_file("IAG-BI-08", a_file(written(in_time_, "2024-05-03")), AS_OF).result is Result.PASS
    assert len(on_saving("IAG-BI-08", a_file(), Placement(form=PlacementKind.INSTITUTION), AS_OF)) == 1


def test_a_return_home_needs_an_authority_where_several_agencies_are_needed() -> None:
    home = written(Placement(form=PlacementKind.REUNIFICATION), "2024-05-03")
    hard = written(Registration(programme=ProgrammeId("north"), complex_case=YesNo.YES), "2024-03-04")

    assert on_file("IAG-BI-08", a_file(home), AS_OF).result is Result.PASS
    assert on_file("IAG-BI-08", the_case(hard, home, as_of=AS_OF), AS_OF).result is Result.FAIL


@pytest.mark.rule("IAG-BI-09")
def test_what_was_decided_after_the_agreement_ended_stands_without_it() -> None:
    case = a_file(written(Decision(decision="D-1"), "2024-04-02"))
    ended = on_file("IAG-BI-09", case, AS_OF, legal_cover="MoU 7", legal_cover_until="2024-03-31")

    assert (ended.result, ended.reason) == (
        Result.FAIL,
        "The agreement ended on 2024-03-31; what was decided later stands without it.",
    )
    assert on_file("IAG-BI-09", case, AS_OF, legal_cover="MoU 7", legal_cover_until="2024-04-02").result is Result.PASS
    assert on_file("IAG-BI-09", case, AS_OF).missing == Missing(setting="iag_core.legal_cover")
    assert on_file("IAG-BI-09", case, AS_OF, legal_cover="MoU 7").missing == Missing(
        setting="iag_core.legal_cover_until"
    )
    assert on_file("IAG-BI-09", a_file(), AS_OF).result is Result.NA


def test_a_refugee_status_that_is_not_known_leaves_the_procedure_open() -> None:
    asked = written(RefugeeChild(refugee=YesNo.NOT_KNOWN), "2024-03-05")
    found = on_file("IAG-BI-02", the_case(registered("2024-03-04"), asked, as_of="2024-05-01"), "2024-05-01")

    assert (found.result, found.reason) == (Result.UNKNOWN, "It is not known whether the child is a refugee.")
