// The sell form: its state, its fields, its price, its parcels and its two buttons.
"use strict";
const KEPT = PAGE.kept || {};
const LEFT = SW.leftover || {};
const attrOf = (code) => ((KEPT.item_attributes || []).find((a) => a.code === code) || { ids: [] }).ids;
const S = {
  photos: (KEPT.assigned_photos || []).map((p) => p.id), uploading: 0,
  title: KEPT.title || LEFT.title || "", description: KEPT.description || LEFT.description || "",
  category: null, touched: false, brand: KEPT.brand_id || KEPT.brand ? { id: KEPT.brand_id, title: KEPT.brand } : null,
  color: [...(KEPT.color_ids || [])], attrs: {}, isbn: KEPT.isbn || "", model: attrOf("model"), unisex: !!KEPT.is_unisex, ai: SW.ai_photo === "ticked",
  price: KEPT.price ?? null, shown: "", bump: SW.bump_ticked, dynamic: [], parcels: null, parcelShown: null, parcel: KEPT.package_size_id ?? null, brands: [], customText: null, parcelPressed: [],
};
for (const a of KEPT.item_attributes || []) S.attrs[a.code] = [...a.ids];
const root = document.getElementById("root");
const at = {};

function money(number) {
  const text = number.toFixed(2);
  if (SW.price_format === "plain") return text;
  return PAGE.pricePattern.replace("{}", text.replace(".", PAGE.decimal));
}

function parse(text) {
  let t = text.replace(/[^\d.,-]/g, "");
  if (!t) return null;
  if (/NaN/.test(text)) return NaN;
  if (SW.nan === "comma" && t.includes(",")) return NaN;
  if (SW.nan === "point" && t.includes(".")) return NaN;
  if (t.includes(",") && t.includes(".")) t = t.lastIndexOf(",") > t.lastIndexOf(".") ? t.replace(/\./g, "").replace(",", ".") : t.replace(/,/g, "");
  return Number(t.replace(",", "."));
}

// --- the lists ---------------------------------------------------------------------------------
const CATEGORY = makeField({
  name: "category", id: "category", testid: "catalog-select-dropdown", label: WORDS.category, tree: true,
  search: { id: "catalog-search-input", testid: null, clear: null, placeholder: WORDS.search_category },
  value: () => (S.category ? [S.category] : []),
  text: () => (S.category && PAGE.paths[S.category] ? PAGE.paths[S.category].at(-1) : ""),
  set: ([id]) => { S.touched = true; setCategory(id); },
  seek: async (word) => {
    if (!word) { CATEGORY.found = null; refresh(CATEGORY); return; }
    CATEGORY.state.waiting = true; refresh(CATEGORY);
    const { data } = await call("GET", "/api/v2/item_upload/catalogs/search?keyword=" + encodeURIComponent(word));
    CATEGORY.found = data ? data.catalogs : []; CATEGORY.state.waiting = false; refresh(CATEGORY);
  },
  opened: () => { CATEGORY.found = null; },
  groups: () => {
    if (CATEGORY.found) return [{ options: CATEGORY.found.map((c) => ({ id: c.id, title: c.title, body: c.path, rowId: `catalog-search-${c.id}-result`, inputId: `catalog-search-${c.id}-radio` })) }];
    let level = PAGE.tree;
    for (const id of CATEGORY.state.path) level = level.find((c) => c.id === id).catalogs;
    const rows = level.map((c) => ({ id: c.id, title: c.title, branch: c.catalogs.length > 0, rowId: `catalog-${c.id}`, inputId: c.catalogs.length ? null : `catalog-radio-${c.id}` }));
    const suggested = !CATEGORY.state.path.length && SW.suggested && S.photos.length ? [{ title: WORDS.suggested, options: [{ id: 1065, title: PAGE.paths[1065].at(-1), body: PAGE.paths[1065].slice(0, -1).join(" > "), rowId: "catalog-suggestion-1065", inputId: "1065-catalog-suggestion-radio" }] }] : [];
    return [...suggested, { options: rows }];
  },
});

