"""Bringing in a spreadsheet from the command line: looked at first, then written, then written again."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROWS = (
    "Case ID,Name,Sex,Registration Date,Caseworker,Risk Level,Remarks\n"
    "A-001,Demo Child,F,2026-01-15,W-04,High,lives with Demo Aunt\n"
    "A-002,Demo Other,M,2026-02-20,W-05,Low,\n"
)


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "export.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_a_dry_run_says_what_would_come_in_and_writes_nothing(command: Run, file: Path) -> None:
    printed = command("import", str(file), "--dry-run")
    assert printed.code == 0
    assert "A-001 (row 2): new case" in printed.out
    assert "2 columns kept locked, none lost" in printed.out
    assert command("case", "A-001").code == 2


def test_what_was_imported_is_there_and_a_second_time_changes_nothing(command: Run, file: Path) -> None:
    assert command("import", str(file)).code == 0
    before = command("case", "A-001", "--json").json
    assert {record["how_known"] for record in before["records"]} == {"imported"}
    again = command("import", str(file))
    assert "0 new cases, 0 changed, 2 as they were" in again.out
    assert command("case", "A-001", "--json").json == before


def test_no_name_and_no_remark_reaches_the_cases_file(command: Run, file: Path) -> None:
    command("import", str(file))
    out = file.with_name("all.json")
    command("export", "--out", str(out))
    text = out.read_text(encoding="utf-8")
    assert "Demo" not in text
    assert "Aunt" not in text


def test_a_mapping_file_is_written_by_a_dry_run_with_masked_samples(command: Run, file: Path) -> None:
    mapping = file.with_name("mapping.toml")
    command("import", str(file), "--dry-run", "--map", str(mapping))
    text = mapping.read_text(encoding="utf-8")
    assert 'samples = ["xxxx xxxxx"]' in text
    assert "Demo" not in text
    assert command("import", str(file), "--map", str(mapping)).code == 0


def test_a_mapping_file_that_is_not_there_gets_a_sentence(command: Run, file: Path) -> None:
    printed = command("import", str(file), "--map", str(file.with_name("none.toml")))
    assert printed.code == 2
    assert "A dry run writes one" in printed.err


def test_a_file_that_is_not_there_gets_one_sentence(command: Run, folder: Path) -> None:
    printed = command("import", str(folder / "nothing.csv"))
    assert (printed.code, printed.out, printed.err.count("\n")) == (2, "", 1)


def test_next_weeks_export_amends_and_lists_the_cases_that_are_gone(command: Run, file: Path) -> None:
    command("import", str(file))
    file.write_text(ROWS.replace("A-001,Demo Child,F", "A-001,Demo Child,M").replace("A-002,", "A-003,"), "utf-8")
    printed = command("import", str(file))
    assert printed.code == 0
    assert "A-002" in printed.out
    records = command("case", "A-001", "--json").json["records"]
    assert [record["amends"] is not None for record in records if record["kind"] == "registration"] == [True]
    assert command("case", "A-002", "--json").json["status"] != "closed"


def test_a_row_that_is_not_taken_in_is_named_when_the_others_are_written(command: Run, file: Path) -> None:
    file.write_text(ROWS + "not a code!,Demo Third,F,2026-03-01,W-04,Low,\n", encoding="utf-8")
    printed = command("import", str(file))
    assert "row 4" in printed.err
    assert command("case", "A-001").code == 0
