// The open list of one field: where it stands, its rows, its tabs, what is pressed in it, and a mark
// that changes whenever any of it does. Found by its names first, then by what appeared at the press.
//
// `about` is {trigger, name, several, words, wanted, memory}: the field's candidates and name, whether it
// takes several, the words of a button that keeps a choice, the labels that the field is to show in the end, and an object of ours that
// lives in the page with what was there before the press (`before`) and the list found last (`panel`). Presence counts for nothing here: wrappers that
// are always in the page are lists only while they are shown and hold something.

const DIALOG = "dialog[open], [role=dialog], [aria-modal=true], .ReactModal__Content, .web_ui__Dialog__content";
const CHOICE = "[role=radio], [role=checkbox], [role=option], [aria-pressed], [aria-checked]";
const CELLS = `${CHOICE}, li [role=button], li button`;
const TEXT_BOX = "input:is([type=text], [type=search], :not([type])):not([readonly])";
const LOADER = "[data-testid$='--loader'], [aria-busy=true], [role=progressbar], [class*=Loader], [class*=Spinner]";
const NOT_A_LIST = "header, footer, nav, [id^=onetrust], [role=tablist]";
const PARCEL = "[id^=package-size], [data-testid*=package-size]";
const PHOTO = "[aria-roledescription=sortable], [data-testid^=image-wrapper-]";
const LANDMARKS = `${CELLS}, ${CONTROLS}, ${DIALOG}, h1, h2, label`;

const revealed = (element) => shown(element) && !element.closest("[aria-hidden=true], [inert]");

const above = (element) => element.parentElement ?? element.getRootNode().host ?? null;

const byTestId = (name) => all(attribute("data-testid", name));

// An open list may stand between a field and what it is known by, so that the last sight counts on.
const triggerOf = ({ trigger, memory }) => {
  const found = first(trigger)?.element ?? (memory?.trigger?.isConnected ? memory.trigger : null);
  if (memory) memory.trigger = found;
  return found;
};

// The trigger's test id without its ending: the list's names begin with it. Only the exact names
// count, since other things of the page end in `content` and hold the field's name as well.
const stemOf = (trigger) => /^(.+)-input$/.exec(trigger?.dataset.testid ?? "")?.[1] ?? "";

const outermost = (cells) => {
  const known = new Set(cells);
  const isInner = (cell) => {
    for (let place = cell.parentElement; place; place = place.parentElement) if (known.has(place)) return true;
    return false;
  };
  return cells.filter((cell) => !isInner(cell));
};

const isControl = (cell) => /(close|clear|cancel|save|chevron)[a-z-]*$|--clear/i.test(cell.dataset.testid ?? "");

// A plain button is a row in an item of the list's own; the fields themselves are items of a list.
const isInItem = (cell, panel) => cell.matches(CHOICE) || (cell.closest("li") !== panel && panel.contains(cell.closest("li")));

const readCells = (panel) => {
  const usual = all(CELLS, panel).filter((cell) => isInItem(cell, panel));
  const found = usual.length ? usual : all("[role=button], button", panel);
  return outermost(found.filter((cell) => revealed(cell) && !cell.closest("[role=tablist], [role=tab]") && !isControl(cell)))
    .filter((cell) => title(cell));
};

// Read once while one state of the list is told.
let knownCells = null;
const cellsOf = (panel) => {
  if (knownCells === null) return readCells(panel);
  if (!knownCells.has(panel)) knownCells.set(panel, readCells(panel));
  return knownCells.get(panel);
};

const searchOf = (panel) => all(TEXT_BOX, panel).find(revealed) ?? null;

const loads = (panel) => all(LOADER, panel).some(shown);

// What belongs to a list that is inside a dialog: all of the dialog, its search and buttons included.
const frameOf = (element) => {
  let frame = element;
  for (let next = element.closest(DIALOG); next; next = next.parentElement?.closest(DIALOG)) frame = next;
  return frame;
};

const holderOf = (button) => {
  let place = above(button);
  while (place && place !== document.body && !cellsOf(place).length) place = above(place);
  return place === document.body ? null : place;
};

const isAlive = (panel, memory) =>
  revealed(panel) &&
  (cellsOf(panel).length > 0 || searchOf(panel) !== null || loads(panel) || (panel === memory.panel && panel.matches(DIALOG)));

