"""For whom a thing is: relatives in every language, and the makers that make for some people only.

`femme`, `Damen` and their like are terms of the languages; weighing it belongs to
`browser.evidence.audience`.
"""

from typing import Final

from browser.sites.vinted.words.tables import terms, words

_MY: Final = {
    "fr_m": ("mon", "notre", "son", "ton"),
    "fr_f": ("ma", "notre", "sa", "ta"),
    "en": ("my", "our", "his", "her"),
    "de_m": ("mein", "meinem", "meinen", "unser", "unserem", "unseren", "meines"),
    "de_f": ("meine", "meiner", "unsere", "unserer"),
}
"""What stands before a relative: `son` is `his` in French, and a child in English."""


def _of(owners: str, who: str) -> str:
    return ", ".join(f"{owner} {one}" for one in who.split(", ") for owner in _MY[owners])


RELATIVES: Final = terms(
    {
        "men": ", ".join((
            _of("fr_m", "mari, copain, conjoint, père, papa, frère, grand père, homme, chéri, mec"),
            _of("en", "husband, boyfriend, dad, father, brother, grandad, fella, hubby"),
            _of("de_m", "Mann, Freund, Vater, Papa, Bruder, Opa"),
            "mi marido, mio marito, mijn man, mon compagnon",
        )),
        "women": ", ".join((
            _of("fr_f", "femme, copine, mère, maman, sœur, grand mère, compagne, chérie"),
            _of("en", "wife, girlfriend, mum, mother, mom, sister, nan, missus"),
            _of("de_f", "Frau, Freundin, Mutter, Mama, Schwester, Oma"),
            "the wife, the missus, mi mujer, mia moglie, mijn vrouw",
        )),
        "boy": ", ".join((
            _of("fr_m", "fils, petit fils, neveu, petit garçon, grand garçon, fiston"),
            _of("en", "son, grandson, nephew, little boy, boy, lad, little lad, sons"),
            _of("de_m", "Sohn, Sohnes, Enkel, Neffe, Neffen, Junge, Jungen, Kleiner, Kleinen"),
            "sohn, sohnemann, mi hijo, mio figlio, mijn zoon, little boy, little boys, bub",
        )),
        "girl": ", ".join((
            _of("fr_f", "fille, petite fille, nièce, puce, fillette, grande fille"),
            _of("en", "daughter, granddaughter, niece, little girl, girl, daughters"),
            _of("de_f", "Tochter, Enkelin, Nichte, Kleine"),
            "tochter, mein mädchen, mein mädel, mi hija, mia figlia, mijn dochter, little girl, "
            "little girls, mädel, mädels",
        )),
        "kids": ", ".join((
            _of("en", "kids, children, grandchildren, little one, toddler"),
            "mes enfants, nos enfants, meine kinder, unsere kinder, meinen kindern, "
            "mes petits enfants, kiddies, toddler, toddlers, junior, enfant, ado",
        )),
        "baby": "bb, nouveau né, nouveau nés, newborn, neugeborene",
    }
)  # fmt: skip
GIVERS: Final = words(
    "cadeau cadeaux offert offerte offerts offertes par gift gifts present from geschenk geschenkt "
    "von tricoté tricotée cousu knitted made gestrickt regalo"
)
"""Where one of these stands before a relative, and one of `BY` next to it, the relative gave it."""
BY: Final = words("de par from by von di da van od")
EVENTS: Final = words(
    "mariage mariages communion baptême anniversaire fête wedding christening birthday prom party "
    "Hochzeit Konfirmation Kommunion Taufe Geburtstag Jugendweihe Einschulung Abiball"
)
"""Where it was worn, whosever they were: `Konfirmation meines Sohnes` is for nobody."""
EITHER_SEX: Final = words(
    "mixte mixtes unisexe unisexes unisex neutre geschlechtsneutral gender-neutral"
)
FROM_AGE: Final = words(
    "ab from dès des partir over depuis il ya vor seit ago since acheté achetée gekauft alter"
)
"""`ab 8 Jahren`, `dès 7 ans`, `il y a 3 ans`: no size."""
PEOPLE_IN_NAMES: Final = frozenset(
    {
        *(
            "spider man",
            "nobody s child",
            "nobodys child",
            "iron man",
            "action man",
            "ant man",
            "one man",
            "he man",
            "pac man",
        ),
        *("super man", "bat man", "lady dior", "lady gaga", "lady bug", "beastie boys"),
        *("spice girls", "backstreet boys", "gossip girl", "game boy", "gameboy boy", "mega man"),
        *("baby blue", "baby pink", "bleu bébé", "rose bébé", "baby doll", "bad boy", "bad girl"),
        *(
            "cry baby",
            "boy friend",
            "boy london",
            "baby spice",
            "man utd",
            "man united",
            "man city",
        ),
        *("mother daughter", "kind of", "baby yoda", "cover girl", "it girl", "baby phat"),
        *("pretty woman", "wonder woman", "cat woman", "dame jeanne", "notre dame", "tom boy"),
        *(
            "women secret",
            "women s",
            "bébé confort",
            "baby dior",
            "big boy",
            "best man",
            "kid rock",
        ),
    }
) - {"women s"}
"""Names in which a person is nobody who wears it."""
AUDIENCE_BRANDS: Final = terms(
    {
        "women": "Pimkie, Promod, Jennyfer, Camaïeu, Cache Cache, Naf Naf, Stradivarius, "
        "Tally Weijl, Vero Moda, Only, Etam, Undiz, Calzedonia, Brandy Melville, "
        "Claudie Pierlot, Isabel Marant, Liu Jo, ba&sh, Sézane, Damart, Morgan, Caroll, "
        "Grain de Malice, 1.2.3, Kookaï, Ted Lapidus Femme, Princesse tam.tam, Darjeeling, "
        "Intimissimi, Victoria's Secret, Women'secret, Oysho, Miss Selfridge, Oh Polly, "
        "PrettyLittleThing, Missguided, Coast, Phase Eight, Hobbs, Monki, Orsay, Gina Tricot, "
        "NA-KD, Pieces, Pandora, Rouje, Des Petits Hauts, Maje, Lipsy, Wallis, Roman Originals, "
        "Bonmarché, Dorothy Perkins, Jacqueline de Yong, Vila, Opus, Yessica, Gerry Weber, "
        "Betty Barclay, Maison 123, Lola Liza, San Marina, Minelli, Tamaris, Sweaty Betty, "
        "Gabor, Paul Green, Peter Kaiser, Högl, Marco Tozzi, Remonte, Caprice, Unisa, Jonak, "
        "Kurt Geiger, Nine West, Irregular Choice, Fly London, Karen Millen, Oasis Fashion, "
        "Monsoon, Jigsaw London, Whistles, Mint Velvet, Quiz, Yours Clothing, Simply Be, Evans, "
        "Per Una, Apricot, Anthropologie, Ganni, Reformation, Rixo, Cecil, Street One, Comma, "
        "Marc Cain, Riani, Basler, Bonita, Hallhuber, Zero, Raffaello Rossi, Ichi, B.Young, "
        "Noisy May, Soyaconcept, Masai, Sheego, Ulla Popken, Triumph, Chantelle, Aubade, "
        "Simone Pérèle, Passionata, Hunkemöller, Boux Avenue, Ann Summers, Bravissimo, Freya, "
        "Panache, Vanessa Bruno, Sessùn, Balzac Paris, Tara Jarmon, Gerard Darel, Bréal, "
        "Un Jour Ailleurs, Mim, Cop.Copine, La Fée Maraboutée, Molly Bracken, Xanaka, "
        "Envie de Fraise, Seraphine",
        "men": "Celio, Jules, Brice, Devred, Jack & Jones, Bruce Field, Burton Menswear, Olymp, "
        "Eterna, Teddy Smith Homme, Redskins, Izac, Armand Thiery Homme, Bexley, Eden Park, "
        "Camp David, Jake's, Walbusch, Charles Tyrwhitt, TM Lewin, Moss Bros, Jacamo, "
        "Kaporal Homme, Serge Blanco, Selected Homme, Only & Sons, Cedarwood State, "
        "Roy Robson, Digel, Baldessarini, Strellson, Engbers, Casa Moda, Seidensticker, Signum, "
        "Hawes & Curtis, Thomas Pink, Ben Sherman, Farah, Topman, boohooMAN, Father & Sons, "
        "Vicomte A, Hackett, Jeff Banks, Floris van Bommel, Loake, Lloyd Herren",
        "kids": "Okaïdi, Obaïbi, Vertbaudet, Sergent Major, Catimini, Petit Bateau, Jacadi, "
        "Absorba, Orchestra, Tape à l'œil, Du Pareil au Même, DPAM, Kickers, Cyrillus, "
        "In Extenso Bébé, Lupilu, Topolino, Sigikid, Sanetta, Steiff, Jako-o, Name it, "
        "Noukies, Noukie's, Bout'chou, Tex Baby, Mini Boden, JoJo Maman Bébé, Mothercare, "
        "Pepperts, Superfit, Elefanten, Ricosta, Babymoov, Chicco, Grain de blé, Lisa Rose, "
        "Ergee, Kanz, Bondi, Kuniboo, Nutmeg, Bluezoo, Natalys, Bonton, Marese, Ikks Junior",
    }
)
"""Makers that everybody knows to make for these people, by general knowledge, 2026-11-29.

A maker only leans: `Petit Bateau` makes for women as well, so a size for grown-ups wins over it.
"""
BESIDES: Final = words(
    "avec sans with without mit ohne inkl inklusive incl inclus vendu vendue vendus + plus comes "
    "included inkludiert con sin senza zonder met w porté portée portés portées worn getragen mis "
    "mise acheté achetée achetés bought gekauft"
)
PURPOSES: Final = words("pour für for fürs compatible compatibles passend para per voor dla")
ABSENCES: Final = words(
    "nicht pas non inclus incluse not included dabei fehlt manque manquant missing aucun aucune "
    "kein keine keinen no never jamais nie"
)
ADD_ONS: Final = words(
    "coque coques étui étuis hülle hüllen handyhülle schutzhülle case cover chargeur chargeurs "
    "ladegerät charger câble ladekabel cable housse tasche sacoche sleeve verre panzerglas "
    "protector custodia funda hoesje netzteil dock halterung support ständer stand armband strap"
)
DEVICES: Final = words("phone tablet computer laptop camera wearables smartwatch")
PRESUMED: Final = words(
    "handbag shoulderbag tote clutch necklace earrings bracelet bag jewellery headscarf hairclip "
    "makeup"
)
PLATFORMS: Final = words(
    "ps4 ps5 switch xbox wii gameboy sega oldxbox oldplaystation oldnintendo 3ds 2ds"
)
SET_APART: Final = words("maternity pet dog dogs cat cats")
