"""What the page is about to send against what was approved: each change is caught, no spelling is.

The bodies are typed from the market's facts, the one of May and the one of August 2026.
"""

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from browser.listing import FieldReport, FormReading, Listing, Price
from browser.page.outgoing import UNREADABLE, Approved, Findings
from browser.sites.vinted.payload import PAID, examine

PHOTOS = ("9001", "9002", "9003")
LISTING = Listing(
    title="Hoodie Diesel",
    description="Porté deux fois.\nSans défaut.",
    price=Price(Decimal("24.50"), "EUR"),
    category="Homme > Sweats",
    brand="Diesel",
    size="L",
    condition="bon",
    color="noir, gris",
    material="coton",
)
CHOSEN = {
    "category": ("Sweats à capuche", "267"),
    "brand": ("Diesel", "161"),
    "size": ("L", "209"),
    "condition": ("Bon état", "3"),
    "color": ("Noir, Gris", "1,3"),
    "material": ("Coton", "44"),
    "parcel_size": ("Petit", "1"),
}
FIELDS = tuple(FieldReport(name, None, text, id_) for name, (text, id_) in CHOSEN.items())
READING = FormReading(
    {name: text for name, (text, _) in CHOSEN.items()}
    | {"parcel_size": "1", "unisex": "no", "price": "24.50 EUR"},
    3,
)
APPROVED = Approved(LISTING, READING, FIELDS)

AUGUST: Mapping[str, Any] = {
    "item": {
        "id": None,
        "currency": "EUR",
        "temp_uuid": "5d1e",
        "title": "Hoodie Diesel",
        "description": "Porté deux fois.\nSans défaut.",
        "brand_id": 161,
        "brand": "Diesel",
        "catalog_id": 267,
        "isbn": None,
        "is_unisex": False,
        "ai_photo": False,
        "price": 24.5,
        "package_size_id": 1,
        "shipment_prices": {"domestic": None, "international": None},
        "color_ids": [1, 3],
        "measurement_length": None,
        "measurement_width": None,
        "item_attributes": [
            {"code": "condition", "ids": [3]},
            {"code": "size", "ids": [209]},
            {"code": "material", "ids": [44]},
        ],
        "assigned_photos": [{"id": 9001, "orientation": 0}, {"id": 9002}, {"id": 9003}],
        "manufacturer": None,
        "manufacturer_labelling": None,
    },
    "feedback_id": None,
    "push_up": False,
    "parcel": None,
    "upload_session_id": "5d1e",
}


def _may() -> dict[str, Any]:
    body = deepcopy(dict(AUGUST))
    body["item"] |= {"size_id": 209, "status_id": 3, "video_game_rating_id": None}
    body["item"]["item_attributes"] = [{"code": "material", "ids": [44]}]
    del body["item"]["ai_photo"]
    return {"draft": body.pop("item"), **body}


MAY = _may()
BODIES = pytest.mark.parametrize("good", [AUGUST, MAY], ids=["august", "may"])


def look(body: Any, approved: Approved = APPROVED, photos: Any = PHOTOS) -> Findings:
    return examine(json.dumps(body).encode(), approved, photos)


def altered(good: Mapping[str, Any], **members: Any) -> dict[str, Any]:
    """The body with other members of the item; `...` takes one away."""
    body = deepcopy(dict(good))
    item = body["item"] if "item" in body else body["draft"]
    for name, value in members.items():
        if value is ...:
            item.pop(name, None)
        else:
            item[name] = value
    return body


def attributes(good: Mapping[str, Any], code: str, ids: Any) -> list[dict[str, Any]]:
    item = good["item"] if "item" in good else good["draft"]
    rows = [row for row in item["item_attributes"] if row["code"] != code]
    return rows if ids is ... else [*rows, {"code": code, "ids": ids}]


@BODIES
def test_what_was_approved_may_leave(good: Mapping[str, Any]) -> None:
    assert look(good) == Findings()


