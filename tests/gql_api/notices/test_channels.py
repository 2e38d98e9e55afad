"""How each channel is spoken to: signed and checked by the official library, bounded, and no
further than where it may go."""

import asyncio
import base64
import json
import logging
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from gql_api.domain.notice import Notice, NoticeKind
from gql_api.notices import email as email_module
from gql_api.notices import outbound as outbound_module
from gql_api.notices.channel import NotDelivered
from gql_api.notices.email import EmailChannel
from gql_api.notices.ntfy import NtfyChannel
from gql_api.notices.outbound import Outbound, is_public
from gql_api.notices.texts import words_of
from gql_api.notices.webhook import WebhookChannel
from tests.gql_api.notices.receivers import Receiver, mail_box

OLD, NEW = (
    f"whsec_{base64.b64encode(bytes([n]) * 8 + b'0123456789abcdef').decode()}" for n in (1, 2)
)
HERE = Outbound(frozenset({"127.0.0.1"}))
FROM, TO = "fripier@shop.example", "seller@mail.example"


def now() -> datetime:
    return datetime.now(UTC)


NOTICE = Notice("msg_1", NoticeKind.PUBLISHED, "j1", "https://shop.example/fripier#/jobs/j1", now())


def webhook(address: str, outbound: Outbound = HERE, *secrets: str) -> WebhookChannel:
    return WebhookChannel(address, secrets or (OLD,), outbound, now)


async def test_the_official_library_verifies_a_webhook(receiver: Receiver) -> None:
    await webhook(receiver.url + "/hook", HERE, NEW, OLD).send(NOTICE)
    (got,) = receiver.got
    for secret in (OLD, NEW):
        assert Webhook(secret).verify(got.body, got.headers)["data"]["job_id"] == "j1"
    with pytest.raises(WebhookVerificationError):
        Webhook(OLD).verify(got.body.replace(b"j1", b"j2"), got.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(OLD).verify(got.body, {**got.headers, "webhook-id": "msg_2"})


async def test_only_an_answer_of_success_takes_a_notice_in(receiver: Receiver) -> None:
    for status in (300, 302, 400, 404, 410, 429, 500):
        receiver.status = status
        with pytest.raises(NotDelivered, match=f"status_{status}"):
            await webhook(receiver.url).send(NOTICE)


async def test_a_redirect_is_not_followed(receiver: Receiver) -> None:
    receiver.status, receiver.more = 307, f"Location: {receiver.url}/elsewhere\r\n".encode()
    with pytest.raises(NotDelivered, match="status_307"):
        await webhook(receiver.url + "/hook").send(NOTICE)
    assert [each.line for each in receiver.got] == ["POST /hook HTTP/1.1"]


async def test_an_answer_without_end_is_not_read(receiver: Receiver) -> None:
    receiver.more = b"Content-Length: 99999999999\r\n"
    receiver.status = 200
    await webhook(receiver.url).send(NOTICE)


async def test_a_silent_receiver_is_left(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiver.silent = True
    monkeypatch.setattr(outbound_module, "SECONDS", 0.2)
    with pytest.raises(NotDelivered, match=r"^(timeout|ReadTimeout)$"):
        await webhook(receiver.url).send(NOTICE)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
        "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::", "not an address",
    ],
)  # fmt: skip
def test_no_private_address_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


class Names:
    """What names are answered with, one answer a question, and how often was asked."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers, self.asked = list(answers), 0

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked += 1
        return self.answers.pop(0)


@pytest.mark.parametrize("answer", [["127.0.0.1"], ["1.1.1.1", "127.0.0.1"], ["::ffff:7f00:1"]])
async def test_a_name_of_a_private_address_is_refused(
    receiver: Receiver, answer: list[str]
) -> None:
    outbound = Outbound(resolve=Names(answer))
    with pytest.raises(NotDelivered, match="private_address"):
        await webhook(f"http://hooks.example:{receiver.port}/", outbound).send(NOTICE)
    with pytest.raises(NotDelivered, match="private_address"):
        await outbound_to("smtp", replace(outbound, resolve=Names(answer))).send(NOTICE)
    assert receiver.got == []


def outbound_to(scheme: str, outbound: Outbound) -> EmailChannel:
    return EmailChannel(f"{scheme}://mail.example:2525", FROM, TO, "en", outbound, in_clear=True)


async def test_the_connection_goes_to_the_address_that_was_judged(receiver: Receiver) -> None:
    """A name that is rebound after the look is not looked up again."""
    names = Names(["127.0.0.1"], ["127.9.9.9"])
    outbound = Outbound(frozenset({"hooks.example"}), names)
    await webhook(f"http://hooks.example:{receiver.port}/", outbound).send(NOTICE)
    (got,) = receiver.got
    assert got.headers["host"] == f"hooks.example:{receiver.port}"
    assert names.asked == 1


async def test_a_second_address_is_tried(receiver: Receiver) -> None:
    outbound = Outbound(frozenset({"hooks.example"}), Names(["127.9.9.9", "127.0.0.1"]))
    await webhook(f"http://hooks.example:{receiver.port}/", outbound).send(NOTICE)
    assert len(receiver.got) == 1


async def test_an_address_that_does_not_answer_leaves_time_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outbound_module, "SECONDS", 6.0)
    monkeypatch.setattr(email_module, "SECONDS", 6.0)
    async with Receiver().open() as receiver, mail_box() as (box, mail_port):
        with _deaf("127.9.9.9", receiver.port), _deaf("127.9.9.9", mail_port):
            names = Names(["127.9.9.9", "127.0.0.1"], ["127.9.9.9", "127.0.0.1"])
            outbound = Outbound(frozenset({"both.example"}), names)
            await webhook(f"http://both.example:{receiver.port}/", outbound).send(NOTICE)
            server = f"smtp://both.example:{mail_port}"
            await EmailChannel(server, FROM, TO, "en", outbound, in_clear=True).send(NOTICE)
    assert (len(receiver.got), len(box.got)) == (1, 1)


@contextmanager
def _deaf(host: str, port: int) -> Iterator[None]:
    """An address that answers no connection: its queue is full."""
    with ExitStack() as held:
        listening = held.enter_context(socket.socket())
        listening.bind((host, port))
        listening.listen(0)
        for _ in range(4):
            waiting = held.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex((host, port))
        yield


async def test_a_secret_address_is_not_logged_and_others_are(
    receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    """A host application may log every call of httpx."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="httpx")  # whatever a service before has made of it
    await webhook(f"{receiver.url}/planted").send(NOTICE)
    async with httpx.AsyncClient() as client:
        await client.get(f"{receiver.url}/the-hosts-own")
    assert [each.line.split()[1] for each in receiver.got] == ["/planted", "/the-hosts-own"]
    assert "the-hosts-own" in caplog.text
    assert "planted" not in caplog.text


