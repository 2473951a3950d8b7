"""What remains of a crash: kinds of errors and places in the code, never a word of a case.

Textual prints the local variables of every frame; here they would be children's files. The error's own text is left out
as well, for it can quote what was being read.
"""

import sys
import traceback
from datetime import datetime
from pathlib import Path, PurePath
from types import TracebackType

from platformdirs import user_state_path

from supervisor_tui.wording import _

__all__ = ["crash_report", "crash_sentence", "quiet_excepthook", "write_report"]


def crash_report(error: BaseException) -> str:
    """Return the chain of errors, innermost cause first: each its kind, then file, line and function a frame."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = _behind(link)
    return "\n\n".join(_one(link) for link in reversed(chain)) + "\n"


def write_report(error: BaseException, moment: datetime, folder: Path | None = None) -> Path | None:
    """Write the report into `folder` (by default the user's own state folder); None where that cannot be written."""
    chosen = folder or user_state_path("supervisor-tui", appauthor=False) / "crashes"
    path = chosen / f"crash-{moment:%Y%m%dT%H%M%S}.txt"
    try:
        chosen.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{_versions()}\n\n{crash_report(error)}", encoding="utf-8")
    except OSError:
        return None
    return path


def crash_sentence(path: Path | None) -> str:
    """Say what happened in the words for the person in front of the screen."""
    if path is None:
        return _("Something broke and the program stopped. What was shown as saved is saved.")
    return _(
        "Something broke and the program stopped. What was shown as saved is saved. "
        "{file} names the places in the code; it holds nothing of any case."
    ).format(file=path)


def quiet_excepthook(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Stand in for `sys.excepthook`: one sentence instead of the error's own text."""
    if issubclass(kind, KeyboardInterrupt):
        return
    sys.stderr.write(crash_sentence(write_report(error, datetime.now().astimezone())) + "\n")


def _behind(error: BaseException) -> BaseException | None:
    inner = getattr(error, "error", None)
    if isinstance(inner, BaseException):
        return inner
    return error.__cause__ or error.__context__


def _one(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {_place(PurePath(frame.filename))}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join((f"{type(error).__module__}.{type(error).__qualname__}", *lines))


def _place(path: PurePath) -> str:
    return "/".join(path.parts[-3:])


def _versions() -> str:
    from importlib.metadata import version

    return f"supervisor-tui {version('supervisor-tui')}, Python {sys.version.split()[0]}, {sys.platform}"
