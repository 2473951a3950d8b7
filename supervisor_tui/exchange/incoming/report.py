"""An import plan in plain lines: what would come in, what not and why, row by row and field by field.

No line says what stands in a locked column, and values are those of the cases file, where no name may be.
"""

from collections.abc import Iterator

from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.exchange.incoming.comparison import RecordChange, WhatHappens
from supervisor_tui.exchange.incoming.import_plan import CaseChange, ImportPlan
from supervisor_tui.guidance.forms import FieldType, FormField, as_plain, fields_of
from supervisor_tui.wording import _, ngettext

__all__ = ["case_lines", "closing_lines", "report_lines"]

_INDENT = "  "


def report_lines(plan: ImportPlan) -> Iterator[str]:
    """Yield the whole report of a dry run; while a question stands open, the questions and the sums only."""
    if plan.questions:
        yield from (str(question) for question in plan.questions)
        yield from closing_lines(plan)
        return
    for case in plan.cases:
        yield from case_lines(case)
    yield from (_("not taken in: {problem}").format(problem=problem) for problem in plan.refused)
    yield from closing_lines(plan)


def case_lines(case: CaseChange) -> Iterator[str]:
    """Yield what happens with one case; nothing for a case that stays as it is."""
    shown = [change for change in case.changes if change.what is not WhatHappens.SAME]
    if not shown and not case.refused and not case.locked:
        return
    head = _("{code} (row {row}): new case") if case.is_new else _("{code} (row {row})")
    yield head.format(code=case.code, row=case.row)
    for change in shown:
        yield _INDENT + _("{title}, {day}: {what}").format(
            title=change.kind.TITLE, day=change.on.isoformat(), what=change.what.label
        )
        yield from (_INDENT * 2 + line for line in _field_lines(change))
    yield from (_INDENT + str(problem) for problem in case.refused)
    if case.locked:
        cells = len(case.locked)
        yield _INDENT + ngettext("kept locked: {count} cell", "kept locked: {count} cells", cells).format(count=cells)


def closing_lines(plan: ImportPlan) -> Iterator[str]:
    """Yield the sums: cases, records, locked columns, cases no longer in the file."""
    new = sum(case.is_new for case in plan.cases)
    changed = sum(case.writes and not case.is_new for case in plan.cases)
    yield _("{new} new cases, {changed} changed, {same} as they were, {refused} rows not taken in").format(
        new=new, changed=changed, same=len(plan.cases) - new - changed, refused=len(plan.refused)
    )
    for what in WhatHappens:
        if count := plan.count(what):
            yield _INDENT + _("{what}: {count}").format(what=what.label, count=count)
    locked = len(plan.locked_columns)
    yield ngettext("{count} column kept locked", "{count} columns kept locked", locked).format(count=locked) + (
        _(", none lost")
        if not plan.left_out_columns
        else _(", {count} left out").format(count=len(plan.left_out_columns))
    )
    for word in plan.open_words:
        yield _("nobody has said what “{word}” means in {field}").format(word=word.says, field=word.field)
    yield from (str(notice) for notice in plan.notices)
    if plan.gone:
        yield _("no longer in the file, and left open here: {codes}").format(codes=", ".join(plan.gone))
    if plan.questions:
        yield _("Nothing can be written before the questions are answered, in the mapping file or with --dates.")


def _field_lines(change: RecordChange) -> Iterator[str]:
    """Yield each field that is filled in, or that differs from what stands here."""
    if change.what is WhatHappens.KEPT:
        return
    for field in fields_of(change.kind):
        after, before = _shown(field, change.body), _shown(field, change.before)
        if change.before is None and after:
            yield _("{title}: {after}").format(title=field.title, after=after)
        elif change.before is not None and after != before:
            yield _("{title}: {before} → {after}").format(
                title=field.title, before=before or _("blank"), after=after or _("blank")
            )


def _shown(field: FormField, body: RecordBody | None) -> str:
    value = getattr(body, field.name, None)
    if value is None or value in {"", ()}:
        return ""
    if field.type is FieldType.ROWS:
        return ngettext("{count} line", "{count} lines", len(value)).format(count=len(value))
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    label = next((option.label for option in field.options if option.value == value), None)
    return label if label is not None else str(as_plain(value))
