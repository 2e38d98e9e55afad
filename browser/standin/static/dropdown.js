// The component behind category, brand, size, condition, colour, material and the other lists:
// a read-only input that opens a panel, inline on a wide screen and as a dialog on a narrow one.

import { faults, isWide, texts } from "./config.js";
import { field } from "./fields.js";
import { form, formRoot, update } from "./form.js";
import { h } from "./ui.js";

const commits = {};
const FLAKY_MS = 150;
let flakyLeft = faults.flaky_dropdown;
let swallowLeft = faults.swallow_clicks;

/** A field with a panel. `rows` gives the panel's content, `commit` takes what was chosen. */
export function dropdown(definition) {
  const { code, base, label, placeholder, text, opening, rows, commit, name, required } = definition;
  commits[code] = commit;
  const isOpen = form.panel?.code === code;
  const chevron = `${code}-chevron-${isOpen ? "up" : "down"}`;
  const toggle = (event) => clickInput(event, code, opening);
  const key = `${code}-${form.generation}`;
  return field(
    { code, key, label },
    h("input", {
      class: "c-input__value",
      id: code,
      name: name ?? code,
      "data-testid": `${base}-input`,
      type: "text",
      readonly: true,
      "aria-required": required && "true",
      autocomplete: "off",
      placeholder,
      value: text,
      onClick: toggle,
    }),
    h("div", { class: "c-input__icon", role: "button", "data-testid": chevron, onClick: toggle }),
    isOpen && isWide() && inlinePanel(base, rows()),
  );
}

/** The dialog of a narrow screen, drawn in the layer above the page. */
export function panelDialog(definition) {
  if (!definition || isWide() || form.panel?.code !== definition.code) return null;
  const closeId = definition.base.endsWith("-select-dropdown")
    ? definition.base
    : `${definition.code}-select-dropdown`;
  return h(
    "div",
    { class: "ReactModal__Overlay", key: definition.code },
    h(
      "div",
      { class: "ReactModal__Content", role: "dialog", "aria-modal": "true", tabindex: "-1" },
      h(
        "div",
        { class: "modal-bar" },
        h("h2", { class: "modal-title" }, definition.label),
        button(texts.close, `${closeId}-close-button`, closePanel, "modal-close", "×"),
      ),
      h("div", { class: "modal-body" }, content(definition.base, definition.rows())),
      h(
        "div",
        { class: "modal-foot" },
        button(null, "input-dropdown-save-button", savePanel, "primary", texts.dropdown_save),
      ),
    ),
  );
}

function button(label, testid, onClick, kind, text) {
  const props = { type: "button", class: `web_ui__Button__button ${kind}`, "aria-label": label };
  return h("button", { ...props, "data-testid": testid, onClick }, text);
}

function inlinePanel(base, rows) {
  return h(
    "div",
    { class: "input-dropdown", "data-testid": `${base}-content` },
    h("div", { class: "web_ui__Card__card" }, h("div", { class: "input-dropdown__content" }, rows)),
  );
}

function content(base, rows) {
  return h("div", { class: "input-dropdown__content", "data-testid": `${base}-content` }, rows);
}

function clickInput(event, code, opening) {
  const node = event.target;
  if (faults.first_click_lost && !node.$wasClicked) {
    node.$wasClicked = true;
    return;
  }
  if (form.panel?.code === code) closePanel();
  else openPanel(code, opening);
}

function openPanel(code, opening) {
  const panel = { code, pending: [...(form.chosen[code] ?? [])], keyword: "", ...opening?.() };
  update({ panel });
  if (flakyLeft > 0) {
    flakyLeft -= 1;
    setTimeout(() => form.panel === panel && closePanel(), FLAKY_MS);
  }
}

export function closePanel() {
  update({ panel: null });
}

function savePanel() {
  const { code, pending } = form.panel;
  closePanel();
  commits[code](pending);
}

/** Changes what the open panel shows or has pending. */
export function updatePanel(changes) {
  if (form.panel) update({ panel: Object.assign(form.panel, changes) });
}

/** A choice of one: committed at once on a wide screen, pending until saved on a narrow one. */
export function choose(value) {
  if (isSwallowed()) return;
  if (!isWide()) {
    updatePanel({ pending: [value] });
    return;
  }
  const { code } = form.panel;
  closePanel();
  commits[code]([value]);
}

/** One of several choices; one too many pushes out the oldest, without a word. */
export function toggle(value, limit) {
  if (isSwallowed()) return;
  const { code, pending } = form.panel;
  const isChosen = pending.includes(value);
  const next = isChosen ? pending.filter((id) => id !== value) : [...pending, value].slice(-limit);
  updatePanel({ pending: next });
  if (isWide()) commits[code](next);
}

export function isSwallowed() {
  if (swallowLeft <= 0) return false;
  swallowLeft -= 1;
  return true;
}

/** An inline panel closes when the mouse goes down outside of it, or on Escape if switched on. */
export function watchOutside() {
  document.addEventListener("mousedown", (event) => {
    if (!form.panel || !isWide()) return;
    const input = formRoot().querySelector(".input-dropdown")?.closest(".c-input");
    if (input && !input.contains(event.composedPath()[0])) closePanel();
  });
  document.addEventListener("keydown", (event) => {
    if (faults.escape_closes && event.key === "Escape" && isWide()) closePanel();
  });
}
