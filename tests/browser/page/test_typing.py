"""Nothing that a page would take for a key is typed: the code that types refuses it itself."""

from typing import cast

import pytest

from browser.errors import NotText
from browser.page.input import require_text, type_text
from browser.page.locators import Field, by_css
from browser.page.tab import Tab
from tests.browser.seller import Shop
from tests.browser.tabs import tab_on


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\x1b", "\x08", "\x00", "\x7f", "\x85"])
def test_a_key_is_refused_by_the_name_of_its_field(sign: str) -> None:
    with pytest.raises(NotText) as refused:
        require_text("title", f"Hoodie{sign}Diesel")
    assert (refused.value.field, refused.value.code) == ("title", "text_not_typable")
    assert "Hoodie" not in str(refused.value)


@pytest.mark.parametrize("sign", ["\r", "\x1b", "\x08", "\x00", "\x7f", "\x85"])
def test_in_a_field_of_several_lines_only_breaks_and_tabs_are_text(sign: str) -> None:
    require_text("description", "un\ndeux\ttrois", lines=True)
    with pytest.raises(NotText):
        require_text("description", f"un{sign}deux", lines=True)


@pytest.mark.parametrize("text", ["H&M", "Été \U0001f44d\U0001f3fd", "a\u00a0b", "٣٥", "a\u200db"])
def test_text_is_typed(text: str) -> None:
    require_text("title", text)


@pytest.mark.parametrize(("keys", "lines"), [(False, False), (True, False), (True, True)])
async def test_the_typing_code_refuses_before_it_looks_at_the_page(keys: bool, lines: bool) -> None:
    """Key by key a break is a key also where several lines may be."""
    no_page = cast(Tab, None)
    with pytest.raises(NotText):
        await type_text(no_page, Field("title", ()), "Hoodie\nDiesel", keys=keys, lines=lines)


async def test_a_page_that_listens_for_keys_hears_the_last_and_never_half_a_word(
    wide: Shop,
) -> None:
    page = await wide.chromium.page(wide.seller)
    await page.set_content("""<input id=search value=old><script>
      const heard = [];
      search.onkeyup = ({key, isTrusted}) => heard.push([key, search.value, isTrusted]);
      search.oninput = ({isTrusted}) => heard.push(["", search.value, isTrusted]);
    </script>""")
    field = Field("search", (by_css("#search"),))
    for text in ("Diesel", "x"):
        await page.evaluate("heard.length = 0")
        await type_text(tab_on(page), field, text, keys=True)
        heard = await page.evaluate("heard")
        assert heard[-1] == [text[-1], text, True]
        inputs = [value for key, value, _ in heard if not key]
        assert inputs == list(dict.fromkeys([text[:-1] or text, text]))
        assert all(trusted for _, _, trusted in heard)
    # A sign that no key has is heard as an input alone: others have to be.
    await type_text(tab_on(page), field, "Bébé", keys=True)
    assert ["b", "Béb", True] in await page.evaluate("heard")