async def test_a_proxy_of_the_environment_is_not_used(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    await webhook(receiver.url).send(NOTICE)
    assert len(receiver.got) == 1


async def test_a_certificate_is_checked_against_the_name(tmp_path: Path) -> None:
    """The connection goes to an address, and the certificate has to be the name's all the same."""
    ours = certificate(tmp_path, "hooks.example")
    here = Receiver()
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(ours)
    server = await asyncio.start_server(here.serve, "127.0.0.1", 0, ssl=server_side)
    port = server.sockets[0].getsockname()[1]

    def trust() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(ours))

    names = Names(["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"])
    outbound = Outbound(frozenset({"hooks.example", "other.example"}), names, trust)
    async with server:
        await webhook(f"https://hooks.example:{port}/", outbound).send(NOTICE)
        with pytest.raises(NotDelivered, match="ConnectError"):
            await webhook(f"https://other.example:{port}/", outbound).send(NOTICE)
        unknown = replace(outbound, trust=ssl.create_default_context)
        with pytest.raises(NotDelivered, match="ConnectError"):
            await webhook(f"https://hooks.example:{port}/", unknown).send(NOTICE)
    assert len(here.got) == 1


def certificate(folder: Path, host: str) -> Path:
    """A key and the certificate that it signed for a host, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now() - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "certificate.pem"
    path.write_bytes(private + made.public_bytes(pem))
    return path


async def test_a_topic_is_published_to(receiver: Receiver) -> None:
    await NtfyChannel(f"{receiver.url}/a/t%C3%A9", "tk_1", "fr", HERE).send(NOTICE)
    (got,) = receiver.got
    assert got.line == "POST /a/ HTTP/1.1"
    assert got.headers["authorization"] == "Bearer tk_1"
    words = words_of(NOTICE.kind, "fr")
    assert json.loads(got.body) == {
        "topic": "té", "title": words.title, "message": words.body, "click": NOTICE.link,
    }  # fmt: skip
    assert words.title != words_of(NOTICE.kind, "en").title


async def test_a_mail_is_sent_and_has_the_notices_id() -> None:
    async with mail_box() as (box, port):
        channel = EmailChannel(f"smtp://127.0.0.1:{port}", FROM, TO, "fr", HERE, in_clear=True)
        await channel.send(NOTICE)
        box.refusing = True
        with pytest.raises(NotDelivered, match="SMTPDataError"):
            await channel.send(NOTICE)
    (message,) = box.got
    read = message_from_bytes(message, policy=default)
    words = words_of(NOTICE.kind, "fr")
    assert (read["From"], read["To"], read["Subject"]) == (FROM, TO, words.title)
    assert read["Message-ID"] == "<msg_1@shop.example>"
    body = read.get_body()
    assert body is not None
    assert body.get_content().splitlines() == [words.body, "", NOTICE.link]


async def test_a_mail_that_was_taken_in_is_not_sent_again_for_a_silent_goodbye(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(email_module, "SECONDS", 3.0)
    monkeypatch.setattr(email_module, "GOODBYE_SECONDS", 0.1)
    async with mail_box() as (box, port):
        box.silent = True
        server = f"smtp://127.0.0.1:{port}"
        await EmailChannel(server, FROM, TO, "en", HERE, in_clear=True).send(NOTICE)
        box.left.set()
    assert len(box.got) == 1


async def test_a_mail_server_without_starttls_gets_nothing() -> None:
    async with mail_box() as (box, port):
        channel = EmailChannel(f"smtp://u:p@127.0.0.1:{port}", FROM, TO, "en", HERE)
        with pytest.raises(NotDelivered, match="SMTPException"):
            await channel.send(NOTICE)
    assert box.got == []


async def test_nothing_of_a_channel_is_shown() -> None:
    channels = (
        webhook("https://hooks.example/planted-path", HERE, OLD),
        NtfyChannel("https://ntfy.sh/planted-topic", "planted-token", "en", HERE),
        EmailChannel(
            "smtps://planted:planted@mail.example", "planted@a.b", "planted@c.d", "en", HERE
        ),
    )
    for channel in channels:
        assert "planted" not in repr(channel)
        assert OLD not in repr(channel)


@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_has_words_in_every_language(kind: NoticeKind, language: str) -> None:
    words, english = words_of(kind, language), words_of(kind, "en")
    assert words.title and words.body
    assert (words == english) is (language == "en")
