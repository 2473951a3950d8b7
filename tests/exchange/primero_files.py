"""Synthetic cases as Primero/CPIMS+ writes them, in each of its shapes. Nobody in them exists."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import xlsxwriter

Plain: TypeAlias = "str | int | float | bool | date | Sequence[Plain] | Mapping[str, Plain] | None"
PrimeroCase: TypeAlias = dict[str, Plain]

FIRST_ID = "6f1c2a30-0d52-4c5e-9a51-30b9f583069e"
SECOND_ID = "0b7bb1ad-5a06-4e32-8c0f-2f4c6b7a1d02"


def a_primero_case(**changed: Plain) -> PrimeroCase:
    """Return a case of Primero's v2 field names: open, assessed, planned and followed up once."""
    case: PrimeroCase = {
        "id": FIRST_ID,
        "case_id": FIRST_ID,
        "case_id_display": FIRST_ID[-7:],
        "short_id": FIRST_ID[-7:],
        "module_id": "primeromodule-cp",
        "record_state": True,
        "status": "open",
        "name": "Nobody Invented",
        "name_first": "Nobody",
        "sex": "female",
        "age": 11,
        "estimated": True,
        "date_of_birth": "2015-03-17",
        "registration_date": "2026-03-02",
        "owned_by": "w04",
        "risk_level": "high",
        "assessment_requested_on": "2026-03-05",
        "date_case_plan": "2026-03-19",
        "protection_concerns": ["separated", "child_labour"],
        "telephone_current": "+000 555 0100",
        "block_660b751": "lives near the old market",
        "phonetic_data": {"tokens": ["NBT"]},
        "followup_subform_section": [a_primero_follow_up()],
        "services_section": [a_primero_service()],
        "cp_case_plan_subform_case_plan_interventions": [a_primero_intervention()],
    }
    case.update(changed)
    return case


def a_closed_case(**changed: Plain) -> PrimeroCase:
    """Return a second case: closed, with its reason and date."""
    closed: PrimeroCase = {
        "id": SECOND_ID,
        "case_id": SECOND_ID,
        "case_id_display": SECOND_ID[-7:],
        "short_id": SECOND_ID[-7:],
        "status": "closed",
        "date_closure": "2026-09-01",
        "closure_reason": "formal_closing",
        "name": "*******",
        "name_first": None,
        "followup_subform_section": [],
        "services_section": [],
        "cp_case_plan_subform_case_plan_interventions": [],
    }
    return a_primero_case(**(closed | changed))


def a_primero_follow_up(**changed: Plain) -> PrimeroCase:
    """Return one row of the follow-up subform."""
    return {
        "unique_id": "f-001",
        "followup_type": "follow_up_after_reunification",
        "followup_needed_by_date": "2026-04-02",
        "followup_date": "2026-04-01",
        "child_was_seen": "yes",
        "followup_comments": 'said "all is well", mostly',
        **changed,
    }


def a_primero_service(**changed: Plain) -> PrimeroCase:
    """Return one row of the services subform."""
    return {
        "unique_id": "s-001",
        "service_type": "health_medical_service",
        "service_response_day_time": "2026-03-20T09:30:00.000Z",
        "service_implementing_agency": "agency-b",
        "service_status_referred": True,
        "service_implemented": "implemented",
        "service_implemented_day_time": "2026-03-28T10:00:00.000Z",
        "service_referral_notes": "ask for the nurse",
        **changed,
    }


def a_primero_intervention(**changed: Plain) -> PrimeroCase:
    """Return one row of the case plan subform."""
    return {
        "unique_id": "p-001",
        "intervention_service_to_be_provided": "psychosocial_service",
        "intervention_service_goal": "sleeps through the night",
        "case_plan_timeframe": "2026-06-30",
        **changed,
    }


def as_api_page(cases: Sequence[PrimeroCase], total: int | None = None) -> bytes:
    """Write a page of the API."""
    metadata = {"total": len(cases) if total is None else total, "per": 1000, "page": 1}
    return _json({"data": list(cases), "metadata": metadata})


def as_single_record(case: PrimeroCase) -> bytes:
    """Write the API's answer for one case."""
    return _json({"data": case})


def as_export(cases: Sequence[PrimeroCase]) -> bytes:
    """Write the JSON export file: the fields wrapped, with columns of the database beside them."""
    return _json([{"id": case["id"], "data": case, "srch_sex": case["sex"], "family_id": None} for case in cases])


def as_flat_array(cases: Sequence[PrimeroCase]) -> bytes:
    """Write the list of older servers: `child_status`, and dates with slashes."""
    return _json([_older(case) for case in cases])


