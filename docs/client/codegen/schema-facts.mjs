// What caches have to be told of the schema: which types an interface or union has, which types have no
// identity, and the introspection for graphcache. A plugin of graphql-codegen.
import { getIntrospectedSchema, minifyIntrospectionQuery } from "@urql/introspection";
import { isAbstractType, isObjectType } from "graphql";

const ROOTS = new Set(["Query", "Mutation", "Subscription"]);

function possibleTypes(schema, types) {
  const named = (type) => schema.getPossibleTypes(type).map((each) => each.name).sort();
  return Object.fromEntries(types.filter(isAbstractType).map((type) => [type.name, named(type)]));
}

function embedded(types) {
  const hasId = (type) => {
    const id = type.getFields().id;
    return id !== undefined && id.deprecationReason == null;
  };
  return types
    .filter((type) => isObjectType(type) && !ROOTS.has(type.name) && !hasId(type))
    .map((type) => type.name);
}

const written = (name, value, type) =>
  `export const ${name}${type} = ${JSON.stringify(value, null, 2)};\n`;

export const plugin = (schema) => {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__"))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
  const introspection = minifyIntrospectionQuery(getIntrospectedSchema(schema));
  return [
    "// Written by `npm run generate` from schema.graphql.\n",
    written("possibleTypes", possibleTypes(schema, types), ": Record<string, string[]>"),
    "/** Types that are values of something else: they have no `id`, or one that is the site's. */",
    written("embedded", embedded(types), ": readonly string[]"),
    "/** What graphcache reads; Apollo and the document cache need it not. */",
    `export const introspection = ${JSON.stringify(introspection)};`,
  ].join("\n");
};
