"""`closings`: the same view in plain lines and in JSON."""

from tests.cli.conftest import Run

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
