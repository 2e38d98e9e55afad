"""Words of sizes and measures in the seven languages that sellers write in.

What they say of a size belongs to `browser.matching.size_parser`.
"""

from typing import Final

from browser.matching.text import BY, EQUALS, OR_MORE, UP_TO
from browser.sites.vinted.words.tables import terms, words

SIGNS: Final = terms(
    {
        BY: "sur, par, by, auf, mal, por, per, op, na",
        UP_TO: "jusqu'à, jusqu à, bis, bis zu, up to, hasta, fino a, do, tot, max, maximum",
        OR_MORE: "et plus, and up, and more, and over, and above, und mehr, o más, y más, e oltre, "
        "en meer, i więcej, ou plus, or more, oder mehr",
        EQUALS: "=, soit, soit un, soit une, c'est à dire, équivalent, équivaut à, équivalent à, "
        "correspond à, correspond à un, correspond au, entspricht, entspricht einer, that is, "
        "that's a, equals, equivalent to, ie, i.e., equivale a, corrisponde a, cioè, es decir, "
        "d.h., das heißt, oftewel, czyli",
        "single": "simple, single, Einzelbett, Einzel, 1 personne, une personne, 1 place, "
        "une place, individual, singolo, matrimoniale singolo, 1 persoons, eenpersoons, pojedyncze",
        "double": "double, Doppelbett, Doppel, 2 personnes, deux personnes, 2 places, "
        "deux places, matrimonio, matrimoniale, 2 persoons, tweepersoons, podwójne",
        "it": "italien, italienne, italian, italienisch, italienische, italiano, "
        "italiana, italiaanse",
        "fr": "français, française, french, französisch, französische, francés, francese, franse",
        "uk": "anglais, anglaise, britannique, british, englisch, englische, inglés, inglesa",
        "us": "américain, américaine, american, amerikanisch, amerikanische, americano, americana, "
        "amerykański, amerykańska",
        "eu": "européen, européenne, european, europäisch, europäische, europeo, europea, "
        "europese, allemand, allemande, german, deutsch, deutsche, espagnol, "
        "espagnole, spanish, spanisch",
        "baby": "infant, infants, toddler, baby",
        "junior": "junior, youth",
        "child": "child, kids, kid",
        "one": "unitaille, talla única, taglia unica, one size fits, ajustable à tous, einheitsgr, "
        "uniwersalny, uniwersalna",
        "adjustable": "ajustable, réglable, adjustable, verstellbar, regulable, regolabile, "
        "verstelbaar, regulowany, anneau ouvert",
    }
)
UNITS: Final = terms(
    {
        "inch": "inch, inches, pouce, pouces, zoll, pulgadas, pollici, cali",
        "cm": "centimètre, centimètres, centimeter, centimeters, centimetres, Zentimeter, cms, "
        "centímetros, centimetri, centymetrów",
        "mm": "millimètre, millimètres, millimeter, millimeters, Millimeter, milímetros, "
        "millimetri",
        "kg": "kilo, kilos, kgs, kilogramme, kilogrammes, Kilogramm, chili",
    }
)
SIZED: Final = words(
    "col encolure cou tour tête poitrine poignet diamètre cadran boîtier bague lit matelas rideau "
    "rideaux voilage voilages hauteur longueur long bonnet stature environ env ceinture écran "
    "lot lots set paire pair paar système collar neck head case dial face watch ring bed "
    "mattress curtain curtains drop cup "
    "height approx around about length Kragenweite Kragen Kopfumfang KU Umfang Durchmesser "
    "Zifferblatt Gehäuse Ring Ringgröße Bett Matratze Vorhang Vorhänge Gardine Höhe Länge "
    "Körpergröße Cup ca etwa circa Konfektion anillo cama cortina cortinas cuello esfera collo "
    "letto tenda anello quadrante testa bed gordijn gordijnen ring kolnierz łóżko zasłona "
    "groupe group Gruppe grupo gruppo groep grupa"
    " EN ISO taglia talla maat rozmiar misura numero número numer nummer num nr n"
)
"""What a size is of, or how it was taken, which says nothing about which one it is."""
