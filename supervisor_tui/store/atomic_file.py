"""Writing a small file so that a reader or a power cut finds the old one or the new one, never half of either."""

import os
import time
from pathlib import Path

__all__ = ["put_in_place", "sync_folder", "write_atomically"]

_TRIES = 20
_PAUSE_SECONDS = 0.05


def write_atomically(path: Path, content: bytes) -> None:
    """Write beside the file, sync, put it in its place, and sync the folder where the system can.

    Raises OSError.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a folder's new names survive a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(beside: Path, path: Path) -> None:
    """Give a finished file or folder its name.

    On Windows a virus scanner may hold what was just written, or the old file, for a moment; that is waited out for a
    second, then OSError.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            beside.replace(path)
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return
