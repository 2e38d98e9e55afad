"""One case or more for each switch of the page, on the T-shirt of the ordinary listings."""

from typing import Any

from .cases import BASE, BOTH, WANT, Case, Expect, listing, ordinary

STOPS = ("needs_manual", "not_ready", "rejected_by_site", "failed", "checked")


def one(
    name: str, group: str, expect: Expect, *, change: dict[str, Any] | None = None,
    forms: tuple[str, ...] = ("august",), photos: int = 1, early: bool = False,
    draft: bool = False, cookie: str = "access_token_web=demo", **switches: Any,
) -> Case:  # fmt: skip
    """A case of the T-shirt with some switches."""
    words = {**BASE, **(change or {})}
    return Case(name, group, words, expect, switches, forms, photos, cookie, early, draft)


def good(**changes: Any) -> Expect:
    """Published as the listing says, with these differences."""
    return Expect(stored={**WANT, **changes})


def stop(*names: str, outcomes: tuple[str, ...] = STOPS, **more: Any) -> Expect:
    """Nothing may leave."""
    return Expect(outcomes, names=names, never=True, sealed=True, **more)


def asks(*names: str) -> Expect:
    """A question that names the field."""
    return Expect(("not_ready",), names=names, never=True)


def wall(*kinds: str, reason: tuple[str, ...] = ()) -> Expect:
    """Needs a person, because of an obstacle of such a kind."""
    return Expect(("needs_manual",), reason=reason, kind=kinds, never=True, sealed=True)


OUT = Expect(("failed:session_expired",), never=True)
DENIED = Expect(("failed:session_expired", "rejected_by_site", "needs_manual"), never=True)


def parcels() -> list[Case]:
    """The variants of the parcel section."""
    big = {"parcel_size": "Grand"}
    named = ("parcel", "package", "colis")
    return [
        one("parcel-missing-curable", "parcel", good(), forms=BOTH, parcel="missing_curable"),
        one("parcel-missing-stale", "parcel", good(), parcel="missing_curable",
            parcel_missing_as=401),
        one("parcel-missing", "parcel", stop(*named), forms=BOTH, parcel="missing"),
        one("parcel-none-offered", "parcel", good(package_size_id=None), parcel="none_offered"),
        one("parcel-null-curable", "parcel", good(), forms=BOTH, parcel="null_curable"),
        one("parcel-null", "parcel", stop(*named), forms=BOTH, parcel="null"),
        one("parcel-label", "parcel", good(package_size_id=3), change=big, parcel_target="label",
            forms=BOTH),
        one("parcel-radio", "parcel", good(package_size_id=3), change=big, parcel_target="radio",
            forms=BOTH),
        one("parcel-cell", "parcel", good(package_size_id=3), change=big, parcel_target="cell"),
        one("parcel-late", "parcel", good(), parcel_late_ms=3000),
        one("parcel-late-other", "parcel", good(package_size_id=3), change=big,
            parcel_late_ms=3000),
        one("parcel-changes", "parcel", good(package_size_id=1), change={"parcel_size": "Petit"},
            parcel_changes=True),
        one("parcel-toggle", "parcel", good(), change={"parcel_size": "Petit"},
            parcel_toggle=True),
        one("parcel-heavy", "parcel", good(package_size_id=8), parcel_ids=[8, 9, 10]),
        one("parcel-bulky", "parcel", good(package_size_id=12), parcel_ids=[11, 12, 13, 14],
            parcel_best=12),
        one("parcel-four-said", "parcel", good(package_size_id=8),
            change={"parcel_size": "Volumineux et lourd"}, parcel_ids=[1, 2, 3, 8]),
        one("parcel-not-offered", "parcel", asks(*named), change={"parcel_size": "Moyen"},
            parcel_ids=[8, 9, 10]),
        one("parcel-unselected", "parcel", Expect(("not_ready", "published"), names=named),
            parcel="off"),
        one("parcel-old-address", "parcel", good(), parcel_new_address=False),
        one("parcel-takes-price", "parcel", good(package_size_id=3, price=12.5),
            change={**big, "price": "12,50"}, price_lost="null"),
    ]  # fmt: skip