const byNames = ({ name }, trigger, memory) => {
  const stem = stemOf(trigger);
  const own = stem ? byTestId(`${stem}-content`) : [];
  // The dialog's X is called after the field, also where the trigger is called after its kind.
  const callers = [stem, ...[name, trigger?.id].map((each) => each && `${each}-select-dropdown`)].filter(Boolean);
  const closers = callers.flatMap((each) => byTestId(`${each}-close-button`)).filter(revealed);
  const older = all(".input-dropdown, .ReactModal__Content:has(.input-dropdown__content)");
  const found = [...own.map(frameOf), ...closers.map((each) => (each.closest(DIALOG) ? frameOf(each) : holderOf(each))), ...older.map(frameOf)];
  return found.find((panel) => panel && isAlive(panel, memory)) ?? null;
};

// The dialog of a cell, else the largest part of the page around it that holds nothing of what was
// there before.
const freshAround = (cell, before) => {
  if (cell.closest(DIALOG)) return frameOf(cell);
  const known = (place) => place === document.body || before.some((element) => holds(place, element));
  let place = cell;
  for (let next = place.parentElement; next && !known(next); next = next.parentElement) place = next;
  return place;
};

// The part around the trigger that holds no other control: its chevron and its loader are there.
const aroundTrigger = (trigger) => {
  let place = trigger;
  for (let up = 0, next = above(place); next && up < NEAR; next = above(next), up += 1) {
    if (all(CONTROLS, next).some((control) => control !== trigger)) break;
    place = next;
  }
  return place;
};

const isLoading = ({ name }, trigger) => {
  const names = [name, trigger.id, stemOf(trigger)].filter(Boolean);
  const told = names.flatMap((each) => byTestId(`${each}--loader`)).some(shown);
  return told || trigger.ariaBusy === "true" || all(LOADER, aroundTrigger(trigger)).some(shown);
};

const hasChevron = ({ name }, trigger, way) => {
  const names = [name, trigger.id, stemOf(trigger)].filter(Boolean);
  const named = names.flatMap((each) => byTestId(`${each}-chevron-${way}`));
  return [...named, ...all(`[data-testid$='-chevron-${way}']`, aroundTrigger(trigger))].some(shown);
};

const isExpanded = (about, trigger) => trigger.ariaExpanded === "true" || hasChevron(about, trigger, "up");

const saysClosed = (about, trigger) => trigger.ariaExpanded === "false" || hasChevron(about, trigger, "down");

// A list that was found and is gone is closed: what else appears later, such as the fields of a
// category, is taken for it only in its very place.
const isItsPlace = (panel, { place }) => {
  if (!place) return true;
  return place.isConnected ? above(panel) === place : panel.matches(DIALOG);
};

