"""How fast suggestions answer while sellers type, beside `/vinted/markets` of the same server.

    uv run python -m benchmarks.suggest

Fifty requests a second for twenty seconds over HTTP, each at its own moment whether or not the one
before was answered, and the same again for `/vinted/markets`, which answers from memory behind the
same rules: the floor of the machine, the server and the client in one (`/ready` is none, it writes
to the disk). Texts are the beginnings of what sellers type, over all fields and some markets; each
comes once in the first round, when nothing of it is remembered yet. The first request of each list,
which reads it, is made before and told apart.
"""

import asyncio
import json
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles

import httpx

from tests.gql_api.serving import served

A_SECOND = 50
SECONDS = 20
FLOOR = "/vinted/markets"
TYPED = (
    ("category", "fr", ("robe d'été femme", "sweat à capuche", "doudoune homme", "jean slim")),
    ("category", "co.uk", ("summer dress", "hoodie men", "trainers", "denim jacket")),
    ("category", "de", ("kapuzenpullover herren", "mädchen kleid", "stiefel")),
    ("brand", "fr", ("ralph lauren", "levi's", "adidas originals", "zara")),
    ("color", "fr", ("bleu marine", "noir", "rose pâle")),
    ("size&category_id=1065", "fr", ("38", "xl", "taille unique")),
    ("condition", "fr", ("neuf sans étiquette", "jamais porté")),
)


QUERY = """query($text: String!, $market: String) {
  suggestCategories(text: $text, market: $market) { optionId label parents score language }
}"""


def variables() -> list[str]:
    """The same beginnings for the categories, over GraphQL."""
    return [
        json.dumps({"text": text[:length], "market": market})
        for field, market, texts in TYPED
        for text in texts
        for length in range(1, len(text) + 1)
        if field == "category"
    ]


def paths() -> list[str]:
    """Every beginning of every text, as a front end asks on every key."""
    return [
        f"/vinted/suggest/{field.replace('&', '?') if '&' in field else field + '?'}"
        f"&market={market}&text={text[:length]}"
        for field, market, texts in TYPED
        for text in texts
        for length in range(1, len(text) + 1)
    ]


async def _timed(client: httpx.AsyncClient, path: str) -> float:
    start = time.perf_counter()
    if path.startswith("{"):
        answer = await client.post("/graphql", json={"query": QUERY, "variables": json.loads(path)})
        if "errors" in answer.json():
            raise RuntimeError(answer.text)
    else:
        (await client.get(path)).raise_for_status()
    return (time.perf_counter() - start) * 1000


async def _at(moment: float, client: httpx.AsyncClient, path: str) -> float:
    await asyncio.sleep(max(moment - time.perf_counter(), 0))
    return await _timed(client, path)


async def rate(
    client: httpx.AsyncClient, asked: list[str], count: int = A_SECOND * SECONDS
) -> dict[str, float | int]:
    """What the answers took, in milliseconds, at an even rate."""
    start = time.perf_counter()
    sent = islice(cycle(asked), count)
    taken = await asyncio.gather(
        *(_at(start + number / A_SECOND, client, path) for number, path in enumerate(sent))
    )
    cut = quantiles(taken, n=100)
    return {
        "requests": len(taken),
        "p50_ms": round(cut[49], 1),
        "p99_ms": round(cut[98], 1),
        "slowest_ms": round(max(taken), 1),
    }


async def measure() -> None:
    """Prints the first readings, then both rates."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            served(Path(folder), OPERATIONS_PER_MINUTE="1000000") as base,
            httpx.AsyncClient(base_url=base, timeout=httpx.Timeout(60)) as client,
        ):
            every = paths()
            lists = {path.rpartition("&text=")[0]: path for path in every}
            first = {key: round(await _timed(client, path), 1) for key, path in lists.items()}
            print(json.dumps({"first_ms": first}))
            print(json.dumps({"first round": await rate(client, every, len(every))}))
            # Twice in turn, so that a busy moment of the machine shows in all.
            for _ in range(2):
                print(json.dumps({"floor": await rate(client, [FLOOR])}))
                print(json.dumps({"suggest": await rate(client, every)}))
                print(json.dumps({"over GraphQL": await rate(client, variables())}))


if __name__ == "__main__":
    asyncio.run(measure())
