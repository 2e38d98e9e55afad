// The cells of the parcel sizes; null while the page shows none.

const numberOf = (radio) =>
  ([radio.id, radio.name, radio.dataset.testid].join(" ").match(/package_type_selector_(\d+)/) ?? [])[1];

const cellOf = (radio) =>
  radio.closest("[data-testid$='--cell'], [id^='package-size-'], [class*='Cell__cell']") ?? radio.parentElement;

// A recommended cell is marked by a badge, and is no button although it is not chosen.
const isSuggested = (cell, radio) =>
  cell.querySelector("[data-testid*=suggestion-badge], [id*=suggestion-badge]") !== null ||
  (cell.role === "presentation" && !radio.checked);

const parcelOf = (radio) => {
  const cell = cellOf(radio);
  return { id: numberOf(radio), label: title(cell), suggested: isSuggested(cell, radio), chosen: radio.checked };
};

const parcels = () => {
  const found = all("input[type=radio]").filter(numberOf).map(parcelOf);
  return found.length ? found : null;
};