// Where no name tells: what appeared since the press, or was filled by it, and holds the most rows.
const appeared = (trigger, memory) => {
  const before = [...memory.before.filter((element) => element.isConnected), trigger];
  const known = new Set(before);
  const isElse = `${NOT_A_LIST}, ${PARCEL}, ${PHOTO}`;
  const isFresh = (cell) => revealed(cell) && !known.has(cell) && !cell.closest(isElse);
  const places = new Map();
  for (const cell of all(CELLS).filter(isFresh)) {
    const place = [...places.keys()].find((each) => each.contains(cell)) ?? freshAround(cell, before);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  // A list that is searched comes before its rows do.
  const isSearched = (dialog) => revealed(dialog) && !known.has(dialog) && !dialog.closest(isElse) && searchOf(dialog);
  for (const dialog of all(DIALOG).filter(isSearched).map(frameOf)) if (!places.has(dialog)) places.set(dialog, 0);
  const [most] = [...places.entries()]
    .filter(([panel]) => isItsPlace(panel, memory))
    .sort(([one, few], [other, many]) => other.matches(DIALOG) - one.matches(DIALOG) || many - few);
  return most?.[0] ?? null;
};

const listOf = (about) => {
  const memory = about.memory ?? {};
  const trigger = triggerOf(about);
  const kept = memory.panel?.isConnected && isAlive(memory.panel, memory) ? memory.panel : null;
  const unnamed = () => (memory.before && trigger && !saysClosed(about, trigger) ? appeared(trigger, memory) : null);
  const found = byNames(about, trigger, memory) ?? kept ?? unnamed();
  memory.panel = found;
  memory.place = found ? above(found) : memory.place;
  return found;
};

// What is visible now is not what a press will bring.
const remember = ({ memory }) => {
  memory.before = all(LANDMARKS).filter(shown);
  memory.panel = null;
  memory.place = null;
};

// Ids that a framework made up, such as `:r7:`, tell nothing apart; a list item of several rows is
// none of theirs, nor is one around the whole list.
const keyOf = (cell, panel) => {
  const item = cell.closest("li");
  const own = item && panel.contains(item) && cellsOf(item).length < 2 ? [item] : [];
  return [cell, ...own, ...all("[id], [data-testid]", cell)]
    .flatMap((element) => [element.id, element.dataset.testid])
    .find((name) => /^[a-z0-9]/i.test(name ?? "")) ?? "";
};

// A class that ends so, a hash behind it left aside; `not-selected` says the contrary.
const LOOKS_CHOSEN = /(?<!\b(non|not|un))(--|__|-|_)(selected|pressed)(__\w+)?$/;

// Its own word first and alone; then the box inside it, then its look; null where nothing tells.
const isSelected = (cell) => {
  const teller = cell.ariaChecked === null ? cell.querySelector("[aria-checked]") ?? cell : cell;
  for (const word of [teller.ariaChecked, cell.ariaPressed, cell.ariaSelected]) if (word !== null) return word === "true";
  const box = cell.querySelector("input:is([type=radio], [type=checkbox])");
  // One that is hidden from everybody may be left as it was, whatever is chosen.
  if (box && (box.checked || !box.closest("[aria-hidden=true]"))) return box.checked;
  return [cell, ...all("*", cell)].some((each) => [...each.classList].some((name) => LOOKS_CHOSEN.test(name))) || null;
};

const isPlainButton = (cell) => cell.matches("[role=button]:not([aria-pressed]), button:not([role], [aria-pressed])");

const isChoice = (cell) => cell.matches(CHOICE) || cell.querySelector("input:is([type=radio], [type=checkbox])") !== null;

// A branch is told by its class, or by being a plain button beside rows that can be chosen.
const isBranch = (cell, cells) => {
  if (/navigating|with-chevron/.test(cell.className)) return true;
  if (isChoice(cell)) return false;
  return isPlainButton(cell) && cells.some(isChoice) ? true : null;
};

// Rows of several choices without any sign are told by the field's text; a single one is not, since
// the same title may stand in another branch.
const rowOf = (cell, cells, panel, { several, value }) => {
  const said = title(cell);
  return {
    key: keyOf(cell, panel),
    title: said,
    body: text(cell.querySelector("[class*='Cell__body']")?.textContent),
    selected: isSelected(cell) ?? (several && `, ${value}, `.includes(`, ${said}, `)),
    branch: isBranch(cell, cells),
    disabled: cell.ariaDisabled === "true" || cell.disabled === true,
  };
};

const tabsOf = (panel) => all("[role=tab]", panel).filter(shown);

// Whether a tab is the chosen one; null where it does not say.
const tabOf = (tab) => ({ title: text(tab.textContent), selected: tab.ariaSelected === null ? null : tab.ariaSelected === "true" });

const KEEPS = /(save|done|confirm|submit|apply)[a-z-]*$/i;
const DROPS = /(cancel|close|clear|back|reset)[a-z-]*$/i;

// The button that keeps the choice: by its test id, by its words, and in a dialog as the one that is
// left when what throws the choice away is set aside.
const keeperOf = (panel, words) => {
  const cells = cellsOf(panel);
  const buttons = all("button, [role=button]", panel).filter(
    (button) => revealed(button) && !cells.some((cell) => cell.contains(button)) && !button.closest("li, [role=tablist]") && !tabsOf(panel).includes(button),
  );
  const spoken = (button) => text(button.ariaLabel ?? button.textContent);
  const sign = (button) => button.dataset.testid ?? "";
  const told = buttons.find((button) => KEEPS.test(sign(button))) ?? buttons.find((button) => words.some((word) => same(spoken(button), word)));
  if (told || !panel.matches(DIALOG)) return told ?? null;
  const left = buttons.filter((button) => text(button.textContent) && !DROPS.test(sign(button)));
  const primary = left.filter((button) => /primary|filled/i.test(button.className));
  return [primary, left].find((some) => some.length === 1)?.[0] ?? null;
};

const NOTHING = { open: false, dialog: false, busy: false, done: false, searches: false, rows: [], tabs: [] };

const opened = (panel, about, value) => {
  const cells = cellsOf(panel);
  return {
    open: true,
    dialog: panel.matches(DIALOG),
    busy: loads(panel),
    done: keeperOf(panel, about.words) !== null,
    searches: searchOf(panel) !== null,
    rows: cells.map((cell) => rowOf(cell, cells, panel, { several: about.several, value })),
    tabs: tabsOf(panel).map(tabOf),
  };
};

// How the rows look. In a list of one choice that is a sign of its own: a plain button says nothing of
// its state, and in a dialog the field shows the choice only when it is kept. Among several choices
// it is none, since a second press would take off what a look alone makes seem unchanged.
const looksOf = (panel) =>
  cellsOf(panel).map((cell) => [cell, ...all("*", cell)].map((each) => [...each.classList].join(" ")).join("|"));

const listState = (about) => {
  knownCells = new Map();
  try {
    return tell(about);
  } finally {
    knownCells = null;
  }
};

const tell = (about) => {
  const trigger = triggerOf(about);
  const panel = listOf(about);
  const value = text(trigger?.value ?? trigger?.textContent);
  const state = panel ? opened(panel, about, value) : { ...NOTHING };
  state.there = trigger !== null;
  state.expanded = trigger !== null && isExpanded(about, trigger);
  state.loading = trigger !== null && isLoading(about, trigger);
  const looks = panel && !about.several ? looksOf(panel) : [];
  return { ...state, value, shows: shows(about, value), mark: JSON.stringify([state, value, looks]) };
};

// Whether the field shows the wanted labels and no others. Text around a single one counts only where
// it is known what stood there `before`, since it must be new.
const shows = ({ wanted, several, before }, value) => {
  if (!wanted) return false;
  if (!wanted.length) return !value;
  const folded = value.toLowerCase();
  const parts = (said) => said.split(", ").length;
  const labels = wanted.map((label) => text(label).toLowerCase());
  const count = labels.reduce((sum, label) => sum + parts(label), 0);
  if (labels.every((label) => `, ${folded}, `.includes(`, ${label}, `)) && parts(value) === count) return true;
  if (several || before === null || folded === before.toLowerCase()) return false;
  const apart = (rest, at, all) => at > 0 && !/[\p{L}\p{N}]$/u.test(all[at - 1]) && !/^[\p{L}\p{N}]/u.test(rest);
  return labels.every((label) => folded.split(label).some(apart));
};

// Where an element is that is pressed next, for a look that finds it.
const placeOf = (candidates) => {
  const found = first(candidates);
  return found && { rank: found.rank, ...point(found.element) };
};

// The open list; one that is closed, with the place of its trigger, once that may be pressed. What is
// on the page then is remembered, since the list may have no names to know it by.
const listOrTrigger = (about, isReady, rests) => {
  const state = listState(about);
  if (state.open) return isReady(state) ? state : null;
  if (!state.there || !rests(state)) return null;
  remember(about);
  const at = placeOf(about.trigger);
  return at && { ...state, at };
};

// Once the page has been drawn again; bounded, since a page in the background draws nothing.
const drawn = () =>
  new Promise((resolve) => {
    const limit = setTimeout(resolve, 100);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      clearTimeout(limit);
      resolve();
    }));
  });

