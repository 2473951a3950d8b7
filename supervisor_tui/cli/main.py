"""`supervisor-tui`: without a command it opens the application; every task of a screen is a command too."""

import errno
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from supervisor_tui.cli.commands_by_name import CommandsByName
from supervisor_tui.cli.opening import Asked, usual_folder
from supervisor_tui.cli.options import DAY
from supervisor_tui.cli.printing import say, use_utf8
from supervisor_tui.wording import _

DONE, ANSWER_IS_NO, WRONG_USE = 0, 1, 2


@click.group(cls=CommandsByName, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--store",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="SUPERVISOR_TUI_STORE",
    help=_("The folder of the store."),
)
@click.option("--person", envvar="SUPERVISOR_TUI_PERSON", help=_("Your short name, by which your key is found."))
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help=_("A file that holds the passphrase; otherwise SUPERVISOR_TUI_PASSPHRASE, or you are asked."),
)
@click.option("--as-of", "day", type=DAY, help=_("Answer for this day instead of today."))
@click.option("--known-at", type=DAY, help=_("Leave out what was entered after this day."))
@click.option("-p", "switches", multiple=True, metavar="no:SET", help=_("Do not load a guidance set."))
@click.version_option(package_name="supervisor-tui")
@click.pass_context
def supervisor_tui(
    context: click.Context,
    folder: Path | None,
    person: str | None,
    passphrase_file: Path | None,
    day: date | None,
    known_at: date | None,
    switches: tuple[str, ...],
) -> int:
    """Caseloads, case conferences and closure checks for child-protection supervisors, offline."""
    asked = Asked(folder or usual_folder(), person, passphrase_file, day, known_at, tuple(map(_switched_off, switches)))
    context.obj = asked
    context.call_on_close(asked.close)
    if context.invoked_subcommand is None:
        from supervisor_tui.cli.commands.applications import open_application

        return open_application(asked)
    return DONE


def _switched_off(switch: str) -> str:
    if not switch.startswith("no:"):
        message = _("-p {switch} is not understood. Write -p no:SET to leave a guidance set out.")
        raise click.UsageError(message.format(switch=switch))
    return switch.removeprefix("no:")


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 done, 1 the answer is no, 2 wrong use or unreadable input."""
    use_utf8()
    try:
        result = supervisor_tui.main(args=arguments, prog_name="supervisor-tui", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (SystemExit, OSError) as error:
        return _cut_off(error)
    except click.Abort:
        say(_("Stopped, or nobody was there to answer. What was not said to be saved is not."))
    except UnicodeEncodeError:
        say(_("What was given holds bytes that are no text in UTF-8. Nothing was saved."))
    except click.ClickException as error:
        say(error.format_message())
    except _problems() as error:
        say(str(error.args[0]) if error.args else str(error))
    else:
        return result if isinstance(result, int) else DONE
    return WRONG_USE


def _cut_off(error: SystemExit | OSError) -> int:
    """Say which file could not be read or written; click turns a broken pipe into an exit, and that is no trouble."""
    if isinstance(error, OSError) and not _is_gone(error):
        say(_("{file}: {reason}").format(file=error.filename or _("the terminal"), reason=error.strerror or error))
        return WRONG_USE
    return _nobody_reads_on()


def _is_gone(error: OSError) -> bool:
    """Say whether who read the output stopped reading: a broken pipe, which Windows calls an invalid argument."""
    return error.errno == errno.EPIPE or (error.errno == errno.EINVAL and error.filename is None)


def _nobody_reads_on() -> int:
    """Leave in peace where the output goes to `head` or a pager that was left; click ends such a run with an exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return DONE


def _problems() -> tuple[type[Exception], ...]:
    """Return what is said in one sentence; loaded only when something was raised."""
    from supervisor_tui.casework.desk import NoSuchCaseError
    from supervisor_tui.casework.follow_ups import NotUnderstoodError
    from supervisor_tui.casework.intake import CodeTakenError
    from supervisor_tui.casework.meetings.holding import NoSuchMeetingError
    from supervisor_tui.casework.meetings.preparing import NoCaseError, NotYetHeldError
    from supervisor_tui.casework.meetings.who import UnknownPersonError
    from supervisor_tui.casework.recording import RefusedError
    from supervisor_tui.domain.case_file import UnreadableRecordError
    from supervisor_tui.exchange.paper.paper_file import FileThereError, UnknownFormError
    from supervisor_tui.store.problems import StoreProblem

    return (
        StoreProblem,
        NoSuchCaseError,
        NoSuchMeetingError,
        UnknownPersonError,
        NotUnderstoodError,
        CodeTakenError,
        NoCaseError,
        NotYetHeldError,
        RefusedError,
        UnreadableRecordError,
        FileThereError,
        UnknownFormError,
    )
