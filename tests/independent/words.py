"""The words of the page in nine languages, one of them made up, and how each writes a price.

Owns texts only. Ids, trees and rules are `market`'s; texts of obstacles are `obstacles`'.
"""

LABELS = {
    "fr": "Vends ton article|Ajouter|Sauvegarder le brouillon|Enregistrer|Fait|Fermer|Titre|"
    "Description|Catégorie|Marque|Taille|État|Couleur|Matériau (recommandé)|Prix|"
    "Format du colis|Recommandé|Trouve une catégorie|Sans marque|Utiliser « X » comme marque|"
    "Suggestions|Supprimer le brouillon|Petit|Moyen|Grand|Volumineux et lourd",
    "en": "Sell an item|Upload|Save draft|Save|Done|Close|Title|Describe your item|Category|"
    "Brand|Size|Condition|Colour|Material (recommended)|Price|Parcel size|Recommended|"
    "Find a category|No brand|Use “X” as brand|Suggested|Delete draft|Small|Medium|Large|"
    "Heavy and bulky",
    "de": "Artikel verkaufen|Hochladen|Entwurf speichern|Speichern|Fertig|Schließen|Titel|"
    "Beschreibung|Kategorie|Marke|Größe|Zustand|Farbe|Material (empfohlen)|Preis|"
    "Bitte wähle eine Sendungsgröße aus|Empfohlen|Finde eine Kategorie|Ohne Marke|"
    "„X“ als Markenname nutzen|Vorgeschlagen|Entwurf löschen|Klein|Mittel|Groß|Sperrig",
    "es": "Vende un artículo|Subir|Guardar borrador|Guardar|Hecho|Cerrar|Título|Descripción|"
    "Categoría|Marca|Talla|Estado|Color|Material (recomendado)|Precio|Tamaño del paquete|"
    "Recomendado|Busca una categoría|Publicar sin marca|Usar «X» como marca|Sugerencias|"
    "Eliminar borrador|Pequeño|Mediano|Grande|XGrande",
    "it": "Vendi un articolo|Carica|Salva bozza|Salva|Fatto|Chiudi|Titolo|Descrizione|"
    "Categoria|Brand|Taglia|Condizioni|Colore|Materiale (consigliato)|Prezzo|"
    "Dimensioni del pacco|Consigliato|Trova una categoria|Senza brand|"
    'Utilizza "X" come brand|Consigliato|Elimina bozza|Piccola|Media|Grande|Pesante',
    "nl": "Item verkopen|Uploaden|Concept opslaan|Opslaan|Klaar|Sluiten|Titel|Beschrijving|"
    "Categorie|Merk|Maat|Staat|Kleur|Materiaal (aanbevolen)|Prijs|Pakketformaat|Aanbevolen|"
    "Zoek een categorie|Zonder merk|Gebruik “X” als merk|Suggesties|Concept verwijderen|"
    "Klein|Middel|Groot|Zwaar",
    "pl": "Sprzedaj przedmiot|Dodaj|Zapisz szkic|Zapisz|Gotowe|Zamknij|Tytuł|Opis|Kategoria|"
    "Marka|Rozmiar|Stan|Kolor|Materiał (zalecane)|Cena|Rozmiar paczki|Polecane|"
    "Znajdź kategorię|Bez marki|Użyj „X” jako marki|Sugerowane|Usuń szkic|Mała|Średnia|Duża|"
    "Ciężka",
}
KEYS = [
    "h1",
    "publish",
    "draft",
    "save",
    "done",
    "close",
    "title",
    "description",
    "category",
    "brand",
    "size",
    "condition",
    "color",
    "material",
    "price",
    "package",
    "recommended",
    "search_category",
    "no_brand",
    "custom_brand",
    "suggested",
    "delete_draft",
    "p1",
    "p2",
    "p3",
    "p8",
]

