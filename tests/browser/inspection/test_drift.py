"""The page changes under its readers: names go, words change, fields go, new ones come."""

import json
from dataclasses import replace

import pytest

from browser.errors import SiteLayoutChanged
from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing
from browser.sites.vinted.packs import NO_PACK, Pack, read_pack
from tests.browser.seller import Shop, shop
from tests.browser.tabs import QUICK

HASTY = replace(QUICK, element=2.5)
"""For what is never there: waiting longer for it shows nothing more."""
NAMES_GONE = {"strip_testids": True, "strip_ids": True}
VARIANTS = {
    "test ids renamed": {"renamed_testids": True},
    "test ids gone": {"strip_testids": True},
    "ids gone": {"strip_ids": True},
    "ids gone, test ids renamed": {"strip_ids": True, "renamed_testids": True},
    "both gone, labels loose": NAMES_GONE | {"loose_labels": True},
    # What touches neither ids nor test ids, in one: every field is still where it was looked for.
    "words, place and root": {"reworded": True, "buttons_moved": True, "shadow_root": True},
    "all at once": NAMES_GONE | {"shadow_root": True, "buttons_moved": True},
}
FILLED = (
    *("photos", "title", "description", "category", "brand", "size"),
    *("condition", "color", "material", "parcel_size", "price"),
)
LISTS = ("category", "brand", "size", "condition", "color", "material")
TYPED = ("title", "description", "price")
IN_LISTS = {
    "brand": "Diesel",
    "size": "L",
    "condition": "Bon état",
    "color": "Noir",
    "material": "Coton",
    "parcel_size": "1",
}
RANKS: dict[str, dict[str, int]] = {
    "test ids renamed": {"photos": 1},
    "test ids gone": {"photos": 1},
    "ids gone": dict.fromkeys((*LISTS, *TYPED, "parcel_size"), 1) | {"size": 1},
    "ids gone, test ids renamed": {
        **dict.fromkeys((*TYPED, "parcel_size"), 3),
        **{"category": 2, "brand": 2, "size": 4, "condition": 3, "color": 2, "material": 3},
        "photos": 2,
    },
    "words, place and root": {},
}
RANKS["all at once"] = RANKS["ids gone, test ids renamed"]
RANKS["both gone, labels loose"] = RANKS["all at once"] | {
    name: RANKS["all at once"][name] + (2 if name == "material" else 1) for name in (*LISTS, *TYPED)
}
"""The site's own word for the material is another than the label's: one candidate more."""


@pytest.fixture
def hoodie(hoodie: Listing) -> Listing:
    """With one photo: their order is looked at elsewhere."""
    return replace(hoodie, photos=hoodie.photos[:1])


def hasty(one: Shop, pack: Pack = NO_PACK) -> Shop:
    """The same seller, who does not wait long for what is not there."""
    return shop(one.standin, one.chromium, narrow=one.narrow, pack=pack, timeouts=HASTY)


@pytest.mark.parametrize("variant", VARIANTS)
async def test_a_page_that_changed_is_filled_and_published_all_the_same(
    either: Shop, hoodie: Listing, variant: str
) -> None:
    either.faults(**VARIANTS[variant])
    form = await either.prepare(replace(hoodie, material="coton"))
    assert not form.questions
    ranks = {report.name: report.rank for report in form.reports}
    submission = await either.submit(form, hoodie)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    item = either.item
    assert (item.title, item.description) == (hoodie.title, hoodie.description)
    assert (item.catalog_id, item.brand, item.size_id) == (267, "Diesel", 209)
    assert (item.condition_id, item.color_ids) == (3, (1,))
    assert (item.price, item.package_size_id, item.push_up) == (24.5, 1, False)
    assert item.attributes["material"] == (44,)
    assert either.photos_of(item) == [photo.digest for photo in hoodie.photos]
    assert ranks == dict.fromkeys(FILLED, 0) | RANKS[variant]


async def test_answers_by_the_site_s_ids_hold_when_the_rows_carry_none(
    wide: Shop, hoodie: Listing
) -> None:
    wide.faults(**NAMES_GONE)
    answers = {"condition": "2", "color": "3", "size": "208", "category": "1811"}
    await wide.sell(replace(hoodie, answers=answers))
    assert (wide.item.condition_id, wide.item.color_ids, wide.item.size_id) == (2, (3,), 208)


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("photos", "photos"),
        ("title", "title"),
        ("description", "description"),
        ("category", "category"),
        ("brand", "brand"),
        ("size", "size"),
        ("condition", "condition"),
        ("color", "color"),
        ("price", "price"),
    ],
)
async def test_a_field_that_is_gone_for_good_stops_the_job_before_the_click(
    wide: Shop, hoodie: Listing, plain: Listing, field: str, named: str
) -> None:
    wide.faults(gone_field=field)
    with pytest.raises(SiteLayoutChanged) as caught:
        await hasty(wide).prepare(hoodie if field in {"brand", "size", "color"} else plain)
    assert caught.value.field == named
    assert caught.value.tried
    assert wide.nothing_published


