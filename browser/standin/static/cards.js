// Cards between the fields that nobody has to answer: bump, feedback, opinion, the law.

import { config, faults, texts } from "./config.js";
import { card } from "./fields.js";
import { form, update } from "./form.js";
import { h } from "./ui.js";

/** The paid bump; it must stay unticked. */
export function bumpCard() {
  const box = h("input", {
    type: "checkbox",
    id: "bump",
    name: "bump",
    "data-testid": "bump-checkbox--input",
    checked: form.isBumped,
    onChange: (event) => update({ isBumped: event.target.checked }),
  });
  const row = h(
    "label",
    { class: "check-row", "data-testid": faults.form === "august" && "bump-checkbox" },
    box,
    h("span", {}, texts.bump),
    h("small", {}, texts.bump_hint),
  );
  return card(null, h("li", { class: "form-row" }, row));
}

export function feedbackCard() {
  const stars = h("div", { class: "feedback-stars", "aria-hidden": "true" }, "☆ ☆ ☆ ☆ ☆");
  return plainCard("feedback", h("p", {}, texts.feedback), stars);
}

export function opinionCard() {
  if (!faults.opinion_card) return null;
  const marks = [0, 2, 4, 6, 8, 10].map((mark) => cardButton(`opinion-card-${mark}`, String(mark)));
  const title = h("h2", { class: "card-title" }, texts.opinion_card_title);
  return plainCard("opinion", title, h("div", { class: "feedback-stars" }, marks));
}

/** A line of law that only French pages carry (2026-09-07 .fr, 1 source, M). */
export function transparencyLine() {
  if (faults.form === "may" || config.locale !== "fr") return null;
  const props = { class: "photo-hint", "data-testid": "item-transparency-law", key: "law" };
  return h("p", props, texts.transparency);
}

function cardButton(testid, text) {
  const props = { type: "button", class: "web_ui__Button__button secondary", key: testid };
  return h("button", { ...props, "data-testid": testid }, text);
}

function plainCard(name, ...children) {
  return h("section", { class: `web_ui__Card__card ${name}`, key: name }, children);
}
