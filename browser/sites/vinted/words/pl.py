"""Polish: what sellers write on vinted.pl."""

from typing import Final

from browser.matching.text import Vocabulary
from browser.sites.vinted.words.tables import meanings, terms, words

_TERMS: Final = terms(
    {
        "women": "damska, damski, damskie, kobieta, kobiety, dla kobiet",
        "men": "męska, męski, męskie, mężczyzna, mężczyźni",
        "kids": "dziecięca, dziecięcy, dzieci, dla dzieci",
        "girl": "dziewczynka, dziewczynki, dziewczęca, dla dziewczynki",
        "boy": "chłopiec, chłopięca, chłopca, dla chłopca",
        "baby": "niemowlę, niemowlęca",
        "hoodie": "bluza z kapturem, bluzy z kapturem",
        "sweat": "bluza, bluzy",
        "jumper": "sweter, swetry",
        "cardigan": "kardigan, kardigany",
        "tshirt": "koszulka, koszulki, t-shirt, podkoszulek",
        "shirt": "koszula, koszule",
        "blouse": "bluzka, bluzki",
        "jean": "dżinsy, jeansy",
        "trousers": "spodnie",
        "shorts": "szorty, spodenki",
        "dress": "sukienka, sukienki",
        "summer": "letnia, letni, letnie",
        "winter": "zimowa, zimowy, zimowe",
        "wedding": "ślubna",
        "skirt": "spódnica, spódnice, spódniczka",
        "jacket": "kurtka, kurtki",
        "coat": "płaszcz, płaszcze",
        "leather": "skórzana, skórzany, skóra",
        "socks": "skarpetki, skarpety",
        "bra": "biustonosz, biustonosze, stanik",
        "shoes": "buty, obuwie",
        "trainers": "trampki, sneakersy",
        "boots": "kozaki",
        "sandals": "sandały",
        "bag": "torba",
        "handbag": "torebka, torebki",
        "backpack": "plecak, plecaki",
        "wallet": "portfel, portfele",
        "beanie": "czapka zimowa",
        "belt": "pasek, paski",
        "watch": "zegarek, zegarki",
        "earrings": "kolczyki",
        "scarf": "szalik, szaliki",
        "gloves": "rękawiczki",
    }
)
_CONDITIONS: Final = meanings(
    {
        "6": "nowy z metką, z metką, z metkami, nowa z metką, nowe z metką, oryginalnie zapakowany",
        "1": "nowy bez metki, bez metki, bez metek, nowa bez metki, nowe bez metki",
        "6 1": "metka, metki, nowy, nowa, nowe, nienoszony, nienoszona, nienoszone, nieużywany, "
        "nieużywana, "
        "nieużywane, nigdy nie noszone, nigdy nie noszony, nigdy nie noszona, nie noszone, ani "
        "razu",
        "2": "bardzo dobry, b dobry, b dobra, b dobre, b dobrym, bardzo dobra, bardzo dobre, "
        "bardzo dobrym, bdb, jak nowy, jak nowa, "
        "jak nowe, idealny, idealna, idealnym, perfekcyjny, perfekcyjnym, raz założona, "
        "raz założony, raz założone, założona raz, założony raz, noszona raz, raz noszona, "
        "noszone raz, noszony raz, użyty raz, użyta raz, użyte raz, raz użyty, raz użyta, "
        "mało noszony, mało używany, "
        "świetny, doskonały",
        "3": "dobry, dobra, dobre, dobrym, db",
        "4": "zadowalający, zadowalająca, zadowalającym, zniszczony, zniszczona, dostateczny, "
        "słaby, "
        "mocno znoszony",
        "3 4": "ślady użytkowania, plama, dziura, zmechacony",
        "2 3 4": "używany, używana, używane, noszony, noszona, noszone",
    }
)
_COLORS: Final = meanings(
    {
        "1": "czarny, czarna, czarne, czarno, czerń",
        "3": "szary, szara, szare, ciemnoszary, jasnoszary, grafitowy, popielaty, szaro",
        "12": "biały, biała, białe, biało, biel",
        "20": "kremowy, kremowa, ecru, ecri, kość słoniowa",
        "4": "beżowy, beżowa, beżowe, beż, piaskowy",
        "4 2": "camel, karmelowy",
        "21": "morelowy, brzoskwiniowy",
        "11": "pomarańczowy, pomarańczowa, pomarańcz",
        "22": "koralowy, łososiowy",
        "7": "czerwony, czerwona, czerwone, czerwień, czerwono",
        "23": "bordowy, bordowa, burgundowy, bordo, wiśniowy",
        "23 7": "ciemnoczerwony",
        "5": "fuksja, fuksjowy",
        "24": "różowy, różowa, różowe, jasnoróżowy, pudrowy róż, róż",
        "6": "fioletowy, fioletowa, fiolet, śliwkowy",
        "25": "liliowy, lawendowy, lila",
        "26": "błękitny, błękitna, jasnoniebieski, jasnoniebieska, błękit, jasny niebieski",
        "9": "niebieski, niebieska, niebieskie, chabrowy, kobaltowy, niebiesko",
        "27": "granatowy, granatowa, granatowe, granat",
        "27 9": "ciemnoniebieski, ciemny niebieski",
        "17": "turkusowy, turkusowa, turkus",
        "30": "miętowy, miętowa, mięta",
        "10 30": "jasnozielony, jasny zielony",
        "10": "zielony, zielona, zielone, zieleń, zielono",
        "28": "ciemny zielony, ciemnozielony, ciemnozielona, butelkowa zieleń",
        "16": "khaki, oliwkowy, oliwkowa",
        "2": "brązowy, brązowa, brązowe, brąz, ciemnobrązowy, czekoladowy",
        "29": "musztardowy, musztardowa",
        "8": "żółty, żółta, żółte, żółto",
        "13": "srebrny, srebrna, srebrne, srebro",
        "14": "złoty, złota, złote, złoto",
        "15": "wielokolorowy, wielokolorowa, wielobarwny, kolorowy, kolorowa, multikolor",
        "32": "przezroczysty, przezroczysta",
    }
)

