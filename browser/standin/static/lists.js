// The fields that choose from a list which the category brings along: condition, colour, material,
// size, and single lists of some categories only.

import { isBookUnknown } from "./book.js";
import { faults, texts } from "./config.js";
import { choose, toggle, updatePanel } from "./dropdown.js";
import { attribute, chosenText, form, tables, update } from "./form.js";
import { reconsiderParcel } from "./parcel.js";
import { choice, heading, list, searchBox } from "./rows.js";
import { h } from "./ui.js";

const COLOR_LIMIT = 2;
const SUGGESTED_OPTIONS = 2;
const MOUNTED = 15;
const NEAR_END = 60;
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
  const few = tables.colors.slice(0, SUGGESTED_OPTIONS);
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
    materialRows,
  );

function materialRows() {
  const all = list(options("material").map((entry) => materialRow(entry, "material")));
  if (!hasSuggested()) return all;
  const few = options("material").slice(0, SUGGESTED_OPTIONS);
  const suggested = list(few.map((entry) => materialRow(entry, "suggested-material")));
  return [heading(texts.suggested), suggested, all];
}

/** Since October 2026 sizes and materials have a suggested group too (2026-10-06, 1 source, M). */
function hasSuggested() {
  return faults.form === "august" && faults.suggested_rows && form.photos.length > 0;
}

function materialRow({ id, title }, prefix) {
  const limit = attribute("material").configuration.selection_limit;
  return choice({
    id: `${prefix}-${id}`,
    inputId: `${prefix}-checkbox-${id}`,
    title,
    multiple: true,
    isChosen: isPending(id),
    onClick: () => toggle(id, limit),
  });
}

/** A list that only some categories have, such as the platform of a video game. */
export const otherList = (code) => {
  const settings = attribute(code).configuration;
  const { selection_type: selection, display_type: display, title, required } = settings;
  const isAsked = required || (code === "language_book" && isBookUnknown());
  const rows = display === "list_search" ? () => searchedRows(code) : () => plainRows(code);
  const base = `category-${code}-${selection}-${display}`;
  return listed(code, base, title, texts.choice_placeholder, rows, isAsked);
};

function plainRows(code) {
  return list(options(code).map((option) => otherRow(code, option)));
}

/** A search box, and rows that mount as the list is scrolled (2026-10, live, 1 source, M). */
function searchedRows(code) {
  const keyword = form.panel.keyword.toLowerCase();
  const hits = options(code).filter(({ title }) => title.toLowerCase().includes(keyword));
  const search = searchBox({
    id: `${code}-search-input`,
    testid: `${code}-search--input`,
    clearTestid: `${code}-search--clear-button`,
    placeholder: texts.search_list,
    value: form.panel.keyword,
    onChange: (event) => updatePanel({ keyword: event.target.value, mounted: MOUNTED }),
    onClear: () => updatePanel({ keyword: "", mounted: MOUNTED }),
  });
  const mounted = hits.slice(0, form.panel.mounted ?? MOUNTED);
  return [search, list(mounted.map((option) => otherRow(code, option)))];
}

/** Mounts further rows when an open list is scrolled near its end. */
export function watchScroll(place) {
  const more = ({ target }) => {
    const left = target.scrollHeight - target.scrollTop - target.clientHeight;
    if (!form.panel || left >= NEAR_END) return;
    updatePanel({ mounted: (form.panel.mounted ?? MOUNTED) + MOUNTED });
  };
  place.addEventListener("scroll", more, { capture: true, passive: true });
}

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
  const grid = shown.options.map((option) => sizeChip(`size-group-${shown.id}`, option));
  return [
    hasSuggested() && suggestedSizes(shown.options),
    groups.length > 1 && h("div", { class: "size-tabs", role: "tablist" }, tabs),
    h("div", { class: "size-grid", key: shown.id }, grid),
  ];
}

function suggestedSizes(sizes) {
  const chips = sizes.slice(0, SUGGESTED_OPTIONS).map((size) => sizeChip("size-suggestions", size));
  const grid = h("div", { class: "size-grid", key: "suggestions" }, chips);
  return [heading(texts.suggested), grid];
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
  const name = `${group}-grid-option-${id}`;
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