const BRAND = makeField({
  name: "brand", id: "brand", testid: "brand-select-dropdown", label: WORDS.brand, emptyTest: "brand_empty_state",
  search: { id: "brand-search-input", testid: "brand-search--input", clear: "brand-search--clear-button", placeholder: WORDS.brand, ms: 300 },
  value: () => (S.brand ? [S.brand.id || "custom"] : []),
  selection: () => (S.customText ? ["custom"] : narrow() && BRAND.state.pending ? BRAND.state.pending : BRAND.value()),
  text: () => (S.brand ? S.brand.title || (S.brand.id === 1 ? WORDS.no_brand : "") : ""),
  note: (option) => { BRAND.noted = option; S.customText = null; },
  set: ([id]) => { S.brand = { id, title: BRAND.noted.title, luxury: BRAND.noted.luxury }; afterBrand(); },
  special: (option) => {
    if (option.special === "none") { S.brand = { id: 1, title: "" }; S.customText = null; BRAND.state.open = false; draw(BRAND); afterBrand(); return; }
    S.customText = option.word;
    if (SW.custom_brand === "press" || !AUGUST) { BRAND.closing(true); BRAND.state.open = false; draw(BRAND); } else refresh(BRAND);
  },
  closing: (kept) => { if (kept && S.customText) { S.brand = { id: null, title: S.customText }; afterBrand(); } S.customText = null; },
  opened: () => { BRAND.seek(""); },
  seek: async (word) => {
    BRAND.state.waiting = true; refresh(BRAND);
    const turn = (BRAND.turn = (BRAND.turn || 0) + 1);
    const { data } = await call("GET", `/api/v2/item_upload/brands?category_id=${S.category}&keyword=${encodeURIComponent(word)}`);
    if (turn !== BRAND.turn) return;
    S.brands = data ? data.brands : []; BRAND.word = word; BRAND.state.waiting = false; refresh(BRAND);
  },
  groups: () => {
    const word = BRAND.word || "";
    const rows = S.brands.map((b) => ({ id: b.id, title: b.title, luxury: b.is_luxury, rowId: `brand-${b.id}`, inputId: `brand-radio-${b.id}` }));
    const none = word ? [] : [{ key: 1, special: "none", title: WORDS.no_brand, rowId: "empty-brand", inputId: "empty-brand-radio" }];
    const exact = rows.some((r) => r.title.toLowerCase() === word.toLowerCase());
    const custom = word && !exact ? [{ key: "custom", special: "custom", word, title: WORDS.custom_brand.replace("X", word), rowId: "custom-select-brand", inputId: "custom-select-brand-radio" }] : [];
    return [{ options: [...none, ...rows] }, { options: custom }];
  },
  hint: () => (SW.authenticity && S.brand && S.brand.id > 1 ? h("p", {}, "Ajoute ces photos :") : null),
});

const COLOR = makeField({
  name: "color", id: "color", testid: "color-select-dropdown", label: WORDS.color, limit: 2,
  value: () => S.color, set: (ids) => { S.color = ids; },
  text: () => PAGE.colors.filter((c) => S.color.includes(c.id)).map((c) => c.title).join(", "),
  groups: () => {
    const row = (c, first) => ({ id: c.id, title: c.title, rowId: first ? `suggested-color-${c.id}` : `color-${c.id}`, inputId: first ? `suggested-color-checkbox-${c.id}` : `color-checkbox-${c.id}` });
    const first = SW.suggested ? [{ title: WORDS.suggested, options: PAGE.colors.slice(0, 3).map((c) => row(c, true)) }] : [];
    return [...first, { options: PAGE.colors.map((c) => row(c, false)) }];
  },
});

function attributeField(a) {
  const c = a.configuration, code = a.code;
  const all = c.options.flatMap((g) => g.options);
  const multi = c.selection_type === "multi" ? "multi" : "single";
  let testid = `category-${code}-${multi}-${c.display_type}`;
  if (code === "size") testid = SW.size_testid === "category-size-single-grid" ? testid : SW.size_testid;
  const rowId = (o, g) => (code === "size" ? `size-group-${g.id}-grid-option-${o.id}` : `${code}-${o.id}`);
  const inputId = (o) => (code === "condition" ? `condition-radio-${o.id}` : code === "material" ? `material-checkbox-${o.id}` : `${code}-radio-${o.id}`);
  const field = makeField({
    name: code, id: code, testid, label: c.title, limit: c.selection_limit, grid: code === "size", lazy: c.display_type === "list_search",
    search: c.display_type === "list_search" ? { id: `${code}-search-input`, testid: `${code}-search--input`, clear: `${code}-search--clear-button`, placeholder: "" } : null,
    seek: (word) => { field.word = word; refresh(field); }, opened: () => { field.word = ""; },
    value: () => S.attrs[code] || [], set: (ids) => { S.attrs[code] = ids; if (code === "size") afterSize(); },
    text: () => all.filter((o) => field.value().includes(o.id)).map((o) => o.title).filter((t, i, l) => l.indexOf(t) === i).join(", "),
    groups: () => {
      const fit = (o) => !field.word || o.title.toLowerCase().includes(field.word.toLowerCase());
      const first = code === "size" && SW.suggested ? [{ title: WORDS.suggested, options: all.slice(2, 5).map((o) => ({ ...o, rowId: `size-suggestions-grid-option-${o.id}`, inputId: null })) }] : [];
      return [...first, ...c.options.map((g) => ({ title: g.title, tab: g.id, options: g.options.filter(fit).map((o) => ({ ...o, rowId: rowId(o, g), inputId: inputId(o) })) }))];
    },
  });
  return field;
}

