"""A tab of a real Chromium that reaches one service and nothing else, and tells of troubles."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import ConsoleMessage, Page, Route, async_playwright, expect

from browser.chromium.installer import find_chromium

expect.set_options(timeout=30_000)  # a busy machine is slow, and no fault of the page


@asynccontextmanager
async def tab(base: str, troubles: list[str]) -> AsyncIterator[Page]:
    """`troubles` gets what the console says, what fails, and what is asked of other machines."""

    async def only_ours(route: Route) -> None:
        if route.request.url.startswith(base):
            await route.continue_()
            return
        troubles.append(route.request.url)
        await route.abort()

    def complain(message: ConsoleMessage) -> None:
        troubles.append(f"{message.type}: {message.text}")

    executable = find_chromium(None)
    assert executable is not None
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"]
        )
        opened = await chromium.new_page(viewport={"width": 1280, "height": 800})
        opened.on("console", complain)
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        await opened.route("**/*", only_ours)
        yield opened
        await chromium.close()
