"""Which addresses may be pushed to: those of the known push services, and of hosts that are named.

A browser gives the address, and so anybody who may subscribe: it must lead nowhere else. Where the
host's name leads is looked at anew at each delivery, by `outbound`.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit

from browser.messages import Message
from gql_api.errors import InvalidInput

KNOWN: Final = (
    # Firefox: https://mozilla-services.github.io/autopush-rs/ (read on 30 November 2026).
    "push.services.mozilla.com",
    # Chrome and others built on Chromium:
    # https://web.dev/articles/push-notifications-web-push-protocol (read on 30 November 2026).
    "fcm.googleapis.com",
    # Safari, "any subdomain of push.apple.com": https://developer.apple.com/documentation/
    # usernotifications/sending-web-push-notifications-in-web-apps-and-browsers (30 November 2026).
    "push.apple.com",
    # Edge: https://learn.microsoft.com/windows/apps/develop/notifications/push-notifications/
    # wns-overview (read on 30 November 2026), which says to take this domain alone.
    "notify.windows.com",
)
"""Hosts, with every name below them."""


@dataclass(frozen=True, slots=True)
class PushServices:
    """The hosts that may be pushed to; `named` are the operator's, `private` may be on loopback."""

    named: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()

    def host_of(self, endpoint: str) -> str:
        """The host of an address that may be pushed to; `InvalidInput` says why it may not."""
        parts = _parts(endpoint)
        host = (parts.hostname or "").rstrip(".")
        named = host in self.named
        if parts.scheme != "https" and not (
            parts.scheme == "http" and named and host in self.private
        ):
            raise _refused(Message("give the address that the browser gave: it begins with https"))
        if "@" in parts.netloc or parts.fragment or not (named or parts.port in (None, 443)):
            raise _refused(Message("give the address as the browser gave it"))
        if not named and not any(host == known or host.endswith(f".{known}") for known in KNOWN):
            raise _refused(
                Message(
                    "{host} is no push service that is known. If it is one, the operator sets "
                    "{setting}",
                    host=host[:100],
                    setting=f"NOTIFY_PUSH_HOSTS={host[:100]}",
                )
            )
        return host


def _parts(endpoint: str) -> SplitResult:
    try:
        parts = urlsplit(endpoint)
        _ = parts.port  # that it can be read
    except ValueError:
        raise _refused(Message("give the address as the browser gave it")) from None
    if not endpoint.isascii() or not endpoint.isprintable() or " " in endpoint:
        raise _refused(Message("give the address as the browser gave it"))
    return parts


def _refused(detail: Message) -> InvalidInput:
    return InvalidInput(
        Message("{field}: {detail}", field="endpoint", detail=detail), field="endpoint"
    )
