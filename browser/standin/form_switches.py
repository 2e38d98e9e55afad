"""The form since August 2026: every way in which the sell page changed, as switches.

Owns the switches of the form and what each value means; faults.py has those of everything else
and inherits these. A value `by_form` follows `form`; forms.py says how. Facts are written as date,
kind of source, number of sources and H, M or L; none was checked against the live site.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

Form = Literal["august", "may"]
DEFAULT_FORM: Form = "august"


@dataclass(frozen=True)
class FormSwitches:
    # 2026-08-05 to 2026-10-10, live measurements and dated source text of extensions, 6 sources,
    # H: the lists lost their class names. The page of May came from a dump of May 2026, H. Accounts
    # differ, so that both stay.
    form: Annotated[
        Form, "the sell page as it is since August 2026, or as it was in May; sets every `by_form`"
    ] = field(default_factory=lambda: DEFAULT_FORM)

    # Lists.
    # 2026-08-05 and 08-24, live measurements, 3 sources, H.
    list_classes: Annotated[
        Literal["by_form", "hashed", "named"],
        "class names of an open list: with a css-module hash, or input-dropdown as in May",
    ] = "by_form"
    list_wrappers: Annotated[
        Literal["by_form", "always", "opening"],
        "the wrapper and content container of a list are always in the page, empty while closed, "
        "or mount on opening",
    ] = "by_form"
    # 2026-10, dated tool source, 1 source, M: on some wide pages the panels never leave.
    closed_lists: Annotated[
        Literal["away", "empty", "hidden"],
        "the list that carries the -content test id while closed: not in the page, in it and "
        "empty, or in it with its rows, hidden",
    ] = "away"
    # 2026-10, live phone pages, 2 sources, M.
    dialog_content: Annotated[
        Literal["by_form", "absent", "present"],
        "whether a list in a narrow page's dialog has an element with the -content test id",
    ] = "by_form"
    # 2026, live capture on a wide page, 1 source, M: absent; it was never seen there before either.
    wide_done_button: Annotated[
        bool, "an open list of a wide page has input-dropdown-save-button too"
    ] = False
    # 2026-10-09, live notes and a tool's source, 2 sources, M: a chips grid outside its field.
    size_list_place: Annotated[
        Literal["field", "outside"], "where a wide page draws the list of sizes"
    ] = "field"
    # 2026-08-06, live measurement, 1 source, and 2026-09, a tool's stand-in, 1 source, M.
    list_loader: Annotated[
        float,
        "seconds for which {field}--loader stands in the chevron's place, and presses do nothing",
    ] = 0.0
    # 2026-10-06 .com, 2026-10-09 .de, 2026-08-13 .fr, live, 3 sources, H.
    native_inputs: Annotated[
        Literal["by_form", "plain", "hidden", "blind"],
        "the radios and boxes inside rows: as in May; hidden and not to be pressed; or hidden and "
        "never checked, so that aria-checked alone tells",
    ] = "by_form"
    # Conditions turned from button to radio between 2026-08-13 and 08-19, live, 2 sources, M.
    condition_role: Annotated[Literal["by_form", "button", "radio"], "role of condition rows"] = (
        "by_form"
    )
    # Colours were buttons on 2026-08-13 and checkboxes on 2026-10-06, live, 2 sources, M.
    color_role: Annotated[Literal["by_form", "button", "checkbox"], "role of colour rows"] = (
        "by_form"
    )
    # 2026-10-06 and 08-13 button with an aria-label; 2026-10-09 radio; 2 sources each, M.
    brand_role: Annotated[
        Literal["by_form", "button", "radio"],
        "role of brand rows; a button there is named by aria-label and tells no state",
    ] = "by_form"
    # 2026-10-06, live, 2 sources, H: a checkbox though only one size can be chosen.
    size_role: Annotated[
        Literal["by_form", "button", "checkbox"], "role of the cells of a size grid"
    ] = "by_form"
    # 2026-10-06, live, 1 source, M.
    locked_option: Annotated[
        str, "the id of a row that is locked (aria-disabled) and takes no press, as condition-6"
    ] = ""
    # 2026-10-07, a tool's source, 1 source, M: the menu of the header repeats category names.
    header_categories: Annotated[
        bool, "the header carries a menu with the names of the categories"
    ] = True
