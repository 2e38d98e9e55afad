"""French: what is wrong with one member of a request, in pydantic's words and in ours."""

from typing import Final

TEXTS: Final = {
    "{}: {}": "{0} : {1:must}",
    "Value error, {}": "{0:must}",
    "Field required": "à renseigner",
    "Input should be a valid string": "doit être un texte",
    "Input should be a valid string, unable to parse raw data as a unicode string": (
        "doit être un texte en Unicode valide"
    ),
    "String should have at least {} character": "doit compter au moins {0} caractère",
    "String should have at least {} characters": "doit compter au moins {0} caractères",
    "String should have at most {} characters": "doit compter au plus {0} caractères",
    "Tuple should have at most {} items after validation, not {}": (
        "doit compter au plus {0} éléments (reçu : {1})"
    ),
    "Dictionary should have at least {} item after validation, not {}": (
        "doit compter au moins {0} élément"
    ),
    "Dictionary should have at most {} items after validation, not {}": (
        "doit compter au plus {0} éléments"
    ),
    "Dictionary should have at most {} items after validation, not more": (
        "doit compter au plus {0} éléments"
    ),
    "Input should be a valid tuple": "doit être une liste",
    "Input should be a valid dictionary": "doit être un objet JSON",
    "Input should be a valid dictionary or instance of {}": "doit être un objet JSON",
    "Input should be a valid boolean": "doit être true ou false",
    "Decimal input should be an integer, float, string or Decimal object": (
        "doit être un nombre, comme 35 ou '35.50'"
    ),
    "Input should be greater than {}": "doit être supérieur à {0}",
    "Input should be less than or equal to Decimal('{}')": "ne doit pas dépasser {0}",
    # Ours
    "give a number such as 35 or a decimal string such as '35.50'": (
        "donnez un nombre comme 35, ou un texte comme '35.50'"
    ),
    "reads two ways, as {} and as {}: write {} or {}": (
        "se lit de deux façons, {0} ou {1} : écrivez {2} ou {3}"
    ),
    "write more than blanks": "écrivez autre chose que des espaces",
    "give the whole user agent of the browser": "donnez l'agent utilisateur complet du navigateur",
    "give a moment such as 2026-05-01T12:00:00Z": (
        "donnez une date et une heure comme 2026-05-01T12:00:00Z"
    ),
    "there is no such day": "ce jour n'existe pas",
    "name a market by its host, as in www.vinted.fr": (
        "désignez un site par son hôte, comme www.vinted.fr"
    ),
    "give a size from 0 to 9999": "donnez une taille de 0 à 9999",
    "name at most 5 colours, each with at most 38 characters": (
        "indiquez 5 couleurs au plus, de 38 caractères au plus chacune"
    ),
    "answer with a text or a number of at most 15 digits": (
        "répondez par un texte ou par un nombre de 15 chiffres au plus"
    ),
    "use at most two decimals": "mettez deux décimales au plus",
    "use 1 to 64 letters, digits, dots, dashes or underscores": (
        "utilisez 1 à 64 lettres, chiffres, points, tirets ou tirets bas"
    ),
    "account: use 1 to 64 letters, digits, dots, dashes or underscores": (
        "account : utilisez 1 à 64 lettres, chiffres, points, tirets ou tirets bas"
    ),
    "remove the control characters": "retirez les caractères de contrôle",
    "remove the broken characters: this is not valid Unicode": (
        "retirez les caractères abîmés : ce n'est pas de l'Unicode valide"
    ),
    "after: give the cursor of a job of this list": (
        "after : donnez le curseur d'une tâche de cette liste"
    ),
    "first: from 1 to {}": "first : de 1 à {0}",
    "wait_seconds: from 0 to {}": "wait_seconds : de 0 à {0}",
    # What a scalar must be
    "Give a code such as 'EUR'.": "Donnez un code comme 'EUR'.",
    "Give a decimal such as 35 or '35.50'.": "Donnez un nombre comme 35 ou '35.50'.",
    "Give a moment such as '2026-05-01T12:00:00Z'.": (
        "Donnez une date et une heure comme '2026-05-01T12:00:00Z'."
    ),
    "Send the file as a part of a multipart request.": (
        "Envoyez le fichier comme une partie d'une requête multipart."
    ),
    # A market
    "not an address": "ce n'est pas une adresse",
    "a market's address holds no user": "l'adresse d'un site ne contient pas d'utilisateur",
    "neither a host of the marketplace nor loopback": (
        "ce n'est ni un site de la place de marché ni une adresse locale"
    ),
    "only sessions for {} are used here": "seules les sessions de {0} sont utilisées ici",
    "a loopback market is only used as VINTED_BASE_URL": (
        "une adresse locale ne sert que comme VINTED_BASE_URL"
    ),
    "photos: at most {} photos": "photos : {0} photos au plus",
    "Give the listing's own address, such as {}.": (
        "Donnez l'adresse de l'annonce elle-même, comme {0}."
    ),
}
