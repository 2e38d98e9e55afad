// What every script of ours knows inside a page: what is shown, what a candidate finds, where to
// press, and how to wait. Reads only; pressing and typing come from outside as real input.

const text = (value) => (value ?? "").replace(/\s+/g, " ").trim();

const same = (one, other) => text(one).toLowerCase() === text(other).toLowerCase();

const shown = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
};

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// The elements of the first selector that finds any.
const fallback = (selectors) => selectors.map((selector) => all(selector)).find((found) => found.length) ?? [];

const title = (cell) => text((cell.querySelector("[class*='Cell__title']") ?? cell).textContent);

const finders = {
  css: ({ value }) => all(value),
  label: ({ value }) => [
    ...all("label").filter((label) => same(label.textContent, value) && label.control).map((label) => label.control),
    ...all("[aria-label]").filter((element) => same(element.ariaLabel, value)),
  ],
  button: ({ value }) =>
    all("button, [role=button]").filter((element) => same(element.ariaLabel ?? element.textContent, value)),
  cell: ({ value, within }) =>
    all(within)
      .filter(shown)
      .flatMap((panel) => all("[role=button], [role=radio], [role=checkbox], [role=tab], [aria-pressed]", panel))
      .filter((cell) => same(title(cell), value)),
};

const first = (candidates, visible = true) => {
  for (const [rank, candidate] of candidates.entries()) {
    const element = finders[candidate.kind](candidate).find((found) => !visible || shown(found));
    if (element) return { rank, element };
  }
  return null;
};

// Where to press: the middle of what can be seen of the element, and whether it would be hit.
const point = (element) => {
  let box = element.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) {
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    box = element.getBoundingClientRect();
  }
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const hit = document.elementFromPoint(x, y);
  return { x, y, clear: hit !== null && (element.contains(hit) || hit.closest("label")?.control === element) };
};

// The condition's first truthy value, or null at the end of the time. Mutations and events announce
// nearly every change; the slow beat is for those that neither announces (a property, a layout).
const watch = (condition, milliseconds) =>
  new Promise((resolve, reject) => {
    const events = ["input", "change", "focusin", "focusout", "scroll", "load", "transitionend", "animationend"];
    const observer = new MutationObserver(() => check());
    const end = (settle, value) => {
      observer.disconnect();
      clearInterval(beat);
      clearTimeout(limit);
      for (const name of events) removeEventListener(name, check, true);
      settle(value);
    };
    const check = () => {
      try {
        const value = condition();
        if (value) end(resolve, value);
      } catch (error) {
        end(reject, error);
      }
    };
    const beat = setInterval(check, 50);
    const limit = setTimeout(() => end(resolve, null), milliseconds);
    for (const name of events) addEventListener(name, check, { capture: true, passive: true });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    check();
  });
