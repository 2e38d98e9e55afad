"""A person at the stand-in's sell page, with nothing but raw Playwright in hand."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from PIL import Image
from playwright.async_api import Locator, Page

from browser.standin import State

T_SHIRT = ("1904", "4", "12", "221")
BACKPACK = ("1904", "19", "157")
PERFUME = ("5", "139", "145")


def picture(colour: str, kind: str = "JPEG", size: tuple[int, int] = (60, 80)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


@dataclass
class Seller:
    page: Page
    state: State
    url: str
    wide: bool

    async def open(self, path: str = "/items/new") -> None:
        await self.page.goto(self.url + path)

    async def open_draft(self, category: int) -> None:
        """The edit page of a draft that has nothing but its category: all fields are there."""
        owner = self.state.members.sessions["demo"].account
        draft = replace(self.state.new_item(owner, "EUR", draft=True), catalog_id=category)
        self.state.store(draft)
        await self.open(f"/items/{draft.id}/edit")
        await self.page.locator("#brand").wait_for()

    def at(self, testid: str) -> Locator:
        return self.page.get_by_test_id(testid)

    async def done(self) -> None:
        """What ends a choice: nothing on a wide screen, the button on a narrow one."""
        if not self.wide:
            await self.at("input-dropdown-save-button").click()

    async def add_photos(self, *colours: str) -> list[bytes]:
        contents = [picture(colour) for colour in colours]
        files = [
            {"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": content}
            for n, content in enumerate(contents)
        ]
        await self.at("add-photos-input").set_input_files(files)
        await self.at(f"image-wrapper-{len(colours) - 1}").wait_for()
        return contents

    async def choose_category(self, path: tuple[str, ...] = T_SHIRT) -> None:
        await self.page.locator("#category").click()
        for step in path:
            await self.page.locator(f"#catalog-{step}").click()
        await self.done()

    async def choose_leaf(self, path: tuple[str, ...] = T_SHIRT) -> None:
        """A category whose fields are there afterwards."""
        await self.choose_category(path)
        await self.page.locator("#brand").wait_for()

    async def choose_brand(self, name: str, brand_id: int) -> None:
        await self.page.locator("#brand").click()
        await self.page.locator("#brand-search-input").press_sequentially(name)
        await self.page.locator(f"#brand-{brand_id}").click()
        await self.done()

    async def choose(self, field: str, *rows: str) -> None:
        await self.page.locator(f"#{field}").click()
        for row in rows:
            await self.page.locator(f"#{row}").click()
        await self.done()
        await self.leave_panel()

    async def leave_panel(self) -> None:
        if self.wide:
            await self.page.locator("h1").click()

    async def enter_price(self, text: str) -> None:
        await self.page.locator("#price").click()
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Tab")

    async def fill(self) -> list[bytes]:
        """A complete T-shirt, up to the publish button."""
        contents = await self.add_photos("teal", "orange")
        await self.page.locator("#title").fill("T-shirt Nike noir")
        await self.page.locator("#description").fill("Porté deux fois.\nTrès doux.")
        await self.choose_leaf()
        await self.choose_brand("nike", 53)
        await self.choose("size", "size-group-80-grid-option-1739")
        await self.choose("condition", "condition-2")
        await self.choose("color", "color-9", "color-1")
        await self.choose("material", "material-44")
        await self.at("2-package-size--cell").click()
        await self.enter_price("15,5")
        return contents

    async def publish(self) -> None:
        await self.at("upload-form-save-button").click()

    async def value(self, field: str) -> str:
        return await self.page.locator(f"#{field}").input_value()

    async def alerts(self) -> list[str]:
        return await self.page.locator(".c-input__note [role=alert]").all_inner_texts()
