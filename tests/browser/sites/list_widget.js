// A field with its list, drawn in one of many ways; evaluated with its options.
(options) => {
  const {name, label, testid, rows, several, place, batch, search, delay, loads, stateless, limit,
         keeps, locked, tabs, wrapper, dead, fickle, value, look, mute} = options;
  const make = (tag, attributes, ...inside) => {
    const element = document.createElement(tag);
    for (const [key, each] of Object.entries(attributes)) if (each) element.setAttribute(key, each);
    element.append(...inside);
    return element;
  };
  const trigger = make("input", {readonly: "readonly", id: name, "data-testid": testid && `${testid}-input`});
  const field = document.querySelector("#field");
  const holder = make("div", {}, ...(label ? [make("label", {}, label, trigger, "a hint")] : [trigger]));
  field.append(holder);
  const listName = testid && `${testid}-content`;
  const box = make("div", {"data-testid": wrapper ? listName : "", class: wrapper ? "room" : ""});
  (place === "body" || place === "dialog" ? document.body : field).append(box);
  let chosen = value ? [value] : [], open = false, shown = batch || rows.length, words = "", turns = 0, tab = tabs?.[0];
  const commit = () => { trigger.value = rows.filter((row) => chosen.includes(row)).join(", "); };
  commit();
  const choose = (row) => {
    const has = chosen.includes(row);
    chosen = several ? (has ? chosen.filter((each) => each !== row) : [...chosen, row].slice(-(limit || 99))) : [row];
    if (fickle && turns++ === 0) setTimeout(() => { chosen = []; draw(); });
    if (!keeps) commit();
    if (!several && !keeps) open = false;
    draw();
  };
  const cell = (row) => {
    const state = stateless ? {role: "button"} : {role: several ? "checkbox" : "radio", "aria-checked": String(chosen.includes(row))};
    const element = make("div", {...state, class: look && chosen.includes(row) ? "picked" : "", "aria-disabled": row === locked && "true"}, make("span", {}, row), make("input", {type: "checkbox", "aria-hidden": "true", style: "opacity: .01"}));
    element.onclick = (event) => { if (row !== locked && event.target.type !== "checkbox") choose(row); };
    return make("li", {}, element);
  };
  const draw = () => {
    box.replaceChildren();
    for (const name of ["role", "class"]) if (!wrapper) box.removeAttribute(name);
    if (!open || dead) return;
    if (place === "dialog") box.setAttribute("role", "dialog");
    const found = rows.filter((row) => row.toLowerCase().includes(words.toLowerCase())).slice(0, shown);
    const list = make("ul", {class: "scroll"}, ...found.map(cell));
    list.onscroll = () => {
      if (list.scrollTop + list.clientHeight < list.scrollHeight - 4 || shown >= rows.length) return;
      shown += batch;
      list.append(...rows.slice(found.length, shown).map(cell));
      found.push(...rows.slice(found.length, shown));
    };
    const bar = tabs ? [make("div", {role: "tablist"}, ...tabs.map((each) => {
      const button = make("button", {role: "tab", "aria-selected": mute ? "" : String(each === tab)}, each);
      button.onclick = () => { tab = each; draw(); };
      return button;
    }))] : [];
    const input = search ? [make("input", {type: "text"})] : [];
    if (input[0]) input[0].oninput = () => { words = input[0].value; list.replaceChildren(...rows.filter((row) => row.toLowerCase().includes(words.toLowerCase())).slice(0, shown).map(cell)); };
    const inner = make("div", {"data-testid": wrapper ? "" : listName}, ...bar, ...input, list);
    if (keeps) {
      const [cancel, save] = [make("button", {}, "Nixwohl"), make("button", {class: "web_ui__Button__primary"}, "Jawohl")];
      save.onclick = () => { commit(); open = false; draw(); };
      cancel.onclick = () => { chosen = []; open = false; draw(); };
      inner.append(cancel, save);
    }
    box.append(inner);
  };
  if (loads) {
    const loader = make("i", {"data-testid": `${name || testid}--loader`}, "...");
    holder.append(loader);
    if (loads > 0) setTimeout(() => loader.remove(), loads * 1000);
  }
  trigger.onclick = () => {
    if (holder.querySelector("[data-testid$=loader]")) { document.title = "pressed"; return; }
    setTimeout(() => { open = !open; words = ""; shown = batch || rows.length; draw(); }, (delay || 0) * 1000);
  };
  document.addEventListener("click", (event) => {
    if (!keeps && open && document.contains(event.target) && !box.contains(event.target) && event.target !== trigger) { open = false; draw(); }
  });
}
