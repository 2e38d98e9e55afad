"""A straight script with Playwright: locators that wait by themselves, and nothing looked at twice.

Reads a task a line (JSON), carries it out and says so: `prepare` ends with a picture of the whole
form, `publish` goes on where that stopped and closes the context. The browser stays open.
"""

import asyncio
import json
import sys
from typing import Any

from playwright.async_api import BrowserContext, Page, async_playwright


async def act(page: Page, name: str, *given: Any) -> None:
    """Do one thing."""
    selector, *more = given
    match name:
        case "files":
            await page.locator(selector).set_input_files(more[0])
        case "fill":
            await page.locator(selector).fill(more[0])
        case "type":
            await page.locator(selector).press_sequentially(more[0])
        case "click":
            await page.locator(selector).click()
        case "key":
            await page.keyboard.press(selector)
        case "count":
            await page.locator(selector).nth(more[0] - 1).wait_for()
        case "leaves":
            await page.wait_for_url(lambda address: selector not in address, wait_until="commit")
        case _:
            raise ValueError(name)


async def prepared(context: BrowserContext, task: dict[str, Any]) -> Page:
    """Fill the form and take its picture."""
    await context.add_cookies([{**task["cookie"], "url": task["url"]}])
    page = await context.new_page()
    await page.goto(f"{task['url']}/items/new", wait_until="domcontentloaded")
    for each in task["acts"]:
        await act(page, *each)
    await page.screenshot(type="jpeg", quality=70, full_page=True)
    return page


async def main(executable: str) -> None:
    """Carry out what is read, until there is nothing more."""
    loop = asyncio.get_running_loop()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable)
        page: Page | None = None
        print("{}", flush=True)
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            task = json.loads(line)
            if task["do"] == "prepare":
                context = await browser.new_context(
                    user_agent=task["agent"], viewport={"width": 1280, "height": 900}
                )
                page = await prepared(context, task)
            elif page:
                for each in task["acts"]:
                    await act(page, *each)
                await page.context.close()
            print("{}", flush=True)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
