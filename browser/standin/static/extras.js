// The smaller fields that come with a category: unisex, measurements, bump.

import { texts } from "./config.js";
import { card, field } from "./fields.js";
import { form, update } from "./form.js";
import { h } from "./ui.js";

export function unisex() {
  return h(
    "li",
    { class: "form-row", key: "unisex" },
    h(
      "label",
      { class: "check-row" },
      h("input", {
        type: "checkbox",
        id: "unisex",
        name: "unisex",
        "aria-label": texts.unisex,
        checked: form.isUnisex,
        onChange: (event) => update({ isUnisex: event.target.checked }),
      }),
      h("span", {}, texts.unisex),
      h("small", {}, texts.unisex_hint),
    ),
  );
}

export function measurements() {
  return ["width", "length"].map((side) =>
    field(
      { code: `measurement_${side}`, key: side, label: texts[`measurement_${side}`] },
      h("input", {
        class: "c-input__value",
        id: `measurement_${side}`,
        "data-testid": `measurement-${side}--input`,
        type: "text",
        inputmode: "decimal",
        value: form.measurements[side],
        onChange: (event) => measure(side, event.target.value),
      }),
    ),
  );
}

function measure(side, value) {
  update({ measurements: { ...form.measurements, [side]: value } });
}

export function bumpCard() {
  const box = h("input", {
    type: "checkbox",
    id: "bump",
    name: "bump",
    "data-testid": "bump-checkbox--input",
    checked: form.isBumped,
    onChange: (event) => update({ isBumped: event.target.checked }),
  });
  const row = h(
    "label",
    { class: "check-row" },
    box,
    h("span", {}, texts.bump),
    h("small", {}, texts.bump_hint),
  );
  return card(null, h("li", { class: "form-row" }, row));
}
