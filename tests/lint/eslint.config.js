// How schema.graphql is linted: graphql-eslint's recommended and relay rules, and a description on
// everything. A rule that is set otherwise says why.

import graphql from "@graphql-eslint/eslint-plugin";

const rule = (name, ...options) => ({ [`@graphql-eslint/${name}`]: ["error", ...options] });

export default [
  {
    files: ["**/*.graphql"],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema.graphql" } },
    },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      ...graphql.configs["flat/schema-relay"].rules,
      ...rule("require-description", {
        types: true,
        DirectiveDefinition: false, // the only one is the specification's own @oneOf
        EnumValueDefinition: true,
        FieldDefinition: true,
        InputValueDefinition: true,
        rootField: true,
      }),
      // Lists are newest first and paged forwards.
      ...rule("relay-arguments", { includeBoth: false }),
      // Lists that cannot grow are plain lists, and nothing is looked up by node(id).
      ...rule("relay-edge-types", {
        listTypeCanWrapOnlyEdgeType: false,
        shouldImplementNode: false,
        withEdgeSuffix: true,
      }),
      // Only what can be asked for again has an id; the rest are values of something that has one.
      ...rule("strict-id-in-types", {
        acceptedIdNames: ["id"],
        acceptedIdTypes: ["ID"],
        exceptions: {
          suffixes: ["Success", "Error", "Connection", "Edge"],
          types: [
            "Advice", "AliasOption", "Answer", "Candidate", "Capabilities", "Check",
            "DoctorReport", "Evidence", "FieldReport", "FieldSight", "Health", "ImportCount", "InputProblem",
            "ListingCheck", "ListingCopy", "ListingProgress", "LivePicture", "Market", "Obstacle", "PageChange", "PageInfo", "PageView",
            "Price", "Problem", "Question", "QueueFigures", "RateLimit", "Readiness", "ReceiptAnswer",
            "ReceiptApproval", "ReceiptContent", "ReceiptKey", "ServiceStats",
            "SiteMessage", "StateCount", "Stats", "Suggestion", "UnseenSign",
          ],
        },
      }),
    },
  },
];
