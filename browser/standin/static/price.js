// The price: raw text while it has the focus, formatted and taken over when the focus leaves.
//
// The traps of the real field are kept on purpose. A change without a focus is shown as an amount
// but never taken over; leaving without having entered reads the text as formatted currency and
// ends up empty; a jump of several characters by a synthetic event, or a formatted text read
// again, gives NaN.

import { send } from "./api.js";
import { config, faults, fill, texts } from "./config.js";
import { showDialogAt } from "./dialogs.js";
import { field } from "./fields.js";
import { form, update } from "./form.js";
import { h } from "./ui.js";

const isEnglish = config.locale === "en";
const symbol = isEnglish ? "£" : "€";

export function formatted(amount) {
  if (amount === null) return "";
  const number = Number.isNaN(amount) ? "NaN" : amount.toFixed(2);
  return isEnglish ? `${symbol}${number}` : `${number.replace(".", ",")}\u00a0${symbol}`;
}

/** The decimal mark is the language's own; the other one only groups thousands. */
function parsed(text) {
  const plain = isEnglish ? text.replace(/,/g, "") : text.replace(/\./g, "").replace(",", ".");
  return plain.trim() === "" ? null : Number(plain);
}

function raw(amount) {
  if (amount === null || Number.isNaN(amount)) return "";
  return isEnglish ? String(amount) : String(amount).replace(".", ",");
}

export function priceField() {
  const suggestion = form.priceSuggestion;
  return field(
    { code: "price", label: texts.labels.price, testid: "price-input" },
    h("input", {
      class: "c-input__value",
      id: "price",
      name: "price",
      "data-testid": "price-input--input",
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      placeholder: texts.price_placeholder,
      value: form.price.text,
      onFocus: enter,
      onChange: type,
      onBlur: leave,
    }),
    suggestion && h("div", { class: "price-strip" }, strip(suggestion)),
  );
}

function strip({ low, high }) {
  return fill(texts.price_suggestion, { low: formatted(low), high: formatted(high) });
}

export function setPrice(amount) {
  update({ price: { text: formatted(amount), amount, isFocused: false } });
}

function enter() {
  update({ price: { ...form.price, text: raw(form.price.amount), isFocused: true } });
}

function type(event) {
  const text = event.target.value;
  const { isFocused, amount, text: before } = form.price;
  if (!isFocused) {
    update({ price: { text: formatted(parsed(text)), amount, isFocused } });
    return;
  }
  const isJump = !event.isTrusted && text.length - before.length > 1;
  update({ price: { text: isJump ? "NaN" : text, amount, isFocused } });
  if (faults.price_commit === "input") update({ price: { ...form.price, amount: parsed(text) } });
}

function leave() {
  const amount = form.price.isFocused ? parsed(form.price.text) : null;
  setPrice(amount);
  update({ errors: { ...form.errors, price: null } });
  if (amount) askForSuggestion();
}

async function askForSuggestion() {
  const body = {
    catalog_id: form.category?.id ?? null,
    brand: form.brand?.title ?? null,
    status_id: form.chosen.condition?.[0] ?? null,
  };
  const answer = await send("POST", "/api/v2/item_upload/pricing_suggestions", body).catch(
    () => null,
  );
  if (answer) update({ priceSuggestion: answer.suggestion });
  showDialogAt("before_publish");
}
