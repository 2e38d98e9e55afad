"""The story of the demo: get a browser, start the service, sell twice, show what came of it."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any, Literal

import httpx
import typer
import uvicorn

from browser.chromium.installer import find_chromium, install_chromium
from browser.errors import BrowserMissing
from gql_api.app import create_app
from gql_api.cli import server as serving
from gql_api.cli.demo import photos
from gql_api.cli.demo.graphql_seller import GraphqlSeller, sold
from gql_api.cli.demo.rest_seller import RestSeller
from gql_api.cli.demo.seller import DemoFailed, Sold
from gql_api.cli.demo.view import View, filled_fields
from gql_api.cli.terminal import console
from gql_api.durable_files import make_folder
from gql_api.observability.logging import configure_logging
from gql_api.settings import Settings

PATIENCE_SECONDS = 150


async def run(
    folder: Path, *, pacing: Literal["human", "calm", "off"], keep: bool, as_json: bool
) -> bool:
    """Do the main job over both transports; whether everything went as it should."""
    started = perf_counter()
    place = await asyncio.to_thread(_place, folder)
    summary: dict[str, Any] = {"ok": False, "folder": str(place), "listings": []}
    try:
        await _browser()
        settings = serving.with_port(
            Settings(mock_mode=True, data_dir=place, port=0, pacing=pacing)
        )
        async with _served(settings, place / "fripier.log") as server:
            summary |= await _sell_twice(serving.address(settings), place)
            summary["seconds"] = round(perf_counter() - started, 1)
            _conclude(summary, settings)
            if keep:
                console.print("Everything stays up until Ctrl-C.")
                await server
    except (DemoFailed, BrowserMissing, httpx.HTTPError) as error:
        console.print(f"The demo failed: {error}", style="bold red", markup=False)
        summary["error"] = str(error)
    if as_json:
        typer.echo(json.dumps(summary, ensure_ascii=False))
    return bool(summary["ok"])


def _place(folder: Path) -> Path:
    """A new folder of this demo's own."""
    place = folder.resolve() / f"{datetime.now():%Y%m%d-%H%M%S}"
    make_folder(place)
    return place


async def _browser() -> None:
    """The Chromium that is there, or one that is installed now, in view."""
    found = find_chromium(None)
    if found is None:
        console.print("No Chromium here yet: getting one.")
        found = await install_chromium(lambda line: console.print(f"  {line}", markup=False))
    console.print(f"Chromium: {found}", markup=False)


@asynccontextmanager
async def _served(settings: Settings, log: Path) -> AsyncIterator["asyncio.Task[None]"]:
    """The service with the stand-in market, its log in a file; yields the server's task."""
    serving.only_for_us()
    with log.open("a", encoding="utf-8") as stream:
        configure_logging("info", "json", stream)
        server = _Server(serving.config(create_app(settings), settings))
        task = asyncio.create_task(server.serve())
        try:
            await _first(server.up.wait(), task)
            yield task
        finally:
            server.should_exit = True
            with suppress(asyncio.CancelledError):
                await task


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.up.set()


async def _first(wanted: Any, task: "asyncio.Task[None]") -> None:
    """Wait for something that the task may end without."""
    waiting = asyncio.ensure_future(wanted)
    await asyncio.wait({waiting, task}, return_when=asyncio.FIRST_COMPLETED)
    if not waiting.done():
        waiting.cancel()
        raise DemoFailed("the service did not start; its log says why")


async def _sell_twice(base: str, place: Path) -> dict[str, Any]:
    shots = [photos.hoodie(24), photos.hoodie(24, back=True), photos.hoodie(90)]
    timeout = httpx.Timeout(PATIENCE_SECONDS)
    async with httpx.AsyncClient(base_url=base, timeout=timeout) as http:
        with View(console) as view:
            prepared, first = await _by_rest(http, view, shots)
            second = await _by_graphql(http, view, shots[::-1])
        picture = await _keep_picture(http, prepared, place)
        await _open(http, first, second)
    fields = prepared["draft_context"]["fields"]
    console.print(filled_fields(fields))
    return {
        "ok": True,
        "listings": [asdict(first), asdict(second)],
        "picture": str(picture),
        "fields": fields,
    }


async def _by_rest(
    http: httpx.AsyncClient, view: View, shots: list[bytes]
) -> tuple[Mapping[str, Any], Sold]:
    """The six REST calls, with the older socket feeding the bars."""
    seller, watcher = RestSeller(http), GraphqlSeller(http)
    async with _bars(watcher, view):
        view.say(f"Signed in as {await seller.sign_in()}")
        ids = await seller.upload(shots)
        view.say(f"{len(ids)} photos are uploaded, upright and without their GPS position")
        prepared = await seller.prepare(ids)
        if prepared["outcome"] != "prepared":
            raise DemoFailed(f"the preparation ended as {prepared['outcome']}: {prepared}")
        return prepared, await seller.publish(prepared)


@asynccontextmanager
async def _bars(watcher: GraphqlSeller, view: View) -> AsyncIterator[None]:
    """Show every event of the service while the block runs."""
    ready = asyncio.Event()

    async def follow() -> None:
        async for event in watcher.everything(ready):
            view.show(event, "REST")

    task = asyncio.create_task(follow())
    await _first(ready.wait(), task)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _by_graphql(http: httpx.AsyncClient, view: View, shots: list[bytes]) -> Sold:
    """The mutations, each followed by the subscription to its job."""
    seller = GraphqlSeller(http)
    prepared = await _followed(
        seller, view, await seller.prepare(await seller.upload(shots)), "GraphQL prepare"
    )
    token = (prepared["result"] or {}).get("confirmToken")
    if token is None:
        raise DemoFailed(f"the preparation ended as {prepared['state']}: {prepared['result']}")
    return sold(await _followed(seller, view, await seller.publish(token), "GraphQL publish"))


async def _followed(
    seller: GraphqlSeller, view: View, job: Mapping[str, Any], name: str
) -> Mapping[str, Any]:
    async with asyncio.timeout(PATIENCE_SECONDS):
        async for event in seller.progress(job["id"]):
            view.show(event, name)
    return await seller.job(job["id"])


async def _keep_picture(http: httpx.AsyncClient, prepared: Mapping[str, Any], place: Path) -> Path:
    """The picture of the filled form, from the service's own address."""
    job_id = prepared["draft_context"]["job_id"]
    answer = await http.get(f"/vinted/jobs/{job_id}/picture")
    if answer.status_code != httpx.codes.OK:
        raise DemoFailed(f"the picture answered {answer.status_code}")
    path = place / "filled-form.jpg"
    path.write_bytes(answer.content)
    return path


async def _open(http: httpx.AsyncClient, *listings: Sold) -> None:
    """Look whether the listings are there for everybody."""
    for listing in listings:
        page = await http.get(listing.listing_url, follow_redirects=True)
        if page.status_code != httpx.codes.OK:
            raise DemoFailed(f"{listing.listing_url} answered {page.status_code}")


def _conclude(summary: Mapping[str, Any], settings: Settings) -> None:
    base = serving.address(settings)
    for listing in summary["listings"]:
        console.print(f"Published over {listing['via']:<8} {listing['listing_url']}")
    console.print(f"Picture of the form     {summary['picture']}", markup=False)
    console.print(f"Database, photos, log   {summary['folder']}", markup=False)
    console.print(f"GraphiQL                {base}/graphql (while the demo runs: --keep)")
    console.print(f"Done in {summary['seconds']} s.")
