// Rows of a panel: headings, choices, branches and the search box.

import { faults, texts } from "./config.js";
import { h } from "./ui.js";

export function heading(text) {
  return h("div", { class: "list-heading", key: `heading-${text}` }, text);
}

export function list(rows) {
  return h("ul", { class: "web_ui__List__list" }, rows);
}

/** One choice: click the cell; the hidden radio or checkbox in it only shows the state. */
export function choice({
  id,
  inputId,
  title,
  body,
  isChosen,
  multiple,
  onClick,
  titleId,
  swatch,
  ...rest
}) {
  const kind = multiple ? "checkbox" : "radio";
  const mark = multiple ? "web_ui__Checkbox__checkbox" : "web_ui__Radio__radio";
  const role =
    faults.row_role === "choice"
      ? { role: kind, "aria-checked": String(isChosen) }
      : { role: "button" };
  return h(
    "li",
    { class: "web_ui__Item__item", key: id },
    h(
      "div",
      {
        class: "web_ui__Cell__cell web_ui__Cell__clickable",
        id,
        tabindex: "0",
        ...role,
        ...rest,
        onClick,
      },
      swatch,
      cellTexts(title, body, titleId),
      h(
        "div",
        { class: "web_ui__Cell__suffix" },
        h(
          "label",
          { class: mark, onClick: keepForCell },
          h("input", {
            type: kind,
            id: inputId,
            "data-testid": inputId,
            name: inputId,
            tabindex: "-1",
            checked: isChosen,
          }),
          h("span", { class: "choice-mark" }),
        ),
      ),
    ),
  );
}

/** A click on the label must not come back to the cell as a second one from its input. */
function keepForCell(event) {
  if (event.target.localName !== "input") event.preventDefault();
}

/** A row that leads deeper into the tree. */
export function branch({ id, title, onClick }) {
  const kind = "web_ui__Cell__clickable web_ui__Cell__with-chevron web_ui__Cell__navigating";
  return h(
    "li",
    { class: "web_ui__Item__item", key: id },
    h(
      "div",
      { class: `web_ui__Cell__cell ${kind}`, id, role: "button", tabindex: "0", onClick },
      cellTexts(title),
      h("div", { class: "web_ui__Cell__suffix web_ui__Cell__chevron" }),
    ),
  );
}

function cellTexts(title, body, titleId) {
  return h(
    "div",
    { class: "web_ui__Cell__content" },
    h("div", { class: "web_ui__Cell__title", "data-testid": titleId }, title),
    body && h("div", { class: "web_ui__Cell__body" }, body),
  );
}

export function searchBox({
  id,
  testid,
  clearTestid,
  placeholder,
  value,
  onChange,
  onKeyUp,
  onClear,
}) {
  return h(
    "div",
    { class: "panel-search", key: id },
    h("input", {
      id,
      "data-testid": testid,
      class: "c-input__value",
      type: "text",
      maxlength: "100",
      autocomplete: "off",
      placeholder,
      value,
      onChange,
      onKeyUp,
    }),
    value &&
      h(
        "button",
        {
          type: "button",
          class: "search-clear",
          "aria-label": texts.clear,
          "data-testid": clearTestid,
          onClick: onClear,
        },
        "×",
      ),
  );
}
