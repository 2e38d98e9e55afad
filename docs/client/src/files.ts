/** Files in an operation's variables, and the form that carries them (the multipart request spec). */

export interface Found {
  readonly path: string;
  readonly file: Blob;
}

export function filesIn(value: unknown, path = "variables"): Found[] {
  if (typeof Blob !== "undefined" && value instanceof Blob) return [{ path, file: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => filesIn(each, `${path}.${name}`));
}

export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string | undefined;
}

export function form(operation: Operation): FormData {
  const files = filesIn(operation.variables);
  const map = Object.fromEntries(files.map(({ path }, index) => [String(index), [path]]));
  const body = new FormData();
  // A Blob has no JSON: `null` stands where each file goes.
  body.append("operations", JSON.stringify(operation, (_, value) => isFile(value) ? null : value));
  body.append("map", JSON.stringify(map));
  files.forEach(({ file }, index) => {
    body.append(String(index), file, file instanceof File ? file.name : "photo");
  });
  return body;
}

const isFile = (value: unknown): boolean => value instanceof Blob;
