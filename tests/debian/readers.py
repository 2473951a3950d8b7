"""Papers opened by the programs that people open them with."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

__all__ = ["opened_by_libreoffice", "read_by_pdftotext", "without_gaps", "words_by_pdftotext"]


def read_by_pdftotext(file: Path) -> str:
    """Return the words of a PDF without gaps: pdftotext guesses those from how far letters stand apart."""
    return without_gaps(_read(file, "-layout"))


def words_by_pdftotext(file: Path) -> frozenset[str]:
    """Return the words of a PDF; one that is broken over two lines is two."""
    return frozenset(_read(file, "-raw").split())


def _read(file: Path, how: str) -> str:
    return subprocess.run(["pdftotext", how, str(file), "-"], capture_output=True, check=True).stdout.decode()


def without_gaps(text: str) -> str:
    """Return a text without its spaces and line ends."""
    return re.sub(r"\s", "", text)


def opened_by_libreoffice(*files: Path) -> Sequence[Path]:
    """Return the PDFs that LibreOffice makes of Word documents; it is started once for all of them."""
    folder = files[0].parent
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder / "opened"), *map(str, files)]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    return [folder / "opened" / f"{file.stem}.pdf" for file in files]
