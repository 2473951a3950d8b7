"""Run the application: `python -m supervisor_tui`."""


def main() -> None:
    """Hand over to the command line."""
    raise SystemExit("not built")


if __name__ == "__main__":
    main()
