"""Many listings at once by the straight script of `playwright_floor`: one browser, a context each.

Reads a task a line (JSON): `listings`, each with its cookie and its acts, of which `at_once` are
under way at a time. One that fails is told on standard error and left; the others go on. Answers
with a line when all are over.
"""

import asyncio
import json
import sys
from typing import Any

from playwright.async_api import Browser, Error, async_playwright

from benchmarks.floors.playwright_floor import act, prepared


async def sell(browser: Browser, task: dict[str, Any]) -> None:
    """One listing from its context to what the page shows after the last click."""
    context = await browser.new_context(
        user_agent=task["agent"], viewport={"width": 1280, "height": 900}
    )
    try:
        page = await prepared(context, task)
        for each in task["publishing"]:
            await act(page, *each)
    except Error as error:
        print(f"floor: {str(error).partition(chr(10))[0]}", file=sys.stderr, flush=True)
    finally:
        await context.close()


async def crowd(browser: Browser, task: dict[str, Any]) -> None:
    """All listings of a task, so many at once."""
    room = asyncio.Semaphore(task["at_once"])

    async def one(listing: dict[str, Any]) -> None:
        async with room:
            await sell(browser, {**task, **listing})

    async with asyncio.TaskGroup() as group:
        for listing in task["listings"]:
            group.create_task(one(listing))


async def main(executable: str) -> None:
    """Carry out what is read, until there is nothing more."""
    loop = asyncio.get_running_loop()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable)
        print("{}", flush=True)
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            await crowd(browser, json.loads(line))
            print("{}", flush=True)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
