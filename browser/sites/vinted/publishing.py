"""The calls that publish and that save a draft, and what the site's answers to them say.

Making the calls is the page's own doing, and letting them leave the tab the gate's.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final
from urllib.parse import urlsplit

from browser.errors import RATE_LIMITED
from browser.page.locators import Field
from browser.page.outgoing import Approved, Examine, nothing_approved
from browser.page.request_gate import Gate, Overheard
from browser.sell_form import PublishAnswer, Verdict
from browser.sites.vinted import payload
from browser.sites.vinted.fields.content import VintedContent
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.markers import MARKERS

ADDRESSES: Final = ("*/api/v2/item_upload/items*", "*/api/v2/item_upload/drafts*")
_PUBLISHES: Final = re.compile(r"/api/v2/item_upload/(?:items(?:/\d+)?|drafts/\d+/completion)/?")
_SAVES: Final = re.compile(r"/api/v2/item_upload/drafts(?:/\d+)?/?")
_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
"""Any other method writes: which one the page takes is its own business, and may change."""
_VERIFICATION_CODES: Final = frozenset({115, 168})
_ACCESS_DENIED: Final = 106
"""Signed out, no CSRF token, or a wrong state (August to October 2026, several sources, H)."""
_HARMLESS: Final = frozenset({"show_upload_another_item_tip"})
"""What `after_upload_actions` may name beside a listing that is simply there; a verification is a
task for the seller (2026, several sources, H)."""
_INVALID: Final = "validation_error"
"""`message_code` of a refused listing: `{"code": 99, "message", "message_code", "errors":
[{"field", "value"}], "payload"}` (August to October 2026, several sources, H)."""
_WHOLE: Final = "form"
"""What a refusal is of that names no field; the errors that the page shows are called so, too."""
_FIELDS: Final[Mapping[str, str]] = {
    "catalog": "category",
    "catalog_id": "category",
    "status": "condition",
    "status_id": "condition",
    "brand_id": "brand",
    "size_id": "size",
    "color_ids": "color",
    "colour": "color",
    "package_size": "parcel_size",
    "package_size_id": "parcel_size",
    "assigned_photos": "photos",
}
_CHALLENGE: Final = "captcha_or_verification"


class VintedPublishing:
    def __init__(self, page: FormPage, content: VintedContent) -> None:
        self._page = page
        self._content = content
        self.gate = Gate(page.tab.page, publishes, *ADDRESSES)
        self.examine: Examine = nothing_approved

    @property
    def button(self) -> Field:
        return self._page.locators.button("publish")

    def approve(self, approved: Approved) -> None:
        listing = approved.listing
        priced = replace(listing, price=self._content.priced(listing.price))
        told, photos = replace(approved, listing=priced), self._content.photos.ids
        self.examine = partial(payload.examine, approved=told, photos=photos)

    def read_answer(self, answer: Overheard) -> PublishAnswer:
        return read_answer(answer)


def publishes(method: str, path: str) -> bool:
    """Whether a call makes an item public."""
    return method not in _READS and _PUBLISHES.fullmatch(path) is not None


def saves(method: str, path: str) -> bool:
    """Whether a call writes a draft."""
    return method not in {*_READS, "DELETE"} and _SAVES.fullmatch(path) is not None


def saved_draft(answer: Overheard) -> str | None:
    """The id of the draft that was saved; None when the answer does not name it."""
    draft = _told(answer.body).get("draft") or {}
    return str(draft["id"]) if answer.status == 200 and "id" in draft else None


def tells_nothing(answer: Overheard) -> bool:
    """Whether an answer without a draft's id leaves open that one was saved: no refusal does."""
    return answer.status < 400 or answer.status >= 500


def field_name(name: str) -> str:
    """Our name of a field that the site names."""
    return _FIELDS.get(name, name)


def read_answer(answer: Overheard) -> PublishAnswer:
    """What the answer says; unclear when it proves neither."""
    if answer.status == 429:
        # Whatever its body is, of which nothing is known (2026-11): the status speaks for itself.
        return PublishAnswer(Verdict.REFUSED, reason=RATE_LIMITED)
    if 300 <= answer.status < 400:
        return _led_away(answer)
    if answer.media_type == "text/html" or answer.is_bytes:
        return _answered_by_guard(answer.status)
    told = _told(answer.body)
    return _taken(told) if answer.status == 200 else _not_taken(answer.status, told)


def _told(body: bytes | None) -> Mapping[str, Any]:
    try:
        told = json.loads(body or b"{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _answered_by_guard(status: int) -> PublishAnswer:
    """A page, or bytes, where data is expected is a challenge, unless the server is in trouble.

    The type says so and not the status: bytes with a 200 were the guard's (2026-11-28, audit, M).
    """
    if status >= 500:
        return PublishAnswer(Verdict.UNCLEAR)
    return PublishAnswer(Verdict.REFUSED, reason=_CHALLENGE)


def _led_away(answer: Overheard) -> PublishAnswer:
    """To the log-in the caller is no member's; to anywhere else an item may have been made.

    The gate lets no call be sent on as it is; where that was to go is no word about its caller.
    """
    to_log_in = urlsplit(answer.location).path.startswith(MARKERS.login_paths)
    if to_log_in and answer.status not in {307, 308}:
        return PublishAnswer(Verdict.REFUSED, reason="session_expired")
    return PublishAnswer(Verdict.UNCLEAR)


def _taken(told: Mapping[str, Any]) -> PublishAnswer:
    item = told.get("item") or told.get("draft") or {}
    if told.get("code", 0) != 0 or not item.get("id"):
        return PublishAnswer(Verdict.UNCLEAR)
    actions = told.get("after_upload_actions")
    plain = isinstance(actions, list) and all(each in _HARMLESS for each in actions)
    return PublishAnswer(Verdict.PUBLISHED, listing_id=str(item["id"]), plain=plain)


def _not_taken(status: int, told: Mapping[str, Any]) -> PublishAnswer:
    if _is_signed_out(status, told):
        return PublishAnswer(Verdict.REFUSED, reason="session_expired")
    if told.get("code") in _VERIFICATION_CODES or "url" in told:
        return PublishAnswer(Verdict.REFUSED, reason=_CHALLENGE)
    if status in {400, 422} and (errors := _errors(told)):
        return PublishAnswer(Verdict.REJECTED, errors=errors)
    # A 500 too, whatever its code: the one that was seen, 105, came of a missing member (August to
    # October 2026, one source, M), and does not say that nothing was made.
    return PublishAnswer(Verdict.UNCLEAR)


def _is_signed_out(status: int, told: Mapping[str, Any]) -> bool:
    """The site's own word that the caller is no member, or has the wrong token."""
    denied = status == 403 and told.get("code") == _ACCESS_DENIED and "url" not in told
    return status == 401 or denied


def _errors(told: Mapping[str, Any]) -> dict[str, str]:
    """The fields that are refused and why; the message alone where no field is named."""
    rows = [row for row in told.get("errors") or () if isinstance(row, dict)]
    errors = {
        field_name(str(row.get("field") or _WHOLE)): str(row.get("value") or "") for row in rows
    }
    if not errors and told.get("message_code") == _INVALID:
        errors = {_WHOLE: str(told.get("message") or "")}
    return errors
