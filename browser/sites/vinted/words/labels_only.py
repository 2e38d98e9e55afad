"""The languages of which only the states of an item are known: their labels on the page."""

from typing import Final

from browser.matching.text import Vocabulary
from browser.sites.vinted.words.tables import meanings

_LABELS: Final = {
    "pt": {
        "6": "Novo com etiqueta",
        "1": "Novo sem etiqueta",
        "2": "Muito bom",
        "3": "Bom",
        "4": "Satisfatório",
    },
    "cs": {
        "6": "Nové s visačkou",
        "1": "Nové bez visačky",
        "2": "Velmi dobrý",
        "3": "Dobrý",
        "4": "Uspokojivý",
    },
    "lt": {
        "6": "Nauja su etikete",
        "1": "Nauja be etiketės",
        "2": "Labai gera",
        "3": "Gera",
        "4": "Patenkinama",
    },
    "da": {
        "6": "Ny med prismærke",
        "1": "Ny uden prismærke",
        "2": "Meget god",
        "3": "God",
        "4": "Tilfredsstillende",
    },
    "sv": {
        "6": "Ny med prislapp",
        "1": "Ny utan prislapp",
        "2": "Mycket bra",
        "3": "Bra",
        "4": "Tillfredsställande",
    },
    "fi": {
        "6": "Uusi jossa hintalappu",
        "1": "Uusi ilman hintalappua",
        "2": "Erittäin hyvä",
        "3": "Hyvä",
        "4": "Tyydyttävä",
    },
    "ro": {
        "6": "Nou cu etichetă",
        "1": "Nou fără etichetă",
        "2": "Foarte bună",
        "3": "Bună",
        "4": "Satisfăcătoare",
    },
    "hu": {
        "6": "Új címkével",
        "1": "Új címke nélkül",
        "2": "Nagyon jó",
        "3": "Jó",
        "4": "Megfelelő",
    },
    "hr": {
        "6": "Novo s etiketom",
        "1": "Novo bez etikete",
        "2": "Vrlo dobro",
        "3": "Dobro",
        "4": "Zadovoljavajuće",
    },
    "sk": {
        "6": "Nové s visačkou",
        "1": "Nové bez visačky",
        "2": "Veľmi dobrý",
        "3": "Dobrý",
        "4": "Uspokojivý",
    },
    "sl": {
        "6": "Novo z etiketo",
        "1": "Novo brez etikete",
        "2": "Zelo dobro",
        "3": "Dobro",
        "4": "Zadovoljivo",
    },
    "el": {
        "6": "Καινούριο με ετικέτα",
        "1": "Καινούριο χωρίς ετικέτα",
        "2": "Πολύ καλή",
        "3": "Καλή",
        "4": "Ικανοποιητική",
    },
}

OTHERS: Final = tuple(
    Vocabulary(language, meanings={"condition": meanings(labels)}, systems=("eu",))
    for language, labels in _LABELS.items()
)
