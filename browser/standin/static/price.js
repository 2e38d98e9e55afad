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
import { keepChoice } from "./prefill.js";
import { h } from "./ui.js";

// How amounts stand, by currency: pages of 2026-07 to 10 on six markets, 3 sources, M.
const SYMBOLS = { EUR: "€", GBP: "£", PLN: "zł", SEK: "kr", DKK: "kr.", CZK: "Kč" };
const symbol = SYMBOLS[config.currency];
const isSymbolFirst = config.locale === "en" || faults.price_readback === "symbol_first";
const isPointed = isSymbolFirst || faults.price_readback === "bare_point";
const decimalMark = config.locale === "en" ? "." : ",";

export function formatted(amount) {
  if (amount === null) return "";
  const plain = Number.isNaN(amount) ? "NaN" : amount.toFixed(2);
  const number = isPointed ? plain : plain.replace(".", ",");
  if (faults.price_readback === "bare_point") return number;
  return isSymbolFirst ? `${symbol}${number}` : `${number}\u00a0${symbol}`;
}

/** The number in a text, by the marks that the switch allows; anything else is NaN. */
function parsed(text) {
  const plain = faults.price_marks === "own" ? inOwnMarks(text) : inAllowedMarks(text);
  return plain.trim() === "" ? null : Number(plain);
}

/** The decimal mark is the language's own; the other one only groups thousands. */
function inOwnMarks(text) {
  return decimalMark === "." ? text.replace(/,/g, "") : text.replace(/\./g, "").replace(",", ".");
}

function inAllowedMarks(text) {
  const refused = { comma: ".", point: "," }[faults.price_marks];
  return refused && text.includes(refused) ? "NaN" : text.replace(",", ".");
}

function raw(amount) {
  if (amount === null || Number.isNaN(amount)) return "";
  const isPoint = faults.price_raw === "number" && faults.price_marks !== "comma";
  return isPoint ? String(amount) : String(amount).replace(".", decimalMark);
}

/** A parcel chosen after the price may empty it; what shows stays (2026-09-25 .fr, 1 source, M). */
export function losePrice() {
  if (faults.price_lost !== "never") update({ price: { ...form.price, isLost: true } });
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
      placeholder: formatted(0),
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
  update({ price: { text: formatted(amount), amount, isFocused: false, isLost: false } });
}

function enter() {
  update({ price: { ...form.price, text: raw(form.price.amount), isFocused: true } });
}

function type(event) {
  const text = event.target.value;
  const { isFocused, text: before } = form.price;
  if (!isFocused) {
    update({ price: { ...form.price, text: formatted(parsed(text)) } });
    return;
  }
  const isJump = !event.isTrusted && text.length - before.length > 1;
  update({ price: { ...form.price, text: isJump ? "NaN" : text } });
  if (faults.price_commit === "input") update({ price: { ...form.price, amount: parsed(text) } });
}

function leave() {
  const amount = form.price.isFocused ? parsed(form.price.text) : null;
  setPrice(amount);
  update({ errors: { ...form.errors, price: null } });
  keepChoice("with_price");
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
