"""Defaults of an account fill what is left out, tell it, and never say a thing twice."""

from dataclasses import replace

from gql_api.domain.defaults import APPLIED, MAX_DESCRIPTION, AccountDefaults
from tests.browser.seller import HOODIE

FOOTER = "Envoi soigné sous deux jours."


def test_what_is_left_out_is_filled_and_told() -> None:
    defaults = AccountDefaults(FOOTER, "Petit")
    found = defaults.applied_to(HOODIE)
    assert found.description == f"{HOODIE.description}\n\n{FOOTER}"
    assert found.parcel_size == "Petit"
    assert [(each.code, each.field) for each in found.advice] == [
        (APPLIED, "description"),
        (APPLIED, "parcel_size"),
    ]
    again = defaults.applied_to(found)
    assert again == found, "a correction that sends it back says it once"


def test_what_was_given_counts() -> None:
    given = replace(HOODIE, parcel_size="Grand")
    assert AccountDefaults(parcel_size="Petit").applied_to(given) == given
    assert AccountDefaults().applied_to(HOODIE) == HOODIE


def test_a_footer_that_finds_no_room_is_left_out_and_told() -> None:
    long = replace(HOODIE, description="x" * (MAX_DESCRIPTION - 3))
    found = AccountDefaults(FOOTER).applied_to(long)
    assert found.description == long.description
    assert "left out" in found.advice[0].detail
