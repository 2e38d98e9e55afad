// The smaller fields that come with a category: unisex, measurements, the mark for
// generated photos.

import { faults, texts } from "./config.js";
import { field } from "./fields.js";
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

/** A mark for generated photos, which appears once there are photos, on new and edit pages. */
export function aiPhoto() {
  if (faults.ai_photo === "absent" || faults.form === "may" || !form.photos.length) return null;
  const box = h("input", {
    type: "checkbox",
    id: "ai_photo",
    name: "ai_photo",
    checked: form.isAiPhoto,
    onChange: (event) => update({ isAiPhoto: event.target.checked }),
  });
  return h("label", { class: "check-row", key: "ai_photo" }, box, h("span", {}, texts.ai_photo));
}

/** A hint that nobody has to follow; what is typed here never leaves. */
export function manufacturerLabel() {
  if (!faults.manufacturer_label) return null;
  return field(
    { code: "manufacturer_label", key: "manufacturer_label", label: texts.manufacturer },
    h("input", {
      class: "c-input__value",
      "data-testid": "manufacturer-label--input",
      type: "text",
      value: form.manufacturer,
      onChange: (event) => update({ manufacturer: event.target.value }),
    }),
  );
}