const scrollerOf = (panel) => {
  const cell = cellsOf(panel)[0];
  for (let place = cell && above(cell); place && place !== document.body; place = above(place)) {
    const scrolls = /auto|scroll/.test(getComputedStyle(place).overflowY);
    if (scrolls && place.scrollHeight > place.clientHeight + 1) return place;
  }
  return null;
};

// One step on in a list that is longer than its window; false at its end. `home` goes to its top.
const scrollOn = async (about, home) => {
  const panel = listOf(about);
  const scroller = panel && scrollerOf(panel);
  if (!scroller) return false;
  const from = scroller.scrollTop;
  scroller.scrollTop = home ? 0 : from + Math.max(scroller.clientHeight * 0.8, 1);
  await drawn();
  return scroller.scrollTop !== from;
};

const within = (about, find) => {
  const panel = listOf(about);
  return panel ? find(panel).filter(Boolean) : [];
};

Object.assign(finders, {
  row: ({ value, within: said, about }) =>
    within(about, (panel) => cellsOf(panel).filter((cell) => (value ? keyOf(cell, panel) === value : same(title(cell), said)))),
  tab: ({ value, about }) => within(about, (panel) => tabsOf(panel).filter((tab) => same(tab.textContent, value))),
  search: ({ about }) => within(about, (panel) => [searchOf(panel)]),
  keep: ({ about }) => within(about, (panel) => [keeperOf(panel, about.words)]),
});
