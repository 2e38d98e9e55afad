"""What a locator pack may hold, and what is said of one that may not be used."""

import hashlib
import json
from typing import Any

import pytest

from browser.site import MAX_PACK_BYTES, PackRefused
from browser.sites.vinted.locators import Locators
from browser.sites.vinted.packs import FIELDS, NO_PACK, read_pack


def pack(**fields: Any) -> bytes:
    return json.dumps({"format": 1, "fields": fields}).encode()


def tried(language: str, data: bytes, name: str) -> list[str]:
    return [str(each) for each in Locators(language, read_pack(data)).field(name).candidates]


def test_signs_come_after_what_is_known_and_labels_in_their_language() -> None:
    data = pack(title=[{"test_id": "headline"}, {"label": "Intitulé", "language": "fr"}])
    known = tried("fr", pack(), "title")
    assert tried("fr", data, "title") == [*known, "test_id=headline", "label=Intitulé"]
    assert tried("de", data, "title")[-1] == "test_id=headline"


@pytest.mark.parametrize("name", FIELDS)
def test_every_match_of_a_pack_must_be_of_the_field_s_kind(name: str) -> None:
    last = Locators("fr", read_pack(pack(**{name: [{"id": "x"}]}))).field(name).candidates[-1]
    assert (str(last), bool(last.of)) == ("id=x", True)


def test_the_digest_is_that_of_the_file() -> None:
    data = pack(title=[{"id": "headline"}])
    assert read_pack(data).digest == hashlib.sha256(data).hexdigest()
    assert NO_PACK.digest is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{", "not JSON"),
        (b"[]", "nothing else"),
        (b'{"format": 2, "fields": {}}', "nothing else"),
        (b'{"format": 1, "fields": {}, "more": 1}', "nothing else"),
        (b'{"format": 1, "fields": {"title": [], "title": []}}', "twice"),
        (b'{"format": 1, "fields": []}', "fields: give an object"),
        (b" " * (MAX_PACK_BYTES + 1), "the most"),
        (pack(publish=[{"test_id": "x"}]), "fields.publish: a pack may only extend"),
        (pack(save_draft=[{"test_id": "x"}]), "fields.save_draft"),
        (pack(delete_draft=[{"test_id": "x"}]), "fields.delete_draft"),
        (pack(bump=[{"id": "x"}]), "fields.bump"),
        (pack(challenge=[{"id": "x"}]), "fields.challenge"),
        (pack(parcel_size=[{"id": "x"}]), "fields.parcel_size"),
        (pack(title={}), "fields.title: give a list"),
        (pack(title=[]), "fields.title: give a list"),
        (pack(title=[{"css": "button"}]), "fields.title[0]: give one of id, test_id, name, label"),
        (pack(title=[{"id": "a", "name": "b"}]), "fields.title[0]: give one of"),
        (pack(title=[{"id": "a", "of": "button"}]), "fields.title[0]: take of out"),
        (pack(title=[{"id": "a"}, {"id": ""}]), "fields.title[1].id: give a text"),
        (pack(title=[{"id": 7}]), "fields.title[0].id: give a text"),
        (pack(title=[{"id": "a\nb"}]), "control characters"),
        (pack(title=[{"id": "a", "language": "fr"}]), "fields.title[0].language: only with"),
        (pack(title=[{"label": "a", "language": "xx"}]), "one of fr, en, de"),
        (pack(unisex=[{"id": "bump"}]), "'bump' belongs to a button or a paid option"),
        (pack(unisex=[{"test_id": "bump-checkbox--input"}]), "paid option"),
        (pack(title=[{"test_id": "upload-form-save-button"}]), "belongs to a button"),
        (pack(title=[{"label": "Ajouter"}]), "belongs to a button"),
        (pack(title=[{"id": "price"}]), "'price' is the sign of another field"),
    ],
)
def test_what_may_not_be_used_is_refused_with_the_place_and_the_cure(
    data: bytes, says: str
) -> None:
    with pytest.raises(PackRefused) as refused:
        read_pack(data)
    assert says in str(refused.value)
