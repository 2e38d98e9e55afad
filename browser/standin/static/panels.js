// Where the list of a field stands on a wide page, open and closed.
//
// In May a list mounted in its field on opening. Since August 2026 (2026-08-05 and 08-24, live
// measurements, 3 sources, H) a wrapper and a content container with hashed class names are always
// there, and only the list in them comes and goes; some wide pages keep even that (2026-10, M).

import { faults, isWide } from "./config.js";
import { form } from "./form.js";
import { h } from "./ui.js";

export const OUTSIDE = "outside-list";
const HASHED = {
  wrapper: "ListPanel_wrapper__m3Kq8",
  content: "ListPanel_content__p5Rb9",
  list: "ListPanel_list__Zt41c",
  scroll: "ListPanel_scroll__e7Wd2",
};
const NAMED = {
  wrapper: "input-dropdown-wrapper",
  content: "input-dropdown-container",
  list: "input-dropdown",
  scroll: "input-dropdown__content",
};
const CLOSED = { keyword: "", parent: null, hits: null, suggested: [], found: null };

export function names() {
  return faults.list_classes === "hashed" ? HASHED : NAMED;
}

/** Whether a field's list opens in the page; else it is a dialog. */
export function isInline(code) {
  return isWide() && !(code === "language_book" && faults.language_dialog);
}

export function isOutside(code) {
  return code === "size" && faults.size_list_place === "outside" && isInline(code);
}

/** What stands under a field's input: nothing, empty wrappers, or the list. */
export function inlineList(definition) {
  if (!isInline(definition.code)) return null;
  const list = isOpen(definition.code) ? openList(definition) : closedList(definition);
  if (faults.list_wrappers !== "always") return list;
  const { wrapper, content } = names();
  return h("div", { class: wrapper }, h("div", { class: content }, list));
}

/** The same for a list that is drawn away from its field. */
export function outsideList(definition) {
  if (!definition || !isOutside(definition.code)) return null;
  if (!isOpen(definition.code)) return null;
  const place = `${HASHED.wrapper} is-outside`;
  return h("div", { class: place, key: OUTSIDE }, openList(definition));
}

function isOpen(code) {
  return form.panel?.code === code;
}

function openList({ base, rows, foot }) {
  const card = h("div", { class: names().scroll }, rows(), foot?.());
  return h(
    "div",
    { class: names().list, "data-testid": base && `${base}-content`, key: "list" },
    h("div", { class: "web_ui__Card__card" }, card),
  );
}

function closedList(definition) {
  if (faults.closed_lists === "away") return null;
  const props = { class: names().list, "data-testid": definition.base && `${definition.base}-content`, key: "list" };
  if (faults.closed_lists === "empty") return h("div", props);
  return h("div", { ...props, hidden: true }, rowsWhileClosed(definition));
}

/** The rows as they would be on opening, without opening. */
function rowsWhileClosed({ code, rows, pendingWhileClosed }) {
  const before = form.panel;
  const pending = pendingWhileClosed?.() ?? [...(form.chosen[code] ?? [])];
  form.panel = { code, pending, ...CLOSED };
  const drawn = rows();
  form.panel = before;
  return drawn;
}
