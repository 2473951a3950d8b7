"""`steps`: where a case is, what each step asked for, what is missing; from every set in force that has steps."""

from collections.abc import Iterable, Iterator

import click

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.pictures import STEPS, Picture, pictures_of
from supervisor_tui.cli.answers.of_pictures import pictures_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.panels import Grid, Line, Lines, Paragraph, Section, Stages
from supervisor_tui.wording import _


@click.command()
@click.argument("code")
@as_json
@with_desk
def steps(desk: Desk, code: str, *, as_json: bool) -> None:
    """Show the steps of a case: where it is, what each asked for, what is missing, and the way so far."""
    case = open_file(desk, CaseCode(code))
    pictures = pictures_of(desk, case, STEPS)
    if as_json:
        print_json(pictures_answer(case.code, desk.as_of, pictures))
    elif not pictures:
        print_lines([_("No guidance in force for {code} tells its steps.").format(code=code)])
    else:
        print_lines(line for picture in pictures for line in _lines(desk, picture))


def _lines(desk: Desk, picture: Picture) -> Iterator[str]:
    guidance = desk.host.set(picture.set)
    yield f"{picture.source.title}  ({guidance.short_title if guidance else picture.set})"
    if isinstance(picture.panel, Fault):
        yield f"  {picture.panel.what}  {picture.panel.place}"
        return
    for section in picture.panel.sections:
        if section.title:
            yield section.title.upper()
        yield from _section(section)


def _section(section: Section) -> Iterable[str]:
    match section:
        case Lines(lines=lines):
            return tuple(map(_line, lines))
        case Stages(stages=stages):
            return tuple(
                "  ".join(
                    part for part in ("  >" if one.here else "   ", _words(one.mark), one.title, one.missing) if part
                )
                for one in stages
            )
        case Grid(columns=columns, rows=rows):
            return tuple("  " + "  ".join(row) for row in (columns, *rows))
        case Paragraph(text=text):
            return tuple(f"  {line}" for line in text.splitlines())


def _line(line: Line) -> str:
    return "  " + "  ".join(part for part in (_words(line.mark), line.text, line.note) if part)


def _words(mark: Result | None) -> str:
    return mark.label if mark is not None else ""
