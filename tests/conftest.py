"""Which form of the sell page the stand-ins of these tests draw unless a test says otherwise.

`FRIPIER_STANDIN_FORM=may` runs every test on the older form; the product never reads it.
"""

from __future__ import annotations

import os
from typing import get_args

from browser.standin import form_switches

CHOSEN = os.environ.get("FRIPIER_STANDIN_FORM", form_switches.DEFAULT_FORM)
if CHOSEN not in get_args(form_switches.Form):
    raise ValueError(f"FRIPIER_STANDIN_FORM: {CHOSEN!r} is no form of the sell page")
form_switches.DEFAULT_FORM = CHOSEN  # type: ignore[assignment] - checked just above
