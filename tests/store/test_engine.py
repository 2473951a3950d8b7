"""One encrypted file: who may open it, what a transaction leaves, and what is said when something is wrong."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
from supervisor_tui.store.problems import StoreProblem
from tests.store.conftest import KEY

OTHER_KEY = bytes(reversed(KEY))


def opened(
    path: Path, key: bytes = KEY, kind: FileKind = FileKind.CASES, *, create: bool = False, read_only: bool = False
) -> Engine:
    return Engine(path, key, kind, create=create, read_only=read_only)


def words(engine: Engine) -> list[object]:
    return [row[0] for row in engine.rows("SELECT word FROM words ORDER BY word")]


@pytest.fixture
def with_words(engine: Engine) -> Engine:
    engine.write("CREATE TABLE words(word TEXT PRIMARY KEY)")
    return engine


def say(engine: Engine, word: str) -> None:
    engine.write("INSERT INTO words VALUES (?)", (word,))


def say_and_stumble(engine: Engine, word: str) -> None:
    with engine.transaction():
        say(engine, word)
        raise LookupError


def test_what_was_committed_is_there_when_the_file_is_opened_again(with_words: Engine) -> None:
    say(with_words, "shelter")
    with_words.close()

    assert words(opened(with_words.path)) == ["shelter"]


def test_each_connection_keeps_a_write_ahead_log_and_syncs_it_fully(engine: Engine) -> None:
    def of_this_thread() -> tuple[object, ...]:
        connection = engine.connection()
        return tuple(connection.pragma(name) for name in ("journal_mode", "synchronous", "temp_store", "cipher"))

    other: list[tuple[object, ...]] = []
    thread = threading.Thread(target=lambda: other.append(of_this_thread()))
    thread.start()
    thread.join()

    assert of_this_thread() == ("wal", 2, 2, "sqlcipher")
    assert other == [of_this_thread()]


def test_each_thread_has_a_connection_of_its_own(engine: Engine) -> None:
    seen: list[object] = [engine.connection(), engine.connection()]
    thread = threading.Thread(target=lambda: seen.append(engine.connection()))
    thread.start()
    thread.join()

    assert seen[0] is seen[1]
    assert seen[0] is not seen[2]


def test_no_word_stands_readable_in_the_file_or_beside_it(with_words: Engine) -> None:
    say(with_words, "nightingale")

    beside = [path.read_bytes() for path in with_words.path.parent.iterdir()]
    assert [b"nightingale" in content for content in beside] == [False] * len(beside)
    assert len(beside) > 1


def test_a_block_that_raises_leaves_nothing(with_words: Engine) -> None:
    with pytest.raises(LookupError):
        say_and_stumble(with_words, "shelter")

    assert words(with_words) == []


def test_an_inner_block_that_raises_takes_back_its_own_part_only(with_words: Engine) -> None:
    with with_words.transaction():
        say(with_words, "before")
        with pytest.raises(LookupError):
            say_and_stumble(with_words, "inside")
        say(with_words, "after")

    assert words(with_words) == ["after", "before"]


def test_a_writer_sees_its_own_inner_blocks_and_others_see_them_at_the_end(with_words: Engine) -> None:
    other = opened(with_words.path)
    with with_words.transaction():
        with with_words.transaction():
            say(with_words, "inside")
        seen_before = words(other)

    assert (seen_before, words(other)) == ([], ["inside"])


def test_a_snapshot_stays_as_it_was_while_another_writes(with_words: Engine) -> None:
    other = opened(with_words.path)
    with with_words.snapshot():
        before = words(with_words)
        say(other, "shelter")
        during = words(with_words)

    assert (before, during, words(with_words)) == ([], [], ["shelter"])


def test_a_second_applications_changes_are_noticed_once(with_words: Engine) -> None:
    other = opened(with_words.path)
    other.changed_elsewhere()
    say(with_words, "shelter")

    assert [other.changed_elsewhere(), other.changed_elsewhere(), with_words.changed_elsewhere()] == [
        True,
        False,
        False,
    ]


def test_after_a_commit_those_who_asked_are_told_once(with_words: Engine) -> None:
    told: list[list[object]] = []
    with_words.after_commit(lambda: told.append(words(with_words)))
    with with_words.transaction():
        say(with_words, "a")
        say(with_words, "b")
    with pytest.raises(LookupError):
        say_and_stumble(with_words, "c")

    assert told == [["a", "b"]]


def test_another_key_is_told_in_one_sentence_and_changes_nothing(with_words: Engine) -> None:
    say(with_words, "shelter")
    with_words.close()
    before = with_words.path.read_bytes()

    with pytest.raises(StoreProblem, match=r"belongs to another key. It was left as it is. No backup was found"):
        opened(with_words.path, OTHER_KEY)
    assert with_words.path.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"", b"not a store", bytes(8192)], ids=["missing", "empty", "text", "zeros"])
def test_a_file_that_will_not_open_is_never_made_anew(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "cases.db"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(StoreProblem):
        opened(path)

    assert (path.read_bytes() if path.exists() else None) == content


def test_backups_are_offered_newest_first_where_a_file_will_not_open(tmp_path: Path) -> None:
    path = tmp_path / "cases.db"
    path.write_bytes(b"not a store")
    newest, older = tmp_path / "2026-11-21", tmp_path / "2026-11-20"

    with pytest.raises(StoreProblem, match=r"newest backup is .*2026-11-21") as refused:
        Engine(path, KEY, FileKind.CASES, find_backups=lambda: (newest, older))
    assert refused.value.backups == (newest, older)


def test_a_file_is_never_made_over_one_that_is_there(engine: Engine) -> None:
    with pytest.raises(StoreProblem, match="is there already"):
        opened(engine.path, create=True)


def test_files_put_in_each_others_place_are_noticed(engine: Engine) -> None:
    engine.close()

    with pytest.raises(StoreProblem, match="not the file that belongs here"):
        opened(engine.path, kind=FileKind.IDENTITIES)


def test_a_file_of_a_later_version_is_refused(engine: Engine) -> None:
    engine.connection().pragma("user_version", 99)
    engine.close()

    with pytest.raises(StoreProblem, match="later version"):
        opened(engine.path)


def test_every_flipped_bit_in_every_page_is_noticed_and_nothing_is_printed(
    with_words: Engine, capfd: pytest.CaptureFixture[str]
) -> None:
    for number in range(300):
        say(with_words, f"word {number} " + "x" * 100)
    with_words.close()
    whole = with_words.path.read_bytes()
    silent = []

    for at in range(0, len(whole), 509):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << (at % 8)
        with_words.path.write_bytes(damaged)
        try:
            engine = opened(with_words.path)
            words(engine)
            answer = engine.row("PRAGMA integrity_check")
            engine.close()
        except StoreProblem:
            continue
        silent.append((at, answer))

    assert silent == []
    assert capfd.readouterr() == ("", "")


def test_a_reader_may_not_write(with_words: Engine) -> None:
    reader = opened(with_words.path, read_only=True)

    with pytest.raises(StoreProblem, match="reading only"):
        say(reader, "shelter")


def test_who_waits_too_long_for_another_writer_is_told(with_words: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supervisor_tui.store.encrypted_file.BUSY_MILLISECONDS", 5)
    other = opened(with_words.path)

    with with_words.transaction(), pytest.raises(StoreProblem, match="Another program is writing"):
        say(other, "shelter")


def test_two_threads_of_one_program_write_one_after_the_other(with_words: Engine) -> None:
    def write(name: str) -> None:
        for number in range(50):
            say(with_words, f"{name}{number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(words(with_words)) == 200


def test_a_copy_holds_one_moment_and_opens_with_the_same_key(with_words: Engine, tmp_path: Path) -> None:
    say(with_words, "before")
    other = opened(with_words.path)
    with with_words.snapshot():
        with_words.rows("SELECT 1 FROM words")
        say(other, "after")
        with_words.copy_into(tmp_path / "copy.db")

    copy = opened(tmp_path / "copy.db")
    assert words(copy) == ["before"]
    assert copy.row("PRAGMA integrity_check") == ("ok",)


FSYNCS = """
import sys
from pathlib import Path
from supervisor_tui.store.encrypted_file import FileKind
from supervisor_tui.store.engine import Engine
engine = Engine(Path(sys.argv[1]), bytes(range(32)), FileKind.CASES)
for number in range(int(sys.argv[2])):
    with engine.transaction() as connection:
        connection.execute("INSERT INTO words VALUES (?)", (f"{number:08}",))
import os
os._exit(0)
"""


@pytest.mark.debian
@pytest.mark.skipif(shutil.which("strace") is None, reason="counts system calls with strace")
def test_a_commit_costs_exactly_one_fsync(with_words: Engine, tmp_path: Path) -> None:
    with_words.close()

    def fsyncs(commits: int) -> int:
        path = tmp_path / f"{commits}.db"
        shutil.copy(with_words.path, path)
        log = tmp_path / f"{commits}.log"
        traced = ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(log)]
        subprocess.run([*traced, sys.executable, "-c", FSYNCS, str(path), str(commits)], check=True)
        return log.read_text().count("sync(")

    assert fsyncs(60) - fsyncs(10) == 50
