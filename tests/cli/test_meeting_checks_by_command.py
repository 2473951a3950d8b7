"""What a meeting still needs, and what falls due around meetings, from the command line."""

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def guidelines_in_force(command: Run) -> None:
    """Let the Inter-Agency Guidelines inform the programme of the cases."""
    assert command("programme", "change", "north", "--informs", "iag_core", "--reason", "agreed").code == 0


def test_a_conference_that_was_only_called_says_what_it_still_needs(command: Run) -> None:
    command("meeting", "new", "C-0117", "--at", "2030-01-07T14:00", "--with", "provider:nurse:AG-02")

    printed = command("meeting", "check", "M-0001")
    answer = command("meeting", "check", "M-0001", "--json").json
    (found,) = answer["sets"]

    results = {check["rule"]: check["result"] for check in found["checks"]}
    assert (found["set"], answer["meeting"], results["IAG-MTG-12"], results["IAG-MTG-13"]) == (
        "iag_core",
        "M-0001",
        "fail",
        "unknown",
    )
    assert answer["open"] == sum(result in {"fail", "unknown"} for result in results.values())
    assert printed.out.splitlines()[0].startswith("not yet  Several agencies or sectors")


def test_a_number_that_no_meeting_has_is_one_sentence(command: Run) -> None:
    assert command("meeting", "check", "M-0009").code == 2


def test_a_team_whose_interval_is_not_decided_hears_so(command: Run) -> None:
    items = command("meeting", "due", "--json").json["items"]
    assert [(item["rule"], item["state"], item["due"]) for item in items] == [("IAG-MTG-11", "unknown", None)]
    assert "has not decided how often the team meets" in command("meeting", "due").out


def test_what_falls_due_about_meetings_follows_the_cases_in_the_due_list(command: Run) -> None:
    *cases, last = command("due", "--json").json["items"]
    assert all(item["case"] for item in cases)
    assert (last["case"], last["rule"], last["state"], last["meeting"]) == (None, "IAG-MTG-11", "unknown", None)
    assert command("due").out.splitlines()[-1] == (
        "The agency has not decided how often the team meets.  North  not known"
    )


def test_a_caseworker_carries_no_meetings(command: Run) -> None:
    assert all(item["case"] for item in command("due", "--worker", "Amos", "--json").json["items"])
