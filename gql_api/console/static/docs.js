// Shows openapi.json as a page: one block per operation, shapes resolved by name.
"use strict";

(async () => {
  const add = (parent, name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return parent.appendChild(made);
  };

  const row = (table, cells, kind = "td") => {
    const made = add(table, "tr");
    for (const cell of cells) add(made, kind, cell);
  };

  const nameOf = (shape) => {
    if (!shape) return "";
    if (shape.$ref) return shape.$ref.split("/").pop();
    if (shape.anyOf) return shape.anyOf.map(nameOf).join(" or ");
    if (shape.enum) return shape.enum.filter((value) => value !== null).join(" | ");
    if (shape.type === "array") return `list of ${nameOf(shape.items)}`;
    return [shape.type ?? "any"].flat().join(" or ");
  };

  const showShape = (parent, shape) => {
    const table = add(parent, "table");
    row(table, ["Member", "Type", "Meaning"], "th");
    for (const [name, member] of Object.entries(shape.properties ?? {})) {
      const required = (shape.required ?? []).includes(name) ? "" : " (optional)";
      row(table, [name, nameOf(member) + required, member.description ?? member.title ?? ""]);
    }
  };

  const showOperation = (parent, method, path, operation) => {
    const block = add(parent, "details");
    const summary = add(block, "summary");
    add(summary, "code", `${method.toUpperCase()} ${path}`);
    add(summary, "span", `  ${operation.summary}`).className = "soft";
    for (const parameter of operation.parameters) {
      add(block, "p", `${parameter.name} (${parameter.in}): ${parameter.description ?? "the id"}`);
    }
    for (const [media, body] of Object.entries(operation.requestBody?.content ?? {})) {
      add(block, "h3", `Send ${media}: ${nameOf(body.schema)}`);
    }
    const table = add(block, "table");
    row(table, ["Status", "Meaning", "Body"], "th");
    for (const [status, reply] of Object.entries(operation.responses)) {
      const [[media, content] = ["", {}]] = Object.entries(reply.content ?? {});
      row(table, [status, reply.description, `${nameOf(content.schema)} ${media}`]);
    }
  };

  const place = document.getElementById("docs");
  const answer = await fetch("openapi.json");
  const found = await answer.json();
  place.textContent = "";
  for (const [path, methods] of Object.entries(found.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      showOperation(place, method, path, operation);
    }
  }
  add(place, "h2", "Shapes");
  for (const [name, shape] of Object.entries(found.components.schemas)) {
    const block = add(place, "details");
    add(add(block, "summary"), "code", name);
    add(block, "p", shape.description ?? "");
    showShape(block, shape);
  }
})();
