// A category field whose list shows one level of a tree at a time; evaluated with the tree.
(tree) => {
  const trigger = document.createElement("input");
  trigger.readOnly = true;
  trigger.id = "category";
  trigger.dataset.testid = "catalog-select-dropdown-input";
  const box = document.createElement("div");
  document.querySelector("#field").append(trigger, box);
  let turns = 0;
  const draw = (level) => {
    const rows = Object.entries(level).map(([title, below]) => {
      const item = document.createElement("li");
      const cell = document.createElement("div");
      cell.setAttribute("role", below ? "button" : "radio");
      cell.textContent = title;
      cell.onclick = () => {
        if (!below) { trigger.value = title; box.replaceChildren(); }
        else draw(below === tree.Men && window.thrownBack && turns++ === 1 ? tree : below);
        if (below && window.thrownBack && turns === 1) { turns = 2; setTimeout(() => draw(tree), 30); }
      };
      item.append(cell);
      return item;
    });
    const list = document.createElement("ul");
    list.dataset.testid = "category-list";
    list.append(...rows);
    const panel = document.createElement("div");
    panel.dataset.testid = "catalog-select-dropdown-content";
    panel.append(list);
    box.replaceChildren(panel);
  };
  trigger.onclick = () => (box.childElementCount ? box.replaceChildren() : draw(tree));
  document.querySelector("h1").onclick = () => box.replaceChildren();
}
