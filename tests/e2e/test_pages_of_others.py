"""A page of another origin in the seller's own browser, without a key: it gets nothing."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

from browser.chromium.installer import find_chromium
from browser.standin import serve_standin
from gql_api.cli.demo.photos import hoodie

from .serving import Serving, serving

TRIES = """
async ([base, token, job]) => {
  const told = async (name, attempt) => {
    try { return [name, await attempt()]; } catch (error) { return [name, "refused"]; }
  };
  const post = (path, type, body) => () =>
    fetch(base + path, { method: "POST", headers: { "Content-Type": type }, body })
      .then((answer) => answer.status);
  const publish = JSON.stringify({ confirm_token: token, dry_run: false });
  const socket = (path, protocols, first) => () =>
    new Promise((resolve, reject) => {
      const opened = new WebSocket(base.replace("http", "ws") + path, protocols);
      opened.onopen = () => { first ? opened.send(first) : resolve("open"); };
      opened.onmessage = (message) => resolve(message.data);
      opened.onerror = reject;
      opened.onclose = reject;
    });
  const picture = () =>
    new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve("shown");
      image.onerror = reject;
      image.src = `${base}/vinted/jobs/${job}/picture`;
    });
  return Object.fromEntries([
    await told("publish", post("/vinted/listings/publish", "application/json", publish)),
    await told("publish as text", async () => {
      await fetch(base + "/vinted/listings/publish",
        { method: "POST", mode: "no-cors", headers: { "Content-Type": "text/plain" },
          body: publish });
      return "sent";
    }),
    await told("graphql", post("/graphql", "application/json", '{"query":"{health{ok}}"}')),
    await told("read the job", () => fetch(`${base}/vinted/jobs/${job}`).then((a) => a.text())),
    await told("picture", picture),
    await told("older socket", socket("/ws", [], "")),
    await told("subscription",
      socket("/graphql", ["graphql-transport-ws"], '{"type":"connection_init"}')),
  ]);
}
"""


@asynccontextmanager
async def _page_elsewhere() -> AsyncIterator[Page]:
    """An empty page that a program on another port of this machine serves."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n"
            b"Connection: close\r\n\r\n<p>x"
        )
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(None))
        page = await browser.new_page()
        await page.goto(f"http://127.0.0.1:{port}/")
        yield page
        await browser.close()


async def _tried(served: Serving, page: Page) -> dict[str, Any]:
    photo = await served.upload(hoodie(30))
    prepared = await served.prepare(photos=[photo])
    job = prepared["draft_context"]["job_id"]
    given = [served.url, prepared["confirm_token"], job]
    return dict(await page.evaluate(TRIES, given))


@asynccontextmanager
async def _serving(folder: Path, **env: str) -> AsyncIterator[Serving]:
    """The service on a market that is not its own: on that, pages of every port may call."""
    async with serve_standin() as market:
        given = {"MOCK_MODE": "false", "VINTED_BASE_URL": market.url} | env
        async with serving(folder, **given) as served:
            served.market = market.url
            yield served


async def test_it_cannot_publish_read_a_picture_or_subscribe(tmp_path: Path) -> None:
    async with _serving(tmp_path) as served, _page_elsewhere() as page:
        await served.sign_in()
        tried = await _tried(served, page)
        assert tried.pop("publish as text") == "sent"  # it may knock; nobody opens
        assert (tried.pop("publish"), tried.pop("graphql")) == (403, 403)
        assert json.loads(tried.pop("read the job"))["code"] == "origin_not_allowed"
        assert set(tried.values()) == {"refused"}, json.dumps(tried)
        assert (await served.ledger())["items"] == []


@pytest.mark.parametrize("way", ["named", "stand-in"])
async def test_a_page_that_may_call_can(tmp_path: Path, way: str) -> None:
    """The same page, so that the refusals above are not the test's own mistake."""
    async with _page_elsewhere() as page:
        origin = page.url.rstrip("/")
        started = _serving(tmp_path, CORS_ORIGINS=origin) if way == "named" else serving(tmp_path)
        async with started as served:
            await served.sign_in()
            tried = await _tried(served, page)
            assert tried["publish"] == 200
            assert tried["graphql"] == 200
            assert tried["picture"] == "shown"
            assert tried["older socket"] == "open"
            assert json.loads(tried["subscription"])["type"] == "connection_ack"
            assert len((await served.ledger())["items"]) == 1
