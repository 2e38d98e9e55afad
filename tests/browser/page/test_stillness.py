"""A page says itself whether anything has changed since its lasting picture."""

from typing import Final

import pytest

from browser.page.tab import Tab
from browser.playwright_errors import Error
from tests.browser.seller import Shop

CHANGES: Final = {
    "a node": 'document.body.append(document.createElement("p"))',
    "an attribute": 'field.setAttribute("aria-invalid", "true")',
    "a text": 'said.data += "!"',
    "a value": 'field.dispatchEvent(new Event("input", {bubbles: true}))',
    "in a shadow root": "host.shadowRoot.append(document.createElement('p'))",
    "a picture that comes in": 'late.dispatchEvent(new Event("load"))',
}
PAGE: Final = """<main style="height: 2000px"><input id="field"><img id="late"><div id="host"></div>
</main><script>
  host.attachShadow({mode: "open"});
  const said = document.body.appendChild(new Text("un"));
</script>"""


@pytest.fixture
async def tab(wide: Shop) -> Tab:
    form = await wide.blank()
    await form.open(None)
    await form.tab.page.set_content(PAGE)
    return form.tab


async def test_nothing_is_told_of_a_page_without_a_lasting_picture(tab: Tab) -> None:
    assert not await tab.capture.still_shows_it()
    await tab.capture.picture(whole=True)
    assert not await tab.capture.still_shows_it()


async def test_looking_changes_nothing(tab: Tab) -> None:
    assert await tab.capture.lasting_picture()
    await tab.capture.picture(whole=True)
    await tab.page.evaluate("() => scrollTo(0, 200)")
    assert await tab.capture.still_shows_it()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
async def test_what_changes_the_page_is_noted(tab: Tab, change: str) -> None:
    await tab.capture.lasting_picture()
    assert await tab.capture.still_shows_it()
    await tab.page.evaluate(f"async () => {{ await ({change}); }}")
    assert not await tab.capture.still_shows_it()
    await tab.capture.lasting_picture()
    assert await tab.capture.still_shows_it()


async def test_another_document_is_another_page(tab: Tab) -> None:
    await tab.capture.lasting_picture()
    await tab.page.reload()
    assert not await tab.capture.still_shows_it()


async def test_a_tab_that_is_gone_shows_nothing(tab: Tab) -> None:
    await tab.capture.lasting_picture()
    await tab.page.close()
    with pytest.raises(Error):
        await tab.page.title()
    assert not await tab.capture.still_shows_it()
