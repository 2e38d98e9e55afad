// What every script of ours knows inside a page: what is shown, what a candidate finds, where to
// press, and how to wait. Reads only; pressing and typing come from outside as real input.

const text = (value) => (value ?? "").replace(/\s+/g, " ").trim();

const same = (one, other) => text(one).toLowerCase() === text(other).toLowerCase();

const shown = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
};

// The document and every open shadow root in it. Kept for one script, and for one beat of a wait.
let known = null;
const lookAnew = () => {
  known = null;
};
const roots = () => {
  if (known) return known;
  known = [document];
  for (const root of known) {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) known.push(element.shadowRoot);
  }
  return known;
};

// What a selector finds, shadow roots included; `root` keeps to one part of the page.
const all = (selector, root) =>
  (root ? [root] : roots()).flatMap((place) => [...place.querySelectorAll(selector)]);

// The element that has the keyboard, in whichever root.
const active = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

// The elements of the first selector that finds any.
const fallback = (selectors) => selectors.map((selector) => all(selector)).find((found) => found.length) ?? [];

const attribute = (name, value) => `[${name}=${JSON.stringify(value)}]`;

// What a label says, without the mark of a required field.
const named = (element, value) => same(element.textContent.replace(/\*\s*$/, ""), value);

// The texts of a label that wraps its control, one by one: its name may stand among a hint, a counter
// and what is typed.
const partsOf = (label) => {
  const found = [];
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("textarea, select, script, style")) found.push(text(walker.currentNode.data));
  return found.filter(Boolean);
};

const wraps = (label) => Boolean(label?.control && label.contains(label.control));

const names = (label, value) => named(label, value) || (wraps(label) && partsOf(label).some((part) => same(part.replace(/\s*\*$/, ""), value)));

const labelledBy = (element) =>
  element.getAttribute("aria-labelledby").split(/\s+/).map((id) => element.getRootNode().getElementById?.(id));

const CONTROLS = "input:not([type=hidden]), textarea, select, [role=combobox]";
const NEAR = 4;

// The control that stands alone with a text in the same small part of the page.
const controlNear = (label) => {
  for (let place = label.parentElement, up = 0; place && up < NEAR; place = place.parentElement, up += 1) {
    const found = all(CONTROLS, place);
    if (found.length) return found.length === 1 ? found[0] : null;
  }
  return null;
};

// What a person would call a control: its label, or the one that stands beside it.
const labelOf = (element) => {
  const label = element.labels?.[0];
  const own = element.ariaLabel ?? (wraps(label) ? partsOf(label)[0] : label?.textContent);
  if (own) return text(own);
  for (let place = element.parentElement, up = 0; place && up < NEAR; place = place.parentElement, up += 1) {
    const label = place.querySelector("label, legend");
    if (label) return text(label.textContent);
  }
  return "";
};

const finders = {
  css: ({ value }) => all(value),
  id: ({ value }) => all(attribute("id", value)),
  test_id: ({ value }) => all(attribute("data-testid", value)),
  name: ({ value }) => all(attribute("name", value)),
  label: ({ value }) => [
    ...all("label").filter((label) => label.control && names(label, value)).map((label) => label.control),
    ...all("[aria-label]").filter((element) => same(element.ariaLabel, value)),
    ...all("[aria-labelledby]").filter((element) => labelledBy(element).some((label) => label && named(label, value))),
  ],
  near: ({ value }) =>
    all("label, legend, span, div, p, dt, th, h2, h3, h4")
      .filter((element) => element.childElementCount === 0 && named(element, value))
      .map(controlNear)
      .filter(Boolean),
  button: ({ value }) =>
    all("button, [role=button]").filter((element) => same(element.ariaLabel ?? element.textContent, value)),
};

// The elements that a candidate finds: of the kind that it asks for, and just one where it says so.
const matching = (candidate, visible) => {
  const { of, sole } = candidate;
  const found = finders[candidate.kind](candidate)
    .filter((element) => (!of || element.matches(of)) && (!visible || shown(element)));
  return sole && new Set(found).size > 1 ? [] : found;
};