@pytest.mark.parametrize("field", ["condition", "brand", "color", "size", "material"])
async def test_what_the_page_does_not_ask_for_any_more_is_left_to_the_seller(
    wide: Shop, hoodie: Listing, field: str
) -> None:
    wide.faults(missing_field=field)
    form = await wide.prepare(replace(hoodie, material="coton"))
    await wide.driver.close(form)
    (question,) = form.questions
    assert (question.field, question.candidates[0].option.id) == (field, "none")
    shown = {name: form.reading.values.get(name) for name in IN_LISTS}
    assert shown == IN_LISTS | {field: None}
    assert wide.nothing_published


async def test_the_seller_may_go_on_without_a_field_that_went(wide: Shop, hoodie: Listing) -> None:
    wide.faults(missing_field="color")
    await wide.sell(replace(hoodie, answers={"color": "none"}))
    assert (wide.item.color_ids, wide.item.condition_id) == ((), 3)


@pytest.mark.parametrize(
    ("field", "words"), [("brand", "sans marque"), ("size", "TU"), ("size", "taille unique")]
)
async def test_words_for_having_none_need_no_field(
    wide: Shop, hoodie: Listing, field: str, words: str
) -> None:
    wide.faults(missing_field=field)
    form = await wide.prepare(replace(hoodie, **{field: words}))
    await wide.driver.close(form)
    assert not form.questions


async def test_an_answer_for_a_field_that_went_is_asked_again(wide: Shop, plain: Listing) -> None:
    form = await wide.prepare(
        replace(plain, unisex=True, answers={**plain.answers, "care_label": "9901"})
    )
    await wide.driver.close(form)
    assert {question.field for question in form.questions} == {"care_label", "unisex"}


async def test_a_paid_box_under_another_name_stops_the_job(wide: Shop, plain: Listing) -> None:
    wide.faults(bump_preselected=True)
    await wide.sell(plain)
    assert not wide.item.push_up
    wide.faults(bump_preselected=True, **NAMES_GONE)
    with pytest.raises(SiteLayoutChanged) as caught:
        await hasty(wide).prepare(plain)
    assert caught.value.field == "bump"


@pytest.mark.parametrize("drift", [{}, NAMES_GONE], ids=["known names", "both gone"])
async def test_an_unknown_required_attribute_is_a_question_with_the_page_s_options(
    either: Shop, plain: Listing, drift: dict[str, bool]
) -> None:
    either.faults(extra_attribute=True, **drift)
    form = await either.prepare(plain)
    await either.driver.close(form)
    (question,) = form.questions
    options = {each.option.label: each.option.id for each in question.candidates}
    assert question.label == "Étiquette d'entretien"
    assert (question.field, options) == ("care_label", {"Présente": "9901", "Absente": "9902"})
    await either.sell(replace(plain, answers={**plain.answers, "care_label": "9902"}))
    assert either.item.attributes["care_label"] == (9902,)


REWORDED = {
    "title": "Intitulé",
    "description": "Détails",
    "category": "Rayon",
    "brand": "Griffe",
    "size": "Mensuration",
    "condition": "Usure",
    "color": "Teinte",
    "material": "Matière",
    "price": "Montant",
}


async def test_a_pack_finds_what_the_release_does_not(either: Shop, hoodie: Listing) -> None:
    either.faults(reworded_labels=True, **NAMES_GONE)
    with pytest.raises(SiteLayoutChanged):
        await hasty(either).prepare(hoodie)
    listed = {name: [{"label": word, "language": "fr"}] for name, word in REWORDED.items()}
    pack = read_pack(json.dumps({"format": 1, "fields": listed}).encode())
    packed = shop(either.standin, either.chromium, narrow=either.narrow, pack=pack)
    form = await packed.prepare(replace(hoodie, material="coton"))
    submission = await packed.submit(form, hoodie)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert (packed.item.title, packed.item.brand, packed.item.price) == (
        hoodie.title,
        "Diesel",
        24.5,
    )
    ranks = {report.name: report.rank for report in form.reports}
    assert all(ranks[name] > 3 for name in TYPED)


