// What the page fills in by itself: a late answer of photo recognition, and options that come
// selected. It stays out once the seller has chosen (2026-09, a tool's stand-in, 1 source, H).

import { faults } from "./config.js";
import { closePanel, updatePanel } from "./dropdown.js";
import { attribute, form, optionsOf, update } from "./form.js";
import { loadCategory } from "./loading.js";

const FIRST_COLOR = 1;
const FIRST_MATERIAL = 44;
let isAsked = false;
let isKept = false;

export function recognise() {
  if (isAsked || !faults.prefill_category) return;
  isAsked = true;
  setTimeout(prefill, faults.prefill_delay * 1000);
}

/** Fills the category, throws an open picker back to its root and draws the fields anew. */
async function prefill() {
  if (form.hasChosenCategory) return;
  update({ generation: form.generation + 1 });
  if (form.panel?.code === "category") updatePanel({ parent: null, hits: null, keyword: "" });
  else closePanel();
  await loadCategory(faults.prefill_category);
}

/** The first option of a list, as if an earlier visit had chosen it; once. */
export function keepChoice(moment) {
  const code = faults.kept_choice;
  if (isKept || moment !== faults.kept_choice_shows || !attribute(code)) return;
  isKept = true;
  if (form.chosen[code]?.length) return;
  update({ chosen: { ...form.chosen, [code]: [optionsOf(code)[0].id] } });
}

/** A colour and a material that nobody asked for. */
export function preselected(chosen) {
  if (!faults.options_preselected) return chosen;
  const color = attribute("color") && !chosen.color?.length && { color: [FIRST_COLOR] };
  const isBare = attribute("material") && !chosen.material?.length;
  return { ...chosen, ...color, ...(isBare && { material: [FIRST_MATERIAL] }) };
}
