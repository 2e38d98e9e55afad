from typing import Any

import pytest

from gql_api.domain.caller import Caller, Scope, with_included
from gql_api.errors import Forbidden, MissingScope
from gql_api.http.origins import Access

OURS = "127.0.0.1:5000"
FOREIGN = "https://evil.example"


def request(**headers: str) -> dict[str, str]:
    """Headers of a request to our own address; `sec_fetch_site` is `sec-fetch-site`."""
    return {"host": OURS} | {name.replace("_", "-"): text for name, text in headers.items()}


def admitted(access: Access, **headers: str) -> bool:
    """Both checks, as for a request."""
    try:
        access.check_host(request(**headers))
        access.check_page(request(**headers))
    except Forbidden:
        return False
    return True


def test_scopes_include_those_before_them_and_admin_stands_alone() -> None:
    assert with_included([Scope.PUBLISH]) == {Scope.READ, Scope.PREPARE, Scope.PUBLISH}
    assert with_included([Scope.PREPARE]) == {Scope.READ, Scope.PREPARE}
    assert with_included([Scope.ADMIN]) == {Scope.ADMIN}
    assert with_included([]) == set()


def test_a_missing_scope_is_named() -> None:
    reader = Caller(scopes=with_included([Scope.READ]))
    reader.require(Scope.READ)
    reader.require(Scope.ADMIN, Scope.READ)
    with pytest.raises(MissingScope, match="publish") as refusal:
        reader.require(Scope.PUBLISH)
    assert (refusal.value.status, refusal.value.members) == (403, {"scope": "publish"})


@pytest.mark.parametrize(
    "origin",
    ["http://127.0.0.1:5000", "http://localhost:5000", "http://[::1]:5000", "HTTP://LOCALHOST:5000"],
)  # fmt: skip
def test_our_own_page_may_call_by_any_of_its_loopback_names(origin: str) -> None:
    assert admitted(Access(), origin=origin)


@pytest.mark.parametrize(
    "origin",
    [
        FOREIGN,
        "null",
        "",
        "http://localhost:5173",
        "http://127.0.0.1:8080",
        "http://127.0.0.1",
        "http://localhost",
        "http://localhost.evil.example:5000",
        "http://127.0.0.1.evil.example:5000",
        "http://127.0.0.1:5000@evil.example",
        "http://evil.example@127.0.0.1:5000",
        "http://evil.example:5000",
        "http://localhost:50000",
        "http://localhost:port",
        "chrome-extension://abcdef",
        "file://",
    ],
)
@pytest.mark.parametrize("cors_origins", [("*",), (), ("https://shop.example",)])
def test_without_keys_no_other_page_may_call(origin: str, cors_origins: tuple[str, ...]) -> None:
    access = Access(cors_origins=cors_origins)
    with pytest.raises(Forbidden, match="CORS_ORIGINS") as refusal:
        access.check_page(request(origin=origin))
    assert (refusal.value.status, refusal.value.code) == (403, "origin_not_allowed")


def test_a_page_on_another_port_may_neither_call_nor_show_a_picture_nor_subscribe() -> None:
    access = Access()
    page = "http://localhost:8080"
    assert not admitted(access, origin=page)
    assert not admitted(access, origin=page, upgrade="websocket", sec_fetch_site="same-site")
    assert not admitted(access, sec_fetch_site="same-site", sec_fetch_dest="image")
    assert not admitted(access, sec_fetch_site="same-site", referer=f"{page}/")
    assert not admitted(
        access, sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="iframe"
    )


def test_a_named_page_may_call_show_pictures_and_subscribe() -> None:
    access = Access(cors_origins=["http://localhost:8080"])
    page = "http://localhost:8080"
    assert admitted(access, origin=page)
    assert admitted(access, origin=page, upgrade="websocket")
    assert admitted(access, sec_fetch_site="same-site", referer=f"{page}/items")
    assert not admitted(access, origin="http://localhost:8081")
    assert not admitted(access, origin="https://localhost:8080")


def test_all_ports_of_a_name_can_be_named_at_once() -> None:
    access = Access(cors_origins=["http://localhost:*"])
    assert admitted(access, origin="http://localhost:8080")
    assert admitted(access, origin="http://localhost")
    assert not admitted(access, origin="http://127.0.0.1:8080")
    assert not admitted(access, origin="http://localhost.evil.example:8080")


@pytest.mark.parametrize(
    ("origin", "may"),
    [
        ("https://my-shop.lovable.app", True),
        ("https://preview--my-shop.lovable.app", True),
        ("https://a.b.lovable.app", True),
        ("HTTPS://MY-SHOP.LOVABLE.APP", True),
        ("https://lovable.app", False),
        ("https://.lovable.app", False),
        ("http://my-shop.lovable.app", False),
        ("https://my-shop.lovable.app:8443", False),
        ("https://evil-lovable.app", False),
        ("https://my-shop.lovable.app.evil.example", False),
        ("https://evil.example#.lovable.app", False),
        ("https://evil.example/.lovable.app", False),
        ("https://evil.example\\.lovable.app", False),
    ],
)
def test_a_star_before_a_name_stands_for_every_sub_domain(origin: str, may: bool) -> None:
    assert admitted(Access(cors_origins=["https://*.lovable.app"]), origin=origin) is may


