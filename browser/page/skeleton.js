// The page's build without a word of it: tags and names, no text, no value, no address.

const LISTED = ["id", "data-testid", "name", "type", "role", "for", "aria-roledescription", "aria-modal"];
const FLAGS = ["readonly", "disabled", "hidden", "aria-hidden", "aria-invalid", "required", "aria-required"];
const LEAVES = "svg, script, style, link, meta, template, noscript, iframe";
const MOST = 5000;

// A name is made of few kinds of letters; anything else may be somebody's words. Long numbers are ids.
const plain = (value) => (/^[\w:.-]{1,80}$/.test(value) ? value.replace(/\d{4,}/g, "N") : "?");

const lineOf = (element) => {
  const names = LISTED.filter((name) => element.hasAttribute(name)).map(
    (name) => `[${name}=${plain(element.getAttribute(name))}]`,
  );
  const flags = FLAGS.filter((name) => element.hasAttribute(name)).map((name) => `[${name}]`);
  const classes = [...element.classList].slice(0, 6).map((name) => `.${plain(name)}`);
  const seen = shown(element) ? "" : " (not shown)";
  return `${element.localName}${names.join("")}${flags.join("")}${classes.join("")}${seen}`;
};

const drawn = (node, depth, lines) => {
  for (const child of node.children) {
    if (lines.length >= MOST) return lines;
    if (child.matches("script, style, link, meta, template, noscript")) continue;
    lines.push(" ".repeat(depth) + lineOf(child));
    if (child.matches(LEAVES)) continue;
    if (child.shadowRoot) {
      lines.push(`${" ".repeat(depth + 1)}#shadow`);
      drawn(child.shadowRoot, depth + 2, lines);
    }
    drawn(child, depth + 1, lines);
  }
  return lines;
};

const skeleton = () => drawn(document.body, 0, []);
