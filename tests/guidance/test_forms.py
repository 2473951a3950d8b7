"""Forms read from the declarations: every kind yields one, and what was filled in comes back as it was."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.meetings.series import MeetingSeries
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage, RiskLevelSet
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.records.order import Order
from supervisor_tui.domain.records.plan import CasePlan, Goal
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.guidance.forms import (
    FieldProblem,
    FieldType,
    Form,
    FormField,
    Option,
    as_plain,
    fields_of,
    filled_in,
    form_of,
)
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.kinds import CORE_KINDS, RecordKinds
from supervisor_tui.testing import written

KINDS = tuple(PluginHost.discover().kinds)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)


def every_field(fields: Iterable[FormField]) -> list[FormField]:
    """Return the fields and the fields of their rows."""
    return [one for field in fields for one in (field, *every_field(field.rows))]


CHANNELS = "This is none of home_visit, unannounced_visit, meeting, call, provider, community, not_known."


@each_kind
def test_every_kind_has_a_form_with_words_for_each_field(kind: type[RecordBody]) -> None:
    form = form_of(kind)

    assert isinstance(form, Form)
    assert form.title
    assert form.on_title
    by_itself = {field.name for field in fields_of(kind) if field.by_itself}
    assert [field.name for field in form.fields] == [name for name in kind.__struct_fields__ if name not in by_itself]
    for field in every_field(form.fields):
        assert field.title != field.name, f"{kind.KIND}.{field.name} has no words of its own"
        assert (field.type is FieldType.CHOICE) <= bool(field.options)
        assert (field.type is FieldType.ROWS) == bool(field.rows)


PLAIN: dict[FieldType, st.SearchStrategy[Any]] = {
    FieldType.DATE: st.dates().map(date.isoformat),
    FieldType.MOMENT: st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
    FieldType.INTEGER: st.integers(1, 25),
    FieldType.YES: st.booleans(),
}
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(lambda text: text.strip())


def plain_value(field: FormField) -> st.SearchStrategy[Any]:
    """Return values as a form would hand them over."""
    if field.type is FieldType.ROWS:
        return st.lists(filled(field.rows), min_size=1, max_size=2)
    one = st.sampled_from([option.value for option in field.options]) if field.options else WORDS
    if field.type is FieldType.LINES:
        return st.lists(one, min_size=1, max_size=3)
    return PLAIN.get(field.type, one)


def filled(fields: Iterable[FormField]) -> st.SearchStrategy[dict[str, Any]]:
    """Return what a person may fill in: the required fields, some of the others, blanks among them."""
    fields = tuple(fields)
    needed = {field.name: plain_value(field) for field in fields if field.required}
    offered = {
        field.name: st.one_of(plain_value(field), st.sampled_from([None, "", "  "]))
        for field in fields
        if not field.required
    }
    return st.fixed_dictionaries(needed, optional=offered)


def numbers_without_a_least(shape: inspect.Type, at: str) -> list[str]:
    """Return where in a declaration a number has no lower bound."""
    match shape:
        case inspect.Metadata():
            return numbers_without_a_least(shape.type, at)
        case inspect.UnionType():
            return [where for one in shape.types for where in numbers_without_a_least(one, at)]
        case inspect.VarTupleType():
            return numbers_without_a_least(shape.item_type, at)
        case inspect.StructType():
            return [where for one in shape.fields for where in numbers_without_a_least(one.type, f"{at}.{one.name}")]
        case inspect.IntType() | inspect.FloatType():
            return [at] if shape.ge is None and shape.gt is None else []
    return []


@pytest.mark.parametrize("kind", [*KINDS, Meeting, MeetingSeries, MinutesLine], ids=lambda kind: kind.__name__)
def test_every_number_that_is_written_down_has_a_least(kind: type[msgspec.Struct]) -> None:
    assert numbers_without_a_least(inspect.type_info(kind), kind.__name__) == []


MOMENT_AS = "This is not a day and hour with its offset. Write it as 2026-11-30T09:00+03:00."


@pytest.mark.parametrize(
    ("kind", "values", "problem"),
    [
        (Registration, {"age_years": "-5"}, FieldProblem("age_years", "Please type a number of 0 or more.")),
        (Registration, {"age_years": 170}, FieldProblem("age_years", "Please type a number of 25 or less.")),
        (
            CasePlan,
            {"follow_up_every_days": "0"},
            FieldProblem("follow_up_every_days", "Please type a number of 1 or more."),
        ),
        (
            Order,
            {"order": "OR-1", "duties": [{"duty": "report", "every_months": "0"}]},
            FieldProblem("duties", "Please type a number of 1 or more."),
        ),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_a_sentence(
    kind: type[RecordBody], values: Mapping[str, Any], problem: FieldProblem
) -> None:
    required = {"programme": "north"} if kind is Registration else {}
    assert filled_in(kind, {**required, **values}) == problem


@each_kind
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_was_filled_in_is_stored_and_shown_again_as_it_was(kind: type[RecordBody], data: st.DataObject) -> None:
    values = data.draw(filled(form_of(kind).fields))

    body = filled_in(kind, values)

    assert isinstance(body, kind)
    stored = msgspec.json.decode(msgspec.json.encode(body), type=kind)
    shown = {field.name: as_plain(getattr(stored, field.name)) for field in form_of(kind).fields}
    assert stored == body
    assert filled_in(kind, shown) == body


@each_kind
def test_a_required_field_left_blank_is_named(kind: type[RecordBody]) -> None:
    required = [field.name for field in form_of(kind).fields if field.required]

    found = filled_in(kind, dict.fromkeys(required, " "))

    assert found == (FieldProblem(required[0], "Please fill this in.") if required else kind())


@pytest.mark.parametrize(
    ("kind", "values", "problem"),
    [
        (FollowUp, {"channel": "pigeon"}, FieldProblem("channel", CHANNELS)),
        (
            FollowUp,
            {"channel": "call", "next_on": "soon"},
            FieldProblem("next_on", "This is not a day. Write it as 2026-11-30."),
        ),
        (FollowUp, {"channel": "call", "nexton": "2026-03-01"}, FieldProblem("nexton", "There is no such field.")),
        (
            CasePlan,
            {"follow_up_every_days": "often"},
            FieldProblem("follow_up_every_days", "This is not a whole number."),
        ),
        (CasePlan, {"goals": [{"goal": "O1"}]}, FieldProblem("goals", "Please fill this in.")),
        (
            CasePlan,
            {"goals": [{"goal": "O1", "text": "a", "weight": "huge"}]},
            FieldProblem("goals", "This does not fit here. Please check it."),
        ),
        (
            CasePlan,
            {"goals": [{"goal": "O1", "text": "a", "importance": "major"}]},
            FieldProblem("goals", "There is no such field."),
        ),
        (
            Assessment,
            {"stage": "initial", "at": "2026-03-01T10:00:00"},
            FieldProblem("at", MOMENT_AS),
        ),
        (Assessment, {}, FieldProblem("stage", "Please fill this in.")),
    ],
)
def test_a_problem_names_the_field_and_never_repeats_what_was_typed(
    kind: type[RecordBody], values: Mapping[str, Any], problem: FieldProblem
) -> None:
    assert filled_in(kind, values) == problem


def test_blanks_are_left_out_in_rows_and_lines_too() -> None:
    values = {
        "goals": [
            {"goal": "O1", "text": "housing", "weight": "", "tags": ["", "closure", " "]},
            {"goal": "", "text": " "},
        ],
        "reason": "   ",
        "follow_up_every_days": "14",
    }

    assert filled_in(CasePlan, values) == CasePlan(
        goals=(Goal(goal="O1", text="housing", tags=("closure",)),), follow_up_every_days=14
    )


def test_one_declaration_says_everything_about_a_field() -> None:
    channel, child_seen, *_rest = fields_of(FollowUp)

    assert (channel.name, channel.title, channel.type, channel.rule, channel.required) == (
        "channel",
        "How",
        FieldType.CHOICE,
        "IAG-S5-07",
        True,
    )
    assert channel.options[0] == Option(Channel.HOME_VISIT.value, Channel.HOME_VISIT.label)
    assert [option.value for option in child_seen.options] == [answer.value for answer in YesNo]
    types = {field.name: field.type for field in (*fields_of(Assessment), *fields_of(CasePlan), *fields_of(Note))}
    assert (types["at"], types["started_on"], types["assessor"], types["risks"]) == (
        FieldType.MOMENT,
        FieldType.DATE,
        FieldType.CODE,
        FieldType.LINES,
    )
    assert (types["goals"], types["follow_up_every_days"], types["text"]) == (
        FieldType.ROWS,
        FieldType.INTEGER,
        FieldType.LONG_TEXT,
    )
    (level, _reason) = fields_of(RiskLevelSet)
    assert (level.type, level.codes) == (FieldType.CODE, "risk_level")


def test_a_value_is_shown_as_the_form_takes_it() -> None:
    assert as_plain(date(2026, 3, 1)) == "2026-03-01"
    assert as_plain(datetime.fromisoformat("2026-03-01T10:00:00+03:00")) == "2026-03-01T10:00:00+03:00"
    assert as_plain(AssessmentStage.INITIAL) == "initial"
    assert as_plain((Goal(goal="O1", text="a"),)) == ({"goal": "O1", "text": "a"},)
    assert as_plain(None) is None


def test_the_known_kinds_by_name() -> None:
    kinds = RecordKinds([FollowUp])
    note = written(Note(text="quiet"), "2026-03-01")
    foreign = msgspec.structs.replace(note, kind="agency_x.visit")

    assert tuple(kinds) == CORE_KINDS
    assert kinds.get("note") is Note
    assert (kinds.title("note"), kinds.title("agency_x.visit")) == ("Note", "agency_x.visit")
    assert kinds.decode(note) == Note(text="quiet")
    assert kinds.decode(foreign) is None
    assert len({kind.KIND for kind in KINDS}) == len(KINDS)
    with pytest.raises(msgspec.ValidationError):
        kinds.decode(msgspec.structs.replace(note, body=msgspec.Raw(b"{}"), case=CaseCode("C-0002")))
