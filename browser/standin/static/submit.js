// Saving a draft, publishing, deleting a draft: the bodies that go out and what follows the answer.

import { CallFailed, send, submit } from "./api.js";
import { config, faults, texts } from "./config.js";
import { asksForPhotos, showCritical } from "./dialogs.js";
import { attribute, form, update } from "./form.js";
import { afterPublish } from "./published.js";

const UPLOAD = "/api/v2/item_upload";
const OTHER_NAMES = {
  catalog: "category",
  catalog_id: "category",
  status: "condition",
  colour: "color",
};

function number(text) {
  return text ? Number(text.replace(",", ".")) : null;
}

/** What an earlier visit left in a field that the category does not have stays behind. */
function measured(side) {
  return attribute("measurements") ? number(form.measurements[side]) : null;
}

function listing() {
  const { size, condition, color, ...others } = form.chosen;
  return {
    id: form.id,
    currency: config.currency,
    temp_uuid: form.uploadSession,
    title: form.title,
    description: form.description,
    brand_id: form.brand?.id ?? null,
    ...brandText(),
    ...columns(),
    catalog_id: form.category?.id ?? null,
    isbn: form.isbn || null,
    is_unisex: form.isUnisex,
    ai_photo: form.isAiPhoto,
    ...price(),
    package_size_id: form.packageSent,
    shipment_prices: { domestic: null, international: null },
    color_ids: color ?? [],
    assigned_photos: form.photos.map(assigned),
    measurement_length: measured("length"),
    measurement_width: measured("width"),
    item_attributes: itemAttributes({ condition, size, ...others }),
    manufacturer: null,
    manufacturer_labelling: null,
  };
}

/** A price lost behind its display leaves as null, 0 or not at all. */
function price() {
  if (faults.price_as_zero) return { price: 0 };
  if (!form.price.isLost) return { price: form.price.amount };
  return { null: { price: null }, zero: { price: 0 }, absent: {} }[faults.price_lost];
}

function brandText() {
  const isSent = faults.brand_text === "beside_id" || !form.brand?.id;
  return isSent ? { brand: form.brand?.title ?? "" } : {};
}

/** Members of May that the page no longer sends (2026-09-16, five bodies, H). */
function columns() {
  if (faults.size_columns === "absent") return {};
  const { size, condition } = form.chosen;
  return {
    size_id: size?.[0] ?? null,
    status_id: condition?.[0] ?? null,
    video_game_rating_id: null,
  };
}

function assigned({ id, orientation }) {
  if (faults.photo_members === "short") return { id, orientation };
  const unknown = { ai_detected: false, digital_source_type: [], c2pa_read_error: null };
  return { id, orientation, ...unknown };
}

function itemAttributes(chosen) {
  return Object.entries(chosen)
    .filter(([code, ids]) => ids?.length && (attribute(code) || code === "model"))
    .map(([code, ids]) => ({ code, ids }));
}

function body(kind) {
  const feedback = faults.feedback_member === "null" ? { feedback_id: null } : {};
  const common = { push_up: false, parcel: null, upload_session_id: form.uploadSession };
  return { [kind]: listing(), ...feedback, ...common };
}

/** Runs one write at a time and shows what the server has to say. */
async function write(work) {
  if (form.isSaving) return;
  update({ isSaving: true, errors: {}, toast: null });
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    showErrors(error);
  } finally {
    update({ isSaving: false });
  }
}

function showErrors({ message, errors }) {
  if (!errors.length && faults.critical_error) showCritical();
  const named = errors.map(({ field, value }) => [OTHER_NAMES[field] ?? field, value]);
  update({ errors: Object.fromEntries(named), toast: errors.length ? null : message });
}

export const saveDraft = () =>
  write(async () => {
    const path = form.id ? `${UPLOAD}/drafts/${form.id}` : `${UPLOAD}/drafts`;
    const { draft } = await submit(form.id ? "PUT" : "POST", path, body("draft"));
    form.id = draft.id;
    if (faults.draft_redirect) location.assign(`/member/${config.user.id}`);
  });

export const publish = () =>
  write(async () => {
    if (asksForPhotos()) return;
    const sent = { ...body(form.id ? "draft" : "item"), push_up: form.isBumped };
    const path = form.id ? `${UPLOAD}/drafts/${form.id}/completion` : `${UPLOAD}/items`;
    const { item, after_upload_actions: actions } = await submit("POST", path, sent);
    await afterPublish(item.id, actions);
  });

export const saveItem = () =>
  write(async () => {
    await submit("PUT", `${UPLOAD}/items/${form.id}`, { ...body("item"), push_up: form.isBumped });
    location.assign(`/items/${form.id}`);
  });

export const deleteDraft = () =>
  write(async () => {
    await send("DELETE", `${UPLOAD}/drafts/${form.id}`, {});
    location.assign(`/member/${config.user.id}`);
  });

export const errorsWithoutField = () => form.toast ?? form.errors.base ?? null;
