"""French: what sellers write on vinted.fr, .be and .lu.

The things that categories are named after are in `terms_fr`.
"""

import re
from collections.abc import Mapping
from typing import Final, TypeVar

from browser.matching.text import HALF, Vocabulary
from browser.sites.vinted.words.tables import meanings, usual, words
from browser.sites.vinted.words.terms_fr import TERMS
from browser.sites.vinted.words.things.fr import THINGS

T = TypeVar("T")


def _participles(table: Mapping[str, T]) -> Mapping[str, T]:
    """With the feminine and the plurals of each: a shirt is `porté`, a skirt `portée`."""
    bent = {
        re.sub(r"é\b", ending, phrase): ids
        for phrase, ids in table.items()
        for ending in ("ée", "és", "ées")
    }
    return {**bent, **table}


_LIGHT_WEAR: Final = (
    "quelques traces d'usure, quelques petites traces d'usure, "
    "petites traces d'usure, légères traces d'usure, "
    "quelques légères traces d'usure, traces d'usure légères, "
    "traces normales d'usure, quelques traces d'utilisation, "
    "légères traces d'utilisation, petites traces d'utilisation, "
    "traces d'usage légères, légère usure, petite usure, usure légère, "
    "légers signes d'usure, quelques signes d'usure, un peu bouloché, "
    "légèrement bouloché, bouloche un peu, quelques bouloches, "
    "petites bouloches"
)
_CONDITIONS: Final = _participles(
    meanings(
        {
            "6": "neuf avec étiquette, avec étiquette, neuf ac étiquette, ac étiquette, tag encore "
            "accroché, tag encore dessus, tag accroché, étiquette accrochée, neuf av "
            "étiquette, av étiquette, avec étiq, "
            "av étiq, c étiquette, avec l'étiquette, étiqueté, encore étiqueté, étiquette "
            "encore dessus, étiquette dessus, étiquette présente, emballé, encore emballé, neuf "
            "emballé, sous blister, emballage d'origine, neuf sous emballage, dans son "
            "emballage",
            "1": "neuf sans étiquette, sans étiquette, ss étiquette, s étiquette, "
            "sans l'étiquette, sans étiq, ss étiq, s étiq, étiquette enlevée, "
            "étiquette retirée, étiquette coupée, sans emballage, sans boîte, étiquette "
            "arrachée, étiquettes enlevées, plus d'étiquette",
            "6 1": "juste essayé, essayé une fois, étiquette, étiquettes, étiq, jms porté, jms "
            "mis, neuf, neuve, jamais "
            "porté, jamais utilisé, jamais mis, jamais servi, état neuf, non porté",
            "2": "porté 2 ou 3 fois, porté deux ou trois fois, très bon, très bon état, tb état, "
            "tbe, ttbe, excellent, excellent état, comme neuf, comme neuve, état comme neuf, "
            "quasi neuf, quasi neuve, quasiment neuf, presque neuf, parfait, parfait état, "
            "impeccable, impec, nickel, peu porté, très peu porté, peu servi, très peu servi, "
            "comme 9, porté 1x, porté 2x, mis 1x, porté une fois, porté une seule fois, porté 1 "
            "seule fois, une seule fois porté, une fois porté, porté qu'une fois, porté deux "
            "fois, porté trois fois, porté 1 fois, porté 2 fois, porté 3 fois, mis une fois, "
            "mis 2 fois, mis 1 fois, aucun défaut, sans défaut, super état, superbe état, servi "
            "une fois, servi 1 fois, servi une seule fois, servi deux fois, servi 2 fois, "
            "utilisé une fois, utilisé 1 fois, utilisé une seule fois, utilisé deux fois, "
            "utilisé 2 fois, mis une seule fois, mis deux fois, mis trois fois, peu utilisé, "
            "très peu utilisé, peu mis, très peu mis",
            "3": "bon, bonne, bn, bon état, bonne état, be, b état, bon usage, bon état général, "
            "assez bon état, servi quelques fois, utilisé quelques fois, porté quelques fois, "
            "porté qq fois",
            "4": "satisfaisant, moyen, état moyen, passable, acceptable, état acceptable, usé, "
            "usagé, très usé, beaucoup porté, très porté, abîmé, mauvais état, mauvais, "
            "médiocre, défraîchi, traces d'usure importantes, fatigué, en l'état, vendu en l'état, "
            "à retoucher, à réparer, à recoudre, pour bricoleur, hs, délavé, élimé, troué",
            "3 4": f"{_LIGHT_WEAR}, "
            "usage, usure, traces, trace, marques, marques d'usure, usure normale, "
            "déchirure, déchiré, décoloré, griffe, griffes, rayure, rayures, éraflure, éraflures, "
            "porté plusieurs fois, correct, état correct, convenable, état d'usage, "
            "signes d'usure, traces d'usure, bouloches, quelques bouloches, petit défaut, "
            "petits défauts, petite tache, tache, taches, trou, accroc, défaut, défauts",
            "2 3 4": "2e main, 2ème main, 2nde main, deuxième main, propre, occasion, "
            "d'occasion, seconde main, porté, déjà porté",
        }
    )
)
_USUAL: Final = {
    "condition": _participles(
        usual(
            {
                "1": "jms porté, jms mis, jamais porté, jamais utilisé, jamais mis, jamais servi, "
                "non porté",
                "3": _LIGHT_WEAR,
                "open": "état correct",
            }
        )
    )
}
_COLORS: Final = meanings(
    {
        "1": "noir, noire, noirs, black, jais, ébène, noir délavé, noir profond",
        "3": "gris, grise, gris clair, gris foncé, gris anthracite, anthracite, gris chiné, "
        "gris souris, gris perle, ardoise, gris foncé chiné, gris acier",
        "12": "blanc, blanche, blancs",
        "20": "crème, écru, écrue, ivoire",
        "20 12": "blanc cassé, nacre, nacré",
        "4": "beige, sable, beige clair, ficelle, lin, mastic, greige",
        "4 2": "taupe, camel, beige foncé",
        "2 4": "cognac, caramel, fauve, tabac",
        "20 4": "champagne",
        "4 24": "nude, chair, beige rosé, rose nude",
        "21": "abricot, pêche",
        "11": "orange, mandarine, orange fluo, orangé",
        "11 2": "rouille, brique, terracotta, terre cuite, cuivre",
        "22": "corail, saumon, rose saumon, rose corail",
        "7": "rouge, rouge vif, rouge cerise, cerise, vermillon, rouge coquelicot, rubis, "
        "rouge sang",
        "23": "bordeaux, lie de vin, grenat, rouge bordeaux",
        "23 7": "rouge foncé, rouge sombre, framboise",
        "5": "fuchsia, fushia, fuschia, rose fushia, rose fuschia, rose fuchsia, rose vif, rose "
        "fluo, magenta, rose bonbon, rose flashy",
        "24": "rose, rose pâle, rose clair, rose poudré, vieux rose, rose pastel, rose poudre, "
        "rose layette, bois de rose, rose dragée, rose tendre",
        "6": "violet, violette, prune, aubergine, pourpre, violet foncé",
        "25": "lila, lilas, lavande, parme",
        "25 6": "mauve, violet clair",
        "26": "bleu clair, bleu ciel, bleu pâle, bleu pastel, bleu layette, ciel, bleu bébé, "
        "bleu glacier",
        "9": "bleu, bleue, bleu roi, bleu électrique, bleu cobalt, bleu klein, cobalt, bleu "
        "vif, bleu outremer",
        "27": "marine, bleu marine, bleu nuit",
        "27 9": "bleu foncé, indigo, bleu brut",
        "9 27": "bleu jean, denim, jean, bleu denim",
        "17": "turquoise, bleu turquoise, turquoises, bleu lagon",
        "17 9": "bleu canard, bleu pétrole, pétrole",
        "17 10": "bleu vert, vert bleu, canard",
        "30": "menthe, vert menthe, vert d'eau",
        "10": "vert, verte, vert pomme, vert émeraude, émeraude, vert prairie, vert gazon",
        "10 8": "vert fluo, vert anis, anis",
        "10 30": "vert clair, vert pastel, vert amande, vert sauge",
        "28": "vert foncé, vert sapin, vert bouteille, vert anglais, vert forêt, sapin, vert "
        "empire",
        "16": "kaki, vert kaki, vert olive, olive, vert militaire, vert armée",
        "2": "marron, brun, brune, chocolat, marron foncé, marron clair, café, marron glacé, "
        "noisette, brun foncé, moka, marron chocolat",
        "29": "moutarde, jaune moutarde, ocre, curry, safran",
        "8": "jaune, jaune fluo, jaune citron, jaune clair, jaune poussin, jaune pâle, jaune "
        "soleil",
        "13": "argenté, argentée, argent, couleur argent",
        "14": "doré, dorée, or, couleur or, laiton, couleur laiton",
        "13 14 3": "métallisé",
        "14 24": "or rose, rose gold",
        "15": "multicolore, multicolores, bariolé, plusieurs couleurs, toutes couleurs, arc en "
        "ciel, multi, multicouleur, multicouleurs, coloré, colorée, multi couleur, multi "
        "couleurs, imprimé multicolore",
        "32": "transparence, transparent, transparente, translucide",
        "4 3": "grège",
        "4 20": "avoine",
        "23 6": "cassis",
        "9 3": "bleu gris, gris bleu, bleu ardoise",
        "30 10": "céladon",
    }
)
_MATERIALS: Final = meanings(
    {
        "468": "acier, inox, acier inoxydable",
        "149": "acrylique",
        "122": "alpaga",
        "461": "argent, argent 925, argent massif",
        "123": "cachemire, cashmere",
        "301": "caoutchouc",
        "44": "coton, coton bio, gaze de coton, double gaze, popeline de coton",
        "43": "cuir, cuir véritable, vrai cuir, vachette, croûte de cuir, cuir d'agneau, "
        "cuir de vachette, "
        "cuir de veau, cuir de chèvre",
        "447": "cuir synthétique, simili cuir, similicuir, simili, faux cuir, skaï, polyuréthane",
        "305": "cuir verni, vernis, verni",
        "298": "daim, suède, nubuck, cuir suédé",
        "303": "denim, jean",
        "455": "dentelle",
        "445": "duvet, plume, plumes",
        "446": "fausse fourrure, fourrure synthétique",
        "451": "flanelle",
        "46": "laine, laine vierge",
        "440": "bambou",
        "467": "bois",
        "442": "carton",
        "443": "céramique, faïence, grès, terre cuite",
        "448": "feutre",
        "454": "jute",
        "302": "latex",
        "152": "mohair",
        "449": "mousse",
        "444": "mousseline",
        "463": "paille",
        "458": "papier",
        "462": "pierre",
        "459": "porcelaine",
        "460": "rotin, osier",
        "470": "silicone",
        "464": "tulle",
        "465": "tweed",
        "452": "verre, cristal",
        "146": "lin",
        "456": "maille, tricot",
        "121": "mérinos, laine mérinos",
        "457": "métal",
        "52": "nylon, polyamide",
        "178": "néoprène",
        "453": "or",
        "177": "peluche",
        "300": "plastique, pvc",
        "120": "polaire",
        "45": "polyester, polyestère",
        "311": "satin, satiné",
        "226": "sequin, paillettes",
        "49": "soie",
        "441": "toile",
        "466": "velours",
        "299": "velours côtelé, velours cotelé, côte de velours, velours à côtes, côtelé",
        "48": "viscose",
        "53": "élasthanne, spandex, lycra, stretch",
    }
)

