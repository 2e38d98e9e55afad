"""Every switch does what it says; a switch without a check fails here."""

from __future__ import annotations

from dataclasses import fields

import httpx
import pytest
from playwright.async_api import Request

from browser.standin import Faults, Standin, UnknownSwitch
from browser.standin.switches.faults import as_json, describe, patched
from browser.standin.switches.form_switches import FormSwitches
from tests.browser.standin import (
    challenge_checks,
    dialog_checks,
    field_checks,
    form_checks,
    page_checks,
    parcel_checks,
    server_checks,
    session_checks,
    wardrobe_checks,
)
from tests.browser.standin.checks import CHECKS, Scene
from tests.browser.standin.conftest import OpenSeller

REGISTERED = (
    challenge_checks,
    dialog_checks,
    field_checks,
    form_checks,
    page_checks,
    parcel_checks,
    server_checks,
    session_checks,
    wardrobe_checks,
)

FORM = {member.name for member in fields(FormSwitches)}


@pytest.mark.parametrize("name", sorted(describe()))
async def test_switch(
    name: str, open_seller: OpenSeller, market: Standin, api: httpx.AsyncClient
) -> None:
    if name in FORM:
        market.state.patch_faults({"form": "august"})
    await CHECKS[name](Scene(open_seller, market, api))


def test_every_switch_is_described() -> None:
    assert set(describe()) == set(as_json(Faults()))
    assert all(len(about) > 10 for about in describe().values())
    assert set(CHECKS) == set(describe())


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"no_such": True}, "no_such"),
        ({"breakpoint": "wide"}, "breakpoint"),
        ({"breakpoint": True}, "breakpoint"),
        ({"site_down": 1}, "site_down"),
        ({"challenge": "magic"}, "challenge"),
        ({"slow_pages": "1"}, "slow_pages"),
        ({"publish_errors": [{"field": "title"}]}, "publish_errors"),
        ({"slow_paths": ["/api/*"]}, "slow_paths"),
        ({"slow_paths": {"/api/*": "1"}}, "slow_paths"),
        ({"hanging_paths": "/api/*"}, "hanging_paths"),
        ({"unauthorized_as": 404}, "unauthorized_as"),
    ],
)
def test_a_wrong_switch_is_named(changes: dict[str, object], named: str) -> None:
    with pytest.raises(UnknownSwitch, match=named):
        patched(Faults(), changes)


async def test_nothing_leaves_this_machine(open_seller: OpenSeller, market: Standin) -> None:
    seller = await open_seller(path=None, challenge="datadome", decoys=True)
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    seller.page.on("request", note)
    await seller.open()
    market.state.patch_faults({"challenge": "none"})
    await seller.open()
    await seller.page.locator("#title").wait_for()
    foreign = [request for request in asked if not request.url.startswith(market.url)]
    assert foreign
    assert {request.failure for request in foreign} == {"csp"}


def test_no_switch_is_told_in_two_places() -> None:
    places = [vars(kind).get("__annotations__", {}) for kind in Faults.__mro__]
    names = [name for place in places for name in place]
    assert len(names) == len(set(names)) == len(describe())
