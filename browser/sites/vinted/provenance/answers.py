"""Where the signs of obstacles, calls, sessions and markets were seen.

A row is a source and what it is the source of. What several told of stands under the best one.
"""

from typing import Final

from browser.provenance import Confidence, Provenance, Source

_H, _M, _L = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW
Row = tuple[Provenance, tuple[str, ...]]

_OBSTACLES: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.fr, .be", "2026-10", Source.EXTENSION, 3, _H),
        (
            *("texts ta session a été bloquée", "texts votre session a été bloquée"),
            *("texts temporairement bloqué + activité", "texts activité inhabituelle + bloqué"),
        ),
    ),
    (
        Provenance("the guard's supplier, French shops", "2026", Source.DOCUMENTATION, 1, _L),
        (
            *("texts accès temporairement restreint", "texts pourquoi ce blocage"),
            "texts pourquoi cette vérification",
        ),
    ),
    (
        Provenance("vinted.de", "2026-10", Source.EXTENSION, 2, _H),
        (
            *("texts deine sitzung wurde blockiert", "texts bist du ein mensch"),
            "texts ungewöhnliche + automatisierte + aktivitäten + blockiert",
            "texts vorübergehend + zugang + gesperrt",
        ),
    ),
    (
        Provenance("vinted.de", "2026-10", Source.CODE, 1, _M),
        (
            *("texts ihre sitzung wurde blockiert", "texts sind sie ein mensch"),
            "texts ich bin kein roboter",
        ),
    ),
    (
        Provenance("vinted.com, .co.uk", "2026-10", Source.EXTENSION, 2, _H),
        (
            *("texts your session has been blocked", "texts your session was blocked"),
            *("texts temporarily blocked your access", "texts verify you are human"),
            *("texts are you human", "texts i'm not a robot"),
        ),
    ),
    (
        Provenance("vinted.pl, .it", "2026", Source.CODE, 1, _M),
        (
            *("texts twoja sesja została zablokowana", "texts la tua sessione è stata bloccata"),
            "texts tymczasowo zablokowaliśmy ci dostęp",
            "texts nietypową lub zautomatyzowaną aktywność",
            "texts attività insolite o automatizzate",
        ),
    ),
    (
        Provenance("several markets", "2026", Source.CODE, 2, _M),
        (
            *("texts rate limited", "texts too many requests"),
            "texts access to this site is blocked for this computer",
        ),
    ),
    (Provenance("vinted.nl", "2026-05", Source.CODE, 1, _L), ("texts te veel verzoeken",)),
    (
        Provenance("vinted.fr, .de, .pt", "2026-10", Source.EXTENSION, 3, _H),
        ("frames captcha-delivery.com", "refusals captcha-delivery.com", "refusals var dd="),
    ),
    (
        Provenance("vinted.de", "2026-05", Source.EXTENSION, 1, _M),
        (
            *("titles just a moment...", "titles attention required!"),
            *("titles checking your browser", "selectors #challenge-running"),
            *("selectors .cf-browser-verification", "headers cf-mitigated"),
        ),
    ),
    (
        # What these look like is known of other sites; no source shows one on this.
        Provenance("", "2026-11", Source.ASSUMED, 0, _L),
        (
            *("frames google.com + /recaptcha/", "frames recaptcha.net + /recaptcha/"),
            *("frames hcaptcha.com", "frames challenges.cloudflare.com", "frames arkoselabs.com"),
        ),
    ),
    (
        Provenance("vinted.com", "2026-10", Source.CAPTURE, 1, _M),
        (
            *("paths /users/verification", "api_codes 115", "api_codes 168"),
            *("code 115", "code 168"),
        ),
    ),
    (
        Provenance("vinted.de and others", "2026-10", Source.DUMP, 4, _H),
        ("member_selectors #user-menu-button", "member_selectors .header-avatar"),
    ),
)
_SESSION: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.fr", "2026-08-06", Source.EXTENSION, 2, _H),
        ("waiting_selectors [data-testid$='--loader']",),
    ),
    (
        # In ARIA's own sense; on the sell page nobody saw it.
        Provenance("", "2026-11", Source.ASSUMED, 0, _L),
        ("waiting_selectors [aria-busy=true]",),
    ),
    (
        Provenance("vinted.de, .co.uk", "2026-10", Source.EXTENSION, 2, _H),
        ("login_paths /member/signup", "login_paths /member/login"),
    ),
    (Provenance("vinted", "2026", Source.CODE, 1, _L), ("login_paths /member/general/login",)),
    (
        Provenance("vinted.com", "2026-10-06", Source.MEASURED, 7, _H),
        ('login_selectors [data-testid="header--login-button"]',),
    ),
    (
        Provenance("vinted.nl", "2026-10", Source.EXTENSION, 1, _M),
        ("renewal_path /session-refresh", "renewal_seconds 8.0"),
    ),
    (
        Provenance("vinted.fr and others", "2026", Source.EXTENSION, 3, _H),
        ("session_codes 100", "signed out 401"),
    ),
    (
        Provenance("vinted.pt", "2026-09-16", Source.CAPTURE, 1, _M),
        ("guest_codes 106", "code 106"),
    ),
    (
        Provenance("vinted.fr, .pt", "2026-09-16", Source.CAPTURE, 2, _H),
        ("carried x-anon-id", "carried locale"),
    ),
    (
        Provenance("vinted.pt", "2026-09-16", Source.CAPTURE, 1, _M),
        ("carried x-csrf-token",),
    ),
    (
        Provenance("vinted.co.uk, .de", "2026-05", Source.DUMP, 4, _H),
        (
            *("_vinted_fr_session", "access_token_web", "anon_id", "anonymous-locale"),
            *("domain_selected", "refresh_token_web", "v_sid", "v_udt", "v_uid"),
        ),
    ),
)
_CALLS: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.fr, .co.uk, .pt", "2026-10", Source.CAPTURE, 5, _H),
        (
            *("api_prefixes /api/v2/", "api_prefixes /web/api/"),
            *("member_paths /api/v2/item_upload/", "member_paths /api/v2/photos"),
            "file_paths /api/v2/photos",
            *("member_paths /api/v2/wardrobe/", "member_path /api/v2/users/current"),
            *("/api/v2/item_upload/", "/api/v2/photos", "/api/v2/users/current"),
            *("*/api/v2/item_upload/items*", "*/api/v2/item_upload/drafts*"),
        ),
    ),
    (Provenance("vinted.co.uk", "2026-02", Source.CAPTURE, 2, _M), ("/api/v2/catalogs/",)),
    (
        Provenance("vinted.fr, .com", "2026-10-06", Source.CAPTURE, 2, _H),
        ("/shipping-estimation/external/",),
    ),
    (
        Provenance("vinted.pt and others", "2026-09-16", Source.CAPTURE, 5, _H),
        (
            *("payload item", "payload draft", "payload title", "payload description"),
            *("payload price", "payload currency", "payload catalog_id", "payload brand_id"),
            *(
                "payload brand",
                "payload color_ids",
                "payload item_attributes",
                "payload id",
                "payload ids",
            ),
            *("payload code", "payload package_size_id", "payload assigned_photos"),
            *("payload is_unisex", "payload ai_photo", "payload isbn", "payload measurement_width"),
            *("payload measurement_length", "payload manufacturer"),
            "payload manufacturer_labelling",
        ),
    ),
    (
        Provenance("vinted.fr and others", "2026-09-07", Source.MEASURED, 3, _H),
        tuple(f"condition {id_}" for id_ in (1, 2, 3, 4, 6)),
    ),
    (
        Provenance("vinted.fr, .co.uk", "2026-05", Source.CAPTURE, 3, _H),
        ("payload size_id", "payload status_id", "payload video_game_rating_id"),
    ),
    (
        # Of the answer with a draft's content, not of a call.
        Provenance("vinted.fr", "2026-05", Source.EXTENSION, 1, _M),
        ("payload color1", "payload color2"),
    ),
    (
        Provenance("", "2026-11", Source.ASSUMED, 0, _L),
        ("payload color1_id", "payload color2_id", "field colour"),
    ),
    (
        Provenance("vinted.fr and others", "2026-10", Source.EXTENSION, 3, _H),
        (
            *("validation_error", "answer message_code", "answer errors", "answer field"),
            *("answer value", "answer message", "answer code", "answer item", "answer id"),
            *("answer draft", "answer after_upload_actions"),
            *("field catalog", "field package_size"),
        ),
    ),
    (Provenance("the guard's general form", "2026-10", Source.EXTENSION, 2, _H), ("answer url",)),
    (
        # Named as in the call; no refusal of theirs was seen.
        Provenance("", "2026-10", Source.ASSUMED, 0, _L),
        (
            *("field catalog_id", "field status", "field status_id", "field brand_id"),
            *("field size_id", "field color_ids", "field package_size_id"),
            "field assigned_photos",
        ),
    ),
)
_MARKETS: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.de", "2026-05", Source.DUMP, 1, _H),
        tuple(
            f"www.vinted.{domain}"
            for domain in (
                *("fr", "be", "lu", "es", "it", "de", "at", "nl", "pt", "lt", "lv", "ee", "si"),
                *("fi", "gr", "ie", "sk", "hr", "pl", "cz", "hu", "ro", "se", "dk"),
                *("co.uk", "com"),
            )
        ),
    ),
    (Provenance("vinted.fr", "2026-07", Source.EXTENSION, 2, _M), ("min_price EUR",)),
    # The market page of autumn 2026, section 11 (an audit): "1 to 30,000 EUR".
    (Provenance("vinted.fr", "2026-11", Source.CODE, 1, _M), ("max_price EUR",)),
    (Provenance("vinted.dk", "2026-10", Source.MEASURED, 1, _M), ("min_price DKK",)),
    (
        Provenance("vinted.com", "2026-10", Source.CAPTURE, 1, _M),
        ("min_price USD", "max_price USD"),
    ),
    (Provenance("vinted.co.uk", "2026", Source.CODE, 1, _M), ("min_price GBP",)),
)
ROWS: Final[tuple[Row, ...]] = (*_OBSTACLES, *_SESSION, *_CALLS, *_MARKETS)
