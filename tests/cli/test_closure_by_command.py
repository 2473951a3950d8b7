"""`closure`: the workspace in plain lines, the same order as on the screen, and in JSON."""

from tests.cli.conftest import Run

AMOS_CASE = "C-0117"
IAG = ("guidance_for_case", "set=iag_core", "standing=decides", "reason=agreed")
PRERANA = ("guidance_for_case", "set=prerana_exit", "standing=informs", "reason=asked")


def under_two_sets(command: Run) -> None:
    for body in (IAG, PRERANA):
        assert command("record", AMOS_CASE, *body, "--on", "2026-11-01").code == 0


def test_where_nobody_asked_the_first_line_is_to_ask_and_says_what_waits_for_it(command: Run) -> None:
    under_two_sets(command)
    lines = command("closure", AMOS_CASE).out.splitlines()
    first = lines[lines.index("CAN BE DONE NOW") + 1]
    assert first.startswith("  ?  Ask for closing  Nobody has asked. 24 checks are read for the main reason.")
    assert first.endswith("record: closure_request  23 more checks ask for the same  (Inter-Agency)")
    assert sum("Ask for closing" in line for line in lines) == 2, "once in the way, once advised"


def test_the_ways_out_the_differences_and_who_can_act_stand_in_the_plain_lines(command: Run) -> None:
    under_two_sets(command)
    said = command("closure", AMOS_CASE).out
    assert "way 2b: Client and family ask for every service to end" in said
    assert "They differ on contact after closing: " in said
    assert "No manager has authorised the closing.  manager  record: approval" in said
    assert (
        "Not in force here: Reintegration into family care (Kenya handbook) (--also reintegration_benchmarks)" in said
    )


def test_the_facts_the_rules_and_how_each_is_known_are_told_on_request(command: Run) -> None:
    under_two_sets(command)
    assert "IAG-CLS-13" not in command("closure", AMOS_CASE).out
    assert "      IAG-CLS-13 IAG-CLS-14  004 §3.6" in command("closure", AMOS_CASE, "--facts").out


def test_json_says_the_turn_the_ways_and_the_differences(command: Run) -> None:
    under_two_sets(command)
    answer = command("closure", AMOS_CASE, "--json").json
    first = answer["open"][0]
    assert (first["set"], first["turn"], len(first["settles"])) == ("iag_core", "now", 23)
    manager = next(line for line in answer["open"] if line["rule"] == "IAG-CLS-13")
    assert (manager["turn"], manager["who"], manager["settles"]) == ("someone", "manager", ["IAG-CLS-14"])
    assert {way["way"] for way in answer["ways"]} >= {"1", "2b"}
    assert {line["question"] for line in answer["differences"]} >= {"goals", "risk", "retention"}


def test_of_a_closed_case_the_first_line_says_that_it_is_closed(command: Run) -> None:
    said = "because=told about the youth centre"
    assert command("record", AMOS_CASE, "closure", "reason=goals-met", said, "--on", "2026-11-20").code == 0

    assert command("closure", AMOS_CASE).out.splitlines()[0] == "C-0117: closed on 2026-11-20, goals met and safe"
