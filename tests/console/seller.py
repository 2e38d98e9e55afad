"""A seller at the console in a real Chromium: what one presses, reads and waits for there.

Texts are looked for by role, as a screen reader finds them; the words come from the page's own
catalogues. What the service does meanwhile is the stand-in's.
"""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import FilePayload, Locator, Page, Response, async_playwright, expect

from browser.chromium.installer import find_chromium
from tests.clients import npm

APP = Path(__file__).parents[2] / "gql_api" / "console" / "app"
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
LISTING = {
    "field.title": "Hoodie Diesel",
    "field.description": "Bon état",
    "field.category": "Homme > Sweats",
    "field.brand": "Diesel",
    "field.size": "L",
    "field.condition": "bon",
    "field.color": "noir",
    "field.price": "35",
}
_WORD = re.compile(r'^  "(?P<key>[\w.]+)": (?P<text>".*"),$', re.MULTILINE)


def catalogue(language: str) -> dict[str, str]:
    """The console's own words."""
    source = (APP / "src" / "i18n" / f"{language}.ts").read_text("utf-8")
    return {found["key"]: json.loads(found["text"]) for found in _WORD.finditer(source)}


@dataclass
class Seller:
    """One tab of the console."""

    page: Page
    base: str
    words: dict[str, str]

    def say(self, key: str, **values: object) -> str:
        return self.words[key].format(**values)

    async def goto(self, address: str = "#/") -> None:
        await self.page.goto(f"{self.base}/{address}")

    async def press(self, key: str, **values: object) -> None:
        await self.page.get_by_role("button", name=self.say(key, **values), exact=True).click()

    async def connect(self, cookie: str = "access_token_web=demo") -> None:
        await self.goto("#/connect")
        await self.page.get_by_label(self.say("connect.paste")).fill(cookie)
        await self.press("connect.save")
        await expect(self.page.locator("form .session-state")).to_contain_text(
            self.say("session.VALID")
        )

    async def choose(self, *files: FilePayload) -> None:
        """Photos, as from the dialog for files."""
        await self.page.locator("input[type=file][multiple]").set_input_files(files)

    async def write(self, **more: str) -> None:
        """Every field of the listing."""
        for key, text in (LISTING | more).items():
            await self.field(key).fill(text)

    def field(self, key: str) -> Locator:
        """The field itself; what it suggests goes by the same name."""
        named = self.page.get_by_label(self.say(key), exact=True)
        return named.and_(self.page.locator("input, textarea"))

    async def touch(self, start: Locator, *way: Locator, hold: bool) -> None:
        """One finger from the middle of a photo over others, put down for a while first or not."""
        line = await self.page.context.new_cdp_session(self.page)

        async def finger(kind: str, *at: tuple[float, float]) -> None:
            points = [{"x": x, "y": y} for x, y in at]
            await line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        begin, *later = [await _middle(each) for each in (start, *way)]
        await finger("touchStart", begin)
        if hold:
            await expect(self.page.locator(".is-lifted")).to_have_count(1)
        for x, y in later:
            await finger("touchMove", ((begin[0] + x) / 2, (begin[1] + y) / 2))
            await finger("touchMove", (x, y))
        await finger("touchEnd")
        await line.detach()

    def report(self, key: str) -> Locator:
        """What the page says of a field that was filled."""
        named = self.page.get_by_role("heading", level=3, name=self.say(key), exact=True)
        return self.page.get_by_role("listitem").filter(has=named)

    async def prepare(self) -> str:
        """The job that a press on the button leads to."""
        await self.press("prepare")
        return await self.job()

    async def job(self) -> str:
        await self.page.wait_for_url(re.compile(r"#/jobs/\w+$"))
        return self.page.url.rpartition("/")[2]

    async def next_job(self, key: str) -> str:
        """The job that comes after this one by a press."""
        before = await self.job()
        await self.press(key)
        await self.page.wait_for_url(lambda url: "#/jobs/" in url and before not in url)
        return await self.job()

    async def outcome(self, name: str) -> None:
        """Waits until the job has come to it."""
        heading = self.page.get_by_role("heading", name=self.say(f"outcome.{name}"), exact=True)
        await expect(heading).to_be_visible(timeout=60_000)

    async def events(self) -> list[int]:
        """The numbers of the events that the page shows, in its order."""
        numbers: list[int] = await self.page.locator(".past li").evaluate_all(
            "rows => rows.map((row) => row.value)"
        )
        return numbers

    async def faults(self) -> list[str]:
        """What axe calls serious or worse, and whether the page is wider than its window."""
        if not await self.page.evaluate("'axe' in window"):
            await self.page.evaluate(AXE.read_text("utf-8"))
        found: list[dict[str, Any]] = await self.page.evaluate(
            "axe.run().then(({violations}) => violations)"
        )
        wide = await self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        return [
            f"{fault['id']}: {[node['html'] for node in fault['nodes']]}"
            for fault in found
            if fault["impact"] in {"serious", "critical"}
        ] + (["wider than the window"] if wide else [])


async def _middle(there: Locator) -> tuple[float, float]:
    await there.scroll_into_view_if_needed()
    box = await there.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@asynccontextmanager
async def at_the_console(
    base: str, *, width: int = 1280, language: str = "en", dark: bool = False, touch: bool = False
) -> AsyncIterator[tuple[Seller, list[str]]]:
    """A seller, and the list of what goes wrong in the page meanwhile."""
    npm.install(AXE.parents[2])
    executable = find_chromium(None)
    assert executable is not None
    troubles: list[str] = []

    def failed(response: Response) -> None:
        if response.status >= 400 and not response.url.endswith("/console/session"):
            troubles.append(f"{response.status} {response.url}")

    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"]
        )
        page = await chromium.new_page(
            viewport={"width": width, "height": 780},
            locale=language,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            has_touch=touch,
            is_mobile=touch,
        )
        page.on("filechooser", lambda _: None)  # so that a dialog is never the machine's
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("response", failed)
        page.on("console", lambda said: "Policy" in said.text and troubles.append(said.text))
        yield Seller(page, base, catalogue(language)), troubles
        await chromium.close()


def file(name: str, content: bytes, kind: str = "image/jpeg") -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}
