"""Scripts in a page, and waiting there: a MutationObserver watches, nothing polls from outside.

Every evaluation is bounded, since the page's own never ends by itself when the page hangs, and is
repeated when a navigation tears it down. What to wait for belongs to `locators` and the pages.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from playwright.async_api import ElementHandle, Error, JSHandle, Page

from browser.errors import SiteTimeout

_HELPERS: Final = files("browser").joinpath("inpage.js").read_text(encoding="utf-8")
_TORN_DOWN: Final = ("Execution context was destroyed", "Cannot find context", "frame was detached")


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Upper bounds in seconds; reaching one means that the site did not do its part."""

    navigation: float = 30.0
    element: float = 10.0
    effect: float = 1.0
    answer: float = 15.0
    upload: float = 60.0
    publish: float = 12.0
    settle: float = 4.0
    between_looks: float = 1.0
    evaluate: float = 5.0


PATIENT: Final = Timeouts()


@dataclass(frozen=True, slots=True)
class Condition:
    """A script `(argument) => value` that holds as soon as its value is truthy."""

    script: str
    argument: object = None


def either(first: Condition, second: Condition) -> Condition:
    """Holds with True when the first does, else with the second's value."""
    script = f"""({{one, other}}) => {{
      if (({first.script})(one)) return true;
      return ({second.script})(other);
    }}"""
    return Condition(script, {"one": first.argument, "other": second.argument})


async def read(page: Page, condition: Condition, *, seconds: float) -> Any:
    """The script's value now."""
    return await _evaluate(page, f"return ({condition.script})(argument);", condition, seconds)


async def until(page: Page, condition: Condition, *, seconds: float, grace: float = 5.0) -> Any:
    """The script's first truthy value, or None when it had none in time.

    `grace` is what the page may take to answer at all; past it the page hangs.
    """
    body = f"return watch(() => ({condition.script})(argument), milliseconds);"
    return await _evaluate(page, body, condition, seconds, grace)


async def element(page: Page, condition: Condition, *, seconds: float) -> ElementHandle | None:
    """The element that the script gives now, to be used at once: a page replaces its nodes."""
    body = f"return ({condition.script})(argument);"
    handle = await _patiently(page.evaluate_handle, body, condition, seconds)
    return handle.as_element() if isinstance(handle, JSHandle) else None


async def _evaluate(
    page: Page, body: str, condition: Condition, seconds: float, grace: float = 0.0
) -> Any:
    return await _patiently(page.evaluate, body, condition, seconds, grace)


async def _patiently(
    evaluate: Callable[[str, Any], Awaitable[Any]],
    body: str,
    condition: Condition,
    seconds: float,
    grace: float = 0.0,
) -> Any:
    script = f"([argument, milliseconds]) => {{\n{_HELPERS}\n{body}\n}}"
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while True:
        left = max(end - loop.time(), 0.0)
        try:
            async with asyncio.timeout_at(end + grace):
                return await evaluate(script, [condition.argument, left * 1000])
        except TimeoutError:
            raise SiteTimeout("the page does not answer") from None
        except Error as error:
            if not any(sign in error.message for sign in _TORN_DOWN) or loop.time() >= end:
                raise
