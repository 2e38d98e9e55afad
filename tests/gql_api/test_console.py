"""The pages in a real Chromium without the internet: GraphiQL is clicked and typed into."""

import json
import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from playwright.async_api import ConsoleMessage, Page, Route, async_playwright, expect

from browser.install import find_chromium
from gql_api.console.pages import FILES

PREPARE = """mutation Prepare($input: PrepareListingInput!) {
  prepareListing(input: $input) {
    ... on PrepareListingSuccess { job { id state } }
    ... on Error { code message }
  }
}"""
FOLLOW = """subscription Follow($job: ID!) {
  listingProgress(jobId: $job) { seq state percent step outcome }
}"""
SESSION = {
    "cookie": "access_token_web=demo",
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64)",
    "account": "console",
}
LISTING = {
    "title": "Hoodie Diesel",
    "price": "35",
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "categoryHint": "Homme > Sweats",
    "account": "console",
}


class _Sources(HTMLParser):
    """What a page loads, and whether script or style stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.inline = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"script", "link", "img"}:
            self.loads.append(given.get("src") or given.get("href") or "")
        self.inline = self.inline or tag == "style" or "style" in given
        self.inline = self.inline or any(name.startswith("on") for name in given)


@pytest.mark.parametrize("path", ["/", "/docs", "/graphql", "/problems/not_found"])
async def test_a_page_loads_our_own_files_only(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path, headers={"Accept": "text/html"})
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy
    found = _Sources()
    found.feed(page.text)
    assert found.loads and not found.inline
    for source in found.loads:
        answer = await client.get(str(page.url.join(source)))
        assert answer.status_code == 200, source
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "max-age" in answer.headers["cache-control"]
        again = await client.get(answer.url, headers={"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304


async def test_only_our_files_are_served(client: httpx.AsyncClient) -> None:
    for path in ("../pages.py", "..%2Fpages.py", "nothing.js", ""):
        answer = await client.get(f"/console/static/{path}")
        assert answer.status_code == 404
    assert (await client.post("/docs")).status_code == 405


def test_the_licences_are_shipped_with_the_files() -> None:
    licences = (FILES / "LICENSES.txt").read_text("utf-8")
    for file in FILES.glob("*.min.*"):
        assert file.name in licences


@pytest.fixture
async def troubles() -> list[str]:
    """What the page complains about, and what it asks of other machines."""
    return []


@pytest.fixture
async def page(base: str, troubles: list[str]) -> AsyncIterator[Page]:
    """A tab that reaches this service and nothing else."""

    async def only_ours(route: Route) -> None:
        if route.request.url.startswith(base):
            await route.continue_()
            return
        troubles.append(route.request.url)
        await route.abort()

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            troubles.append(message.text)

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


async def _type(page: Page, editor: str, text: str) -> None:
    await page.locator(f"{editor} .CodeMirror").first.click()
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.insert_text(text)


async def _run(page: Page, query: str, variables: object) -> None:
    await _type(page, ".graphiql-query-editor", query)
    await _type(page, ".graphiql-editor-tool", json.dumps(variables))
    await page.get_by_role("button", name="Execute query").click()


async def test_a_query_a_mutation_and_a_subscription_are_clicked(
    page: Page, base: str, troubles: list[str], tmp_path: Path
) -> None:
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        saved = await client.post("/vinted/auth/session", json=SESSION)
        assert saved.json()["authenticated"] is True
    answer = page.locator(".graphiql-response")

    await page.goto(f"{base}/graphql")
    await page.get_by_role("button", name="Execute query").click()
    await expect(answer).to_contain_text('"mockMode": true')

    await _run(page, PREPARE, {"input": LISTING})
    await expect(answer).to_contain_text('"prepareListing"')
    job = re.search(r'"id":\s"(\w+)"', await answer.inner_text())
    assert job is not None

    await _run(page, FOLLOW, {"job": job[1]})
    await expect(answer).to_contain_text('"outcome": "PREPARED"', timeout=60_000)
    await page.screenshot(path=tmp_path / "graphiql.png")

    kept = await page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert "Hoodie" not in kept
    assert troubles == []


async def test_the_rest_document_is_read(page: Page, base: str, troubles: list[str]) -> None:
    await page.goto(f"{base}/")
    await page.get_by_role("link", name="REST").click()
    await page.get_by_text("POST /vinted/listings/prepare").click()
    await expect(page.get_by_text("Send application/json: PrepareInput")).to_be_visible()
    await expect(page.locator("summary", has_text="DraftContext")).to_be_visible()
    assert troubles == []
