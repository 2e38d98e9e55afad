// The open list of a select: its rows, its tabs, and a mark that changes whenever they do.

// Ids that a framework made up, such as `:r7:`, tell nothing apart.
const keyOf = (cell) =>
  [cell, cell.closest("li"), ...all("[id], [data-testid]", cell)]
    .flatMap((element) => (element ? [element.id, element.dataset.testid] : []))
    .find((name) => /^[a-z0-9]/i.test(name ?? "")) ?? "";

const rowOf = (cell) => ({
  key: keyOf(cell),
  title: title(cell),
  body: text(cell.querySelector("[class*='Cell__body']")?.textContent),
  selected:
    cell.ariaChecked === "true" || cell.ariaPressed === "true" || cell.querySelector("input:checked") !== null,
  branch: cell.className.includes("navigating"),
});

const tabOf = (tab) => ({ title: text(tab.textContent), selected: tab.ariaSelected === "true" });

const CELLS = "li :is([role=button], [role=radio], [role=checkbox]), [aria-pressed]";

const panelState = ({ panel, done }) => {
  const open = all(panel).find(shown);
  if (!open) return { open: false, done: false, rows: [], tabs: [], mark: "closed" };
  const rows = all(CELLS, open).filter(shown).map(rowOf);
  const tabs = all("[role=tab]", open).filter(shown).map(tabOf);
  return { open: true, done: first(done) !== null, rows, tabs, mark: JSON.stringify([rows, tabs]) };
};
