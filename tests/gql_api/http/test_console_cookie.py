"""The console's cookie by how the service is reached: its name and reach, and which page counts."""

from dataclasses import dataclass

import pytest
from starlette.requests import Request
from starlette.responses import Response

from gql_api.auth.console_sessions import Begun
from gql_api.errors import NotTheConsole
from gql_api.http.addresses import PUBLIC_URL
from gql_api.http.console_cookie import MOST, carried, drop, host, keep, require_console

BEGUN = Begun("an-id", 60, "key-1")
PUBLIC = "https://shop.example/fripier"


@dataclass(frozen=True)
class Reached:
    """How a request comes: the Host, the scheme, where it is mounted, and PUBLIC_URL."""

    host: str
    scheme: str = "http"
    mounted: str = ""
    public: str | None = None

    def request(self, method: str = "POST", **headers: str) -> Request:
        given = {"host": self.host} | {
            name.replace("_", "-"): text for name, text in headers.items()
        }
        return Request(
            {
                "type": "http",
                "method": method,
                "scheme": self.scheme,
                "path": f"{self.mounted}/console/session",
                "root_path": self.mounted,
                "query_string": b"",
                "headers": [(name.encode(), text.encode()) for name, text in given.items()],
                "server": ("127.0.0.1", 5000),
                PUBLIC_URL: self.public,
            }
        )


@pytest.mark.parametrize(
    ("reached", "cookie"),
    [
        (Reached("127.0.0.1:5000"), "fripier-console-5000=an-id; Path=/"),
        (Reached("[::1]:5000"), "fripier-console-5000=an-id; Path=/"),
        (Reached("shop.example"), "fripier-console=an-id; Path=/"),
        (Reached("127.0.0.1:5000", mounted="/shop"), "fripier-console-5000=an-id; Path=/shop"),
        (Reached("shop.example", "https"), "__Host-fripier-console=an-id; Path=/; Secure"),
        (
            Reached("shop.example", "https", mounted="/shop"),
            "__Secure-fripier-console=an-id; Path=/shop; Secure",
        ),
        # A proxy that says nothing of TLS and of the prefix that it cuts off: PUBLIC_URL does.
        (
            Reached("shop.example", public=PUBLIC),
            "__Secure-fripier-console=an-id; Path=/fripier; Secure",
        ),
        # The machine's own port, which PUBLIC_URL does not lead to.
        (Reached("127.0.0.1:5000", public=PUBLIC), "fripier-console-5000=an-id; Path=/"),
    ],
)
def test_the_cookie_reaches_as_far_as_the_service(reached: Reached, cookie: str) -> None:
    kept, dropped = Response(), Response()
    keep(kept, reached.request(), BEGUN)
    drop(dropped, reached.request())
    named, *rest = kept.headers["set-cookie"].split("; ")
    path = next(each for each in rest if each.startswith("Path="))
    assert "; ".join([named, path, *(["Secure"] if "Secure" in rest else [])]) == cookie
    assert {"HttpOnly", "SameSite=strict", "Max-Age=60"} <= set(rest)
    assert not any(each.startswith("Domain") for each in rest)
    gone = dropped.headers["set-cookie"]
    assert gone.startswith(f'{named.partition("=")[0]}=""') and path in gone and "Max-Age=0" in gone


def test_behind_a_proxy_that_takes_tls_off_without_a_word_it_goes_over_tls_alone() -> None:
    response = Response()
    reached = Reached("shop.example").request(origin="https://shop.example")
    keep(response, reached, BEGUN)
    assert "; Secure" in response.headers["set-cookie"]


@pytest.mark.parametrize(
    ("reached", "origin", "counts"),
    [
        (Reached("127.0.0.1:5000"), "http://127.0.0.1:5000", True),
        (Reached("127.0.0.1:5000"), "http://localhost:5000", False),
        (Reached("127.0.0.1:5000"), "http://127.0.0.1:5173", False),
        (Reached("127.0.0.1:5000"), "http://127.0.0.1", False),
        (Reached("Shop.Example"), "http://shop.example", True),
        (Reached("shop.example"), "https://shop.example", True),
        (Reached("shop.example", "https"), "https://shop.example", True),
        (Reached("shop.example", "https"), "http://shop.example", False),
        (Reached("shop.example"), "https://evil.shop.example", False),
        (Reached("shop.example"), "https://shop.example.evil", False),
        (Reached("shop.example"), "null", False),
        (Reached("127.0.0.1:5000", public=PUBLIC), "https://shop.example", True),
        (Reached("127.0.0.1:5000", public=PUBLIC), "http://shop.example", False),
    ],
)
def test_the_page_has_to_be_served_from_here(reached: Reached, origin: str, counts: bool) -> None:
    name = "fripier-console-5000" if ":" in reached.host else "fripier-console"
    name = f"__Host-{name}" if reached.scheme == "https" else name
    found = carried(reached.request(origin=origin, cookie=f"{name}=an-id"))
    assert found is not None and found.from_console is counts
    if counts:
        require_console(reached.request(origin=origin))
    else:
        with pytest.raises(NotTheConsole):
            require_console(reached.request(origin=origin))


def test_what_only_reads_needs_no_origin_and_what_changes_does() -> None:
    reached, cookie = Reached("127.0.0.1:5000"), "fripier-console-5000=an-id"
    counts = {
        method: found.from_console
        for method in ("GET", "HEAD", "POST", "DELETE")
        if (found := carried(reached.request(method, cookie=cookie)))
    }
    assert counts == {"GET": True, "HEAD": True, "POST": False, "DELETE": False}
    socket = reached.request("GET", cookie=cookie)
    del socket.scope["method"]
    found = carried(socket)
    assert found is not None and not found.from_console


def test_the_cookie_is_found_among_others_the_nearest_first() -> None:
    cookie = 'a=b; fripier-console-5000=near; fripier-console=x; fripier-console-5000="far"'
    found = carried(Reached("127.0.0.1:5000").request(cookie=cookie))
    assert found is not None and found.ids == ("near", "far")
    assert host(Reached("[::1]:5000").request()) == "::1"
    many = "; ".join(f"fripier-console-5000={number}" for number in range(50))
    found = carried(Reached("127.0.0.1:5000").request(cookie=many))
    assert found is not None and len(found.ids) == MOST
    assert carried(Reached("127.0.0.1:5000").request(cookie="a=b")) is None
