"""An examination names exactly what has changed about the form, and changes nothing itself."""

from dataclasses import replace

import pytest

from browser.drift import ChangeKind, Examination, Finding, moved
from browser.errors import AccountMismatch, ChallengeRequired
from tests.browser.seller import Shop

NAMES_GONE = {"strip_testids": True, "strip_ids": True}
FIXED = {"photos", "title", "description", "category", "price"}
OWN = {"brand", "size", "condition", "color", "material"}
ALL = FIXED | OWN | {"parcel_size", "bump", "publish", "save_draft"}
LABELLED = {"title", "description", "category", "price"} | OWN
TEST_IDS = ALL
IDS = ALL - {"photos", "publish", "save_draft"}
NAMES = {"photos", "title", "description", "price", "bump"}


def signs(found: Examination) -> dict[str, set[str]]:
    """Which fields lost which kind of sign."""
    lost: dict[str, set[str]] = {}
    for each in found.findings:
        assert each.kind is ChangeKind.SIGN, each
        lost.setdefault(str(each.was).partition("=")[0], set()).add(str(each.field))
    return lost


async def test_an_unchanged_page_has_every_field_at_rank_0_and_nothing_to_tell(
    either: Shop,
) -> None:
    found = await either.driver.examine(either.seller)
    assert {field.name: field.rank for field in found.fields} == dict.fromkeys(ALL, 0)
    assert found.findings == ()
    assert found.language == "fr"
    options = {field.name: field.options for field in found.fields}
    assert options["condition"] == 5
    assert (await either.driver.examine(either.seller)).compared(found.elements) == ()
    assert either.chromium.open_pages == 0


async def test_a_walk_leaves_nothing_behind_on_the_site(wide: Shop) -> None:
    await wide.driver.examine(wide.seller)
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
    found = await wide.driver.examine(wide.seller)
    gone = [each for each in found.findings if each.kind is ChangeKind.GONE]
    tried = "id=bump | test_id=bump-checkbox--input | name=bump"
    assert gone == [Finding(ChangeKind.GONE, "bump", tried, ("input[type=checkbox]",))]
    left = replace(found, findings=tuple(each for each in found.findings if each not in gone))
    without = {"id": IDS, "name": NAMES, "test_id": TEST_IDS}
    assert signs(left) == {kind: names - {"bump"} for kind, names in without.items()}


async def test_what_a_sign_is_called_now_is_told(wide: Shop) -> None:
    wide.faults(renamed_testids=True, reworded=True)
    found = (await wide.driver.examine(wide.seller)).findings
    title = [each for each in found if each.field == "title"]
    assert title == [
        Finding(ChangeKind.SIGN, "title", "test_id=title--input", ("test_id=title--input-v2",)),
        Finding(ChangeKind.SIGN, "title", "label=Titre", ("label=Intitulé",)),
    ]
    assert str(title[1]) == "title: no longer has label=Titre; now label=Intitulé"


async def test_buttons_that_moved_are_named_and_nothing_else(wide: Shop) -> None:
    wide.faults(buttons_moved=True)
    found = await wide.driver.examine(wide.seller)
    moved_parts = {(each.kind, each.field) for each in found.findings}
    assert moved_parts == {(ChangeKind.MOVED, "publish"), (ChangeKind.MOVED, "save_draft")}


async def test_a_shadow_root_is_named(wide: Shop) -> None:
    wide.faults(shadow_root=True)
    found = await wide.driver.examine(wide.seller)
    assert {each.kind for each in found.findings} == {ChangeKind.SHADOW}
    assert {each.field for each in found.findings} == ALL


@pytest.mark.parametrize(
    ("field", "named"),
    [("title", "title"), ("photos", "photos"), ("color", "color"), ("package_size", "parcel_size")],
)
async def test_a_field_that_went_is_named_alone(wide: Shop, field: str, named: str) -> None:
    wide.faults(gone_field=field)
    found = await wide.driver.examine(wide.seller)
    assert [(each.kind, each.field) for each in found.findings] == [(ChangeKind.GONE, named)]
    assert {each.name for each in found.fields if each.rank is None} == {named}


async def test_a_new_required_attribute_is_named(wide: Shop) -> None:
    before = await wide.driver.examine(wide.seller)
    wide.faults(extra_attribute=True)
    found = await wide.driver.examine(wide.seller)
    assert found.findings == (
        Finding(ChangeKind.NEW, "care_label", now=("Étiquette d'entretien",)),
    )
    appeared = found.compared(before.elements)[1:]
    assert [each.kind for each in appeared] == [ChangeKind.APPEARED]
    assert "care_label" in appeared[0].now[0]


async def test_a_category_that_cannot_be_chosen_is_named_and_the_rest_is_told(wide: Shop) -> None:
    wide.faults(gone_field="category")
    found = await wide.driver.examine(wide.seller)
    ranks = {each.name: each.rank for each in found.fields}
    assert ranks["category"] is None
    assert ranks["title"] == 0


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
