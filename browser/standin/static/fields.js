// The parts that every field is made of: frame, label, error slot, text input.

import { faults } from "./config.js";
import { form } from "./form.js";
import { h } from "./ui.js";

/** Whether a field is switched off: with the server's consent, or without. */
export function isGone(code) {
  return faults.missing_field === code || faults.gone_field === code;
}

/** One row of a card: the label, the control and the slot for its errors. */
export function field({ code, key, label, testid, labelTestid, error }, ...control) {
  if (isGone(code)) return null;
  return h(
    "li",
    { class: "form-row", key },
    h(
      "div",
      { class: "c-input", "data-testid": testid },
      h("label", { class: "c-input__title", for: code, "data-testid": labelTestid }, label),
      ...control,
      note(error ?? code),
    ),
  );
}

export function note(code) {
  const text = form.errors[code];
  const warning = "web_ui__Validation__validation web_ui__Validation__warning";
  return h(
    "div",
    { class: "c-input__note" },
    text && h("div", { class: warning, role: "alert" }, text),
  );
}

export function card(title, ...rows) {
  return h(
    "section",
    { class: "web_ui__Card__card" },
    title && h("h2", { class: "card-title" }, title),
    h("ul", { class: "form-list" }, rows),
  );
}
