// Shows openapi.json as a page: one block per operation, with an example as cURL and a way to try it.
"use strict";

(async () => {
  const place = document.getElementById("docs");
  const root = new URL(place.dataset.root || ".", location.href).href.replace(/\/$/, "");
  const words = JSON.parse(place.dataset.said);
  const key = document.getElementById("key");
  // What answers gave, for the calls that come after: by the name that a call has for it.
  const given = new Map();
  const listeners = new Set();

  const add = (parent, name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return parent.appendChild(made);
  };

  // A text of the document, in which `code` stands between backticks.
  const addText = (parent, name, text) => {
    const made = add(parent, name);
    text.split("`").forEach((part, place) => {
      if (place % 2) add(made, "code", part);
      else made.append(part);
    });
    return made;
  };

  const row = (table, cells, kind = "td") => {
    const made = add(table, "tr");
    for (const cell of cells) addText(made, kind, cell);
  };

  const table = (parent, heads) => {
    const box = add(parent, "div");
    box.className = "wide";
    const made = add(box, "table");
    row(made, heads, "th");
    return made;
  };

  const nameOf = (shape) => {
    if (!shape) return "";
    if (shape.$ref) return shape.$ref.split("/").pop();
    if (shape.anyOf) return shape.anyOf.map(nameOf).join(` ${words.or} `);
    if (shape.enum) return shape.enum.filter((value) => value !== null).join(" | ");
    if (shape.type === "array") return `${words.list} ${nameOf(shape.items)}`;
    return [shape.type ?? "any"].flat().join(` ${words.or} `);
  };

  const showShape = (parent, shape) => {
    const made = table(parent, [words.member, words.type, words.meaning]);
    for (const [name, member] of Object.entries(shape.properties ?? {})) {
      const required = (shape.required ?? []).includes(name) ? "" : ` (${words.optional})`;
      row(made, [name, nameOf(member) + required, member.description ?? member.title ?? ""]);
    }
  };

  const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

  // A field of the form; `known` names what an earlier answer may have given for it.
  const field = (parent, label, value, known) => {
    const box = add(parent, "label", label);
    const input = add(box, "input");
    input.value = given.get(known) ?? value;
    input.autocomplete = "off";
    listeners.add(() => {
      if (given.has(known) && !input.dataset.typed) input.value = given.get(known);
      input.dispatchEvent(new Event("change"));
    });
    input.addEventListener("input", () => (input.dataset.typed = "yes"));
    return input;
  };

  const parameters = (parent, path, operation) => {
    const wanted = operation.parameters.filter((each) => each.in === "path" || each.in === "query");
    return wanted.map((each) => {
      const known = each.name === "id" ? (/photos/.test(path) ? "temp_id" : "job_id") : "";
      const label = `${each.name}${each.in === "path" ? "" : ` (${words.optional})`}`;
      return { ...each, input: field(parent, label, String(each.example ?? ""), known) };
    });
  };

  const bodyOf = (parent, operation) => {
    const [[media, content] = []] = Object.entries(operation.requestBody?.content ?? {});
    if (!media) return null;
    if (media !== "application/json") {
      const name = Object.keys(content.schema.properties)[0];
      const input = add(add(parent, "label", words.file), "input");
      input.type = "file";
      input.multiple = name === "files";
      return { media, name, input };
    }
    const input = add(add(parent, "label", words.body), "textarea");
    input.spellcheck = false;
    const fill = () => {
      if (input.dataset.typed) return;
      const example = { ...content.example };
      if ("confirm_token" in example && given.has("confirm_token")) {
        example.confirm_token = given.get("confirm_token");
      }
      input.value = JSON.stringify(example, null, 2);
      input.rows = input.value.split("\n").length;
    };
    input.addEventListener("input", () => (input.dataset.typed = "yes"));
    listeners.add(() => {
      fill();
      input.dispatchEvent(new Event("change"));
    });
    fill();
    return { media, input };
  };

  const addressOf = (path, asked) => {
    let filled = path;
    const query = new URLSearchParams();
    for (const { name, in: where, input } of asked) {
      if (where === "path") filled = filled.replace(`{${name}}`, encodeURIComponent(input.value));
      else if (input.value) query.set(name, input.value);
    }
    return `${root}${filled}${query.size ? `?${query}` : ""}`;
  };

  const curlOf = (method, address, body) => {
    const parts = [`curl -sS -X ${method} ${quoted(address)}`];
    if (key.value) parts.push('-H "Authorization: Bearer $FRIPIER_KEY"');
    if (body?.name) parts.push(`-F "${body.name}=@photo.jpg"`);
    else if (body) {
      let text = body.input.value;
      try {
        text = JSON.stringify(JSON.parse(text));
      } catch {
        // as it was typed: the service says what is wrong with it
      }
      parts.push('-H "Content-Type: application/json"', `-d ${quoted(text)}`);
    }
    return parts.join(" \\\n  ");
  };

  const sent = (method, body) => {
    const headers = {};
    if (key.value) headers.Authorization = `Bearer ${key.value}`;
    if (!body) return { method, headers };
    if (!body.name) {
      headers["Content-Type"] = "application/json";
      return { method, headers, body: body.input.value };
    }
    const form = new FormData();
    for (const file of body.input.files) form.append(body.name, file);
    return { method, headers, body: form };
  };

  const remember = (answer) => {
    const told = { ...answer, temp_id: answer.photo?.temp_id ?? answer.photos?.[0]?.temp_id };
    for (const name of ["job_id", "confirm_token", "temp_id"]) {
      if (told[name]) given.set(name, told[name]);
    }
    for (const listener of listeners) listener();
  };

  const show = async (parent, response) => {
    add(parent, "p", `${response.status} ${response.headers.get("content-type") ?? ""}`).className = "status";
    const media = response.headers.get("content-type") ?? "";
    if (media.startsWith("image/")) {
      const image = add(parent, "img");
      image.src = URL.createObjectURL(await response.blob());
      image.alt = "";
      return;
    }
    const text = add(parent, "pre");
    if (media.startsWith("text/event-stream")) {
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text.append(part.value);
      }
      return;
    }
    const said = await response.text();
    try {
      const answer = JSON.parse(said);
      text.textContent = JSON.stringify(answer, (name, value) =>
        name === "screenshot_b64" && value ? `${value.slice(0, 24)}…` : value, 2);
      remember(answer);
    } catch {
      text.textContent = said;
    }
  };

  const attempt = (parent, call) => {
    const button = add(parent, "button", words.send);
    const answer = add(parent, "div");
    answer.setAttribute("aria-live", "polite");
    let running = null;
    button.addEventListener("click", async () => {
      if (running) {
        running.abort();
        return;
      }
      running = new AbortController();
      button.textContent = words.stop;
      answer.textContent = "";
      try {
        const { address, request } = call();
        await show(answer, await fetch(address, { ...request, signal: running.signal }));
      } catch (error) {
        if (error.name !== "AbortError") add(answer, "p", words.failed);
      }
      running = null;
      button.textContent = words.send;
    });
  };

  const showCurl = (parent, curl) => {
    const box = add(parent, "div");
    box.className = "curl";
    const text = add(box, "pre");
    const copy = add(box, "button", words.copy);
    copy.addEventListener("click", async () => {
      getSelection().selectAllChildren(text);
      if (!navigator.clipboard) return; // as on a page without TLS: it can be copied by hand
      await navigator.clipboard.writeText(text.textContent);
      copy.textContent = words.copied;
    });
    return () => {
      text.textContent = curl();
      copy.textContent = words.copy;
    };
  };

  const showAnswers = (parent, operation) => {
    const block = add(parent, "details");
    add(block, "summary", words.answers);
    const made = table(block, [words.status, words.meaning, words.type]);
    for (const [status, reply] of Object.entries(operation.responses)) {
      const [[media, content] = ["", {}]] = Object.entries(reply.content ?? {});
      row(made, [status, reply.description, `${nameOf(content.schema)} ${media}`]);
    }
  };

  const fill = (block, method, path, operation) => {
    for (const each of operation.parameters) {
      if (each.description) addText(block, "p", `${each.name} (${each.in}): ${each.description}`).className = "soft";
    }
    for (const [media, body] of Object.entries(operation.requestBody?.content ?? {})) {
      add(block, "p", `${media}: ${nameOf(body.schema)}`).className = "soft";
    }
    const form = add(block, "div");
    form.className = "form";
    const asked = parameters(form, path, operation);
    const body = bodyOf(form, operation);
    const address = () => addressOf(path, asked);
    const draw = showCurl(block, () => curlOf(method, address(), body));
    for (const input of [...asked.map((each) => each.input), ...(body ? [body.input] : []), key]) {
      input.addEventListener("input", draw);
      input.addEventListener("change", draw);
    }
    draw();
    if (method !== "GET") add(block, "p", words.real).className = "soft";
    attempt(block, () => ({ address: address(), request: sent(method, body) }));
    showAnswers(block, operation);
  };

  const showOperation = (method, path, operation) => {
    const block = add(place, "details");
    const summary = add(block, "summary");
    add(summary, "code", `${method} ${path}`);
    add(summary, "span", `  ${operation.summary}`).className = "soft";
    block.addEventListener("toggle", () => {
      if (block.open && block.children.length === 1) fill(block, method, path, operation);
    });
  };

  const answer = await fetch("openapi.json");
  const found = await answer.json();
  place.textContent = "";
  for (const [path, methods] of Object.entries(found.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      showOperation(method.toUpperCase(), path, operation);
    }
  }
  add(place, "h2", words.shapes);
  for (const [name, shape] of Object.entries(found.components.schemas)) {
    const block = add(place, "details");
    add(add(block, "summary"), "code", name);
    addText(block, "p", shape.description ?? "");
    showShape(block, shape);
  }
})();
