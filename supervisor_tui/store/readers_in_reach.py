"""Who reads case files, for a facilitator from outside: they read none, and learn of nobody who does."""

from typing import NoReturn

from supervisor_tui.store.problems import OutOfReach
from supervisor_tui.store.readers import Readers

__all__ = ["NoReaders"]


class NoReaders(Readers):
    """Every question raises OutOfReach."""

    def note_opened(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach

    def opened(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach

    def let_in(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach

    def let_in_to(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach

    def let_in_since(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach
