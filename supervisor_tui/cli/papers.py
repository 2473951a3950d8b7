"""A paper from a command: on the terminal, or into a file in the form that is asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from supervisor_tui.cli.printing import say
from supervisor_tui.exchange.paper.paper import PaperForm
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.exchange.paper.paper import Paper

P = ParamSpec("P")
ValueT = TypeVar("ValueT")


def on_paper(command: Callable[P, ValueT]) -> Callable[P, ValueT]:
    """Give a command the options `--out` and `--format`, as `out` and `form`."""
    out = click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("A file instead of the terminal; the end of its name says the form."),
    )
    form = click.option(
        "--format", "form", type=click.Choice([one.value for one in PaperForm]), help=_("The form of the paper.")
    )
    return out(form(command))


def hand_out(paper: "Paper", form: str | None, out: Path | None) -> None:
    """Print a paper, or write it into a file and say whether it holds names."""
    with handing_out(paper, form, out):
        pass


@contextmanager
def handing_out(paper: "Paper", form: str | None, out: Path | None) -> Iterator[None]:
    """Hand out a paper about what the block does: where it cannot be handed out, the block is not begun."""
    from supervisor_tui.exchange.paper.paper_file import paper_beside
    from supervisor_tui.exchange.paper.printed import printed

    asked = PaperForm(form) if form else None
    if out is not None:
        with paper_beside(paper, out, asked):
            yield
        say(_("Written: {file} ({marking})").format(file=out, marking=paper.holds.label))
        return
    if asked in {PaperForm.DOCX, PaperForm.PDF}:
        message = _("{form} is not for the terminal. Name a file: --out minutes.{form}")
        raise click.UsageError(message.format(form=asked))
    text = printed(paper, asked or PaperForm.MARKDOWN).decode()
    yield
    click.echo(text, nl=False)