const first = (candidates, visible = true) => {
  for (const [rank, candidate] of candidates.entries()) {
    const [element] = matching(candidate, visible);
    if (element) return { rank, element };
  }
  return null;
};

// What is on top at a point, looked for in shadow roots too.
const hitAt = (x, y) => {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
};

// Whether an element holds another one, in its own shadow root or deeper too.
const holds = (element, inner) => {
  for (let place = inner; place; place = place.getRootNode().host) if (element.contains(place)) return true;
  return false;
};

// The middle of an element, and whether a press there would reach it.
const middle = (element) => {
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const hit = hitAt(x, y);
  const clear = hit !== null && (holds(element, hit) || hit.closest("label")?.control === element);
  return { x, y, clear };
};

// The part of the page that is laid over the rest together with an element: its outermost layer.
const layerOf = (element) => {
  let layer = element;
  for (let place = element; place; place = place.parentElement ?? place.getRootNode().host) {
    if (["fixed", "absolute"].includes(getComputedStyle(place).position)) layer = place;
  }
  return layer;
};

const isBackdrop = (element) => {
  for (let place = element; place; place = place.parentElement ?? place.getRootNode().host) {
    const box = place.getBoundingClientRect();
    const fills = box.width * box.height >= 0.8 * innerWidth * innerHeight;
    if (fills && getComputedStyle(place).position === "fixed") return true;
  }
  return false;
};

// Whether an element takes the presses that are meant for a control which is not its own.
const covers = (element) => {
  if (element.ariaModal === "true") return true;
  const layer = layerOf(element);
  return all(`${CONTROLS}, button`)
    .filter((control) => shown(control) && !holds(layer, control))
    .some((control) => {
      const { x, y, clear } = middle(control);
      const hit = clear ? null : hitAt(x, y);
      return hit !== null && (holds(layer, hit) || isBackdrop(hit));
    });
};

// What was aimed at last. A page may move between the look and the press: a press that comes down on
// anything else than what was aimed at is kept from the page, and told of as missed.
const AIMED_MS = 3000;
const PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
let aim = null;
const aimAt = (element) => {
  aim = { element, at: performance.now(), hit: null };
};
const aimAtNothing = () => {
  aim = null;
};
const missed = () => aim?.hit === false;
const guard = (event) => {
  if (!aim || performance.now() - aim.at > AIMED_MS) return;
  if (aim.hit === null) {
    const [inner] = event.composedPath();
    aim.hit = holds(aim.element, inner) || inner.closest?.("label")?.control === aim.element;
  }
  if (aim.hit) {
    aim = null;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
};
for (const name of PRESS) addEventListener(name, guard, { capture: true });

const whole = ({ top, bottom, left, right }) => top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;

// Where to press. A row may be inside the window and all the same beyond the edge of its list, where
// the middle belongs to whatever lies under the list: it is brought into view like one below the fold.
const point = (element) => {
  aimAt(element);
  const here = middle(element);
  if (here.clear && whole(element.getBoundingClientRect())) return here;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  return middle(element);
};

// The condition's first truthy value, or null at the end of the time. Mutations and events announce
// nearly every change; the slow beat is for those that neither announces (a property, a layout).
const watch = (condition, milliseconds) =>
  new Promise((resolve, reject) => {
    const events = ["input", "change", "focusin", "focusout", "scroll", "load", "transitionend", "animationend"];
    const observer = new MutationObserver(() => check());
    let beat, limit;
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
        return Boolean(value);
      } catch (error) {
        end(reject, error);
        return true;
      }
    };
    const attend = () => {
      lookAnew();
      for (const root of roots()) {
        observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      }
    };
    lookAnew();
    // What holds already needs nobody to watch.
    if (check()) return;
    beat = setInterval(() => {
      attend();
      check();
    }, 50);
    limit = setTimeout(() => end(resolve, null), milliseconds);
    for (const name of events) addEventListener(name, check, { capture: true, passive: true });
    attend();
  });
