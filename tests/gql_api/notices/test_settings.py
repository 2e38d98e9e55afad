"""What of the notices' settings refuses to start, with the cure; and nothing secret is quoted."""

import base64
from pathlib import Path

import pytest

from gql_api.bootstrap.notices import audience, channels, link_base
from gql_api.notices.email import EmailChannel
from gql_api.settings import SettingsError, load_settings
from tests.gql_api.serving import served

SECRET = f"whsec_{base64.b64encode(b'0123456789abcdef01234567').decode()}"
HOOK = {"NOTIFY_WEBHOOK_SECRET": SECRET}
MAIL = {"NOTIFY_EMAIL_TO": "a@b.example", "NOTIFY_EMAIL_FROM": "c@d.example"}


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"NOTIFY_WEBHOOK_URL": "https://a.example/planted"}, "NOTIFY_WEBHOOK_SECRET"),
        (HOOK, "NOTIFY_WEBHOOK_URL"),
        ({**HOOK, "NOTIFY_WEBHOOK_URL": "http://a.example/planted"}, "only https"),
        ({**HOOK, "NOTIFY_WEBHOOK_URL": "ftp://a.example/planted"}, "only https"),
        ({**HOOK, "NOTIFY_WEBHOOK_URL": "https://u:planted@a.example/"}, "no user"),
        ({**HOOK, "NOTIFY_WEBHOOK_URL": "https://a.example:99999/planted"}, "no user"),
        ({**HOOK, "NOTIFY_WEBHOOK_URL": "http://127.0.0.1/planted"}, "HOSTS=127.0.0.1"),
        ({**HOOK, "NOTIFY_WEBHOOK_URL": "https://localhost/planted"}, "HOSTS=localhost"),
        ({**HOOK, "NOTIFY_WEBHOOK_URL": "https://169.254.169.254/planted"}, "NOTIFY_PRIVATE"),
        ({**HOOK, "NOTIFY_WEBHOOK_URL": "https://[::1]/planted"}, "NOTIFY_PRIVATE_HOSTS=::1"),
        ({"NOTIFY_WEBHOOK_SECRET": "planted"}, "fripier notify secret"),
        ({"NOTIFY_WEBHOOK_SECRET": "whsec_planted"}, "fripier notify secret"),
        ({"NOTIFY_NTFY_URL": "https://ntfy.sh/"}, "the topic"),
        ({"NOTIFY_NTFY_URL": "https://10.0.0.1/planted"}, "NOTIFY_PRIVATE_HOSTS=10.0.0.1"),
        (MAIL, "needs all three"),
        ({**MAIL, "NOTIFY_SMTP_URL": "https://planted@m.example"}, "smtps://"),
        ({**MAIL, "NOTIFY_SMTP_URL": "smtp://u:planted@127.0.0.1"}, "NOTIFY_PRIVATE_HOSTS"),
        ({"NOTIFY_EMAIL_TO": "planted"}, "one e-mail address"),
        ({"NOTIFY_EMAIL_TO": "planted@b.example\nBcc: x@y.example"}, "one e-mail address"),
        ({"NOTIFY_PRIVATE_HOSTS": "http://a"}, "no host"),
        ({"NOTIFY_LANGUAGE": "it"}, "en, fr or de"),
    ],
)
def test_what_cannot_be_used_refuses_to_start(env: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings(env)
    assert said in str(refused.value)
    assert "planted" not in str(refused.value)


def test_named_hosts_may_be_private_and_the_channels_are_those_that_are_set() -> None:
    env = {
        **HOOK,
        **MAIL,
        "NOTIFY_WEBHOOK_URL": "http://127.0.0.1:9/planted",
        "NOTIFY_NTFY_URL": "https://[::1]/planted",
        "NOTIFY_NTFY_TOKEN": "planted",
        "NOTIFY_SMTP_URL": "smtp://u:planted@localhost",
        "NOTIFY_PRIVATE_HOSTS": "127.0.0.1, ::1, localhost",
    }
    settings = load_settings(env)
    made = channels(settings, lambda: pytest.fail("no clock is needed"))
    assert [channel.name for channel in made] == ["webhook", "ntfy", "email"]
    assert "planted" not in repr(settings) + repr(made)
    assert SECRET not in repr(settings) + repr(made)
    told = audience(settings)
    assert told.of("") == ("webhook", "ntfy", "email")
    assert told.of("someone") == ("webhook",)


@pytest.mark.parametrize(
    ("server", "in_clear"),
    [("smtp://mail.example", False), ("smtps://127.0.0.1", False), ("smtp://127.0.0.1", True)],
)
def test_mail_goes_in_clear_on_loopback_alone(server: str, in_clear: bool) -> None:
    env = {**MAIL, "NOTIFY_SMTP_URL": server, "NOTIFY_PRIVATE_HOSTS": "127.0.0.1"}
    (channel,) = channels(load_settings(env), lambda: pytest.fail("no clock is needed"))
    assert isinstance(channel, EmailChannel)
    assert channel.in_clear is in_clear


@pytest.mark.parametrize("more", [{}, {"PUBLIC_URL": "https://shop.example"}])
async def test_a_start_says_where_links_lead_that_nobody_elsewhere_can_follow(
    tmp_path: Path, more: dict[str, str]
) -> None:
    env = {"NOTIFY_NTFY_URL": "https://[::1]/planted", "NOTIFY_PRIVATE_HOSTS": "::1", **more}
    async with served(tmp_path, **env) as address:
        pass
    said = " ".join((tmp_path / "serve.log").read_text().split())
    line = f"PUBLIC_URL is not set: links in notices lead to {address} alone."
    assert (line in said) is not bool(more)


@pytest.mark.parametrize(
    ("env", "base"),
    [
        ({"PUBLIC_URL": "https://shop.example/f/"}, "https://shop.example/f"),
        ({"PORT": "5400"}, "http://127.0.0.1:5400"),
        ({"HOST": "::1", "PORT": "5400"}, "http://[::1]:5400"),
    ],
)
def test_links_begin_where_callers_reach_the_service(env: dict[str, str], base: str) -> None:
    assert link_base(load_settings(env)) == base
