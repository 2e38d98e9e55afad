"""Whether a page still looks as it did in a picture, told by the page itself.

Owns what counts as a change. When a picture is taken, and what follows from a change, is
`capture`'s and its callers' matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from browser.page.conditions import Condition

if TYPE_CHECKING:
    from playwright.async_api import JSHandle

BEGUN: Final = Condition("""() => {
  const seen = { changed: false };
  const events = ["input", "change", "load", "transitionend", "animationend", "toggle"];
  const watched = roots();
  const change = () => {
    seen.changed = true;
    observer.disconnect();
    for (const root of watched) {
      for (const name of events) root.removeEventListener(name, change, true);
    }
  };
  const observer = new MutationObserver(change);
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  for (const root of watched) {
    observer.observe(root, all);
    // At the root: what is loaded is never told to the window.
    for (const name of events) root.addEventListener(name, change, true);
  }
  return seen;
}""")
"""Makes what notes the first change from now on: of nodes, attributes, texts and values, pictures
that come in, movements that end. What happens within frames is not seen, nor is a mere scroll."""


def unchanged(seen: JSHandle) -> Condition:
    """Holds while nothing was noted."""
    return Condition("({seen}) => !seen.changed", {"seen": seen})
