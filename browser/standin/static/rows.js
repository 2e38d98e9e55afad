// Rows of a panel: headings, choices, branches and the search box.

import { faults, texts } from "./config.js";
import { h } from "./ui.js";

export function heading(text) {
  return h("div", { class: "list-heading", key: `heading-${text}` }, text);
}

export function list(rows, testid) {
  return h("ul", { class: "web_ui__List__list", "data-testid": testid }, rows);
}

/**
 * One choice: click the cell; the hidden radio or checkbox in it only shows the state.
 *
 * `role` is that of the row: button as in May, radio or checkbox with aria-checked since August
 * 2026. A locked row says so and takes no press.
 */
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
  role = rowRole(multiple),
  ...rest
}) {
  const isLocked = Boolean(id) && faults.locked_option === id;
  return h(
    "li",
    { class: "web_ui__Item__item", key: id },
    h(
      "div",
      {
        class: `web_ui__Cell__cell web_ui__Cell__clickable${selectedClass(isChosen)}`,
        id,
        tabindex: "0",
        role,
        "aria-checked": role !== "button" && String(isChosen),
        "aria-disabled": isLocked && "true",
        ...rest,
        onClick: isLocked ? null : onClick,
      },
      swatch,
      cellTexts(title, body, titleId),
      h("div", { class: "web_ui__Cell__suffix" }, choiceMark(inputId, multiple, isChosen)),
    ),
  );
}

export function rowRole(multiple) {
  if (faults.row_role === "button") return "button";
  return multiple ? "checkbox" : "radio";
}

/** Since autumn 2026 what is chosen carries a class of that ending (one source, M). */
export function selectedClass(isChosen) {
  return isChosen && faults.form === "august" ? " web_ui__Cell__cell--selected" : "";
}

/** The native input of a row: hidden from everybody since August 2026, and blind if switched on. */
function choiceMark(inputId, multiple, isChosen) {
  const isHidden = faults.native_inputs !== "plain";
  const isBlind = faults.native_inputs === "blind";
  return h(
    "label",
    {
      class: multiple ? "web_ui__Checkbox__checkbox" : "web_ui__Radio__radio",
      onClick: keepForCell,
    },
    h("input", {
      type: multiple ? "checkbox" : "radio",
      class: isHidden && "is-hidden-input",
      id: inputId,
      "data-testid": inputId,
      name: inputId,
      tabindex: "-1",
      "aria-hidden": isHidden && "true",
      checked: isBlind ? false : isChosen,
    }),
    h("span", { class: `choice-mark${isChosen ? " is-on" : ""}` }),
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
