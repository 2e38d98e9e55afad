// The cells of the parcel sizes; null while the page shows none.

const numberOf = (radio) =>
  ([radio.id, radio.name, radio.dataset.testid].join(" ").match(/package_type_selector_(\d+)/) ?? [])[1];

const cellOf = (radio) => radio.closest("[data-testid$='--cell'], [id^='package-size-']") ?? choiceOf(radio);

// A recommended cell is marked by a badge, and is no button although it is not chosen.
const isSuggested = (cell, radio) =>
  cell.querySelector("[data-testid*=suggestion-badge], [id*=suggestion-badge]") !== null ||
  (cell.role === "presentation" && !radio.checked);

const parcelOf = (radio) => {
  const cell = cellOf(radio);
  const label = title(cell);
  return { id: numberOf(radio) ?? label, label, suggested: isSuggested(cell, radio), chosen: radio.checked };
};

// Once their names are gone: the only radios of the form that belong to no list.
const nameless = (grouped = groups().flatMap(({ boxes }) => boxes)) => all("input[type=radio]").filter((radio) => !radio.closest("li") && shown(cellOf(radio)) && !grouped.includes(radio));

const parcels = () => {
  const numbered = all("input[type=radio]").filter(numberOf);
  const found = (numbered.length ? numbered : nameless()).map(parcelOf);
  return found.length ? found : null;
};
