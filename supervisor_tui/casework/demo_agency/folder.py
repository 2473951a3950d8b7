"""Where the demo's files lie: inside the installed package, or in the folder `data` of a checkout."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

import supervisor_tui

WordsT = TypeVar("WordsT")


def demo_folder() -> Path:
    """Return the folder of the demo's files.

    Raises FileNotFoundError where the product was installed without them.
    """
    package = Path(supervisor_tui.__file__).parent
    for folder in (package / "demo_agency", package.parent / "data"):
        if (folder / "people.toml").is_file():
            return folder
    raise FileNotFoundError("the files of the demo agency are not installed")


@cache
def read(name: str, shape: type[WordsT]) -> WordsT:
    """Return one file, decoded strictly.

    Raises msgspec.ValidationError, naming the place, where the file is not of that shape.
    """
    return msgspec.toml.decode((demo_folder() / f"{name}.toml").read_bytes(), type=shape)
