"""The code of each case of a file: given once, the same at every import, and never to two cases."""

from collections.abc import Callable, Sequence

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.exchange.incoming.row_values import RowValues
from supervisor_tui.exchange.mapping.column_mapping import CodesFrom
from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.exchange.reading.case_codes import CodeFault, code_from, derived_code, longer_code
from supervisor_tui.wording import _

__all__ = ["CodedCase", "coded_cases"]


class CodedCase(msgspec.Struct, frozen=True):
    """A case's place in the file, with its code here and its id there."""

    at: int
    code: CaseCode
    source_id: str
    is_new: bool
    """Whether no case of this id was brought in before."""


def coded_cases(
    rows: Sequence[RowValues],
    codes_from: CodesFrom,
    code_of: Callable[[str], CaseCode | None],
    source_of: Callable[[CaseCode], str | None],
) -> tuple[tuple[CodedCase, ...], tuple[ImportProblem, ...]]:
    """Give every row its code, or say why it has none.

    code_of: the code under which an id was brought in before, so that it stays the same.
    source_of: the id that was brought in under a code, so that no case is taken for another whose id ends alike.
    """
    coded: list[CodedCase] = []
    refused: list[ImportProblem] = []
    taken: dict[CaseCode, int] = {}
    known: set[str] = set()
    for at, row in enumerate(rows):
        found = _code(row, codes_from, code_of)
        if isinstance(found, ImportProblem):
            refused.append(found)
            continue
        code, source_id, is_new = found
        if source_id in known:
            refused.append(_twice(row, rows[taken[code]] if code in taken else row))
            continue
        if (code in taken or _is_anothers(source_of(code), source_id)) and _is_machine_made(source_id):
            code = longer_code(source_id)
        if code in taken:
            refused.append(_twice(row, rows[taken[code]]))
            continue
        if _is_anothers(source_of(code), source_id):
            refused.append(_belongs_to_another(row))
            continue
        taken[code] = at
        known.add(source_id)
        coded.append(CodedCase(at, code, source_id, is_new))
    return tuple(coded), tuple(refused)


def _code(
    row: RowValues, codes_from: CodesFrom, code_of: Callable[[str], CaseCode | None]
) -> tuple[CaseCode, str, bool] | ImportProblem:
    shown = str(row.values.get("case.code", "")).strip()
    source_id = str(row.values.get("case.source_id", "")).strip() or shown
    if not source_id:
        return ImportProblem(_("the row has no case code"), row.where, _("Fill it in in the file."))
    before = code_of(source_id)
    if before is not None:
        return before, source_id, False
    if codes_from is CodesFrom.DERIVED:
        return derived_code(source_id), source_id, True
    found = code_from(shown) if shown else CodeFault.NOT_A_CODE
    if found is CodeFault.NOT_A_CODE:
        own = code_from(source_id)
        found = own if not isinstance(own, CodeFault) else found
    if found is CodeFault.NOT_A_CODE and source_id != shown:
        return derived_code(source_id), source_id, True
    if isinstance(found, CodeFault):
        return _refused(row, found, shown or source_id)
    return found, source_id, True


def _refused(row: RowValues, fault: CodeFault, text: str) -> tuple[CaseCode, str, bool] | ImportProblem:
    if fault is CodeFault.NOT_A_CODE and code_from(text) is CodeFault.NOT_A_CODE and _is_machine_made(text):
        return derived_code(text), text, True
    what = {
        CodeFault.A_NAME: _("the case code looks like a name"),
        CodeFault.LEADS_OUT: _("the case code has a sign in it that file names cannot have"),
        CodeFault.NOT_A_CODE: _("the case code is not one: 2 to 32 of A to Z, 0 to 9 and the hyphen"),
    }[fault]
    do = _("Choose another column for case.code in the mapping file, or set codes = “derived” there.")
    return ImportProblem(what, row.where, do)


def _is_machine_made(text: str) -> bool:
    """Tell an id such as a UUID, which is too long for a code but names nobody."""
    return len(text) >= 16 and all(letter in "0123456789abcdefABCDEF-" for letter in text)


def _is_anothers(owner: str | None, source_id: str) -> bool:
    """Tell whether a code here belongs to another id; a short form of the same id is no other."""
    if owner is None:
        return False
    one, two = owner.casefold(), source_id.casefold()
    return not (one.endswith(two) or two.endswith(one))


def _belongs_to_another(row: RowValues) -> ImportProblem:
    return ImportProblem(
        _("the code stands here for a case with another id"),
        row.where,
        _("If it is the same case, correct the id in the file; if not, give it a code of its own."),
    )


def _twice(row: RowValues, other: RowValues) -> ImportProblem:
    return ImportProblem(
        _("the same case stands in row {row} already").format(row=other.where.row),
        row.where,
        _("Keep one of the two rows; if they are two cases, give each its own code."),
    )
