"""An address that a browser gives leads to a push service, and nowhere else."""

import pytest

from gql_api.errors import InvalidInput
from gql_api.notices.push_services import PushServices

NAMED = PushServices(frozenset({"push.shop.example", "127.0.0.1", "::1"}), frozenset({"127.0.0.1"}))


@pytest.mark.parametrize(
    ("endpoint", "host"),
    [
        (
            "https://updates.push.services.mozilla.com/wpush/v2/x",
            "updates.push.services.mozilla.com",
        ),
        ("https://fcm.googleapis.com/fcm/send/x:APA91", "fcm.googleapis.com"),
        ("https://web.push.apple.com/x", "web.push.apple.com"),
        ("https://wns2-par02p.notify.windows.com/w/?token=x%2b", "wns2-par02p.notify.windows.com"),
        ("https://FCM.googleapis.com:443/x", "fcm.googleapis.com"),
        ("https://push.shop.example:8443/x", "push.shop.example"),
        ("http://127.0.0.1:5130/x", "127.0.0.1"),
    ],
)
def test_known_and_named_services_are_taken(endpoint: str, host: str) -> None:
    assert NAMED.host_of(endpoint) == host


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/x",
        "http://push.shop.example/x",
        "http://[::1]/x",
        "https://10.0.0.1/x",
        "https://localhost/x",
        "https://169.254.169.254/latest/meta-data",
        "https://shop.example/x",
        "https://evilfcm.googleapis.com/x",
        "https://fcm.googleapis.com.shop.example/x",
        "https://googleapis.com/x",
        "https://fcm.googleapis.com@10.0.0.1/x",
        "https://user:word@fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com:99999/x",
        "https://fcm.googleapis.com/x#y",
        "https://fcm.googleapis.com/x y",
        "https://fcm.googleapis.com/é",
        "https://fcm.googleapis.com/x\r\nHost: y",
        "https://fcm.googleapis.com\\@10.0.0.1/x",
        "https://[::1/x",
        "ftp://fcm.googleapis.com/x",
        "fcm.googleapis.com/x",
        "",
    ],
)
def test_every_other_address_is_refused_by_its_field(endpoint: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        NAMED.host_of(endpoint)
    assert refused.value.field == "endpoint"
    assert not endpoint.rpartition("/")[2] or endpoint not in refused.value.detail


def test_the_refusal_of_an_unknown_service_names_the_setting() -> None:
    with pytest.raises(InvalidInput, match=r"NOTIFY_PUSH_HOSTS=push\.elsewhere\.example"):
        NAMED.host_of("https://push.elsewhere.example/planted")
