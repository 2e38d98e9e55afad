// The category: a tree to drill into, a search, and suggestions once there are photos and words.

import { get, send } from "./api.js";
import { loadCategory } from "./loading.js";
import { faults, texts } from "./config.js";
import { choose, isSwallowed, updatePanel } from "./dropdown.js";
import { form, tables } from "./form.js";
import { branch, choice, heading, list, searchBox } from "./rows.js";
import { h } from "./ui.js";

const CATEGORY_DELAY_MS = 250;
let categoryTimer = 0;

export const category = () => ({
  code: "category",
  base: "catalog-select-dropdown",
  label: texts.labels.category,
  placeholder: texts.category_placeholder,
  text: form.category?.title ?? "",
  opening() {
    if (isSuggestingCategories()) loadSuggestions();
    return {
      pending: form.category ? [form.category.id] : [],
      parent: null,
      hits: null,
      suggested: [],
    };
  },
  rows: categoryRows,
  pendingWhileClosed: () => (form.category ? [form.category.id] : []),
  commit: ([id]) => {
    if (!tables.categories.get(id)?.isLeaf) return;
    form.hasChosenCategory = true;
    loadCategory(id);
  },
});

/** In May photos and words brought suggestions; since August 2026 photos alone do (M). */
function isSuggestingCategories() {
  if (!form.photos.length) return false;
  return faults.form === "august" || Boolean(form.title || form.description);
}

/** 2026, three captures, H: the request names the photos only. */
function asked() {
  if (faults.form === "august") {
    const image_metadata = form.photos.map(({ id }) => ({ image_id: id, orientation: "0" }));
    return { image_metadata, upload_session_id: form.uploadSession };
  }
  const photo_ids = form.photos.map((photo) => photo.id);
  return { title: form.title, description: form.description, photo_ids };
}

/** The answer holds ids only since August 2026; their paths are in the page's own tree. */
function named(id) {
  const leaf = tables.categories.get(id);
  const above = [];
  for (let step = leaf?.parent; step; step = step.parent) above.unshift(step.title);
  return leaf && { id, title: leaf.title, path: above.join(" > ") };
}

const SUGGESTIONS = "/api/v2/item_upload/suggestions/categories";

/** Before 2026 the photos stood in the address (a Spanish extension, 63145993854, H). */
function askSuggestions() {
  if (faults.suggestions_by === "post") return send("POST", SUGGESTIONS, asked());
  const photo_ids = form.photos.map(({ id }) => id).join(",");
  const query = new URLSearchParams({ photo_ids, upload_session_id: form.uploadSession });
  return get(`${SUGGESTIONS}?${query}`);
}

async function loadSuggestions() {
  const answer = await askSuggestions().catch(() => null);
  const suggested = answer?.catalogs ?? (answer?.categories ?? []).map(named).filter(Boolean);
  if (form.panel?.code === "category") updatePanel({ suggested });
}

function categoryRows() {
  const { keyword, hits, parent } = form.panel;
  const search = searchBox({
    id: "catalog-search-input",
    placeholder: texts.category_search,
    value: keyword,
    onChange: (event) => searchCategory(event.target.value),
    onClear: () => searchCategory(""),
  });
  if (hits) return [search, categoryList(hits.map(hitRow))];
  if (!parent) return [search, ...firstRows()];
  return [backRow(parent), categoryList(parent.catalogs.map(treeRow))];
}

/** Named since October 2026 (2026-10-07, tools' sources, 2 sources, M). */
function categoryList(rows) {
  return list(rows, faults.form === "august" && "category-list");
}

function firstRows() {
  const { suggested } = form.panel;
  const roots = categoryList(tables.roots.map(treeRow));
  if (!suggested.length) return [roots];
  return [
    heading(texts.suggested),
    list(suggested.map(suggestedCategory)),
    heading(texts.all_categories),
    roots,
  ];
}

function treeRow(node) {
  const id = `catalog-${node.id}`;
  if (!node.isLeaf) {
    return branch({
      id,
      title: node.title,
      onClick: () => isSwallowed() || updatePanel({ parent: node }),
    });
  }
  return leafRow(node, { id, inputId: `${id}-radio` });
}

function hitRow(hit, index, hits) {
  return leafRow(hit, {
    id: `catalog-search-${hit.id}-result`,
    inputId: `catalog-search-${hit.id}-radio`,
    body: hit.path,
    role: "radio",
    "aria-checked": String(form.panel.pending.includes(hit.id)),
    "aria-posinset": index + 1,
    "aria-setsize": hits.length,
  });
}

function suggestedCategory(hit) {
  const id = `catalog-suggestion-${hit.id}`;
  return leafRow(hit, { id, inputId: `${hit.id}-catalog-suggestion-radio`, body: hit.path });
}

function leafRow({ id, title }, row) {
  return choice({
    title,
    isChosen: form.panel.pending.includes(id),
    onClick: () => choose(id),
    ...row,
  });
}

function backRow(parent) {
  const onClick = () => updatePanel({ parent: parent.parent });
  return h(
    "button",
    { type: "button", class: "panel-back", "aria-label": texts.back, key: "back", onClick },
    `‹ ${parent.title}`,
  );
}

function searchCategory(keyword) {
  updatePanel({ keyword, hits: keyword ? form.panel.hits : null });
  clearTimeout(categoryTimer);
  if (keyword) categoryTimer = setTimeout(askCategories, CATEGORY_DELAY_MS, keyword);
}

async function askCategories(keyword) {
  const address = `/api/v2/item_upload/catalogs/search?keyword=${encodeURIComponent(keyword)}`;
  const answer = await get(address).catch(() => null);
  if (form.panel?.keyword === keyword) updatePanel({ hits: answer?.catalogs ?? [] });
}
