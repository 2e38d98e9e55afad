// Photos: every file goes to the server at once; its card appears when the server has answered.

import { CallFailed, upload } from "./api.js";
import { faults, fill, texts } from "./config.js";
import { aiPhoto } from "./extras.js";
import { isGone, note } from "./fields.js";
import { form, formRoot, update } from "./form.js";
import { replaceNodesSoon } from "./loading.js";
import { recognise } from "./prefill.js";
import { h } from "./ui.js";

const PHOTO_LIMIT = 20;
const ACCEPT = "image/jpeg,image/gif,image/png,image/webp";
let slots = 0;
let dragged = null;

export function photosCard() {
  if (isGone("photos")) return null;
  const { photos } = form;
  return h(
    "section",
    { class: "web_ui__Card__card", id: "photos", "data-testid": faults.photo_area },
    h("p", { class: "photo-hint" }, texts.photo_hint),
    h("input", {
      type: "file",
      class: "u-hidden",
      name: "photos",
      "data-testid": "add-photos-input",
      multiple: true,
      accept: ACCEPT,
      onChange: (event) => addFiles(event.target),
    }),
    h(
      "div",
      {
        class: "dropzone",
        "data-testid": "dropzone",
        onDragOver: (event) => event.preventDefault(),
        onDrop: dropFiles,
      },
      photos.length ? grid(photos) : addButton(),
      h("div", { class: "dropzone-overlay", "data-testid": "dropzone-overlay", hidden: true }),
    ),
    aiPhoto(),
    note("photos"),
  );
}

function addButton() {
  return h(
    "button",
    { type: "button", class: "web_ui__Button__button photo-add", onClick: pickFiles },
    `+ ${texts.photo_button}`,
  );
}

function pickFiles() {
  formRoot().querySelector("[type=file]").click();
}

function grid(photos) {
  const cards = photos.flatMap((photo, index) => [photoCard(photo, index), spacer(photo.slot)]);
  return h(
    "div",
    { class: "photo-grid", "data-testid": `${faults.photo_area}-grid` },
    cards,
    addTile(),
  );
}

function spacer(slot) {
  return h("span", { "aria-live": "assertive", class: "u-visually-hidden", key: `spacer-${slot}` });
}

function addTile() {
  if (form.photos.length >= PHOTO_LIMIT) return null;
  const props = { type: "button", class: "photo-tile", "data-testid": "add-photos-icon-button" };
  return h(
    "button",
    { ...props, key: "add", "aria-label": texts.photo_button, onClick: pickFiles },
    "+",
  );
}

function photoCard(photo, index) {
  const tool = (name, label, sign, onClick) =>
    h(
      "button",
      {
        type: "button",
        class: `photo-${name}`,
        "aria-label": label,
        "data-testid": `media-select-grid-${name}-button-${index}`,
        onClick,
      },
      sign,
    );
  return h(
    "div",
    {
      class: "photo-card",
      "data-testid": `image-wrapper-${index}`,
      key: `photo-${photo.slot}`,
      draggable: "true",
      "aria-roledescription": "sortable",
      onDragStart: () => (dragged = index),
      onDrop: (event) => movePhoto(event, index),
    },
    thumbnail(photo, index),
    index === 0 &&
      h(
        "div",
        { class: "photo-main", "data-testid": "media-select-main-badge-0" },
        texts.cover_badge,
      ),
    tool("delete", texts.delete_photo, "×", () => removePhoto(photo)),
    tool("rotate", texts.rotate_photo, "⟳", () => rotatePhoto(photo)),
  );
}

function thumbnail({ url, orientation }, index) {
  const turn = `transform:rotate(${orientation}deg)`;
  if (faults.thumbnail === "img") {
    const alt = fill(texts.photo_alt, { n: index + 1, total: form.photos.length });
    return h("img", { class: "web_ui__Image__content", src: url, alt, style: turn });
  }
  return h("div", { class: "web_ui__Image__image", style: `background-image:url(${url});${turn}` });
}

function addFiles(input) {
  const files = [...input.files];
  input.value = "";
  files.forEach(addFile);
}

async function addFile(file) {
  const slot = (slots += 1);
  const body = new FormData();
  body.append("photo[type]", "item");
  body.append("photo[file]", file, file.name);
  body.append("photo[temp_uuid]", form.uploadSession);
  try {
    const { id, url } = await upload("/api/v2/photos", body);
    showPhoto({ id, url, slot, orientation: 0 });
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    update({ errors: { ...form.errors, photos: texts.photo_failed } });
  }
}

/** In the order of the files, or in the order of the answers when uploads are scrambled. */
function showPhoto(photo) {
  const photos = [...form.photos, photo].slice(0, PHOTO_LIMIT);
  if (!faults.photo_scramble) photos.sort((one, other) => one.slot - other.slot);
  update({ photos, errors: { ...form.errors, photos: null } });
  if (faults.photos_redraw) redraw();
  if (faults.photos_forget) update({ chosen: { ...form.chosen, [faults.photos_forget]: [] } });
  replaceNodesSoon();
  recognise();
}

/** The lists are other nodes afterwards, and none is open (2026-11-28, audit, M). */
function redraw() {
  update({ panel: null, generation: form.generation + 1 });
}

function removePhoto(photo) {
  update({ photos: form.photos.filter((other) => other !== photo) });
}

function rotatePhoto(photo) {
  const turned = { ...photo, orientation: (photo.orientation + 90) % 360 };
  update({ photos: form.photos.map((other) => (other === photo ? turned : other)) });
}

function movePhoto(event, index) {
  if (dragged === null) return;
  event.preventDefault();
  event.stopPropagation();
  const photos = [...form.photos];
  photos.splice(index, 0, ...photos.splice(dragged, 1));
  dragged = null;
  update({ photos });
}

function dropFiles(event) {
  event.preventDefault();
  [...(event.dataTransfer?.files ?? [])].forEach(addFile);
}
