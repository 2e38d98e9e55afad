// The drop-down that category, brand, size and the other lists share, in both forms and widths.
"use strict";
const FIELDS = {};
const HASH = { wrap: "Dropdown_wrapper__kX3aP", box: "Dropdown_content__9fQ2z", list: "Dropdown_list__Qe71u" };
const AUGUST = SW.form === "august";
const narrow = () => SW.rendering === "narrow" || (SW.rendering === "auto" && innerWidth < 700);

function roleOf(field, option) {
  if (option.branch) return "button";
  if (SW.roles === "button") return "button";
  if (field.name === "brand" && SW.roles === "mixed") return "button";
  return field.limit > 1 || field.name === "size" ? "checkbox" : "radio";
}

function rowView(field, option) {
  const chosen = field.selection().includes(option.key ?? option.id);
  const role = roleOf(field, option);
  const kind = field.limit > 1 ? "Checkbox__checkbox" : "Radio__radio";
  const input = h("input", { type: field.limit > 1 ? "checkbox" : "radio", tabindex: "-1", class: "row-input", "aria-hidden": AUGUST ? "true" : null, id: AUGUST ? null : option.inputId, "data-testid": option.inputId, checked: !AUGUST && chosen });
  const suffix = option.branch ? h("div", { class: "web_ui__Cell__suffix" }, "›") : h("label", { class: "web_ui__" + kind }, input);
  const cell = h("div", {
    id: option.rowId, "data-testid": option.rowId, role, tabindex: "0",
    class: "web_ui__Cell__cell web_ui__Cell__default web_ui__Cell__clickable" + (option.branch ? " web_ui__Cell__navigating web_ui__Cell__with-chevron" : "") + (chosen ? " chosen" : ""),
    "aria-checked": role === "button" ? null : String(chosen), "aria-label": field.name === "brand" ? option.title : null,
    onclick: (event) => { event.stopPropagation(); if (event.target !== input) choose(field, option); },
  }, h("div", { class: "web_ui__Cell__content" }, h("div", { class: "web_ui__Cell__title", "data-testid": option.rowId + "--title", id: option.rowId + "--title" }, option.title), option.body ? h("div", { class: "web_ui__Cell__body" }, option.body) : null), suffix);
  return h("li", { class: "web_ui__Item__item" }, cell);
}

function rowsView(field) {
  const state = field.state;
  if (state.waiting) return [h("div", { class: "web_ui__Loader__loader" }, "…")];
  const groups = field.groups();
  const several = SW.tabs && groups.filter((g) => g.tab).length > 1;
  const shown = several ? groups.filter((g) => !g.tab || g.tab === (state.tab || groups.find((x) => x.tab).tab)) : groups;
  const tabs = several ? h("div", { role: "tablist" }, groups.filter((g) => g.tab).map((g) => h("button", { type: "button", role: "tab", onclick: (e) => { e.stopPropagation(); state.tab = g.tab; refresh(field); } }, g.title))) : null;
  const lists = shown.map((g) => {
    const options = field.lazy ? g.options.slice(0, state.mounted) : g.options;
    return [g.title && !several ? h("h3", { class: "web_ui__Text__text" }, g.title) : null, h("ul", { "data-testid": field.name === "category" ? "category-list" : null }, options.map((o) => rowView(field, o)))];
  });
  const empty = groups.every((g) => !g.options.length) && field.emptyTest ? h("div", { "data-testid": field.emptyTest }, "∅") : null;
  return [tabs, empty, lists];
}

function refresh(field) {
  const state = field.state;
  if (state.rows) state.rows.replaceChildren(...rowsView(field).flat(9).filter(Boolean));
  if (state.input) state.input.value = field.text();
}

function panelInner(field) {
  const state = field.state;
  const parts = [];
  if (state.path && state.path.length) parts.push(h("button", { type: "button", class: "back", "aria-label": "‹", onclick: (e) => { e.stopPropagation(); state.path.pop(); draw(field); } }, "‹ " + PAGE.paths[state.path.at(-1)].at(-1)));
  if (field.search && SW.search) {
    const s = field.search;
    const box = h("input", { id: s.id, "data-testid": s.testid, type: "text", maxlength: "100", autocomplete: "off", placeholder: s.placeholder, value: state.query, onclick: (e) => e.stopPropagation() });
    box.addEventListener("input", () => { state.query = box.value; state.mounted = 10; clearTimeout(state.timer); state.timer = setTimeout(() => field.seek(box.value.trim()), s.ms ?? 250); });
    parts.push(h("div", { class: "c-input" }, box, h("button", { type: "button", "data-testid": s.clear, "aria-label": "×", onclick: (e) => { e.stopPropagation(); box.value = state.query = ""; field.seek(""); } }, "×")));
  }
  state.rows = h("div", { class: (field.grid ? "grid " : "") + "panel-list" }, rowsView(field));
  state.rows.addEventListener("scroll", () => { if (field.lazy && state.rows.scrollTop + state.rows.clientHeight > state.rows.scrollHeight - 40 && state.mounted < 99) { const at = state.rows.scrollTop; state.mounted += 10; refresh(field); state.rows.scrollTop = at; } });
  parts.push(state.rows);
  return parts;
}

function panelView(field) {
  const open = field.state.open && !narrow() && !outside(field);
  const test = field.testid + "-content";
  if (!AUGUST) return open ? h("div", { class: "input-dropdown", "data-testid": test }, h("div", { class: "web_ui__Card__card" }, h("div", { class: "input-dropdown__content" }, panelInner(field), SW.save_button ? doneButton(field) : null))) : null;
  const list = open ? h("div", { class: HASH.list, "data-testid": test }, panelInner(field), SW.save_button ? doneButton(field) : null) : SW.panels === "always" ? h("div", { class: HASH.list, "data-testid": test }) : null;
  return h("div", { class: HASH.wrap }, h("div", { class: HASH.box }, list));
}

