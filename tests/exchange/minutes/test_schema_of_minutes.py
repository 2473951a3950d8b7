"""The 33 fields of conference minutes in use elsewhere: where each is kept, under which words it is printed and read.

The numbers M01 to M33 are those of the comparison of conference forms (CPIMS+, OSCaR, UNRWA, Kenya, United Kingdom).
"""

import msgspec
import pytest

from supervisor_tui.domain.meetings.copies import SentCopy
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.exchange.minutes.minutes_reader import read_minutes
from supervisor_tui.exchange.minutes.minutes_text import CaseBefore, MinutesText
from supervisor_tui.exchange.minutes.on_paper import lines_on_paper
from tests.exchange.minutes.whole_minutes import CONFERENCE, LINES, PAPER, TEXT


class Kept(msgspec.Struct, frozen=True):
    """Where a field is kept (`Meeting.place`, or a kind of line), and the words on paper, by which it is read back."""

    where: tuple[str, ...]
    printed: tuple[str, ...]


def line(kind: LineKind, *printed: str, more: tuple[str, ...] = ()) -> Kept:
    """Say that a field is a kind of line, with what else is said beside it."""
    return Kept((f"LineKind.{kind.name}", *more), printed)


SCHEMA = {
    "M01 code of the case, previous code": Kept(
        ("Meeting.cases", "MinutesLine.case", "Registration.previous_code", "CaseBefore.facts"),
        ("## Case C-0062", "**Previous code:** AG-05/118"),
    ),
    "M02 when and where, or by which means": Kept(
        ("Meeting.starts", "Meeting.place", "Meeting.channel"),
        ("**When:** 2026-11-18 10:00", "**Where:** district office", "**How:** by video"),
    ),
    "M03 kind of meeting": Kept(("Meeting.kind",), ("# Minutes: case conference",)),
    "M04 reason": Kept(("Meeting.purpose", "Meeting.called_because"), ("**Purpose:** closing", "goals are met")),
    "M05 agenda": Kept(("Meeting.agenda",), ("## Agenda", "1. C-0062: what was reached")),
    "M06 chair": Kept(("Participant.role",), ("**Chair:** W-41",)),
    "M07 minute taker": Kept(("Participant.role",), ("**Minute taker:** W-21",)),
    "M08 who took part, agency, contact, confidentiality": Kept(
        (
            *("Participant.label", "Participant.role", "Participant.agency", "Participant.contact"),
            "Participant.confidentiality",
        ),
        (
            "## Who took part",
            "| P3 | 0700 100 200 |",
            "| teacher | service provider | AG-02 | education | present |",
        ),
    ),
    "M09 who was absent, report sent": Kept(
        ("Participant.attendance", "Participant.report_sent"),
        ("| sent apologies | not signed yet | yes |",),
    ),
    "M10 child and caregiver there, or why not": Kept(
        ("Meeting.child_absent_because", "Meeting.caregiver_absent_because"),
        ("**Child:** absent (in hospital)", "**Caregiver:** present"),
    ),
    "M11 reports received, shared with the family": line(
        LineKind.REPORT, "### Reports and papers received", "May be read by: everyone", more=("MinutesLine.audience",)
    ),
    "M12 key facts": Kept(("CaseBefore.facts",), ("### Key facts", "**Care:** with an aunt")),
    "M13 situation": line(LineKind.SITUATION, "### Situation"),
    "M14 actions so far": Kept(("CaseBefore.so_far",), ("### Actions so far, and what", "asked the clinic")),
    "M15 strengths": line(LineKind.STRENGTH, "### Strengths and what protects"),
    "M16 risks and gaps": line(LineKind.GAP, "### Risks and gaps"),
    "M17 views of the child": line(
        LineKind.CHILD_VIEW,
        *("### Views and wishes of the child", "View: given", "On: 2026-11-18"),
        more=("MinutesLine.view", "MinutesLine.on"),
    ),
    "M18 views of the caregiver": line(
        LineKind.CAREGIVER_VIEW,
        "### Views and wishes of the caregiver",
        more=("MinutesLine.view", "MinutesLine.reason"),
    ),
    "M19 options weighed": line(
        LineKind.OPTION,
        *("### Options", "Speaks for it: near school", "Speaks against it: small", "Best for the child: yes"),
        more=("MinutesLine.effects_for", "MinutesLine.effects_against", "MinutesLine.best_interests"),
    ),
    "M20 decisions with reasons": line(
        LineKind.DECISION, "### Decisions and reasons", "Reason: all goals are met", more=("MinutesLine.reason",)
    ),
    "M21 actions": line(
        LineKind.ACTION,
        *("### Actions", "1. words of action", "Who: W-04", "Until: 2026-12-01", "Need: N2", "Carries out: decision 1"),
        more=("MinutesLine.owner", "MinutesLine.due_on", "MinutesLine.need", "MinutesLine.carries_out"),
    ),
    "M22 assess again": line(LineKind.REASSESS, "### To be assessed again"),
    "M22 change the plan": line(LineKind.PLAN_CHANGE, "### Change of the plan"),
    "M22 change of risk": line(LineKind.RISK, "### Change of risk"),
    "M22 closing recommended, M23 what becomes of the case": line(
        LineKind.DECISION, "The case: is to be closed", more=("MinutesLine.outcome",)
    ),
    "M24 dissent": line(LineKind.DISSENT, "### Dissent", more=("MinutesLine.owner", "MinutesLine.reason")),
    "M25 monitoring": line(LineKind.FOLLOW_UP, "### Follow-up as told"),
    "M26 next date": line(
        LineKind.NEXT_DATE, "### Follow-up and next dates", "On: 2026-11-18", more=("MinutesLine.on",)
    ),
    "M26 next meeting": Kept(("MinutesText.next_meeting",), ("## Next meeting\n\n2026-12-15",)),
    "M27 if the plan does not work": line(LineKind.CONTINGENCY, "### If the plan does not work"),
    "M27 lead person and core group": line(
        LineKind.CORE_GROUP, "### Lead person and core group", "Who: W-04", more=("MinutesLine.owner",)
    ),
    "M28 who tells the child, until when": line(LineKind.ACTION, "Need: the child is told", more=("MinutesLine.need",)),
    "M29 copies sent": Kept(
        ("SentCopy.to", "SentCopy.kind", "SentCopy.sent_on"),
        ("## Who was sent a copy", "| teacher | AG-02 | without the closed part | 0 | 2026-11-19 |"),
    ),
    "M30 confidentiality and the closed part": Kept(
        ("MinutesLine.part",), ("## Confidentiality", "## Closed part: case C-0062")
    ),
    "M31 approval and corrections": Kept(
        ("Meeting.approved_by", "Meeting.approved_at", "MinutesLine.correction", "MinutesLine.corrected_because"),
        (
            "Approved by W-41 on 2026-11-19.",
            "## Corrections",
            "Is to read: the right words",
            "Corrected because: a slip",
        ),
    ),
    "M32 attachments": line(LineKind.REPORT, "- words of report"),
    "M33 readiness for the return": line(LineKind.READINESS, "### Readiness for the return"),
}

