// The state of the sell form and the one way to change it.

import { config, faults } from "./config.js";
import { listen, render } from "./ui.js";

const given = config.item ?? config.earlier;

export const form = {
  id: config.item?.id ?? null,
  photos: (given?.assigned_photos ?? []).map((photo) => ({ ...photo, slot: photo.id })),
  title: given?.title ?? "",
  description: given?.description ?? "",
  category: null,
  brand: null,
  hasChosenCategory: Boolean(config.item?.catalog_id),
  // Models come with a brand, a book with its number.
  models: [],
  modelsOf: null,
  isbn: given?.isbn ?? "",
  book: null,
  manufacturer: "",
  isAiPhoto: given?.ai_photo ?? faults.ai_photo === "ticked",
  isUnisex: given?.is_unisex ?? false,
  measurements: {
    width: given?.measurement_width ? String(given.measurement_width) : "",
    length: given?.measurement_length ? String(given.measurement_length) : "",
  },
  // Chosen ids by field: size, condition, color, material and whatever else the category asks for.
  chosen: {},
  price: { text: "", amount: given?.price || null, isFocused: false, isLost: false },
  // The parcel that shows as checked, and the one that is sent.
  packageSize: given?.package_size_id ?? null,
  packageSent: given?.package_size_id ?? null,
  hasChosenParcel: Boolean(given?.package_size_id),
  isBumped: faults.bump_preselected,

  // What the category brought along.
  attributes: [],
  packageSizes: [],
  recommendedSize: null,
  priceSuggestion: null,

  // What is open or shown.
  panel: null,
  loading: new Set(),
  dialog: null,
  errors: {},
  toast: null,
  isSaving: false,
  generation: 0,

  uploadSession: crypto.randomUUID(),
};

const tables = { roots: [], categories: new Map(), colors: [] };
export { tables };

let draw = () => {};
let place = document;
let isScheduled = false;

/** Where the form is drawn, to look something up in it. */
export function formRoot() {
  return place;
}

/** Mounts the page: `view` gives what goes into the root and into the layer above it. */
export function mount(root, layer, view) {
  place = root;
  draw = () => {
    isScheduled = false;
    const { page, above } = view();
    render(root, page);
    render(layer, above);
  };
  const flush = () => isScheduled && draw();
  listen(root, flush);
  listen(layer, flush);
  draw();
}

/** Changes the form; the page follows after the event, or in a moment. */
export function update(changes = {}) {
  Object.assign(form, changes);
  if (isScheduled) return;
  isScheduled = true;
  queueMicrotask(() => isScheduled && draw());
}

export function attribute(code) {
  return form.attributes.find((entry) => entry.code === code);
}

/** The options of a field with their groups, flat. */
export function optionsOf(code) {
  if (code === "color") return tables.colors;
  const groups = attribute(code)?.configuration?.options ?? [];
  return groups.flatMap((group) => group.options.map((option) => ({ ...option, group: group.id })));
}

/** Titles of what is chosen, in the order of the options, whatever the order of the clicks. */
export function chosenText(code) {
  const ids = form.chosen[code] ?? [];
  const titles = optionsOf(code).filter((option) => ids.includes(option.id));
  return titles.map((option) => option.title).join(", ");
}
