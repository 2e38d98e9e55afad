// The smaller fields that come with a category: unisex, measurements, parcel size, bump.

import { texts } from "./config.js";
import { card, field, isGone, note } from "./fields.js";
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

export function parcelCard() {
  if (!form.packageSizes.length || isGone("package_size")) return null;
  return h(
    "section",
    { class: "web_ui__Card__card", id: "package_size", key: "package_size" },
    h("h2", { class: "card-title" }, texts.labels.package),
    h("div", { class: "form-list" }, form.packageSizes.map(parcelCell), note("package_size")),
  );
}

function parcelCell({ id, title, hint }) {
  const isChosen = form.packageSize === id;
  const isRecommended = form.recommendedSize === id;
  const name = `package_type_selector_${id}`;
  return h(
    "div",
    {
      class: `web_ui__Cell__cell parcel ${isChosen ? "is-chosen" : ""}`,
      id: `package-size-${id}`,
      "data-testid": `${id}-package-size--cell`,
      role: isChosen || isRecommended ? "presentation" : "button",
      key: id,
      onClick: () => chooseParcel(id),
    },
    h(
      "div",
      { class: "web_ui__Cell__content" },
      h("div", { class: "web_ui__Cell__title" }, title),
      h("div", { class: "web_ui__Cell__body" }, hint),
      isRecommended &&
        h(
          "span",
          { class: "badge", "data-testid": `package-size-suggestion-badge-id-${id}` },
          texts.recommended,
        ),
    ),
    h(
      "label",
      { class: "web_ui__Radio__radio", "data-testid": name },
      h("input", {
        type: "radio",
        id: name,
        name,
        "data-testid": `${name}--input`,
        checked: isChosen,
        "aria-label": title,
      }),
      h("span", { class: "choice-mark" }),
    ),
  );
}

function chooseParcel(id) {
  update({ packageSize: id, errors: { ...form.errors, package_size: null } });
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