TREES = {
    "de": {
        1904: "Damen", 4: "Kleidung", 12: "Oberteile & T-Shirts", 221: "T-Shirts",
        10: "Kleider", 1065: "Sommerkleider", 5: "Herren", 2050: "Kleidung",
        79: "Pullover & Sweater", 267: "Kapuzenpullover", 1231: "Schuhe", 1242: "Sneaker",
        19: "Taschen", 156: "Handtaschen", 1918: "Home", 1920: "Geschirr", 1932: "Essgeschirr",
        1960: "Teller", 2994: "Elektronik", 3565: "Handys & Kommunikation", 9601: "Handys",
        2309: "Unterhaltung", 2312: "Bücher", 2319: "Literatur", 9610: "Romane",
        1193: "Kinder", 1496: "Kinderwagen", 1612: "Kombikinderwagen", 1499: "Spielzeug",
        1764: "Stofftiere",
    },
    "es": {
        1904: "Mujer", 4: "Ropa", 12: "Tops y camisetas", 221: "Camisetas", 10: "Vestidos",
        1065: "Vestidos de verano", 5: "Hombre", 2050: "Ropa", 79: "Jerséis y sudaderas",
        267: "Sudaderas con capucha", 1231: "Zapatos", 1242: "Zapatillas", 19: "Bolsos",
        156: "Bolsos de mano", 2309: "Entretenimiento", 2312: "Libros", 2319: "Literatura",
        9610: "Novelas", 1918: "Hogar", 1920: "Vajilla", 1932: "Platos y cuencos",
        1960: "Platos",
    },
    "it": {
        1904: "Donna", 4: "Vestiti", 12: "Top e T-shirt", 221: "T-shirt", 10: "Abiti",
        1065: "Abiti estivi", 5: "Uomo", 2050: "Vestiti", 79: "Maglioni e felpe",
        267: "Felpe con cappuccio", 1231: "Scarpe", 1242: "Sneakers", 19: "Borse",
        156: "Borse a mano", 1918: "Casa", 1920: "Tavola", 1932: "Stoviglie", 1960: "Piatti",
    },
    "nl": {
        1904: "Dames", 4: "Kleding", 12: "Tops & T-shirts", 221: "T-shirts", 10: "Jurken",
        1065: "Zomerjurken", 5: "Heren", 2050: "Kleding", 79: "Truien & sweaters",
        267: "Hoodies", 1231: "Schoenen", 1242: "Sneakers", 19: "Tassen", 156: "Handtassen",
    },
    "pl": {
        1904: "Kobiety", 4: "Ubrania", 12: "Topy i koszulki", 221: "Koszulki", 10: "Sukienki",
        1065: "Sukienki letnie", 5: "Mężczyźni", 2050: "Ubrania", 79: "Swetry i bluzy",
        267: "Bluzy z kapturem", 1231: "Buty", 1242: "Sneakersy", 19: "Torby",
        156: "Torebki",
    },
}  # fmt: skip

COLORS = {  # id: es, it, nl, pl
    1: "Negro|Nero|Zwart|Czarny", 3: "Gris|Grigio|Grijs|Szary", 12: "Blanco|Bianco|Wit|Biały",
    7: "Rojo|Rosso|Rood|Czerwony", 9: "Azul|Blu|Blauw|Niebieski", 10: "Verde|Verde|Groen|Zielony",
    8: "Amarillo|Giallo|Geel|Żółty", 2: "Marrón|Marrone|Bruin|Brązowy",
}  # fmt: skip

CURRENCY = {
    "EUR": ("{} €", ","), "GBP": ("£{}", "."), "PLN": ("{} zł", ","), "SEK": ("{} kr", ","),
    "CZK": ("{} Kč", ","), "USD": ("${}", "."), "DKK": ("{} kr.", ","),
}  # fmt: skip
ISO = {"fr": "fr-FR", "en": "en-GB", "de": "de-DE", "es": "es-ES", "it": "it-IT", "nl": "nl-NL",
       "pl": "pl-PL", "made": "tlh-XX"}  # fmt: skip


def made(text: str) -> str:
    """A word that no dictionary holds: vowels turned, syllables kept, digits and marks left."""
    return text.translate(str.maketrans("aeiouéèAEIOUÉ", "uoaieyyUOAIEY")).replace("s", "zk")


def labels(lang: str) -> dict[str, str]:
    """The page's own texts by name."""
    if lang == "made":
        return {k: v if k == "custom_brand" else made(v) for k, v in labels("fr").items()}
    return dict(zip(KEYS, LABELS[lang].split("|"), strict=True))
