// Dialogs on top of the sell page, and the cards that cover nothing.
//
// Which dialog comes when is the switch `dialog` with `dialog_at`; luxury, critical and review
// follow from what was pressed or answered. Ids and texts: vinted.com, 2026-10-04 to 08 (proof),
// vinted.fr, 2026-07-11 (luxury, French text), vinted.es 2026 (critical), 2026-11-28 (country), M.
// Promotion, opinion and all other texts are made up: no source has them.

import { faults, texts } from "./config.js";
import { form, update } from "./form.js";
import { card } from "./fields.js";
import { h } from "./ui.js";

const PHOTOS_OF_LUXURY = 3;
const OVERLAYS = {
  country: "domain-select-modal--overlay",
  critical: "item-upload-critical-error-dialog--overlay",
};
const CLOSE_TESTIDS = { country: "domain-select-modal-close-button" };
const ANSWERS = { promotion: tryIt, opinion: scale, country: countries, proof: offers };
let returnsLeft = faults.dialog_returns;
let isCardShown = faults.promotion_card;

export function showDialogAt(moment) {
  if (faults.dialog === "none" || faults.dialog_at !== moment) return;
  showDialog(faults.dialog, moreWords());
}

function moreWords() {
  return faults.dialog_words === "plain" ? "" : ` ${texts[`words_${faults.dialog_words}`]}`;
}

function showDialog(name, more = "") {
  update({ dialog: { name, title: texts[`${name}_title`], text: texts[`${name}_text`] + more } });
}

export const showProof = () => showDialog("proof", moreWords());
export const showUploaded = (isHeld) => showDialog(isHeld ? "held" : "verification");
export const showCritical = () => showDialog("critical");
export const showReview = () => showDialog("review");

/** Stops the publish press when a luxury brand has too few photos; true when it did. */
export function asksForPhotos() {
  const isShort = form.photos.length < PHOTOS_OF_LUXURY;
  if (!faults.luxury_photos || !form.brand?.is_luxury || !isShort) return false;
  showDialog("luxury");
  return true;
}

function close() {
  const closed = form.dialog;
  update({ dialog: null });
  if (closed.name !== faults.dialog || returnsLeft <= 0) return;
  returnsLeft -= 1;
  setTimeout(() => update({ dialog: closed }), 1000 * faults.dialog_return_seconds);
}

export function dialog() {
  if (!form.dialog) return null;
  const { name, title, text } = form.dialog;
  return h(
    "div",
    { class: "web_ui__Dialog__overlay", key: name, "data-testid": OVERLAYS[name] },
    h(
      "div",
      {
        class: "web_ui__Dialog__content",
        role: "dialog",
        "aria-modal": "true",
        "data-testid": `${name}-modal`,
      },
      h("h2", { class: "modal-title" }, title),
      h("p", {}, text),
      ANSWERS[name]?.(),
      name === "review" ? spinner() : closeButton(name),
    ),
  );
}

function closeButton(name) {
  if (name === "promotion" && faults.dialog_closer === "later") return laterButton();
  const isCross = name === "promotion" || name === "opinion" || name === "country";
  const look = isCross ? "modal-close" : "primary";
  const text = name === "proof" ? texts.close : texts.ok;
  return h(
    "button",
    {
      type: "button",
      class: `web_ui__Button__button ${look}`,
      "data-testid": CLOSE_TESTIDS[name] ?? `${name}-modal-close-button`,
      "aria-label": isCross ? texts.close : undefined,
      onClick: close,
    },
    isCross ? "×" : text,
  );
}

function laterButton() {
  const props = { type: "button", class: "web_ui__Button__button plain", onClick: close };
  return h("button", props, texts.promotion_later);
}

function spinner() {
  return h("div", { class: "spinner", role: "progressbar" });
}

function link(text, href, look) {
  return h("a", { class: `web_ui__Button__button ${look}`, href }, text);
}

function tryIt() {
  return link(texts.promotion_try, "/", "primary");
}

function scale() {
  const note = (n) => h("button", { type: "button", onClick: close, key: `note-${n}` }, String(n));
  return h("div", { class: "opinion-scale" }, Array.from({ length: 11 }, (_, n) => note(n)));
}

function countries() {
  return ["France", "Deutschland", "Italia"].map((name) => link(name, "/", "secondary"));
}

function offers() {
  if (!faults.proof_offers) return null;
  const add = { type: "button", class: "web_ui__Button__button primary", onClick: close };
  return [h("button", add, texts.proof_add), link(texts.proof_link, "/", "plain")];
}

/** Cards of the form's column that cover nothing and ask nothing of the seller. */
export function noticeCards() {
  return [isCardShown && promotionCard(), faults.photos_hint && photosHint()];
}

function promotionCard() {
  const away = () => {
    isCardShown = false;
    update();
  };
  const cross = { type: "button", "data-testid": "promotion-card-close-button", onClick: away };
  const row = h(
    "li",
    { class: "form-row", id: "promotion-card" },
    h("strong", {}, texts.promotion_title),
    h("p", {}, texts.promotion_text),
    h("button", { ...cross, "aria-label": texts.close }, "×"),
  );
  return card(null, row);
}

function photosHint() {
  const row = h("li", { class: "form-row", id: "photos-wanted" }, texts.photos_wanted);
  return card(null, row, h("li", { class: "form-row" }, texts.photos_wanted_list));
}
