"""From a file on disk into a real store: twice, changed, stopped half-way, and with no name in the cases file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.importing import (
    ImportDone,
    ImportRequest,
    UnansweredError,
    carry_out,
    mapping_text,
    plan_of_file,
)
from supervisor_tui.domain.ids import CaseCode, ProgrammeId
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.status import Status, registration, status
from supervisor_tui.exchange.incoming.import_plan import ImportPlan
from supervisor_tui.exchange.reading.dates import DateOrder
from supervisor_tui.exchange.reading.progress import ImportStep, Progress
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.identities import Identity
from tests.exchange.cases_here import changes_nothing
from tests.exchange.primero_files import Plain, a_closed_case, a_primero_case, as_api_page
from tests.store.builders import AMOS, NOW, RUTH, a_store

CODE = CaseCode("583069E")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store, _recovery_key = a_store(tmp_path / "office")
    store.people.add(AMOS, RUTH.code)
    store.programmes.add(Programme(ProgrammeId("north"), "North"), RUTH.code)
    yield Desk(store, PluginHost.discover(candidates=()), RUTH, lambda: NOW)
    store.close()


def a_file(folder: Path, **changed: Plain) -> Path:
    path = folder / "export.json"
    path.write_bytes(as_api_page([a_primero_case(owned_by="Amos", **changed), a_closed_case(owned_by="Amos")]))
    return path


def planned(desk: Desk, path: Path, **asked: object) -> ImportPlan:
    found = plan_of_file(desk, ImportRequest(path, **asked))  # type: ignore[arg-type]
    assert isinstance(found, ImportPlan), str(found)
    return found


def test_a_file_comes_in_and_the_second_time_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = a_file(tmp_path)
    plan = planned(desk, path)
    assert desk.store.records.codes() == ()
    assert carry_out(desk, plan) == ImportDone(2, 14, sum(len(case.locked) for case in plan.cases), stopped=False)
    again = planned(desk, path)
    assert changes_nothing(again)
    assert carry_out(desk, again) == ImportDone(0, 0, 0, stopped=False)
    assert [(summary.case, summary.worker, summary.status) for summary in desk.store.summaries.all()] == [
        (CODE, "W-04", "intake"),
        ("B7A1D02", "W-04", "closed"),
    ]


@pytest.mark.parametrize(("start", "stands"), [("2026-11-01", "open"), ("2020-01-01", "intake")])
def test_a_case_registered_since_we_began_is_an_intake_until_they_agree(
    desk: Desk, tmp_path: Path, start: str, stands: str
) -> None:
    carry_out(desk, planned(desk, a_file(tmp_path), start_date=date.fromisoformat(start)))
    summary = desk.store.summaries.of(CODE)
    assert summary is not None
    assert (summary.status, summary.yet_to_agree) == (stands, "" if stands == "open" else "child, caregiver")


def test_what_was_planned_twice_and_written_twice_is_there_once(desk: Desk, tmp_path: Path) -> None:
    first, second = planned(desk, a_file(tmp_path)), planned(desk, a_file(tmp_path))
    carry_out(desk, first)
    carry_out(desk, second)
    records = desk.store.records.of(CODE)
    assert len(records) == len({record.id for record in records}) == 8


def test_names_are_found_and_do_not_stand_in_the_cases_file(desk: Desk, tmp_path: Path) -> None:
    carry_out(desk, planned(desk, a_file(tmp_path)))
    assert desk.store.identities is not None
    assert desk.store.identities.of(CODE) == Identity(
        CODE, ("Nobody Invented",), contacts=("+000 555 0100",), revision=1
    )
    assert desk.store.cases_named("invented") == (CODE,)
    said = b"".join(bytes(record.body) for record in desk.store.records.of(CODE))
    assert b"Invented" not in said
    kept = {field.name for field in desk.store.identities.locked(CODE)}
    assert {"block_660b751", "followup_comments", "phonetic_data"} <= kept


def test_a_name_that_somebody_corrected_here_stays(desk: Desk, tmp_path: Path) -> None:
    carry_out(desk, planned(desk, a_file(tmp_path)))
    identities = desk.store.open_identities()
    identities.save(Identity(CODE, ("Nobody Corrected",), contacts=("+000 555 0100",), revision=1))
    carry_out(desk, planned(desk, a_file(tmp_path, name="Nobody Else", telephone_current="+000 555 0199")))
    assert identities.of(CODE) == Identity(CODE, ("Nobody Corrected",), contacts=("+000 555 0199",), revision=3)


def test_next_week_s_export_amends_and_the_case_file_reads_the_correction(desk: Desk, tmp_path: Path) -> None:
    carry_out(desk, planned(desk, a_file(tmp_path)))
    done = carry_out(desk, planned(desk, a_file(tmp_path, sex="male")))
    assert (done.cases, done.records) == (1, 1)
    opening = registration(desk.case(CODE))
    assert opening is not None
    assert opening.body.sex == "male"
    assert status(desk.case(CaseCode("B7A1D02"))) is Status.CLOSED


def test_a_start_date_is_on_record(desk: Desk, tmp_path: Path) -> None:
    carry_out(desk, planned(desk, a_file(tmp_path), start_date=date(2026, 11, 1)))
    assert [entry.body.duties_from for entry in desk.case(CODE).of(Registration)] == [date(2026, 11, 1)]


def test_a_stopped_import_leaves_whole_cases_and_goes_on_the_next_time(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supervisor_tui.casework.importing._CASES_A_COMMIT", 1)
    told: list[Progress] = []

    def after_one(progress: Progress) -> bool:
        told.append(progress)
        return progress.done < 1

    done = carry_out(desk, planned(desk, a_file(tmp_path)), after_one)
    assert (done.cases, done.stopped) == (1, True)
    assert told == [Progress(ImportStep.WRITING, 0, 2), Progress(ImportStep.WRITING, 1, 2)]
    assert desk.store.records.codes() == (CODE,)
    rest = planned(desk, a_file(tmp_path))
    assert [case.code for case in rest.cases if case.writes] == ["B7A1D02"]


def test_a_fault_while_writing_leaves_nothing_of_that_commit_in_the_cases_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = planned(desk, a_file(tmp_path))

    def breaks(*_given: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("supervisor_tui.casework.importing._to_add", breaks)
        with pytest.raises(OSError, match="disk is full"):
            carry_out(desk, plan)
    assert desk.store.records.codes() == ()
    assert carry_out(desk, planned(desk, a_file(tmp_path))).cases == 2


def test_the_mapping_file_is_written_edited_and_obeyed(desk: Desk, tmp_path: Path) -> None:
    sheet = tmp_path / "cases.csv"
    sheet.write_text("Case,Registered on,Caseworker\nC-0117,03/04/2026,the tall one\n", encoding="utf-8")
    dry = planned(desk, sheet)
    assert not dry.may_be_written
    with pytest.raises(UnansweredError):
        carry_out(desk, dry)
    text = mapping_text(dry)
    assert "Please say" in text
    mapping = tmp_path / "cases.toml"
    edited = text.replace('date_order = ""', 'date_order = "day-first"').replace('means = ""', 'means = "W-04"')
    mapping.write_text(edited, encoding="utf-8")
    plan = planned(desk, sheet, mapping_file=mapping)
    assert [(change.kind.KIND, change.on) for change in plan.cases[0].changes] == [
        ("registration", date(2026, 4, 3)),
        ("assignment", date(2026, 4, 3)),
    ]
    assert planned(desk, sheet, dates=DateOrder.MONTH_FIRST).cases[0].changes[0].on == date(2026, 3, 4)


def test_a_file_a_mapping_or_a_programme_that_is_not_there_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    path = a_file(tmp_path)
    wrong = (
        ImportRequest(tmp_path / "nowhere.csv"),
        ImportRequest(path, mapping_file=tmp_path / "nowhere.toml"),
        ImportRequest(path, programme=ProgrammeId("south")),
    )
    said = [plan_of_file(desk, request) for request in wrong]
    assert [[str(problem) for problem in problems] for problems in said if isinstance(problems, tuple)] == [
        ["nowhere.csv: there is no such file. Check the name and the folder."],
        ["nowhere.toml: there is no such file. Check the name and the folder."],
        ["export.json: there is no such programme. Name one of: north."],
    ]
