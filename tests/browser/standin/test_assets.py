"""The sell page's script: thirty modules that are sent as one."""

import re
from collections import defaultdict

import httpx

from browser.standin import assets

_DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE
)
_EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


def test_no_two_modules_declare_the_same_name() -> None:
    """They share one scope: a name of two would be a script that does not run at all."""
    places = defaultdict(list)
    for module in assets.modules():
        for name in _DECLARED.findall(assets.text(module)):
            places[name].append(module)
    assert len(places) > 300
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


async def test_the_sell_page_asks_for_one_script_with_every_module_in_it(
    api: httpx.AsyncClient,
) -> None:
    page = await api.get("/items/new")
    script = (await api.get("/static/sell.js")).text
    assert page.text.count("/static/sell.js") == 1
    assert "/static/dropdown.js" not in page.text
    assert not re.search(r"^(?:import|export) ", script, re.MULTILINE)
    assert "dropdown.js" in assets.modules()
    for module in assets.modules():
        for name in _EXPORTED.findall(assets.text(module)):
            assert re.search(rf"^(?:async )?(?:function\*?|const|let|class) {name}\b", script, re.M)
