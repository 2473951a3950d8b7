import re

import pytest

import supervisor_tui
from supervisor_tui.casework.demo_agency import folder
from supervisor_tui.casework.demo_agency.folder import demo_folder
from supervisor_tui.casework.demo_agency.words import Groups, Notes, demo_words
from supervisor_tui.guidance.host import PluginHost


def test_the_files_are_found_in_a_checkout() -> None:
    assert (demo_folder() / "README.md").is_file()


def test_the_files_are_found_beside_the_installed_package(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path_factory.mktemp("site-packages") / "supervisor_tui"
    (package / "demo_agency").mkdir(parents=True)
    (package / "demo_agency" / "people.toml").write_text("people = []\n", encoding="utf-8")
    monkeypatch.setattr(supervisor_tui, "__file__", str(package / "__init__.py"))
    assert demo_folder() == package / "demo_agency"


def test_an_installation_without_the_files_says_so(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path_factory.mktemp("site-packages") / "supervisor_tui"
    monkeypatch.setattr(supervisor_tui, "__file__", str(package / "__init__.py"))
    with pytest.raises(FileNotFoundError, match="demo agency"):
        demo_folder()


def test_the_readme_names_every_file_and_says_that_nobody_exists() -> None:
    readme = (demo_folder() / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(\w+\.toml)`", readme)) == {file.name for file in demo_folder().glob("*.toml")}
    assert "Nobody in it exists." in readme


def test_every_group_of_cases_says_only_what_its_course_knows() -> None:
    words = {group.course for group in folder.read("cases", Groups).groups}
    assert words == {
        "intake",
        "community",
        "imported",
        "reopened",
        "closing",
        "ended",
        "reintegration",
        "aftercare",
    }


def test_the_records_of_sets_are_of_kinds_that_the_sets_declare() -> None:
    kinds = PluginHost.discover().kinds
    assert [said.kind for said in demo_words().set_records.values() if kinds.get(said.kind) is None] == []


def test_the_notes_are_many_enough_not_to_repeat_at_every_visit() -> None:
    notes = folder.read("notes", Notes)
    assert len(notes.opening["home_visit"]) * len(notes.observation["better"]) * len(notes.agreed["better"]) > 500


def test_a_mistake_in_a_file_is_told(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path_factory.mktemp("site-packages") / "supervisor_tui"
    (package / "demo_agency").mkdir(parents=True)
    for name, text in (("people", ""), ("wrong", "groups = [{ worker = 'north' }]\n")):
        (package / "demo_agency" / f"{name}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(supervisor_tui, "__file__", str(package / "__init__.py"))
    with pytest.raises(Exception, match="worker"):
        folder.read("wrong", Groups)
