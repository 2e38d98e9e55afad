"""German: who may call, and the sessions of the accounts."""

from typing import Final

TEXTS: Final = {
    "The site still wants to see a person. Solve what it shows on the site in your own browser, "
    "then say so again.": (
        "Die Seite will noch einen Menschen sehen. Erledigen Sie im eigenen Browser, was sie "
        "zeigt, und sagen Sie es dann noch einmal."
    ),
    "The site does not say now whose session this is: try again later.": (
        "Die Seite sagt gerade nicht, wessen Sitzung das ist: versuchen Sie es später noch einmal."
    ),
    "The session belongs to another market. Save one of the market that you want to use.": (
        "Die Sitzung gehört zu einem anderen Markt. Speichern Sie eine des Marktes, den Sie "
        "nutzen wollen."
    ),
    "An API key is needed: send it as `Authorization: Bearer <key>`.": (
        "Ein API-Schlüssel wird gebraucht: Senden Sie ihn als `Authorization: Bearer <key>`."
    ),
    "This API key is not valid: use one that is.": (
        "Dieser API-Schlüssel ist nicht gültig: Verwenden Sie einen gültigen."
    ),
    "This service does not answer to the name {}. If it is reached by that name, add it to "
    "ALLOWED_HOSTS.": (
        "Dieser Dienst antwortet nicht auf den Namen {0}. Wird er unter diesem Namen erreicht, "
        "nehmen Sie ihn in ALLOWED_HOSTS auf."
    ),
    "Pages of {} may not call this service. If it is your front end, add its origin to "
    "CORS_ORIGINS.": (
        "Seiten von {0} dürfen diesen Dienst nicht aufrufen. Ist es Ihre eigene Oberfläche, "
        "nehmen Sie ihre Herkunft in CORS_ORIGINS auf."
    ),
    "Account {} has no session. Save one with POST /vinted/auth/session or setSession.": (
        "Das Konto {0} hat keine Sitzung. Speichern Sie eine mit POST /vinted/auth/session oder "
        "setSession."
    ),
    "The session of account {} has expired. Save a fresh one.": (
        "Die Sitzung des Kontos {0} ist abgelaufen. Speichern Sie eine neue."
    ),
    "The session has expired. Copy a fresh one from the browser in which you are logged in.": (
        "Die Sitzung ist abgelaufen. Kopieren Sie eine neue aus dem Browser, in dem Sie "
        "angemeldet sind."
    ),
    "The session of account {} belongs to {} and cannot be used on {}. Save one of the market "
    "that you want to use.": (
        "Die Sitzung des Kontos {0} gehört zu {1} und kann nicht auf {2} verwendet werden. "
        "Speichern Sie eine des Marktes, den Sie nutzen wollen."
    ),
    "The session is not one of {}: it was {}. Name the host that it belongs to in `market`.": (
        "Die Sitzung ist keine von {0}: Sie wurde {1:say}. Nennen Sie in `market` den Host, zu "
        "dem sie gehört."
    ),
    "Account {} rests after a challenge until {} UTC. Solve it on the site in your own browser "
    "meanwhile.": (
        "Das Konto {0} ruht nach einer Prüfung bis {1} UTC. Erledigen Sie die Prüfung "
        "inzwischen auf der Seite, in Ihrem eigenen Browser."
    ),
    "The site treats this session as a guest's, so it was not kept. Copy a fresh Cookie header "
    "from the browser in which you are logged in.": (
        "Die Seite hält diese Sitzung für die eines Gastes, darum wurde sie nicht gespeichert. "
        "Kopieren Sie einen neuen Cookie-Header aus dem Browser, in dem Sie angemeldet sind."
    ),
    "The site sent the session on to another country's market. Nothing was filled: save the "
    "session again with the market that it belongs to.": (
        "Die Seite hat die Sitzung zum Markt eines anderen Landes weitergeleitet. Nichts wurde "
        "ausgefüllt: Speichern Sie die Sitzung noch einmal mit dem Markt, zu dem sie gehört."
    ),
    "The site treats the session as a guest's. Save a fresh one, copied from the browser in "
    "which you are logged in.": (
        "Die Seite hält die Sitzung für die eines Gastes. Speichern Sie eine neue, kopiert aus "
        "dem Browser, in dem Sie angemeldet sind."
    ),
    "nothing was pasted; copy the whole Cookie header of a signed-in page": (
        "es wurde nichts eingefügt; kopieren Sie den ganzen Cookie-Header einer angemeldeten Seite"
    ),
    "longer than 32 KB; copy the Cookie header of one request only": (
        "länger als 32 KB; kopieren Sie den Cookie-Header nur einer Anfrage"
    ),
    "holds line breaks or control characters; copy the Cookie header as one line": (
        "enthält Zeilenumbrüche oder Steuerzeichen; kopieren Sie den Cookie-Header als eine Zeile"
    ),
    "neither a Cookie header (name=value; name=value) nor a JSON cookie export": (
        "weder ein Cookie-Header (name=wert; name=wert) noch ein JSON-Export von Cookies"
    ),
    "holds no {}; sign in on the site first, then copy the header": (
        "enthält kein {0}; melden Sie sich zuerst auf der Seite an und kopieren Sie dann den Header"
    ),
    "holds the cookies of another host; export them on the market's page": (
        "enthält die Cookies eines anderen Hosts; exportieren Sie sie auf der Seite des Marktes"
    ),
    "the site asks to join": "die Seite bittet, beizutreten",
    "the site asks to log in": "die Seite verlangt eine Anmeldung",
    "the site does not renew the session": "die Seite erneuert die Sitzung nicht",
    "the page is a guest's": "die Seite ist die eines Gastes",
    "the site's API answers as to a guest": "die API der Seite antwortet wie einem Gast",
    "the site answers as to a guest": "die Seite antwortet wie einem Gast",
    "sent to {}": "zu {0} weitergeleitet",
    "a newer session, of another market, has replaced this one": (
        "eine neuere Sitzung eines anderen Marktes hat diese ersetzt"
    ),
    "This needs the scope {}, which this key or token does not have.": (
        "Dafür ist der Bereich {0} nötig, den dieser Schlüssel oder dieses Token nicht hat."
    ),
    "This token is not valid here.": ("Dieses Token gilt hier nicht."),
    "The token has expired: sign in again, or refresh it.": (
        "Das Token ist abgelaufen: Melden Sie sich neu an, oder erneuern Sie es."
    ),
    "This address was good for a while only. Ask for the photo or job again: its answer has a "
    "fresh one.": (
        "Diese Adresse galt nur für eine Weile. Fragen Sie das Foto oder den Auftrag neu ab: "
        "Die Antwort enthält eine frische."
    ),
    "The identity provider does not answer, so the token cannot be checked. Try again.": (
        "Der Identitätsanbieter antwortet nicht, deshalb lässt sich das Token nicht prüfen. "
        "Versuchen Sie es noch einmal."
    ),
    "There is no key of this name that counts: {}.": (
        "Es gibt keinen gültigen Schlüssel mit diesem Namen: {0}."
    ),
    "There is a key of this name: {}. Revoke it, or take another.": (
        "Es gibt schon einen Schlüssel mit diesem Namen: {0}. Widerrufen Sie ihn, oder nehmen "
        "Sie einen anderen Namen."
    ),
}
