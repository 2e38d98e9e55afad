// The fields that choose from a list which the category brings along: condition, colour, material,
// size, and single lists of some categories only.

import { faults, texts } from "./config.js";
import { choose, toggle, updatePanel } from "./dropdown.js";
import { attribute, chosenText, form, tables, update } from "./form.js";
import { reconsiderParcel } from "./parcel.js";
import { choice, heading, list } from "./rows.js";
import { h } from "./ui.js";

const COLOR_LIMIT = 2;
const SUGGESTED_COLORS = 2;
const CONDITION_BASE = {
  single_list: "category-condition-single-list",
  select_dropdown: "condition-select-dropdown",
};
const MATERIAL_BASE = {
  multi_list: "category-material-multi-list",
  multi_list_dropdown: "material-multi-list-dropdown",
};
const SIZE_BASE = {
  single_grid: "category-size-single-grid",
  single_grid_chips: "category-size-single-grid_chips",
  select_dropdown: "size-select-dropdown",
};

function listed(code, base, label, placeholder, rows, required) {
  const commit = (ids) => {
    update({ chosen: { ...form.chosen, [code]: ids }, errors: { ...form.errors, [code]: null } });
    if (code === "size") reconsiderParcel(ids[0]);
  };
  return { code, base, label, placeholder, text: chosenText(code), rows, commit, required };
}

function options(code) {
  return attribute(code).configuration.options.flatMap((group) => group.options);
}

function isPending(id) {
  return form.panel.pending.includes(id);
}

export const condition = () =>
  listed(
    "condition",
    CONDITION_BASE[faults.condition_testid],
    texts.labels.condition,
    texts.condition_placeholder,
    () => list(options("condition").map(conditionRow)),
  );

function conditionRow({ id, title, description }) {
  return choice({
    id: `condition-${id}`,
    inputId: `condition-radio-${id}`,
    titleId: `condition-${id}--title`,
    title,
    body: description,
    isChosen: isPending(id),
    role: faults.condition_role,
    onClick: () => choose(id),
  });
}

export const color = () =>
  listed("color", "color-select-dropdown", texts.labels.color, texts.color_placeholder, colorRows);

function colorRows() {
  const all = list(tables.colors.map((entry) => colorRow(entry, "color")));
  if (!faults.suggested_rows || !form.photos.length) return all;
  const few = tables.colors.slice(0, SUGGESTED_COLORS);
  const suggested = list(few.map((entry) => colorRow(entry, "suggested-color")));
  return [heading(texts.suggested), suggested, heading(texts.all_colors), all];
}

function colorRow({ id, title, hex }, prefix) {
  const style = hex ? `background:#${hex}` : "background:conic-gradient(red,gold,green,blue,red)";
  return choice({
    id: `${prefix}-${id}`,
    inputId: `${prefix}-checkbox-${id}`,
    title,
    multiple: true,
    isChosen: isPending(id),
    role: faults.color_role,
    onClick: () => toggle(id, COLOR_LIMIT),
    swatch: h("span", { class: "color-swatch", style }),
  });
}

export const material = () =>
  listed(
    "material",
    MATERIAL_BASE[faults.material_testid],
    texts.labels.material,
    texts.material_placeholder,
    () => list(options("material").map(materialRow)),
  );

function materialRow({ id, title }) {
  const limit = attribute("material").configuration.selection_limit;
  return choice({
    id: `material-${id}`,
    inputId: `material-checkbox-${id}`,
    title,
    multiple: true,
    isChosen: isPending(id),
    onClick: () => toggle(id, limit),
  });
}

/** A list that only some categories have, such as the platform of a video game. */
export const otherList = (code) =>
  listed(
    code,
    `category-${code}-single-list`,
    attribute(code).configuration.title,
    texts.choice_placeholder,
    () => list(options(code).map((option) => otherRow(code, option))),
    attribute(code).configuration.required,
  );

function otherRow(code, { id, title }) {
  const name = `${code}-${id}`;
  return choice({
    id: name,
    inputId: `${code}-radio-${id}`,
    title,
    isChosen: isPending(id),
    onClick: () => choose(id),
  });
}

export const size = () => {
  const { display_type: display } = attribute("size").configuration;
  const kind = faults.size_testid === "by_category" ? `single_${display}` : faults.size_testid;
  return listed("size", SIZE_BASE[kind], texts.labels.size, texts.size_placeholder, sizeRows);
};

function sizeRows() {
  const groups = attribute("size").configuration.options;
  const shown = groups.find((group) => group.id === form.panel.tab) ?? groups[0];
  const tabs = groups.map((group) => sizeTab(group, group === shown));
  const grid = shown.options.map((option) => sizeChip(shown.id, option));
  return [
    groups.length > 1 && h("div", { class: "size-tabs", role: "tablist" }, tabs),
    h("div", { class: "size-grid", key: shown.id }, grid),
  ];
}

function sizeTab({ id, title }, isShown) {
  const props = {
    type: "button",
    role: "tab",
    class: "size-tab",
    "aria-selected": String(isShown),
  };
  return h("button", { ...props, key: id, onClick: () => updatePanel({ tab: id }) }, title);
}

function sizeChip(group, { id, title }) {
  const name = `size-group-${group}-grid-option-${id}`;
  return h(
    "button",
    {
      type: "button",
      class: "size-chip",
      id: name,
      "data-testid": name,
      key: name,
      ...chipState(isPending(id)),
      "aria-disabled": faults.locked_option === name && "true",
      onClick: faults.locked_option === name ? null : () => choose(id),
    },
    title,
  );
}

/** A checkbox since August 2026, though only one size can be chosen. */
function chipState(isChosen) {
  if (faults.size_role === "button") return { "aria-pressed": String(isChosen) };
  return { role: faults.size_role, "aria-checked": String(isChosen) };
}
