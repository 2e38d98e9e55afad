"""What `by_form` stands for on each of the two forms of the sell page.

Owns the resolution of the switches; what they mean is form_switches.py.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from .faults import Faults
from .form_switches import Form

OF_FORM: dict[Form, dict[str, Any]] = {
    "august": {
        "list_classes": "hashed",
        "list_wrappers": "always",
        "dialog_content": "absent",
        "native_inputs": "hidden",
        "row_role": "choice",
        "condition_role": "radio",
        "color_role": "checkbox",
        "brand_role": "radio",
        "size_role": "checkbox",
        "parcel_address": "shipping",
        "parcel_recommended": "preselected",
        "price_marks": "both",
        "price_raw": "number",
        "photo_members": "long",
        "size_columns": "absent",
        "own_brand_commit": "closing",
    },
    "may": {
        "list_classes": "named",
        "list_wrappers": "opening",
        "dialog_content": "present",
        "native_inputs": "plain",
        "row_role": "button",
        "condition_role": "button",
        "color_role": "button",
        "brand_role": "button",
        "size_role": "button",
        "parcel_address": "catalogs",
        "parcel_recommended": "badge",
        "price_marks": "own",
        "price_raw": "local",
        "photo_members": "short",
        "size_columns": "sent",
        "own_brand_commit": "press",
    },
}
ROLES = {"condition_role": "radio", "color_role": "checkbox", "brand_role": "radio"}


def drawn(faults: Faults) -> dict[str, Any]:
    """Every switch as the page gets it: nothing is left to the form."""
    given = asdict(faults)
    of_form = dict(OF_FORM[faults.form])
    if faults.row_role == "choice":
        of_form |= ROLES
    elif faults.row_role == "button":
        of_form |= dict.fromkeys(ROLES, "button")
    return {name: of_form[name] if value == "by_form" else value for name, value in given.items()}
