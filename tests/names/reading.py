"""What stands in a file, read by what such a file is made for: a Word document's parts, a store's pages."""

import html
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx

from supervisor_tui.store.engine import Engine

__all__ = ["as_it_lies", "pages_of", "text_of"]

_FOLDED_ICS_LINE = "\r\n "


def text_of(file: Path) -> str:
    """Return the text of a file that was given out, by the end of its name."""
    if file.suffix == ".docx":
        return _of_word(file)
    text = file.read_text(encoding="utf-8").replace(_FOLDED_ICS_LINE, "")
    if file.suffix == ".html":
        return text + html.unescape(re.sub(r"<[^>]*>", "", text))
    return text


def _of_word(file: Path) -> str:
    """Return the text of every part of a Word document, who made it among them; python-docx has to open it."""
    assert docx.Document(str(file)).element.body is not None
    with zipfile.ZipFile(file) as parts:
        names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
        return " ".join("".join(ET.fromstring(parts.read(name)).itertext()) for name in names)


def pages_of(engine: Engine) -> str:
    """Return every page of a store's file as it is before it is encrypted, pages that are free again among them."""
    pages = engine.connection().serialize("main")
    assert pages[:6] == b"SQLite"
    return pages.decode("utf-8", errors="ignore")


def as_it_lies(folder: Path) -> str:
    """Return the names and the bytes of all files below a folder, as somebody reads them who has no key."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    raw = (one.read_bytes() for one in files)
    return " ".join((*(str(one.relative_to(folder)) for one in files), *(_in_every_spelling(one) for one in raw)))


def _in_every_spelling(raw: bytes) -> str:
    return raw.decode("utf-8", errors="ignore") + raw.decode("utf-16-le", errors="ignore")
