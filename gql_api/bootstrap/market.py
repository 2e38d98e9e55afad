"""The marketplace that is served: its facts as values for the service, its stand-in for trying out.

Which one it is says whoever builds the process; what its pages are like stays in its folder.
"""

import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from typing import Final
from urllib.parse import urlsplit

from browser.chromium.blocked_ports import BLOCKED_PORTS
from browser.market import is_loopback
from browser.messages import Message
from browser.pasted_session import CookieSelection, Malformation, MalformedSession, select_cookies
from browser.site import Marketplace
from gql_api.domain.input_types import MAX_PHOTOS
from gql_api.domain.status import Capabilities, MarketFacts
from gql_api.errors import Conflict, InvalidInput
from gql_api.listings.autocomplete import Catalogue, Suggester
from gql_api.media import photo_limits
from gql_api.sessions.service import Markets
from gql_api.settings import Settings, SettingsError

_LAST_PORT: Final = 65_535


def session_markets(default: str, site: Marketplace) -> Markets:
    """The markets of sessions.

    On a loopback market only that one counts: a real session is never sent there.
    """

    def origin_of(given: str) -> str:
        here = urlsplit(default)
        if is_loopback(here.hostname):
            if given.rstrip("/") in (default, here.netloc):
                return default
            raise ValueError(
                Message(
                    "only sessions for {host} are used here: give it as the market, or none",
                    host=here.netloc,
                )
            )
        origin = site.market_of(given if "://" in given else f"https://{given}").origin
        if is_loopback(urlsplit(origin).hostname):
            raise ValueError("a loopback market is only used as VINTED_BASE_URL")
        return origin

    def select(paste: str, host: str) -> CookieSelection:
        try:
            return select_cookies(paste, site.cookies, host=host)
        except MalformedSession as error:
            if error.malformation is Malformation.OTHER_HOST:
                raise Conflict(str(error), code="wrong_market", field="cookie") from error
            raise InvalidInput(str(error), field="cookie", code="session_malformed") from error

    return Markets(default=default, origin_of=origin_of, select=select)


def suggester(market: str, site: Marketplace) -> Suggester:
    """What a text may become on the market."""
    known = Catalogue(site.market_named, site.language_of, site.languages, site.offered_list)
    return Suggester(known, market)


def capabilities(settings: Settings, market: str, site: Marketplace) -> Capabilities:
    return Capabilities(
        market=urlsplit(market).netloc,
        market_url=market,
        currency=site.market_of(market).currency,
        mock_mode=settings.mock_mode,
        publish_enabled=settings.publish_enabled,
        confirm_ttl_seconds=settings.confirm_ttl_seconds,
        publish_per_minute=settings.publish_per_minute,
        uploads_per_minute=settings.uploads_per_minute,
        prepares_per_minute=settings.prepares_per_minute,
        daily_listings=settings.daily_budget,
        max_photos=min(MAX_PHOTOS, site.limits.photos),
        max_photo_bytes=photo_limits.MAX_UPLOAD_BYTES,
        max_photo_pixels=photo_limits.MAX_PIXELS,
        max_jpeg_pixels=photo_limits.MAX_JPEG_PIXELS,
        max_webp_pixels=photo_limits.MAX_WEBP_PIXELS,
        max_upload_files=photo_limits.MAX_UPLOAD_FILES,
        max_upload_total_bytes=photo_limits.MAX_UPLOAD_TOTAL_BYTES,
        locator_pack=site.pack_digest,
        markets=tuple(_market_facts(site)),
    )


def _market_facts(site: Marketplace) -> Iterator[MarketFacts]:
    for market in site.markets.values():
        language = site.language_of(market)
        yield MarketFacts(
            host=market.host,
            language=language,
            currency=market.currency,
            decimal_separator=market.decimal_separator,
            labels_known=site.speaks(language),
        )


def standin_address(settings: Settings) -> str:
    """The stand-in's address: the port after ours, so that its sessions outlive a restart.

    One that no browser opens is passed over: of 5060 the next one is 5062.
    """
    wanted = settings.port + 1 if settings.port else 0
    while wanted in BLOCKED_PORTS:
        wanted += 1
    wanted = wanted if wanted <= _LAST_PORT else 0
    for port in (wanted, 0):
        with contextlib.suppress(OSError), socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(("127.0.0.1", port))
            return f"http://127.0.0.1:{trial.getsockname()[1]}"
    raise OSError("no free port on loopback for the stand-in market")


@contextlib.asynccontextmanager
async def standin(address: str) -> AsyncIterator[None]:
    """The stand-in market at its address, while the block runs."""
    # A market of its own, which a service on the real one has no use for.
    from browser.standin import StandinOptions, serve_standin  # noqa: PLC0415

    port = urlsplit(address).port or 0
    async with contextlib.AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(serve_standin(port=port, options=StandinOptions()))
        except OSError as error:
            raise SettingsError(
                f"MOCK_MODE: port {port} of the stand-in market was taken by another program just "
                "now. Start again, or set another PORT: the stand-in is on the next one after it."
            ) from error
        yield
