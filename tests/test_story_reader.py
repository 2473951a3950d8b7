"""What the reader of case stories says when a story cannot be read."""

from datetime import date
from pathlib import Path

import pytest

from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import SetId
from tests.stories.story_runner import as_recorded, differences, host_of
from tests.story_reader import read_story
from tests.story_values import AnswerOf, NotAskedFor, NothingDue, StoryError, StoryRecord, VerdictOf

SET = SetId("reintegration_benchmarks")
HEAD = "- Case: C-0001\n- Guidance: reintegration_benchmarks\n"
TABLE = "| On | Record | Fields |\n|---|---|---|\n"
ROW = "| 2026-01-15 | placement | form: kinship |\n"
LINE = "- On 2026-01-20 nothing is due.\n"


def a_story(folder: Path, text: str) -> Path:
    path = folder / "story.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_gives_records_and_lists_give_what_must_be_answered(tmp_path: Path) -> None:
    story = read_story(
        a_story(
            tmp_path,
            f"# Any title\n{HEAD}\nProse about the case.\n\n"
            "| On | Record | Fields | Entered on | Id |\n|---|---|---|---|---|\n"
            "| 2026-01-15 | placement | form: kinship; household: H-01 | 2026-01-17 | r-1 |\n"
            '| 2026-02-01 | plan | goals: [{"goal": "G-1", "text": "school"}] | | |\n\n'
            "- On 2026-02-14 **F2** of RB-SOP11-03 is late by 2 days, until 2026-02-12.\n"
            "- On 2026-02-16 **F2** of RB-SOP11-03 is done, late by 4 days, done 2026-02-16\n"
            "- On 2026-03-26 **F5** of RB-SOP11-03 is not asked for.\n"
            "- On 2026-03-20 nothing is due.\n"
            "- On 2026-03-20 RB-SOP12-11 is not yet, from 2026-04-15.\n"
            "- On 2026-03-20 RB-SOP12-11 is not known.\n"
            "- On 2026-03-20 Reintegration says ready.\n",
        )
    )

    assert story.records == (
        StoryRecord(9, date(2026, 1, 15), "placement", {"form": "kinship", "household": "H-01"}, "2026-01-17", "r-1"),
        StoryRecord(10, date(2026, 2, 1), "plan", {"goals": [{"goal": "G-1", "text": "school"}]}),
    )
    assert [expectation.expected for expectation in story.expectations] == [
        AnswerOf("RB-SOP11-03", "F2", DueState.OVERDUE, None, 2, date(2026, 2, 12)),
        AnswerOf("RB-SOP11-03", "F2", DueState.DONE, None, 4, None, date(2026, 2, 16)),
        NotAskedFor("RB-SOP11-03", "F5"),
        NothingDue(),
        AnswerOf("RB-SOP12-11", "", None, Result.FAIL, earliest=date(2026, 4, 15)),
        AnswerOf("RB-SOP12-11", "", DueState.UNKNOWN, Result.UNKNOWN),
        VerdictOf("Reintegration", Result.PASS),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TABLE + ROW + LINE, "line 1: there is no line “- Case: …”"),
        (HEAD + TABLE + ROW, "line 5: a story needs a table of records and lines"),
        (HEAD + "| Day | Record | Fields |\n", "line 3: “Day” is not a column"),
        (HEAD + "| On | Record |\n", "line 3: the column “Fields” is missing"),
        (HEAD + TABLE + "| 2026-01-15 | placement |\n", "line 5: the row has 2 cells where the table has 3 columns"),
        (HEAD + TABLE + "| 15.1.2026 | placement | |\n", "line 5: “15.1.2026” is not a day like 2026-03-20"),
        (HEAD + TABLE + "| 2026-01-15 | placement | kinship |\n", "line 5: “kinship” is not “field: value”"),
        (HEAD + TABLE + "| 2026-01-15 | plan | goals: [{] |\n", "line 5: the rows of “goals” are not JSON"),
        (HEAD + TABLE + "| 2026-01-15 | note | text: a; text: b |\n", "line 5: the field “text” is given twice"),
        (HEAD + TABLE + ROW + "- On 20.3.2026 nothing is due.\n", "line 6: the day after “On” is not like 2026-03-20"),
        (HEAD + TABLE + ROW + "- On 2026-02-30 nothing is due.\n", "line 6: “2026-02-30” is not a day"),
        (HEAD + TABLE + ROW + "- On 2026-03-20 all is well.\n", "line 6: a line reads “On DAY **slot** of RULE"),
        (HEAD + TABLE + ROW + "- On 2026-03-20 RB-SOP11-05 is fine.\n", "line 6: “fine” is none of: coming up, due"),
        (HEAD + TABLE + ROW + "- On 2026-03-20 RB-SOP11-05 is not yet, soon.\n", "line 6: “soon” is not “late by"),
        (HEAD + "- Context: war\n" + TABLE + ROW + LINE, "line 3: a context is development or emergency"),
        (HEAD + "- Setting: too many words\n" + TABLE + ROW + LINE, "line 3: a setting reads “title = value”"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(StoryError) as refused:
        read_story(a_story(tmp_path, text))

    assert str(refused.value).startswith(f"story.md, {said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + TABLE + "| 2026-01-15 | placment | form: kinship |\n" + LINE, "line 5: there is no kind of record"),
        (HEAD + TABLE + "| 2026-01-15 | placement | form: castle |\n" + LINE, "line 5: placement, field “form”:"),
        (HEAD + TABLE + "| 2026-01-15 | placement | frm: kinship |\n" + LINE, "line 5: placement, field “f"),
        (
            HEAD.replace("benchmarks", "rules") + TABLE + ROW + LINE,
            "line 1: the guidance set reintegration_rules is not",
        ),
        (HEAD + "- Setting: How long = 3\n" + TABLE + ROW + LINE, "line 1: no setting is called “How long”"),
        (
            HEAD + TABLE + ROW + "- On 2026-03-20 “Everything is fine” is not yet.\n",
            "line 6: no duty and no check before closing is called “Everything is fine”",
        ),
    ],
)
def test_what_cannot_be_made_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(StoryError) as refused:
        list(differences(read_story(a_story(tmp_path, text))))

    assert str(refused.value).startswith(f"story.md, {said}")


AS_STORED = """
- Case: C-0001
- Guidance: reintegration_benchmarks
- Setting: reintegration_benchmarks.review_interval_months = 3

| On         | Record    | Fields |
|------------|-----------|--------|
| 2026-01-15 | placement | form: kinship |
| 2026-01-16 | plan      | goals: [{"goal": "G-1", "text": "school"}, {"goal": "G-2", "text": "a bed"}] |
| 2026-01-20 | transfer  | agency: AG-1; grounds: ["child_moved", "better_placed"]; not_accompanied_because: far |

- On 2026-02-01 **F1** of RB-SOP11-03 is late.
- On 2026-02-01 reintegration_benchmarks says not yet.
"""
AS_ON_SCREEN = """
- Case: C-0001
- Guidance: Reintegration
- Setting: Case review, one every = 3

| On         | Record    | Fields |
|------------|-----------|--------|
| 2026-01-15 | Placement | Form of care: with relatives |
| 2026-01-16 | Case plan | Goals: G-1 - school / G-2 - a bed |
| 2026-01-20 | Transfer  | To: AG-1; Grounds: the child moved and still needs a plan, \
the other agency is better placed; If nobody went along: why: far |

- On 2026-02-01 **F1** of “Visits every two weeks at first” is late.
- On 2026-02-01 Reintegration says not yet.
"""


def test_a_story_says_things_as_the_screen_does_or_as_they_are_stored(tmp_path: Path) -> None:
    read = []
    for text in (AS_STORED, AS_ON_SCREEN):
        story = read_story(a_story(tmp_path, text))
        host = host_of(story)
        every = host.settings(SET, None).number("review_interval_months")
        read.append((every, [as_recorded(story, host, row).body for row in story.records], list(differences(story))))

    assert read[0] == read[1]
    assert (read[0][0], read[0][2]) == (3, [])


def test_an_answer_that_differs_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = a_story(
        tmp_path,
        HEAD + TABLE + ROW + "- On 2026-02-01 **F1** of RB-SOP11-03 is done.\n"
        "- On 2026-02-01 nothing is due.\n"
        "- On 2026-02-01 RB-SOP11-03 is due.\n"
        "- On 2026-02-01 **F1** of RB-SOP11-03 is not asked for.\n"
        "- On 2026-02-01 RB-SOP11-05 is in order.\n"
        "- On 2026-02-01 RB-SOP11-05 is not yet, from 2027-01-16.\n"
        "- On 2026-02-01 Reintegration says ready.\n",
    )

    assert [line.partition(", but ")[2][:56] for line in differences(read_story(path))] == [
        "it is “late”, 3 days late, due 2026-01-29, done never",
        "RB-SOP11-03 F1 is late",
        "the rule has several duties; name one of F1, F2, F3, F4 ",
        "it is asked for",
        "it is “not yet”: 12 months of monitoring are reached on ",
        "it can be in order from 2027-01-15",
        "it is “not yet”",
    ]
