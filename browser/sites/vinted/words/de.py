"""German: what sellers write on vinted.de and .at.

The things that categories are named after are in `terms_de`.
"""

from typing import Final

from browser.matching.text import Vocabulary
from browser.sites.vinted.words.tables import meanings, usual, words
from browser.sites.vinted.words.terms_de import COMPOUNDS, TERMS
from browser.sites.vinted.words.things.de import THINGS

_LIGHT_WEAR: Final = (
    "leichte Gebrauchsspuren, normale Gebrauchsspuren, kleine Gebrauchsspuren, "
    "minimale Gebrauchsspuren, geringe Gebrauchsspuren, "
    "wenige Gebrauchsspuren, übliche Gebrauchsspuren, leichte Tragespuren, "
    "minimale Tragespuren, leichtes Pilling, etwas Pilling, kleine Kratzer, "
    "leichte Kratzer, kleiner Kratzer"
)
_CONDITIONS: Final = meanings(
    {
        "6": "neu mit Etikett, mit Etikett, m Etikett, mit Etiketten, mit Preisschild, Etikett "
        "noch dran, "
        "originalverpackt, ovp, noch verpackt, noch originalverpackt, Preisschild noch dran, "
        "Preisschild, Etikett dran, Etikett hängt dran, Etikett hängt noch dran, "
        "mit Schild, originalverpackung",
        "1": "neu ohne Etikett, ohne Etikett, o Etikett, ohne Etiketten, ungetragen ohne Etikett, "
        "Etikett ab, Etikett entfernt, Etikett abgeschnitten, Etiketten entfernt, ohne Schild, "
        "ohne Preisschild",
        "6 1": "anprobiert, nur anprobiert, nie benutzt, Etikett, Etiketten, neu, ungetragen, "
        "nie getragen, unbenutzt, nagelneu, noch nie "
        "getragen",
        "2": "sehr gut, s gut, s guter, s gutem, sehr guter, sehr gutem, sehr gut erhalten, wie "
        "neu, neuwertig, so gut "
        "wie neu, "
        "fast neu, ausgezeichnet, einmal getragen, nur einmal getragen, zweimal getragen, 1x "
        "getragen, 2x getragen, 1 mal getragen, 2 mal getragen, sehr gepflegt, "
        "kaum getragen, selten getragen, wenig getragen, einmal benutzt, nur einmal benutzt, "
        "zweimal benutzt, 1x benutzt, 2x benutzt, kaum benutzt, selten benutzt, wenig benutzt, "
        "top, tadellos, einwandfrei, perfekt, "
        "makellos, super, 1a, tipptopp",
        "3": "gut, guter, gute, gutem, gut erhalten, gebraucht gut, guter gebrauchter, "
        "mehrmals getragen",
        "4": "zufriedenstellend, stark getragen, abgenutzt, abgetragen, viel getragen, "
        "schlecht, schlechter, starke Gebrauchsspuren, deutliche Gebrauchsspuren, defekt, "
        "kaputt, stark gebraucht, Bastler",
        "3 4": f"{_LIGHT_WEAR}, "
        "in Ordnung, ok, okay, akzeptabel, Gebrauchsspuren, leichte Gebrauchsspuren, Fleck, "
        "Flecken, Loch, Löcher, Pilling, Mängel, Mangel, Makel, Verfärbung, verwaschen, Riss, "
        "Kratzer, normale Gebrauchsspuren, Knötchen",
        "2 3 4": "gebraucht, gebrauchter, getragen, second hand",
    }
)
_USUAL: Final = {
    "condition": usual(
        {
            "1": "nie benutzt, ungetragen, nie getragen, unbenutzt, "
            "noch nie getragen, noch nie benutzt",
            "3": _LIGHT_WEAR,
        }
    )
}
_COLORS: Final = meanings(
    {
        "1": "schwarz, schwarze, schwarzer, schwarzes, tiefschwarz, mattschwarz, mattschwarze, "
        "mattschwarzer",
        "3": "grau, graue, hellgrau, silbergrau, dunkelgrau, anthrazit, grau meliert, graumeliert, "
        "steingrau, mausgrau, schiefergrau",
        "12": "weiß, weiss, weiße, weisse, schneeweiß",
        "20": "creme, elfenbein, cremeweiß, cremefarben, ecru, eierschale",
        "20 12": "offwhite, wollweiß, naturweiß, off white",
        "4": "beige, sand, sandfarben",
        "4 2": "camel, taupe",
        "2 4": "cognac, hellbraun, karamell, caramel",
        "20 4": "champagner, champagnerfarben",
        "21": "aprikose, apricot, pfirsich",
        "11": "orange",
        "11 2": "rost, rostrot, kupfer, terrakotta, kupferfarben",
        "22": "korallenrot, koralle, lachs, lachsfarben",
        "7": "rot, rote, roter, rotes, knallrot, hellrot, kirschrot, feuerrot, ziegelrot",
        "23": "burgunderrot, bordeaux, weinrot, bordeauxrot, burgund",
        "23 7": "dunkelrot",
        "5": "pink, knallpink, fuchsia, magenta, himbeer, himbeerrot, beere, beerenfarben",
        "24": "rose, rosa, rosé, hellrosa, altrosa, rosafarben, zartrosa, rosenholz, puderrosa",
        "6": "lila, violett, dunkellila, pflaume, aubergine",
        "25": "flieder, lavendel, fliederfarben, helllila",
        "26": "hellblau, himmelblau, babyblau, eisblau, hell blau",
        "9": "blau, blaue, blauer, blaues, königsblau, royalblau, kobaltblau, stahlblau, "
        "kornblumenblau, mittelblau",
        "27": "marineblau, dunkelblau, navy, marine, nachtblau, dunkel blau, tintenblau, navyblau",
        "27 9": "indigo",
        "9 27": "jeansblau",
        "17": "türkis, türkisblau, türkisgrün",
        "17 9": "petrol",
        "30": "mintgrün, mint",
        "10 30": "hellgrün, salbei, salbeigrün, hell grün",
        "10": "grün, grüne, grünes, smaragd, gruen, grasgrün, smaragdgrün, jadegrün, "
        "apfelgrün, maigrün,"
        " wiesengrün",
        "28": "dunkelgrün, tannengrün, flaschengrün, waldgrün, dunkel grün, moosgrün",
        "16": "khaki, oliv, olivgrün, olive, militärgrün, armeegrün",
        "2": "braun, braune, brauner, dunkelbraun, cognacbraun, rehbraun, rostbraun, mokka, "
        "nussbraun, schokobraun, "
        "schokolade, nougat, zimt, kastanienbraun, haselnussbraun, mittelbraun",
        "29": "senffarben, senf, senfgelb, ocker",
        "8": "gelb, gelbe, gelbes, zitronengelb, hellgelb, neongelb, sonnengelb",
        "13": "silber, silbern, silberfarben",
        "14": "gold, golden, goldfarben",
        "15": "bunt, bunte, buntes, mehrfarbig, multicolor, verschiedene Farben, bunt "
        "gemustert, bunt gestreift, bunt gepunktet, bunt gemischt, kunterbunt, "
        "mehrfarbig gemustert",
        "32": "klar, durchsichtig, transparent",
        "4 3": "greige",
        "14 24": "roségold, rosegold",
        "9 26": "taubenblau, rauchblau",
        "4 20": "hafer, haferfarben",
    }
)
_MATERIALS: Final = meanings(
    {
        "468": "Stahl, Edelstahl",
        "149": "Acryl, Polyacryl",
        "122": "Alpaka",
        "461": "Silber, Sterlingsilber",
        "123": "Kaschmir, Cashmere",
        "301": "Gummi",
        "44": "Baumwolle, Bio-Baumwolle, Biobaumwolle, Baumwolljersey",
        "43": "Leder, Echtleder, echtes Leder, Rindsleder, Rindleder, Hirschleder, Nappaleder, "
        "Nappa, Kalbsleder, Kalbleder, Ziegenleder, Schafsleder, Schafleder, Schweinsleder, "
        "Lammnappa, Glattleder, Vollleder, Büffelleder, Sattelleder, Vollrindleder",
        "447": "Kunstleder, Lederimitat, veganes Leder",
        "305": "Lackleder, Lack",
        "298": "Wildleder, Veloursleder, Nubuk, Nubukleder, Rauleder",
        "303": "Denim, Jeans, Jeansstoff",
        "455": "Spitze",
        "445": "Daunen, Federn",
        "446": "Kunstfell, Kunstpelz, Fellimitat",
        "451": "Flanell",
        "46": "Wolle, Schurwolle, Lammwolle, Schafwolle",
        "440": "Bambus",
        "467": "Holz, Massivholz, Vollholz",
        "442": "Karton, Pappe",
        "443": "Keramik, Steingut",
        "448": "Filz",
        "454": "Jute",
        "302": "Latex",
        "152": "Mohair",
        "449": "Schaumstoff",
        "444": "Musselin, Chiffon",
        "178": "Neopren",
        "463": "Stroh",
        "458": "Papier",
        "462": "Stein",
        "459": "Porzellan",
        "460": "Rattan",
        "470": "Silikon",
        "464": "Tüll",
        "465": "Tweed",
        "452": "Glas",
        "146": "Leinen, Leinenmix, Leinenstoff",
        "456": "Strick",
        "121": "Merino, Merinowolle",
        "457": "Metall",
        "52": "Nylon, Polyamid",
        "453": "Gold",
        "177": "Plüsch",
        "300": "Kunststoff, Plastik",
        "120": "Fleece",
        "45": "Polyester",
        "311": "Satin",
        "226": "Pailletten",
        "49": "Seide",
        "441": "Leinwand, Canvas",
        "466": "Samt",
        "299": "Cord, Kord, Cordsamt, Feincord, Breitcord, Babycord",
        "48": "Viskose",
        "53": "Elasthan, Elastan, Stretch",
    }
)

