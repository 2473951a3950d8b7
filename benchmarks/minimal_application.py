"""The smallest Textual application: what starting costs before anything of ours is there."""

from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "nothing but this"


class MinimalApplication(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static(READY)


if __name__ == "__main__":
    MinimalApplication().run()
