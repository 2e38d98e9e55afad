// Rows and choices as this site draws them: their titles, what is pressed for one, and the groups
// that the page marks as required. Adds to what every script of ours knows inside a page.

// What a row is called: its title; without one what it is called for the blind, or its first line.
const title = (cell) => {
  const own = cell.querySelector("[class*='Cell__title'], [data-testid$='--title']");
  if (own) return text(own.textContent);
  return text(cell.ariaLabel) || text(cell.childElementCount ? cell.innerText.trim().split("\n")[0] : cell.textContent);
};

// What is pressed to choose a radio: its cell, since the radio itself may be hidden.
const choiceOf = (radio) => radio.closest("[class*='Cell__cell']") ?? radio.closest("label") ?? radio.parentElement;

// Groups of radios or of boxes that the page marks as required: what each is called, its choices.
const GROUP = "fieldset, [role=radiogroup], [role=group]";
const PARCEL_RADIO = /package_type_selector_\d/;

const sharing = (box) => {
  const alike = box.name && box.type === "radio" ? all(`input[type=radio]${attribute("name", box.name)}`) : [];
  if (alike.length < 2) return null;
  let place = box.parentElement;
  while (place && !alike.every((other) => place.contains(other))) place = place.parentElement;
  return place;
};

const saidOf = (box) => text(box.ariaLabel ?? box.labels?.[0]?.textContent) || title(choiceOf(box));

const legendOf = (place, boxes) => {
  const spoken = place.ariaLabel ?? (place.hasAttribute("aria-labelledby") && text(labelledBy(place).map((each) => each?.textContent).join(" ")));
  if (spoken) return text(spoken);
  const heading = (within) =>
    all("legend, label, h2, h3, h4, span, p", within)
      .find((each) => text(each.textContent) && !boxes.some((box) => choiceOf(box).contains(each) || box.labels?.[0]?.contains(each)));
  for (let up = 0; place && up < NEAR; place = place.parentElement, up += 1) {
    if (all(CONTROLS, place).some((control) => !boxes.includes(control))) return "";
    const found = heading(place);
    if (found) return text(found.textContent);
  }
  return "";
};

const groups = () => {
  const places = new Map();
  for (const box of all("input[type=radio], input[type=checkbox]")) {
    const isParcel = [box.id, box.name, box.dataset.testid].some((name) => PARCEL_RADIO.test(name ?? ""));
    const place = isParcel ? null : box.closest(GROUP) ?? sharing(box);
    if (place) places.set(place, [...(places.get(place) ?? []), box]);
  }
  return [...places]
    .filter(([, boxes]) => boxes.length > 1 && boxes.every((box) => box.type === boxes[0].type))
    .map(([place, boxes]) => ({ place, boxes, label: legendOf(place, boxes) }))
    .filter(({ place, boxes, label }) => /\*\s*$/.test(label) || [place, ...boxes].some((each) => each.required || each.ariaRequired === "true"))
    .map((group) => {
      const label = group.label.replace(/\s*\*$/, "");
      const names = [group.boxes[0].name, group.place.id, group.place.dataset.testid, label];
      return { ...group, label, name: names.find((name) => /^\p{L}/u.test(name ?? "")) ?? "" };
    })
    .filter(({ name }) => name);
};

finders.choice = ({ value, within }) =>
  (groups().find(({ name }) => name === within)?.boxes ?? []).filter((box) => same(saidOf(box), value)).map(choiceOf);

finders.radio = ({ value }) => all("input[type=radio]").map(choiceOf).filter((cell) => same(title(cell), value));
