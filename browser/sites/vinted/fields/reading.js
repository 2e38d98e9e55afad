// What the whole form shows, and the errors beside its fields.

const valueOf = (candidates) => first(candidates, false)?.element.value ?? null;

const tickOf = (candidates) => first(candidates, false)?.element.checked ?? null;

const table = (candidates, read) =>
  Object.fromEntries(Object.entries(candidates).map(([name, found]) => [name, read(found)]));

// Ticked boxes of the form that are none of the known ones: one of them may cost money.
const unknownTicks = (ticks, panel, chosen) => {
  const known = Object.values(ticks).map((candidates) => first(candidates, false)?.element);
  known.push(...chosen.flatMap(({ boxes }) => boxes));
  const elsewhere = `${panel}, li[class*=Item], header, footer, [id^=onetrust]`;
  return all("input[type=checkbox], [role=switch]")
    .filter((box) => (box.checked || box.ariaChecked === "true") && !known.includes(box))
    .filter((box) => shown(box) || [...(box.labels ?? [])].some(shown))
    .filter((box) => !box.closest(elsewhere)).length;
};

const stateOf = ({ name, boxes }) => [name, boxes.filter(({ checked }) => checked).map(saidOf).join(", ")];

const formState = ({ fields, ticks, cards, panel, wanted }, chosen = groups().filter(({ name }) => wanted.includes(name))) => ({
  groups: Object.fromEntries(chosen.map(stateOf)),
  strangers: unknownTicks(ticks, panel, chosen),
  values: table(fields, valueOf),
  ticks: table(ticks, tickOf),
  parcel: (parcels() ?? []).find(({ chosen }) => chosen)?.id ?? null,
  cards: fallback(cards).length,
});

const alerts = () => all("[role=alert]").filter((alert) => shown(alert) && text(alert.innerText));

const formErrors = ({ fields }) => {
  const known = Object.entries(fields)
    .map(([name, candidates]) => [name, first(candidates, false)?.element])
    .filter(([, element]) => element);
  const nearest = (place) => place && (known.find(([, field]) => place.contains(field))?.[0] ?? nearest(place.parentElement ?? place.getRootNode().host));
  return alerts().map((alert) => [nearest(alert) ?? "form", text(alert.innerText)]);
};