GERMAN: Final = Vocabulary(
    "de",
    usual=_USUAL,
    meanings={
        "condition": _CONDITIONS,
        "color": _COLORS,
        "material": _MATERIALS,
        "parcel_size": meanings(
            {
                "1": "klein, s, umschlag",
                "2": "mittel, m, schuhkarton",
                "3": "groß, l, umzugskarton",
            }
        ),
        "size": meanings({"none": "keine Größe, ohne Größe, keine, ohne"}),
        "brand": meanings(
            {
                "none": "ohne Marke, keine, keine Marke, unbekannt, selbstgemacht, selbst gemacht, "
                "selbstgenäht, selbst genäht, selbstgestrickt, selbst gestrickt, "
                "von Oma gestrickt, von Oma genäht, Handarbeit, handgemacht"
            }
        ),
    },
    terms={**TERMS, **THINGS},
    noise={
        "": words("der die das den dem und ein eine in im"),
        "category": words("mit für"),
        "condition": words(
            "Zustand der die das im in ist noch erhalten siehe Foto Fotos Bild Bilder"
        ),
        "color": words("Farbe Farben farbig"),
        "material": words("Material 100 aus"),
        "parcel_size": words("Paket Größe"),
        "size": words(
            "für Größe Grösse Groesse Gr Schuhgröße Schuhgrösse Konfektionsgröße Damen Herren"
        ),
        "brand": words("Marke"),
    },
    light={
        "category": words(
            "schwarz schwarze weiß grau blau rot rosa grün gelb beige braun lila Leder Wolle "
            "Baumwolle Leinen Seide Samt Jeans gestreift kariert vintage neu oversize Größe "
            "Kapuze schöne schönes schöner warme warmer schick schicke elegant elegante elegantes "
            "modern moderne klassisch geblümt Blumen Leo bestickt bequem kuschelig retro sexy "
            "groß große "
            "klein kleine weich Mom Hase Bär Einhorn Elefant Giraffe Fuchs Panda Dino Dinosaurier "
            "Affe Eule Tiger Löwe Stern Sterne Herz Herzen guter Zustand"
        ),
        "color": words(
            "hell dunkel uni matt glänzend meliert pastell und mit m gestreift kariert gepunktet "
            "Streifen Punkten Muster"
        ),
        "material": words(
            "echt echtes echter reine reines reiner bio recycelt Mischung Mix weich weiche weicher "
            "weiches dick dicke dicker dünn dünne dünner fein feine feiner warm gewaschen leicht"
        ),
    },
    denials=words("s nicht kein keine nie zwischen außer oder"),
    joiners=words("und oder"),
    compounds=COMPOUNDS,
    sizes={
        **dict.fromkeys(("Einheitsgröße", "Einheitsgrösse", "onesize"), "one"),
        **{"klein": "s", "mittel": "m"},
        **dict.fromkeys(("andere", "anderes"), "other"),
        **dict.fromkeys(("Neugeborene", "Neugeborenes", "neugeboren"), "newborn"),
        **dict.fromkeys(("Frühchen", "Frühchens"), "preemie"),
    },
    units={
        **dict.fromkeys(("Jahre", "Jahr", "J"), "y"),
        **dict.fromkeys(("Monate", "Monat", "Mon"), "m"),
    },
    systems=("de", "eu"),
)
