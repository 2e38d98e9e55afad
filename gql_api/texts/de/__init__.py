"""German, as a seller or an operator would write it; complete, which a test holds.

The tables are by who speaks, as the French ones are; here they become one.
"""

from typing import Final

from gql_api.texts.de import access, advice, codes, inputs, jobs, reasons, requests, titles, trouble

TEXTS: Final = {
    english: said
    for part in (access, advice, codes, inputs, jobs, reasons, requests, titles, trouble)
    for english, said in part.TEXTS.items()
}
