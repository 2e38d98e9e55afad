"""Which control of the page a field that offers options is chosen with."""

from collections.abc import Container

from browser.listing import FieldName
from browser.page.tab import Tab
from browser.sell_form import FieldKind, OfferedField
from browser.sites.vinted.answers import Answers
from browser.sites.vinted.fields.choices import ChoicePicker
from browser.sites.vinted.fields.parcels import ParcelPicker
from browser.sites.vinted.fields.selects import BrandSelect, Select, SizeSelect
from browser.sites.vinted.locators import Locators

Picker = Select | ParcelPicker | ChoicePicker


def picker(
    field: OfferedField, groups: Container[str], tab: Tab, locators: Locators, answers: Answers
) -> Picker:
    """The control of a field; `groups` are the fields whose options are all on the page."""
    match field.name:
        case FieldName.PARCEL_SIZE:
            return ParcelPicker(tab, locators)
        case FieldName.BRAND:
            return BrandSelect(tab, locators, answers)
        case FieldName.SIZE:
            return SizeSelect(tab, locators, answers, field.name)
    if field.name in groups:
        return ChoicePicker(tab, field.name)
    several = field.kind is FieldKind.SEVERAL
    return Select(tab, locators, answers, field.name, several=several)