// --- the category and what it brings -----------------------------------------------------------
async function setCategory(id) {
  S.category = id;
  draw(CATEGORY);
  for (const f of [BRAND]) if (f.state.node && f.state.node.isConnected) settle(f);
  const { data, status } = await call("POST", "/api/v2/item_upload/attributes", { attributes: [{ code: "category", value: [id] }] });
  if (!data || !data.attributes) { CATEGORY.state.error = status === 168 ? "" : "Une erreur est survenue (" + status + ")"; draw(CATEGORY); return; }
  CATEGORY.state.error = "";
  S.dynamic = data.attributes;
  const codes = S.dynamic.map((a) => a.code);
  for (const code of Object.keys(S.attrs)) if (!codes.includes(code)) delete S.attrs[code];
  if (!codes.includes("brand")) S.brand = null;
  if (!codes.includes("color")) S.color = [];
  for (const [code, ids] of Object.entries(SW.prefill || {})) { if (code === "color" && codes.includes("color")) S.color = [...ids]; else if (codes.includes(code)) S.attrs[code] = [...ids]; }
  mountDynamic();
  loadParcels(id);
}

function mountDynamic() {
  const nodes = [draw(CATEGORY)];
  for (const a of S.dynamic) {
    if (a.code === "brand") nodes.push(draw(BRAND));
    else if (a.code === "color") nodes.push(draw(COLOR));
    else if (a.code === "isbn") nodes.push(isbnView());
    else if (a.code === "unisex") nodes.push(tick("unisex", "Unisexe", () => S.unisex, (v) => { S.unisex = v; }));
    else if (a.configuration) nodes.push(draw(FIELDS[a.code] && FIELDS[a.code].attribute === S.category ? FIELDS[a.code] : Object.assign(attributeField(a), { attribute: S.category })));
    if (a.code === "brand" && S.brand && PAGE.models[S.category]) nodes.push(draw(modelField()));
  }
  if (S.dynamic.some((a) => a.code === "size") && [221, 1535].includes(S.category)) for (const [code, label] of [["measurement-width", "Largeur des épaules (recommandé)"], ["measurement-length", "Longueur (recommandé)"]]) nodes.push(h("li", { class: "web_ui__Item__item" }, h("div", { class: "c-input" }, h("label", { class: "c-input__title", for: code }, label), h("input", { id: code, "data-testid": code + "--input", class: "c-input__value", type: "text" }))));
  at.fields.replaceChildren(...nodes);
  for (const a of S.dynamic) if (FIELDS[a.code]) settle(FIELDS[a.code]);
}

function modelField() {
  if (FIELDS.model && FIELDS.model.leaf === S.category) return FIELDS.model;
  const rows = PAGE.models[S.category];
  return Object.assign(makeField({
    name: "model", id: "model", testid: "category-model-single-list", label: "Modèle", value: () => S.model, set: (ids) => { S.model = ids; },
    text: () => rows.filter((r) => S.model.includes(r.id)).map((r) => r.title).join(""),
    groups: () => [{ options: rows.map((r) => ({ id: r.id, title: r.title, rowId: `model-${r.id}`, inputId: `model-radio-${r.id}` })) }],
  }), { leaf: S.category });
}

