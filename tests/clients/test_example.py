"""The example of the text for Lovable sells in a browser: reloads in between, and a question."""

import os
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from tests.clients import npm
from tests.gql_api.serving import served
from tests.gql_api.tabs import tab

EXAMPLE = Path(__file__).parents[2] / "docs/client/example"
SECONDS = 60_000
LOOPBACK = "http://127.0.0.1:"
REFUSED = "error: Failed to load resource: the server responded with a status of 4"
"""What Chromium writes of every refusal: the empty form's is asked for."""


class _Files(SimpleHTTPRequestHandler):
    """The built files; every page of the application is its index.html."""

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path)
        return found if Path(found).is_file() else str(Path(self.directory) / "index.html")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is written beside the tests' own words."""


@contextmanager
def _hosted(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _run(tool: str, *arguments: str, **env: str) -> None:
    said = subprocess.run(
        [npm.node(), EXAMPLE / "node_modules" / tool, *arguments],
        cwd=EXAMPLE,
        env=os.environ | env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr


@pytest.fixture(scope="module")
def packages() -> None:
    try:
        npm.install(EXAMPLE)
    except npm.NoPackages as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"npm could not get the packages: {error}")


@pytest.fixture
async def page(packages: None, tmp_path: Path) -> AsyncIterator[Page]:
    """The example, built for a service of its own and hosted on another origin."""
    troubles: list[str] = []
    async with served(tmp_path) as base:
        built = tmp_path / "built"
        _run("vite/bin/vite.js", "build", "--outDir", str(built), VITE_API_BASE_URL=base)
        with _hosted(built) as origin:
            async with tab(LOOPBACK, troubles) as page:
                page.set_default_timeout(SECONDS)
                await page.goto(f"{origin}/settings")
                yield page
    assert [each for each in troubles if not each.startswith(REFUSED)] == []


def test_its_types_hold(packages: None) -> None:
    _run("typescript/bin/tsc", "--noEmit")


async def test_it_sells_what_a_person_uploads_and_describes(page: Page, tmp_path: Path) -> None:
    Image.new("RGB", (800, 600), "#7a9").save(tmp_path / "coat.jpg", "JPEG")
    await page.get_by_label("Cookie").fill("access_token_web=demo")
    await page.get_by_role("button", name="Save the session").click()
    await expect(page.get_by_role("banner")).to_contain_text("Connected", timeout=SECONDS)
    await expect(page.get_by_label("Cookie")).to_have_value("")

    await page.get_by_role("link", name="Photos").click()
    await page.get_by_label("Drop photos here").set_input_files(tmp_path / "coat.jpg")
    await expect(page.get_by_alt_text("coat.jpg")).to_be_visible(timeout=SECONDS)

    await page.get_by_role("link", name="Listings").click()
    await page.get_by_role("button", name="Prepare").click()
    await expect(page.get_by_label("Title")).to_have_attribute("aria-invalid", "true")
    await _describe(page)
    await page.get_by_role("button", name="Prepare").click()
    await expect(page.get_by_role("progressbar")).to_be_visible()
    await page.reload()
    brand = page.get_by_role("radio", name="Atelier Zorglub")
    await expect(brand).to_be_visible(timeout=SECONDS)
    await brand.check()
    await page.get_by_role("button", name="Answer").click()
    await expect(page.get_by_text("Form filled.").first).to_be_visible(timeout=SECONDS)
    await expect(page.get_by_role("row", name="brand")).to_contain_text("Atelier Zorglub")
    await expect(page.get_by_alt_text("What Vinted shows")).to_be_visible()
    await _publish(page)


async def _describe(page: Page) -> None:
    words = {
        **{"Title": "Hoodie noir", "Price": "35,50", "Description": "Bon état"},
        **{"Category": "Homme > Sweats", "Brand": "Atelier Zorglub", "Size": "L"},
        **{"Condition": "bon", "Colour": "noir"},
    }
    for label, text in words.items():
        await page.get_by_label(label, exact=True).fill(text)


async def _publish(page: Page) -> None:
    """A dry run, a reload, and the same token for the real one."""
    publish = page.get_by_role("button", name="Publish (opt-in)")
    result = page.get_by_role("region", name="Result")
    await publish.click()
    await expect(result).to_contain_text("Dry run passed", timeout=SECONDS)
    await page.reload()
    await expect(result).to_contain_text("Dry run passed", timeout=SECONDS)
    await page.get_by_label("Really publish").check()
    await publish.click()
    await page.get_by_role("button", name="Yes, publish").click()
    await expect(result).to_contain_text("Listing published", timeout=SECONDS)
    await result.get_by_role("link").click()
    await expect(page.get_by_role("heading", name="Hoodie noir")).to_be_visible()
