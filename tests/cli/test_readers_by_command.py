"""Who reads a case file, from the command line."""

import pytest

from tests.cli.conftest import Run

OF_ANOTHER_TEAM = "C-0062"


@pytest.fixture(autouse=True)
def another_team(command: Run) -> None:
    """Give a case to a caseworker for whom another supervisor answers."""
    for arguments in (
        ("people", "add", "S-02", "--name", "Samira", "--role", "supervisor"),
        ("people", "add", "W-12", "--name", "Tirza", "--supervisor", "S-02"),
        ("hand-on", OF_ANOTHER_TEAM, "--to", "W-12", "--reason", "moves", "--told-by", "W-05"),
    ):
        assert command(*arguments).code == 0, arguments


def test_a_file_of_another_team_is_read_with_a_reason_that_holds_for_the_day(command: Run) -> None:
    refused = command("case", OF_ANOTHER_TEAM)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        f"{OF_ANOTHER_TEAM} is not carried by you or your team. Say first why you need to read it: "
        f"supervisor-tui readers {OF_ANOTHER_TEAM} --because stands_in\n"
    )
    said = command("readers", OF_ANOTHER_TEAM, "--because", "complaint", "--words", "the school complained", "--json")
    (let_in,) = said.json["let_in"]
    assert (let_in["person"], let_in["by"], let_in["because"], let_in["words"]) == (
        *("S-01", "S-01"),
        *("complaint", "the school complained"),
    )
    assert command("case", OF_ANOTHER_TEAM, "--json").json["opened_by"] == 1
    (opened,) = command("readers", OF_ANOTHER_TEAM, "--json").json["opened"]
    assert opened["person"] == "S-01"


def test_a_reason_that_cannot_be_is_one_sentence_and_nothing_is_written(command: Run) -> None:
    for arguments in (
        ("--because", "curious"),
        ("--because", "other"),
        ("--words", "because I want to"),
        ("--because", "advice", "--let-in", "W-01"),
        ("--because", "advice", "--until", "+3d"),
    ):
        refused = command("readers", OF_ANOTHER_TEAM, *arguments)
        assert (refused.code, refused.out, "Traceback" in refused.err) == (2, "", False), refused
    assert command("readers", OF_ANOTHER_TEAM, "--json").json["let_in"] == []


def test_the_other_supervisor_would_see_it_and_ones_own_team_is_told_of_by_command(command: Run) -> None:
    assert command("readers").out == ""
    command("readers", OF_ANOTHER_TEAM, "--because", "advice")
    assert command("readers", "--json").json == {"opened_with_reason": []}
    let_in = command("readers", "C-0117", "--because", "stands_in", "--let-in", "Leila", "--until", "2026-12-24").out
    assert let_in == (
        "C-0117: carried by Amos\nanswers for them: Ruth\nMay read it as well:\n"
        "  Leila: stands in for the caseworker; until 2026-12-24, let in by Ruth\nOpened by 0 people in 30 days:\n"
    )
