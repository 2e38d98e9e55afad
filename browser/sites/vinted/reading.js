// What the whole form shows, and the errors beside its fields.

const valueOf = (candidates) => first(candidates, false)?.element.value ?? null;

const tickOf = (candidates) => first(candidates, false)?.element.checked ?? null;

const table = (candidates, read) =>
  Object.fromEntries(Object.entries(candidates).map(([name, found]) => [name, read(found)]));

const formState = ({ fields, ticks, cards }) => ({
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
  const nearest = (place) => place && (known.find(([, field]) => place.contains(field))?.[0] ?? nearest(place.parentElement));
  return alerts().map((alert) => [nearest(alert) ?? "form", text(alert.innerText)]);
};
