"""Questions to the site from inside its page, and waiting until the page's own are answered."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from browser.errors import SiteTimeout
from browser.page.conditions import Condition, until
from browser.page.response_watch import Answer
from browser.page.tab import Tab
from browser.playwright_calls import evaluate_text
from browser.playwright_errors import Error, is_gone

_MOVES: Final = 3
"""How often a page may lead to another host between a look and a call of ours."""
_ASK: Final = """async ([given]) => {
  const {path, host, milliseconds, carried, content} = JSON.parse(given);
  if (location.host !== host) return `\n${location.href}`;
  const signal = AbortSignal.timeout(milliseconds);
  const headers = {accept: "application/json, text/plain, */*", ...carried};
  const options = {headers, signal, credentials: "same-origin"};
  if (content !== null) {
    headers["content-type"] = "application/json";
    Object.assign(options, {method: "POST", body: content});
  }
  const answer = await fetch(path, options);
  return `${answer.status}\n${await answer.text()}`;
}"""
"""Gives the status and, on the lines after it, the body; no status, and the address, where the page
has moved. One text: Playwright walks through every member of anything else."""


async def ask(tab: Tab, path: str, question: object = None) -> Answer:
    """GET an address of the site from inside the page, as the page itself would.

    A `question` is posted as JSON: only where the page itself reads so, since it changes nothing.
    """
    content = None if question is None else json.dumps(question)
    argument = {"path": path, "milliseconds": tab.timeouts.answer * 1000, "content": content}
    address = tab.page.url
    for _ in range(_MOVES):
        told = await _answered(tab, argument | await _carried(tab, address))
        status, _, body = told.partition("\n")
        if status:
            return Answer(int(status), _json(body))
        address = body
    raise SiteTimeout(f"the page moves on before {urlsplit(path).path} is asked")


async def _carried(tab: Tab, address: str) -> dict[str, object]:
    """What the page's own calls carry, without which some of ours were refused; for its host alone.

    Nothing is sent where the page has moved to another host since: a session is the first one's.
    """
    async with asyncio.timeout(tab.timeouts.evaluate):
        carried = await tab.watch.calls.carried(address)
    return {"host": urlsplit(address).netloc, "carried": carried}


async def _answered(tab: Tab, argument: Mapping[str, object]) -> str:
    try:
        async with asyncio.timeout(tab.timeouts.answer + tab.timeouts.evaluate):
            return await evaluate_text(tab.page, _ASK, [json.dumps(argument)])
    except (TimeoutError, Error) as error:
        if isinstance(error, Error) and is_gone(error):
            raise
        path = urlsplit(str(argument["path"])).path
        raise SiteTimeout(f"no answer to {path}") from error


def _json(body: str) -> Any:
    """What a body says; None when it is not JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


async def settled(tab: Tab) -> None:
    """Wait, within bounds, until the document is there and no call of it is under way."""
    seconds = tab.timeouts.element
    await until(tab.page, Condition("() => document.readyState === 'complete'"), seconds=seconds)
    await tab.watch.calls.quiet(seconds=seconds)


async def leaves(tab: Tab) -> None:
    """Give the page a moment to lead elsewhere, and wait for the document it leads to."""
    url = tab.page.url
    elsewhere = Condition("(url) => location.href !== url", url)
    if await until(tab.page, elsewhere, seconds=tab.timeouts.effect * 2):
        await settled(tab)
