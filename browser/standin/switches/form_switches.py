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

    # Parcel: 2026-10-06, live answers and refusals of .com, .fr and .de, 3 sources, H.
    parcel_address: Annotated[
        Literal["by_form", "shipping", "catalogs"],
        "where the page asks for a leaf's parcels: shipping-estimation, or the older address",
    ] = "by_form"
    parcel_recommended: Annotated[
        Literal["by_form", "preselected", "badge"],
        "the recommended parcel is chosen from the start, or only marked",
    ] = "by_form"
    # Nobody measured how late it comes; that it comes late: 2026-10, one tool's waits, L.
    parcel_section_delay: Annotated[
        float, "seconds until the parcels show, after their address has listed them"
    ] = 0.0
    parcel_delay: Annotated[float, "seconds until the recommended parcel is preselected"] = 0.0
    parcel_follows_size: Annotated[
        bool, "another parcel is recommended and chosen once the size is chosen"
    ] = False
    parcel_stale_token: Annotated[
        bool, "the page's question for the parcels is answered 401, and it does not ask again"
    ] = False
    # 2026-10-06 evening, refusals of leaves 1810, 1820 and 4666, and of watches, 2 sources, H; a
    # leaf without any answers an empty list, others' code, H.
    parcel_section: Annotated[
        Literal["shown", "missing", "missing_until_reload", "none"],
        "the parcels are missing on the page though their address lists them and the server "
        "demands one, for good, or until the page is loaded once more; none: the leaf has none, "
        "its list is empty and none is demanded",
    ] = "shown"
    # To 2026-09-25, refusals with a radio visibly checked, 2 sources, M.
    parcel_choice: Annotated[
        Literal["sent", "lost", "lost_until_other"],
        "a parcel that shows as checked is sent; or is sent as null; or as null until another one "
        "was pressed first",
    ] = "sent"
    # 2026-08 to 10, three markets, tools' sources, 3 sources, H.
    parcel_press: Annotated[
        Literal["cell", "label", "radio"], "the only part of a parcel's cell that takes a press"
    ] = "cell"
    # 2026-09, a tool's source, 1 source, M.
    parcel_toggles: Annotated[bool, "a second press takes the chosen parcel off again"] = False

    # Price: 2026-08-05 .fr NaN for a comma, 2026-10-08 .dk a raw number while focused, May a comma
    # with real keys; 3 sources that disagree, M.
    price_marks: Annotated[
        Literal["by_form", "both", "own", "comma", "point"],
        "which decimal mark the price takes: both; the language's own, the other groups; only the "
        "comma, or only the point, the other gives NaN",
    ] = "by_form"
    price_raw: Annotated[
        Literal["by_form", "number", "local"],
        "what the price shows on entering it: a number with a point, or the language's own mark",
    ] = "by_form"
    # 2026-10-08 .fr "9,00" stood as "9.00", 1 source, M; currencies by dated pages, 3 sources, M.
    price_readback: Annotated[
        Literal["local", "bare_point", "symbol_first"],
        "how a price stands after leaving it: in the currency's way, 9.00, or €9.00",
    ] = "local"
    # 2026-07-18 and 09-25 .fr, requests looked at, 1 source, M.
    price_lost: Annotated[
        Literal["never", "null", "zero", "absent"],
        "how a price leaves once a parcel was chosen after it: as it is, or lost, display or not",
    ] = "never"
    currency: Annotated[
        Literal["by_locale", "EUR", "GBP", "PLN", "SEK", "DKK", "CZK"], "the market's currency"
    ] = "by_locale"

    # The outgoing create: 2026-09-16 .pt a dated capture and four other bodies, 5 sources, H.
    photo_members: Annotated[
        Literal["by_form", "long", "short"],
        "members of an assigned photo: with ai_detected and the like, or id and orientation",
    ] = "by_form"
    size_columns: Annotated[
        Literal["by_form", "absent", "sent"],
        "whether size_id and status_id leave beside item_attributes",
    ] = "by_form"
    brand_text: Annotated[
        Literal["beside_id", "own_only"],
        "the brand's name leaves beside brand_id, or only for a brand of one's own",
    ] = "beside_id"
    feedback_member: Annotated[
        Literal["null", "absent"], "whether feedback_id leaves as null or not at all"
    ] = "null"
    # 2026-08-12 .fr, a tool's log, 403 without it; 2026-09 answered without; 3 sources, M.
    anon_id_demanded: Annotated[bool, "reads without x-anon-id are answered 403"] = False
    # 2026-11-28, audit, L: unproven; its words are this project's.
    seventh_condition: Annotated[
        bool, "electronics have a condition 7 beside the five: damaged"
    ] = False
    # Alive on 2026-09-16, its older neighbour gone since 2026-08-05, 2 sources, M.
    catalogs_gone: Annotated[
        bool, "item_upload/catalogs answers 404; the page's own data carries the tree"
    ] = False
    # 2026, a Spanish tool's notes, 1 source, L: the threshold is said to be low.
    capitals_refused: Annotated[bool, "titles of mostly capital letters are refused"] = False

    # An ordered list of ids, no scores: 2026, three captures, H. One may be of the wrong
    # department: 2026-10, 1 source, M; which ids is this project's. About 1.5 s: 1 source, M.
    suggested_categories: Annotated[
        str, "the leaves that photos are taken for, in order, with commas between"
    ] = "221,246,157"
    # GET with photo_ids before 2026, a Spanish extension (63145993854), 1 source, H; POST since.
    suggestions_by: Annotated[
        Literal["post", "get"], "suggested categories are asked for by POST, or by GET as before"
    ] = "post"
    suggestion_delay: Annotated[float, "seconds until suggested categories are answered"] = 0.0

    # 2026-11-28, audit, M: a late answer draws the form anew, and a picker that is swapped out in
    # mid-press does not open.
    photos_redraw: Annotated[
        bool, "each answer to a photo draws the lists anew and takes an open one away"
    ] = False
    # What a late answer of photo recognition does to a list that was chosen; which is this
    # project's.
    photos_forget: Annotated[
        str, "the list whose choice is gone with each answer to a photo: size, color ..."
    ] = ""

    # What comes filled: photo recognition, 2026-09 and 10, a tool's stand-in and notes, 2 sources,
    # H; values of an earlier visit, 2026-10-09 .de, 1 source, M; options, 2026-09-03, 1 source, M.
    prefill_category: Annotated[
        int, "the leaf that photo recognition fills in unless the seller has chosen; 0: none"
    ] = 0
    prefill_delay: Annotated[float, "seconds from the first photo until the category is filled"] = (
        1.5
    )
    earlier_visit: Annotated[bool, "a new form opens with the values of an earlier visit"] = False
    options_preselected: Annotated[
        bool, "a colour and a material come already selected with the category"
    ] = False
    # Which list it is, and that it may come late, are this project's.
    kept_choice: Annotated[
        str, "the list that holds a choice of an earlier visit: kid_age, material ..."
    ] = ""
    kept_choice_shows: Annotated[
        Literal["at_once", "with_price"], "when the kept choice shows: it may come late"
    ] = "at_once"

    # Fields. Model: 2026-07-16/17 .fr, live form and refusals, 2 sources, H; its test id is not
    # known.
    model_testid: Annotated[
        Literal["single_list", "none"], "test id of the model field, like other lists, or none"
    ] = "single_list"
    # Books: 2026-07 to 09-20 .fr and May .es, live and refusals, 2 sources, H; whether the
    # attributes answer names the number is unknown.
    isbn_told: Annotated[bool, "the attributes answer of a book names its number"] = True
    language_dialog: Annotated[
        bool, "the language of a book opens a dialog with save and cancel, on wide pages too"
    ] = False
    # 2026-10, live notes and a payload, 2 sources, H: nobody saw it ticked.
    ai_photo: Annotated[
        Literal["unticked", "ticked", "absent"],
        "the mark for generated photos, which appears once there are photos",
    ] = "unticked"
    # 2026-10-09 .de, live notes, 1 source, M: letters first and a tab of waists.
    men_jeans_sizes: Annotated[
        Literal["tabs", "single"], "sizes of men's jeans: letters and a tab of waists, or one list"
    ] = "tabs"

    # Dumps and pages of May to October 2026 name a feedback card, 3 sources, M; its texts are this
    # project's.
    opinion_card: Annotated[bool, "a card on the form that asks for an opinion"] = False
    # 2026-09-07 .fr, a hint beside the line of law, 1 source, M.
    manufacturer_label: Annotated[
        bool, "a text field for the manufacturer's label, which nobody has to fill"
    ] = False

    # Brands: 2026-07-29 and 08-08 .fr, live, 1 source, M; the time of an answer 2026-09-03 .fr,
    # 1 source, M.
    own_brand_commit: Annotated[
        Literal["by_form", "closing", "press"],
        "a brand of one's own is taken over once the list is closed, or with the press",
    ] = "by_form"
    brand_delay: Annotated[float, "seconds until a question for brands is answered"] = 0.0

    # 2026-09-26 to 09-28 .fr, 33 accounts looked at, 1 source, H: the tree belongs to the account.
    new_tree_of: Annotated[
        str, "the login that sees the newer tree: skirts in one leaf 5523, men's watches in 5570"
    ] = ""
    # 2026-09-28 .fr, a tool's report, 1 source, H: its code; its title and options are this
    # project's.
    department: Annotated[
        bool, "leaves of the newer tree alone ask for whom the thing is: the list department"
    ] = False