def test_sub_domains_may_be_named_with_their_ports() -> None:
    access = Access(cors_origins=["https://*.shop.example:8443", "http://*.dev.localhost:*"])
    assert admitted(access, origin="https://a.shop.example:8443")
    assert not admitted(access, origin="https://a.shop.example")
    assert admitted(access, origin="http://x.dev.localhost:5173")
    assert not admitted(access, origin="http://dev.localhost:5173")


@pytest.mark.parametrize(
    "origin", ["http://localhost:5173", "http://127.0.0.1:8080", "http://[::1]:3000"]
)
def test_on_the_stand_in_a_page_of_any_loopback_port_may_call(origin: str) -> None:
    access = Access(mock_mode=True)
    assert admitted(access, origin=origin)
    assert admitted(access, origin=origin, upgrade="websocket")
    assert admitted(access, sec_fetch_site="same-site", referer=f"{origin}/items")
    for other in (FOREIGN, "null", "http://localhost.evil.example:5173", "http://192.168.1.7:5173"):
        assert not admitted(access, origin=other)


def test_links_and_the_address_bar_open_our_pages() -> None:
    access = Access()
    opened = {"sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}
    for site in ("none", "cross-site", "same-site"):
        assert admitted(access, sec_fetch_site=site, **opened)
    assert admitted(access, sec_fetch_site="same-origin", sec_fetch_dest="image")
    assert not admitted(access, origin=FOREIGN, sec_fetch_site="cross-site", **opened)


@pytest.mark.parametrize(
    "opened",
    [{"keys_needed": lambda: True}, {"allow_anonymous": True}],
)
def test_a_star_opens_every_origin_only_with_keys_or_allow_anonymous(
    opened: dict[str, Any],
) -> None:
    access = Access(cors_origins=["*"], **opened)
    assert admitted(access, origin=FOREIGN)
    assert not admitted(
        Access(**opened, cors_origins=["https://shop.example"]),
        origin=FOREIGN,
    )


def test_behind_a_proxy_the_page_of_our_own_name_may_call() -> None:
    access = Access(host="0.0.0.0", allowed_hosts=["*.replit.app"], cors_origins=[])
    headers = {"host": "shop.replit.app", "origin": "https://shop.replit.app"}
    assert admitted(access, **headers)
    assert admitted(access, **headers | {"host": "shop.replit.app:443"})
    for origin in ("https://other.replit.app", "https://shop.replit.app:8443"):
        assert not admitted(access, **headers | {"origin": origin})


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("127.0.0.1:5000", True),
        ("localhost:5000", True),
        ("LOCALHOST", True),
        ("localhost.", True),
        ("[::1]:5000", True),
        ("127.8.9.1:5000", True),
        ("shop.replit.app", True),
        ("Shop.Replit.App:443", True),
        ("fripier.example", True),
        ("replit.app", False),
        ("evilreplit.app", False),
        ("evil.example", False),
        ("evil.example:5000", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("127.0.0.1@evil.example", False),
        ("evil.example@127.0.0.1", False),
        ("192.168.1.7:5000", False),
        ("", False),
        (":5000", False),
        ("[::1", False),
        ("127.0.0.1:x", False),
        ("127.0.0.1:99999", False),
    ],
)
def test_the_host_header_must_be_a_name_of_ours(host: str, allowed: bool) -> None:
    access = Access(allowed_hosts=["*.replit.app", "Fripier.example"])
    assert access.host_allowed(host) is allowed
    if not allowed:
        with pytest.raises(Forbidden, match="ALLOWED_HOSTS") as refusal:
            access.check_host({"host": host})
        assert refusal.value.code == "host_not_allowed"


def test_a_request_without_a_host_is_refused() -> None:
    with pytest.raises(Forbidden):
        Access().check_host({})


def test_a_rebound_name_is_refused_though_the_page_is_its_own_origin() -> None:
    """The attacker's name points at 127.0.0.1 now: to the browser both are one origin."""
    assert not admitted(Access(), host="evil.example:5000", origin="http://evil.example:5000")


def test_listening_on_an_address_answers_to_it_and_on_all_to_any_address_but_no_name() -> None:
    assert Access(host="192.168.1.7").host_allowed("192.168.1.7:5000")
    assert not Access(host="192.168.1.7").host_allowed("192.168.1.8:5000")
    assert Access(host="0.0.0.0").host_allowed("192.168.1.8:5000")
    assert Access(host="::").host_allowed("[2001:db8::1]:5000")
    assert not Access(host="0.0.0.0").host_allowed("evil.example")


def test_every_name_can_be_allowed() -> None:
    assert Access(allowed_hosts=["*"]).host_allowed("any.example")
