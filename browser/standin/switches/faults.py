"""Every trouble and every variant that the stand-in can show, as one frozen value.

Owns the switches, what each means and the check of what is set. What a switch does is up to the
code that reads it; where the known sources disagree about the page, the newest reading is the
default and the other one is a switch here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from .form_switches import FormSwitches
from .site_faults import SaveFault, SiteFaults

ChallengeKind = Literal[
    "none",
    "datadome",
    "hard_block",
    "cloudflare",
    "human_check",
    "recaptcha",
    "hcaptcha",
    "turnstile",
    "arkose",
    "verification",
    "phone_verification",
    "login_wall",
    "rate_limit",
    "non_json",
    "rate_limited",
    "supplier_block",
    "captcha_html",
    "binary",
]
AfterPublish = Literal[
    "member_modal", "item_page", "stay_modal", "address_only", "elsewhere", "other_host"
]
Place = Literal["navigation", "after_photos", "after_category", "before_publish", "after_publish"]


class UnknownSwitch(ValueError):
    """A switch that does not exist, or a value of the wrong kind for it."""


@dataclass(frozen=True)
class FieldError:
    field: str
    value: str


@dataclass(frozen=True)
class Faults(FormSwitches, SiteFaults):
    # Since August 2026: the form is form_switches.py, what the site answers site_faults.py.
    # How the page is drawn.
    breakpoint: Annotated[int, "viewport width in pixels from which dropdowns are inline"] = 768
    size_testid: Annotated[
        Literal["by_category", "single_grid", "single_grid_chips", "select_dropdown"],
        "test id of the size field; by_category: chips where sizes have tabs",
    ] = "by_category"
    condition_testid: Annotated[
        Literal["single_list", "select_dropdown"], "test id of the condition field, newer or older"
    ] = "single_list"
    material_testid: Annotated[
        Literal["multi_list", "multi_list_dropdown"],
        "test id of the material field, newer or older",
    ] = "multi_list"
    photo_area: Annotated[
        Literal["media-upload", "media-select"], "test id of the photo area, newer or older"
    ] = "media-upload"
    thumbnail: Annotated[
        Literal["background", "img"],
        "photo cards hold a background image, or an img element as before",
    ] = "background"
    row_role: Annotated[
        Literal["by_form", "button", "choice"],
        "role of option rows: button, or radio and checkbox with aria-checked",
    ] = "by_form"
    women_sizes: Annotated[
        Literal["tabs", "single"],
        "women's sizes: tabs of groups 80 to 85, or the older single group 4",
    ] = "tabs"
    attributes_reversed: Annotated[bool, "the category's fields mount in the reverse order"] = False
    suggested_rows: Annotated[bool, "suggested categories, brands and colours above the lists"] = (
        True
    )
    parcel_preselected: Annotated[bool, "the recommended parcel size is already chosen"] = False
    escape_closes: Annotated[bool, "Escape closes an inline dropdown"] = False
    brand_search_keys: Annotated[bool, "the brand search asks the server on key events only"] = True
    price_commit: Annotated[
        Literal["focusout", "input"], "when the price becomes part of the listing"
    ] = "focusout"
    # Drift that locators must survive.
    strip_testids: Annotated[bool, "the sell page carries no test ids"] = False
    strip_ids: Annotated[bool, "the sell page's fields and rows carry no ids and no names"] = False
    renamed_testids: Annotated[bool, "every test id of the sell page ends in -v2"] = False
    reworded: Annotated[bool, "buttons, labels and placeholders have other words"] = False
    reworded_labels: Annotated[bool, "only the labels of the fields have other words"] = False
    missing_field: Annotated[str, "a field that is not shown: title, price, brand, color ..."] = ""
    shadow_root: Annotated[bool, "the sell form is drawn inside open shadow roots"] = False
    loose_labels: Annotated[bool, "labels stand beside their fields without being tied to them"] = (
        False
    )
    buttons_moved: Annotated[bool, "the buttons stand above the form, in the other order"] = False
    gone_field: Annotated[
        str, "a field that the server still demands, and the page shows no more: title, brand ..."
    ] = ""
    bump_preselected: Annotated[bool, "the paid bump is ticked from the start"] = False
    extra_attribute: Annotated[bool, "every category asks for an unknown, required attribute"] = (
        False
    )
    untold_attribute: Annotated[
        bool, "the page asks for a required attribute of which the API's answer says nothing"
    ] = False
    untold_look: Annotated[
        Literal["list", "radios", "boxes"],
        "how that attribute is drawn: a dropdown, or a group of radios or of boxes",
    ] = "list"
    # Clicks and nodes that misbehave.
    cookie_banner: Annotated[bool, "the consent banner of a first visit"] = True
    cookie_banner_delay: Annotated[float, "seconds after load until the banner slides in"] = 1.0
    first_click_lost: Annotated[bool, "the first click on each freshly mounted input is lost"] = (
        False
    )
    node_replaced: Annotated[bool, "fields are replaced by equal nodes soon after they mount"] = (
        False
    )
    flaky_dropdown: Annotated[int, "how many opened dropdowns close again by themselves"] = 0
    swallow_clicks: Annotated[int, "how many clicks on option rows do nothing"] = 0
    price_as_zero: Annotated[bool, "the page sends the price as 0 whatever it shows"] = False
    # Photos.
    photo_delay: Annotated[float, "seconds until a photo upload is answered"] = 0.0
    photo_error: Annotated[int, "status with which photo uploads are refused; 0: none"] = 0
    photo_error_index: Annotated[int, "which upload is refused, counted from 0; -1: every one"] = -1
    photo_scramble: Annotated[bool, "uploads are answered, and shown, in another order"] = False
    photo_max_bytes: Annotated[int, "a photo of this size or more is refused"] = 9_000_000
    # Who is signed in.
    session_rotation: Annotated[
        bool, "the next page load bounces through /session-refresh, once, and rotates both tokens"
    ] = False
    stale_refresh: Annotated[
        Literal["hang", "wall"],
        "what /session-refresh does with a refresh token that no longer works",
    ] = "hang"
    unauthorized_at: Annotated[
        Literal["never", "photos", "category", "draft", "publish"],
        "the session's API answers are refused from this step on",
    ] = "never"
    guest_token: Annotated[bool, "guests get an access_token_web too, for the catalogue"] = False
    header_login: Annotated[str, "the header shows this login instead of the session's"] = ""
    other_account: Annotated[
        str, "the session belongs to this login, in the header and the API"
    ] = ""
    bounce_home: Annotated[bool, "a direct visit of the sell page lands on the home page"] = False
    other_market: Annotated[str, "every page sends the visitor on to this address"] = ""
    # Obstacles.
    challenge: Annotated[ChallengeKind, "kind of obstacle"] = "none"
    challenge_at: Annotated[Place, "where the obstacle appears"] = "navigation"
    decoys: Annotated[bool, "harmless look-alikes: hidden frames, invisible captcha scripts"] = (
        False
    )
    dialog: Annotated[
        Literal["none", "unknown", "quota", "paywall", "promotion", "opinion", "country"],
        "a dialog on top of the sell page",
    ] = "none"
    dialog_at: Annotated[
        Literal["load", "after_category", "before_publish"], "when the dialog opens"
    ] = "load"
    quota_page: Annotated[bool, "the sell page says that no more items fit, without a form"] = False
    authenticity_modal: Annotated[bool, "brands that need a check open a proof dialog"] = False
    # Saving and publishing.
    publish_outcome: Annotated[
        AfterPublish,
        "what is shown after publishing; address_only: the address changes without a load; "
        "other_host: the profile on another host of the market's, where nobody is signed in",
    ] = "member_modal"
    draft_redirect: Annotated[bool, "saving a draft leads to the wardrobe"] = True
    publish_fault: Annotated[
        SaveFault,
        "lost_answer, reset_after, error_after, hang: the item is stored; *_before: not",
    ] = "none"
    publish_fault_times: Annotated[int, "how many publish calls the fault hits; 0: all"] = 0
    hang_seconds: Annotated[float, "how long a hanging publish call takes"] = 30.0
    publish_errors: Annotated[
        tuple[FieldError, ...], "publish is refused with 400 and these errors"
    ] = ()
    held_for_review: Annotated[bool, "a published item is stored but not shown to others"] = False
    draft_error: Annotated[int, "status with which saving a draft fails; 0: none"] = 0
    wardrobe_delay: Annotated[float, "seconds until a new item shows in the wardrobe"] = 0.0
    # The site as a whole.
    site_down: Annotated[bool, "every page and API call answers 503 with HTML"] = False
    slow_pages: Annotated[float, "seconds until a page answers"] = 0.0
    slow_api: Annotated[float, "seconds until an API call answers"] = 0.0


def describe() -> dict[str, str]:
    hints = get_type_hints(Faults, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


def as_json(faults: Faults) -> dict[str, Any]:
    return asdict(faults)


def patched(faults: Faults, changes: Mapping[str, Any]) -> Faults:
    """The faults with the changes applied; raises UnknownSwitch naming the one that is wrong."""
    return replace(faults, **{name: _checked(name, value) for name, value in changes.items()})


@cache
def _kinds() -> dict[str, Any]:
    return get_type_hints(Faults)


def _checked(name: str, value: Any) -> Any:
    hints = _kinds()
    if name not in hints:
        raise UnknownSwitch(f"unknown switch: {name}")
    if name in STRUCTURED:
        return STRUCTURED[name](value)
    if not _fits(value, hints[name]):
        raise UnknownSwitch(f"{name}: {value!r} is not {_spelled(hints[name])}")
    return float(value) if hints[name] is float else value


def _fits(value: Any, kind: Any) -> bool:
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if kind is bool or isinstance(value, bool):
        return kind is bool and isinstance(value, bool)
    return isinstance(value, (int, float) if kind is float else kind)


def _spelled(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(str(value) for value in get_args(kind))
    return f"of type {kind.__name__}"


def _field_errors(value: Any) -> tuple[FieldError, ...]:
    try:
        return tuple(
            row if isinstance(row, FieldError) else FieldError(str(row["field"]), str(row["value"]))
            for row in value
        )
    except (TypeError, KeyError, AttributeError):
        raise UnknownSwitch("publish_errors: a list of {field, value} is expected") from None


def _seconds_by_pattern(value: Any) -> dict[str, float]:
    wrong = UnknownSwitch("slow_paths: seconds by address pattern are expected")
    if not isinstance(value, Mapping):
        raise wrong
    if not all(isinstance(key, str) and _fits(row, float) for key, row in value.items()):
        raise wrong
    return {pattern: float(seconds) for pattern, seconds in value.items()}


def _patterns(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not all(isinstance(row, str) for row in value):
        raise UnknownSwitch("hanging_paths: a list of address patterns is expected")
    return tuple(value)


STRUCTURED: dict[str, Callable[[Any], Any]] = {
    "publish_errors": _field_errors,
    "slow_paths": _seconds_by_pattern,
    "hanging_paths": _patterns,
}
