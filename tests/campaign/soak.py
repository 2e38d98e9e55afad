"""A service for a long time, with everything in it that goes wrong: does it hold, and not grow?

    uv run --group test python -m tests.campaign.soak [--listings 1000] [--sellers 8]

Listings are prepared and published on the stand-in, some at once, and in their midst browsers are
killed, the service is killed and started again, challenges stand in the way, preparations are
cancelled, sessions expire and listings are corrected, by a plan that is the same every time. The
service is killed in the first fifth alone, so that one life of it is measured over the rest. Prints
a table and what is wrong: a listing lost or doubled, memory that grows, a context, file, process or
row that is left; then it ends with 1.
"""

import argparse
import asyncio
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx
import psutil

from browser.standin import Standin, serve_standin
from gql_api.cli.demo.photos import hoodie
from gql_api.durable_files import remove_leftovers
from tests.campaign import samples
from tests.campaign.killing import browsers
from tests.campaign.samples import Sample
from tests.e2e.serving import HOODIE, LISTING, SERVE, UA, Serving, free_port, serving

LISTINGS: Final = 1000
SELLERS: Final = 8
SAMPLES: Final = 50
"""Of the whole run."""
GROWTH: Final = 1.10
"""From the first third of what is measured to the last."""
WARM: Final = 0.2
"""The part of a run whose memory does not count; the service is killed in it alone."""
ATTEMPTS: Final = 12
PLAN: Final = {
    3: "cancelled",
    5: "corrected",
    7: "browser killed",
    9: "challenged",
    11: "session expired",
}
"""What goes wrong with a listing, by its number within each `EVERY`; the others are left alone."""
EVERY: Final = 12
KILLS: Final = 4
"""Of the service, in a run that is long enough for them."""
PER_MINUTE: Final = 60


