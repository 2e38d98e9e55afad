import type { CodegenConfig } from "@graphql-codegen/cli";

// Types and documents of src/api/*.graphql, written anew before every check and build, so that
// they cannot fall behind the schema.
const config: CodegenConfig = {
  schema: "../../../schema.graphql",
  documents: "src/api/*.graphql",
  generates: {
    "src/api/generated.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        enumsAsTypes: true,
        enumType: "string-literal",
        useTypeImports: true,
        skipTypename: true,
        avoidOptionals: { field: true },
        dedupeFragments: true,
        scalars: { CurrencyCode: "string", DateTime: "string", Decimal: "string", Upload: "File" },
      },
    },
  },
};

export default config;
