// What is fetched for the form: the tables at the start, and a category's fields once it is chosen.

import { CallFailed, get, send } from "./api.js";
import { config, faults } from "./config.js";
import { showDialogAt } from "./dialogs.js";
import { showLoaders } from "./dropdown.js";
import { attribute, form, optionsOf, tables, update } from "./form.js";
import { parcelsFor, takeParcels } from "./parcel.js";
import { keepChoice, preselected } from "./prefill.js";

const REPLACED_AFTER_MS = 250;
const HIDDEN_ROOT = 2993;

export async function loadTables() {
  const [tree, colors] = await Promise.all([
    config.catalogs ? { catalogs: config.catalogs } : get("/api/v2/item_upload/catalogs"),
    get("/api/v2/item_upload/colors"),
  ]);
  tree.catalogs.forEach((root) => remember(root, null));
  tables.roots = tree.catalogs.filter((root) => root.id !== HIDDEN_ROOT);
  tables.colors = colors.colors;
  update();
}

function remember(node, parent) {
  node.parent = parent;
  node.isLeaf = node.catalogs.length === 0;
  tables.categories.set(node.id, node);
  node.catalogs.forEach((child) => remember(child, node));
}

/** Fills the form of the edit page, in the order in which a person would have. */
export async function loadItem(item) {
  if (!item.catalog_id) return;
  form.chosen = Object.fromEntries(item.item_attributes.map(({ code, ids }) => [code, ids]));
  form.chosen.color = item.color_ids;
  form.brand = item.brand
    ? { id: item.brand_id, title: item.brand, isCustom: !item.brand_id }
    : null;
  await loadCategory(item.catalog_id);
}

/** Commits a leaf category: its fields mount in the order of the answer. */
export async function loadCategory(id) {
  update({ category: tables.categories.get(id), errors: { ...form.errors, category: null } });
  const body = { attributes: [{ code: "category", value: [id] }] };
  try {
    const [answer, parcels] = await Promise.all([
      send("POST", "/api/v2/item_upload/attributes", body),
      parcelsFor(id),
    ]);
    if (form.category?.id === id) takeCategory([...answer.attributes, ...config.untold], parcels);
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    update({ toast: error.message });
  }
}

function takeCategory(attributes, parcels) {
  const chosen = {};
  form.attributes = attributes;
  for (const [code, ids] of Object.entries(form.chosen)) {
    const offered = code === "model" ? ids : optionsOf(code).map(({ id }) => id);
    chosen[code] = ids.filter((id) => offered.includes(id));
  }
  // Like the options, what the new category does not have is forgotten.
  if (!attribute("unisex")) update({ isUnisex: false });
  update({ chosen: preselected(chosen) });
  keepChoice("at_once");
  takeParcels(parcels);
  showLoaders(attributes.map(({ code }) => code));
  replaceNodesSoon();
  showDialogAt("after_category");
}

/** Fields are replaced by equal ones a moment after something settled, if switched on. */
export function replaceNodesSoon() {
  if (faults.node_replaced) {
    setTimeout(() => update({ generation: form.generation + 1 }), REPLACED_AFTER_MS);
  }
}