async function afterBrand() {
  if (SW.authenticity && S.brand && S.brand.id > 1) dialog({ name: "authenticity", title: "Comment prouver que ton article est authentique ?", text: "…", buttons: [{ text: "Ajouter des photos" }, { text: WORDS.close, closes: true, testid: "authenticity-modal-close-button" }] });
  if (PAGE.models[S.category] && !document.getElementById("model")) {
    await call("GET", `/api/v2/item_upload/models?catalog_id=${S.category}&brand_id=${S.brand.id}`);
    const after = BRAND.state.node;
    if (!document.getElementById("model")) after.after(draw(modelField()));
  }
}

function afterSize() {
  if (SW.parcel_changes && S.parcels && S.parcels.length) { preselect(S.parcels.at(-1).id); drawParcels(); }
}

function isbnView() {
  const input = h("input", { id: "isbn", name: "isbn", "data-testid": "isbn--input", class: "c-input__value", type: "text", value: S.isbn });
  input.addEventListener("input", () => { S.isbn = input.value.trim(); });
  at.isbnNote = h("div", { class: "c-input__note" });
  return h("li", { class: "web_ui__Item__item" }, h("div", { class: "c-input" }, h("label", { class: "c-input__title", for: "isbn" }, "ISBN"), input, at.isbnNote));
}

function tick(id, label, get, set) {
  const box = h("input", { type: "checkbox", id, name: id, "aria-label": label, "data-testid": id === "unisex" ? null : id + "-checkbox--input", checked: get() });
  box.addEventListener("change", () => set(box.checked));
  return h("li", { class: "web_ui__Item__item", "data-testid": id === "bump" ? "bump-checkbox" : null }, h("label", { for: id }, label), box);
}

// --- parcels -----------------------------------------------------------------------------------
async function loadParcels(leaf) {
  if (at.leafAsked === leaf) return;
  at.leafAsked = leaf;
  const path = SW.parcel_new_address ? `/shipping-estimation/external/catalogs/${leaf}/package_sizes` : `/api/v2/catalogs/${leaf}/package_sizes`;
  const { data } = await call("GET", path);
  if (!data || !data.package_sizes) { S.parcels = null; at.parcel.replaceChildren(); return; }
  await wait(SW.parcel_late_ms);
  S.parcels = data.package_sizes;
  S.best = data.recommended;
  if (!S.parcels.some((p) => p.id === S.parcel)) { S.parcel = null; S.parcelShown = null; if (S.best && SW.parcel !== "off") preselect(S.best); } else S.parcelShown = S.parcel;
  drawParcels();
}

function preselect(id) {
  S.parcelShown = id;
  S.parcel = ["null", "null_curable"].includes(SW.parcel) ? null : id;
}

function pickParcel(id, target) {
  if (SW.parcel_target !== "any" && SW.parcel_target !== target) return;
  if (S.parcelShown === id) { if (SW.parcel_toggle) { S.parcelShown = S.parcel = null; drawParcels(); } return; }
  S.parcelShown = id;
  S.parcelPressed.push(id);
  const another = S.parcelPressed.length > 1;
  if (SW.parcel === "null") S.parcel = null;
  else if (SW.parcel === "null_curable") S.parcel = another ? id : null;
  else S.parcel = id;
  if (SW.price_lost) losePrice(SW.price_lost);
  drawParcels();
}

function losePrice(how) {
  S.price = how === "null" ? NaN : how === "zero" ? 0 : undefined;
}

function drawParcels() {
  if (!S.parcels || !S.parcels.length) { at.parcel.replaceChildren(); return; }
  const cells = S.parcels.map((p) => {
    const on = S.parcelShown === p.id;
    const radio = h("input", { type: "radio", id: `package_type_selector_${p.id}`, name: `package_type_selector_${p.id}`, "data-testid": `package_type_selector_${p.id}--input`, checked: on, onclick: (e) => { e.preventDefault(); e.stopPropagation(); setTimeout(() => pickParcel(p.id, "radio")); } });
    const label = h("label", { class: "web_ui__Radio__radio parcel-hit", "data-testid": `package_type_selector_${p.id}`, for: `package_type_selector_${p.id}`, onclick: (e) => { if (e.target === radio) return; e.preventDefault(); e.stopPropagation(); pickParcel(p.id, "label"); } }, "○ ", radio);
    const badge = p.id === S.best ? h("div", { "data-testid": `package-size-suggestion-badge-id-${p.id}` }, h("div", { "data-testid": AUGUST ? `package-size-suggestion-badge-id-${p.id}--content` : null }, WORDS.recommended)) : null;
    return h("div", { id: `package-size-${p.id}`, "data-testid": `${p.id}-package-size--cell`, class: "web_ui__Cell__cell web_ui__Cell__default" + (on ? " chosen" : ""), role: on || p.id === S.best ? "presentation" : "button", onclick: () => pickParcel(p.id, "cell") },
      h("div", { class: "web_ui__Cell__content", "data-testid": AUGUST ? `${p.id}-package-size--cell--content` : null }, h("div", { class: "web_ui__Cell__title" }, p.title), badge), label);
  });
  at.parcelNote = h("div", { class: "c-input__note" });
  at.parcel.replaceChildren(h("div", { class: "card", id: "package_size" }, h("h2", {}, WORDS.package), cells, at.parcelNote));
}