EQUAL: Mapping[str, Mapping[str, Any]] = {
    "trimmed": {"title": " Hoodie Diesel ", "description": "Porté deux fois.\nSans défaut.\n"},
    "older line ends": {"description": "Porté deux fois.\rSans défaut."},
    "line ends": {"description": "Porté deux fois.\r\nSans défaut."},
    "price as text": {"price": "24.50"},
    "price with more zeros": {"price": "24.5000"},
    "ids as texts": {"brand_id": "161", "catalog_id": "267", "package_size_id": "1"},
    "brand by id": {"brand": ...},
    "brand by id, without a name": {"brand": ""},
    "brand by name": {"brand_id": ..., "brand": "diesel"},
    "colours the other way round": {"color_ids": [3, 1]},
    "colours one by one": {"color_ids": ..., "color1": 1, "color2": 3},
    "colours in both places": {"color1": 1, "color2": 3},
    "photos with all that is told of them": {
        "assigned_photos": [
            {
                "id": id_,
                "orientation": 90,
                "ai_detected": False,
                "digital_source_type": [],
                "c2pa_read_error": None,
            }
            for id_ in PHOTOS
        ]
    },
    "photos by their ids": {"assigned_photos": [9001, 9002, 9003]},
    "nothing of what was not approved": {"isbn": ..., "manufacturer": ..., "is_unisex": ...},
    "another session": {"temp_uuid": "other"},
    "measures of nothing": {"measurement_width": 0, "measurement_length": "", "isbn": ""},
    "no mark for generated photos": {"ai_photo": ...},
    "currency in small letters": {"currency": "eur"},
}


@BODIES
@pytest.mark.parametrize("members", EQUAL.values(), ids=list(EQUAL))
def test_another_spelling_of_the_same_may_leave(
    good: Mapping[str, Any], members: Mapping[str, Any]
) -> None:
    assert look(altered(good, **members)) == Findings()


OTHER: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "title": ("title", {"title": "Hoodie"}),
    "no title": ("title", {"title": None}),
    "description": ("description", {"description": "Porté deux fois. Sans défaut."}),
    "a lost price": ("price", {"price": None}),
    "a price of nothing": ("price", {"price": 0}),
    "a price that is not sent": ("price", {"price": ...}),
    "a price that is no number": ("price", {"price": float("nan")}),
    "a price in words": ("price", {"price": "NaN"}),
    "another price": ("price", {"price": 2450}),
    "a price of an unknown shape": ("price", {"price": {"amount": "24.50"}}),
    "another currency": ("currency", {"currency": "PLN"}),
    "category": ("category", {"catalog_id": 1811}),
    "no category": ("category", {"catalog_id": None}),
    "brand": ("brand", {"brand_id": 162}),
    "a brand without its id": ("brand", {"brand_id": None}),
    "the name of another brand": ("brand", {"brand": "Levi's"}),
    "the server's own none": ("brand", {"brand_id": 1, "brand": ""}),
    "one colour": ("color", {"color_ids": [1]}),
    "three colours": ("color", {"color_ids": [1, 3, 12]}),
    "no colour": ("color", {"color_ids": []}),
    "colours that are told twice and differ": ("color", {"color1": 1, "color2": 4}),
    "unisex": ("unisex", {"is_unisex": True}),
    "generated photos": ("ai_photo", {"ai_photo": True}),
    "a parcel that is lost": ("parcel_size", {"package_size_id": None}),
    "a parcel that is not sent": ("parcel_size", {"package_size_id": ...}),
    "a parcel of nothing": ("parcel_size", {"package_size_id": 0}),
    "another parcel": ("parcel_size", {"package_size_id": 3}),
    "another order of photos": (
        "photos",
        {"assigned_photos": [{"id": 9002}, {"id": 9001}, {"id": 9003}]},
    ),
    "a photo less": ("photos", {"assigned_photos": [{"id": 9001}, {"id": 9002}]}),
    "a photo more": ("photos", {"assigned_photos": [9001, 9002, 9003, 9004]}),
    "another photo": ("photos", {"assigned_photos": [9001, 9002, 9004]}),
    "no photos": ("photos", {"assigned_photos": ...}),
    "a book's number that nobody gave": ("isbn", {"isbn": "9782723488525"}),
    "a width that nobody gave": ("measurement_width", {"measurement_width": 52}),
    "a length that nobody gave": ("measurement_length", {"measurement_length": "70"}),
    "a bump": (PAID, {"bump": {"days": 3}}),
}


