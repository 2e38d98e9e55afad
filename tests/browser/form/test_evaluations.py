"""How often a form is looked at: each look costs as much as filling a field does."""

from collections import Counter
from dataclasses import replace

import pytest
from playwright.async_api import Page

from browser.listing import Listing
from tests.browser.seller import Shop

MOST = 85
"""Looks of a listing with every field: some may be repeated where the page is late."""


async def test_a_form_is_filled_with_few_looks_at_the_page(
    wide: Shop, hoodie: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: Counter[str] = Counter()
    for name in ("evaluate", "evaluate_handle"):
        look = getattr(Page, name)

        async def counted(*given: object, name: str = name, look: object = look) -> object:
            looks[name] += 1
            return await look(*given)

        monkeypatch.setattr(Page, name, counted)
    wide.faults(form="august")
    form = await wide.prepare(replace(hoodie, material=""))
    assert len(form.reports) == 10
    assert looks.total() <= MOST, looks
