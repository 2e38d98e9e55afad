// The component behind category, brand, size, condition, colour, material and the other lists:
// a read-only input that opens a panel, inline on a wide screen and as a dialog on a narrow one.

import { faults, texts } from "./config.js";
import { field } from "./fields.js";
import { form, formRoot, update } from "./form.js";
import { inlineList, isInline, isOutside, names, OUTSIDE } from "./panels.js";
import { h } from "./ui.js";

const commits = {};
const FLAKY_MS = 150;
let flakyLeft = faults.flaky_dropdown;
let swallowLeft = faults.swallow_clicks;

/** A field with a panel. `rows` gives the panel's content, `commit` takes what was chosen. */
export function dropdown(definition) {
  const { code, base, label, placeholder, text, opening, commit, name, required } = definition;
  commits[code] = commit;
  const toggle = (event) => clickInput(event, code, opening);
  const key = `${code}-${form.generation}`;
  return field(
    { code, key, label },
    h("input", {
      class: "c-input__value",
      id: code,
      name: name ?? code,
      "data-testid": base && `${base}-input`,
      type: "text",
      readonly: true,
      "aria-required": required && "true",
      autocomplete: "off",
      placeholder,
      value: text,
      onClick: toggle,
    }),
    icon(code, toggle),
    !isOutside(code) && inlineList(withFoot(definition)),
  );
}

/** The chevron, or while data comes the loader in its place. */
function icon(code, toggle) {
  if (isLoading(code)) {
    return h("div", { class: "c-input__icon", "data-testid": `${code}--loader` });
  }
  const chevron = `${code}-chevron-${form.panel?.code === code ? "up" : "down"}`;
  return h("div", {
    class: "c-input__icon",
    role: "button",
    "data-testid": chevron,
    onClick: toggle,
  });
}

function isLoading(code) {
  return form.loading.has(code);
}

/** Shows the loaders of these fields for as long as the switch says. */
export function showLoaders(codes) {
  if (!faults.list_loader) return;
  form.loading = new Set([...form.loading, ...codes]);
  setTimeout(() => {
    codes.forEach((code) => form.loading.delete(code));
    update();
  }, faults.list_loader * 1000);
}

/** The dialog of a narrow screen, drawn in the layer above the page. */
export function panelDialog(definition) {
  const isAsked = definition && form.panel?.code === definition.code;
  if (!isAsked || isInline(definition.code)) return null;
  const closeId = definition.base?.endsWith("-select-dropdown")
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
        panelButton(texts.close, `${closeId}-close-button`, closePanel, "modal-close", "×"),
      ),
      h("div", { class: "modal-body" }, dialogList(definition.base, definition.rows())),
      h("div", { class: "modal-foot" }, cancelButton(definition.code), doneButton(savePanel)),
    ),
  );
}

/** On a wide page the done button was seen by nobody; it is there if switched on. */
export function withFoot(definition) {
  const foot = faults.wide_done_button ? () => doneButton(closePanel) : null;
  return definition && { ...definition, foot };
}

/** Only the dialog of a book's language has one (2026-09-03 .fr, 1 source, M). */
function cancelButton(code) {
  if (code !== "language_book" || !faults.language_dialog) return null;
  return panelButton(null, "input-dropdown-cancel-button", closePanel, "secondary", texts.cancel);
}

function doneButton(onClick) {
  return panelButton(null, "input-dropdown-save-button", onClick, "primary", texts.dropdown_save);
}

function panelButton(label, testid, onClick, kind, text) {
  const props = { type: "button", class: `web_ui__Button__button ${kind}`, "aria-label": label };
  return h("button", { ...props, "data-testid": testid, onClick }, text);
}

/** Since autumn 2026 a dialog's list carries no test id of its own (two sources, M). */
function dialogList(base, rows) {
  const testid = faults.dialog_content === "present" && `${base}-content`;
  return h("div", { class: names().scroll, "data-testid": testid || null }, rows);
}

function clickInput(event, code, opening) {
  const node = event.target;
  if (isLoading(code)) return;
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
  const { code, held } = form.panel ?? {};
  update({ panel: null });
  if (held) commits[code](held);
}

function savePanel() {
  const { code, pending } = form.panel;
  update({ panel: null });
  commits[code](pending);
}

/** Changes what the open panel shows or has pending. */
export function updatePanel(changes) {
  if (form.panel) update({ panel: Object.assign(form.panel, changes) });
}

/** A choice of one: committed at once on a wide screen, pending until saved on a narrow one. */
export function choose(value) {
  if (isSwallowed()) return;
  const { code } = form.panel;
  if (!isInline(code)) {
    updatePanel({ pending: [value] });
    return;
  }
  update({ panel: null });
  commits[code]([value]);
}

/** A choice of one that is taken over only when the list closes. */
export function hold(value) {
  if (isSwallowed()) return;
  const isHeld = isInline(form.panel.code);
  updatePanel({ pending: [value], held: isHeld && [value] });
}

/** One of several choices; one too many pushes out the oldest, without a word. */
export function toggle(value, limit) {
  if (isSwallowed()) return;
  const { code, pending } = form.panel;
  const isChosen = pending.includes(value);
  const next = isChosen ? pending.filter((id) => id !== value) : [...pending, value].slice(-limit);
  updatePanel({ pending: next });
  if (isInline(code)) commits[code](next);
}

export function isSwallowed() {
  if (swallowLeft <= 0) return false;
  swallowLeft -= 1;
  return true;
}

/** An inline panel closes when the mouse goes down outside of it, or on Escape if switched on. */
export function watchOutside() {
  document.addEventListener("mousedown", (event) => {
    if (!form.panel || !isInline(form.panel.code)) return;
    const places = [...formRoot().querySelectorAll(".form-row, .ListPanel_wrapper__m3Kq8")];
    const own = places.filter(
      ({ $key }) => $key === OUTSIDE || $key === `${form.panel.code}-${form.generation}`,
    );
    const hit = event.composedPath()[0];
    if (!own.some((place) => place.contains(hit))) closePanel();
  });
  document.addEventListener("keydown", (event) => {
    const isOpen = form.panel && isInline(form.panel.code);
    if (faults.escape_closes && event.key === "Escape" && isOpen) closePanel();
  });
}
