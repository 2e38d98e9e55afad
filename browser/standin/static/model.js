// The model: of phones and the like. It mounts once there is a brand; no answer tells of it and
// nothing marks it, yet the server refuses without (2026-07-16/17 .fr, 2 sources, H).

import { get } from "./api.js";
import { config, faults, texts } from "./config.js";
import { choose } from "./dropdown.js";
import { form, update } from "./form.js";
import { choice, list } from "./rows.js";

export function hasModel() {
  return Boolean(form.brand) && config.model_leaves.includes(form.category?.id);
}

/** Asks for the models of the brand, once for each. */
export async function loadModels() {
  if (!hasModel() || form.modelsOf === form.brand) return;
  const asked = form.brand;
  form.modelsOf = asked;
  const query = new URLSearchParams({ catalog_id: form.category.id, brand_id: asked.id ?? "" });
  const answer = await get(`/api/v2/item_upload/models?${query}`).catch(() => null);
  if (form.brand !== asked) return;
  const kept = (form.chosen.model ?? []).filter((id) => answer?.models.some((m) => m.id === id));
  update({ models: answer?.models ?? [], chosen: { ...form.chosen, model: kept } });
}

export const model = () => ({
  code: "model",
  base: faults.model_testid === "none" ? null : "category-model-single-list",
  label: texts.model,
  placeholder: texts.choice_placeholder,
  text: form.models.find(({ id }) => form.chosen.model?.includes(id))?.title ?? "",
  rows: () => list(form.models.map(modelRow)),
  commit: (ids) =>
    update({ chosen: { ...form.chosen, model: ids }, errors: { ...form.errors, model: null } }),
});

function modelRow({ id, title }) {
  return choice({
    id: `model-${id}`,
    inputId: `model-radio-${id}`,
    title,
    isChosen: form.panel.pending.includes(id),
    onClick: () => choose(id),
  });
}
