"""Whether this process runs: its parts are open, and what is sent to it may be taken.

An application that was only mounted, or whose server runs no lifespans, answers all the same; the
middleware asks here first, so that nothing is taken in by parts that nobody has opened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from gql_api.errors import Unavailable

CURE: Final = (
    "Fripier is not running here: its lifespan was not entered, or has ended. Join it to your "
    "application with attach(app), which enters it, in the place of mounting it; or let the server "
    "run lifespans, as uvicorn does without --lifespan off."
)


class NotRunning(Unavailable):
    """The application answers, and nobody has opened its parts."""

    code = "not_running"
    title = "Fripier is not running"


class Running:
    """Set while the parts of a process are open."""

    def __init__(self, *, marked: bool = False) -> None:
        self._is = marked

    def __bool__(self) -> bool:
        return self._is

    @contextmanager
    def marked(self) -> Iterator[None]:
        """While the block runs, so does the process."""
        self._is = True
        try:
            yield
        finally:
            self._is = False

    def require(self) -> None:
        """Raise `NotRunning` unless it does."""
        if not self._is:
            raise NotRunning(CURE)
