"""`closings`: the same view in plain lines and in JSON."""

from collections import Counter

import msgspec

from supervisor_tui.casework.closings import closings
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.keeping_current import bring_up_to_date, out_of_date
from supervisor_tui.cli.answers.of_closings import closings_answer
from tests.cli.conftest import Run
from tests.tui.demo_office import demo

__all__ = ["demo"]

KEYS = {
    "case",
    "place",
    "worker",
    "risk",
    "asked_on",
    "reason",
    "turn",
    "what",
    "verdicts",
    "moving_to",
    "moving",
    "closed_on",
    "due",
    "kept_until",
    "held",
    "held_because",
    "tasks",
    "task",
    "task_by",
}


def test_closings_keep_their_keys_and_their_places(command: Run) -> None:
    answer = command("closings", "--json").json
    assert set(answer) == {"as_of", "cases", "deciders", "counts"}
    assert all(set(line) == KEYS for line in answer["cases"])
    assert [(line["case"], line["place"]) for line in answer["cases"]] == [("C-0048", "waiting")]
    assert answer["deciders"] == ["S-01"]


def test_the_lines_say_whose_turn_it_is_and_what_is_listed_nowhere(command: Run) -> None:
    lines = command("closings").out.splitlines()
    assert lines[0] == "ASKED FOR: THE GUIDANCE IN FORCE CANNOT SAY MORE  1"
    assert lines[1].startswith("  C-0048  M  goals met and safe  Amos")
    assert lines[-2:] == ["5 open cases not near closing", "0 closed cases"]


def test_a_closing_names_a_meeting_that_decided_it_or_is_refused(command: Run) -> None:
    command("meeting", "new", "C-0048", "--at", "2026-11-20T14:00")
    refused = command("closing", "close", "C-0048", "--meeting", "M-0001", "--because", "agreed")
    assert refused.code != 0
    assert "The minutes of M-0001 hold no decision that C-0048 is to be closed." in refused.err
    elsewhere = command("closing", "close", "C-0048", "--meeting", "M-0999", "--because", "agreed")
    assert elsewhere.code == 0
    assert "There is no meeting M-0999 here" in elsewhere.err


def test_json_gives_every_group_of_the_screen(demo: Desk) -> None:
    bring_up_to_date(demo, out_of_date(demo))
    cases = msgspec.to_builtins(closings_answer(closings(demo)))["cases"]
    assert Counter(line["place"] for line in cases) == {
        "ready": 2,
        "one_away": 8,
        "waiting": 3,
        "moving": 2,
        "visit": 11,
        "to_decide": 2,
        "held": 1,
    }
    by_case = {line["case"]: line for line in cases}
    task, held = by_case["C-0112"], by_case["C-0153"]
    assert (task["tasks"], task["turn"], task["task"], task["task_by"]) == (
        1,
        "now",
        "K1 Give the family the numbers they can call.",
        task["worker"],
    )
    assert (held["held"], held["held_because"]) == (True, "The department looks into the death.")


def test_a_task_that_is_left_keeps_a_case_from_being_listed_as_ready(command: Run) -> None:
    before = command("closings", "--json").json["cases"][0]
    assert command("closing", "task", "C-0048", "tell", "the", "school", "--who", "Ruth").code == 0
    (after,) = command("closings", "--json").json["cases"]
    assert [(one["tasks"], one["task"], one["task_by"], one["turn"]) for one in (before, after)] == [
        (0, None, None, None),
        (1, "K1 tell the school", "S-01", "someone"),
    ]


def test_after_a_death_closing_is_asked_for_with_that_reason_and_the_story_says_it_plainly(command: Run) -> None:
    without = command("closing", "ask", "C-0117")
    assert (without.code, without.out) == (2, "")
    assert without.err.startswith("Say the main reason with --reason: goals-met, ")
    command("record", "C-0117", "iag_core.death", "--on", "2026-11-20")
    assert "  2026-11-20  Death of the child\n" in command("case", "C-0117").out
    assert command("closing", "ask", "C-0117").code == 0
    assert "Closing asked for: death" in command("case", "C-0117").out
