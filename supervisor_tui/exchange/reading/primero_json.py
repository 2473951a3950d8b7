"""Primero and CPIMS+ as JSON: a page of the API, one record, the export file, and the flat list of older servers."""

from collections.abc import Iterable

from supervisor_tui.exchange.problems import ImportNotice, ImportProblem, Place
from supervisor_tui.exchange.reading.case_builder import CaseBuilder
from supervisor_tui.exchange.reading.headers import PRIMERO_MARKS
from supervisor_tui.exchange.reading.progress import ImportStep, Watcher, watched
from supervisor_tui.exchange.reading.values import CasesRead, Part, Shape, Source, Value
from supervisor_tui.wording import _

__all__ = ["read_primero_json"]


def read_primero_json(found: Value, file_name: str, content_hash: str, watcher: Watcher) -> CasesRead | ImportProblem:
    """Return the cases of any of the four shapes, or what the JSON is instead."""
    here = Place(file_name)
    notices: tuple[ImportNotice, ...] = ()
    complete = True
    if isinstance(found, Part):
        fields = dict(found.fields)
        if "errors" in fields and "data" not in fields:
            return _an_error(here)
        shape = Shape.PRIMERO_API if "data" in fields else Shape.PRIMERO_FLAT
        records = _records(fields.get("data", found))
        if missing := _missing(fields.get("metadata"), len(records)):
            complete = False
            notices = (ImportNotice(missing, here),)
        complete = complete and "metadata" in fields
    else:
        records = _records(found)
        shape = Shape.PRIMERO_EXPORT if any(_wraps_its_fields(record) for record in records) else Shape.PRIMERO_FLAT
    if not records:
        return ImportProblem(_("there is no case in it"), here, _("Export it again, with the cases selected."))
    return _cases(records, Source(file_name, content_hash, shape), complete, notices, watcher)


def _cases(
    records: tuple[Value, ...], source: Source, complete: bool, notices: tuple[ImportNotice, ...], watcher: Watcher
) -> CasesRead | ImportProblem:
    builder = CaseBuilder()
    refused: list[ImportProblem] = []
    for number, record in enumerate(watched(records, ImportStep.READING, watcher), start=1):
        if isinstance(record, Part) and record.fields:
            builder.add(number, _flat(record) if source.shape is Shape.PRIMERO_EXPORT else record.fields)
        else:
            refused.append(_not_a_case(source.name, number))
    if not PRIMERO_MARKS.intersection(builder.columns):
        return ImportProblem(
            _("this is JSON, but not an export of cases from Primero or CPIMS+"),
            Place(source.name),
            _("Export the cases as CSV or XLSX, or name another file."),
        )
    return CasesRead(source, builder.columns, builder.sections, builder.cases(), complete, tuple(refused), notices)


def _records(found: Value) -> tuple[Value, ...]:
    if isinstance(found, Part):
        return (found,)
    return found if isinstance(found, tuple) else ()


def _wraps_its_fields(record: Value) -> bool:
    return isinstance(record, Part) and any(name == "data" and isinstance(of, Part) for name, of in record.fields)


def _flat(record: Part) -> Iterable[tuple[str, Value]]:
    """Return the fields of an export's record, then what the database keeps beside them, each under its own name."""
    outside = dict(record.fields)
    inside = outside.pop("data", None)
    fields = inside.fields if isinstance(inside, Part) else ()
    named = {name for name, _value in fields}
    beside = ((name if name not in named else f"record.{name}", value) for name, value in outside.items())
    return (*fields, *((name, value) for name, value in beside if (name.removeprefix("record."), value) not in fields))


def _missing(metadata: Value, count: int) -> str | None:
    """Say how many cases are on other pages, where the page says that there are more."""
    if not isinstance(metadata, Part):
        return None
    total = dict(metadata.fields).get("total")
    if isinstance(total, bool) or not isinstance(total, int) or total <= count:
        return None
    return _("this is one page of several: {count} of {total} cases").format(count=count, total=total)


def _an_error(here: Place) -> ImportProblem:
    return ImportProblem(
        _("this is an error that Primero answered with, not a list of cases"),
        here,
        _("Ask for the export again, as somebody who may see the cases."),
    )


def _not_a_case(file_name: str, number: int) -> ImportProblem:
    return ImportProblem(
        _("this entry is not a case"), Place(file_name, row=number), _("Look at it in the system that it came from.")
    )