@BODIES
@pytest.mark.parametrize(("name", "members"), OTHER.values(), ids=list(OTHER))
def test_what_differs_is_named(
    good: Mapping[str, Any], name: str, members: Mapping[str, Any]
) -> None:
    assert look(altered(good, **members)).differing == (name,)


@BODIES
@pytest.mark.parametrize(
    ("code", "older", "wrong"),
    [("size", "size_id", 208), ("condition", "status_id", 2), ("material", None, 45)],
)
@pytest.mark.parametrize("lost", [False, True], ids=["another", "lost"])
def test_a_choice_is_compared_wherever_it_stands(
    good: Mapping[str, Any], code: str, older: str | None, wrong: int, lost: bool
) -> None:
    if older and good is MAY:
        body = altered(good, **{older: None if lost else wrong})
    else:
        body = altered(good, item_attributes=attributes(good, code, ... if lost else [wrong]))
    assert look(body).differing == (code,)


@BODIES
def test_a_paid_option_around_the_item_is_seen(good: Mapping[str, Any]) -> None:
    assert look({**good, "push_up": True}).differing == (PAID,)


UNCERTAIN: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "title": ("title", {"title": ...}),
    "title of an unknown shape": ("title", {"title": {"text": "Hoodie Diesel"}}),
    "description": ("description", {"description": ...}),
    "currency": ("currency", {"currency": ...}),
    "category": ("category", {"catalog_id": ...}),
    "brand": ("brand", {"brand_id": ..., "brand": ...}),
    "brand of an unknown shape": ("brand", {"brand_id": {"id": 161}}),
    "colours of an unknown shape": ("color", {"color_ids": [{"hex": "000000"}]}),
    "an attribute that nobody knows": ("department", {}),
}


@pytest.mark.parametrize(("name", "members"), UNCERTAIN.values(), ids=list(UNCERTAIN))
def test_what_cannot_be_compared_is_told_and_may_leave(
    name: str, members: Mapping[str, Any]
) -> None:
    extra = {"item_attributes": attributes(AUGUST, "department", [7])} if not members else {}
    assert look(altered(AUGUST, **members, **extra)) == Findings((), (name,))


@pytest.mark.parametrize("body", [b"", b"\xff", b"[1]", b"{}", b'{"item": null}', None])
def test_a_call_that_tells_nothing_never_leaves(body: bytes | None) -> None:
    assert examine(body, APPROVED, PHOTOS) == UNREADABLE


def test_both_items_of_a_call_are_compared() -> None:
    body = {**AUGUST, "draft": {**AUGUST["item"], "price": 1}}
    assert look(body).differing == ("price",)


def with_brand(chosen: str, option_id: str) -> Approved:
    fields = [field for field in FIELDS if field.name != "brand"]
    brand = FieldReport("brand", chosen, chosen, option_id)
    return replace(APPROVED, fields=(*fields, brand))


def test_no_brand_is_sent_as_none() -> None:
    approved = with_brand("Sans marque", "none")
    for id_, name in ((1, ""), (1, "Sans marque"), (None, None), (..., ...)):
        assert look(altered(AUGUST, brand_id=id_, brand=name), approved) == Findings()
    own = altered(AUGUST, brand_id=None, brand="Sans marque")
    assert look(own, approved).differing == ("brand",)
    assert look(AUGUST, approved).differing == ("brand",)


