"""The application with a screen that breaks while it holds words of a case; run in a process of its own."""

import sys
from pathlib import Path

from supervisor_tui.casework.desk import Desk
from supervisor_tui.tui.today.today_screen import Found, TodayScreen
from tests.tui.agency import an_agency
from tests.tui.at_the_screen import an_app

CASE_WORDS = "moved to her aunt Wanjiru in Kisumu"


def main(folder: str) -> None:
    """Run it on an agency in `folder`, breaking when Today is shown."""

    def breaks(self: TodayScreen, found: Found) -> None:
        note = CASE_WORDS
        raise ValueError(f"cannot show {note}")

    TodayScreen.show = breaks  # type: ignore[method-assign]
    desk: Desk = an_agency(Path(folder))
    app = an_app(desk)
    app.run()
    sys.stderr.write(app.crash_notice)
