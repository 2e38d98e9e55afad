"""Where the signs of the page were seen: its form, its lists, its dialogs and its words.

A row is a source and what it is the source of. What several told of stands under the best one.
"""

from typing import Final

from browser.provenance import Confidence, Provenance, Source

_H, _M, _L = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW
Row = tuple[Provenance, tuple[str, ...]]

_FORM: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.de", "2026-05", Source.DUMP, 1, _H),
        (
            *("css=input[type=file][accept*='image/']", "[aria-roledescription=sortable]"),
            *("id=title", "test_id=title--input", "name=title"),
            *("id=description", "test_id=description--input", "name=description"),
            *("id=price", "test_id=price-input--input", "name=price"),
            *("id=category", "id=brand", "id=size", "id=condition", "id=color", "id=material"),
            *("id=catalog-search-input", "id=brand-search-input", "test_id=brand-search--input"),
            *("id=bump", "test_id=bump-checkbox--input", "css=main h1", "css=h1"),
            *("css=header a[href='/items/new']", "css=a[href='/items/new']"),
            *("css=input[id^=package_type_selector_]", "id=package-size-{id}"),
            *("test_id={id}-package-size--cell", "[id^='package-size-']", "[id^=package-size]"),
            *("[data-testid$='--cell']", "[data-testid*=package-size]"),
            *('css=input[id="package_type_selector_{id}"]',),
            *('css=input[data-testid="package_type_selector_{id}--input"]',),
            *('css=label[data-testid^="package_type_selector_{id}"]',),
            *("#user-menu-button figure.header-avatar img[alt]", ".header-avatar img[alt]"),
            *("custom-select-{code}", "selected-custom-{code}"),
            *("[data-testid*=suggestion-badge]", "[role=alert]"),
        ),
    ),
    (
        Provenance("vinted.fr, .com, .co.uk, .nl", "2026-10", Source.CAPTURE, 7, _H),
        (
            *("test_id=add-photos-input", "name=photos", "[data-testid^='image-wrapper-']"),
            *("test_id=upload-form-save-button", "test_id=upload-form-save-draft-button"),
            *("test_id=catalog-select-dropdown-input", "test_id=brand-select-dropdown-input"),
            *("test_id=color-select-dropdown-input", "[data-testid^=image-wrapper-]"),
            "test_id=category-condition-single-list-input",
        ),
    ),
    (
        Provenance("vinted.fr, .com, .co.uk, .dk", "2026-10", Source.CAPTURE, 4, _H),
        ("test_id=category-size-single-grid-input",),
    ),
    (
        Provenance("vinted.fr", "2026-09", Source.MEASURED, 1, _M),
        (
            "test_id=category-size-single-grid_chips-input",
            "test_id=category-material-multi-list-input",
            *("id=unisex", "name=unisex"),
        ),
    ),
    (
        Provenance("vinted.de", "2026-05", Source.DUMP, 3, _H),
        ("test_id=size-select-dropdown-input",),
    ),
    (
        Provenance("vinted.fr", "2025-10", Source.EXTENSION, 1, _M),
        ("test_id=condition-select-dropdown-input",),
    ),
    (
        Provenance("vinted.fr", "2026", Source.CODE, 1, _L),
        ("test_id=material-multi-list-dropdown-input",),
    ),
    (
        Provenance("vinted.com, .fr", "2026-10", Source.CAPTURE, 2, _M),
        ("id={code}", "empty-{code}", "test_id=category-{code}-single-list-input"),
    ),
    (
        Provenance("vinted.com, .fr, .de", "2026-10", Source.CAPTURE, 3, _H),
        (
            "test_id=category-{code}-single-list_search-input",
            "test_id=category-{code}-single-grid-input",
            "test_id=category-{code}-single-grid_chips-input",
            "test_id=category-{code}-multi-list-input",
            "/list_search-input$/",
            "/^(.+)-input$/",
        ),
    ),
    (
        Provenance("vinted.fr", "2026-09-20", Source.MEASURED, 2, _H),
        ("id=isbn", "test_id=isbn--input"),
    ),
    (
        Provenance("vinted.fr", "2026-09-07", Source.MEASURED, 1, _L),
        ("test_id=measurement-width--input", "test_id=measurement-length--input"),
    ),
    (Provenance("vinted.de", "2026-10", Source.EXTENSION, 2, _M), ("id=ai_photo",)),
    (
        Provenance("vinted.fr", "2026-08", Source.CAPTURE, 1, _M),
        ("test_id=prohibited-listing-education-upload-button",),
    ),
    (
        Provenance("vinted.co.uk", "2026", Source.CAPTURE, 1, _M),
        ("css=[data-testid='media-select-grid-delete-button-0']",),
    ),
    (
        Provenance("three markets", "2026-10", Source.MEASURED, 3, _H),
        ('css=label[for="package_type_selector_{id}"]',),
    ),
    (
        Provenance("vinted.com", "2026-10-06", Source.MEASURED, 1, _M),
        ("a[href*='/member/signup']", "a[href*='/member/login']"),
    ),
)
_LISTS: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.de", "2026-05", Source.DUMP, 2, _H),
        (
            *(".input-dropdown", ".ReactModal__Content:has(.input-dropdown__content)"),
            *("[class*='Cell__body']", "/navigating|with-chevron/", "[role=button]"),
            *("[class*='Cell__title']", "[class*='Cell__cell']", "[data-testid$='--title']"),
            *("li [role=button]", "[role=button]:not([aria-pressed])", "[id^=onetrust]"),
        ),
    ),
    (
        Provenance("vinted.fr, .com, .de", "2026-10-09", Source.MEASURED, 6, _H),
        (
            "[data-testid$='-select-dropdown-content']",
            "[data-testid^='category-'][data-testid$='-content']",
            *("${stem}-content", "${each}-close-button", "${each}-chevron-${way}"),
            *("[data-testid$='-chevron-${way}']", "[role=radio]", "[role=checkbox]"),
            *("[aria-checked]", "[role=dialog]"),
        ),
    ),
    (
        Provenance("vinted.fr", "2026-08-06", Source.EXTENSION, 2, _H),
        ("[data-testid$='--loader']", "${each}--loader"),
    ),
    (
        Provenance("vinted.dk, .fr", "2026-10", Source.EXTENSION, 3, _H),
        (
            *(".ReactModal__Content", ".web_ui__Dialog__content"),
            "/(save|done|confirm|submit|apply)[a-z-]*$/",
            "/(close|clear|cancel|save|chevron)[a-z-]*$|--clear/",
            "/(?<!\\b(non|not|un))(--|__|-|_)(selected|pressed)(__\\w+)?$/",
        ),
    ),
    (Provenance("vinted.fr", "2026-09", Source.MEASURED, 1, _M), ("[role=tab]", "[role=tablist]")),
    (
        Provenance("HTML and ARIA", "2026-11", Source.DOCUMENTATION, 1, _H),
        (
            *("dialog[open]", "[aria-modal=true]", "[role=option]", "[aria-pressed]"),
            *("input[type=radio]", "input[type=checkbox]", "[role=switch]", "[inert]"),
            *("[aria-hidden=true]", "[id]", "[data-testid]", "/^[a-z0-9]/", "/auto|scroll/"),
            *("input:is([type=radio], [type=checkbox])", "[aria-busy=true]", "[role=progressbar]"),
            "input:is([type=text], [type=search], :not([type])):not([readonly])",
            *("button:not([role], [aria-pressed])", "[role=radiogroup]", "[role=group]"),
            'input[type=radio]${attribute("name", box.name)}',
        ),
    ),
)
_WORDS: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.fr", "2026-09", Source.MEASURED, 1, _M),
        (
            *("fr: label=Titre", "fr: label=Description", "fr: label=Catégorie"),
            *("fr: label=Marque", "fr: label=Taille", "fr: label=État", "fr: label=Couleur"),
            *("fr: label=Matériau (recommandé)", "fr: label=Unisexe", "fr: label=Prix"),
            "fr: Fait",
        ),
    ),
    (
        Provenance("vinted.fr", "2026-09", Source.MEASURED, 3, _H),
        ("fr: button=Ajouter", "fr: button=Sauvegarder le brouillon"),
    ),
    (
        Provenance("vinted.de", "2026-05", Source.DUMP, 1, _H),
        (
            *("de: label=Titel", "de: label=Beschreibung", "de: label=Kategorie"),
            *("de: label=Marke", "de: label=Größe", "de: label=Zustand", "de: label=Farbe"),
            *("de: label=Material (empfohlen)", "de: label=Preis"),
            *("de: button=Hochladen", "de: button=Entwurf speichern"),
        ),
    ),
    (Provenance("vinted.de", "2026", Source.CODE, 1, _M), ("de: Fertig",)),
    (
        Provenance("vinted.com, .co.uk", "2026-10", Source.CAPTURE, 2, _H),
        ("en: button=Upload", "en: button=Save draft"),
    ),
)
_DIALOGS: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.de, .nl, .co.uk", "2026-10", Source.DUMP, 3, _H),
        ("#onetrust-banner-sdk", "id=onetrust-reject-all-handler"),
    ),
    (
        Provenance("vinted.com", "2026-10", Source.CODE, 1, _L),
        ("[data-testid='domain-select-modal--overlay']",),
    ),
    (
        Provenance("vinted.es", "2026-05", Source.CODE, 1, _M),
        ("[data-testid='item-upload-critical-error-dialog--overlay']",),
    ),
    (
        Provenance("vinted.fr", "2026-07-11", Source.MEASURED, 1, _M),
        ("dialog luxury_photos", "luxury_photos: articles de luxe"),
    ),
    (
        Provenance("vinted.com", "2026-10", Source.CAPTURE, 2, _M),
        ("dialog authenticity", "authenticity: authenti", "button=Close"),
    ),
    (
        Provenance("vinted.fr", "2026-07", Source.EXTENSION, 1, _M),
        (
            "button=Fermer",
            "dialog unknown",
            "css=:is([role=dialog], .web_ui__Dialog__content, .ReactModal__Content)"
            ":not([id^=onetrust], [id^=onetrust] *, :has(.input-dropdown__content))"
            " [data-testid*=close]",
            "css=:is([role=dialog], .web_ui__Dialog__content, .ReactModal__Content)"
            ":not([id^=onetrust], [id^=onetrust] *, :has(.input-dropdown__content))"
            " :is([aria-label=Close], [aria-label=Fermer])",
        ),
    ),
)
_CLOSERS: Final[tuple[Row, ...]] = (
    (
        Provenance("vinted.fr", "2026-08", Source.CODE, 1, _M),
        tuple(
            f"button={words}" for words in ("Plus tard", "Non merci", "OK", "Compris", "Continuer")
        ),
    ),
    (Provenance("vinted.com", "2026-10-08", Source.EXTENSION, 2, _H), ("button=Later",)),
    (
        # The equivalents of those in other languages.
        Provenance("", "2026-11", Source.ASSUMED, 0, _L),
        tuple(
            f"button={words}"
            for words in (
                *("Maybe later", "Not now", "No thanks", "Got it", "Continue", "Später"),
                *("Nicht jetzt", "Nein danke", "Nein, danke", "Verstanden", "Weiter"),
            )
        ),
    ),
)
_GUESSES: Final[tuple[Row, ...]] = (
    (
        # What would be natural beside what was seen, or what takes over where all names are gone.
        Provenance("", "2026-11", Source.ASSUMED, 0, _L),
        (
            *("near={label}", "name={code}", "test_id={code}", "radio={title}", "name=bump"),
            *("name=isbn", "id=measurement-width", "id=measurement_width"),
            *("id=measurement-length", "id=measurement_length"),
            *("name=ai_photo", "test_id=ai_photo--input", "test_id=catalog-search--input"),
            "test_id=category-{code}-multi-list_search-input",
            "test_id=category-{code}-multi-grid-input",
            "test_id=category-{code}-multi-grid_chips-input",
            *("id={code}-search-input", "test_id={code}-search--input"),
            'css=label:has([id="package_type_selector_{id}"])',
            "css=[data-testid^=package_type_selector_] input",
            *("/package_type_selector_\\d/", "/\\*\\s*$/", "/^\\p{L}/"),
            *("/[\\p{L}\\p{N}]$/", "/^[\\p{L}\\p{N}]/"),
            *("css=[aria-roledescription=sortable] button", "[id*=suggestion-badge]"),
            *("[class*=Loader]", "[class*=Spinner]", "/primary|filled/"),
            "/(cancel|close|clear|back|reset)[a-z-]*$/",
            *("de: label=Unisex", "en: label=Unisex", "en: Done", "button=Schließen"),
            # Typical of the site's English; seen in no markup.
            *("en: label=Title", "en: label=Describe your item", "en: label=Category"),
            *("en: label=Brand", "en: label=Size", "en: label=Condition", "en: label=Colour"),
            *("en: label=Material (recommended)", "en: label=Price"),
            *("luxury_photos: luxury items", "luxury_photos: luxusartikel"),
            *("authenticity: echtheit", "authenticity:  echt ", "dialog pay_wall"),
            *("pay_wall: abonnement", "pay_wall: subscription", "pay_wall: vinted pro"),
            *("pay_wall: abo.", "pay_wall: limite d'articles", "pay_wall: item limit"),
            *("pay_wall: artikellimit", "dialog card", "card: {words}"),
        ),
    ),
)
ROWS: Final[tuple[Row, ...]] = (
    *(*_FORM, *_LISTS, *_WORDS, *_DIALOGS, *_CLOSERS),
    *_GUESSES,
)