def prices() -> list[Case]:
    """The variants of the price."""
    cents = {"price": "12,50"}
    big = {"parcel_size": "Grand", **cents}
    lost = [
        one(f"price-lost-{how}", "price", good(price=12.5, package_size_id=3), change=big,
            price_lost=how, forms=BOTH if how == "zero" else ("august",))
        for how in ("zero", "absent")
    ] + [
        one(f"price-gone-at-click-{how}", "price", stop("price", "prix"), change=cents,
            price_lost_at_click=how, forms=BOTH if how == "null" else ("august",))
        for how in ("null", "zero", "absent")
    ]  # fmt: skip
    coins = [
        Case(f"price-{code}", "price", english(price), Expect(stored={"price": float(price)}),
             {"lang": "en", "currency": code, "iso_locale": iso}, BOTH if code == "GBP" else
             ("august",))
        for code, price, iso in [("GBP", "12.50", "en-GB"), ("PLN", "49.00", "pl-PL"),
                                 ("SEK", "149", "sv-SE"), ("CZK", "199", "cs-CZ")]
    ]  # fmt: skip
    return [
        one("price-nan-comma", "price", good(price=12.5), change=cents, nan="comma", forms=BOTH),
        one("price-nan-point", "price", good(price=12.5), change=cents, nan="point", forms=BOTH),
        one("price-nan-whole", "price", good(price=8.0), nan="comma"),
        one("price-plain-readback", "price", good(price=12.5), change=cents, price_format="plain"),
        one("price-thousand", "price", good(price=1250.0), change={"price": "1 250,00 €"}),
        one("price-ambiguous", "price", Expect(("http:400",), names=("price",), never=True),
            change={"price": "1.000"}),
        *lost,
        *coins,
    ]  # fmt: skip


def sessions() -> list[Case]:
    """Late, absent and lost sessions."""
    gone = [
        one(f"session-out-{at}-{status}", "session",
            DENIED if (at, status) == ("click", 403) else OUT, draft=at == "draft",
            signed_out={"at": at, "as": status}, forms=BOTH if at == "click" else ("august",))
        for at in ("photo", "category", "draft", "click") for status in (401, 403)
    ]  # fmt: skip
    guest = [
        one(f"session-guest-{status}-{page}", "session",
            Expect(("session:401",), never=True), cookie="access_token_web=old; anon_id=a",
            who_guest=status, guest_page=page, early=True)
        for status, page in [(200, "join"), (401, "redirect"), (403, "join"), (403, "redirect")]
    ]  # fmt: skip
    return [
        one("session-late-who", "session", good(), who="late", early=True, forms=BOTH),
        one("session-late-who-long", "session", good(), who="late", who_ms=7000, early=True),
        one("session-join-page", "session", OUT, signed_out={"at": "sell", "as": 403},
            guest_page="join"),
        one("session-redirect", "session", OUT, signed_out={"at": "sell", "as": 401}),
        one("session-anon-id", "session", good(), anon_required=True),
        *gone,
        *guest,
    ]  # fmt: skip


def obstacles() -> list[Case]:
    """Block pages, human checks and rate limits at five places."""
    kinds = {
        "captcha": ("captcha",), "human_en": ("human_check", "captcha"),
        "human_de": ("human_check", "captcha"), "block_fr": ("blocked",),
        "block_fr_vous": ("blocked",), "block_fr_general": ("blocked", "human_check"),
        "block_de": ("blocked",), "block_de_sie": ("blocked",), "block_en": ("blocked",),
        "block_pl": ("blocked",), "block_it": ("blocked",),
        "block_unknown": ("blocked", "unexpected_answer"), "rate_200": ("rate_limited",),
        "rate_429": ("rate_limited",), "cloudflare": ("human_check", "captcha", "blocked"),
    }  # fmt: skip
    places = [
        *[(k, "sell") for k in kinds], ("captcha", "photo"), ("bytes", "photo"),
        ("block_fr", "photo"), ("rate_429", "photo"), ("captcha", "category"),
        ("block_it", "category"), ("rate_200", "category"), ("captcha", "click"),
        ("block_de", "click"), ("rate_429", "click"), ("rate_200", "click"), ("bytes", "click"),
        ("captcha", "who"),
    ]  # fmt: skip
    found = []
    for kind, at in places:
        wanted = kinds.get(kind, ("captcha", "blocked", "unexpected_answer", "human_check"))
        if at in ("photo", "category", "click", "who") and kind.startswith("block"):
            wanted = (*wanted, "captcha")
        reason = ("rate_limited_by_site",) if kind == "rate_429" else ()
        expect = wall(*wanted, reason=reason)
        if at == "click":
            expect = Expect(("needs_manual", "outcome_unknown"), kind=wanted)
        if at == "who":
            expect = Expect(("needs_manual", "published"))
        found.append(one(f"wall-{kind}-{at}", "obstacle", expect, early=at == "who",
                         obstacle={"kind": kind, "at": at},
                         forms=BOTH if kind == "captcha" else ("august",)))  # fmt: skip
    front = Expect(("needs_manual", "published"))
    found.append(one("wall-block_fr-front", "obstacle", front,
                     obstacle={"kind": "block_fr", "at": "front"}))  # fmt: skip
    found.append(one("wall-phone", "obstacle", wall("verification"), verification="phone"))
    return found