// --- texts, price, photos ----------------------------------------------------------------------
function textView(name, tag, label) {
  const input = h(tag, { id: name, name, "data-testid": name + "--input", class: "c-input__value", type: tag === "input" ? "text" : null, placeholder: label, value: S[name] });
  input.addEventListener("input", () => { S[name] = input.value; });
  if (SW.wrong_echo === name) input.addEventListener("focusout", () => { if (input.value && !input.value.endsWith(" !")) { input.value += " !"; S[name] = input.value; } });
  at[name + "Note"] = h("div", { class: "c-input__note" });
  return h("div", { class: "c-input" }, h("label", { class: "c-input__title", for: name, "data-testid": name + "--title" }, label), input, at[name + "Note"]);
}

function priceView() {
  const input = h("input", { id: "price", name: "price", type: "text", autocomplete: "off", "data-testid": "price-input--input", class: "c-input__value", placeholder: PAGE.pricePattern.replace("{}", "0" + PAGE.decimal + "00"), value: S.price ? money(S.price) : "" });
  let raw = null;
  input.addEventListener("focusin", () => { raw = null; });
  input.addEventListener("input", () => { raw = input.value; });
  input.addEventListener("focusout", () => {
    if (raw === null) return;
    const number = parse(raw);
    raw = null;
    S.price = number;
    input.value = number === null ? "" : Number.isNaN(number) ? PAGE.pricePattern.replace("{}", "NaN") : money(number);
  });
  at.priceNote = h("div", { class: "c-input__note" });
  return h("div", { class: "card", "data-testid": "price-input" }, h("div", { class: "c-input" }, h("label", { class: "c-input__title", for: "price" }, WORDS.price), input, at.priceNote));
}

function photosView() {
  const input = h("input", { type: "file", name: "photos", class: "u-hidden", multiple: true, accept: "image/jpeg,image/gif,image/png,image/webp", "data-testid": "add-photos-input" });
  input.addEventListener("change", () => { for (const file of input.files) upload(file); input.value = ""; });
  at.photos = h("div", { class: "thumbs", "data-testid": AUGUST ? "media-upload-grid" : "media-select-grid" });
  at.photoNote = h("div", { class: "c-input__note" });
  return h("div", { class: "card", id: "photos", "data-testid": AUGUST ? "media-upload" : "media-select" }, h("div", { "data-testid": "dropzone" }, input, at.photos, at.photoNote));
}

let queue = Promise.resolve();
function upload(file) {
  const body = new FormData();
  body.append("photo[type]", "item");
  body.append("photo[file]", file);
  body.append("photo[temp_uuid]", SESSION);
  queue = queue.then(async () => {
    const { data } = await call("POST", "/api/v2/photos", body);
    if (data && data.id) { S.photos.push(data.id); drawPhotos(); redraw(); recognize(); } else at.photoNote.replaceChildren(warning(data && data.errors ? data.errors[0].value : "Une erreur est survenue"));
  });
}

function drawPhotos() {
  const prefix = AUGUST ? "media-upload" : "media-select";
  const cards = S.photos.map((id, n) => [h("div", { class: "thumb", "data-testid": `image-wrapper-${n}`, "aria-roledescription": "sortable" }, h("div", { class: "web_ui__Image__image" }), n === 0 ? h("span", { "data-testid": `${prefix}-main-badge-0` }, "1") : null, h("button", { type: "button", "data-testid": `${prefix}-grid-delete-button-${n}`, "aria-label": "×", onclick: () => { S.photos.splice(n, 1); drawPhotos(); } }, "×")), h("span", { "aria-live": "assertive", class: "u-visually-hidden" })]);
  if (S.photos.length) cards.push(h("button", { type: "button", "data-testid": "add-photos-icon-button" }, "+"));
  at.photos.replaceChildren(...cards.flat());
  if (S.photos.length && SW.ai_photo !== "absent" && !document.getElementById("ai_photo")) at.ai.replaceChildren(tick("ai_photo", "Photo générée par IA", () => S.ai, (v) => { S.ai = v; }));
}

