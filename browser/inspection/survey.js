// What an examination reads of the form: by what each field is known, and which controls there are.
// Labels and the words of buttons are the page's own; no text that a person typed is read.

const FORM = "input:not([type=hidden]), textarea, select, button, [role=combobox], [role=switch]";

const depth = (node) =>
  [...node.children].flatMap((child) => [child, ...(child.shadowRoot ? depth(child.shadowRoot) : []), ...depth(child)]);

// Ids that a framework made up say nothing.
const meaningful = (value) => (/^[a-z]/i.test(value ?? "") ? value : "");

const signsOf = (element) => ({
  id: meaningful(element.id),
  test_id: meaningful(element.dataset.testid),
  name: meaningful(element.getAttribute("name")),
  label: labelOf(element).slice(0, 80),
  button: element.matches("button, [role=button]") ? text(element.ariaLabel ?? element.textContent).slice(0, 80) : "",
});

// Numbers are left out: they count, or are the site's ids, and change from one item to the next.
const described = (element) => {
  const signs = signsOf(element);
  const marks = { "data-testid": signs.test_id, name: signs.name, type: element.getAttribute("type"), role: element.role };
  const listed = Object.entries(marks).filter(([, value]) => value).map(([name, value]) => `[${name}=${value}]`);
  return `${element.localName}${signs.id && `#${signs.id}`}${listed.join("")}`.replace(/\d+/g, "N");
};

const survey = ({ parts, outside }) => {
  const order = depth(document);
  const found = parts.map(({ candidates, visible }) => first(candidates, visible));
  const claimed = new Set(found.map((match) => match?.element));
  const controls = all(FORM).filter((element) => !element.closest(outside));
  const near = ({ candidates }) =>
    controls
      .filter((element) => shown(element) && !claimed.has(element) && element.matches(candidates[0].of || FORM))
      .map(described);
  const sight = (part, match) =>
    match && {
      rank: match.rank,
      held: part.candidates.map((candidate) => matching(candidate, part.visible).includes(match.element)),
      signs: signsOf(match.element),
      place: order.indexOf(match.element),
      shadow: match.element.getRootNode() !== document,
    };
  return {
    sights: parts.map((part, index) => sight(part, found[index]) ?? { near: near(part) }),
    elements: [...new Set(controls.map(described))].sort(),
  };
};
