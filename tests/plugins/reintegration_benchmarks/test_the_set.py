"""The set as the host sees it."""

from datetime import date

import msgspec
import pytest

from reintegration_benchmarks.closing.order import CLOSURE_LINES
from reintegration_benchmarks.guidance import GUIDANCE_SET, SET
from reintegration_benchmarks.records.scores_form import SCORES_7A, SCORES_8A
from reintegration_benchmarks.settings import SETTINGS
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.records.placement import Placement
from supervisor_tui.guidance.forms import FieldType, filled_in, form_of
from supervisor_tui.guidance.guidance_set import Question
from supervisor_tui.guidance.panels import Grid, Lines, Panel, Paragraph
from supervisor_tui.guidance.rules import RuleKind
from tests.plugins.reintegration_benchmarks.the_case import (
    HOST,
    approved,
    broke_down,
    conference,
    farewell,
    moved,
    review,
    scores,
    the_case,
    visit,
)


def drawn(case_panel: object) -> Panel:
    assert isinstance(case_panel, Panel)
    return case_panel


def test_the_set_loads_without_a_fault_and_lists_its_rules_in_its_own_order() -> None:
    (report,) = HOST.reports()

    assert (report.id, report.faults) == (SET, ())
    assert [(rule.id, rule.kind, rule.order) for rule in HOST.rules() if not rule.id.startswith("RB-CC-")] == [
        ("RB-SOP11-03", RuleKind.SCHEDULE, 0),
        ("RB-SOP11-04", RuleKind.SCHEDULE, 1),
        ("RB-SOP11-05", RuleKind.FLOW_PART, 2),
        ("RB-SOP11-10", RuleKind.SCHEDULE, 3),
        ("RB-SOP11-21", RuleKind.SCHEDULE, 4),
        ("RB-SOP11-22", RuleKind.SCHEDULE, 5),
        ("RB-SOP12-02", RuleKind.SCHEDULE, 6),
        ("RB-SOP12-03", RuleKind.SCHEDULE, 7),
        ("RB-SOP12-11", RuleKind.FLOW_PART, 8),
        ("RB-SOP11-05", RuleKind.CLOSURE_CHECK, 9),
        ("RB-SOP12-11", RuleKind.CLOSURE_CHECK, 10),
        ("RB-SOP13-17", RuleKind.CLOSURE_CHECK, 12),
    ]


def test_seventeen_of_eighteen_conditions_can_keep_a_case_open() -> None:
    assert (len(CLOSURE_LINES), GUIDANCE_SET.closure_checks) == (18, 17)


def test_while_checks_are_not_built_the_set_never_says_ready() -> None:
    case = the_case(
        moved("2026-01-15"),
        visit("2027-01-15"),
        review("2027-02-15"),
        conference("2027-02-25"),
        approved("2027-03-01"),
        farewell("2027-03-15"),
        as_of="2027-03-15",
    )

    (reviewed,) = HOST.review_closing(case, date(2027, 3, 15))

    assert {check.answer.result for check in reviewed.checks} == {Result.PASS}
    assert (reviewed.verdict, reviewed.built) == (Result.UNKNOWN, (4, 17))


def test_the_handbook_says_on_which_questions_it_is_silent_where_guidance_differs() -> None:
    answers = {one.question: one.answer for one in GUIDANCE_SET.differences}
    assert list(answers) == list(Question)
    silent = {question for question, answer in answers.items() if answer == "not treated"}
    assert silent == {Question.WISH_TO_STOP, Question.DEATH, Question.RETENTION}


def test_every_setting_has_a_default_a_unit_and_a_source() -> None:
    assert {setting.key: (setting.default, setting.source) for setting in SETTINGS} == {
        "fortnight_days": (14, "003 SOP 11"),
        "fortnight_months": (2, "003 SOP 11"),
        "visit_grace_days": (0, "ours"),
        "closure_goals_month": (9, "003 Fig 10, read from the place of the text"),
        "review_interval_months": (6, "003 Fig 10; Fig 5 can be read as 3"),
        "min_monitoring_months": (12, "003 SOP 11"),
        "closure_gap_months": (1, "003 SOP 12"),
        "notice_days": (7, "003 Fig 11"),
        "plan_update_days": (7, "ours"),
        "signing": ("per_meeting", "ours; 003 Fig 11 does not say"),
    }
    assert all(setting.unit for setting in SETTINGS)


@pytest.mark.parametrize(("form", "indicators"), [(SCORES_7A, 65), (SCORES_8A, 49)])
def test_a_scores_form_asks_each_indicator_by_its_number(form: type[object], indicators: int) -> None:
    assert issubclass(form, SCORES_7A | SCORES_8A)
    fields = form_of(form).fields

    choices = [field for field in fields if field.name.startswith("item_")]
    assert len(choices) == indicators
    assert {field.type for field in choices} == {FieldType.CHOICE}
    assert choices[0].title.startswith("1.1 ")
    assert [option.value for option in choices[0].options] == ["1", "0", "na"]


