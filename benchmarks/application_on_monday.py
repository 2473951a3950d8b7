"""The application on a synthetic store, opened on the Monday for which the store was made: FOLDER PERSON."""

import sys
from pathlib import Path

from benchmarks.monday import morning
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.opening import Opening

if __name__ == "__main__":
    SupervisorApp(Opening(Path(sys.argv[1]), sys.argv[2], clock=morning)).run()
