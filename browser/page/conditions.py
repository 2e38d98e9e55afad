"""Scripts in a page, and waiting there: a MutationObserver watches, nothing polls from outside.

Every evaluation is bounded, since the page's own never ends by itself when the page hangs, and is
repeated when a navigation tears it down. What to wait for belongs to `locators` and the pages.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from browser.errors import SiteTimeout, SiteUnreachable
from browser.page import page_scripts
from browser.playwright_calls import evaluate_text
from browser.playwright_errors import Error

if TYPE_CHECKING:
    from playwright.async_api import ElementHandle, JSHandle, Page

_HANDLE: Final = "handle of ours"
_PACKING: Final = f"""
  const unpack = (_, value) => {{
    const place = value?.["{_HANDLE}"];
    return place === undefined ? value : handles[place];
  }};
  const argument = JSON.parse(given, handles.length ? unpack : undefined);
  const packed = async (answer) =>
    JSON.stringify(await answer, (_, value) => value === undefined ? null : value);
"""
_TORN_DOWN: Final = ("Execution context was destroyed", "Cannot find context", "frame was detached")

_FOREIGN: Final = "evaluated only in the context they were created"
"""In Playwright's word for an object of ours that went with its page."""


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
    handle = await _patiently(page, _object(condition), condition, seconds=seconds, keeps=True)
    return handle.as_element() if _is_handle(handle) else None


async def kept(page: Page, condition: Condition, *, seconds: float) -> JSHandle:
    """The object that the script makes, left in the page: for the arguments of later scripts."""
    made = _object(condition)
    handle: JSHandle = await _patiently(page, made, condition, seconds=seconds, keeps=True)
    return handle


def _object(condition: Condition) -> str:
    return _in_page(f"return ({condition.script})(argument);")


async def _evaluate(
    page: Page, body: str, condition: Condition, seconds: float, grace: float = 0.0
) -> Any:
    script = _in_page(f"return packed((() => {{ {body} }})());")
    return json.loads(await _patiently(page, script, condition, seconds=seconds, grace=grace))


def _in_page(body: str) -> str:
    begun = f"{page_scripts.PAGE}lookAnew();\n{_PACKING}"
    return f"(given, milliseconds, handles) => {{\n{begun}\n{body}\n}}"


def _packed(argument: object) -> tuple[str, list[JSHandle]]:
    """The argument as one text, and beside it the objects in the page that it speaks of.

    Playwright walks through every member of what it is given, three times on the way: that cost
    more than all scripts together.
    """
    handles: list[JSHandle] = []

    def placed(value: object) -> object:
        if not _is_handle(value):
            raise TypeError(f"{type(value).__name__} cannot be given to a page")
        handles.append(value)
        return {_HANDLE: len(handles) - 1}

    return json.dumps(argument, default=placed), handles


def _is_handle(value: object) -> TypeGuard[JSHandle]:
    from playwright.async_api import JSHandle  # noqa: PLC0415  # with a page it is loaded already

    return isinstance(value, JSHandle)


async def _patiently(
    page: Page,
    script: str,
    condition: Condition,
    *,
    seconds: float,
    grace: float = 0.0,
    keeps: bool = False,
) -> Any:
    """What a script gives, or a handle to it in the page; called again in a document that came."""
    evaluate = page.evaluate_handle if keeps else partial(evaluate_text, page)
    given, handles = _packed(condition.argument)
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    is_new = False
    while True:
        left = max(end - loop.time(), 0.0)
        try:
            async with asyncio.timeout_at(end + grace):
                document, is_new = await page_scripts.document_of(page)
                return await document.call(evaluate, script, given, left * 1000, handles)
        except TimeoutError:
            raise SiteTimeout("the page does not answer") from None
        except Error as error:
            if _FOREIGN in error.message:
                page_scripts.forget(page)
                if handles and is_new:
                    raise SiteUnreachable("the page was loaded anew in the middle") from None
            elif any(sign in error.message for sign in _TORN_DOWN) and loop.time() < end:
                page_scripts.forget(page)
            else:
                raise
