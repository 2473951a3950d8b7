"""Which code a case goes by here: the file's own where it can serve, else one derived from the file's id.

A code stands in file names, on agendas and on the wall, so it must not be a name and not lead out of a folder.
"""

import enum
import hashlib
import re
import unicodedata

from supervisor_tui.domain.ids import CaseCode, is_code

__all__ = ["CodeFault", "code_from", "derived_code", "longer_code"]

_SPACES = re.compile(r"[\s_]+")
_LEADING_OUT = re.compile(r"[/\\:.%~\x00]")
_DIGIT = re.compile(r"[0-9]")
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])")
_UUID = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)
_SHORT_ID = re.compile(r"[0-9a-f]{7}", re.IGNORECASE)
_SHORT = 7
"""Primero shows a case by the last seven letters of its id."""
_LONG = 12


class CodeFault(enum.StrEnum):
    """Why a text cannot be a case's code."""

    LEADS_OUT = "leads-out"
    A_NAME = "a-name"
    NOT_A_CODE = "not-a-code"


def code_from(text: str) -> CaseCode | CodeFault:
    """Return the text as a code, in capitals and with hyphens for spaces, or say why it cannot be one."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _LEADING_OUT.search(plain) or any(unicodedata.category(letter) in {"Cc", "Cf"} for letter in plain):
        return CodeFault.LEADS_OUT
    code = _SPACES.sub("-", plain.upper())
    if _DEVICE.fullmatch(code):
        return CodeFault.LEADS_OUT
    if not _DIGIT.search(code) and not _SHORT_ID.fullmatch(plain):
        return CodeFault.A_NAME
    return CaseCode(code) if is_code(code) and not _UUID.fullmatch(plain) else CodeFault.NOT_A_CODE


def derived_code(source_id: str) -> CaseCode:
    """Return a code that the same id always gives: the end that Primero itself shows, or a fingerprint of the id."""
    return CaseCode(f"P-{_digits(source_id)[-_SHORT:]}")


def longer_code(source_id: str) -> CaseCode:
    """Return the longer form, for when two cases end alike."""
    return CaseCode(f"P-{_digits(source_id)[-_LONG:]}")


def _digits(source_id: str) -> str:
    plain = source_id.strip()
    if _UUID.fullmatch(plain):
        return plain.replace("-", "").upper()
    return hashlib.sha256(plain.encode()).hexdigest().upper()
