"""The same straight script with Selenium: explicit waits, looked at every 50 ms, and tried again.

What the page replaced, or something lies over, is tried again until it works, as its users do. The
tasks are those of `playwright_floor`. A fresh profile a listing, since WebDriver has no contexts.
"""

import base64
import json
import sys
import time
from collections.abc import Callable
from shutil import which
from typing import Any, Final

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

PATIENCE: Final = 10.0
BEAT: Final = 0.05


def patiently(work: Callable[[], object]) -> None:
    """Do something as soon as it can be done."""
    end = time.perf_counter() + PATIENCE
    while True:
        try:
            work()
        except (WebDriverException, LookupError):
            if time.perf_counter() > end:
                raise
            time.sleep(BEAT)
        else:
            return


class Filling:
    """One listing in one browser."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser

    def act(self, name: str, *given: Any) -> None:
        selector, *more = given
        match name:
            case "files":
                patiently(lambda: self._at(selector).send_keys("\n".join(more[0])))
            case "fill":
                patiently(lambda: self._fill(selector, more[0]))
            case "type":
                patiently(lambda: self._at(selector).send_keys(more[0]))
            case "click":
                patiently(lambda: self._at(selector).click())
            case "key":
                self._browser.switch_to.active_element.send_keys(getattr(Keys, selector.upper()))
            case "count":
                patiently(lambda: self._all(selector)[more[0] - 1])
            case "leaves":
                patiently(lambda: self._left(selector))
            case _:
                raise ValueError(name)

    def _all(self, selector: str) -> list[WebElement]:
        found: list[WebElement] = self._browser.find_elements(By.CSS_SELECTOR, selector)
        return found

    def _at(self, selector: str) -> WebElement:
        return self._all(selector)[0]

    def _fill(self, selector: str, text: str) -> None:
        field = self._at(selector)
        field.clear()
        field.send_keys(text)

    def _left(self, place: str) -> None:
        if place in self._browser.current_url:
            raise LookupError(place)


def opened(executable: str, agent: str) -> Any:
    """A browser with a profile of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = executable
    for argument in ("--headless", "--no-sandbox", "--window-size=1280,900"):
        options.add_argument(argument)
    options.add_argument(f"--user-agent={agent}")
    options.page_load_strategy = "eager"
    return webdriver.Chrome(options=options, service=Service(which("chromedriver")))


def prepared(browser: Any, task: dict[str, Any]) -> Filling:
    """Fill the form and take its picture."""
    filling = Filling(browser)
    # Cookies can be set only where one is already; any address of the site will do.
    browser.execute_cdp_cmd("Network.setCookie", {**task["cookie"], "url": task["url"]})
    browser.get(f"{task['url']}/items/new")
    for each in task["acts"]:
        filling.act(*each)
    told = browser.execute_cdp_cmd(
        "Page.captureScreenshot", {"format": "jpeg", "quality": 70, "captureBeyondViewport": True}
    )
    base64.b64decode(told["data"])
    return filling


def main(executable: str, agent: str) -> None:
    """Carry out what is read, until there is nothing more."""
    browser, filling = opened(executable, agent), None
    print("{}", flush=True)
    for line in sys.stdin:
        task = json.loads(line)
        if task["do"] == "prepare":
            filling = prepared(browser, task)
        elif filling:
            for each in task["acts"]:
                filling.act(*each)
            browser.quit()
            browser = opened(executable, agent)
        print("{}", flush=True)
    browser.quit()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