function redraw() {
  for (const field of Object.values(FIELDS)) if (field.state.node && field.state.node.isConnected && !field.state.open) draw(field);
}

async function recognize() {
  const plan = SW.recognition;
  if (!plan || at.recognized) return;
  at.recognized = true;
  await wait(plan.ms);
  if (S.touched) return;
  if (CATEGORY.state.open) { CATEGORY.state.path = []; CATEGORY.found = null; draw(CATEGORY); }
  S.category = plan.leaf;
  setCategory(plan.leaf);
}

// --- what leaves -------------------------------------------------------------------------------
function itemBody() {
  if (SW.price_lost_at_click) losePrice(SW.price_lost_at_click);
  const attributes = Object.entries(S.attrs).filter(([, ids]) => ids.length).map(([code, ids]) => ({ code, ids }));
  if (S.model.length) attributes.push({ code: "model", ids: S.model });
  const size = (S.attrs.size || [])[0];
  const body = {
    id: PAGE.itemId || null, currency: SW.currency, temp_uuid: SESSION, title: S.title, description: S.description,
    brand_id: S.brand ? S.brand.id : null, brand: S.brand ? S.brand.title : null, catalog_id: S.category, isbn: S.isbn || null, is_unisex: S.unisex, ai_photo: S.ai,
    price: S.price, package_size_id: S.parcel, shipment_prices: { domestic: null, international: null }, color_ids: S.color,
    assigned_photos: S.photos.map((id) => (AUGUST ? { id, orientation: 0, ai_detected: false, digital_source_type: [], c2pa_read_error: null } : { id, orientation: 0 })),
    measurement_length: null, measurement_width: null, item_attributes: attributes, manufacturer: null, manufacturer_labelling: null,
  };
  if (!AUGUST) Object.assign(body, { size_id: size ?? null, video_game_rating_id: null });
  return body;
}

const NOTES = { title: "titleNote", description: "descriptionNote", price: "priceNote", photos: "photoNote", package_size: "parcelNote", isbn: "isbnNote" };
function warning(text) {
  return h("div", { class: "web_ui__Validation__validation web_ui__Validation__warning", role: "alert" }, text);
}

function showErrors(errors) {
  for (const { field, value } of errors || []) {
    const note = at[NOTES[field]];
    if (note) note.replaceChildren(warning(value));
    else if (FIELDS[field] && FIELDS[field].state.node) { FIELDS[field].state.error = value; draw(FIELDS[field]); }
    else at.general.append(warning(value));
  }
}

let busy = false;
async function publish(event) {
  if (!event.isTrusted || busy) return;
  if (SW.luxury && S.photos.length < 3) { dialog({ name: "luxury", title: "Ajoute des photos à cette annonce", text: "Les annonces comportant des articles de luxe et des articles haut de gamme doivent inclure au moins 3 photos pour prouver leur authenticité", buttons: [{ text: WORDS.close, closes: true }] }); return; }
  busy = true;
  const common = { feedback_id: null, push_up: S.bump, parcel: null, upload_session_id: SESSION };
  let target = ["POST", "/api/v2/item_upload/items", "item"];
  if (PAGE.draft) target = ["POST", `/api/v2/item_upload/drafts/${PAGE.itemId}/completion`, "draft"];
  else if (PAGE.itemId) target = ["PUT", `/api/v2/item_upload/items/${PAGE.itemId}`, "item"];
  const [method, path, key] = target;
  const send = () => call(method, path, { [key]: itemBody(), ...common });
  let found;
  try { found = send(); if (SW.double) { await wait(120); send().catch(() => {}); } found = await found; } catch (error) { at.general.replaceChildren(warning("Une erreur est survenue")); busy = false; return; }
  busy = false;
  const { status, data } = found;
  if (status === 200 && data) { leave(data.item.id); return; }
  if (data && data.errors) showErrors(data.errors);
  else at.general.replaceChildren(warning("Une erreur est survenue"));
  if (SW.critical) dialog({ name: "critical", testid: "item-upload-critical-error-dialog--overlay", title: "Oups", text: "Réessaie plus tard.", buttons: [{ text: "OK", closes: true }] });
}

