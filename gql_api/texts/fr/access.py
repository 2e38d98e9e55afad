"""French: who may call, and the sessions of the accounts."""

from typing import Final

TEXTS: Final = {
    "The site still wants to see a person. Solve what it shows on the site in your own browser, "
    "then say so again.": (
        "Le site veut encore voir une personne. Faites ce qu'il demande dans votre propre "
        "navigateur, puis redites-le."
    ),
    "The site does not say now whose session this is: try again later.": (
        "Le site ne dit pas maintenant à qui est cette session : réessayez plus tard."
    ),
    "The session belongs to another market. Save one of the market that you want to use.": (
        "La session est celle d'un autre pays. Enregistrez une session du site que vous voulez "
        "utiliser."
    ),
    # Keys, names, pages
    "An API key is needed: send it as `Authorization: Bearer <key>`.": (
        "Une clé d'API est nécessaire : envoyez-la par `Authorization: Bearer <clé>`."
    ),
    "This API key is not valid: use one that is.": (
        "Cette clé d'API n'est pas valable : utilisez-en une qui l'est."
    ),
    "This token is not valid here.": "Ce jeton n'est pas valable ici.",
    "The token has expired: sign in again, or refresh it.": (
        "Le jeton a expiré : reconnectez-vous, ou renouvelez-le."
    ),
    "The identity provider does not answer, so the token cannot be checked. Try again.": (
        "Le fournisseur d'identité ne répond pas : le jeton ne peut pas être vérifié. Réessayez."
    ),
    "The key or token may not do this; `scope` among the members names what it lacks.": (
        "La clé ou le jeton ne permet pas cela ; le membre `scope` nomme le droit qui manque."
    ),
    "The key or token lacks a scope": "La clé ou le jeton n'a pas le droit nécessaire",
    "This needs the scope {}, which this key or token does not have.": (
        "Il faut pour cela le droit {0}, que cette clé ou ce jeton n'a pas."
    ),
    "This address was good for a while only. Ask for the photo or job again: its answer has a "
    "fresh one.": (
        "Cette adresse n'était valable qu'un temps. Redemandez la photo ou la tâche : la réponse "
        "en contient une nouvelle."
    ),
    "There is a key of this name: {}. Revoke it, or take another.": (
        "Il y a déjà une clé de ce nom : {0}. Révoquez-la, ou choisissez un autre nom."
    ),
    "There is no key of this name that counts: {}.": "Aucune clé valable n'a ce nom : {0}.",
    "This service does not answer to the name {}. If it is reached by that name, add it to "
    "ALLOWED_HOSTS.": (
        "Ce service ne répond pas au nom {0}. Si on l'appelle bien par ce nom, ajoutez-le à "
        "ALLOWED_HOSTS."
    ),
    "Pages of {} may not call this service. If it is your front end, add its origin to "
    "CORS_ORIGINS.": (
        "Les pages de {0} ne peuvent pas appeler ce service. Si c'est votre interface, ajoutez "
        "son origine à CORS_ORIGINS."
    ),
    # Sessions
    "Account {} has no session. Save one with POST /vinted/auth/session or setSession.": (
        "Le compte {0} n'a pas de session. Enregistrez-en une par POST /vinted/auth/session ou "
        "par setSession."
    ),
    "The session of account {} has expired. Save a fresh one.": (
        "La session du compte {0} a expiré. Enregistrez-en une nouvelle."
    ),
    "The session has expired. Copy a fresh one from the browser in which you are logged in.": (
        "La session a expiré. Copiez-en une nouvelle depuis le navigateur où vous êtes connecté."
    ),
    "The session of account {} belongs to {} and cannot be used on {}. Save one of the market that "
    "you want to use.": (
        "La session du compte {0} est celle de {1} et ne peut pas servir sur {2}. Enregistrez une "
        "session du site que vous voulez utiliser."
    ),
    "The session is not one of {}: it was {}. Name the host that it belongs to in `market`.": (
        "La session n'est pas une session de {0} : elle a été {1}. Indiquez dans `market` "
        "l'adresse du site à laquelle elle appartient."
    ),
    "Account {} rests after a challenge until {} UTC. Solve it on the site in your own browser "
    "meanwhile.": (
        "Le compte {0} est au repos jusqu'à {1} UTC après une vérification du site. D'ici là, "
        "passez cette vérification dans votre propre navigateur."
    ),
    "The site treats this session as a guest's, so it was not kept. Copy a fresh Cookie header "
    "from the browser in which you are logged in.": (
        "Le site prend cette session pour celle d'un visiteur : elle n'a pas été gardée. Copiez "
        "un nouvel en-tête Cookie depuis le navigateur où vous êtes connecté."
    ),
    "The site sent the session on to another country's market. Nothing was filled: save the "
    "session again with the market that it belongs to.": (
        "Le site a renvoyé la session vers le site d'un autre pays. Rien n'a été rempli : "
        "enregistrez de nouveau la session, avec le site auquel elle appartient."
    ),
    "The site treats the session as a guest's. Save a fresh one, copied from the browser in which "
    "you are logged in.": (
        "Le site prend la session pour celle d'un visiteur. Enregistrez-en une nouvelle, copiée "
        "depuis le navigateur où vous êtes connecté."
    ),
    # What was pasted
    "nothing was pasted; copy the whole Cookie header of a signed-in page": (
        "rien n'a été collé ; copiez tout l'en-tête Cookie d'une page où vous êtes connecté"
    ),
    "longer than 32 KB; copy the Cookie header of one request only": (
        "dépasse 32 Ko ; copiez l'en-tête Cookie d'une seule requête"
    ),
    "holds line breaks or control characters; copy the Cookie header as one line": (
        "contient des retours à la ligne ou des caractères de contrôle ; copiez l'en-tête Cookie "
        "sur une seule ligne"
    ),
    "neither a Cookie header (name=value; name=value) nor a JSON cookie export": (
        "ce n'est ni un en-tête Cookie (nom=valeur; nom=valeur) ni un export JSON de cookies"
    ),
    "holds no {}; sign in on the site first, then copy the header": (
        "ne contient pas {0} ; connectez-vous d'abord au site, puis copiez l'en-tête"
    ),
    "holds the cookies of another host; export them on the market's page": (
        "contient les cookies d'un autre site ; exportez-les depuis la page du bon site"
    ),
    # Why a session is in its state
    "the site asks to join": "le site demande de s'inscrire",
    "the site asks to log in": "le site demande de se connecter",
    "the site does not renew the session": "le site ne renouvelle pas la session",
    "the page is a guest's": "la page est celle d'un visiteur",
    "the site's API answers as to a guest": "l'API du site répond comme à un visiteur",
    "the site answers as to a guest": "le site répond comme à un visiteur",
    "sent to {}": "renvoyée vers {0}",
    "a newer session, of another market, has replaced this one": (
        "une session plus récente, d'un autre site, a remplacé celle-ci"
    ),
}
