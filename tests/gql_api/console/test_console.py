"""The pages and their files; GraphiQL itself is clicked in `test_graphiql`."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from gql_api.console.pages import FILES
from gql_api.console.problems import documented
from gql_api.rest.operations import OPERATIONS
from tests.gql_api.serving import served
from tests.gql_api.tabs import tab


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


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/docs",
        "/vinted/docs",
        "/graphql",
        "/problems/",
        "/problems/not_found",
        "/help/session",
    ],
)
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


@pytest.mark.parametrize("path", ["/problems/no_such_code", "/console/static/nothing/here.js"])
async def test_a_refusal_is_a_page_like_the_others(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path)
    assert page.status_code == 404
    found = _Sources()
    found.feed(page.text)
    assert [(await client.get(str(page.url.join(each)))).status_code for each in found.loads] == [
        200, 200,
    ]  # fmt: skip


async def test_only_our_files_are_served(client: httpx.AsyncClient) -> None:
    for path in ("../pages.py", "..%2Fpages.py", "nothing.js", ""):
        answer = await client.get(f"/console/static/{path}")
        assert answer.status_code == 404
    assert (await client.post("/docs")).status_code == 405


def test_the_licences_are_shipped_with_the_files() -> None:
    licences = (FILES / "app" / "LICENSES.txt").read_text("utf-8").split(f"\n{'-' * 72}\n")
    named = {each.split()[0] for each in licences}
    assert {"react", "graphql-ws", "graphiql", "@graphiql/react", "codemirror"} <= named
    assert all("copyright" in each.lower() for each in licences)


@pytest.fixture
async def troubles() -> list[str]:
    """What the page complains about, and what it asks of other machines."""
    return []


@pytest.fixture
async def page(base: str, troubles: list[str]) -> AsyncIterator[Page]:
    async with tab(base, troubles) as page:
        yield page


async def test_the_rest_document_is_read(page: Page, base: str, troubles: list[str]) -> None:
    await page.goto(f"{base}/vinted/docs")
    await page.get_by_text("POST /vinted/listings/prepare").click()
    await expect(page.get_by_text("application/json: PrepareInput").first).to_be_visible()
    await expect(page.locator("summary", has_text="DraftContext")).to_be_visible()
    events = _block(page, "GET /vinted/jobs/{id}/events")
    await events.locator("> summary").click()
    await expect(events.locator("p code", has_text="picture")).to_be_visible()
    await events.get_by_text("Answers", exact=True).click()
    await expect(events.get_by_text("Event or LivePicture text/event-stream")).to_be_visible()
    assert troubles == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("Remplir le formulaire, ne rien publier", "Par exemple Homme > Sweats.")),
        ("de", ("Das Formular ausfüllen, nichts veröffentlichen", "Zum Beispiel Homme > Sweats.")),
    ],
)
async def test_the_rest_document_is_read_in_the_callers_language(
    page: Page, base: str, troubles: list[str], language: str, words: tuple[str, str]
) -> None:
    summary, member = words
    await page.set_extra_http_headers({"Accept-Language": language})
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.goto(f"{base}/docs")
    await expect(page.get_by_text(summary)).to_be_visible()
    shape = page.locator("details", has=page.locator("summary", has_text="PrepareInput"))
    await shape.locator("> summary").click()
    await expect(shape.get_by_text(member)).to_be_visible()
    for block in await page.locator("#docs > details").all():
        if await block.get_attribute("open") is None:
            await block.locator("> summary").click()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    assert troubles == []


def _block(page: Page, operation: str) -> Locator:
    summary = page.locator("summary", has=page.get_by_text(operation, exact=True))
    return page.locator("details").filter(has=summary)


async def test_every_call_has_an_example_as_curl_and_the_main_job_is_tried(
    page: Page, base: str, troubles: list[str], photo: bytes
) -> None:
    await page.goto(f"{base}/vinted/docs")
    await expect(page.locator("#docs > details").first).to_be_visible()
    for operation in OPERATIONS:
        block = _block(page, f"{operation.method} {operation.path}")
        await block.locator("> summary").click()
        await expect(block.locator("pre").first).to_contain_text(
            f"curl -sS -X {operation.method} '{base}/"
        )

    session = _block(page, "POST /vinted/auth/session")
    await session.get_by_role("button", name="Send").click()
    await expect(session.locator("pre").last).to_contain_text('"authenticated": true')
    upload = _block(page, "POST /vinted/photos/upload")
    file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo}
    await upload.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
    await upload.get_by_role("button", name="Send").click()
    await expect(upload.locator("pre").last).to_contain_text('"temp_id"')
    shown = _block(page, "GET /vinted/photos/{id}")
    await shown.get_by_role("button", name="Send").click()
    await expect(shown.locator("img")).to_be_visible()

    prepare = _block(page, "POST /vinted/listings/prepare")
    await prepare.get_by_role("button", name="Send").click()
    await expect(prepare.locator("pre").last).to_contain_text('"outcome": "prepared"')
    publish = _block(page, "POST /vinted/listings/publish")
    await publish.get_by_role("button", name="Send").click()
    await expect(publish.locator("pre").last).to_contain_text('"outcome": "checked"')
    events = _block(page, "GET /vinted/jobs/{id}/events")
    await events.get_by_role("button", name="Send").click()
    await expect(events.locator("pre").last).to_contain_text('"outcome":"checked"')
    assert troubles == []


async def test_a_curl_of_the_page_can_be_run_as_it_stands(page: Page, base: str) -> None:
    await page.goto(f"{base}/vinted/docs")
    block = _block(page, "POST /vinted/listings/prepare")
    await block.locator("> summary").click()
    await block.locator("textarea").fill(json.dumps({"title": "L'été", "price": "rien"}))
    said = await block.locator("pre").first.inner_text()
    curl = await asyncio.create_subprocess_exec("bash", "-c", said, stdout=asyncio.subprocess.PIPE)
    told, _ = await curl.communicate()
    assert json.loads(told)["field"] in {"price", "description"}


async def test_a_key_is_sent_and_kept_nowhere(tmp_path: Path, troubles: list[str]) -> None:
    key = "a-key-of-sixteen-characters"
    async with served(tmp_path, API_KEYS=key) as base, tab(base, troubles) as page:
        await page.goto(f"{base}/vinted/docs")
        await page.locator("#key").fill(key)
        block = _block(page, "GET /vinted/jobs")
        await block.locator("> summary").click()
        await expect(block.locator("pre").first).to_contain_text("Bearer $FRIPIER_KEY")
        await block.get_by_role("button", name="Send").click()
        await expect(block.locator("pre").last).to_contain_text('"jobs": []')
        assert key not in await page.locator("body").inner_text()
        assert await page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})") == "{}"
    assert troubles == []


@pytest.mark.parametrize(
    ("path", "french", "german"),
    [
        ("/problems/", "Chaque code", "Jeder Code"),
        ("/vinted/docs", "Chaque route", "Jede Route"),
        ("/vinted/help/session", "Clic droit", "Rechtsklick"),
        ("/problems/not_found", "Que faire", "Was zu tun ist"),
    ],
)
async def test_pages_speak_the_callers_language(
    client: httpx.AsyncClient, path: str, french: str, german: str
) -> None:
    for language, words in (("fr", french), ("de-AT", german)):
        page = await client.get(path, headers={"Accept-Language": language})
        assert f'<html lang="{language[:2]}">' in page.text and words in page.text
        assert page.headers["content-language"] == language[:2]
    english = await client.get(path)
    assert '<html lang="en">' in english.text and french not in english.text


@pytest.mark.parametrize("path", ["/problems", "/problems/"])
async def test_the_list_of_problems_leads_to_each(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path)
    leads = re.findall(r'<a href="([^"]+)"><code>(\w+)</code>', page.text)
    assert [code for _, code in leads] == sorted(documented())
    for link, code in leads[:5]:
        found = await client.get(str(page.url.join(link)))
        assert found.status_code == 200 and code in found.text


@pytest.mark.parametrize(
    "path", ["/", "/vinted/docs", "/problems/", "/problems/rate_limited", "/help/session"]
)
async def test_nothing_is_wider_than_a_phone(page: Page, base: str, path: str) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.goto(f"{base}{path}")
    for block in await page.locator("#docs > details").all():
        await block.locator("> summary").click()
    await expect(page.locator("h1, main").first).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
