"""Questions to the site from inside its page, and waiting until the page's own are answered."""

import asyncio
import json
from typing import Final
from urllib.parse import urlsplit

from browser.errors import SiteTimeout
from browser.page.conditions import Condition, until
from browser.page.response_watch import Answer
from browser.page.tab import Tab
from browser.playwright_errors import Error, is_gone

_ASK: Final = """async ({path, milliseconds, carried, content}) => {
  const signal = AbortSignal.timeout(milliseconds);
  const headers = {accept: "application/json, text/plain, */*", ...carried};
  const options = {headers, signal, credentials: "same-origin"};
  if (content !== null) {
    headers["content-type"] = "application/json";
    Object.assign(options, {method: "POST", body: content});
  }
  const answer = await fetch(path, options);
  const body = await answer.text();
  try {
    return {status: answer.status, body: JSON.parse(body)};
  } catch {
    return {status: answer.status, body: null};
  }
}"""


async def ask(tab: Tab, path: str, question: object = None) -> Answer:
    """GET an address of the site from inside the page, as the page itself would.

    A `question` is posted as JSON: only where the page itself reads so, since it changes nothing.
    """
    seconds = tab.timeouts.answer
    async with asyncio.timeout(tab.timeouts.evaluate):
        # What the page's own calls carry: without it some of ours were refused.
        carried = await tab.watch.calls.carried(tab.page.url)
    content = None if question is None else json.dumps(question)
    argument = {
        "path": path,
        "milliseconds": seconds * 1000,
        "carried": carried,
        "content": content,
    }
    try:
        async with asyncio.timeout(seconds + tab.timeouts.evaluate):
            answer = await tab.page.evaluate(_ASK, argument)
    except (TimeoutError, Error) as error:
        if isinstance(error, Error) and is_gone(error):
            raise
        raise SiteTimeout(f"no answer to {urlsplit(path).path}") from error
    return Answer(answer["status"], answer["body"])


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
