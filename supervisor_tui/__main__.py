"""Run the application or one of its commands: `python -m supervisor_tui`."""

from supervisor_tui.cli.main import run


def main() -> None:
    """Hand over to the command line and leave with its exit code."""
    raise SystemExit(run())


if __name__ == "__main__":
    main()
