"""GraphiQL in a real Chromium without the internet and under its policy: clicked and typed into."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Page, expect

from tests.gql_api.serving import served
from tests.gql_api.tabs import tab

KEY = "a-key-of-sixteen-characters"
PREPARE = """mutation Prepare($input: PrepareListingInput!) {
  prepareListing(input: $input) {
    ... on PrepareListingSuccess { job { id state } }
    ... on Error { code message }
  }
}"""
FOLLOW = """subscription Follow($job: ID!) {
  listingProgress(jobId: $job) { seq state percent step outcome }
}"""
EVENT_SOURCE = """query => new Promise((resolve, reject) => {
  const source = new EventSource("graphql?query=" + encodeURIComponent(query));
  const seen = [];
  source.addEventListener("next", (event) => seen.push(JSON.parse(event.data)));
  source.addEventListener("complete", () => { source.close(); resolve(seen); });
  source.addEventListener("error", reject);
})"""
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


@pytest.fixture
async def troubles() -> list[str]:
    """What the page complains about, and what it asks of other machines."""
    return []


@pytest.fixture
async def page(base: str, troubles: list[str]) -> AsyncIterator[Page]:
    async with tab(base, troubles) as page:
        yield page


async def _type(page: Page, editor: str, text: str) -> None:
    await page.locator(f"{editor} .CodeMirror:visible").click()
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.insert_text(text)


async def _run(page: Page, query: str, variables: object) -> None:
    await _type(page, ".graphiql-query-editor", query)
    await page.get_by_role("button", name="Variables").click()
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
    await expect(page.get_by_role("button", name="Stop query")).to_be_visible()
    await expect(answer).to_contain_text('"state": "RUNNING"', timeout=60_000)
    await expect(answer).to_contain_text('"outcome": "PREPARED"', timeout=60_000)
    await expect(page.get_by_role("button", name="Execute query")).to_be_visible()
    await page.screenshot(path=tmp_path / "graphiql.png")

    kept = await page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert "Hoodie" not in kept
    assert troubles == []


async def test_a_subscription_that_is_stopped_lets_its_socket_go(
    page: Page, base: str, troubles: list[str]
) -> None:
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        await client.post("/vinted/auth/session", json=SESSION)
    await page.goto(f"{base}/graphql")
    await _run(page, PREPARE, {"input": LISTING})
    answer = page.locator(".graphiql-response")
    await expect(answer).to_contain_text('"prepareListing"')
    job = re.search(r'"id":\s"(\w+)"', await answer.inner_text())
    assert job is not None
    async with page.expect_websocket() as opened:
        await _run(page, FOLLOW, {"job": job[1]})
    socket = await opened.value
    stop = page.get_by_role("button", name="Stop query")
    await expect(answer).to_contain_text('"seq"')
    async with socket.expect_event("close"):
        await stop.click()
    await expect(page.get_by_role("button", name="Execute query")).to_be_visible()
    assert '"outcome": "PREPARED"' not in await answer.inner_text()
    assert troubles == []


async def _tab(page: Page, name: str, answers: str) -> None:
    """Run a tab as it stands, and see that it answers so."""
    await page.get_by_role("tab", name=name).click()
    await page.get_by_role("button", name="Execute query").click()
    answer = page.locator(".graphiql-response")
    await expect(answer).to_contain_text(answers, timeout=60_000)
    await expect(answer).to_be_in_viewport(ratio=0.2)


@pytest.mark.parametrize("width", [1280, 360])
async def test_the_tabs_do_the_whole_job_as_they_stand(
    tmp_path: Path, troubles: list[str], width: int
) -> None:
    async with served(tmp_path) as base, tab(base, troubles) as page:
        await page.set_viewport_size({"width": width, "height": 740})
        await page.goto(f"{base}/graphql")
        await _tab(page, "Start", '"mockMode": true')
        await _tab(page, "Session", '"username": "demo"')
        await _tab(page, "Upload", '"width": 900')
        await _tab(page, "Prepare", '"state": "QUEUED"')
        await _tab(page, "Watch", '"outcome": "PREPARED"')
        await _tab(page, "Publish", '"outcome": "CHECKED"')
        async with httpx.AsyncClient(base_url=base) as client:
            jobs = (await client.get("/vinted/jobs")).json()["jobs"]
            prepared = (await client.get(f"/vinted/jobs/{jobs[-1]['job_id']}")).json()
    assert len(prepared["listing"]["photos"]) == 1, "the photo of the tab before"
    assert troubles == []


async def test_a_photo_of_ones_own_is_chosen(page: Page, base: str, photo: bytes) -> None:
    await page.goto(f"{base}/graphql")
    await page.get_by_role("tab", name="Upload").click()
    await _type(page, ".graphiql-editor-tool", json.dumps({"input": {"file": "choose"}}))
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Execute query").click()
    file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo}
    await (await chooser.value).set_files([file])  # type: ignore[list-item]
    await expect(page.locator(".graphiql-response")).to_contain_text('"width": 800')


async def test_on_a_phone_what_is_answered_stands_below_what_is_asked(
    page: Page, base: str, troubles: list[str]
) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.goto(f"{base}/graphql")
    await page.get_by_role("button", name="Execute query").click()
    answer = page.locator(".graphiql-response")
    await expect(answer).to_contain_text('"mockMode": true')
    asked = await page.locator(".graphiql-query-editor").bounding_box()
    told = await answer.bounding_box()
    assert asked and told and asked["width"] > 300 and told["width"] > 300
    assert told["y"] >= asked["y"] + asked["height"]
    buttons = page.get_by_role("toolbar", name="Editor Commands").get_by_role("button")
    for button in await buttons.all():
        placed = await button.bounding_box()
        assert placed and placed["y"] + placed["height"] <= asked["y"] + asked["height"] / 3
        assert placed["width"] >= 40 and placed["height"] >= 40
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    await page.get_by_label("Show Documentation Explorer").click()
    docs = await page.locator(".graphiql-plugin").bounding_box()
    assert docs and docs["x"] >= 0 and 300 < docs["width"] <= 360
    assert troubles == []


async def test_a_query_is_typed_with_the_help_of_the_schema(
    page: Page, base: str, troubles: list[str]
) -> None:
    async with page.expect_response(lambda answer: answer.request.method == "POST") as schema:
        await page.goto(f"{base}/graphql")
    await (await schema.value).finished()
    await expect(page.get_by_label("Show Documentation Explorer")).to_be_visible()
    editor = page.locator(".graphiql-query-editor .CodeMirror")
    await editor.click()
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type("query Start { capabilities { mock")
    await page.locator(".CodeMirror-hint", has_text="mockMode").click()
    await expect(editor).to_contain_text("mockMode")
    await page.get_by_role("button", name="Execute query").click()
    await expect(page.locator(".graphiql-response")).to_contain_text('"mockMode": true')
    assert troubles == []


async def test_a_page_follows_with_the_browsers_own_event_source(
    page: Page, base: str, troubles: list[str]
) -> None:
    await page.goto(f"{base}/graphql")
    assert await page.evaluate(EVENT_SOURCE, "{ capabilities { mockMode } }") == [
        {"data": {"capabilities": {"mockMode": True}}}
    ]
    assert troubles == []


async def test_every_panel_and_dialog_opens_without_a_complaint(
    page: Page, base: str, troubles: list[str]
) -> None:
    await page.goto(f"{base}/graphql")
    await page.get_by_label("Show Documentation Explorer").click()
    await page.get_by_role("link", name="Mutation", exact=True).click()
    await page.get_by_role("link", name="prepareListing", exact=True).click()
    await expect(page.get_by_text("PrepareListingInput!")).to_be_visible()
    await page.get_by_label("Show History").click()
    await page.get_by_role("button", name="Prettify query").click()
    await page.get_by_role("button", name="Merge fragments into query").click()
    await page.get_by_label("Open short keys dialog").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Short Keys")
    await page.keyboard.press("Escape")
    await page.get_by_label("Open settings dialog").click()
    await page.get_by_role("button", name="Dark").click()
    await expect(page.locator("body.graphiql-dark")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    assert troubles == []


async def test_a_key_under_headers_opens_the_schema_and_the_socket(
    tmp_path: Path, troubles: list[str]
) -> None:
    async with served(tmp_path, API_KEYS=KEY) as base, tab(base, troubles) as page:
        answer = page.locator(".graphiql-response")
        await page.goto(f"{base}/graphql")
        await expect(answer).to_contain_text('"code": "unauthenticated"')
        await page.get_by_role("button", name="Headers").click()
        await page.locator(".graphiql-editor-tool .CodeMirror:visible").click()
        await page.keyboard.insert_text(json.dumps({"Authorization": f"Bearer {KEY}"}))
        await page.get_by_role("button", name="Execute query").click()
        await expect(answer).to_contain_text('"mockMode": true')
        assert all("401" in trouble for trouble in troubles)
        troubles.clear()

        await page.get_by_label("Re-fetch GraphQL schema").click()
        await page.get_by_label("Show Documentation Explorer").click()
        await expect(page.get_by_role("link", name="Subscription", exact=True)).to_be_visible()
        await _run(page, FOLLOW, {"job": "nope"})
        await expect(answer).to_contain_text('"code": "job_not_found"')
        kept = await page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
        assert KEY not in kept
    assert troubles == []
