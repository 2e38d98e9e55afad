"""The pages and their files; GraphiQL itself is clicked in `test_graphiql`."""

from collections.abc import AsyncIterator
from html.parser import HTMLParser

import httpx
import pytest
from playwright.async_api import Page, expect

from gql_api.console.pages import FILES
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


@pytest.mark.parametrize("path", ["/", "/docs", "/vinted/docs", "/graphql", "/problems/not_found"])
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
    licences = (FILES / "LICENSES.txt").read_text("utf-8")
    for file in FILES.glob("*.min.*"):
        assert file.name in licences


@pytest.fixture
async def troubles() -> list[str]:
    """What the page complains about, and what it asks of other machines."""
    return []


@pytest.fixture
async def page(base: str, troubles: list[str]) -> AsyncIterator[Page]:
    async with tab(base, troubles) as page:
        yield page


async def test_the_rest_document_is_read(page: Page, base: str, troubles: list[str]) -> None:
    await page.goto(f"{base}/")
    await page.get_by_role("link", name="REST").click()
    await page.get_by_text("POST /vinted/listings/prepare").click()
    await expect(page.get_by_text("Send application/json: PrepareInput")).to_be_visible()
    await expect(page.locator("summary", has_text="DraftContext")).to_be_visible()
    assert troubles == []
