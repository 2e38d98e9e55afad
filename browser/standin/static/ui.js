// A small view library that treats inputs the way React does, because that is what a driver of
// the real page meets: events are handled at the root, inputs are controlled, and a change counts
// only when it did not come from assigning `value` or `checked` in the page.

let rewriteAttribute = (name, value) => [name, value];

/** Lets the drift switches rename or drop attributes before they reach the document. */
export function rewriteAttributesWith(rewrite) {
  rewriteAttribute = rewrite;
}

/** A description of one element; arrays are flattened, empty children dropped. */
export function h(tag, props, ...children) {
  const kept = children.flat(Infinity).filter((child) => child || child === 0);
  return { tag, props: props ?? {}, children: kept };
}

export function render(container, children) {
  patchChildren(container, [children].flat(Infinity).filter(Boolean));
}

function patchChildren(parent, next) {
  const matches = matchNodes([...parent.childNodes], next);
  const kept = new Set(matches);
  for (const node of [...parent.childNodes]) if (!kept.has(node)) node.remove();
  let cursor = parent.firstChild;
  next.forEach((child, index) => {
    const node = matches[index] ?? create(child);
    if (matches[index]) patch(node, child);
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  });
}

function matchNodes(nodes, next) {
  const free = new Set(nodes);
  return next.map((child) => {
    for (const node of free) {
      if (!isSameKind(node, child)) continue;
      free.delete(node);
      return node;
    }
    return null;
  });
}

function isSameKind(node, child) {
  if (typeof child !== "object") return node.nodeType === Node.TEXT_NODE;
  return node.$tag === child.tag && node.$key === child.props.key;
}

function create(child) {
  if (typeof child !== "object") return document.createTextNode(child);
  const node = document.createElement(child.tag);
  node.$tag = child.tag;
  node.$key = child.props.key;
  node.$props = {};
  patch(node, child);
  if (node.matches("input, textarea")) track(node);
  return node;
}

function patch(node, child) {
  if (typeof child !== "object") {
    if (node.data !== String(child)) node.data = child;
    return;
  }
  const before = node.$props;
  node.$props = child.props;
  for (const name of Object.keys({ ...before, ...child.props })) {
    if (isAttribute(name) && before[name] !== child.props[name]) {
      setAttribute(node, name, child.props[name]);
    }
  }
  patchChildren(node, child.children);
  restore(node);
}

function isAttribute(name) {
  return !/^on[A-Z]/.test(name) && !["key", "value", "checked"].includes(name);
}

function setAttribute(node, name, value) {
  const [finalName, finalValue] = rewriteAttribute(name, value) ?? [name, null];
  if (finalValue === null || finalValue === undefined || finalValue === false) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(finalName, finalValue === true ? "" : finalValue);
  }
}

// Controlled inputs

/** Remembers what the page itself last wrote, to tell a person's change from a script's. */
function track(node) {
  const name = isCheckable(node) ? "checked" : "value";
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(node), name);
  let written = native.get.call(node);
  Object.defineProperty(node, name, {
    configurable: true,
    get: () => native.get.call(node),
    set(value) {
      written = name === "value" ? String(value) : value;
      native.set.call(node, value);
    },
  });
  node.$hasChanged = () => {
    const current = native.get.call(node);
    if (current === written) return false;
    written = current;
    return true;
  };
}

function isCheckable(node) {
  return node.type === "checkbox" || node.type === "radio";
}

function restore(node) {
  const { value, checked } = node.$props ?? {};
  if (value !== undefined && node.value !== value) node.value = value;
  if (checked !== undefined && node.checked !== checked) node.checked = checked;
}

// Events

const HANDLERS = {
  click: "onClick",
  mousedown: "onMouseDown",
  focusin: "onFocus",
  focusout: "onBlur",
  keydown: "onKeyDown",
  keyup: "onKeyUp",
  dragstart: "onDragStart",
  dragover: "onDragOver",
  drop: "onDrop",
};

/** Handles the events of everything below the root; `afterwards` runs once per event. */
export function listen(root, afterwards) {
  for (const [type, handler] of Object.entries(HANDLERS)) {
    root.addEventListener(type, (event) => {
      bubble(event, handler);
      if (type === "click" && isCheckable(event.target)) changed(event, afterwards);
      else afterwards();
    });
  }
  for (const type of ["input", "change"]) {
    root.addEventListener(type, (event) => {
      if (!isCheckable(event.target)) changed(event, afterwards);
    });
  }
}

/** Tells the page about a change, then puts the input back to what the page made of it. */
function changed(event, afterwards) {
  const isFile = event.target.type === "file";
  const hasChanged = isFile ? event.type === "change" : event.target.$hasChanged?.();
  if (hasChanged) bubble(event, "onChange");
  afterwards();
  if (hasChanged) restore(event.target);
}

function bubble(event, handler) {
  for (let node = event.target; node && node !== event.currentTarget; node = node.parentNode) {
    node.$props?.[handler]?.(event);
    if (event.cancelBubble) return;
  }
}