HELD_BY = {
    one.__name__: one for one in (Meeting, Participant, MinutesLine, CaseBefore, SentCopy, MinutesText, Registration)
}


@pytest.mark.parametrize("name", SCHEMA)
def test_each_field_has_its_place_and_its_words_on_paper(name: str) -> None:
    kept = SCHEMA[name]
    for place in kept.where:
        struct, _dot, field = place.partition(".")
        assert field in (LineKind.__members__ if struct == "LineKind" else HELD_BY[struct].__struct_fields__)
    assert [words for words in kept.printed if words not in PAPER] == []


def test_all_33_fields_are_in_the_table() -> None:
    named = {number for name in SCHEMA for number in (name[:3], *(["M23"] if "M23" in name else []))}
    assert named == {f"M{number:02}" for number in range(1, 34)}


def test_every_kind_of_line_but_three_of_the_round_belongs_to_a_field() -> None:
    kinds = {place.partition(".")[2] for kept in SCHEMA.values() for place in kept.where if "LineKind" in place}
    assert set(LineKind.__members__) - kinds == {"NOTE", "NO_CHANGE", "PUT_OFF", "RETRACTED"}


def test_what_is_read_back_is_what_was_kept() -> None:
    read = read_minutes(PAPER, TEXT)
    assert (read.problems, read.lines) == ((), lines_on_paper(CONFERENCE, LINES))
    assert (read.meeting, read.changes, read.left_out) == (CONFERENCE, (), ())
