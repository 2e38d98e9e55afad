"""The switches of the form itself: lists, parcels, prices, what leaves, and fields."""

from dataclasses import replace
from typing import Any

from tests.browser.cases.case import BOTH, STORED, STORED_PLAIN, Case


def _sold(name: str, *, forms: tuple[str, ...] = BOTH, **switches: Any) -> Case:
    """A hoodie that is published whatever the switch does.

    On both forms; where one has it anyway, on the other alone: test_fill.py is about the rest.
    """
    return Case(name, switches, forms=forms)


def _listed(name: str, **switches: Any) -> Case:
    """A hoodie of two colours with its material: every kind of list, on both forms.

    On narrow pages test_lists.py does the same.
    """
    stored = {**STORED, "color_ids": (1, 3), "attributes": {"material": (44,)}}
    listing = {"color": "noir, gris", "material": "coton"}
    return Case(name, switches, listing=listing, stored=stored, forms=BOTH)


def _read_row_by_row(name: str, **switches: Any) -> Case:
    """The same where only the rows under the words are read: they have one leaf of two that fit."""
    case = _listed(name, **switches)
    return replace(case, stored={**case.stored, "catalog_id": 1811})


def _plain(name: str, expected: str = "published", **more: Any) -> Case:
    """What is not about lists, with the plain listing."""
    stored = {**STORED_PLAIN, **more.pop("stored", {})}
    return Case(name, more.pop("switches"), expected, plain=True, stored=stored, **more)


def _plainly(name: str, *, forms: tuple[str, ...] = BOTH, **switches: Any) -> Case:
    """The plain listing, published whatever the switch does."""
    return _plain(name, switches=switches, forms=forms)


