"""The long form, run by hand; the figures stand in docs/security.md.

    uv run --group test pytest -m campaign tests/fuzz -s

10,000 examples without a stored session; then 100 with one, each of which drives the browser.
"""

import asyncio
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import strategies as st
from schemathesis import Case

from tests.e2e.serving import serving
from tests.fuzz.conftest import LIMITS
from tests.fuzz.hammer import (
    CANARY,
    COOKIE,
    Hammer,
    each,
    graphql_operations,
    require_no_leak,
    rest_operations,
)

EXAMPLES = 10_000
ROUND = 25
"""Examples of one operation before the next one's turn."""
IN_THE_BROWSER = 100
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)
SOME = WORDS.map(str.strip).filter(bool)
SOUND = {
    "title": "Hoodie Diesel",
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "categoryHint": "Homme > Sweats",
}
PREPARE = """mutation($input: PrepareListingInput!) { prepareListing(input: $input) {
  ... on PrepareListingSuccess { job { id state result { outcome reason questions { field } } } }
  ... on Error { code message field } } }"""


@pytest.mark.campaign
def test_ten_thousand_examples_without_a_session(hammer: Hammer) -> None:
    rest, graphql = list(rest_operations()), list(graphql_operations())
    while hammer.tally.total < EXAMPLES:
        for send, operations in ((hammer.rest, rest), (hammer.graphql, graphql)):
            for operation in operations:
                send(operation, ROUND)
                print(f"{hammer.tally.total:6} {operation.label}", flush=True)
    print(f"\n{hammer.tally.total} examples, by status: {hammer.tally.by_status()}")


def _ordinary(case: Case) -> None:
    """Leaves the words as they were made up, and names nothing that does not exist."""
    case.headers.clear()
    for name in ("photos", "account", "market", "job_id"):
        case.body.pop(name, None)


class Seller:
    """Prepares over GraphQL what somebody may have written, and gives the yes as a dry run."""

    def __init__(self, base: str, hammer: Hammer) -> None:
        self._base, self._hammer = base, hammer
        self.outcomes: list[str] = []

    def prepare(self, words: dict[str, Any]) -> None:
        given = {"price": "35", "waitSeconds": 120, **words}
        body = {"query": PREPARE, "variables": {"input": given}}
        answer = requests.post(f"{self._base}/graphql", json=body, timeout=130)
        require_no_leak(answer)
        self._hammer.tally.statuses["prepareListing", answer.status_code] += 1
        found = answer.json()["data"]["prepareListing"]
        assert "code" not in found, found
        assert found["job"]["state"] in {"AWAITING_ANSWERS", "AWAITING_CONFIRMATION", "DONE"}
        self.outcomes.append(found["job"]["result"]["outcome"])


def _a_hundred(base: str) -> None:
    hammer = Hammer(base)
    named = {operation.label: operation for operation in rest_operations()}
    hammer.sound(named["POST /vinted/listings/prepare"], IN_THE_BROWSER // 2, _ordinary)
    seller = Seller(base, hammer)
    words = {
        "title": SOME,
        "description": SOME,
        "brand": WORDS | st.sampled_from(["ralph", ""]),
        "size": WORDS | st.sampled_from(["38/40", "M"]),
        "condition": WORDS | st.sampled_from(["neuf", "porté"]),
        "color": WORDS | st.sampled_from(["bleu marine", "noir/gris"]),
        "categoryHint": WORDS | st.sampled_from(["robe", "hommes pulls capuche"]),
    }
    others = st.sets(st.sampled_from(sorted(words)), max_size=2).flatmap(
        lambda names: st.fixed_dictionaries({name: words[name] for name in sorted(names)})
    )
    listing = others.map(lambda changed: SOUND | changed)
    each(listing, IN_THE_BROWSER - hammer.tally.total, seller.prepare)
    hammer.close()
    print(f"\n{hammer.tally.total} examples, by status: {hammer.tally.by_status()}")
    print({outcome: seller.outcomes.count(outcome) for outcome in set(seller.outcomes)})


@pytest.mark.campaign
async def test_a_hundred_examples_with_a_session(tmp_path: Path) -> None:
    async with serving(tmp_path, **LIMITS) as served:
        control = f"{served.market}/__standin__/accounts"
        account = {"cookie": CANARY, "login": "marie"}
        assert (await served.http.post(control, json=account)).status_code == 200
        assert (await served.sign_in(COOKIE)).json()["username"] == "marie"
        base = str(served.http.base_url).rstrip("/")
        # In a thread: the service's output is read meanwhile, or its pipe would fill.
        await asyncio.to_thread(_a_hundred, base)
        ledger = await served.ledger()
        assert ledger["items"] == []
    output = "".join(served.output)
    assert CANARY not in output
