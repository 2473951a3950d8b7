"""An agency made, staffed and worked in from the command line alone."""

from pathlib import Path

import pytest

from tests.cli.conftest import Printed, Run

PASSPHRASES = {"Ruth": "a green door in May", "Amos": "three boats and a goat"}


@pytest.fixture
def as_ruth(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands on a store just made by Ruth, with nobody else in it."""
    monkeypatch.setenv("SUPERVISOR_TUI_STORE", str(tmp_path / "new"))
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", PASSPHRASES["Ruth"])
    made = command("init", "--code", "s-01", "--name", " Ruth ", "--identities", str(tmp_path / "stick"))
    assert made.code == 0, made.err
    return command


def done(printed: Printed) -> Printed:
    assert printed.code == 0, printed.err
    return printed


def test_a_store_is_set_up_and_worked_in_without_a_screen(as_ruth: Run) -> None:
    assert done(as_ruth("programme", "add", "North", "--decides", "iag_core", "--reason", "board")).out == "north\n"
    assert done(as_ruth("people", "add", "W-04", "--name", "Amos")).out == "W-04\n"
    assert done(as_ruth("register", "sex=female", "age_years=12", "--worker", "W-04")).out == "C-0001\n"
    assert done(as_ruth("register", "sex=male")).out == "C-0002\n"
    lines = done(as_ruth("caseload", "--json")).json["cases"]
    assert [(one["case"], one["worker"], one["status"], one["programme"]) for one in lines] == [
        ("C-0001", "W-04", "intake", "north"),
        ("C-0002", None, "intake", "north"),
    ]
    assert {one["set"] for one in done(as_ruth("due", "--json")).json["items"]} == {"iag_core"}


def test_a_case_that_somebody_carries_is_open_once_child_and_caregiver_agree(as_ruth: Run) -> None:
    done(as_ruth("programme", "add", "North", "--decides", "iag_core", "--reason", "board"))
    done(as_ruth("people", "add", "W-04", "--name", "Amos"))
    done(as_ruth("register", "sex=female", "age_years=12", "--worker", "W-04"))
    assert "intake: not agreed on record: child, caregiver" in done(as_ruth("case", "C-0001")).out

    def agreed(giver: str) -> tuple[str, list[str]]:
        done(as_ruth("record", "C-0001", "consent", f"giver={giver}", "form=consent", "purpose=services"))
        case = done(as_ruth("case", "C-0001", "--json")).json
        return case["status"], case["yet_to_agree"]

    assert (agreed("child"), agreed("caregiver")) == (("intake", ["caregiver"]), ("open", []))


def test_what_was_set_up_is_listed_by_code(as_ruth: Run) -> None:
    done(as_ruth("people", "add", "W-04", "--name", "Amos"))
    done(as_ruth("people", "change", "W-04", "--role", "facilitator", "--left"))
    assert done(as_ruth("people", "list", "--json")).json == {
        "people": [
            {"person": "S-01", "roles": ["supervisor"], "supervisor": None, "active": True, "has_key": True},
            {"person": "W-04", "roles": ["facilitator"], "supervisor": "S-01", "active": False, "has_key": False},
        ]
    }
    done(as_ruth("programme", "add", "Night shelter", "--since", "2026-01-01", "--informs", "prerana_exit"))
    done(as_ruth("programme", "change", "night-shelter", "--off", "prerana_exit", "--reason", "not our law"))
    (programme,) = done(as_ruth("programme", "list", "--json")).json["programmes"]
    assert (programme["context"], programme["in_force"]) == ("development", {"prerana_exit": "no"})
    (before,) = done(as_ruth("--as-of", "2026-02-01", "programme", "list", "--json")).json["programmes"]
    assert before["in_force"] == {"prerana_exit": "informs"}


def test_a_decision_holds_at_once_and_its_reason_stands_beside_it(as_ruth: Run) -> None:
    done(as_ruth("settings", "decide", "iag_core.consent_age_years", "12", "--reason", "board"))
    listed = {one["setting"]: one for one in done(as_ruth("settings", "list", "--json")).json["settings"]}
    decided = listed["iag_core.consent_age_years"]
    assert (decided["value"], decided["decided_by"], decided["reason"]) == (12, "S-01", "board")


def test_a_programme_that_changes_is_worked_out_anew_also_where_nothing_was_due(as_ruth: Run) -> None:
    done(as_ruth("programme", "add", "North", "--since", "2020-01-01"))
    done(as_ruth("register", "sex=female"))
    assert done(as_ruth("due", "--json")).json["items"] == []
    done(as_ruth("programme", "change", "north", "--decides", "iag_core", "--reason", "board"))
    assert done(as_ruth("due", "--json")).json["items"] != []


def test_a_key_opens_the_store_until_it_is_taken(as_ruth: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done(as_ruth("people", "add", "W-04", "--name", "Amos"))
    file = tmp_path / "amos.txt"
    file.write_text(PASSPHRASES["Amos"] + "\r\n", encoding="utf-16")
    done(as_ruth("key", "give", "W-04", "--their-passphrase-file", str(file)))
    assert as_ruth("people", "change", "W-04", "--name", "Samuel").code == 2
    monkeypatch.delenv("SUPERVISOR_TUI_PASSPHRASE")
    assert done(as_ruth("--person", "Amos", "--passphrase-file", str(file), "caseload")).out == ""
    assert as_ruth("--person", "Amos", "--passphrase-file", str(file), "key", "take", "W-04").code == 2
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", PASSPHRASES["Ruth"])
    done(as_ruth("key", "take", "W-04"))
    assert as_ruth("--person", "Amos", "--passphrase-file", str(file), "caseload").code == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["people", "add", "amos", "--name", "Amos"], "A code has capital letters"),
        (["people", "add", "W-04", "--name", "ruth"], "Somebody is called so already"),
        (["people", "add", "W-04", "--name", "Amos", "--supervisor", "S-77"], "Nobody else here has the code S-77"),
        (["people", "change", "W-99", "--left"], "Nobody here has the code W-99"),
        (["key", "give", "W-99"], "Nobody here has the code W-99"),
        (["key", "give", "S-01"], "S-01 has a key already"),
        (["programme", "add", "North", "--decides", "nothing"], "There is no guidance set nothing"),
        (["programme", "add", "North", "--decides", "iag_core", "--informs", "iag_core"], "named once only"),
        (["programme", "change", "north", "--context", "emergency"], "There is no programme north"),
        (["settings", "decide", "iag_core.nothing", "3", "--reason", "board"], "There is no setting iag_core.nothing"),
        (["settings", "decide", "iag_core.urgent_hours", "24", "--reason", "x"], "A whole number below 24 is needed"),
        (["settings", "decide", "iag_core.urgent_hours", "12", "--reason", " "], "A reason is needed"),
        (["register", "sex=female"], "field programme"),
        (["register", "--programme", "south"], "There is no programme south here"),
        (["register", "--worker", "W-99"], "Nobody here has the code W-99"),
        (["due", "--worker", "W-99"], "Nobody here has the code W-99"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(as_ruth: Run, arguments: list[str], sentence: str) -> None:
    before = done(as_ruth("export")).out, done(as_ruth("people", "list")).out
    printed = as_ruth(*arguments)
    assert (printed.code, printed.out) == (2, "")
    assert sentence in printed.err
    assert (done(as_ruth("export")).out, done(as_ruth("people", "list")).out) == before


def test_a_short_passphrase_makes_no_store(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPERVISOR_TUI_STORE", str(tmp_path / "other"))
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", "abc")
    printed = command("init", "--code", "S-01", "--name", "Ruth")
    assert (printed.code, printed.out) == (2, "")
    assert "At least 12 characters" in printed.err
    assert not (tmp_path / "other").exists()
