"""Marketplaces, a folder each, chosen by name."""

from importlib import import_module
from typing import Final, cast

from browser.site import Marketplace

DEFAULT: Final = "vinted"


def marketplace(name: str = DEFAULT) -> Marketplace:
    """The marketplace of a folder here, or of any module by its full name."""
    module = name if "." in name else f"{__name__}.{name}.marketplace"
    return cast("Marketplace", import_module(module).MARKETPLACE)