function doneButton(field) {
  return h("button", { type: "button", "data-testid": "input-dropdown-save-button", onclick: (e) => { e.stopPropagation(); save(field); } }, WORDS.done);
}

function outside(field) {
  return AUGUST && SW.list_outside && field.name === "size" && !narrow();
}

function portal(field) {
  const state = field.state;
  if (state.modal) { state.modal.remove(); state.modal = null; }
  if (state.open && outside(field)) {
    state.modal = h("div", { class: HASH.wrap }, h("div", { class: HASH.list, "data-testid": field.testid + "-content" }, panelInner(field)));
    document.getElementById("portals").append(state.modal);
    return;
  }
  if (!state.open || !narrow()) return;
  const test = SW.no_content ? null : field.testid + "-content";
  const close = h("button", { type: "button", "aria-label": WORDS.close, "data-testid": (field.testid.endsWith("-select-dropdown") ? field.testid : field.name + "-select-dropdown") + "-close-button", onclick: () => shut(field, false) }, "×");
  state.modal = h("div", { class: "ReactModal__Portal" }, h("div", { class: "ReactModal__Overlay" }, h("div", { class: "ReactModal__Content", role: "dialog", "aria-modal": "true" }, close, h("div", { "data-testid": test, class: AUGUST ? HASH.list : "input-dropdown__content" }, panelInner(field)), doneButton(field))));
  document.getElementById("portals").append(state.modal);
}

function fieldView(field) {
  const state = field.state;
  const toggle = (event) => { event.stopPropagation(); press(field); };
  state.input = h("input", { id: field.id, name: field.id, readonly: true, autocomplete: "off", class: "c-input__value", "data-testid": field.testid + "-input", placeholder: field.label + "…", value: field.text(), onclick: toggle });
  const icon = state.loading ? h("div", { class: "c-input__icon", "data-testid": field.name + "--loader" }, "◌") : h("div", { class: "c-input__icon", role: "button", "data-testid": field.name + "-chevron-" + (state.open ? "up" : "down"), onclick: toggle }, state.open ? "▴" : "▾");
  const note = h("div", { class: "c-input__note" }, state.error ? h("div", { class: "web_ui__Validation__validation web_ui__Validation__warning", role: "alert" }, state.error) : null);
  return h("li", { class: "web_ui__Item__item field-" + field.name }, h("div", { class: "c-input" }, h("label", { class: "c-input__title", for: field.id }, field.label), state.input, icon, note), panelView(field), field.hint ? field.hint() : null);
}

function draw(field) {
  const state = field.state;
  const fresh = fieldView(field);
  if (state.node && state.node.isConnected) state.node.replaceWith(fresh);
  state.node = fresh;
  portal(field);
  return fresh;
}

function press(field) {
  const state = field.state;
  if (state.loading) return;
  if (state.swallow) { state.swallow = false; draw(field); return; }
  if (state.open) { if (!narrow()) shut(field, true); return; }
  for (const other of Object.values(FIELDS)) if (other.state.open) shut(other, !narrow());
  Object.assign(state, { open: true, pending: narrow() ? [...field.value()] : null, query: "", mounted: 10 });
  if (state.path) state.path = [];
  if (field.opened) field.opened();
  draw(field);
}

function choose(field, option) {
  const state = field.state;
  if (option.branch) { state.path.push(option.id); draw(field); return; }
  if (option.special) { field.special(option); return; }
  const before = narrow() ? state.pending : field.value();
  const key = option.key ?? option.id;
  let next = [key];
  if (field.limit > 1) {
    next = before.includes(key) ? before.filter((k) => k !== key) : [...before, key];
    if (next.length > field.limit) next = next.slice(next.length - field.limit);
  }
  field.note(option);
  if (narrow()) { state.pending = next; refresh(field); return; }
  if (field.limit > 1) { field.set(next); refresh(field); return; }
  Object.assign(state, { open: false });
  field.set(next);
  draw(field);
}

function save(field) {
  const state = field.state;
  const pending = state.pending;
  Object.assign(state, { open: false, pending: null });
  if (field.closing) field.closing(true);
  if (pending && String(pending) !== String(field.value())) field.set(pending);
  draw(field);
}

function shut(field, kept) {
  Object.assign(field.state, { open: false, pending: null });
  if (field.closing) field.closing(kept);
  draw(field);
}

function makeField(field) {
  field.state = { open: false, loading: false, pending: null, query: "", path: field.tree ? [] : null, mounted: 10, swallow: SW.first_press === "lost", error: "", node: null, modal: null };
  field.limit = field.limit || 1;
  field.note = field.note || (() => {});
  field.selection = field.selection || (() => (field.state.pending && narrow() ? field.state.pending : field.value()));
  FIELDS[field.name] = field;
  return field;
}

async function settle(field) {
  if (!SW.loader_ms) return;
  field.state.loading = true;
  draw(field);
  await wait(SW.loader_ms);
  field.state.loading = false;
  draw(field);
}

document.addEventListener("mousedown", (event) => {
  if (narrow()) return;
  for (const field of Object.values(FIELDS)) if (field.state.open && !field.state.node.contains(event.target) && !(field.state.modal && field.state.modal.contains(event.target))) shut(field, true);
});
