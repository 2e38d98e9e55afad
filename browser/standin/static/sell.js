// The sell page: puts the fields together in the order of the market's form.

import { isbnField } from "./book.js";
import { brand, brandHint } from "./brand.js";
import { bumpCard, feedbackCard, opinionCard, promotionCard, transparencyLine } from "./cards.js";
import { category } from "./category.js";
import { choices } from "./choices.js";
import { config, faults, texts } from "./config.js";
import { dialog, noticeCards, showDialogAt } from "./dialogs.js";
import { drawingIn, rewriteForDrift } from "./drift.js";
import { dropdown, panelDialog, showLoaders, watchOutside, withFoot } from "./dropdown.js";
import { manufacturerLabel, measurements, unisex } from "./extras.js";
import { card, field } from "./fields.js";
import { attribute, form, mount, update } from "./form.js";
import { color, condition, material, otherList, size, watchScroll } from "./lists.js";
import { loadItem, loadTables, replaceNodesSoon } from "./loading.js";
import { hasModel, loadModels, model } from "./model.js";
import { outsideList } from "./panels.js";
import { parcelCard } from "./parcel.js";
import { photosCard } from "./photos.js";
import { priceField, setPrice } from "./price.js";
import { deleteDraft, errorsWithoutField, publish, saveDraft, saveItem } from "./submit.js";
import { h } from "./ui.js";

const LISTS = { brand, size, condition, color, material };
const isLiveEdit = config.item && !config.item.is_draft;

function definition(code) {
  if (code === "category") return category();
  if (code === "model") return model();
  if (LISTS[code]) return LISTS[code]();
  return attribute(code)?.configuration ? otherList(code) : null;
}

function view() {
  const open = form.panel && definition(form.panel.code);
  return { page: [page(), outsideList(withFoot(open))], above: [panelDialog(open), dialog()] };
}

function page() {
  const [heading, ...cards] = [
    h("h1", { class: "page-title" }, config.item ? texts.edit_h1 : texts.h1),
    noticeCards(),
    photosCard(),
    card(null, titleField(), descriptionField()),
    card(
      null,
      dropdown(category()),
      isbnUntold() && isbnField(),
      form.attributes.map(({ code }) => attributeField(code)),
      form.attributes.length > 0 && manufacturerLabel(),
    ),
    card(null, priceField()),
    parcelCard(),
    form.attributes.length > 0 && bumpCard(),
    form.attributes.length > 0 && feedbackCard(),
    promotionCard(),
    opinionCard(),
    transparencyLine(),
  ];
  return faults.buttons_moved ? [heading, actions(), ...cards] : [heading, ...cards, actions()];
}

/** A book's number that the answer does not name is on the page all the same. */
function isbnUntold() {
  return attribute("language_book") && !attribute("isbn");
}

function attributeField(code) {
  if (code === "unisex") return unisex();
  if (code === "measurements") return measurements();
  if (code === "isbn") return isbnField();
  if (faults.untold_look !== "list" && config.untold.some((entry) => entry.code === code)) {
    return choices(code);
  }
  const found = definition(code);
  if (!found) return null;
  return code === "brand" ? [dropdown(found), brandHint(), modelField()] : dropdown(found);
}

function modelField() {
  if (!hasModel()) return null;
  loadModels();
  return dropdown(model());
}

function titleField() {
  return field(
    { code: "title", label: texts.labels.title, testid: "title", labelTestid: "title--title" },
    h("input", {
      class: "c-input__value",
      id: "title",
      name: "title",
      "data-testid": "title--input",
      type: "text",
      placeholder: texts.title_placeholder,
      value: form.title,
      onChange: (event) => edit("title", event.target.value),
    }),
  );
}

function descriptionField() {
  return field(
    { code: "description", label: texts.labels.description, testid: "description" },
    h("textarea", {
      class: "c-input__value",
      id: "description",
      name: "description",
      "data-testid": "description--input",
      rows: String(Math.min(14, Math.max(4, form.description.split("\n").length + 1))),
      placeholder: texts.description_placeholder,
      value: form.description,
      onChange: (event) => edit("description", event.target.value),
    }),
  );
}

function edit(code, value) {
  update({ [code]: value, errors: { ...form.errors, [code]: null } });
}

function actions() {
  const draft = !isLiveEdit && action("save-draft", texts.save_draft, saveDraft, "secondary");
  const remove =
    config.item?.is_draft && action("delete-draft", texts.delete_draft, deleteDraft, "plain");
  const main = isLiveEdit ? [texts.edit_save, saveItem] : [texts.publish, publish];
  const problem = errorsWithoutField();
  const buttons = [remove, draft, action("save", ...main, "primary")];
  return h(
    "div",
    { class: "form-actions", key: "actions" },
    problem && h("div", { class: "form-problem", role: "alert" }, problem),
    faults.buttons_moved ? buttons.reverse() : buttons,
  );
}

function action(name, text, onClick, kind) {
  const testid = `upload-form-${name}-button`;
  const props = { type: "button", class: `web_ui__Button__button ${kind}`, "data-testid": testid };
  return h(
    "button",
    { ...props, key: name, onClick },
    h("span", { class: "web_ui__Button__label" }, text),
  );
}

async function start() {
  rewriteForDrift();
  const [place, layer] = ["sell-form", "layer"].map((id) => document.getElementById(id));
  showLoaders(["category"]);
  const drawn = [place, layer].map(drawingIn);
  mount(...drawn, view);
  drawn.forEach(watchScroll);
  watchOutside();
  window.addEventListener("resize", () => update());
  if (form.price.amount) setPrice(form.price.amount);
  showDialogAt("load");
  replaceNodesSoon();
  await loadTables().catch(() => update({ toast: texts.went_wrong }));
  const given = config.item ?? config.earlier;
  if (given) await loadItem(given);
}

start();
