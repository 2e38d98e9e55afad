"""What is said to the driver and heard of it most often, without its client's detours.

A script is called, or the mouse pressed, by one message. The client looks through the whole stack
for who calls, walks through what is given three times and checks it against a description (1.65,
2026-11: half of what a look at a page costs us). The library is capped for its private names. Which
scripts there are is the business of `page`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from playwright.async_api import JSHandle, Page

Given: TypeAlias = "str | float | JSHandle | Sequence[JSHandle]"
_OPTIONS: Final = {"internal": True, "timeout": 0}


async def evaluate_text(page: Page, script: str, given: Sequence[Given]) -> str:
    """The text that a script gives, a function of the list that is given; raises Playwright's."""
    handles: list[dict[str, str]] = []
    argument = {"value": _value(given, handles), "handles": handles}
    message = {"expression": script, "arg": argument}
    answer = await _answer(page.main_frame, "evaluateExpression", message)
    return str(answer["value"]["s"])


async def click(page: Page, x: float, y: float) -> None:
    """Press and release the mouse there, as `Page.mouse.click` does."""
    await _answer(page, "mouseClick", {"x": x, "y": y})


async def _answer(of: Any, method: str, message: Mapping[str, Any]) -> Any:
    """What the driver answers to a message of its protocol."""
    owner = of._impl_obj
    return await owner._connection.send_message_to_server(owner, method, message, _OPTIONS)


def handler(tell: Callable[[Any], None]) -> Callable[[Any], None]:
    """A handler of events whose signature is noted.

    Playwright looks for it each time that it calls one, by Python's slowest way (1.65, 2026-11:
    half of what an event costs).
    """

    def told(happened: Any) -> None:
        tell(happened)

    told.__signature__ = inspect.signature(told)  # type: ignore[attr-defined]
    return told


def _value(given: Any, handles: list[dict[str, str]]) -> dict[str, Any]:
    """A value as the protocol has it; one in the page by its place among the handles."""
    if isinstance(given, str):
        return {"s": given}
    if isinstance(given, int | float):
        return {"n": given}
    if isinstance(given, Sequence):
        # By its id what is given twice would be told apart; nothing is.
        return {"a": [_value(each, handles) for each in given], "id": 0}
    handles.append({"guid": given._impl_obj._guid})
    return {"h": len(handles) - 1}
