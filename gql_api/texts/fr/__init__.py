"""French, as a seller or an operator in France would write it; complete, which a test holds.

The tables are by who speaks: what is wrong with a request, what became of a job, why an option
was chosen, and what is wrong on our side. Here they become one.
"""

import re
from typing import Final

from gql_api.texts.fr import access, advice, codes, inputs, jobs, reasons, requests, titles, trouble

_BEFORE_SIGN: Final = re.compile(r" (?=[:;?!»])|(?<=«) ")


def _spaced(text: str) -> str:
    """With the spaces that French keeps before its signs on the same line."""
    return _BEFORE_SIGN.sub("\u00a0", text)


TEXTS: Final = {
    english: _spaced(said)
    for part in (access, advice, codes, inputs, jobs, reasons, requests, titles, trouble)
    for english, said in part.TEXTS.items()
}
