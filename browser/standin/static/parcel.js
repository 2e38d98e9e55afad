// The parcel: which are offered, which is chosen, and what of that reaches the listing.
//
// Every leaf is asked for once, and never again if that failed. What shows as checked and what is
// sent are two things here (to 2026-09-25, refusals of checked parcels, 2 sources, M).

import { CallFailed, get, send } from "./api.js";
import { config, faults, texts } from "./config.js";
import { isGone, note } from "./fields.js";
import { form, update } from "./form.js";
import { losePrice } from "./price.js";
import { h } from "./ui.js";

const SHIPPING = "/shipping-estimation/external";
const known = new Map();

/** What a leaf is offered and recommended; nothing when the question failed. */
export function parcelsFor(leaf) {
  if (!known.has(leaf)) known.set(leaf, askSizes(leaf));
  return known.get(leaf);
}

async function askSizes(leaf) {
  try {
    if (faults.parcel_address === "catalogs") {
      return await get(`/api/v2/catalogs/${leaf}/package_sizes`);
    }
    const [offered, recommended] = await Promise.all([
      get(`${SHIPPING}/catalogs/${leaf}/package_sizes`),
      suggestion(leaf),
    ]);
    return { ...offered, recommended_id: recommended };
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return { package_sizes: [], recommended_id: null };
  }
}

async function suggestion(leaf, size) {
  const body = { catalog_id: leaf, size_id: size ?? null };
  const answer = await send("POST", `${SHIPPING}/package_sizes/suggestion`, body).catch(() => null);
  return answer?.package_size_id ?? null;
}

export function takeParcels(answer) {
  if (faults.parcel_section_delay) setTimeout(showSizes, faults.parcel_section_delay * 1000, answer);
  else showSizes(answer);
}

/** Shows the parcels of a leaf, the recommended one chosen at once, late, or not at all. */
function showSizes({ package_sizes: listed, recommended_id: recommended }) {
  const offered = config.lacks_parcels ? [] : listed;
  const isOffered = offered.some(({ id }) => id === form.packageSize);
  update({ packageSizes: offered, recommendedSize: recommended });
  if (!isOffered) update({ packageSize: null, packageSent: null, hasChosenParcel: false });
  if (!isPreselecting()) return;
  if (!faults.parcel_delay) preselect(recommended);
  else setTimeout(preselect, faults.parcel_delay * 1000, recommended);
}

function isPreselecting() {
  return faults.parcel_preselected || faults.parcel_recommended === "preselected";
}

function preselect(id) {
  if (form.hasChosenParcel || form.packageSize || !form.packageSizes.length) return;
  const isSent = faults.parcel_choice === "sent";
  update({ packageSize: id, packageSent: isSent ? id : null });
}

/** Once there is a size another parcel may be recommended, and take the first one's place. */
export async function reconsiderParcel(size) {
  if (!faults.parcel_follows_size || !form.category) return;
  const recommended = await suggestion(form.category.id, size);
  if (!recommended || recommended === form.recommendedSize) return;
  update({ recommendedSize: recommended });
  if (isPreselecting()) update({ packageSize: recommended, packageSent: recommended });
}

export function parcelCard() {
  if (!form.packageSizes.length || isGone("package_size")) return null;
  return h(
    "section",
    { class: "web_ui__Card__card", id: "package_size", key: "package_size" },
    h("h2", { class: "card-title" }, texts.labels.package),
    faults.form === "august" && lookalikes(),
    h("div", { class: "form-list" }, form.packageSizes.map(cell), note("package_size")),
  );
}

/** Always visible, named like the list of sizes, and no list (2026-10-07, 1 source, H). */
function lookalikes() {
  const names = ["1-package-size--cell--content", "package-size-suggestion-badge-id-3--content"];
  const parts = names.map((name) =>
    h("span", { "data-testid": name, key: name }, texts.parcel_hint),
  );
  return h("p", { class: "photo-hint", key: "parcel-hint" }, parts);
}

function cell({ id, title, hint }) {
  const isChosen = form.packageSize === id;
  const isRecommended = form.recommendedSize === id;
  return h(
    "div",
    {
      class: `web_ui__Cell__cell parcel ${isChosen ? "is-chosen" : ""}`,
      id: `package-size-${id}`,
      "data-testid": `${id}-package-size--cell`,
      role: isChosen || isRecommended ? "presentation" : "button",
      key: id,
      onClick: (event) => press(event, id),
    },
    h(
      "div",
      { class: "web_ui__Cell__content" },
      h("div", { class: "web_ui__Cell__title" }, title),
      h("div", { class: "web_ui__Cell__body" }, hint),
      isRecommended && badge(id),
    ),
    radio(id, title, isChosen),
  );
}

function badge(id) {
  const name = `package-size-suggestion-badge-id-${id}`;
  return h("span", { class: "badge", "data-testid": name }, texts.recommended);
}

function radio(id, title, isChosen) {
  const name = `package_type_selector_${id}`;
  return h(
    "label",
    { class: "web_ui__Radio__radio", "data-testid": name },
    h("input", {
      type: "radio",
      class: faults.parcel_press === "radio" && "is-bare-radio",
      id: name,
      name,
      "data-testid": `${name}--input`,
      checked: isChosen,
      "aria-label": title,
    }),
    h("span", { class: "choice-mark" }),
  );
}

/** A press on the label would come back from its radio as a second one: it is kept from that. */
function press(event, id) {
  const part = partOf(event.target);
  if (part === "label") event.preventDefault();
  if (faults.parcel_press === "cell" || faults.parcel_press === part) chooseParcel(id);
}

function partOf(target) {
  if (target.localName === "input") return "radio";
  return target.closest("label") ? "label" : "cell";
}

function chooseParcel(id) {
  const before = form.packageSize;
  const isTakenOff = faults.parcel_toggles && before === id;
  const shown = isTakenOff ? null : id;
  update({
    packageSize: shown,
    packageSent: sent(shown, before),
    hasChosenParcel: true,
    errors: { ...form.errors, package_size: null },
  });
  losePrice();
}

function sent(shown, before) {
  if (faults.parcel_choice === "lost") return null;
  if (faults.parcel_choice === "sent" || shown === null) return shown;
  if (before === shown) return form.packageSent;
  return before === null ? null : shown;
}
