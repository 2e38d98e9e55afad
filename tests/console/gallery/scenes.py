"""What a scene is, and the list that the modules of scenes fill.

A scene shows one or several things that the product can say, such as `outcome.prepared` or
`code.session_expired`. What it plays on is `stage`'s.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.console.gallery.stage import Stage

Play = Callable[["Stage"], Awaitable[None]]

SERVICES: Final[dict[str, dict[str, str]]] = {
    "usual": {},
    "open for a second": {"CONFIRM_TTL_SECONDS": "1"},
    "one preparation a minute": {"PREPARES_PER_MINUTE": "1"},
    "one listing a day": {"DAILY_LISTINGS": "1"},
    "one job in the queue": {"MAX_QUEUED_PER_ACCOUNT": "1"},
    "one stream a caller": {"STREAMS_PER_CALLER": "1"},
    "a rest after a challenge": {"COOLDOWN_MINUTES": "60"},
    "a minute for a job": {"JOB_DEADLINE_MINUTES": "1"},
    "no publishing": {"PUBLISH_ENABLED": "false"},
    "keys": {},
    "provider away": {},
    "browser taken away": {},
    "no worker": {},
    "damage": {},
    "a store of photos": {},
}
"""The services that scenes run on, by what is unusual about their settings."""


@dataclass(frozen=True, slots=True)
class Scene:
    """`shows` are the things said, `how` is how it came about, for the page of the gallery.

    `handed` says that the console's own calls cannot meet this answer: a real call got it, and it
    was handed on to the console in place of the answer to one of its own.
    """

    name: str
    shows: tuple[str, ...]
    how: str
    play: Play
    service: str = "usual"
    handed: bool = False


SCENES: Final[list[Scene]] = []


def scene(
    *shows: str, how: str, service: str = "usual", handed: bool = False
) -> Callable[[Play], Play]:
    """Puts what is below on the list; the first thing that it shows is its name."""

    def add(play: Play) -> Play:
        name = shows[0].replace(".", "-")
        SCENES.append(Scene(name, shows, how, play, service, handed))
        return play

    return add