function leave(id) {
  const member = `/member/${PAGE.user}`;
  if (SW.after === "member") location.assign(member);
  else if (SW.after === "promo") location.assign(member + "?promo_shown=true");
  else if (SW.after === "item") location.assign(`/items/${id}`);
  else if (SW.after === "in_place") { history.pushState({}, "", member); document.querySelector("#content").replaceChildren(h("h1", {}, "camille_test")); }
  else dialog({ name: "verification", title: "Vérification de ton article", text: "Ton article est en ligne, nous le vérifions.", buttons: [{ text: "OK", closes: true }] });
}

async function saveDraft(event) {
  if (!event.isTrusted) return;
  const body = { draft: itemBody(), feedback_id: null, parcel: null, upload_session_id: SESSION };
  const path = "/api/v2/item_upload/drafts" + (PAGE.draft ? "/" + PAGE.itemId : "");
  const { status } = await call(PAGE.draft ? "PUT" : "POST", path, body);
  if (status === 200) location.assign(`/member/${PAGE.user}`);
  else at.general.replaceChildren(warning("Une erreur est survenue"));
}

function buttonsView() {
  const live = PAGE.itemId && !PAGE.draft;
  const one = (testid, text, onclick) => h("button", { type: "button", "data-testid": testid, onclick }, text);
  return h("div", { class: "card" }, at.general, live ? null : one("upload-form-save-draft-button", WORDS.draft, saveDraft), " ",
    PAGE.draft ? one("upload-form-delete-draft-button", WORDS.delete_draft, async () => { await call("DELETE", `/api/v2/item_upload/drafts/${PAGE.itemId}`); location.assign(`/member/${PAGE.user}`); }) : null, " ",
    one("upload-form-save-button", live ? WORDS.save : WORDS.publish, publish));
}

// --- cards over the form -----------------------------------------------------------------------
const CARDS = {
  nps: { title: "Que penses-tu de cette page ?", text: "Donne-nous ton avis.", cross: "nps-modal-close-button" },
  promo: { title: "Découvre la nouvelle page de vente", text: "Plus simple, plus claire.", buttons: [{ text: "Plus tard", closes: true }] },
  domain: { title: "Où habites-tu ?", text: "Choisis ton pays.", testid: "domain-select-modal--overlay", cross: "domain-select-modal-close-button" },
  pay: { title: "Mets ton article en avant", text: "Pour 1,95 € ton article est vu par plus de membres.", buttons: [{ text: "Payer 1,95 €" }], cross: "boost-modal-close-button" },
  identity: { title: "Vérifie ton identité", text: "Nous avons besoin d'une pièce d'identité.", buttons: [{ text: "Commencer" }] },
  education: { title: "Articles interdits", text: "Confirme que tu as lu les règles.", buttons: [{ text: "Je confirme", closes: true }] },
};
function showCard() {
  const card = CARDS[SW.card];
  if (!card) return;
  dialog({ name: SW.card, corner: !SW.card_covers, ...card, after: () => { if (SW.card_again) setTimeout(showCard, 300); } });
}

// --- the page ----------------------------------------------------------------------------------
(async () => {
  at.fields = h("ul", {});
  at.parcel = h("div", {});
  at.ai = h("ul", {});
  at.general = h("div", {});
  await wait(150);
  root.append(photosView(), h("div", { class: "card" }, textView("title", "input", WORDS.title), textView("description", "textarea", WORDS.description)), h("div", { class: "card" }, at.fields), priceView(), at.parcel, at.ai,
    h("ul", {}, tick("bump", "Booster (1,95 €)", () => S.bump, (v) => { S.bump = v; })), h("div", { class: "card", "data-testid": "feedback-card" }, "Comment s'est passée la mise en vente ? ", h("button", { type: "button" }, "☺")), buttonsView());
  at.fields.append(draw(CATEGORY));
  drawPhotos();
  if (KEPT.catalog_id) { S.touched = true; await setCategory(KEPT.catalog_id); } else if (LEFT.category) await setCategory(LEFT.category);
  setTimeout(showCard, 400);
})();