def test_a_brand_of_the_seller_s_own_is_compared_by_its_name() -> None:
    approved = with_brand("Maman coud", "custom")
    own = altered(AUGUST, brand_id=None, brand="Maman coud")
    assert look(own, approved) == Findings()
    assert look(altered(own, brand="Papa coud"), approved).differing == ("brand",)
    assert look(altered(own, brand=""), approved).differing == ("brand",)


def test_what_nobody_approved_is_not_sent() -> None:
    """A form without a colour, a size or a brand sends none either."""
    fields = tuple(field for field in FIELDS if field.name in {"category", "condition"})
    shown = {name: text for name, text in READING.values.items() if name == "condition"}
    approved = Approved(LISTING, FormReading(shown, 3), fields)
    assert look(AUGUST, approved).differing == ("brand", "size", "color", "material")


def test_a_leaf_without_parcels_sends_none() -> None:
    values = {name: text for name, text in READING.values.items() if name != "parcel_size"}
    fields = tuple(field for field in FIELDS if field.name != "parcel_size")
    approved = Approved(LISTING, FormReading(values, 3), fields)
    assert look(altered(AUGUST, package_size_id=None), approved) == Findings()


def test_fields_that_only_some_categories_have_are_compared() -> None:
    own = (
        FieldReport("isbn", "978-2-07-036024-6", "978-2-07-036024-6"),
        FieldReport("measurement_width", "52", "52"),
        FieldReport("sim_lock", "non", "Désimlocké", "12"),
        FieldReport("video_game_ratings", "12", "PEGI 12", "5"),
        FieldReport("model", "iPhone 13", "iPhone 13", "77"),
        FieldReport("charger_included", "yes", "yes"),
    )
    approved = replace(APPROVED, fields=(*FIELDS, *own))
    rows = attributes(AUGUST, "sim_lock", [12])
    right = {
        "isbn": "9782070360246",
        "measurement_width": 52.0,
        "item_attributes": rows,
        "video_game_rating_id": 5,
        "model": "iPhone 13",
        "charger_included": True,
    }
    assert look(altered(AUGUST, **right), approved) == Findings()
    wrong = {
        "isbn": "9782070360247",
        "measurement_width": 53,
        "item_attributes": attributes(AUGUST, "sim_lock", [13]),
        "video_game_rating_id": None,
        "model": "iPhone 12",
        "charger_included": False,
    }
    names = ("isbn", "measurement_width", "sim_lock", "video_game_ratings", "model")
    assert look(altered(AUGUST, **wrong), approved).differing == (*names, "charger_included")
    unknown = {"isbn": ..., "measurement_width": ..., "model": {"id": 77}}
    assert look(altered(AUGUST, **unknown), approved).differing == ()
    assert set(look(altered(AUGUST, **unknown), approved).uncertain) == {
        *names,
        "charger_included",
    }


def test_a_preparation_without_what_was_chosen_is_compared_by_what_is_known() -> None:
    """As the release before stored it: the choices were told without ids, the photos not at all."""
    older = Approved(LISTING, READING)
    found = look(AUGUST, older, photos=None)
    assert found.differing == ()
    assert set(found.uncertain) == {"category", "size", "condition", "color", "material", "photos"}
    changed = altered(AUGUST, price=1, brand="Levi's", package_size_id=None, assigned_photos=[9001])
    assert look(changed, older, photos=None).differing == (
        "price",
        "brand",
        "parcel_size",
        "photos",
    )


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1)
IDS = st.integers(2, 99_999)
PRICES = st.decimals("0.01", "30000", places=2)
CHANGES: Mapping[str, st.SearchStrategy[Any]] = {
    "title": TEXTS.map(lambda text: {"title": text}),
    "description": TEXTS.map(lambda text: {"description": text}),
    "price": st.one_of(PRICES.map(float), st.none(), st.text(), st.booleans()).map(
        lambda price: {"price": price}
    ),
    "category": IDS.map(lambda id_: {"catalog_id": id_}),
    "brand": st.one_of(
        IDS.map(lambda id_: {"brand_id": id_}), TEXTS.map(lambda text: {"brand": text})
    ),
    "color": st.lists(IDS, max_size=3).map(lambda ids: {"color_ids": ids}),
    "parcel_size": st.one_of(IDS, st.none()).map(lambda id_: {"package_size_id": id_}),
    "photos": st.lists(st.sampled_from([9001, 9002, 9003, 9004]), max_size=4).map(
        lambda ids: {"assigned_photos": [{"id": id_} for id_ in ids]}
    ),
}