def cards() -> list[Case]:
    """Dialogs and cards over the form and after the publish."""
    harmless = [one(f"card-{c}", "dialog", good(), card=c, forms=BOTH if c == "nps" else
                    ("august",)) for c in ("nps", "promo", "domain")]  # fmt: skip
    asking = [
        one("card-pay", "dialog", wall("pay_wall", "dialog"), card="pay"),
        one("card-identity", "dialog", wall("verification", "dialog"), card="identity"),
        one("card-education", "dialog", wall("dialog"), card="education"),
        one("card-again", "dialog", wall("dialog"), card="nps", card_again=True),
        one("card-corner", "dialog", good(), card="nps", card_covers=False),
        one("luxury", "dialog", Expect(("needs_manual", "rejected_by_site"), never=True),
            luxury=True, change={"brand": "Gucci", "title": "T-shirt blanc"}),
        one("authenticity", "dialog", good(brand_id=53, title="T-shirt blanc"), authenticity=True,
            change={"brand": "Nike", "title": "T-shirt blanc"}),
        one("critical", "dialog", Expect(("outcome_unknown", "needs_manual", "rejected_by_site")),
            server_error=True, critical=True),
        one("banner", "dialog", Expect(stored=WANT, mark="cookies:refused"), banner=True),
    ]  # fmt: skip
    after = [
        one(f"after-{a}", "after", Expect(("published", "held_for_review"), stored=WANT), after=a,
            forms=BOTH if a == "promo" else ("august",))
        for a in ("promo", "item", "verification", "in_place")
    ]  # fmt: skip
    return harmless + asking + after


def outcomes() -> list[Case]:
    """Lost answers, refusals, and what may not happen twice."""
    return [
        one("lost-after", "outcome", good(), lost="after", forms=BOTH),
        one("lost-after-late", "outcome", Expect(("published", "outcome_unknown"), stored=WANT),
            lost="after", wardrobe_ms=8000),
        one("lost-after-broken", "outcome", Expect(("outcome_unknown",)), lost="after",
            wardrobe_broken=True),
        one("lost-gateway", "outcome", good(), lost="gateway"),
        one("lost-reset", "outcome",
            Expect(("published", "duplicated"), stored=WANT, resent=True), lost="reset"),
        one("lost-before", "outcome", Expect(("outcome_unknown",)), lost="before"),
        one("server-500", "outcome", Expect(("outcome_unknown",)), server_error=True),
        one("refused-title", "outcome", Expect(("rejected_by_site",), names=("title",)),
            refuse=[{"field": "title", "value": "Le titre ne convient pas"}], forms=BOTH),
        one("refused-size", "outcome", Expect(("rejected_by_site",), names=("size",)),
            refuse=[{"field": "size", "value": "Choisis une taille"}]),
        one("double-send", "outcome", Expect(("published", "duplicated"), stored=WANT),
            double=True, forms=BOTH),
        one("wrong-echo", "outcome", stop(), wrong_echo="title"),
        one("bump-ticked", "outcome", Expect(("published", "needs_manual")), bump_ticked=True),
        one("ai-ticked", "outcome", Expect(("published", "needs_manual", "not_ready")),
            ai_photo="ticked"),
        one("draft", "outcome", good(), draft=True, forms=BOTH),
    ]  # fmt: skip


