"""How often a form is looked at: each look costs as much as filling a field does."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from playwright.async_api import Page

from browser.listing import Listing
from browser.page import conditions
from tests.browser.seller import Shop

MOST = 85
"""Looks of a listing with every field: some may be repeated where the page is late."""


async def test_a_form_is_filled_with_few_looks_at_the_page(
    wide: Shop, hoodie: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: Counter[str] = Counter()
    for of, name in (
        (conditions, "evaluate_text"),
        (Page, "evaluate"),
        (Page, "evaluate_handle"),
    ):
        look = getattr(of, name)

        async def counted(*given: object, name: str = name, look: Any = look) -> object:
            looks[name] += 1
            return await look(*given)

        monkeypatch.setattr(of, name, counted)
    wide.faults(form="august")
    form = await wide.prepare(replace(hoodie, material=""))
    assert len(form.reports) == 10
    assert looks["evaluate_text"] > MOST / 2  # counted where most of them are made
    assert looks.total() <= MOST, looks
