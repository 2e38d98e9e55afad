"""The switches of what the site answers around the form: sessions, obstacles, dialogs, saving."""

from typing import Any

from tests.browser.cases.case import Case

BOOKKEEPING = {
    "wardrobe_held": "the stand-in's own: a test releases what is held",
    "wardrobe_page_size": "how the stand-in cuts the answer; the lookups have tests of their own",
    "wardrobe_dates": "a column of the answer that no outcome hangs on",
    "wardrobe_cards": "the profile page, which the driver does not read",
    "form": "every case of the form runs on each of its values",
}


def _parked(name: str, expected: str = "published", **more: Any) -> Case:
    """A form that is full already: only the click and what follows is looked at."""
    return Case(name, more.pop("switches"), expected, start="parked", **more)


SITE_CASES = (
    Case(
        "late by time",
        {"late_session_seconds": 1.0, "late_session_cure": "wait"},
        plain=True,
    ),
    Case(
        "late by calls",
        {"late_session_calls": 1, "late_session_cure": "reload"},
        plain=True,
    ),
    *(
        Case(
            f"a guest, told by {how}",
            {
                "guest_answer": how,
                "late_session_seconds": 600.0,
                "late_session_cure": "wait",
                "guest_page": page,
            },
            "SessionExpired",
        )
        for how, page in (("unauthorized", "redirect"), ("denied", "join"), ("no_login", "join"))
    ),
    *(
        Case(
            f"who-am-I is met by {kind}",
            {"who_refused": kind},
            "ChallengeRequired",
            reason="captcha_or_verification",
            plain=True,
        )
        for kind in ("captcha_data", "captcha_page", "verification", "binary")
    ),
    Case(
        "who-am-I is met by verification where only we ask",
        {"who_refused": "verification", "own_current_call": False},
        "ChallengeRequired",
        reason="captcha_or_verification",
        plain=True,
    ),
    Case("no call of the page's own", {"own_current_call": False}, plain=True),
    *(
        Case(
            f"a token with the claim {claim}",
            {"id_claim": claim, "session_rotation": True},
            plain=True,
        )
        for claim in ("sub", "account_id")
    ),
    *(
        _parked(f"the page goes {where} after the click", switches={"publish_outcome": where})
        for where in ("address_only", "elsewhere", "other_host")
    ),
    *(
        Case(
            f"{kind} at {place}",
            {"challenge": kind, "challenge_at": place},
            "ChallengeRequired",
            reason=reason,
            plain=True,
        )
        for kind, reason in (
            ("rate_limited", "rate_limited_by_site"),
            ("captcha_html", "captcha_or_verification"),
            ("supplier_block", "captcha_or_verification"),
        )
        for place in ("after_photos", "after_category")
    ),
    *(
        _parked(
            f"{kind} in answer to the click",
            "needs_manual",
            reason=reason,
            calls=1,
            switches={
                "challenge": kind,
                "challenge_at": "after_publish",
                "rate_limit_status": status,
            },
        )
        for kind, status, reason in (
            ("rate_limited", 200, "rate_limited_by_site"),
            ("rate_limited", 429, "rate_limited_by_site"),
            ("captcha_html", 429, "captcha_or_verification"),
            ("supplier_block", 429, "captcha_or_verification"),
        )
    ),
    *(
        Case(
            f"the country question {when}",
            {"dialog": "country", "dialog_at": when},
            "UnknownDialog",
            plain=True,
        )
        for when in ("after_category", "before_publish")
    ),
    *(
        Case(
            f"signed out at the {step}, {status}",
            {"unauthorized_at": step, "unauthorized_as": status},
            "SessionExpired",
            plain=True,
            saves_draft=step == "draft",
        )
        for step in ("photos", "category", "draft")
        for status in (401, 403)
    ),
    *(
        _parked(
            f"signed out at the click, {status}",
            "needs_manual",
            reason="session_expired",
            switches={"unauthorized_at": "publish", "unauthorized_as": status},
        )
        for status in (401, 403)
    ),
    *(
        Case(
            f"an item is read {kind}",
            {"publish_fault": "lost_answer", "wardrobe_delay": 0.5, "item_read": kind},
            plain=True,
        )
        for kind in ("csrf", "refused", "signed_out")
    ),
    Case(
        "a page in English",
        {"page_language": "en"},
        listing={"condition": "good", "color": "black"},
        answers={"category": "267"},
    ),
    *(
        Case(
            f"blocked in {words}",
            {"challenge": "hard_block", "block_words": words},
            "ChallengeRequired",
            reason="captcha_or_verification",
        )
        for words in ("fr", "fr_formal", "de", "de_formal", "en", "pl", "it", "unknown")
    ),
    *(
        Case(
            f"rate limited at {status}",
            {"challenge": "rate_limited", "rate_limit_status": status, "retry_after": 600},
            "ChallengeRequired",
            reason="rate_limited_by_site",
        )
        for status in (429, 200)
    ),
    Case("a notice with a block's words", {"blocked_notice": True}, plain=True),
    *(
        _parked(
            f"{dialog} after the click",
            switches={"uploaded_dialog": dialog, "upload_actions": actions},
        )
        for dialog, actions in (("after_upload", "another_tip"), ("list_promotion", "none"))
    ),
    Case("a notice of proof", {"authenticity_modal": True, "proof_offers": True}),
    Case(
        "a hint for photos",
        {"photos_hint": True, "promotion_card": True},
        plain=True,
    ),
    Case(
        "too few photos of luxury",
        {"luxury_photos": True},
        "needs_manual",
        listing={"title": "Hoodie", "brand": "Gucci"},
        reason="more_photos_wanted",
    ),
    _parked(
        "a critical error",
        "outcome_unknown",
        calls=1,
        switches={"critical_error": True, "publish_fault": "error_before"},
    ),
    # Left alone where it comes back, and it lies over the form: for a person.
    Case(
        "a promotion comes back",
        {"dialog": "promotion", "dialog_returns": 1},
        "UnknownDialog",
        plain=True,
    ),
    Case(
        "a promotion is back at once",
        {"dialog": "promotion", "dialog_returns": 1, "dialog_return_seconds": 0.0},
        "UnknownDialog",
        plain=True,
    ),
    Case(
        "a promotion with words to close it",
        {"dialog": "promotion", "dialog_closer": "later"},
        plain=True,
    ),
    *(
        Case(
            f"a promotion that speaks of {words}",
            {"dialog": "promotion", "dialog_words": words},
            "UnknownDialog",
            reason="unknown_dialog",
        )
        for words in ("money", "identity")
    ),
    _parked("a check before moving on", switches={"review_seconds": 1.0}),
    Case(
        "a draft's answer is lost, the draft late",
        {"draft_fault": "lost_answer", "draft_fault_times": 1, "draft_delay": 0.5},
        saves_draft=True,
        plain=True,
    ),
    _parked(
        "a twin that shows at once",
        "duplicated",
        calls=1,
        switches={"twin": "item", "twin_delay": 0.0, "publish_fault": "lost_answer"},
    ),
    # A page where data is expected is the guard's, whatever was clicked.
    _parked(
        "a wardrobe that cannot be read",
        "ChallengeRequired",
        switches={"wardrobe_unreadable": 1},
    ),
    Case("slow parcels", {"slow_paths": {"*package_sizes*": 1.0}}, plain=True),
    Case("brands never answer", {"hanging_paths": ["*brands*"]}, "FieldTimeout"),
)