def test_a_score_of_three_is_refused_and_a_score_comes_back_as_it_was_written() -> None:
    written = filled_in(SCORES_7A, {"item_12_2": "0", "family_agreed": "yes"})

    assert msgspec.to_builtins(written) == {"item_12_2": "0", "family_agreed": "yes"}
    assert getattr(filled_in(SCORES_7A, {"item_12_2": "3"}), "field", None) == "item_12_2"


def test_the_tab_shows_star_closing_day_visits_and_reviews() -> None:
    case = the_case(
        moved("2026-01-15"),
        visit("2026-01-29"),
        visit("2026-02-16"),
        review("2026-07-15", "5.2", "12.1", "12.2", "12.3", "12.4", "12.6"),
        as_of="2026-07-20",
    )

    (source,) = HOST.panels(SET)
    panel = drawn(HOST.panel(SET, source, case, date(2026, 7, 20)))

    star, below, closing, visits, reviews = panel.sections
    assert isinstance(star, Grid)
    assert star.title == "Star on 2026-07-15"
    assert star.rows[2] == ("Well-being and belonging", "Y yellow", "15 of 16", "", "no comparison")
    assert star.rows[5] == ("Economic stability", "R red", "2 of 7", "", "no comparison")
    assert isinstance(below, Lines)
    assert [line.text for line in below.lines] == ["6 indicators at 0: 5.2, 12.1, 12.2, 12.3, 12.4, 12.6"]
    assert isinstance(closing, Lines)
    assert closing.title == "Earliest closing day: not known yet"
    assert [(line.mark, line.note) for line in closing.lines] == [
        (Result.FAIL, "2027-01-15"),
        (Result.FAIL, "2026-08-15"),
        (Result.UNKNOWN, "not known yet"),
        (Result.UNKNOWN, "not known yet"),
        (Result.UNKNOWN, "not known yet"),
        (Result.UNKNOWN, "not known yet"),
    ]
    assert isinstance(visits, Grid)
    assert visits.rows[:3] == (
        ("F1", "2026-01-29", "2026-01-16", "2026-02-05", "2026-01-29", "in time"),
        ("F2", "2026-02-12", "2026-02-06", "2026-02-19", "2026-02-16", "4 days late"),
        ("F3", "2026-02-26", "2026-02-20", "2026-03-05", "", "missed"),
    )
    assert ("M6", "2026-07-15", "2026-07-01", "2026-07-30", "", "5 days late") in visits.rows
    assert isinstance(reviews, Grid)
    assert reviews.rows == (
        ("R6", "2026-07-15", "2026-07-15", "in time"),
        ("R12", "2027-01-15", "", "coming up"),
    )


def test_the_tab_says_before_we_began_for_duties_of_an_imported_case() -> None:
    case = the_case(moved("2026-01-15"), as_of="2026-07-20", registered_on="2026-06-01")

    (source,) = HOST.panels(SET)
    panel = drawn(HOST.panel(SET, source, case, date(2026, 7, 20)))

    visits = panel.sections[-2]
    assert isinstance(visits, Grid)
    assert [row[-1] for row in visits.rows[:8]] == ["before we began"] * 6 + ["missed", "5 days late"]


def test_the_tab_of_a_child_who_has_not_moved_or_whose_placement_ended_says_so() -> None:
    (source,) = HOST.panels(SET)

    not_moved = drawn(HOST.panel(SET, source, the_case(as_of="2026-07-20"), date(2026, 7, 20)))
    ended_case = the_case(moved("2026-01-15"), broke_down("2026-02-13"), as_of="2026-07-20")
    ended = drawn(HOST.panel(SET, source, ended_case, date(2026, 7, 20)))

    assert [section.text for section in not_moved.sections if isinstance(section, Paragraph)] == [
        "The child has not moved into family or community care yet; visits are counted from then.",
        "No benchmarks are scored yet.",
    ]
    _star, visits, _reviews = ended.sections
    assert isinstance(visits, Grid)
    assert [(row[0], row[-1]) for row in visits.rows] == [("F1", "missed"), ("F2", "missed")]


def test_the_tab_names_what_a_review_still_lacks() -> None:
    case = the_case(moved("2026-01-15"), scores("2026-07-15", blank=("12.1",)), as_of="2026-07-20")

    (source,) = HOST.panels(SET)
    below = drawn(HOST.panel(SET, source, case, date(2026, 7, 20))).sections[1]

    assert isinstance(below, Lines)
    assert [line.text for line in below.lines] == [
        "the review of the plan is not recorded",
        "1 indicator is blank",
    ]


def test_a_record_that_cannot_be_read_leaves_every_answer_unknown_and_names_the_fault() -> None:
    move = msgspec.structs.replace(moved("2026-01-15"), body=msgspec.Raw(b'{"form":"castle"}'))
    host = HOST.with_agency_values(())
    case = the_case(move, as_of="2026-07-20")

    (reviewed,) = host.review_closing(case, date(2026, 7, 20))

    assert {check.answer.result for check in reviewed.checks} == {Result.UNKNOWN}
    assert {fault.what for report in host.reports() for fault in report.faults} == {"UnreadableRecordError"}
    assert move.kind == Placement.KIND
