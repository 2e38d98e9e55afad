"""Where scenes are played: a real service on the stand-in, and one tab of a real Chromium.

Owns what scenes have in common: jobs by the older routes, presses at the console, an answer that is
handed on, the proof that the answer was real and is seen, and the picture.
"""

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any

import httpx
from PIL import Image
from playwright.async_api import Locator, Page, Response, Route, async_playwright, expect

from browser.chromium.installer import find_chromium
from gql_api.cli.demo.photos import hoodie
from tests.console.gallery.scenes import Scene
from tests.console.seller import Seller, catalogue
from tests.e2e.serving import HOODIE, LISTING, Serving

HEIGHT = 720
COLOURS = 48
SECONDS = 130
TITLES = {"not_ready": "changed.since"}
"""Where a reason changes what a person has to know first."""

_DECODED = """() => Promise.all([...document.images].filter((each) => {
  const { top, bottom } = each.getBoundingClientRect();
  return each.checkVisibility() && bottom > 0 && top < innerHeight;
}).map((each) => each.decode().catch(() => 0)))"""
"""Those on the screen: one that waits to be scrolled to is never there."""


@dataclass
class Answer:
    """What a call was answered, as it is handed on."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Stage:
    """One scene's place; `said` holds the text of every code that the page was answered."""

    serving: Serving
    seller: Seller
    said: dict[str, str] = field(default_factory=dict)
    job_id: str | None = None
    count: int = 0

    @property
    def page(self) -> Page:
        return self.seller.page

    @property
    def http(self) -> httpx.AsyncClient:
        return self.serving.http

    # The service

    def title(self) -> str:
        """Never the same one twice: an unknown end of one must not stop the next."""
        self.count += 1
        return f"Timbre Semeuse {self.count}"

    async def jpeg(self) -> bytes:
        """A photo unlike the others."""
        self.count += 1
        return await asyncio.to_thread(hoodie, 30 + self.count)

    async def listing(self, *, photo: bool = True, **more: Any) -> dict[str, Any]:
        photos = [await self.serving.upload(await self.jpeg())] if photo else []
        return {**LISTING, "title": self.title(), "photos": photos, **more}

    async def ask(self, path: str, body: Mapping[str, Any], **headers: str) -> httpx.Response:
        return await self.http.post(path, json=body, headers=headers)

    async def prepared(self, **more: Any) -> dict[str, Any]:
        """A preparation by the older route, whatever came of it."""
        answer = await self.ask("/vinted/listings/prepare", await self.listing(**more))
        return self._kept(answer)

    async def hoodie(self, **more: Any) -> dict[str, Any]:
        """The same of a form with every field."""
        photos = [await self.serving.upload(await self.jpeg())]
        self.count += 1
        body = {**HOODIE, "title": f"Hoodie Diesel {self.count}", "photos": photos, **more}
        return self._kept(await self.ask("/vinted/listings/prepare", body))

    async def published(self, token: str, *, dry_run: bool = False) -> dict[str, Any]:
        return self._kept(await self.serving.publish(token, dry_run=dry_run))

    def _kept(self, answer: httpx.Response) -> dict[str, Any]:
        told = dict(answer.json())
        context = told.get("draft_context") or {}
        self.job_id = told.get("job_id") or context.get("job_id") or self.job_id
        return told

    async def begun(self, path: str, body: Mapping[str, Any]) -> str:
        """The id of a job that is under way."""
        answer = await self.ask(path, body, Prefer="wait=0")
        assert answer.status_code == 202, answer.text
        return str(answer.json()["job_id"])

    async def until(self, job_id: str, said: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The job, once it is as it is said."""
        end = asyncio.get_running_loop().time() + SECONDS
        while not said(job := await self.serving.job(job_id)):
            known = (job.get("state"), job.get("step"), job.get("outcome"), job.get("reason"))
            assert asyncio.get_running_loop().time() < end, known
            await asyncio.sleep(0.1)
        return job

    # The console

    async def open(self, job_id: str | None = None) -> None:
        """The screen of a job."""
        self.job_id = job_id or self.job_id
        await self.goto(f"#/jobs/{self.job_id}")
        await expect(self.page.locator("h1")).to_be_visible()

    async def goto(self, address: str = "#/") -> None:
        """The screen, loaded anew."""
        await self.page.goto("about:blank")
        await self.seller.goto(address)

    async def press(self, key: str, **values: object) -> None:
        await self.seller.press(key, **values)

    async def hand_on(self, answer: Answer | httpx.Response) -> None:
        """Show a real answer in the place of the answer to a press on "Prepare"."""
        if isinstance(answer, httpx.Response):
            answer = Answer(answer.status_code, answer.headers, answer.content)
        kept = {"content-type", "retry-after"}
        headers = {name: text for name, text in answer.headers.items() if name.lower() in kept}

        async def instead(route: Route) -> None:
            if "prepareListing" not in (route.request.post_data or ""):
                return await route.fallback()
            await route.fulfill(status=answer.status, headers=headers, body=answer.body)

        await self.page.route("**/graphql", instead)
        await self.goto()
        await self.press("prepare")
        await expect(self.page.locator(".notice.bad").first).to_be_visible()
        await self.page.unroute("**/graphql", instead)

    async def hear(self, response: Response) -> None:
        """Note every code in an answer."""
        if "json" not in response.headers.get("content-type", ""):
            return
        try:
            self._note(json.loads(await response.body()))
        except Exception:  # the page went on before its answer was read
            return

    def _note(self, told: Any) -> None:
        if isinstance(told, list):
            for each in told:
                self._note(each)
        if not isinstance(told, dict):
            return
        code = told.get("code") or (told.get("extensions") or {}).get("code")
        text = told.get("message") or told.get("detail")
        if isinstance(code, str) and isinstance(text, str):
            self.said[code] = text
        for each in told.values():
            self._note(each)

    # The proof and the picture

    async def prove(self, scene: Scene) -> None:
        """That each thing was really answered, and is told on the screen."""
        for saying in scene.shows:
            kind, _, name = saying.partition(".")
            await getattr(self, f"_prove_{kind}")(name)
        wide = await self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not wide, "wider than the window"
        mains = await self.page.locator("main .button.main").evaluate_all(
            "all => all.filter((each) => each.checkVisibility() && !each.disabled)"
            ".map((each) => each.textContent)"
        )
        assert len(set(mains)) <= 1, f"main acts: {mains}"

    async def _prove_outcome(self, name: str) -> None:
        assert self.job_id is not None
        job = await self.serving.job(self.job_id)
        assert job.get("outcome") == name, (job["outcome"], job["reason"], job["problem"])
        place = self.page.locator(".result-lead h2")
        await expect(place).to_have_text(
            self.seller.say(TITLES.get(name, f"outcome.{name.upper()}"))
        )

    async def _prove_reason(self, name: str) -> None:
        assert self.job_id is not None
        job = await self.serving.job(self.job_id)
        assert job.get("reason") == name, (job["outcome"], job["reason"], job["problem"])
        words = self.seller.words
        keys = [f"{kind}.{name}" for kind in ("unknown.draft", "unknown", "reason")]
        told = [self._words(words[key]) for key in keys if key in words]
        await expect(reduce(Locator.or_, told).first).to_be_visible()

    async def _prove_code(self, name: str) -> None:
        async with asyncio.timeout(10):
            while name not in self.said:
                await asyncio.sleep(0.05)
        await expect(self._words(self.said[name])).to_be_visible()

    def _words(self, text: str) -> Locator:
        """Where the page tells it, in whole or behind a field's name."""
        return self.page.locator("main").get_by_text(_part(text)).first

    async def picture(self) -> bytes:
        """What a phone shows, in few colours; the trouble in the middle, where there is one."""
        trouble = self.page.locator("main .notice.bad, main .wrong").first
        if await trouble.count() and not await self.page.locator(".result.bad").count():
            await trouble.evaluate("each => each.scrollIntoView({block: 'center'})")
        else:
            await self.page.evaluate("window.scrollTo(0, 0)")
        await self.page.evaluate(_DECODED)
        shot = Image.open(io.BytesIO(await self.page.screenshot())).convert("RGB")
        small = shot.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        written = io.BytesIO()
        small.save(written, "PNG", optimize=True)
        return written.getvalue()


def _part(text: str) -> str:
    """The longest part of a text that stands by itself: code in it, and ids, are set apart."""
    return max(re.split(r"`[^`]+`|https?://\S+|\b[0-9a-f]{32}\b", text), key=len).strip()[:120]


@asynccontextmanager
async def stage(
    serving: Serving, *, width: int = 360, language: str = "en", dark: bool = False
) -> AsyncIterator[Stage]:
    """A tab on the service, whose market has no faults before and after."""
    executable = find_chromium(None)
    assert executable is not None
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"]
        )
        page = await chromium.new_page(
            viewport={"width": width, "height": HEIGHT},
            locale=language,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        place = Stage(serving, Seller(page, serving.url, catalogue(language)))
        page.on("response", place.hear)
        serving.http.headers["Accept-Language"] = language
        yield place
        await chromium.close()


async def play(place: Stage, scene: Scene) -> bytes:
    """The scene, its proof, and its picture."""
    await place.http.delete(f"{place.serving.market}/__standin__/faults")
    place.said.clear()
    place.job_id = None
    try:
        await scene.play(place)
        await place.prove(scene)
        return await place.picture()
    finally:
        await place.page.unroute_all(behavior="ignoreErrors")
        await place.http.delete(f"{place.serving.market}/__standin__/faults")


def file_of(folder: Path, scene: Scene) -> Path:
    return folder / f"{scene.name}.png"
