// The number of a book: a known one fills what belongs to it, thirteen zeros ask for the language.

import { get } from "./api.js";
import { texts } from "./config.js";
import { field } from "./fields.js";
import { form, update } from "./form.js";
import { h } from "./ui.js";

const UNKNOWN = "0".repeat(13);
const LENGTHS = [10, 13];

export function isbnField() {
  return field(
    { code: "isbn", key: "isbn", label: texts.isbn },
    h("input", {
      class: "c-input__value",
      id: "isbn",
      name: "isbn",
      "data-testid": "isbn--input",
      type: "text",
      autocomplete: "off",
      value: form.isbn,
      onChange: (event) => changeIsbn(event.target.value),
    }),
    form.book && h("div", { class: "price-strip" }, described(form.book)),
  );
}

function described({ author, title, publisher, format }) {
  return [author, title, publisher, format].join(" · ");
}

/** Thirteen zeros are taken as "unknown", and then the language must be told. */
export function isBookUnknown() {
  return digits(form.isbn) === UNKNOWN;
}

function digits(text) {
  return text.replace(/[\s-]/g, "");
}

async function changeIsbn(isbn) {
  update({ isbn, book: null, errors: { ...form.errors, isbn: null } });
  if (!LENGTHS.includes(digits(isbn).length) || isBookUnknown()) return;
  const answer = await get(`/api/v2/item_upload/books?isbn=${digits(isbn)}`).catch(() => null);
  if (form.isbn !== isbn || !answer?.book) return;
  const chosen = { ...form.chosen, language_book: [answer.book.language_id] };
  update({ book: answer.book, chosen });
}