def as_csv(cases: Sequence[PrimeroCase], *, spaced: bool = True) -> bytes:
    """Write Primero's CSV; `spaced` as Ruby 3.4 and later write hashes."""
    columns = list(dict.fromkeys(name for case in cases for name in case))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for case in cases:
        writer.writerow([_csv_cell(case.get(name), spaced=spaced) for name in columns])
    return out.getvalue().encode()


def as_workbook(cases: Sequence[PrimeroCase]) -> bytes:
    """Write Primero's workbook: two forms and two subforms, display labels, joined by the short id."""
    forms = {
        "Registration": {
            "status": "Case Status",
            "name": "Name",
            "sex": "Sex",
            "date_of_birth": "Date of Birth",
            "registration_date": "Date of Registration or Interview",
            "owned_by": "Record Owner",
            "protection_concerns": "Protection Concerns",
            "date_closure": "Date of Closure",
            "closure_reason": "What is the reason for closing the child's file?",
        },
        "Assessment and Case Plan": {
            "risk_level": "Risk Level",
            "assessment_requested_on": "Date Assessment Started",
            "date_case_plan": "Date Case Plan Initiated",
        },
    }
    subforms = {
        ("Follow Up-Follow Up", "followup_subform_section"): {
            "followup_date": "Follow up date",
            "followup_needed_by_date": "Follow up needed by",
            "child_was_seen": "Was the child/adult seen during the visit?",
            "followup_comments": "Comments",
        },
        ("Services-Services", "services_section"): {
            "service_type": "Type of Service",
            "service_response_day_time": "Created on",
            "service_implementing_agency": "Implementing Agency",
            "service_status_referred": "Referred?",
        },
    }
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    for title, labels in forms.items():
        rows = [[_cell(case.get(name)) for name in labels] for case in cases]
        _write_sheet(book, title, list(labels.values()), zip(_short_ids(cases), rows, strict=True))
    for (title, section), labels in subforms.items():
        pairs = [
            (str(case["short_id"]), [_cell(row.get(name)) for name in labels])
            for case in cases
            for row in _rows(case[section])
        ]
        _write_sheet(book, title, list(labels.values()), pairs)
    book.close()
    return out.getvalue()


def as_ruby(value: Plain, *, spaced: bool = True) -> str:
    """Write a value as Ruby's `inspect` does."""
    arrow = " => " if spaced else "=>"
    match value:
        case None:
            return "nil"
        case bool():
            return "true" if value else "false"
        case str():
            return _ruby_string(value)
        case int() | float() | date():
            return str(value)
        case Mapping():
            inner = ", ".join(f"{_ruby_string(key)}{arrow}{as_ruby(of, spaced=spaced)}" for key, of in value.items())
            return "{" + inner + "}"
        case _:
            return "[" + ", ".join(as_ruby(item, spaced=spaced) for item in value) + "]"


def _ruby_string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    escaped = escaped.replace("\r", "\\r").replace("\x1b", "\\e").replace("#{", "\\#{")
    return '"' + "".join(letter if letter.isprintable() else f"\\u{{{ord(letter):X}}}" for letter in escaped) + '"'


def _json(value: Plain) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _older(case: PrimeroCase) -> PrimeroCase:
    older = {name: _slashed(value) for name, value in case.items() if name != "status"}
    return {**older, "child_status": case["status"]}


def _slashed(value: Plain) -> Plain:
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        return value.replace("-", "/")
    if isinstance(value, list):
        return [_older_row(row) if isinstance(row, dict) else row for row in value]
    return value


def _older_row(row: PrimeroCase) -> PrimeroCase:
    return {name: _slashed(value) for name, value in row.items()}


def _csv_cell(value: Plain, *, spaced: bool) -> str:
    if isinstance(value, list | dict):
        return as_ruby(value, spaced=spaced)
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _cell(value: Plain) -> str | int | float | bool:
    if isinstance(value, list):
        return " ||| ".join(str(choice) for choice in value)
    return value if isinstance(value, int | float | bool) else str(value or "")


def _rows(value: Plain) -> list[PrimeroCase]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _short_ids(cases: Sequence[PrimeroCase]) -> list[str]:
    return [str(case["short_id"]) for case in cases]


def _write_sheet(
    book: xlsxwriter.Workbook,
    title: str,
    labels: list[str],
    rows: Iterable[tuple[str, list[str | int | float | bool]]],
) -> None:
    sheet = book.add_worksheet(title[:31])
    sheet.write_row(0, 0, ["ID", *labels])
    for number, (short_id, cells) in enumerate(rows, start=1):
        sheet.write_string(number, 0, short_id)
        sheet.write_row(number, 1, cells)