def lists() -> list[Case]:
    """The lists of the form, their prefills, and the photos."""
    custom = {"brand": "Atelier Zorglub", "brand_is_custom": True}
    return [
        one("roles-radio", "list", good(), roles="radio"),
        one("roles-button", "list", good(), roles="button"),
        one("narrow", "list", good(), rendering="narrow", forms=BOTH),
        one("narrow-no-content", "list", good(), rendering="narrow", no_content=True),
        one("panels-always", "list", good(), panels="always"),
        one("slow-loaders", "list", good(), loader_ms=1500),
        one("slow-brand", "list", good(), brand_ms=2500),
        one("first-press-lost", "list", good(), first_press="lost", forms=BOTH),
        one("done-button", "list", good(), save_button=True),
        one("no-search", "list", good(), search=False),
        one("suggested", "list", good(), suggested=True),
        one("size-list-outside", "list", good(), list_outside=True),
        one("tabs", "list", good(), tabs=True),
        one("tabs-fr", "list", good(size={1958}), tabs=True, change={"size": "FR 38"}),
        one("size-eu", "list", good(size={1944}), change={"size": "EU 38"}),
        one("size-testid-old", "list", good(), size_testid="size-select-dropdown"),
        one("size-testid-chips", "list", good(), size_testid="category-size-single-grid_chips",
            forms=("may",)),
        one("catalogs-gone", "list", good(), catalogs_gone=True),
        one("custom-brand", "list", good(brand_id=None, brand="Atelier Zorglub"), change=custom,
            forms=BOTH),
        one("custom-brand-press", "list", good(brand_id=None, brand="Atelier Zorglub"),
            change=custom, custom_brand="press"),
        one("prefill-color", "list", good(), prefill={"color": [7, 10]}),
        one("prefill-material", "list", good(material=[]), prefill={"material": [44]}),
        one("leftover", "list", good(), leftover={"title": "Ancien titre", "description": "Vieux",
                                                  "category": 1242}),
        one("recognition", "list", good(), recognition={"leaf": 1242, "ms": 900}),
        one("recognition-late", "list", good(), recognition={"leaf": 1242, "ms": 3500}),
        one("slow-photos", "list", good(photos=3), photos=3, photo_ms=2000),
        one("photo-refused", "list", stop("photo"), photo_refused=True),
    ]  # fmt: skip


def questions() -> list[Case]:
    """Listings that a seller must be asked about."""
    book = listing("Un livre", "Romans", None, None, "bon", None, 3)
    phone = listing("iPhone", "Téléphones portables", "Apple", None, "bon", "noir", 99)
    game = listing("Console", "Consoles", "Nintendo", None, "bon", None, 99)
    return [
        one("ask-size", "question", asks("size"), change={"size": None}, forms=BOTH),
        one("ask-size-unknown", "question", asks("size"), change={"size": "47"}),
        one("ask-color", "question", asks("color"), change={
            "color": None, "title": "T-shirt Zara", "description": "Envoi soigné, très bon état."}),
        one("said-color", "question", good(), change={"color": None}),
        one("ask-color-unknown", "question", asks("color"), change={"color": "zirconium"}),
        one("ask-brand-unknown", "question", asks("brand"), change={"brand": "Atelier Zorglub"}),
        one("ask-category", "question", asks("category"),
            change={"category_hint": "truc", "title": "Chose", "description": "Voir photo."}),
        one("ask-no-photo", "question",
            Expect(("rejected_by_site", "not_ready"), names=("photo",), never=False), photos=0),
        one("ask-emoji", "question", Expect(("rejected_by_site", "not_ready", "http:400"),
                                            names=("title",)), change={"title": "T-shirt ✨✨"}),
        Case("ask-isbn", "question", book, asks("isbn")),
        Case("ask-model", "question", phone, asks("model"), forms=("august",)),
        Case("ask-platform", "question", game, asks("platform"), forms=("august",)),
    ]  # fmt: skip