POLISH: Final = Vocabulary(
    "pl",
    meanings={
        "condition": _CONDITIONS,
        "color": _COLORS,
        "material": meanings(
            {
                "44": "bawełna",
                "43": "skóra, skóra naturalna",
                "447": "ekoskóra, sztuczna skóra, skóra ekologiczna",
                "46": "wełna",
                "49": "jedwab",
                "146": "len",
                "45": "poliester",
                "48": "wiskoza",
                "53": "elastan",
                "123": "kaszmir",
                "466": "aksamit, welur",
                "455": "koronka",
            }
        ),
        "size": meanings({"none": "bez rozmiaru, brak rozmiaru, brak"}),
        "brand": meanings({"none": "bez marki, brak, brak marki, inna"}),
    },
    terms=_TERMS,
    noise={
        "": words("dla na do"),
        "condition": words("stan stanie"),
        "color": words("kolor"),
        "size": words("rozmiar roz rozm r nr"),
        "brand": words("marka"),
    },
    light={"color": words("jasny jasna ciemny ciemna melanż melanżowy")},
    denials=words("nie b"),
    joiners=words("i lub oraz z"),
    sizes={
        **dict.fromkeys(("uniwersalny", "uniwersalna", "jeden rozmiar"), "one"),
        **dict.fromkeys(("inny", "inna"), "other"),
        **dict.fromkeys(("noworodek",), "newborn"),
        "wcześniak": "preemie",
    },
    units={
        **dict.fromkeys(("lat", "lata", "rok"), "y"),
        **dict.fromkeys(("miesięcy", "miesiące", "mies", "msc"), "m"),
    },
    systems=("eu",),
)