@given(st.data(), st.sampled_from([AUGUST, MAY]), st.sampled_from(sorted(CHANGES)))
def test_no_single_member_changes_unseen(data: Any, good: Mapping[str, Any], name: str) -> None:
    change = data.draw(CHANGES[name])
    body = altered(good, **change)
    if _is_same(change):
        assert look(body) == Findings()
    else:
        assert look(body).differing == (name,)


SAME: Mapping[str, Callable[[Any], bool]] = {
    "title": lambda text: text.strip() == LISTING.title,
    "description": lambda text: text.strip() == LISTING.description,
    "price": lambda price: not isinstance(price, bool) and str(price).strip() in {"24.5", "24.50"},
    "catalog_id": lambda id_: id_ == 267,
    "brand_id": lambda id_: id_ == 161,
    "brand": lambda text: text.casefold() == "diesel",
    "color_ids": lambda ids: set(ids) == {1, 3},
    "package_size_id": lambda id_: id_ == 1,
    "assigned_photos": lambda rows: [row["id"] for row in rows] == [9001, 9002, 9003],
}


def _is_same(change: Mapping[str, Any]) -> bool:
    ((key, value),) = change.items()
    return SAME[key](value)


@given(st.lists(st.sampled_from(sorted(set(EQUAL) - {"colours one by one"})), unique=True))
def test_spellings_of_the_same_add_up_to_the_same(names: list[str]) -> None:
    members: dict[str, Any] = {}
    for name in names:
        # Of the brand one of its two names must be left.
        if not ({"brand_id", "brand"} & set(EQUAL[name]) and {"brand_id", "brand"} & set(members)):
            members |= EQUAL[name]
    assert look(altered(AUGUST, **members)) == Findings()


@settings(deadline=None)
@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
        lambda inner: st.one_of(
            st.lists(inner), st.dictionaries(st.sampled_from(sorted(AUGUST["item"])), inner)
        ),
    )
)
def test_whatever_a_page_sends_is_looked_at(value: Any) -> None:
    """No shape breaks the look, and none but a right price passes."""
    assert look({"item": value}).differing
    for name in AUGUST["item"]:
        look(altered(AUGUST, **{name: value}))
    look({**AUGUST, "push_up": value})


@BODIES
def test_a_measure_that_the_form_showed_is_compared_with_it(good: Mapping[str, Any]) -> None:
    reading = FormReading({**READING.values, "measurement_width": "52"}, 3)
    shown = replace(APPROVED, reading=reading)
    assert look(altered(good, measurement_width=52.0), shown) == Findings()
    assert look(altered(good, measurement_width=53), shown).differing == ("measurement_width",)
    assert look(altered(good, measurement_width=None), shown).uncertain == ("measurement_width",)


@BODIES
def test_a_measure_of_a_form_whose_choices_were_not_kept_is_told(good: Mapping[str, Any]) -> None:
    kept = replace(APPROVED, fields=())
    assert "measurement_width" in look(altered(good, measurement_width=52), kept).uncertain


@BODIES
def test_the_maker_s_label_that_nobody_gave_is_told(good: Mapping[str, Any]) -> None:
    assert look(altered(good, manufacturer="Diesel SpA")).uncertain == ("manufacturer",)