def english(price: Any = 8) -> dict[str, Any]:
    """The T-shirt in English."""
    return listing("White Zara t-shirt", "Women > Clothes > Tops & t-shirts > T-shirts", "Zara",
                   "M", "very good", "white", price, description="Soft, hardly worn.")  # fmt: skip


def languages() -> list[Case]:
    """The page in other languages, one of which no dictionary holds."""
    rows: list[tuple[str, str, str, str, str | None, str, str, dict[str, Any]]] = [
        ("en", "White Zara t-shirt", "Women > Clothes > Tops & t-shirts > T-shirts", "Zara", "M",
         "very good", "white", {"catalog_id": 221, "condition": 2, "colors": [12]}),
        ("en", "Nike trainers", "Men > Shoes > Trainers", "Nike", "8", "good", "black",
         {"catalog_id": 1242, "condition": 3, "colors": [1]}),
        ("de", "T-Shirt von Zara", "Damen > Kleidung > Oberteile & T-Shirts > T-Shirts", "Zara",
         "M", "sehr gut", "weiß", {"catalog_id": 221, "condition": 2, "colors": [12]}),
        ("de", "Handtasche", "Damen > Taschen > Handtaschen", "Longchamp", None, "gut", "braun",
         {"catalog_id": 156, "condition": 3, "colors": [2]}),
        ("de", "Teller weiß", "Home > Geschirr > Essgeschirr > Teller", "IKEA", None, "gut",
         "weiß", {"catalog_id": 1960, "package_size_id": 8}),
        ("es", "Camiseta Zara", "Mujer > Ropa > Tops y camisetas > Camisetas", "Zara", "M",
         "muy bueno", "blanco", {"catalog_id": 221, "condition": 2, "colors": [12]}),
        ("es", "Zapatillas Nike", "Hombre > Zapatos > Zapatillas", "Nike", "43", "bueno", "negro",
         {"catalog_id": 1242, "condition": 3, "colors": [1]}),
        ("it", "T-shirt Zara", "Donna > Vestiti > Top e T-shirt > T-shirt", "Zara", "M",
         "ottime condizioni", "bianco", {"catalog_id": 221, "condition": 2, "colors": [12]}),
        ("it", "Borsa a mano", "Donna > Borse > Borse a mano", "Longchamp", None,
         "buone condizioni", "nero", {"catalog_id": 156, "condition": 3, "colors": [1]}),
        ("nl", "T-shirt Zara", "Dames > Kleding > Tops & T-shirts > T-shirts", "Zara", "M",
         "heel goed", "wit", {"catalog_id": 221, "condition": 2, "colors": [12]}),
        ("pl", "Koszulka Zara", "Kobiety > Ubrania > Topy i koszulki > Koszulki", "Zara", "M",
         "bardzo dobry", "biały", {"catalog_id": 221, "condition": 2, "colors": [12]}),
        ("made", "Gozki", "Fommozk > Vêtomontzk > Huetzk & Too-zkhartzk > Too-zkhartzk", "Zara",
         "M", "Bin ytut", "Blunc", {"catalog_id": 221, "condition": 3, "colors": [12]}),
    ]  # fmt: skip
    found = []
    for n, (lang, title, hint, brand, size, condition, color, want) in enumerate(rows):
        text = listing(title, hint, brand, size, condition, color, 8, description=title + ".")
        forms = BOTH if n in (0, 2, 7, 11) else ("august",)
        currency = {"en": "GBP", "pl": "PLN"}.get(lang, "EUR")
        found.append(Case(f"lang-{lang}-{n}", "language", text, Expect(stored=want),
                          {"lang": lang, "currency": currency}, forms))  # fmt: skip
    found.append(Case("lang-en-lu", "language", english(), Expect(stored={"catalog_id": 221}),
                      {"lang": "en", "iso_locale": "en-LU"}))  # fmt: skip
    found.append(one("iso-locale", "language", good(), iso_locale="de-LU", html_lang="fr"))
    return found


def every() -> list[Case]:
    """All cases in the order of their groups."""
    return [*ordinary(), *parcels(), *prices(), *sessions(), *obstacles(), *cards(), *outcomes(),
            *lists(), *questions(), *languages()]  # fmt: skip
