"""What the product says and no screen of the console can show, each with its reason."""

from collections.abc import Mapping
from typing import Final

_ALONE = "The name of the kind alone: every refusal of it has a code of its own."
_AT_THE_START = "It ends the start: no service, so no console. The terminal shows it."

UNSEEN: Final[Mapping[str, str]] = {
    "reason.not_sent": "The click was made and no call left the browser within five seconds of the "
    "fence: it takes a browser that stands still just then, which no switch of the stand-in makes "
    "(`tests/browser/test_frozen.py` stops one).",
    "code.document_too_deep": "It is said where the bound of recursion of the interpreter is met; "
    "the parser, or `operation_too_large`, refuses each document that we know of before that.",
    "code.job_expired": "A job that waits for its yes has answered its call before; only a "
    "yes that ends while that answer is written meets this. The console shows the state `expired`.",
    "code.turn_lost": "A job whose lock PostgreSQL drops begins anew when the account is free; it "
    "fails so only when that happens each time (`tests/e2e/test_cluster.py` takes the lock once).",
    "code.no_capacity": "It takes more waiting preparations than can be begun within the shortest "
    "deadline, a minute (`tests/gql_api/listings/test_admission.py` refuses one).",
    "code.key_may_publish": "It is said to an agent whose key may publish; the console is none.",
    "code.conflict": _ALONE,
    "code.forbidden": _ALONE,
    "code.data_folder_in_use": _AT_THE_START,
    "code.database_incompatible": _AT_THE_START,
}
