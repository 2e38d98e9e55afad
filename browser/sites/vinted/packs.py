"""Locator packs: further signs of the sell form's input fields, from a file instead of a release.

Owns what a pack may hold. It adds to what is known and replaces nothing; of buttons, paid options
and challenges it may say nothing. Where its signs come in is said by `locators`.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from browser.site import MAX_PACK_BYTES, PackRefused
from browser.sites.vinted.form_fields import FORM_FIELDS
from browser.sites.vinted.labels import LABELS

FIELDS: Final = ("photos", *(name for name, row in FORM_FIELDS.items() if row.labels))
"""The fields that a pack may extend."""
KINDS: Final = ("id", "test_id", "name", "label")
_MOST: Final = 20
_LONGEST: Final = 100
_PROTECTED: Final = ("bump", "upload-form-", "delete", "package_type_selector")
"""Beginnings of signs of what costs, publishes, saves or deletes."""


@dataclass(frozen=True, slots=True)
class PackSign:
    """One further sign of a field; a label may be of one `language` only."""

    field: str
    kind: str
    value: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """The signs of one file; `digest` is the SHA-256 of its bytes, in hex."""

    digest: str | None = None
    signs: tuple[PackSign, ...] = ()

    def of(self, field: str, language: str) -> tuple[PackSign, ...]:
        """The signs of a field on a page in this language."""
        return tuple(
            sign
            for sign in self.signs
            if sign.field == field and sign.language in (None, language.partition("-")[0].lower())
        )


NO_PACK: Final = Pack()


def read_pack(data: bytes) -> Pack:
    """The pack in a file's bytes; `PackRefused`."""
    if len(data) > MAX_PACK_BYTES:
        raise PackRefused(f"it has {len(data)} bytes, and {MAX_PACK_BYTES} are the most")
    try:
        told = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise PackRefused(f"it is not JSON in UTF-8 ({type(error).__name__})") from None
    if not isinstance(told, dict) or told.keys() != {"format", "fields"} or told["format"] != 1:
        raise PackRefused('give {"format": 1, "fields": {...}} and nothing else')
    if not isinstance(told["fields"], dict):
        raise PackRefused("fields: give an object from field names to lists")
    signs = [sign for name, listed in told["fields"].items() for sign in _signs(name, listed)]
    return Pack(hashlib.sha256(data).hexdigest(), tuple(signs))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise PackRefused("it gives a member twice: give each once")
    return found


def _signs(name: str, listed: Any) -> list[PackSign]:
    if name not in FIELDS:
        raise PackRefused(
            f"fields.{name}: a pack may only extend {', '.join(FIELDS)}; what publishes, saves, "
            "deletes, costs or shows a challenge is fixed, so take this field out"
        )
    if not isinstance(listed, list) or not 1 <= len(listed) <= _MOST:
        raise PackRefused(f"fields.{name}: give a list of 1 to {_MOST} signs")
    return [_sign(name, f"fields.{name}[{place}]", each) for place, each in enumerate(listed)]


def _sign(name: str, place: str, told: Any) -> PackSign:
    if not isinstance(told, Mapping) or len(told.keys() & set(KINDS)) != 1:
        raise PackRefused(f"{place}: give one of {', '.join(KINDS)}")
    (kind,) = told.keys() & set(KINDS)
    if unknown := sorted(told.keys() - {kind, "language"}):
        raise PackRefused(f"{place}: take {', '.join(unknown)} out; only language may stand beside")
    language = told.get("language")
    if language is not None and (kind != "label" or language not in LABELS):
        raise PackRefused(f"{place}.language: only with a label, one of {', '.join(LABELS)}")
    return PackSign(name, kind, _value(name, f"{place}.{kind}", told[kind]), language)


def _value(name: str, place: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        raise PackRefused(f"{place}: give a text of 1 to {_LONGEST} characters")
    if not value.isprintable():
        raise PackRefused(f"{place}: take the control characters out")
    plain = value.strip().lower()
    if plain.startswith(_PROTECTED) or plain in _words():
        raise PackRefused(f"{place}: {value!r} belongs to a button or a paid option, take it out")
    if plain in FIELDS and plain != name:
        raise PackRefused(f"{place}: {value!r} is the sign of another field, take it out")
    return value.strip()


def _words() -> set[str]:
    words = LABELS.values()
    return {word.lower() for each in words for word in (each.publish, each.save_draft, each.done)}
