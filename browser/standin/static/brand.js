// The brand: popular ones, a search that asks the server, no brand, or a name of one's own.

import { get } from "./api.js";
import { faults, fill, texts } from "./config.js";
import { showProof } from "./dialogs.js";
import { choose, hold, updatePanel } from "./dropdown.js";
import { form, update } from "./form.js";
import { choice, heading, list, searchBox } from "./rows.js";
import { h } from "./ui.js";

const BRAND_DELAY_MS = 300;
const SUGGESTED_BRANDS = 3;
let brandTimer = 0;

export const brand = () => ({
  code: "brand",
  base: "brand-select-dropdown",
  label: texts.labels.brand,
  placeholder: texts.brand_placeholder,
  text: form.brand?.title ?? "",
  opening() {
    askBrands("");
    return { pending: form.brand ? [form.brand] : [], found: null };
  },
  rows: brandRows,
  pendingWhileClosed: () => (form.brand ? [form.brand] : []),
  commit: ([chosen]) => chosen && take(chosen),
});

function take(chosen) {
  update({ brand: chosen, errors: { ...form.errors, brand: null } });
  if (chosen.requires_authenticity_check && faults.authenticity_modal) showProof();
}

export function brandHint() {
  const isShown = faults.authenticity_modal && form.brand?.requires_authenticity_check;
  return isShown ? h("li", { class: "form-hint", key: "brand-hint" }, texts.brand_hint) : null;
}

function brandRows() {
  const { keyword, found } = form.panel;
  const search = searchBox({
    id: "brand-search-input",
    testid: "brand-search--input",
    clearTestid: "brand-search--clear-button",
    placeholder: texts.brand_search,
    value: keyword,
    onChange: (event) => searchBrand(event.target.value),
    onKeyUp: () => faults.brand_search_keys && askSoon(),
    onClear: () => {
      searchBrand("");
      askBrands("");
    },
  });
  if (!found) return [search];
  return [search, ...(found.keyword ? foundRows(found) : popularRows(found))];
}

function popularRows({ brands }) {
  const known = [emptyRow(), ...brands.map(brandRow)];
  const custom = form.brand?.isCustom ? [selectedCustomRow()] : [];
  if (!faults.suggested_rows) return [list([...custom, ...known])];
  const suggested = brands.slice(0, SUGGESTED_BRANDS).map(suggestedBrand);
  return [heading(texts.suggested), list(suggested), list([...custom, ...known])];
}

function foundRows({ keyword, brands }) {
  const isExact = brands.some((entry) => entry.title.toLowerCase() === keyword.toLowerCase());
  const known = list(brands.map(brandRow));
  const empty = h(
    "div",
    { class: "empty-state", "data-testid": "brand_empty_state", key: "empty" },
    texts.brand_empty,
  );
  return [brands.length ? known : empty, !isExact && list([customRow(keyword)])];
}

function brandRow(entry) {
  return brandChoice(entry, {
    id: `brand-${entry.id}`,
    inputId: `brand-radio-${entry.id}`,
    title: entry.title,
  });
}

function suggestedBrand(entry) {
  const id = `suggested-brand-${entry.id}`;
  return brandChoice(entry, { id, inputId: `suggested-brand-radio-${entry.id}`, title: entry.title });
}

function emptyRow() {
  const none = { id: 1, title: texts.no_brand };
  return brandChoice(none, { id: "empty-brand", inputId: "empty-brand-radio", title: texts.no_brand });
}

function customRow(keyword) {
  const title = fill(texts.custom_brand, { text: keyword });
  const own = { id: null, title: keyword, isCustom: true };
  const cell = { id: "custom-select-brand", inputId: "custom-select-brand-radio", title };
  return brandChoice(own, cell, faults.own_brand_commit === "closing" ? hold : choose);
}

function selectedCustomRow() {
  const title = form.brand.title;
  return brandChoice(form.brand, {
    id: "selected-custom-brand",
    inputId: "selected-custom-brand-radio",
    title,
  });
}

function brandChoice(entry, cell, take = choose) {
  const [pending] = form.panel.pending;
  const isChosen = pending?.id === entry.id && pending?.title === entry.title;
  const role = faults.brand_role;
  const label = role === "button" && faults.form === "august" && cell.title;
  return choice({
    ...cell,
    isChosen,
    role,
    "aria-label": label,
    onClick: () => take(entry),
  });
}

function searchBrand(keyword) {
  updatePanel({ keyword });
  if (!faults.brand_search_keys) askSoon();
}

function askSoon() {
  clearTimeout(brandTimer);
  brandTimer = setTimeout(() => form.panel && askBrands(form.panel.keyword), BRAND_DELAY_MS);
}

async function askBrands(keyword) {
  const query = new URLSearchParams({
    category_id: form.category?.id ?? "",
    keyword: keyword.trim(),
  });
  const answer = await get(`/api/v2/item_upload/brands?${query}`).catch(() => null);
  if (form.panel?.code === "brand" && form.panel.keyword === keyword) {
    updatePanel({ found: { keyword: keyword.trim(), brands: answer?.brands ?? [] } });
  }
}
