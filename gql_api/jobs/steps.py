"""What a workflow is, and what runs its steps: the words of `workflows`, which `engine` fulfils."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol


class StepRunner(Protocol):
    """Runs one step of a workflow and stores its result; a stored one is not run again.

    Results are plain JSON values. A preemptible step is cancelled when its run is cancelled. One
    that only `waits` holds up no process that stops: the next start waits on.
    """

    async def __call__(
        self,
        name: str,
        function: Callable[..., Awaitable[Any]],
        *args: Any,
        preemptible: bool = False,
        waits: bool = False,
    ) -> Any: ...


Workflow = Callable[[StepRunner, str], Awaitable[None]]