FORM_CASES = (
    _sold(
        "lists lost their classes", forms=("may",), list_classes="hashed", list_wrappers="always"
    ),
    _sold("lists as in May", forms=("august",), list_classes="named", list_wrappers="opening"),
    _listed("closed lists stay, empty", list_wrappers="always", closed_lists="empty"),
    _listed("closed lists stay, hidden", list_wrappers="always", closed_lists="hidden"),
    Case("a dialog without a content id", {"dialog_content": "absent"}, narrow=True),
    Case("a dialog with a content id", {"dialog_content": "present"}, narrow=True),
    _listed("a wide list with a done button", wide_done_button=True),
    _listed("sizes outside their field", size_list_place="outside"),
    _listed("a loader before each list", list_loader=0.4),
    _listed("boxes that are never checked", native_inputs="blind", row_role="choice"),
    _sold(
        "rows as buttons",
        forms=("august",),
        condition_role="button",
        color_role="button",
        brand_role="button",
        size_role="button",
    ),
    _plainly("categories in the header", forms=("august",), header_categories=True),
    Case(
        "the condition is locked",
        {"locked_option": "condition-3"},
        "asked",
        named=frozenset({"condition"}),
    ),
    _plainly("parcels at the older address", forms=("august",), parcel_address="catalogs"),
    _plainly("the parcel is only marked", forms=("august",), parcel_recommended="badge"),
    _plainly("the parcel comes late", forms=("august",), parcel_delay=1.0),
    _plain(
        "parcels refuse a stale token",
        switches={"parcel_stale_token": True},
        expected="asked",
        named=frozenset({"parcel_size"}),
    ),
    Case(
        "the parcel follows the size; a given one stays",
        {"parcel_follows_size": True},
        listing={"parcel_size": "Grand"},
        stored={**STORED, "package_size_id": 3},
    ),
    _plainly("parcels after a reload", parcel_section="missing_until_reload"),
    _plain(
        "no parcels at all",
        switches={"parcel_section": "missing"},
        expected="asked",
        named=frozenset({"parcel_size"}),
    ),
    _plain(
        "the chosen parcel never leaves",
        switches={"parcel_choice": "lost"},
        expected="needs_manual",
        named=frozenset({"parcel_size"}),
        held_back=True,
    ),
    # Pressing another one and then it again is the cure, preselected or not.
    _plain(
        "the parcel leaves after another press",
        switches={"parcel_choice": "lost_until_other"},
        forms=BOTH,
    ),
    _plain(
        "a parcel that is only marked leaves after another press",
        switches={"parcel_choice": "lost_until_other", "parcel_recommended": "badge"},
    ),
    *(
        _plain(
            f"a parcel takes a press on its {part}",
            switches={"parcel_press": part, "parcel_toggles": True},
            listing={"parcel_size": "Moyen"},
            stored={"package_size_id": 2},
        )
        for part in ("cell", "label", "radio")
    ),
    *(
        _plainly(f"the price takes {marks}, shown raw as {raw}", price_marks=marks, price_raw=raw)
        for marks, raw in (("comma", "local"), ("point", "number"))
    ),
    _plainly("a price read back with a point", price_readback="bare_point"),
    _plainly("a price read back with its sign first", price_readback="symbol_first"),
    *(
        _plainly(f"a price before the parcel is {how}", price_lost=how)
        for how in ("null", "zero", "absent")
    ),
    _plain(
        "the page is in pounds, the listing in euros",
        switches={"currency": "GBP"},
        stored={"currency": "GBP"},
    ),
    _sold(
        "members that the page may leave out",
        photo_members="short",
        size_columns="absent",
        brand_text="own_only",
        feedback_member="absent",
    ),
    _sold("members as they once were", photo_members="long", size_columns="sent"),
    Case(
        # Later than they are waited for at first, before and after the page is loaded again.
        "parcels that show once the rest is filled",
        {"parcel_section_delay": 4.5},
        listing={"parcel_size": "moyen"},
        stored={**STORED, "package_size_id": 2},
    ),
    Case("reads need the anonymous id", {"anon_id_demanded": True}),
    _read_row_by_row("the catalogue's address is gone", catalogs_gone=True),
    _plain(
        "the site refuses capitals",
        switches={"capitals_refused": True},
        expected="rejected_by_site",
        listing={"title": "HOODIE DIESEL NOIR"},
        named=frozenset({"title"}),
        calls=1,
    ),
    _listed("a category is recognised", prefill_category=1845, prefill_delay=1.0),
    _listed("categories are suggested late", suggestion_delay=1.5),
    _listed("suggested categories never come", suggestion_delay=60.0),
    _listed("suggested categories are asked for as before", suggestions_by="get"),
    _listed("the photos are taken for something else", suggested_categories="157,1845"),
    _sold("values of an earlier visit", earlier_visit=True),
    Case(
        # What nobody asked for is taken away.
        "a T-shirt where an earlier visit left its ticks and measures",
        {"earlier_visit": True},
        listing={"title": "T-shirt", "brand": "Nike", "size": "M"},
        answers={"category": "221"},
        stored={
            "catalog_id": 221,
            "color_ids": (1,),
            "is_unisex": False,
            "measurement_width": None,
            "measurement_length": None,
        },
    ),
    Case(
        "a backpack without a brand where an earlier visit left one",
        {"earlier_visit": True},
        listing={"title": "Sac à dos", "brand": "", "size": ""},
        answers={"category": "157", "brand": "none"},
        stored={"catalog_id": 157, "color_ids": (1,), "brand_id": 1, "is_unisex": False},
    ),
    Case(
        "a wooden toy where an earlier visit left an age",
        {"kept_choice": "kid_age"},
        "asked",
        listing={"title": "Jouet en bois", "brand": "", "size": ""},
        answers={"category": "1768", "brand": "none", "size": "none"},
        named=frozenset({"kid_age"}),
    ),
    Case(
        "a wooden toy for which an age shows late",
        {"kept_choice": "kid_age", "kept_choice_shows": "with_price"},
        "asked",
        listing={"title": "Jouet en bois", "brand": "", "size": ""},
        answers={"category": "1768", "brand": "none", "size": "none"},
        named=frozenset({"kid_age"}),
    ),
    _sold("a material shows late", kept_choice="material", kept_choice_shows="with_price"),
    _listed("late photos draw the form anew", photos_redraw=True, photo_delay=0.5),
    _listed("late photos empty a list", photos_forget="color", photo_delay=2.0),
    Case(
        "a phone among six conditions",
        {"seventh_condition": True},
        "asked",
        listing={"title": "Téléphone", "brand": "Apple", "size": "", "condition": "endommagé"},
        answers={"category": "3565"},
        named=frozenset({"condition"}),
    ),
    _sold("options come selected", options_preselected=True),
    Case(
        "a phone asks for what it needs",
        {"model_testid": "none"},
        "asked",
        listing={"title": "Téléphone", "brand": "Apple", "size": "", "category": "Téléphones"},
        answers={"category": "3565"},
        named=frozenset({"internal_memory_capacity", "sim_lock"}),
    ),
    Case(
        "a book whose number is not told",
        {"isbn_told": False, "language_dialog": True},
        listing={
            "title": "Manga",
            "description": "Lu une fois",
            "brand": "",
            "size": "",
            "color": "",
        },
        answers={"category": "5425", "isbn": "9782723488525"},
        stored={"catalog_id": 5425, "isbn": "9782723488525", "condition_id": 3},
    ),
    _plain("the mark for generated photos", switches={"ai_photo": "ticked"}),
    Case(
        "men's jeans in one list",
        {"men_jeans_sizes": "single"},
        listing={"category": "Homme > Jeans > Jeans slim", "title": "Jean slim"},
        stored={"brand_id": 161, "condition_id": 3, "price": 24.5},
    ),
    _plainly("a card that asks for an opinion", opinion_card=True, manufacturer_label=True),
    Case(
        "a brand of one's own, slowly",
        {"own_brand_commit": "closing", "brand_delay": 1.0},
        listing={"brand": "Atelier Zorglub"},
        answers={"brand": "custom"},
        stored={**STORED, "brand_id": None, "brand": "Atelier Zorglub"},
    ),
    Case(
        "the account sees the newer tree",
        {"new_tree_of": "demo"},
        listing={"title": "Jupe", "size": "M"},
        answers={"category": "5523", "skirt_length": "Mini"},
        stored={"catalog_id": 5523, "condition_id": 3, "price": 24.5},
    ),
    Case(
        "a leaf of the newer tree asks for whom",
        {"new_tree_of": "demo", "department": True},
        "asked",
        listing={"title": "Jupe", "size": "M"},
        answers={"category": "5523", "skirt_length": "Mini"},
        named=frozenset({"department"}),
    ),
    Case(
        "a leaf of the newer tree asks for whom, and the title says it",
        {"new_tree_of": "demo", "department": True},
        listing={"title": "Jupe pour femme", "size": "M"},
        answers={"category": "5523", "skirt_length": "Mini"},
        stored={"catalog_id": 5523, "attributes": {"department": (9851,), "skirt_length": (9401,)}},
    ),
)
