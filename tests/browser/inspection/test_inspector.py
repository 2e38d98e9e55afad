"""An examination names exactly what has changed about the form, and changes nothing itself."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from playwright.async_api import Route

from browser.chromium.contexts import close_page
from browser.errors import AccountMismatch, ChallengeRequired
from browser.inspection.findings import (
    ChangeKind,
    FieldSight,
    Finding,
    Look,
    Rendering,
    View,
    moved,
)
from browser.inspection.report import Examination
from browser.listing import Option
from browser.page.locators import Field, by_id, present
from browser.progress import Progress, Step
from browser.sites.vinted.fields.expected_fields import samples
from browser.standin import Standin
from tests.browser.conftest import SharedChromium
from tests.browser.seller import Shop, shop
from tests.browser.tabs import QUICK

NAMES_GONE = {"strip_testids": True, "strip_ids": True}
FIXED = {"photos", "title", "description", "category", "price"}
OWN = {"brand", "size", "condition", "color", "material"}
OF_PHONES = {"sim_lock", "internal_memory_capacity"}
OF_TOPS = {"measurement_width", "measurement_length"}
BUTTONS = {"publish", "save_draft"}
ALL = FIXED | OWN | OF_PHONES | OF_TOPS | BUTTONS | {"unisex", "parcel_size", "bump"}
LABELLED = {"title", "description", "category", "price"} | OWN
TEST_IDS = ALL - {"unisex"}
IDS = ALL - {"photos"} - BUTTONS
NAMES = {"photos", "title", "description", "price", "bump", "unisex"} | OF_PHONES
HASTY = replace(QUICK, element=1.0, effect=0.1)
"""For what is never there: waiting for it longer proves no more."""
PHONES = "Électronique > Téléphones"
CATEGORIES = ("Hommes > Vêtements > Sweats & Pulls > Sweats", "Femmes > Sacs > Sacs à dos", PHONES)


def signs(found: Examination) -> dict[str, set[str]]:
    """Which fields lost which kind of sign."""
    lost: dict[str, set[str]] = {}
    for each in found.findings:
        assert each.kind is ChangeKind.SIGN, each
        assert (each.rendering, each.categories) == (None, ()), each
        lost.setdefault(str(each.was).partition("=")[0], set()).add(str(each.field))
    return lost


@dataclass(frozen=True)
class Walk:
    """An examination of the page as it is, what was told of it, and what the page then saw."""

    found: Examination
    told: tuple[Progress, ...]
    pressed: frozenset[str]
    tabs_left: int


@pytest.fixture(scope="module")
async def unchanged(markets: dict[str, Standin], one_chromium: SharedChromium) -> Walk:
    """Made once: what other tests compare theirs with."""
    market = markets["fr"]
    market.state.reset()
    market.state.patch_faults({"cookie_banner": False})
    told: list[Progress] = []

    async def tell(progress: Progress) -> None:
        told.append(progress)

    walker = shop(market, one_chromium)
    found = await walker.driver.examine(walker.seller, report=tell)
    pressed = frozenset(event.target for event in market.state.ledger.events)
    tabs_left = one_chromium.open_pages
    await one_chromium.wipe("default")
    return Walk(found, tuple(told), pressed, tabs_left)


async def test_an_unchanged_page_has_every_field_at_rank_0_and_nothing_to_tell(
    unchanged: Walk,
) -> None:
    found, told = unchanged.found, unchanged.told
    assert {field.name: field.rank for field in found.fields} == dict.fromkeys(ALL, 0)
    assert found.findings == ()
    assert found.language == "fr"
    options = {field.name: field.options for field in found.fields}
    assert (options["condition"], options["sim_lock"]) == (5, 2)
    looked = [(view.rendering, view.category) for view in found.views]
    assert looked == [(rendering, each) for rendering in Rendering for each in CATEGORIES]
    # Only the dialogs of a narrow page have this button.
    assert "input-dropdown-save-button" in unchanged.pressed
    assert [each.percent for each in told] == sorted(each.percent for each in told)
    assert [each.step for each in told].count(Step.CATEGORY) == len(looked)
    opened = [(look.view.rendering, name) for look in found.looks for name in look.opened]
    of_fields = [each for each in opened if each[1] != "category"]
    assert len(of_fields) == len(set(of_fields))
    assert unchanged.tabs_left == 0


async def test_a_walk_leaves_nothing_behind_and_another_one_sees_the_same(
    unchanged: Walk, wide: Shop
) -> None:
    before = unchanged.found
    again = await wide.driver.examine(wide.seller)
    assert again.compared(before.views) == ()
    assert again.fingerprint == before.fingerprint
    state = wide.standin.state
    assert not state.ledger.attempts
    assert not (state.photos or state.items)
    written = {row.path for row in state.ledger.requests if row.method not in {"GET", "HEAD"}}
    assert {path for path in written if path.startswith("/api")} == {
        "/api/v2/item_upload/attributes"
    }


@pytest.mark.parametrize(
    ("drift", "lost"),
    [
        ({"strip_testids": True}, {"test_id": TEST_IDS}),
        ({"renamed_testids": True}, {"test_id": TEST_IDS}),
        ({"strip_ids": True}, {"id": IDS, "name": NAMES}),
        ({"reworded": True}, {"label": LABELLED, "button": {"publish", "save_draft"}}),
    ],
    ids=["test ids gone", "test ids renamed", "ids gone", "reworded"],
)
async def test_signs_that_went_are_named_field_by_field(
    wide: Shop, drift: dict[str, bool], lost: dict[str, set[str]]
) -> None:
    wide.faults(**drift)
    assert signs(await wide.driver.examine(wide.seller)) == lost


async def test_a_part_without_any_sign_is_named_with_what_is_nearest(wide: Shop) -> None:
    wide.faults(**NAMES_GONE)
    found = await wide.driver.examine(wide.seller, seconds=0)
    (gone,) = [each for each in found.findings if each.kind is ChangeKind.GONE]
    tried = "id=bump | test_id=bump-checkbox--input | name=bump"
    assert gone == Finding(ChangeKind.GONE, "bump", tried, ("input[type=checkbox]",))


async def test_what_a_sign_is_called_now_is_told(wide: Shop) -> None:
    wide.faults(renamed_testids=True, reworded=True)
    found = (await wide.driver.examine(wide.seller, seconds=0)).findings
    title = [each for each in found if each.field == "title"]
    assert title == [
        Finding(ChangeKind.SIGN, "title", "test_id=title--input", ("test_id=title--input-v2",)),
        Finding(ChangeKind.SIGN, "title", "label=Titre", ("label=Intitulé",)),
    ]
    assert str(title[1]) == "title: no longer has label=Titre; now label=Intitulé"


async def test_buttons_that_moved_and_a_shadow_root_are_named_and_nothing_else(wide: Shop) -> None:
    wide.faults(buttons_moved=True, shadow_root=True)
    found = await wide.driver.examine(wide.seller)
    moved_buttons = {Finding(ChangeKind.MOVED, name) for name in BUTTONS}
    assert set(found.findings) == moved_buttons | {Finding(ChangeKind.SHADOW, name) for name in ALL}


@pytest.mark.parametrize(
    ("field", "named", "seconds"),
    [
        ("title", "title", 0),
        ("photos", "photos", 0),
        ("color", "color", 60),
        ("package_size", "parcel_size", 0),
    ],
)
async def test_a_field_that_went_is_named_alone(
    wide: Shop, field: str, named: str, seconds: float
) -> None:
    wide.faults(gone_field=field)
    found = await wide.driver.examine(wide.seller, seconds=seconds)
    (gone,) = found.findings
    assert (gone.kind, gone.field, gone.rendering, gone.categories) == (
        ChangeKind.GONE,
        named,
        None,
        (),
    )
    assert {each.name for each in found.fields if each.rank is None} == {named}


async def test_a_category_is_looked_at_once_the_fields_of_the_one_before_are_gone(
    wide: Shop,
) -> None:
    form = await wide.blank()
    await form.open(None)
    categories = {option.id: option for option in await form.category.options()}
    await form.category.choose(categories["1811"])
    await form.fields.offered()

    async def late(route: Route) -> None:
        await asyncio.sleep(0.4)
        await route.continue_()

    # The page mounts a category's fields when it knows the parcel sizes, too.
    await form.tab.page.route("**/package_sizes", late)
    await form.category.choose(categories["1979"])
    names = [field.name for field in await form.fields.offered()]
    assert "size" not in names
    assert (names[-1], "condition" in names) == ("parcel_size", True)
    size = Field("size", (by_id("size"),))
    assert not await form.tab.read(present(size))
    await close_page(form.tab.page)


async def test_what_only_one_rendering_shows_is_told_with_it(wide: Shop) -> None:
    async def narrowly(progress: Progress) -> None:
        if progress.step is Step.OPEN and progress.percent:
            wide.faults(gone_field="condition")

    found = await wide.driver.examine(wide.seller, report=narrowly)
    (gone,) = found.findings
    assert (gone.kind, gone.field) == (ChangeKind.GONE, "condition")
    assert (gone.rendering, gone.categories) == (Rendering.NARROW, ())
    assert str(gone).endswith(" (only in narrow rendering)")


async def test_what_only_one_category_has_is_told_with_it(unchanged: Walk, wide: Shop) -> None:
    async def with_phones(progress: Progress) -> None:
        wide.faults(extra_attribute=progress.done == CATEGORIES.index(PHONES))

    found = await wide.driver.examine(wide.seller, report=with_phones)
    new, appeared = found.compared(unchanged.found.views)
    assert (new.kind, new.field) == (ChangeKind.NEW, "care_label")
    assert appeared.kind is ChangeKind.APPEARED
    for each in (new, appeared):
        assert (each.rendering, each.categories) == (None, (PHONES,))
        assert str(each).endswith(f" (only in {PHONES})")


async def test_a_list_in_which_nothing_can_be_chosen_is_named(wide: Shop) -> None:
    wide.faults(swallow_clicks=10_000)
    hasty = shop(wide.standin, wide.chromium, timeouts=HASTY)
    found = await hasty.driver.examine(hasty.seller, seconds=0)
    assert found.findings == (Finding(ChangeKind.LIST, "category"),)
    assert [(view.rendering, view.category_id) for view in found.views] == [(Rendering.WIDE, None)]


async def test_a_new_required_attribute_is_named(unchanged: Walk, wide: Shop) -> None:
    wide.faults(extra_attribute=True)
    found = await wide.driver.examine(wide.seller, seconds=0)
    assert found.findings == (
        Finding(ChangeKind.NEW, "care_label", now=("Étiquette d'entretien",)),
    )
    (appeared,) = found.compared(unchanged.found.views)[1:]
    assert appeared.kind is ChangeKind.APPEARED
    assert "care_label" in appeared.now[0]


async def test_a_category_that_cannot_be_chosen_is_named_and_the_rest_is_told(
    unchanged: Walk, wide: Shop
) -> None:
    wide.faults(gone_field="category")
    hasty = shop(wide.standin, wide.chromium, timeouts=HASTY)
    found = await hasty.driver.examine(hasty.seller, seconds=0)
    ranks = {each.name: each.rank for each in found.fields}
    assert ranks["category"] is None
    assert ranks["title"] == 0
    # What came with a category is not told as gone when there is none.
    assert [(each.kind, each.field) for each in found.compared(unchanged.found.views)] == [
        (ChangeKind.GONE, "category")
    ]


async def test_a_challenge_ends_the_walk(wide: Shop) -> None:
    wide.faults(challenge="datadome", challenge_at="after_category")
    with pytest.raises(ChallengeRequired):
        await wide.driver.examine(wide.seller)
    assert wide.chromium.open_pages == 0


async def test_the_page_of_another_member_is_not_examined(wide: Shop) -> None:
    wide.faults(header_login="someone_else")
    with pytest.raises(AccountMismatch):
        await wide.driver.examine(wide.seller)


@pytest.mark.parametrize(
    ("places", "taken"),
    [
        ([], ()),
        ([("a", 1), ("b", 2), ("c", 3)], ()),
        ([("a", 3), ("b", 4), ("save", 2), ("publish", 1)], ("save", "publish")),
        ([("a", 5), ("b", 1), ("c", 2)], ("a",)),
    ],
)
def test_what_moved_is_the_least_that_explains_the_order(
    places: list[tuple[str, int]], taken: tuple[str, ...]
) -> None:
    assert moved(places) == taken


def view(rendering: Rendering, category: str, *elements: str) -> View:
    return View(rendering, category, category.upper(), elements)


W, N = Rendering.WIDE, Rendering.NARROW
FOUR = ((W, "a"), (W, "b"), (N, "a"), (N, "b"))


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        (FOUR, [(None, ())]),
        (FOUR[:2], [(W, ())]),
        (FOUR[1::2], [(None, ("B",))]),
        (FOUR[3:], [(N, ("B",))]),
        (FOUR[:3], [(W, ()), (N, ("A",))]),
        (FOUR[:1] + FOUR[3:], [(W, ("A",)), (N, ("B",))]),
    ],
)
def test_a_finding_is_told_once_and_only_as_exactly_as_it_has_to_be(
    seen: Sequence[tuple[Rendering, str]],
    told: list[tuple[Rendering | None, tuple[str, ...]]],
) -> None:
    gone = Finding(ChangeKind.GONE, "size", "id=size")
    sight = (FieldSight("size", None),)
    looks = [Look(view(*each), sight, (gone,) if each in seen else ()) for each in FOUR]
    found = Examination("fr", tuple(looks)).findings
    assert [(each.rendering, each.categories) for each in found] == told


def test_only_where_a_field_was_looked_for_counts() -> None:
    gone = Finding(ChangeKind.GONE, "size", "id=size")
    with_size = [Look(view(each, "a"), (FieldSight("size", None),), (gone,)) for each in (W, N)]
    without = [Look(view(each, "b"), (FieldSight("title", 0),), ()) for each in (W, N)]
    assert Examination("fr", (*with_size, *without)).findings == (gone,)


def test_the_worst_sight_of_a_field_is_told_with_what_its_list_offers() -> None:
    sights = [FieldSight("size", 0, options=13), FieldSight("size", 2), FieldSight("size", 1)]
    looks = [Look(view(*at), (sight,), ()) for at, sight in zip(FOUR, sights, strict=False)]
    assert Examination("fr", tuple(looks)).fields == (FieldSight("size", 2, options=13),)
    looks.append(Look(view(*FOUR[3]), (FieldSight("size", None),), ()))
    assert Examination("fr", tuple(looks)).fields == (FieldSight("size", None, options=13),)


def test_only_views_that_both_examinations_have_are_compared() -> None:
    before = [view(W, "a", "old"), view(W, "c", "other")]
    now = (view(W, "a", "new"), view(W, "b", "another"), view(N, "a", "narrow"))
    found = Examination("fr", tuple(Look(each, (), ()) for each in now)).compared(before)
    assert found == (
        Finding(ChangeKind.APPEARED, None, now=("new",)),
        Finding(ChangeKind.DISAPPEARED, None, was="old"),
    )


@pytest.mark.parametrize(
    ("tree", "chosen"),
    [
        (["5>1811", "1904>157", "2994>3565", "5>1"], ["1811", "157", "3565"]),
        (["1904>156", "1904>221", "2994>3002", "2309>7"], ["221", "156", "3002"]),
        (["5>1", "5>2", "7>3"], ["1", "3"]),
        ([], []),
    ],
)
def test_categories_of_each_kind_are_taken_from_the_tree(
    tree: list[str], chosen: list[str]
) -> None:
    paths = [leaf.split(">") for leaf in tree]
    found = samples([Option(leaf, f"leaf {leaf}", (root,)) for root, leaf in paths])
    assert [option.id for option in found] == chosen
