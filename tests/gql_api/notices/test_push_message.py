"""What is sealed for a browser is opened by an independent implementation, and by nobody else."""

import http_ece
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec

from gql_api.notices.push_message import LENGTH, KeyUnreadable, auth_secret, public_key, seal
from tests.gql_api.notices.browsers import Browser, base64url, decoded


def _private(text: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(decoded(text)), ec.SECP256R1())


def test_the_example_of_the_standard_comes_out_byte_for_byte() -> None:
    """RFC 8291, 5 and appendix A."""
    made = seal(
        b"When I grow up, I want to be a watermelon",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg",
        length=0,
        salt=decoded("DGv6ra1nlYgDCS1FRnbzlw"),
        private=_private("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
    )
    assert base64url(made) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
        "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS"
        "gSxsj_Qulcy4a-fN"
    )


def test_only_the_browser_that_subscribed_opens_it_and_every_message_differs() -> None:
    browser, other = Browser("https://a.example"), Browser("https://a.example")
    keys = browser.given["p256dh"], browser.given["auth"]
    first, second = seal(b"told", *keys), seal(b"told", *keys)
    assert first != second
    for each in (first, second):
        opened = http_ece.decrypt(
            each, private_key=browser.private, auth_secret=browser.auth, version="aes128gcm"
        )
        assert opened == b"told"
    for private, auth in ((other.private, browser.auth), (browser.private, other.auth)):
        with pytest.raises((InvalidTag, http_ece.ECEException)):
            http_ece.decrypt(first, private_key=private, auth_secret=auth, version="aes128gcm")


def test_no_message_tells_anything_by_its_length() -> None:
    keys = Browser("https://a.example").given
    lengths = {len(seal(b"x" * n, keys["p256dh"], keys["auth"])) for n in (0, 1, 500, LENGTH - 1)}
    assert lengths == {16 + 4 + 1 + 65 + LENGTH + 16}


@pytest.mark.parametrize(
    "text", ["", "!", "AAAA", base64url(b"\x04" + b"\x01" * 64), base64url(b"\x02" * 33)]
)
def test_what_is_no_key_of_a_browser_is_refused(text: str) -> None:
    with pytest.raises(KeyUnreadable):
        public_key(text)
    with pytest.raises(KeyUnreadable):
        auth_secret(text)


def test_keys_may_be_filled_up_as_base64_is() -> None:
    given = Browser("https://a.example").given
    assert auth_secret(given["auth"] + "==") == auth_secret(given["auth"])
    public_key(given["p256dh"] + "=")
