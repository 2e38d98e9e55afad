// An attribute drawn as a group of radios or of boxes, with all its options on the page.

import { faults } from "./config.js";
import { note } from "./fields.js";
import { attribute, form, optionsOf, update } from "./form.js";
import { h } from "./ui.js";

export function choices(code) {
  const { title } = attribute(code).configuration;
  return h(
    "li",
    { class: "form-row", key: code },
    h(
      "fieldset",
      { class: "choices", id: code },
      h("legend", {}, `${title} *`),
      optionsOf(code).map((option) => checkbox(code, option)),
    ),
    note(code),
  );
}

function checkbox(code, { id, title }) {
  const isSeveral = faults.untold_look === "boxes";
  const box = h("input", {
    type: isSeveral ? "checkbox" : "radio",
    id: `${code}-${id}`,
    name: code,
    value: String(id),
    checked: (form.chosen[code] ?? []).includes(id),
    onChange: () => tick(code, id, isSeveral),
  });
  return h("label", { class: "check-row", key: id }, box, h("span", {}, title));
}

function tick(code, id, isSeveral) {
  const before = form.chosen[code] ?? [];
  const others = before.filter((other) => other !== id);
  const ids = !isSeveral ? [id] : before.includes(id) ? others : [...before, id];
  update({ chosen: { ...form.chosen, [code]: ids }, errors: { ...form.errors, [code]: null } });
}
