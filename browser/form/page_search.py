"""Searching a list of a filled form that waits for its yes: read, closed again, nothing chosen.

When the page may be asked at all is the caller's matter.
"""

from browser.errors import FormChanged
from browser.form.prepared import PreparedForm
from browser.listing import Option
from browser.sell_form import CUSTOM_OPTION


async def searched(form: PreparedForm, name: str, text: str) -> tuple[Option, ...]:
    """What the page finds for a text in a list that it searches; nothing for any other field.

    Raises FormChanged when the form does not show afterwards what it did before.
    """
    sell = form.form
    field = next((each for each in sell.fields.found if each.name == name), None)
    if field is None or not field.searched:
        return ()
    picker, before = sell.fields.picker(field), await sell.reader.read()
    found = await picker.options(text)
    await picker.leave()
    if changed := (await sell.reader.read()).differences(before):
        raise FormChanged(dict.fromkeys(changed, "not as it was before its list was searched"))
    return tuple(option for option in found if option.id != CUSTOM_OPTION)
