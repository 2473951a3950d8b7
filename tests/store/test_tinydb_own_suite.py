"""TinyDB's own tests, from its source package on the registry, run against our tables."""

import os
import shutil
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
from importlib.metadata import version
from pathlib import Path

import pytest

FIXTURES = Path(__file__).with_name("tinydb_suite_conftest.py")

TESTS_OF_STORAGES = ("test_storages.py", "test_middlewares.py")
"""They test TinyDB's JSON file and what wraps it, which we do not have."""

QUERY_CACHE = {
    ("tests.test_tables", "test_query_cache"),
    ("tests.test_tables", "test_query_cache_size"),
    ("tests.test_tables", "test_lru_cache"),
    ("tests.test_tinydb", "test_search"),
    ("tests.test_tinydb", "test_search_path"),
}
"""They look into the query cache, which is off here: a reader's change to a result would change the next result."""

LITERAL_NAMES = {
    ("tests.test_tables", "test_table_repr"),
    ("tests.test_tinydb", "test_repr"),
    ("tests.test_tinydb", "test_access_storage"),
    ("tests.test_tinydb", "test_storage_access"),
}
"""They compare `repr()` with TinyDB's class names, or ask for TinyDB's MemoryStorage."""


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fetch and unpack TinyDB's tests; without the registry skip loudly, and fail where CI says it must be there."""
    folder = tmp_path_factory.mktemp("tinydb")
    wanted = f"tinydb=={version('tinydb')}"
    fetched = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", "tinydb", wanted],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if fetched.returncode:
        missing = f"TinyDB's own tests did NOT run: {wanted} cannot be fetched: {fetched.stderr.strip()[-300:]}"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    (package,) = folder.glob("*.tar.gz")
    with tarfile.open(package) as archive:
        archive.extractall(folder, filter="data")
    (tests,) = folder.glob("*/tests")
    shutil.copytree(tests, folder / "suite" / "tests")
    shutil.copy(FIXTURES, folder / "suite" / "tests" / "conftest.py")
    (folder / "suite" / "pytest.ini").write_text("[pytest]\n")
    return folder / "suite"


def test_tinydbs_own_tests_pass_on_our_tables_but_for_the_named_assertions(suite: Path) -> None:
    left_out = [f"--ignore=tests/{name}" for name in TESTS_OF_STORAGES]
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--junitxml=answers.xml", *left_out, "tests"],
        cwd=suite,
        capture_output=True,
        check=False,
    )

    cases = ET.parse(suite / "answers.xml").getroot().findall(".//testcase")
    failed = {(case.get("classname"), case.get("name")) for case in cases if case.find("failure") is not None}
    broken = [case.get("name") for case in cases if case.find("error") is not None]

    assert len(cases) > 100
    assert broken == []
    assert failed == QUERY_CACHE | LITERAL_NAMES
