"""Files that are no lists of cases, or not whole: one sentence each, and nothing half read."""

import io
import zipfile
from pathlib import Path

import pytest

from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.exchange.reading.opening import FileTaken, take_file
from supervisor_tui.exchange.reading.progress import Progress
from supervisor_tui.exchange.reading.read_cases import read_cases, read_taken
from tests.exchange.cases_here import refused_by
from tests.exchange.primero_files import a_primero_case, as_api_page, as_csv, as_export, as_workbook

ONE_CASE = [a_primero_case()]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (as_api_page(ONE_CASE)[:-40], "the file ends in the middle"),
        (as_export(ONE_CASE)[:400], "the file ends in the middle"),
        (b'[{"case_id": 1,, }]', "the JSON is broken at letter 16 of this line"),
        (b'{"data": [{"case_id": NaN}]}', "it holds NaN, which is no number"),
        (b'{"data": [{"case_id": 1e999}]}', "it holds a number that is too large to be one"),
        (b'{"data": [{"case_id": ' + b"9" * 50 + b"}]}", "it holds a number that is too large to be one"),
        (b"[" * 100_000, "lists stand inside lists far deeper than any case has them"),
        (b"[" * 100 + b"]" * 100, "lists stand inside lists far deeper than any case has them"),
        (b'{"data": []}', "there is no case in it"),
        (as_csv(ONE_CASE)[:-30], "a quotation mark is opened and not closed, or stands inside a text"),
        (b"Case,Name,Sex\nC-0117,A,f\nC-0118,B", "the file ends in the middle of a row"),
        (b"Case,Name\n", "there are headings, but no case below them"),
        (b"\n\n  \n", "there are no headings and no rows"),
        (b"just a letter to a friend\nwith a second line\n", "this is not a table"),
        (b"\x00\x01\x02\x03" * 40, "this is not text that can be read"),
        ("Case,Näme\nC-0117,Zoë".encode()[:-1], "the file ends in the middle of a letter"),
        (b"%PDF-1.7 ...", "this is a PDF file, not a list of cases"),
        (b"<html><table>", "this is a XML/HTML file, not a list of cases"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "this is a file of an older office program"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "the sheet is locked with a password",
        ),
        (as_workbook(ONE_CASE)[:-200], "the file is damaged or cut off"),
    ],
    ids=lambda part: part if isinstance(part, str) else "file",
)
def test_it_is_refused_with_one_sentence(content: bytes, what: str) -> None:
    problem = refused_by(content)
    assert problem.what.startswith(what)
    assert problem.do.endswith(".")
    assert str(problem).count("\n") == 0


def a_zip(name: str, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_a_packed_file_is_to_be_unpacked_first() -> None:
    assert refused_by(a_zip("cases.csv")).what == "this is a packed file (.zip), not a sheet"


def test_a_locked_packed_file_asks_for_its_password_outside() -> None:
    content = bytearray(a_zip("cases.csv"))
    directory = content.rfind(b"PK\x01\x02")
    content[directory + 8] |= 1
    assert "locked with a password" in refused_by(bytes(content)).what


def test_another_program_s_sheet_is_named() -> None:
    assert refused_by(a_zip("content.xml")).what == "this is a sheet, but not an .xlsx"


def test_the_ending_of_the_name_means_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_bytes(as_workbook(ONE_CASE))
    read = read_cases(path)
    assert not isinstance(read, ImportProblem)
    assert len(read.cases) == 1


def test_folders_missing_and_empty_files_are_named_without_their_folder(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    problems = [take_file(tmp_path), take_file(tmp_path / "nowhere.csv"), take_file(empty)]
    assert [str(problem).split(". ")[0] for problem in problems] == [
        f"{tmp_path.name}: this is a folder",
        "nowhere.csv: there is no such file",
        "empty.csv: the file is empty",
    ]


def test_a_file_beyond_measure_is_not_taken_in(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 2048)
    problem = take_file(large, largest=1024)
    assert isinstance(problem, ImportProblem)
    assert problem.what.startswith("the file is larger than")


def test_a_long_reading_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("Case,Sex\n" + "\n".join(f"C-{number:04},f" for number in range(1000)), encoding="utf-8")
    told: list[Progress] = []

    def until_half(progress: Progress) -> bool:
        told.append(progress)
        return progress.done < 500

    problem = read_cases(path, until_half)
    assert isinstance(problem, ImportProblem)
    assert problem.what == "the import was stopped"
    assert [(progress.done, progress.of) for progress in told] == [(0, 1000), (200, 1000), (400, 1000), (600, 1000)]


def test_no_cell_of_a_refused_file_is_repeated() -> None:
    content = b"Case,Name\nC-0117,Invented Secret\nC-0118,Another Secret,too many,cells"
    taken = take_from(content)
    assert "Secret" not in " ".join(str(problem) for problem in taken)


def take_from(content: bytes) -> tuple[ImportProblem, ...]:
    found = read_taken(FileTaken("cases.csv", content))
    return (found,) if isinstance(found, ImportProblem) else found.refused
