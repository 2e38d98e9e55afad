"""What of an agent's request counts for the service behind the door, too."""

from starlette.datastructures import Headers

from gql_api.mcp.endpoint import handed_on


def test_of_several_lines_of_proxies_every_one_is_handed_on() -> None:
    sent = Headers(
        raw=[
            (b"x-forwarded-for", b"192.0.2.7"),
            (b"x-forwarded-for", b"198.51.100.1, 10.0.0.1"),
            (b"authorization", b"Bearer key"),
            (b"cookie", b"console=1"),
        ]
    )
    assert handed_on(sent) == {
        "x-forwarded-for": "192.0.2.7,198.51.100.1, 10.0.0.1",
        "authorization": "Bearer key",
    }
