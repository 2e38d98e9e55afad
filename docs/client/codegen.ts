// How src/generated is written from schema.graphql and operations/: `npm run generate`.
// A front end with operations of its own takes this file as it is, with its own folders.
import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = {
  CurrencyCode: "string",
  DateTime: "string",
  Decimal: { input: "string | number", output: "string" },
  ID: "string",
  Upload: "Blob",
};

const config: CodegenConfig = {
  schema: "../../schema.graphql",
  documents: "operations/*.graphql",
  config: {
    scalars,
    enumType: "string-literal",
    enumsAsTypes: true,
    useTypeImports: true,
    strictScalars: true,
    dedupeFragments: true,
    skipTypename: false,
    nonOptionalTypename: false,
  },
  generates: {
    "src/generated/operations.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
    },
    "src/generated/schema.ts": { plugins: ["./codegen/schema-facts.mjs"] },
  },
};

export default config;
