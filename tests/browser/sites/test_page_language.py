"""Which language the form is read in: the document's own, whatever its market is."""

import pytest
from playwright.async_api import Route

from tests.browser.seller import Shop


@pytest.mark.parametrize(
    ("iso", "locale"), [("fr-LU", "fr-LU"), ("de-LU", "fr"), ("FR-be", "FR-be"), ("", "fr")]
)
async def test_the_document_says_its_language_and_its_meta_the_region(
    wide: Shop, iso: str, locale: str
) -> None:
    async def retold(route: Route) -> None:
        answer = await route.fetch()
        told = 'iso-locale" content="{}"'.format
        text = (await answer.text()).replace(told("fr-FR"), told(iso))
        await route.fulfill(response=answer, body=text)

    form = await wide.blank()
    await form.tab.page.route("**/items/new", retold)
    await form.open(None)
    assert form._page.market.locale == locale
    assert form.language == "fr"