async def test_a_match_that_is_not_of_the_field_s_kind_is_none(wide: Shop, plain: Listing) -> None:
    wide.faults(gone_field="title")
    told = {"format": 1, "fields": {"title": [{"label": "Catégorie"}, {"id": "description-x"}]}}
    pack = read_pack(json.dumps(told).encode())
    packed = hasty(wide, pack=pack)
    with pytest.raises(SiteLayoutChanged) as caught:
        await packed.prepare(plain)
    assert caught.value.field == "title"
    assert "label=Catégorie" in caught.value.tried


@pytest.mark.parametrize(
    ("drift", "name"),
    [({}, "care_label"), (NAMES_GONE, "Étiquette d'entretien")],
    ids=["known names", "both gone"],
)
async def test_what_only_the_page_marks_as_required_is_asked_too(
    either: Shop, plain: Listing, drift: dict[str, bool], name: str
) -> None:
    either.faults(untold_attribute=True, **drift)
    form = await either.prepare(plain)
    await either.driver.close(form)
    (question,) = form.questions
    assert (question.field, question.label) == (name, "Étiquette d'entretien")
    assert [each.option.label for each in question.candidates] == ["Présente", "Absente"]
    await either.sell(replace(plain, answers={**plain.answers, name: "Présente"}))
    assert either.item.attributes["care_label"] == (9901,)


@pytest.mark.parametrize(
    ("drift", "name", "given"),
    [
        ({"untold_look": "radios"}, "care_label", "9902"),
        ({"untold_look": "radios"} | NAMES_GONE, "Étiquette d'entretien", "Absente"),
        ({"untold_look": "boxes"}, "care_label", "Présente, Absente"),
        ({"untold_look": "boxes", "shadow_root": True}, "care_label", "Absente"),
    ],
)
async def test_a_required_group_is_asked_with_its_choices_and_filled(
    wide: Shop, plain: Listing, drift: dict[str, object], name: str, given: str
) -> None:
    wide.faults(untold_attribute=True, **drift)
    form = await wide.prepare(plain)
    await wide.driver.close(form)
    (question,) = form.questions
    assert (question.field, question.label) == (name, "Étiquette d'entretien")
    options = {each.option.label: each.option.id for each in question.candidates}
    assert options == {"Présente": "9901", "Absente": "9902"}
    await wide.sell(replace(plain, answers={**plain.answers, name: given}))
    wanted = {"9902": (9902,), "Absente": (9902,), "Présente, Absente": (9901, 9902)}[given]
    assert wide.item.attributes["care_label"] == wanted
    assert wide.item.package_size_id == 1


async def test_a_field_that_went_is_named_with_what_was_tried(wide: Shop, plain: Listing) -> None:
    wide.faults(missing_field="price")
    with pytest.raises(SiteLayoutChanged) as caught:
        await hasty(wide).prepare(plain)
    assert caught.value.field == "price"
    assert len(caught.value.tried) >= 3
    assert wide.chromium.open_pages == 0


async def test_buttons_without_test_id_and_with_other_words_are_not_guessed(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(strip_testids=True, reworded=True)
    form = await wide.parked(plain)
    with pytest.raises(SiteLayoutChanged) as caught:
        await wide.submit(form, plain)
    assert caught.value.field == "publish"
    assert wide.nothing_published


@pytest.mark.parametrize(
    "variant",
    [
        {
            "condition_testid": "select_dropdown",
            "material_testid": "multi_list_dropdown",
            "photo_area": "media-select",
            "thumbnail": "img",
            "row_role": "choice",
            "strip_ids": True,
        },
        {
            "attributes_reversed": True,
            "suggested_rows": False,
            "parcel_preselected": True,
            "price_commit": "input",
            "brand_search_keys": False,
        },
    ],
    ids=["older names", "other behaviour"],
)
async def test_known_variants_of_the_page_are_filled(
    wide: Shop, hoodie: Listing, variant: dict[str, object]
) -> None:
    wide.faults(**variant)
    await wide.sell(replace(hoodie, material="coton"))
    assert (wide.item.size_id, wide.item.condition_id) == (209, 3)
    assert wide.item.attributes["material"] == (44,)


async def test_women_s_sizes_in_one_list_are_filled_too(wide: Shop, hoodie: Listing) -> None:
    wide.faults(women_sizes="single")
    await wide.sell(replace(hoodie, title="Blazer Diesel", category="Femme > Blazers", size="M"))
    assert wide.item.size_id