@dataclass
class Soak:
    """The market, the service in its lives, and what came of each listing."""

    market: Standin
    folder: Path
    listings: int
    sellers: int
    port: int
    http: httpx.AsyncClient
    """Outlives the service's lives."""
    life: int = 0
    done: int = 0
    happened: Counter[str] = field(default_factory=Counter)
    outcomes: dict[str, str] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    _service: Serving | None = None
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _up: asyncio.Event = field(default_factory=asyncio.Event)
    _calm: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def service(self) -> Serving:
        assert self._service is not None
        return self._service

    async def run(self) -> None:
        """All listings, each seller's in turn."""
        await self._start()
        try:
            async with asyncio.TaskGroup() as group:
                for number in range(self.sellers):
                    group.create_task(self._seller(number))
            await self._at_rest()
        except Exception:
            # What was measured in an hour is told all the same.
            self.wrong.append(f"broken off:\n{traceback.format_exc()}")
        finally:
            await self._stack.aclose()
        self._judge()

    async def _start(self) -> None:
        env = {
            "MOCK_MODE": "false",
            "VINTED_BASE_URL": self.market.url,
            "LOG_LEVEL": "warning",
            "PREPARES_PER_MINUTE": "600",
            "UPLOADS_PER_MINUTE": "6000",
            "PUBLISH_PER_MINUTE": str(PER_MINUTE),
            "DAILY_LISTINGS": "1000",
            "COOLDOWN_MINUTES": "0",
        }
        self._stack = AsyncExitStack()
        made = serving(self.folder, self.port, SERVE, **env)
        self._service = await self._stack.enter_async_context(made)
        self.life += 1
        self._up.set()

    async def _restart(self) -> None:
        """A power cut for the service, and its next start."""
        self._up.clear()
        await self.service.kill()
        await self._stack.aclose()
        self.happened["service killed"] += 1
        await self._start()

    async def _seller(self, seller: int) -> None:
        await self._sign_in(seller)
        photo = await self._uploaded()
        for number in range(seller, self.listings, self.sellers):
            trouble = PLAN.get(number % EVERY, "")
            title = f"Hoodie {spelled(number)}"
            self.outcomes[title] = await self._listing(seller, number, title, photo, trouble)
            self.done += 1
            await self._between()

    async def _between(self) -> None:
        """Kill the service where the plan has it, and look at what it holds."""
        warm, kills = self.listings * WARM, min(KILLS, max(1, self.listings // EVERY))
        async with self._calm:
            killed = self.happened["service killed"]
            if killed < kills and self.done >= (killed + 1) * warm / (kills + 1):
                await self._restart()
            if self.done >= (len(self.samples) + 1) * self.listings / SAMPLES:
                self.samples.append(await samples.sample(self.service, self.done, self.life))
                print(f"{self.done} of {self.listings}", file=sys.stderr, flush=True)

    async def _listing(self, seller: int, number: int, title: str, photo: str, trouble: str) -> str:
        """One listing until it is for sale, whatever happens to it; its outcome."""
        body = {**(HOODIE if number % 2 else LISTING), "title": title, "photos": [photo]}
        body["account"] = _login(seller)
        told: dict[str, Any] = {}
        for attempt in range(ATTEMPTS):
            key = f"p-{number}-{attempt}"
            task = asyncio.create_task(self._asked("/vinted/listings/prepare", body, key))
            if trouble and not attempt:
                await self._trouble(trouble, seller)
            told = await task
            if trouble == "corrected" and told.get("confirm_token") and "job_id" not in body:
                body |= {"price": 20 + number % 30, "job_id": told["draft_context"]["job_id"]}
                self.happened["corrected"] += 1
                continue
            if told.get("confirm_token"):
                told = await self._published(told["confirm_token"], f"y-{number}-{attempt}")
                if told.get("outcome") == "published":
                    return "published"
            self.happened[f"met {told.get('outcome') or told.get('code')}"] += 1
            await self._cured(seller, told)
        return f"{told.get('outcome') or told.get('code')} {told.get('questions') or ''}".strip()

    async def _published(self, token: str, key: str) -> dict[str, Any]:
        body = {"confirm_token": token, "dry_run": False}
        return await self._asked("/vinted/listings/publish", body, key)

    async def _trouble(self, kind: str, seller: int) -> None:
        """What the plan has for a listing that is being prepared."""
        state = self.market.state
        if kind == "session expired":
            state.members.expire(_cookie(seller), refresh_too=True)
        elif kind == "challenged":
            state.patch_faults({"challenge": "datadome", "challenge_at": "navigation"})
        elif kind == "browser killed":
            for each in browsers(self.service.process.pid) if self._up.is_set() else ():
                with suppress(psutil.NoSuchProcess):
                    each.kill()
        elif kind == "cancelled" and not await self._cancelled(seller):
            return
        if kind != "corrected":
            self.happened[kind] += 1

    async def _cancelled(self, seller: int) -> bool:
        """Whether a preparation was found under way and was taken back."""
        query = "{ jobs(first: 50, states: [QUEUED, RUNNING]) { edges { node { id account } } } }"
        for _ in range(100):
            try:
                answer = await self.http.post("/graphql", json={"query": query})
                edges = answer.json()["data"]["jobs"]["edges"]
                for node in (edge["node"] for edge in edges):
                    if node["account"] == _login(seller):
                        await self.http.delete(f"/vinted/jobs/{node['id']}")
                        return True
            except httpx.TransportError:
                await self._up.wait()
            await asyncio.sleep(0.05)
        return False

    async def _cured(self, seller: int, told: dict[str, Any]) -> None:
        """What a person does about it."""
        code = told.get("outcome") or told.get("code")
        if code in {"session_expired", "unauthorized"}:
            await self._sign_in(seller)
        if code == "needs_manual":
            self.market.state.patch_faults({"challenge": "none"})

    async def _sign_in(self, seller: int) -> None:
        self.market.state.members.add(_cookie(seller), _login(seller), 900_000 + seller)
        cookie = f"access_token_web={_cookie(seller)}"
        body = {"cookie": cookie, "user_agent": UA, "account": _login(seller)}
        await self._asked("/vinted/auth/session", body, "")

    async def _uploaded(self) -> str:
        while True:
            try:
                files = {"file": ("photo.jpg", hoodie(30), "image/jpeg")}
                answer = await self.http.post("/vinted/photos/upload", files=files)
                return str(answer.json()["photo"]["temp_id"])
            except (httpx.TransportError, KeyError):
                await self._up.wait()

    async def _asked(self, path: str, body: dict[str, Any], key: str) -> dict[str, Any]:
        """Ask with a key until there is an answer; only the same question is asked again."""
        headers = {"Idempotency-Key": key} if key else {}
        while True:
            await self._up.wait()
            try:
                answer = await self.http.post(path, json=body, headers=headers)
            except httpx.TransportError:
                await asyncio.sleep(0.1)
                continue
            told: dict[str, Any] = answer.json()
            waits = answer.status_code in (202, 409, 429, 503) and told.get("code") not in ENDED
            if not waits or (answer.status_code == 503 and told.get("job_id")):
                return told
            await asyncio.sleep(0.5)

    async def _at_rest(self) -> None:
        """Nothing is under way any more: what is held then is what has leaked."""
        query = "{ jobs(first: 1, states: [QUEUED, RUNNING]) { edges { node { id } } } }"
        async with asyncio.timeout(120):
            while True:
                answer = await self.http.post("/graphql", json={"query": query})
                if not answer.json()["data"]["jobs"]["edges"]:
                    break
                await asyncio.sleep(0.2)
        for seller in range(self.sellers):
            path = f"/vinted/auth/session?account={_login(seller)}"
            (await self.http.delete(path)).raise_for_status()
        last = await samples.sample(self.service, self.done, self.life)
        self.samples.append(last)
        for name, value in last.gauges.items():
            if value:
                self.wrong.append(f"{name} is {value:.0f} after every account has been closed")

    def _judge(self) -> None:
        sold = Counter(item.title for item in self.market.state.live_items)
        for title, outcome in self.outcomes.items():
            if outcome != "published" or sold[title] != 1:
                self.wrong.append(f"{title}: {outcome}, {sold[title]} for sale")
        for kind, (first, last) in self.flat().items():
            if last > first * GROWTH and self.listings >= LISTINGS:
                self.wrong.append(f"{kind}: from {first:.0f} to {last:.0f} MB")
        # A kill cuts a write short now and then; an hour later the service deletes what is left.
        unfinished = remove_leftovers(self.folder, older_than=0)
        if unfinished > self.happened["service killed"]:
            self.wrong.append(f"{unfinished} files are left half written")
        for name, count in samples.left_rows(self.folder).items():
            self.wrong.append(f"{count} {name} are left")
        self.wrong += [f"left: {each}" for each in samples.strays(self.folder)]
        for kind in (*PLAN.values(), "service killed"):
            if not self.happened[kind]:
                self.wrong.append(f"there was no listing of the kind: {kind}")

    def flat(self) -> dict[str, tuple[float, float]]:
        """Memory in the first and the last third of what counts."""
        return samples.flatness(self.samples, int(self.listings * WARM))

    def table(self, seconds: float) -> Iterator[str]:
        """The table of docs/reliability.md."""
        settled = [each for each in self.samples if each.listings > self.listings * WARM]
        yield f"| {len(self.outcomes)} listings of {self.sellers} sellers | |"
        yield "| --- | --- |"
        yield f"| Took | {seconds / 60:.0f} min |"
        happened = ", ".join(f"{kind} {count}" for kind, count in sorted(self.happened.items()))
        yield f"| On the way | {happened} |"
        for kind, (first, last) in self.flat().items():
            held = [each.megabytes.get(kind, 0.0) for each in settled]
            yield (
                f"| Memory of the {kind}, MB: first and last third, most | "
                f"{first:.0f}, {last:.0f}, {max(held):.0f} |"
            )
        for name in ("files", "threads", "processes"):
            held = [getattr(each, name) for each in settled]
            yield f"| Open {name}: least, most, at the end | {min(held)}, {max(held)}, {held[-1]} |"
        contexts = [each.gauges["fripier_browser_contexts"] for each in settled]
        yield f"| Contexts: most, at the end | {max(contexts):.0f}, {contexts[-1]:.0f} |"


def spelled(number: int) -> str:
    """A word for a number: a figure in a title may be a size, and "no 7" is a brand."""
    return "zq" + "".join("bdfghjkmpt"[int(digit)] for digit in f"{number:03}")


ENDED: Final = frozenset(
    {
        "account_mismatch",
        "browser_crashed",
        "content_changed",
        "job_cancelled",
        "job_ended",
        "needs_manual",
        "token_used",
    }
)
"""Codes of a 409 or 503 that tell an end; any other one is a reason to come again."""


def _login(seller: int) -> str:
    return f"seller-{seller}"


def _cookie(seller: int) -> str:
    return f"cookie-{_login(seller)}"


async def soak(folder: Path, *, listings: int, sellers: int) -> Soak:
    """The whole of it over a folder."""
    port = free_port()
    client = httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=150)
    async with serve_standin() as market, client as http:
        market.state.patch_faults({"cookie_banner": False})
        running = Soak(market, folder, listings, sellers, port, http)
        await running.run()
        return running


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--listings", type=int, default=LISTINGS)
    parser.add_argument("--sellers", type=int, default=SELLERS)
    given = parser.parse_args(arguments)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        done = asyncio.run(soak(Path(name), **vars(given)))
    print(*done.table(time.monotonic() - begun), *done.wrong, sep="\n")
    return bool(done.wrong)


if __name__ == "__main__":
    sys.exit(main())