FRENCH: Final = Vocabulary(
    "fr",
    usual=_USUAL,
    meanings={
        "condition": _CONDITIONS,
        "color": _COLORS,
        "material": _MATERIALS,
        "parcel_size": meanings(
            {
                "1": "petit, petite, s, enveloppe, petit colis",
                "2": "moyen, moyenne, m, boîte à chaussures, moyen colis",
                "3": "grand, grande, l, gros, carton, carton de déménagement, grand colis, "
                "gros colis",
            }
        ),
        "size": meanings(
            {
                "none": "sans taille, pas de taille, aucune taille, aucune, sans, n a, "
                "na, non applicable"
            }
        ),
        "brand": meanings(
            {
                "none": "sans marque, aucune, aucune marque, pas de marque, inconnue, "
                "marque inconnue, non précisée, sans, fait par ma mamie, fait par ma grand-mère, "
                "fait par ma mère, fait par ma maman, fait par mamie, fait par maman, "
                "fait par moi, fait par mes soins, cousu main, cousu par mes soins, cousu par moi, "
                "tricoté main, tricoté par ma mamie, tricoté par ma grand-mère, tricoté par mamie, "
                "artisanal"
            }
        ),
    },
    terms={**TERMS, **THINGS},
    noise={
        "": words("de du des d le la les l un une et en à au aux pour ce cette mon ma"),
        "category": words("avec"),
        "condition": words(
            "état condition général l article vêtement en de du des d le la les à "
            "son sa ses leur leurs mais a est été tout toute voir photo photos cf"
        ),
        "color": words("couleur couleurs coloris teinte"),
        "material": words("matière matériau 100 tissu"),
        "parcel_size": words("format colis taille"),
        "size": words("taille tailles pointure pt p t homme femme fille garçon enfant"),
        "brand": words("marque"),
    },
    light={
        "category": words(
            "noir noire blanc blanche gris grise bleu bleue rouge rose vert verte jaune beige "
            "marron marine kaki violet orange bordeaux cuir laine coton lin soie velours satin "
            "dentelle jean denim rayé rayée carreaux uni imprimé fleuri fleurs fleurie vintage "
            "lot lots neuf neuve oversize taille tailles ans gros grosse petit petite joli jolie "
            "beau belle "
            "argent or doré argenté personne personnes super très léger légère chaud chaude "
            "élégant élégante sexy tendance moderne classique original originale basique rétro "
            "décontracté confortable doux douce brodé brodée léopard zébré camouflage bohème boho "
            "verre bois céramique porcelaine cristal marque qualité mom ample moulant moulante "
            "ajusté ajustée design capuche fourrure grand grande "
            "bon bonne état parfait parfaite lapin ours ourson licorne éléphant girafe renard "
            "panda koala dinosaure dino singe mouton hibou tigre lion étoile étoiles coeur coeurs"
        ),
        "color": words(
            "clair claire foncé foncée pâle vif vive uni unie chiné chinée mat mate brillant "
            "rayé rayée rayures pois carreaux motif motifs imprimé imprimée avec à rayée "
            "délavé délavée pastel fluo pailleté pailletée et très"
        ),
        "material": words(
            "majoritaire majoritairement doublé doublure intérieur extérieur jersey bio "
            "véritable vrai pur pure naturel recyclé mélangé mélange principalement doux douce "
            "lavé épais épaisse fin fine souple chaud léger légère"
        ),
    },
    denials=words("pas non ni jamais entre sauf ou"),
    joiners=words("et ou"),
    sizes={
        **dict.fromkeys(("taille unique", "unique", "tu", "universel", "universelle"), "one"),
        **{"petit": "s", "moyen": "m", "large": "l", "très grand": "xl"},
        **dict.fromkeys(("autre", "autres"), "other"),
        **dict.fromkeys(("naissance", "nouveau né", "né"), "newborn"),
        **dict.fromkeys(("prématuré", "prématurés", "préma"), "preemie"),
        **dict.fromkeys(("italienne", "italien"), "it"),
        "grande taille": "",
        **dict.fromkeys(("et demi", "et demie"), HALF),
    },
    units={
        **dict.fromkeys(("ans", "an", "a"), "y"),
        **dict.fromkeys(("mois", "m"), "m"),
    },
    systems=("fr",),
)
