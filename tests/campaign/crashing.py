"""A Fripier process that kills itself at one named point of a publish: `POINT serve|worker ...`.

With `freeze:POINT` it stops itself there, once, until somebody lets it go on. The points are placed
from outside, around the real parts; nothing of this is in the product. Each step that runs, and
each that is stored, is written to the file named by CAMPAIGN_STEPS; CAMPAIGN_MINUTE makes the
minute of the publish limit so many seconds long.
"""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any, Final
from weakref import WeakKeyDictionary

from browser.form import submission
from gql_api.__main__ import main
from gql_api.bootstrap import container
from gql_api.db.publishing.publish_intents import MARGIN, PublishStore
from gql_api.domain.job import JobKind
from gql_api.jobs import engine
from gql_api.jobs.completion import Completion

POINTS: Final = (
    "before_intent",
    "after_intent",
    "after_acting",
    "after_click",
    "after_outcome",
    "after_step",
)
NEVER: Final = "never"
CLICKED: Final = "clicked"
ANSWERED: Final = "answered"

Method = Callable[..., Awaitable[Any]]
End = Callable[[], None]
_steps: WeakKeyDictionary[asyncio.Task[Any], Counter[str]] = WeakKeyDictionary()


def die() -> None:
    """Like a power cut for this process."""
    os.kill(os.getpid(), signal.SIGKILL)


class Freeze:
    """Like a machine that is put to sleep, the first time only."""

    def __init__(self) -> None:
        self._frozen = False

    def __call__(self) -> None:
        if not self._frozen:
            self._frozen = True
            os.kill(os.getpid(), signal.SIGSTOP)


def place(point: str, end: End) -> None:
    """Put one point into the parts."""
    around = partial(_around, end)
    match point:
        case "before_fence":
            around(PublishStore, "act", before=True)
        case "before_intent":
            around(PublishStore, "intend", before=True)
        case "after_intent":
            around(PublishStore, "intend")
        case "after_acting":
            around(PublishStore, "act", only=lambda passed, *_: bool(passed))
        case "after_click":
            around(submission, "read_outcome", before=True)
        case "after_outcome":
            around(Completion, "end", only=lambda _, endings, job, *__: job.kind is JobKind.PUBLISH)


def _around(
    end: End,
    owner: Any,
    name: str,
    *,
    before: bool = False,
    only: Callable[..., bool] = lambda *_: True,
) -> None:
    method: Method = getattr(owner, name)

    async def dying(*args: Any, **kwargs: Any) -> Any:
        if before:
            end()
        result = await method(*args, **kwargs)
        if only(result, *args):
            end()
        return result

    setattr(owner, name, dying)


def watch_clicks() -> None:
    """Write down each click, and each that came to an answer: what lies between is a kill."""
    outcome = submission.read_outcome

    def note(what: str) -> None:
        with open(os.environ["CAMPAIGN_STEPS"], "a", encoding="ascii") as file:
            file.write(f"{what}\n")

    async def noted(*args: Any, **kwargs: Any) -> Any:
        note(CLICKED)
        found = await outcome(*args, **kwargs)
        note(ANSWERED)
        return found

    submission.read_outcome = noted


def watch_steps(point: str, end: End) -> None:
    """Write down which steps run and which are stored."""
    path = os.environ["CAMPAIGN_STEPS"]
    step = engine._step

    def note(what: str, run_id: str, name: str, number: int) -> None:
        with open(path, "a", encoding="ascii") as file:
            file.write(f"{what} {run_id} {name} {number}\n")

    async def noted(name: str, function: Method, *args: Any, preemptible: bool = False) -> Any:
        task = asyncio.current_task()
        assert task is not None
        counts = _steps.setdefault(task, Counter())
        counts[name] += 1
        number = counts[name]

        async def body(*inner: Any) -> Any:
            note("ran", str(args[0]), name, number)
            return await function(*inner)

        result = await step(name, body, *args, preemptible=preemptible)
        note("stored", str(args[0]), name, number)
        if point == "after_step" and name == "click":
            end()
        return result

    engine._step = noted


if __name__ == "__main__":
    how, _, chosen = sys.argv.pop(1).rpartition(":")
    ending = Freeze() if how == "freeze" else die
    place(chosen, ending)
    watch_clicks()
    watch_steps(chosen, ending)
    if minute := os.environ.get("CAMPAIGN_MINUTE"):
        window = timedelta(seconds=float(minute)) + MARGIN
        container.PublishStore = partial(PublishStore, window=window)
    main()
